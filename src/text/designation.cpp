// Numbers of documents, telephones and lists. Tested through tests/unit/text/quantity_test.cpp.
#include "text/designation.h"

#include "text/calendar.h"
#include "text/measure.h"
#include "text/numeral.h"
#include "text/place.h"
#include "text/units.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr std::size_t telephone_reach = 16;  // characters between the word 电话 and the number

std::size_t steps_back(std::string_view text, std::size_t offset, std::size_t characters) {
  for (; characters > 0 && offset > 0; --characters)
    offset -= decode_utf8_before(text, offset).size;
  return offset;
}

Designation designation(MentionKind kind, std::size_t start, std::size_t end, const PrintedFigure& digits) {
  return {kind, start, end, digits.start, digits.end};
}

// --- documents
// ---------------------------------------------------------------------------------------------------

/// The issuer's characters before the bracket: 冀财预〔2016〕.
std::size_t issuer_start(std::string_view text, std::size_t bracket) {
  std::size_t start = bracket;
  for (int characters = 0; characters < 10; ++characters) {
    const CodePoint before = decode_utf8_before(text, start);
    const bool letter = (before.value | 0x20) >= 'a' && (before.value | 0x20) <= 'z';
    if (before.size == 0 || !(is_han(before.value) || letter)) break;
    if (!any_ends_at(text, start, {"据", "按", "照", "和", "的", "由", "以", "及", "与", "号"}).empty())
      break;
    start -= before.size;
  }
  return start;
}

bool is_number_word(std::string_view text, std::size_t at) {
  return stands_at(text, at, "号") && any_at(text, at, {"号码", "号称", "号召"}).empty();
}

/// 〔2016〕129号 and its kin, from the year on.
std::optional<Designation> bracketed_document(std::string_view text, const PrintedFigure& year) {
  if (year.digits != 4 || !is_year(year.small_integer())) return std::nullopt;
  const std::size_t inside = before_spaces(text, year.start);
  const std::string_view open =
      any_ends_at(text, inside, {"〔", "[", "﹝", "［", "【", "（", "(", "〈", "「", "„"});
  if (open.empty()) return std::nullopt;
  std::size_t at = after_spaces(text, year.end);
  if (stands_at(text, at, "年")) at += std::string_view("年").size();
  const std::string_view close = any_at(text, at, {"〕", "]", "﹞", "］", "】", "）", ")", "〉", "」", "‟"});
  if (close.empty()) return std::nullopt;
  at = after_spaces(text, at + close.size());
  if (stands_at(text, at, "第")) at = after_spaces(text, at + std::string_view("第").size());
  const PrintedFigure number = integer_at(text, at);
  if (number.digits == 0 || number.digits > 6) return std::nullopt;
  const std::size_t behind = after_spaces(text, number.end);
  const std::size_t start = issuer_start(text, inside - open.size());
  if (is_number_word(text, behind)) {
    return designation(MentionKind::document_number, start, behind + std::string_view("号").size(), number);
  }
  if (open == "（" || open == "(") return std::nullopt;
  return designation(MentionKind::document_number, start, number.end, number);
}

/// 中央18号文件, 5号令, 第46号.
std::optional<Designation> numbered_document(std::string_view text, const PrintedFigure& figure) {
  const std::size_t behind = after_spaces(text, figure.end);
  if (!figure.is_integer() || figure.digits > 6 || !is_number_word(text, behind)) return std::nullopt;
  const std::size_t start = ends_at(text, figure.start, "第") ? figure.start - 3 : figure.start;
  return designation(MentionKind::document_number, start, behind + std::string_view("号").size(), figure);
}

// --- telephones
// --------------------------------------------------------------------------------------------------

std::string_view dash_at(std::string_view text, std::size_t at) {
  return any_at(text, at, {"-", "－", "—", "–", "‐"});
}

