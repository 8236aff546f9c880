// See numbering.h.
#include "document/docx/numbering.h"

#include "document/office/package.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr std::uint32_t most_letters = 20;  // of a number in letters: aaaa…
constexpr std::size_t longest_text = 60;    // of a level, in bytes: 第%1部分

struct Digits {
  std::string_view zero;
  std::array<std::string_view, 10> digits;
  std::array<std::string_view, 4> powers;  // units, tens, hundreds, thousands
};
constexpr Digits counting = {
    "零", {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}};
constexpr Digits legal = {
    "零", {"", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, {"", "拾", "佰", "仟"}};

/// 105: 一百零五. `bare_ten`: 12 is 十二 instead of 一十二.
std::string counted(std::uint32_t value, const Digits& words, bool bare_ten) {
  if (value == 0) return std::string(words.zero);
  if (value > 9999) return std::to_string(value);
  std::string out;
  bool zero = false;
  for (int power = 3; power >= 0; --power) {
    std::uint32_t unit = 1;
    for (int i = 0; i < power; ++i)
      unit *= 10;
    const std::uint32_t digit = value / unit % 10;
    if (digit == 0) {
      zero = !out.empty();
      continue;
    }
    if (zero) out += words.zero;
    zero = false;
    if (!(bare_ten && power == 1 && digit == 1 && out.empty())) out += words.digits[digit];
    out += words.powers[static_cast<std::size_t>(power)];
  }
  return out;
}

/// 10: 一〇, digit by digit.
std::string positional(std::uint32_t value, std::string_view digits, std::size_t bytes) {
  std::string out;
  for (const char c : std::to_string(value))
    out += digits.substr(static_cast<std::size_t>(c - '0') * bytes, bytes);
  return out;
}

std::string one_of(std::uint32_t value, std::string_view characters) {
  const std::size_t at = (value - 1) * 3;
  return value >= 1 && at + 3 <= characters.size() ? std::string(characters.substr(at, 3))
                                                   : std::to_string(value);
}

std::string character(std::uint32_t value, char32_t first, std::uint32_t most) {
  if (value < 1 || value > most) return std::to_string(value);
  std::string out;
  append_utf8(out, first + value - 1);
  return out;
}

/// a … z, aa, bb …
std::string letters(std::uint32_t value, char first) {
  if (value == 0) return "0";
  const std::uint32_t repeated = std::min((value - 1) / 26 + 1, most_letters);
  return std::string(repeated, static_cast<char>(first + static_cast<char>((value - 1) % 26)));
}

std::string roman(std::uint32_t value, bool upper) {
  struct Part {
    std::uint32_t value;
    std::string_view upper, lower;
  };
  constexpr Part parts[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"}, {400, "CD", "cd"},
                            {100, "C", "c"},  {90, "XC", "xc"},  {50, "L", "l"},  {40, "XL", "xl"},
                            {10, "X", "x"},   {9, "IX", "ix"},   {5, "V", "v"},   {4, "IV", "iv"},
                            {1, "I", "i"}};
  if (value == 0 || value > 3999) return std::to_string(value);
  std::string out;
  for (const Part& part : parts) {
    for (; value >= part.value; value -= part.value)
      out += upper ? part.upper : part.lower;
  }
  return out;
}

}  // namespace

std::string formatted_number(std::uint32_t value, std::string_view format) {
  if (format == "bullet" || format == "none") return {};
  if (format == "decimalZero") return (value < 10 ? "0" : "") + std::to_string(value);
  if (format.starts_with("decimalFullWidth")) return positional(value, "０１２３４５６７８９", 3);
  if (format == "ideographDigital" || format == "taiwaneseDigital" || format == "japaneseDigitalTenThousand")
    return positional(value, "〇一二三四五六七八九", 3);
  if (format == "chineseCounting" || format == "chineseCountingThousand" || format == "taiwaneseCounting" ||
      format == "taiwaneseCountingThousand" || format == "japaneseCounting")
    return counted(value, counting, true);
  if (format == "chineseLegalSimplified" || format == "ideographLegalTraditional" ||
      format == "japaneseLegal")
    return counted(value, legal, false);
  if (format == "ideographTraditional") return one_of(value, "甲乙丙丁戊己庚辛壬癸");
  if (format == "ideographZodiac") return one_of(value, "子丑寅卯辰巳午未申酉戌亥");
  if (format.starts_with("decimalEnclosedCircle") || format == "ideographEnclosedCircle")
    return character(value, U'①', 20);
  if (format == "decimalEnclosedParen") return character(value, U'⑴', 20);
  if (format == "decimalEnclosedFullstop") return character(value, U'⒈', 20);
  if (format == "lowerLetter") return letters(value, 'a');
  if (format == "upperLetter") return letters(value, 'A');
  if (format == "lowerRoman") return roman(value, false);
  if (format == "upperRoman") return roman(value, true);
  if (format == "numberInDash") return "- " + std::to_string(value) + " -";
  return std::to_string(value);
}

