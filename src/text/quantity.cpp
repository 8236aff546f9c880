// Names and kinds of units and comparators, and the units' words. The scanner itself is in scan.cpp.
// Tested in tests/unit/text/quantity_test.cpp.
#include "text/quantity.h"

#include "text/character_set.h"
#include "text/place.h"
#include "text/units.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace mingzhang {
namespace {

struct UnitInfo {
  Unit unit;
  UnitKind kind;
  std::string_view name;
  int power = 0;
};

// In the order of the enumeration.
constexpr std::array units = {
    UnitInfo{Unit::none, UnitKind::none, ""},
    UnitInfo{Unit::yuan, UnitKind::money, "元", 0},
    UnitInfo{Unit::thousand_yuan, UnitKind::money, "千元", 3},
    UnitInfo{Unit::ten_thousand_yuan, UnitKind::money, "万元", 4},
    UnitInfo{Unit::million_yuan, UnitKind::money, "百万元", 6},
    UnitInfo{Unit::hundred_million_yuan, UnitKind::money, "亿元", 8},
    UnitInfo{Unit::percent, UnitKind::ratio, "%"},
    UnitInfo{Unit::percentage_point, UnitKind::ratio, "个百分点"},
    UnitInfo{Unit::person, UnitKind::count, "人"},
    UnitInfo{Unit::named_person, UnitKind::count, "名"},
    UnitInfo{Unit::person_time, UnitKind::count, "人次"},
    UnitInfo{Unit::piece, UnitKind::count, "件"},
    UnitInfo{Unit::vehicle, UnitKind::count, "辆"},
    UnitInfo{Unit::section, UnitKind::count, "部"},
    UnitInfo{Unit::machine, UnitKind::count, "台"},
    UnitInfo{Unit::set, UnitKind::count, "套"},
    UnitInfo{Unit::time, UnitKind::count, "次"},
    UnitInfo{Unit::item, UnitKind::count, "项"},
    UnitInfo{Unit::square_metre, UnitKind::area, "平方米"},
    UnitInfo{Unit::household, UnitKind::count, "户"},
    UnitInfo{Unit::period, UnitKind::count, "期"},
    UnitInfo{Unit::batch, UnitKind::count, "批次"},
    UnitInfo{Unit::copy, UnitKind::count, "份"},
    UnitInfo{Unit::place, UnitKind::count, "处"},
    UnitInfo{Unit::unit_count, UnitKind::count, "个"},
    UnitInfo{Unit::day, UnitKind::duration, "天"},
    UnitInfo{Unit::month, UnitKind::duration, "个月"},
    UnitInfo{Unit::year, UnitKind::duration, "年"},
};

const UnitInfo& info_of(Unit unit) {
  return units[static_cast<std::size_t>(unit)];
}

/// A unit's words and what must not follow them, apart by spaces.
struct UnitWords {
  std::string_view words;
  Unit unit;
  std::string_view not_before = {};
};

// Longer words before shorter ones that they begin with.
constexpr std::array unit_words = {
    UnitWords{"%", Unit::percent},
    UnitWords{"％", Unit::percent},
    UnitWords{"﹪", Unit::percent},
    UnitWords{"万元", Unit::ten_thousand_yuan},
    UnitWords{"亿元", Unit::hundred_million_yuan},
    UnitWords{"千元", Unit::thousand_yuan},
    UnitWords{"百万元", Unit::million_yuan},
    UnitWords{"元", Unit::yuan, "旦 素 件 宵 月 老 化"},
    UnitWords{"个百分点", Unit::percentage_point},
    UnitWords{"百分点", Unit::percentage_point},
    UnitWords{"个月", Unit::month},
    UnitWords{"个", Unit::unit_count, "人和 人所 人账 人缴 人住 人农 性 体 别"},
    UnitWords{"人次", Unit::person_time},
    UnitWords{"人（次）", Unit::person_time},
    UnitWords{"人(次)", Unit::person_time},
    UnitWords{"人/次", Unit::person_time},
    UnitWords{"人", Unit::person, "大 员 民 才 事 均 力 社 代 口 工 身 防 物 文"},
    UnitWords{"名", Unit::named_person, "称 单 词 录 义 额"},
    UnitWords{"件", Unit::piece, "数 事"},
    UnitWords{"辆", Unit::vehicle},
    UnitWords{"部", Unit::section, "门 分 署 委 队 级 长 属 件 位"},
    UnitWords{"台", Unit::machine, "账 湾 帐 式"},
    UnitWords{"套", Unit::set},
    UnitWords{"次", Unit::time, "性 产业 数 要 年 日 月"},
    UnitWords{"项", Unit::item, "目 下"},
    UnitWords{"平方米", Unit::square_metre},
    UnitWords{"平米", Unit::square_metre},
    UnitWords{"㎡", Unit::square_metre},
    UnitWords{"m²", Unit::square_metre},
    UnitWords{"m2", Unit::square_metre},
    UnitWords{"户", Unit::household, "籍 外 口 型 均 数"},
    UnitWords{"期", Unit::period, "间 初 末 限 望 刊 数 工程"},
    UnitWords{"批次", Unit::batch},
    UnitWords{"批（次）", Unit::batch},
    UnitWords{"批(次)", Unit::batch},
    UnitWords{"批", Unit::batch, "准 复 示 发 评 判 量"},
    UnitWords{"份", Unit::copy, "额"},
    UnitWords{"处", Unit::place, "理 置 级 长 室 罚 分 于"},
    UnitWords{"天", Unit::day, "津 然 气"},
    UnitWords{"年", Unit::year, "级 初 末 底 度 中 终 均 轻 龄 报 鉴 化"},
};

/// The first characters of all of them.
constexpr CharacterSet first_characters("%％﹪万亿千百元个人名件辆部台套次项平㎡m户期批份处天年");

constexpr bool covers_all_units() {
  for (const UnitWords& entry : unit_words) {
    if (!first_characters.at(entry.words, 0)) return false;
  }
  return true;
}
static_assert(covers_all_units());

bool begins_with_any(std::string_view text, std::string_view words) {
  while (!words.empty()) {
    const std::size_t space = std::min(words.find(' '), words.size());
    if (stands_at(text, 0, words.substr(0, space))) return true;
    words.remove_prefix(std::min(space + 1, words.size()));
  }
  return false;
}

}  // namespace

