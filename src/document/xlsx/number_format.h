// How Excel shows a number: 1234.5 under the format #,##0.00 is 1,234.50 on the page, and so it is here.
//
// Exact: numbers stay decimal digits from the file to the page. Like Excel it takes the fifteen digits that
// it is sure of, then rounds half away from zero. Three things differ from the page on purpose: a negative
// number always carries a minus, also where the format shows brackets or red instead; a number too long for
// General is written out, not as 1.2E+12; fractions (# ?/?) are decimal.
// For use inside this room only. Tested in tests/unit/document/number_format_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

class NumberFormat {
 public:
  /// A format code such as `#,##0.00_);[Red](#,##0.00)`; an empty one is General.
  explicit NumberFormat(std::string_view code);
  /// One of those that have a number only; General for one that Excel does not know. Dates as in China.
  static std::string_view built_in(std::int64_t id);

  /// `number` as the file has it: "1234.5", "1.2E-3". What is no number comes back as it is.
  std::string shown(std::string_view number, bool from_1904) const;

 private:
  enum class Kind : std::uint8_t {
    literal,
    digit,     // 0 # ?
    point,     // .
    exponent,  // E+ E-
    date,      // yyyy, m, ss …
    elapsed,   // [h]
    half_day,  // AM/PM
    fraction,  // seconds: .00 behind ss
    general,
    text,  // @
  };
  struct Token {
    Kind kind;
    char what = 0;            // the placeholder, or the first letter of a date
    std::uint32_t count = 0;  // its letters
    std::string words = {};   // literal
  };
  struct Section {
    std::vector<Token> tokens;
    std::uint32_t scale = 0;  // thousands left out
    std::uint32_t percents = 0;
    std::uint32_t decimals = 0;  // placeholders behind the point
    bool groups = false;         // 1,234
    bool is_date = false, is_general = false, has_condition = false;
    std::string condition;  // "<", ">=" …
    std::string bound;
  };

  static Section read_section(std::string_view code);
  const Section& section_for(std::string_view number, bool& negative) const;
  static std::string numeric(const Section& section, std::string_view digits, std::int64_t exponent);
  static bool is_minute(const Section& section, std::size_t at);
  static std::string date(const Section& section, double serial, bool from_1904);

  std::vector<Section> sections_;
};

}  // namespace mingzhang