void Numbering::read_level(XmlNode node, Level& level) {
  for (const XmlNode property : node.children()) {
    const std::string_view value = attribute_of(property, "val");
    if (is(property, "start"))
      level.start = static_cast<std::uint32_t>(std::max<std::int64_t>(0, number_of(value, 1)));
    if (is(property, "numFmt")) level.format = value;
    if (is(property, "lvlText") && value.size() <= longest_text) level.text = value;
    if (is(property, "pStyle")) level.style = value;
    if (is(property, "lvlRestart")) level.restart = static_cast<int>(number_of(value));
    if (is(property, "isLgl")) level.legal = is_on(property);
    if (is(property, "suff")) level.gap = value != "nothing";
  }
  // Formats beyond the first edition stand in AlternateContent, with a plainer one to fall back upon.
  if (const XmlNode fallback = child_of(node, "AlternateContent", "Fallback", "numFmt"))
    level.format = attribute_of(fallback, "val");
  if (const XmlNode choice = child_of(node, "AlternateContent", "Choice", "numFmt");
      choice && attribute_of(choice, "val") != "custom")
    level.format = attribute_of(choice, "val");
}

void Numbering::read(XmlNode numbering) {
  const auto level_at = [](XmlNode node) {
    return static_cast<int>(
        std::clamp<std::int64_t>(number_of(attribute_of(node, "ilvl")), 0, numbering_levels - 1));
  };
  for (const XmlNode node : numbering.children()) {
    if (is(node, "abstractNum")) {
      Definition& definition = definitions_[number_of(attribute_of(node, "abstractNumId"))];
      for (const XmlNode level : node.children()) {
        if (is(level, "lvl")) read_level(level, definition.levels[static_cast<std::size_t>(level_at(level))]);
      }
    } else if (is(node, "num")) {
      List& list = lists_[number_of(attribute_of(node, "numId"))];
      list.definition = number_of(attribute_of(child_of(node, "abstractNumId"), "val"), -1);
      for (const XmlNode over : node.children()) {
        if (!is(over, "lvlOverride")) continue;
        if (const XmlNode start = child_of(over, "startOverride"))
          list.starts[level_at(over)] =
              static_cast<std::uint32_t>(std::max<std::int64_t>(0, number_of(attribute_of(start, "val"), 1)));
        // A level of the instance's own: rare, and then all of its paragraphs use it.
        const XmlNode level = child_of(over, "lvl");
        const auto definition = definitions_.find(list.definition);
        if (level && definition != definitions_.end())
          read_level(level, definition->second.levels[static_cast<std::size_t>(level_at(over))]);
      }
    }
  }
}

std::string Numbering::next(std::int64_t list_id, int level) {
  const auto list = lists_.find(list_id);
  if (list == lists_.end() || level < 0 || level >= numbering_levels) return {};
  const auto found = definitions_.find(list->second.definition);
  if (found == definitions_.end()) return {};
  Definition& definition = found->second;
  const auto at = static_cast<std::size_t>(level);
  // A level above that no paragraph has opened counts as begun.
  for (std::size_t above = 0; above < at; ++above) {
    if (!definition.begun[above]) definition.counts[above] = definition.levels[above].start;
    definition.begun[above] = true;
  }
  const auto own = list->second.starts.find(level);
  if (own != list->second.starts.end() && !list->second.started[at]) {
    definition.counts[at] = own->second;
    list->second.started[at] = true;
  } else if (definition.begun[at]) {
    ++definition.counts[at];
  } else {
    definition.counts[at] = definition.levels[at].start;
  }
  definition.begun[at] = true;
  for (std::size_t below = at + 1; below < numbering_levels; ++below) {
    const int restart = definition.levels[below].restart;
    if (restart < 0 || level < restart) definition.begun[below] = false;
  }
  return text_of_level(definition, level);
}

std::string Numbering::text_of_level(const Definition& definition, int level) const {
  const Level& own = definition.levels[static_cast<std::size_t>(level)];
  if (own.format == "bullet") return {};
  std::string out;
  for (std::size_t at = 0; at < own.text.size(); ++at) {
    const char digit = own.text[at] == '%' && at + 1 < own.text.size() ? own.text[at + 1] : ' ';
    if (digit < '1' || digit > '9') {
      out += own.text[at];
      continue;
    }
    const auto named = static_cast<std::size_t>(digit - '1');
    const std::string& format = definition.levels[named].format;
    out += formatted_number(definition.counts[named], own.legal ? "decimal" : format);
    ++at;
  }
  if (trimmed(out).empty()) return {};
  // After 、 and ） the words follow at once; a number that ends otherwise needs a gap.
  const bool closed = out.ends_with("、") || out.ends_with("）") || out.ends_with("：") || out.ends_with(" ");
  if (own.gap && !closed) out += ' ';
  return out;
}

int Numbering::level_of_style(std::int64_t list_id, std::string_view style, int otherwise) const {
  const auto list = lists_.find(list_id);
  if (list == lists_.end()) return otherwise;
  const auto definition = definitions_.find(list->second.definition);
  if (definition == definitions_.end()) return otherwise;
  for (int level = 0; level < numbering_levels; ++level) {
    if (definition->second.levels[static_cast<std::size_t>(level)].style == style) return level;
  }
  return otherwise;
}

}  // namespace mingzhang
