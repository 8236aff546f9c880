// The parts of a package (Word, Excel, OFD) as text that a fuzzer can change: the archive around them, with
// its checksums, is made here. A part begins with a line "\x01NAME"; what stands before the first is left
// out.
#include "document/reader.h"
#include "fuzz.h"
#include "promises.h"
#include "stored_zip.h"

using namespace mingzhang;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = fuzz::as_text({data, size});
  std::vector<test::PackedFile> files;
  for (std::size_t start = text.find('\x01'); start != std::string_view::npos; start = text.find('\x01')) {
    text.remove_prefix(start + 1);
    const std::string_view part = text.substr(0, text.find('\x01'));
    const std::size_t line = part.find('\n');
    if (line == std::string_view::npos) continue;
    files.push_back({std::string(part.substr(0, line)), std::string(part.substr(line + 1))});
  }
  const std::string archive = test::zip(files);
  const auto document =
      read_document({reinterpret_cast<const std::uint8_t*>(archive.data()), archive.size()}, "package");
  if (document) fuzz::require_sound(document.value());
  return 0;
}
