// Multipliers, units and figures of several parts. Tested through tests/unit/text/quantity_test.cpp.
#include "text/measure.h"

#include "text/numeral.h"
#include "text/place.h"
#include "text/units.h"

namespace mingzhang {
namespace {

/// 百, 千, 万, 亿 and what they make together (百万, 千万, 万亿).
struct Multiplier {
  int power = 0;
  int last = 0;  // power of the last character: the unit that the words name
  std::size_t end = 0;
};

Multiplier multiplier_at(std::string_view text, std::size_t offset) {
  Multiplier result{0, 0, offset};
  for (int characters = 0; characters < 3; ++characters) {
    const NumeralCharacter next = numeral_character(text, result.end);
    if (next.value < numeral_power + 2) break;
    if (!any_at(text, result.end, {"千瓦", "千米", "千克", "千卡", "百分"}).empty()) break;
    result.last = next.value - numeral_power;
    result.power += result.last;
    result.end += next.size;
  }
  return result;
}

/// 余, 多, 几 between digits and unit; 来 only after words (十来个).
std::size_t blur_at(std::string_view text, std::size_t offset, bool after_words) {
  const std::string_view word = any_at(text, offset, {"余", "多", "几", "来"});
  return word == "来" && !after_words ? 0 : word.size();
}

/// 元/人 and 万元/年 are rates, which no sum may take for money.
bool is_rate(std::string_view text, std::size_t end) {
  const std::string_view slash = any_at(text, end, {"/", "／"});
  return !slash.empty() && is_han(decode_utf8(text, end + slash.size()).value);
}

/// Money with a multiplier in the unit that its words name: 2千万元 is 2000 万元.
void set_money(PrintedMeasure& measure, const Multiplier& multiplier) {
  const int power = multiplier.power;
  int unit_power = multiplier.last >= 4 ? multiplier.last : 0;
  if (power == 3) unit_power = 3;
  if (power == 6 && multiplier.last == 4) unit_power = 6;
  measure.value = measure.value.shifted(power - unit_power);
  measure.unit = unit_power == 8   ? Unit::hundred_million_yuan
                 : unit_power == 6 ? Unit::million_yuan
                 : unit_power == 4 ? Unit::ten_thousand_yuan
                 : unit_power == 3 ? Unit::thousand_yuan
                                   : Unit::yuan;
}

/// 100万公里, 3万吨: what 万 counts is no money.
bool counts_other_things(std::string_view text, std::size_t at) {
  return !any_at(text, at,
                 {"公里", "千米", "米",   "吨",   "册",   "株",   "亩",   "字", "条", "家", "只",   "笔",
                  "头",   "立方", "千瓦", "公斤", "公顷", "斤",   "美元", "港", "欧", "英", "日元", "卷",
                  "尾",   "羽",   "棵",   "张",   "块",   "平方", "本",   "场", "盏", "幅", "粒",   "箱"})
              .empty();
}

/// 角 and 分 behind 元: 1角1分.
void add_coins(std::string_view text, PrintedMeasure& measure) {
  const auto coin = [&](std::string_view name, int decimals) {
    const PrintedFigure figure = integer_at(text, measure.end);
    if (figure.digits != 1 || !stands_at(text, figure.end, name)) return;
    if (decimals == 2 && !any_at(text, figure.end, {"分之", "分钟", "分别"}).empty()) return;
    measure.value = (measure.value + Decimal(figure.value.coefficient(), decimals)).with_decimals(decimals);
    measure.end = figure.end + name.size();
  };
  if (measure.value.decimals() > 0) return;
  coin("角", 1);
  coin("分", 2);
}

/// The parts behind a first 万 or 亿: 1万2千元, 8亿3000万元. False where the words are not of that form.
bool add_parts(std::string_view text, const Multiplier& first, PrintedMeasure& measure) {
  Decimal yuan = measure.value.shifted(first.power);
  int power = first.power;
  std::size_t at = first.end;
  bool any = false;
  while (power > 0) {
    const PrintedFigure part = figure_at(text, at);
    if (part.digits == 0 || part.dotted || part.too_long) break;
    const Multiplier multiplier = multiplier_at(text, part.end);
    if (part.value.shifted(multiplier.power) >= Decimal(1, 0).shifted(power)) break;
    yuan += part.value.shifted(multiplier.power);
    power = multiplier.power;
    at = multiplier.end;
    measure.digits_end = part.end;
    any = true;
  }
  if (!any || !stands_at(text, at, "元")) {
    measure.digits_end = 0;
    return false;
  }
  measure.unit = power == 4 ? Unit::ten_thousand_yuan : Unit::yuan;
  measure.value = yuan.shifted(power == 4 ? -4 : 0).trimmed();
  measure.end = at + std::string_view("元").size();
  return true;
}

/// A unit directly at `at`, with or without a multiplier before it. False where there is neither.
bool take_unit(std::string_view text, std::size_t at, PrintedMeasure& measure) {
  const UnitMatch direct = unit_at(text.substr(at));
  const Multiplier multiplier = multiplier_at(text, at);
  if (multiplier.power == 0) {
    if (direct.size == 0) return false;
    measure.unit = direct.unit;
    measure.end = at + direct.size;
    if (direct.unit == Unit::yuan) add_coins(text, measure);
    return true;
  }
  measure.multiplied = true;
  if (multiplier.last >= 4 && add_parts(text, multiplier, measure)) return true;
  const std::size_t blur = blur_at(text, multiplier.end, true);
  const std::size_t behind = multiplier.end + blur;
  const UnitMatch unit = unit_at(text.substr(behind));
  measure.end = unit.size > 0 ? behind + unit.size : multiplier.end;
  // 1,100万 alone is money as well; 3千 and 100万公里 are not.
  const bool alone = unit.size == 0 && multiplier.last >= 4 && !counts_other_things(text, behind);
  if (unit.unit == Unit::yuan || alone) {
    set_money(measure, multiplier);
    measure.coarse = blur > 0;
  } else {
    measure.value = measure.value.shifted(multiplier.power);
    measure.unit = unit.unit;
    // 3.5万人 is counted to the thousand, so it is no exact count.
    measure.coarse = unit.size > 0;
  }
  return true;
}

}  // namespace

PrintedMeasure measure_of(std::string_view text, const PrintedFigure& figure) {
  PrintedMeasure measure{figure.value, Unit::none, figure.end};
  std::size_t at = after_spaces(text, figure.end);
  const std::size_t blur = blur_at(text, at, false);
  // Only money and % are looked for on the next line, which may be that of another cell.
  const std::size_t next_line = after_line_break(text, at);
  if (next_line != at) {
    if (any_at(text, next_line, {"万元", "亿元", "%", "％"}).empty()) return measure;
    at = next_line;
  }
  if (take_unit(text, at + blur, measure)) {
    measure.coarse = measure.coarse || blur > 0;
  } else if (blur > 0 && take_unit(text, at, measure)) {
    return measure;
  }
  if (kind_of(measure.unit) == UnitKind::money && is_rate(text, measure.end)) measure.unit = Unit::none;
  return measure;
}

PrintedMeasure measure_of_words(std::string_view text, std::size_t start, std::size_t end) {
  PrintedMeasure measure{{}, Unit::none, end};
  const std::optional<Decimal> value = parse_chinese_numeral(text.substr(start, end - start));
  if (!value) return measure;
  measure.value = *value;
  const std::size_t blur = blur_at(text, end, true);
  const std::size_t behind = end + blur;
  const NumeralCharacter last = numeral_character(text, end - 3);
  const UnitMatch unit = unit_at(text.substr(behind));
  if (unit.unit == Unit::yuan && last.value >= numeral_power + 4) {
    // 三十万元 and 三十余万元 keep the unit that they name.
    const int power = last.value - numeral_power;
    measure.value = Decimal(value->coefficient(), 0).shifted(-power).trimmed();
    measure.unit = power == 8 ? Unit::hundred_million_yuan : Unit::ten_thousand_yuan;
    measure.end = behind + unit.size;
  } else if (unit.size > 0 || blur > 0) {
    const bool found = take_unit(text, behind, measure);
    if (!found || (measure.unit == Unit::none)) return {*value, Unit::none, end};
  } else {
    return measure;
  }
  measure.coarse = measure.coarse || blur > 0;
  if (kind_of(measure.unit) == UnitKind::money && is_rate(text, measure.end)) measure.unit = Unit::none;
  return measure;
}

}  // namespace mingzhang
