// Tested through tests/unit/text/quantity_test.cpp.
#include "text/surroundings.h"

#include "text/character_set.h"
#include "text/numeral.h"
#include "text/place.h"

#include <array>

namespace mingzhang {
namespace {

struct BoundWords {
  std::string_view words;
  Comparator comparator;
  bool coarse = false;
};

using enum Comparator;

// Longer words before those that they end with: 不超过 before 超过, >= before =.
constexpr std::array words_before = {
    BoundWords{"≥", at_least},
    BoundWords{"≧", at_least},
    BoundWords{"⩾", at_least},
    BoundWords{">=", at_least},
    BoundWords{"＞=", at_least},
    BoundWords{"＞＝", at_least},
    BoundWords{"=>", at_least},
    BoundWords{"≤", at_most},
    BoundWords{"≦", at_most},
    BoundWords{"⩽", at_most},
    BoundWords{"<=", at_most},
    BoundWords{"＜=", at_most},
    BoundWords{"＜＝", at_most},
    BoundWords{"=<", at_most},
    BoundWords{">", greater},
    BoundWords{"＞", greater},
    BoundWords{"﹥", greater},
    BoundWords{"<", less},
    BoundWords{"＜", less},
    BoundWords{"﹤", less},
    BoundWords{"不低于", at_least},
    BoundWords{"不得低于", at_least},
    BoundWords{"不少于", at_least},
    BoundWords{"不得少于", at_least},
    BoundWords{"不小于", at_least},
    BoundWords{"至少", at_least},
    BoundWords{"最少", at_least},
    BoundWords{"最低", at_least},
    BoundWords{"大于等于", at_least},
    BoundWords{"大于或等于", at_least},
    BoundWords{"高于或等于", at_least},
    BoundWords{"不超过", at_most},
    BoundWords{"不得超过", at_most},
    BoundWords{"不超", at_most},
    BoundWords{"未超过", at_most},
    BoundWords{"不高于", at_most},
    BoundWords{"不得高于", at_most},
    BoundWords{"不大于", at_most},
    BoundWords{"不多于", at_most},
    BoundWords{"至多", at_most},
    BoundWords{"最多", at_most},
    BoundWords{"最高", at_most},
    BoundWords{"小于等于", at_most},
    BoundWords{"小于或等于", at_most},
    BoundWords{"低于或等于", at_most},
    BoundWords{"超过", greater, true},
    BoundWords{"超出", equal},
    BoundWords{"超", greater, true},
    BoundWords{"逾", greater, true},
    BoundWords{"大于", greater},
    BoundWords{"高于", greater},
    BoundWords{"多于", greater},
    BoundWords{"不足", less, true},
    BoundWords{"不到", less, true},
    BoundWords{"小于", less},
    BoundWords{"低于", less},
    BoundWords{"少于", less},
    BoundWords{"大约", equal, true},
    BoundWords{"将近", equal, true},
    BoundWords{"接近", equal, true},
    BoundWords{"大概", equal, true},
    BoundWords{"估计", equal, true},
};

constexpr std::array words_behind = {
    BoundWords{"（含）以上", at_least}, BoundWords{"(含)以上", at_least},  BoundWords{"及以上", at_least},
    BoundWords{"以上", at_least},       BoundWords{"（含）以下", at_most}, BoundWords{"(含)以下", at_most},
    BoundWords{"及以下", at_most},      BoundWords{"以下", at_most},       BoundWords{"（含）以内", at_most},
    BoundWords{"以内", at_most},        BoundWords{"之内", at_most},
};

/// The last characters of all words that stand before a figure, the first ones of those behind.
constexpr CharacterSet ends_before("≥≧⩾=＝≤≦⩽><＞﹥＜﹤于少低过超多高出逾足到约近概计");
constexpr CharacterSet begins_behind("（(及以之内左上余多");

constexpr bool sets_cover_words() {
  for (const BoundWords& entry : words_before) {
    if (!ends_before.before(entry.words, entry.words.size())) return false;
  }
  for (const BoundWords& entry : words_behind) {
    if (!begins_behind.at(entry.words, 0)) return false;
  }
  return true;
}
static_assert(sets_cover_words());

/// 近30万元 and 约30万元, but not 附近, 节约, 合约.
bool is_about(std::string_view text, std::size_t end) {
  if (ends_at(text, end, "近")) return any_ends_at(text, end, {"附近", "最近", "邻近", "靠近"}).empty();
  return ends_at(text, end, "约") &&
         any_ends_at(text, end,
                     {"节约", "合约", "预约", "制约", "公约", "条约", "契约", "签约", "履约", "违约"})
             .empty();
}

bool is_blurred_behind(std::string_view text, std::size_t at) {
  if (stands_at(text, at, "左右")) return true;
  if (stands_at(text, at, "上下"))
    return any_at(text, at, {"上下级", "上下班", "上下游", "上下文", "上下联"}).empty();
  if (stands_at(text, at, "余")) return !stands_at(text, at, "余额");
  return stands_at(text, at, "多") &&
         any_at(text, at,
                {"多于", "多种", "多项", "多个", "多次", "多方", "多少", "多样", "多元", "多名", "多家"})
             .empty();
}

}  // namespace

Bound bound_before(std::string_view text, std::size_t start, std::size_t floor) {
  const std::string_view before = text.substr(0, start);
  const std::size_t end = before_spaces(before, start);
  const std::string_view head = text.substr(floor, end > floor ? end - floor : 0);
  if (!ends_before.before(head, head.size())) return {equal, false, start};
  for (const BoundWords& entry : words_before) {
    if (ends_at(head, head.size(), entry.words))
      return {entry.comparator, entry.coarse, end - entry.words.size()};
  }
  return {equal, is_about(head, head.size()), start};
}

Bound bound_behind(std::string_view text, std::size_t end, Unit unit) {
  const std::size_t at = after_spaces(text, end);
  if (!begins_behind.at(text, at)) return {equal, false, end};
  for (const BoundWords& entry : words_behind) {
    if (!stands_at(text, at, entry.words)) continue;
    if (!any_at(text, at, {"以下简称", "以下内容", "以下几", "以下问题", "以下情况", "以下方面"}).empty())
      break;
    return {entry.comparator, false, at + entry.words.size()};
  }
  if (kind_of(unit) == UnitKind::duration && at == end && stands_at(text, at, "内") &&
      !stands_at(text, at, "内容")) {
    return {at_most, false, at + std::string_view("内").size()};
  }
  return {equal, is_blurred_behind(text, at), end};
}

std::size_t minus_before(std::string_view text, std::size_t start, std::size_t floor) {
  const std::string_view sign = any_ends_at(text, start, {"-", "−", "－"});
  if (sign.empty() || start - sign.size() < floor) return 0;
  const std::size_t at = start - sign.size();
  if (at == floor && floor > 0) return 0;  // a range: 3%-5%
  const CodePoint before = decode_utf8_before(text, at);
  const char32_t c = before.value;
  const bool letter_or_digit = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  const bool dash_or_bracket = c == '-' || c == 0x2212 || c == 0xFF0D || c == ')' || c == 0xFF09 ||
                               c == ']' || c == 0x3015 || c == 0x2014 || (c >= 0xFF10 && c <= 0xFF19);
  const bool numeral = before.size == 3 && numeral_character(text, at - 3).value != no_numeral;
  return letter_or_digit || dash_or_bracket || numeral ? 0 : sign.size();
}

}  // namespace mingzhang
