#include "mutants.h"

#include "text/quantity.h"

#include <algorithm>
#include <vector>

namespace mingzhang::mutation {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Digits {
  Span span;  // digits, separators and point
  int count = 0;
};

/// The first run of digits within a place.
Digits digits_in(const std::string& text, Span place) {
  Digits out;
  std::uint32_t at = place.start;
  while (at < place.end && !is_digit(text[at]))
    ++at;
  out.span = {at, at};
  while (at < place.end && (is_digit(text[at]) || text[at] == ',' || text[at] == '.')) {
    out.count += is_digit(text[at]) ? 1 : 0;
    out.span.end = ++at;
  }
  while (out.span.end > out.span.start && !is_digit(text[out.span.end - 1]))
    --out.span.end;
  return out;
}

std::optional<Decimal> value_of(std::string_view digits) {
  std::string plain;
  for (const char c : digits) {
    if (c != ',') plain += c;
  }
  return Decimal::parse(plain);
}

/// Printed money: figures of facts, and figures of cells without a concept in tables of money.
struct Place {
  Span span;
  std::int32_t fact = none;
};

std::vector<Place> money_in(const Analysis& original) {
  std::vector<Place> out;
  const std::string& text = original.document.text;
  for (FactIndex i = 0; i < original.disclosure.facts.size(); ++i) {
    const Fact& fact = original.disclosure.facts[i];
    if (kind_of(fact.unit) != UnitKind::money) continue;
    out.push_back({fact.source.span, static_cast<std::int32_t>(i)});
  }
  for (const Source& source : original.disclosure.unplaced) {
    if (source.table == none) continue;
    const Table& table = original.document.tables[static_cast<std::size_t>(source.table)];
    const std::string_view words = original.document.words(source.span);
    if (kind_of(table.unit) == UnitKind::money && words.find('.') != std::string_view::npos)
      out.push_back({source.span, none});
  }
  std::erase_if(out, [&](const Place& place) { return digits_in(text, place.span).count < 2; });
  return out;
}

std::optional<Mutant> other_digit(const Analysis& original, Random& random) {
  const std::vector<Place> places = money_in(original);
  if (places.empty()) return std::nullopt;
  const Place& place = places[random.below(places.size())];
  const std::string& text = original.document.text;
  const Digits digits = digits_in(text, place.span);
  // Any but the last place, and no zero in front.
  std::uint64_t chosen = random.below(static_cast<std::uint64_t>(digits.count - 1));
  std::uint32_t at = digits.span.start;
  for (;; ++at) {
    if (!is_digit(text[at])) continue;
    if (chosen-- == 0) break;
  }
  char other = text[at];
  while (other == text[at] || (at == digits.span.start && other == '0'))
    other = static_cast<char>('0' + random.below(10));
  const auto before = value_of(digits.span.of(text));
  std::string changed(digits.span.of(text));
  changed[at - digits.span.start] = other;
  const auto after = value_of(changed);
  if (!before || !after) return std::nullopt;
  Mutant out;
  out.text = original.document.input_text();
  out.text[original.document.in_input({at, at + 1}).start] = other;
  out.fact = place.fact;
  out.place = place.span;
  out.moved = *after - *before;
  return out;
}

std::optional<Mutant> without_row(const Analysis& original, Random& random) {
  const auto& tables = original.document.tables;
  if (tables.empty()) return std::nullopt;
  const Table& table = tables[random.below(tables.size())];
  if (table.rows <= table.header_rows + 2) return std::nullopt;
  const auto row = static_cast<std::uint32_t>(random.between(static_cast<std::int64_t>(table.header_rows),
                                                             static_cast<std::int64_t>(table.rows) - 1));
  Span span;
  bool figures = false;
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    const Span cell = table.at(row, column).span;
    if (cell.empty()) continue;
    const std::string_view words = original.document.words(cell);
    figures = figures || (is_digit(words[0]) && words.find('.') != std::string_view::npos);
    if (span.empty()) span = cell;
    span = {std::min(span.start, cell.start), std::max(span.end, cell.end)};
  }
  if (!figures) return std::nullopt;
  const std::string text(original.document.input_text());
  const Span place = original.document.in_input(span);
  const std::size_t from = text.rfind('\n', place.start);
  const std::size_t to = text.find('\n', place.end);
  if (from == std::string::npos || to == std::string::npos) return std::nullopt;
  Mutant out;
  out.text = text.substr(0, from) + text.substr(to);
  return out;
}

