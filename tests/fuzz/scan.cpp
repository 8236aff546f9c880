// Figures in any bytes: the scanner, and the numbers that it makes.
#include "fuzz.h"
#include "text/quantity.h"

#include <vector>

using namespace mingzhang;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::as_text({data, size});
  std::vector<Mention> mentions;
  scan_mentions(text, 0, mentions);
  std::uint32_t end = 0;
  for (const Mention& mention : mentions) {
    const Span span = mention.quantity.span;
    fuzz::require(span.start >= end && span.start < span.end && span.end <= size, "mentions are in order");
    fuzz::require(span.contains(mention.quantity.digits), "a mention holds its digits");
    end = span.end;
    const Decimal& value = mention.quantity.value;
    fuzz::require(Decimal::parse(value.to_string()).value_or(value) == value,
                  "a figure reads back as itself");
  }
  static_cast<void>(parse_chinese_numeral(text));
  static_cast<void>(unit_named(text));
  return 0;
}