/// 0315-4612345, (0315)4612345, 0315 4612345, 400-810-1234.
std::optional<Designation> telephone_with_area(std::string_view text, const PrintedFigure& area) {
  const bool service = area.digits == 3 && (area.value == Decimal(400, 0) || area.value == Decimal(800, 0));
  const bool leading_zero = digit_at(text, area.start).value == 0 && (area.digits == 3 || area.digits == 4);
  if (!area.is_integer() || !(service || leading_zero)) return std::nullopt;
  std::size_t at = area.end;
  const std::string_view separator =
      service ? dash_at(text, at) : any_at(text, at, {"-", "－", "—", "–", "‐", ")", "）", " "});
  if (separator.empty()) return std::nullopt;
  const PrintedFigure number = integer_at(text, at + separator.size());
  Designation result{MentionKind::telephone, area.start, number.end, area.start, number.end};
  if (!service) {
    if (number.digits != 7 && number.digits != 8) return std::nullopt;
  } else {
    const std::string_view second = dash_at(text, number.end);
    if (number.digits < 3 || number.digits > 4 || second.empty()) return std::nullopt;
    const PrintedFigure last = integer_at(text, number.end + second.size());
    if (last.digits < 3 || last.digits > 4) return std::nullopt;
    result.end = result.digits_end = last.end;
  }
  const std::string_view extension = dash_at(text, result.end);
  if (const PrintedFigure inner = integer_at(text, result.end + extension.size());
      !extension.empty() && inner.digits >= 1 && inner.digits <= 6) {
    result.end = result.digits_end = inner.end;
  }
  return result;
}

bool is_announced_as_telephone(std::string_view text, const PrintedFigure& figure, const Neighbour& before) {
  if (before.kind == MentionKind::telephone) {
    std::size_t at = after_spaces(text, before.end);
    const std::string_view separator = any_at(text, at, {"、", "/", "／", "，", ",", "；", ";", "或"});
    at = after_spaces(text, at + separator.size());
    if (at == figure.start) return true;
  }
  const std::size_t from = std::max(steps_back(text, figure.start, telephone_reach), before.end);
  const std::string_view near = text.substr(from, figure.start - from);
  for (const std::string_view word : {"电话", "手机", "联系方式", "传真", "热线", "Tel", "TEL"}) {
    if (near.find(word) != std::string_view::npos) return true;
  }
  return false;
}

