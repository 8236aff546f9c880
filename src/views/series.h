// The same figures over several years and over several departments, from documents that are open together.
// Tested in tests/unit/views/series_test.cpp.
#pragma once

#include "views/analysis.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mingzhang {

/// One year of one figure: of a document's own year, or of the year before as the next document states it.
struct SeriesPoint {
  std::int16_t year = 0;
  Decimal yuan;  // or the count
  std::uint32_t document = 0;
  std::int32_t fact = none;
  bool from_next_year = false;  // no document of that year is open
};

struct Series {
  ConceptId concept_id = no_concept;
  /// Of a class of expenditure; names of it in the order of the years, one only where it never changed.
  std::string code;
  std::vector<std::string> names;
  DisclosureKind kind = DisclosureKind::budget;
  Unit unit = Unit::none;           // none: yuan
  std::vector<SeriesPoint> points;  // by year; two at least
};

/// Documents that are about the same body: indices of `documents` by body, each group in order of year; those
/// of one document too.
std::vector<std::vector<std::uint32_t>> bodies_of(std::span<const Analysis* const> documents);

/// Totals and parts, then three public expenses, then classes by function: what has at least two years.
/// Budgets and final accounts are series of their own. `documents` are of one body.
std::vector<Series> series_of(std::span<const Analysis* const> documents, const Vocabulary& vocabulary);

// Another room has a Comparison too, and a program of both must tell them apart (one-definition rule).
inline namespace views_room {
/// One body beside the others.
struct Comparison {
  std::uint32_t document = 0;
  std::int32_t total = none, last_year = none, personnel = none, three_public = none, staff = none;  // facts
  Decimal total_yuan;
  /// Of the total; zero where it has no divisor.
  Decimal per_head;
  std::int32_t personnel_per_mille = 0, three_public_per_mille = 0;
  bool has_change = false;
  std::int32_t change_per_mille = 0;
};
}  // namespace views_room
/// One for each document that states a total.
std::vector<Comparison> comparison_of(std::span<const Analysis* const> documents);

}  // namespace mingzhang
