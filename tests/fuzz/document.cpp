// Any bytes, taken for whatever their first bytes make of them: plain text in four encodings, HTML, separated
// values, archives and the packages of office programs.
#include "document/archive/expand.h"
#include "document/reader.h"
#include "fuzz.h"
#include "promises.h"

using namespace mingzhang;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  expand({data, size}, "input", [](const InnerFile& file) {
    if (file.error) return;
    const auto document = read_document(file.bytes, file.name);
    if (document) fuzz::require_sound(document.value());
  });
  return 0;
}