std::optional<Designation> telephone_of(std::string_view text, const PrintedFigure& figure,
                                        const Neighbour& before) {
  if (auto found = telephone_with_area(text, figure)) return found;
  if (!figure.is_integer()) return std::nullopt;
  const auto result = designation(MentionKind::telephone, figure.start, figure.end, figure);
  if (figure.digits == 5 && stands_at(text, figure.end, "热线")) return result;
  const bool mobile = figure.digits == 11 && digit_at(text, figure.start).value == 1 &&
                      figure.value >= Decimal(13'000'000'000, 0);
  const bool length_fits = figure.digits == 7 || figure.digits == 8 || figure.digits == 11;
  if (!length_fits || !(mobile || is_announced_as_telephone(text, figure, before))) return std::nullopt;
  const PrintedMeasure measure = measure_of(text, figure);
  if (measure.unit != Unit::none || measure.multiplied) return std::nullopt;
  return result;
}

// --- lists and ranks
// ---------------------------------------------------------------------------------------------

std::string_view rank_word_at(std::string_view text, std::size_t at) {
  return any_at(text, at, {"届", "级", "类", "款", "室", "楼", "弄", "路", "幢", "栋"});
}

/// What follows 第四: 次, 部分, 届 …; it belongs to the ordinal.
std::string_view counted_by_rank(std::string_view text, std::size_t at) {
  return any_at(text, at, {"部分", "次", "届",   "条", "款", "项", "章", "节",   "类",   "期",  "批次",
                           "批",   "年", "季度", "号", "个", "名", "位", "产业", "方面", "阶段"});
}

std::optional<Designation> after_rank_prefix(std::string_view text, const PrintedFigure& figure) {
  const std::size_t at = before_white_space(text, figure.start);
  if (ends_at(text, at, "第")) {
    const std::string_view counted = counted_by_rank(text, figure.end);
    const auto kind = counted == "号" ? MentionKind::document_number : MentionKind::ordinal;
    return designation(kind, at - std::string_view("第").size(), figure.end + counted.size(), figure);
  }
  const std::string_view prefix = any_ends_at(text, figure.start, {"附件", "附表", "表", "图"});
  if (prefix.empty() || !any_ends_at(text, figure.start, {"代表", "报表", "发表"}).empty())
    return std::nullopt;
  if (unit_at(text.substr(after_spaces(text, figure.end))).size > 0) return std::nullopt;
  return designation(MentionKind::ordinal, figure.start - prefix.size(), figure.end, figure);
}

/// （1）, (一), 1) anywhere, as these are how lists within a line are numbered too.
std::optional<Designation> bracketed_item(std::string_view text, std::size_t start, std::size_t end,
                                          const PrintedFigure& digits) {
  const std::string_view close = any_at(text, end, {"）", ")", "〕", "】"});
  if (close.empty()) return std::nullopt;
  const std::string_view open = any_ends_at(text, start, {"（", "(", "〔", "【"});
  if (open.empty() && !begins_line(text, start)) return std::nullopt;
  return designation(MentionKind::ordinal, start - open.size(), end + close.size(), digits);
}

/// 1、 1. 1． 一、 at the start of a line, 1、 also behind the end of a clause.
std::optional<Designation> list_item(std::string_view text, std::size_t start, std::size_t end,
                                     const PrintedFigure& digits) {
  if (auto bracketed = bracketed_item(text, start, end, digits)) return bracketed;
  const std::string_view mark = any_at(text, end, {"、", ".", "．"});
  if (mark.empty() || digit_at(text, end + mark.size()).size > 0) return std::nullopt;
  // A figure alone with a stray point numbers nothing.
  const CodePoint behind = decode_utf8(text, after_spaces(text, end + mark.size()));
  if (mark != "、" && (behind.size == 0 || is_space(behind.value))) return std::nullopt;
  const auto result = designation(MentionKind::ordinal, start, end + mark.size(), digits);
  if (begins_line(text, start)) return result;
  const std::size_t at = before_spaces(text, start);
  const bool after_clause = !any_ends_at(text, at, {"。", "；", ";", "：", ":", "！"}).empty();
  return mark == "、" && after_clause ? std::optional(result) : std::nullopt;
}

std::optional<Designation> ordinal_of(std::string_view text, const PrintedFigure& figure) {
  if (figure.dotted) return designation(MentionKind::ordinal, figure.start, figure.end, figure);
  if (!figure.is_integer()) return std::nullopt;
  if (auto ranked = after_rank_prefix(text, figure)) return ranked;
  if (const std::string_view word = rank_word_at(text, figure.end); !word.empty()) {
    return designation(MentionKind::ordinal, figure.start, figure.end + word.size(), figure);
  }
  if (figure.digits > 3) return std::nullopt;
  if (auto item = list_item(text, figure.start, figure.end, figure)) return item;
  const std::size_t table = after_spaces(text, figure.end);
  if (ends_at(text, before_spaces(text, figure.start), "公开") && stands_at(text, table, "表")) {
    return designation(MentionKind::ordinal, figure.start, table + std::string_view("表").size(), figure);
  }
  // 01项 in a classification is a code.
  if (figure.digits == 2 && figure.small_integer() < 10 && stands_at(text, figure.end, "项")) {
    return designation(MentionKind::ordinal, figure.start, figure.end + std::string_view("项").size(),
                       figure);
  }
  return std::nullopt;
}

/// 十六届人大四次会议, 人代会一次: the fourth, the first; but 召开四次会议 are four.
bool is_session(std::string_view text, std::size_t start, std::size_t end, const Neighbour& before) {
  const std::size_t at = before_white_space(text, start);
  if (!any_ends_at(text, at, {"人代会", "党代会", "人大", "政协", "代表大会", "届"}).empty()) return true;
  return before.kind == MentionKind::ordinal && start - before.end <= 36 &&
         !any_at(text, end, {"次会议", "次全会", "次全体", "次大会", "次代表"}).empty();
}

}  // namespace

std::optional<Designation> designation_of(std::string_view text, const PrintedFigure& figure,
                                          const Neighbour& before) {
  if (auto document = bracketed_document(text, figure)) return document;
  if (auto date = calendar_of(text, figure)) return date;
  if (auto document = numbered_document(text, figure)) return document;
  if (auto telephone = telephone_of(text, figure, before)) return telephone;
  return ordinal_of(text, figure);
}

std::optional<Designation> designation_of_words(std::string_view text, std::size_t start, std::size_t end,
                                                const Neighbour& before) {
  if (auto date = calendar_of_words(text, start, end)) return date;
  PrintedFigure words;
  words.start = start;
  words.end = end;
  if (auto ranked = after_rank_prefix(text, words)) return ranked;
  if (stands_at(text, end, "届")) {
    return designation(MentionKind::ordinal, start, end + std::string_view("届").size(), words);
  }
  const std::optional<Decimal> value = parse_chinese_numeral(text.substr(start, end - start));
  if (!value) return std::nullopt;
  // 十九大 counts congresses.
  if (*value > Decimal(11, 0) && *value < Decimal(40, 0) && stands_at(text, end, "大")) {
    return designation(MentionKind::ordinal, start, end + std::string_view("大").size(), words);
  }
  if (stands_at(text, end, "次") && is_session(text, start, end, before)) {
    return designation(MentionKind::ordinal, start, end + std::string_view("次").size(), words);
  }
  if (*value >= Decimal(100, 0)) return std::nullopt;
  return list_item(text, start, end, words);
}

}  // namespace mingzhang