/// Two figures of one table or sentence in each other's place.
std::optional<Mutant> swapped(const Analysis& original, Random& random) {
  const std::vector<Place> places = money_in(original);
  if (places.size() < 2) return std::nullopt;
  const std::size_t first = random.below(places.size() - 1);
  const Document& document = original.document;
  const std::string text(document.input_text());
  const Span a = document.in_input(digits_in(document.text, places[first].span).span);
  const Span b = document.in_input(digits_in(document.text, places[first + 1].span).span);
  if (a.end > b.start || a.of(text) == b.of(text)) return std::nullopt;
  Mutant out;
  out.text = text.substr(0, a.start) + std::string(b.of(text)) + text.substr(a.end, b.start - a.end) +
             std::string(a.of(text)) + text.substr(b.end);
  return out;
}

/// A word exchanged for another, at one of its places.
std::optional<Mutant> exchanged(const Analysis& original, Random& random,
                                std::initializer_list<std::pair<std::string_view, std::string_view>> pairs) {
  struct Found {
    std::size_t at;
    std::string_view was, now;
  };
  std::vector<Found> found;
  const std::string& text = original.document.text;
  for (const auto& [was, now] : pairs) {
    for (std::size_t at = text.find(was); at != std::string::npos; at = text.find(was, at + was.size()))
      found.push_back({at, was, now});
  }
  // Only where figures are said.
  std::erase_if(found, [&](const Found& word) {
    const auto& facts = original.disclosure.facts;
    return std::none_of(facts.begin(), facts.end(), [&](const Fact& fact) {
      return fact.source.table == none && fact.context.start <= word.at && word.at < fact.context.end;
    });
  });
  if (found.empty()) return std::nullopt;
  const Found& word = found[random.below(found.size())];
  const auto at = static_cast<std::uint32_t>(word.at);
  const Span place = original.document.in_input({at, at + static_cast<std::uint32_t>(word.was.size())});
  if (place.size() != word.was.size()) return std::nullopt;  // a line ends within it
  Mutant out;
  out.text = original.document.input_text();
  out.text.replace(place.start, place.size(), word.now);
  return out;
}

std::optional<Mutant> other_unit(const Analysis& original, Random& random) {
  std::vector<Span> places;
  for (const Fact& fact : original.disclosure.facts) {
    if (fact.unit == Unit::ten_thousand_yuan && fact.source.table == none && !fact.value.is_zero() &&
        original.document.words(fact.source.span).ends_with("万元"))
      places.push_back(fact.source.span);
  }
  if (places.empty()) return std::nullopt;
  const Span place = places[random.below(places.size())];
  Mutant out;
  out.text = original.document.input_text();
  out.text.erase(original.document.in_input({place.end - 6, place.end - 3}).start, 3);
  return out;
}

std::optional<Mutant> other_year(const Analysis& original, Random& random) {
  const std::string year = std::to_string(original.disclosure.year) + "年";
  const std::string other = std::to_string(original.disclosure.year - 1) + "年";
  return exchanged(original, random, {{year, other}, {other, year}});
}

}  // namespace

std::string_view name_of(Kind kind) {
  constexpr std::string_view names[] = {"digit",     "deleted row", "swapped figures",
                                        "direction", "unit",        "year"};
  return names[static_cast<std::size_t>(kind)];
}

std::optional<Mutant> mutant_of(const Analysis& original, Kind kind, Random& random) {
  switch (kind) {
    case Kind::digit:
      return other_digit(original, random);
    case Kind::deleted_row:
      return without_row(original, random);
    case Kind::swapped:
      return swapped(original, random);
    case Kind::direction:
      return exchanged(original, random,
                       {{"增加", "减少"}, {"减少", "增加"}, {"增长", "下降"}, {"下降", "增长"}});
    case Kind::unit:
      return other_unit(original, random);
    case Kind::year:
      return other_year(original, random);
    case Kind::count:
      break;
  }
  return std::nullopt;
}

}  // namespace mingzhang::mutation
