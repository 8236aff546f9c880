// A number and a format as a workbook has them, into the words that Excel shows. The format is the first
// line.
#include "document/xlsx/number_format.h"
#include "fuzz.h"
#include "text/utf8.h"

using namespace mingzhang;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::as_text({data, size});
  const std::size_t line = text.find('\n');
  if (line == std::string_view::npos) return 0;
  const NumberFormat format(text.substr(0, line));
  for (const bool from_1904 : {false, true}) {
    const std::string shown = format.shown(text.substr(line + 1), from_1904);
    fuzz::require(shown.size() <= 64 * (size + 64),
                  "what a cell shows is about as long as its format and number");
    fuzz::require(is_valid_utf8(shown) || !is_valid_utf8(text), "well-formed words stay well-formed");
  }
  return 0;
}
