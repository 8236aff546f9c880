// Families of figures, and the precision that each shows.
//
// Tests: tests/unit/checks/precision_test.cpp.
#include "checks/precision.h"

#include "text/quantity.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace mingzhang {
namespace {

constexpr std::size_t units = static_cast<std::size_t>(Unit::year) + 1;
/// From so many figures on, a family without decimals may be coarse as a whole instead of having dropped its
/// zeros.
constexpr std::uint32_t coarse_family = 5;

/// Figures of one unit that are printed in one sentence or one column.
struct Family {
  Unit unit = Unit::none;
  int finest = 0;
  std::uint32_t figures = 0;
  /// Neither 0 nor a multiple of 5: budgets are planned in round figures, rounded-off amounts end in any
  /// digit.
  std::uint32_t odd_figures = 0;
  bool used = false;
};

bool takes_part(const Fact& fact) {
  const UnitKind kind = kind_of(fact.unit);
  if (fact.coarse || fact.measure == Measure::quantity) return false;
  return kind == UnitKind::money || kind == UnitKind::area ||
         (kind == UnitKind::none && fact.measure <= Measure::change);
}

bool is_same_family_run(const Fact& a, const Fact& b) {
  if (a.source.table != none || b.source.table != none) return a.source.table == b.source.table;
  return a.context == b.context;
}

std::size_t slot_of(const Fact& fact) {
  return fact.source.table == none || fact.source.column < 0 ? 0
                                                             : static_cast<std::size_t>(fact.source.column);
}

void count(Family& family, const Fact& fact) {
  if (!family.used) {
    family.used = true;
    family.unit = fact.unit;
  }
  if (family.unit != fact.unit) return;
  family.finest = std::max(family.finest, fact.value.decimals());
  ++family.figures;
  if (fact.value.decimals() == 0 && fact.value.coefficient() % 5 != 0) ++family.odd_figures;
}

/// Finest precision of the document's figures in each unit. A single figure with more decimals than all
/// others does not make them all finer: one in eight must have them.
std::array<int, units> document_precision(const FigureList& facts) {
  std::array<std::array<std::uint32_t, Decimal::max_decimals + 1>, units> counts{};
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const Fact& fact = facts[static_cast<FactIndex>(i)];
    if (!takes_part(fact)) continue;
    const int decimals = std::clamp(fact.value.decimals(), 0, Decimal::max_decimals);
    ++counts[static_cast<std::size_t>(fact.unit)][static_cast<std::size_t>(decimals)];
  }
  std::array<int, units> out{};
  for (std::size_t unit = 0; unit < units; ++unit) {
    std::uint32_t with_decimals = 0;
    for (std::size_t d = 1; d < counts[unit].size(); ++d)
      with_decimals += counts[unit][d];
    for (std::size_t d = counts[unit].size() - 1; d > 0; --d) {
      if (counts[unit][d] > 0 && counts[unit][d] * 8 >= with_decimals) {
        out[unit] = static_cast<int>(d);
        break;
      }
    }
  }
  return out;
}

int inferred(const Fact& fact, const Family& family, int of_document) {
  const auto printed = fact.value.decimals();
  // A figure that stands alone has no family to show its precision.
  const bool has_family = family.unit == fact.unit && family.figures > 1;
  int finest = has_family ? family.finest : 0;
  if (finest == 0) {
    const bool coarse =
        has_family && family.figures >= coarse_family && family.odd_figures * 2 >= family.figures;
    finest = coarse ? 0 : of_document;
  }
  if (printed == 0) return finest;
  return finest > printed + 1 ? printed : std::max(finest, printed);
}

/// 约300: the words make it as coarse as its last digit that is not 0.
int coarse_place(const Decimal& value) {
  if (value.is_zero()) return 0;
  int place = value.decimals();
  Int128 rest = value.coefficient();
  while (rest % 10 == 0) {
    rest /= 10;
    --place;
  }
  return place;
}

Precision as_printed(const Fact& fact) {
  if (fact.coarse) return {coarse_place(fact.value), false};
  const UnitKind kind = kind_of(fact.unit);
  const bool counted = kind == UnitKind::count || fact.measure == Measure::quantity ||
                       fact.measure == Measure::target || fact.measure == Measure::threshold;
  return {fact.value.decimals(), counted && kind != UnitKind::area};
}

/// Facts and cells together, as they stand in the document.
std::vector<FactIndex> in_order_of_place(const FigureList& figures) {
  std::vector<FactIndex> order(figures.size());
  std::iota(order.begin(), order.end(), FactIndex{0});
  if (figures.cells.empty()) return order;
  const auto middle = order.begin() + static_cast<std::ptrdiff_t>(figures.facts.size());
  std::inplace_merge(order.begin(), middle, order.end(), [&](FactIndex a, FactIndex b) {
    return figures[a].source.span.start < figures[b].source.span.start;
  });
  return order;
}

}  // namespace

std::vector<Precision> infer_precision(const FigureList& figures) {
  std::vector<Precision> out(figures.size());
  const auto of_document = document_precision(figures);
  const std::vector<FactIndex> order = in_order_of_place(figures);
  std::vector<Family> families;
  for (std::size_t start = 0; start < order.size();) {
    std::size_t end = start;
    families.clear();
    for (; end < order.size() && is_same_family_run(figures[order[start]], figures[order[end]]); ++end) {
      const Fact& figure = figures[order[end]];
      if (!takes_part(figure)) continue;
      const std::size_t slot = slot_of(figure);
      if (families.size() <= slot) families.resize(slot + 1);
      count(families[slot], figure);
    }
    for (std::size_t i = start; i < end; ++i) {
      const Fact& figure = figures[order[i]];
      Precision& precision = out[order[i]];
      precision = as_printed(figure);
      if (!takes_part(figure)) continue;
      precision.decimals =
          inferred(figure, families[slot_of(figure)], of_document[static_cast<std::size_t>(figure.unit)]);
    }
    start = end;
  }
  return out;
}

}  // namespace mingzhang
