// The quantity scanner: every figure in a Chinese text with its value, unit, comparator and place, and the
// things that look like figures and are none (years, dates, document numbers, telephone numbers, list
// numbers).
//
// One pass, no regular expressions, no allocation but the output. Tested in
// tests/unit/text/quantity_test.cpp.
#pragma once

#include "text/decimal.h"
#include "text/span.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace mingzhang {

enum class Unit : std::uint8_t {
  none,
  yuan,                  // 元
  thousand_yuan,         // 千元
  ten_thousand_yuan,     // 万元; also 万 alone
  million_yuan,          // 百万元
  hundred_million_yuan,  // 亿元; also 亿 alone
  percent,               // % ％
  percentage_point,      // 个百分点
  person,                // 人
  named_person,          // 名
  person_time,           // 人次 人（次） 人/次
  piece,                 // 件
  vehicle,               // 辆
  section,               // 部
  machine,               // 台
  set,                   // 套
  time,                  // 次
  item,                  // 项
  square_metre,          // 平方米 ㎡
  household,             // 户
  period,                // 期
  batch,                 // 批次 批
  copy,                  // 份
  place,                 // 处
  unit_count,            // 个
  day,                   // 天
  month,                 // 个月
  year,                  // 年 as a duration
};

enum class UnitKind : std::uint8_t { none, money, ratio, count, area, duration };
UnitKind kind_of(Unit unit);
/// For money: power of ten of the unit in yuan (万元: 4). 0 for the rest.
int power_of(Unit unit);
/// As the report writes it: "万元", "%", "人"; empty for none.
std::string_view name_of(Unit unit);
/// The unit that these words name ("万元", "万", "％", "元/人" is none); Unit::none where they name no unit.
Unit unit_named(std::string_view words);

enum class Comparator : std::uint8_t { equal, at_least, at_most, greater, less };  // = ≥ ≤ > <
std::string_view sign_of(Comparator comparator);

struct Quantity {
  /// In `unit`, with as many decimals as printed. Figures in words come as digits (一百零五: 105). Never
  /// negative unless a minus sign is printed. Money keeps the unit that it names (2千万元: 2000 万元); what
  /// else 万 counts comes in full and coarse (3.5万人: 35000 人).
  Decimal value;
  Unit unit = Unit::none;
  Comparator comparator = Comparator::equal;
  /// 约, 近, 余, 多, 几, 左右, 上下, 不足, 超过 stand with it: the words themselves make it inexact.
  bool coarse = false;
  /// Written in Chinese numerals.
  bool in_words = false;
  /// Comparator, digits and unit: "≧2次", "294.65 万元", "50万元以上"; not the words that only blur it.
  Span span;
  /// The digits alone.
  Span digits;
};

enum class MentionKind : std::uint8_t {
  quantity,
  year,             // 2020年, 2020年度, 二〇二〇年
  date,             // 2019年12月31日, 12月31日, 2019-12-31
  document_number,  // 冀财预〔2016〕129号, [2016]29号, 18号文件
  telephone,        // 0315-4612345, 4612345 behind 电话, eleven digits of a mobile telephone
  ordinal,          // 第四次, 第一部分, 十六届, 表3, the number of a list item (1、 （一）)
};

struct Mention {
  MentionKind kind = MentionKind::quantity;
  Quantity quantity;  // kind quantity; for the others only `span` and `digits` are set
  int year = 0;       // year, date
  int month = 0;      // date; 0 where not given
  int day = 0;
};

/// Appends every mention in `text`, in order of place, none over another. Spans count from `base`, the offset
/// of `text` in the document. Separators: "1,234.50" and "１２３４" are one figure; a full-width comma, or a
/// comma not before exactly three digits, parts two figures. 123元1角1分 is 123.11 元; 3541.07万元2 is
/// 3541.07 万元 and then 2.
///
/// Not mentions: numerals within words (一般, 统一, “四个一”), names (A4, 5G) and figures of more than 15
/// digits. A unit is read over spaces, money and % also over one line break, none over a tab. A telephone
/// without its area code is known only by the word 电话 before it in the same text, not from a cell of its
/// own. Ill-formed bytes are passed over.
void scan_mentions(std::string_view text, std::uint32_t base, std::vector<Mention>& out);

/// The value of Chinese numerals (十二, 一百零五, 二〇二〇, 三万五千); nullopt where the words are none.
std::optional<Decimal> parse_chinese_numeral(std::string_view words);

}  // namespace mingzhang
