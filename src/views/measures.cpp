// See measures.h.
#include "views/measures.h"

#include "views/select.h"

#include <assets/assets.h>
#include <nlohmann/json.hpp>

namespace mingzhang {
namespace {

constexpr int quotient_decimals = 8;

/// Enough digits to tell parts apart, no more.
Decimal readable(const Decimal& value) {
  const Decimal size = value.abs();
  const int decimals = size < Decimal(10, 0) ? 2 : size < Decimal(100, 0) ? 1 : 0;
  return value.rounded(decimals);
}

std::optional<Decimal> divided(const Decimal& yuan, const Decimal& divisor) {
  const auto quotient = yuan.divided_by(divisor, quotient_decimals);
  if (!quotient) return std::nullopt;
  return readable(*quotient);
}

std::string text_of(const nlohmann::json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

}  // namespace

std::optional<Decimal> in_measure(const Decimal& yuan, const AmountScale& scale) {
  switch (scale.measure) {
    case AmountMeasure::printed:
      return std::nullopt;
    case AmountMeasure::yuan:
      return yuan.trimmed();
    case AmountMeasure::ten_thousand:
      return yuan.shifted(-4).trimmed();
    case AmountMeasure::hundred_million:
      return yuan.shifted(-8).rounded(4);
    case AmountMeasure::share:
      return (yuan * Decimal(100, 0)).divided_by(scale.whole, 1);
    case AmountMeasure::per_staff:
    case AmountMeasure::per_resident:
    case AmountMeasure::per_day:
    case AmountMeasure::things:
      return divided(yuan, scale.divisor);
  }
  return std::nullopt;
}

std::int32_t staff_figure(const Analysis& analysis) {
  for (const ConceptId concept_id : {analysis.concepts.staff_active, analysis.concepts.staff_total}) {
    for (const Measure measure : {Measure::quantity, Measure::amount}) {
      const std::int32_t fact = latest_figure(analysis.disclosure, concept_id, measure);
      if (fact != none && fact_at(analysis, fact).value > Decimal()) return fact;
    }
  }
  return none;
}

int days_of(std::int16_t year) {
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return year > 0 && leap ? 366 : 365;
}

std::vector<Thing> everyday_things() {
  std::vector<Thing> things;
  const auto all = nlohmann::json::parse(asset("words/things.json"), nullptr, false);
  if (!all.is_array()) return things;
  for (const auto& entry : all) {
    if (!entry.is_object()) continue;
    const auto price = Decimal::parse(text_of(entry, "yuan"));
    if (price) things.push_back({text_of(entry, "id"), text_of(entry, "zh"), text_of(entry, "en"), *price});
  }
  return things;
}

}  // namespace mingzhang