UnitMatch unit_at(std::string_view words) {
  if (!first_characters.at(words, 0)) return {};
  for (const UnitWords& entry : unit_words) {
    if (!stands_at(words, 0, entry.words)) continue;
    const std::string_view behind = words.substr(entry.words.size());
    if (begins_with_any(behind, entry.not_before)) return {};
    return {entry.unit, entry.words.size()};
  }
  return {};
}

UnitKind kind_of(Unit unit) {
  return info_of(unit).kind;
}

int power_of(Unit unit) {
  return info_of(unit).power;
}

std::string_view name_of(Unit unit) {
  return info_of(unit).name;
}

Unit unit_named(std::string_view words) {
  const std::string plain = without_spaces(words);
  if (plain == "万") return Unit::ten_thousand_yuan;
  if (plain == "亿") return Unit::hundred_million_yuan;
  if (plain == "人民币元") return Unit::yuan;
  if (plain == "人民币万元") return Unit::ten_thousand_yuan;
  const UnitMatch match = unit_at(plain);
  return match.size == plain.size() ? match.unit : Unit::none;
}

std::string_view sign_of(Comparator comparator) {
  switch (comparator) {
    case Comparator::equal:
      return "=";
    case Comparator::at_least:
      return "≥";
    case Comparator::at_most:
      return "≤";
    case Comparator::greater:
      return ">";
    case Comparator::less:
      return "<";
  }
  return "=";
}

}  // namespace mingzhang
