#include "report/summary.h"

#include "report/fill.h"
#include "report/names.h"
#include "report/valid_text.h"

#include <algorithm>
#include <map>

namespace mingzhang {
namespace {

/// Words quoted from the document are cut at this many characters: a place is to be found, not reprinted.
constexpr std::uint32_t quoted_characters = 48;
/// More places than this are only counted.
constexpr std::size_t places_shown = 8;

std::vector<std::uint32_t> line_starts_of(std::string_view text) {
  std::vector<std::uint32_t> starts = {0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return starts;
}

/// A minus for people is a real one.
std::string with_minus(std::string figure) {
  return figure.starts_with('-') ? "−" + figure.substr(1) : figure;
}

/// "+33.81", "−3": a change shows its sign.
std::string with_sign(std::string figure) {
  return figure.starts_with("−") ? figure : "+" + figure;
}

/// 649 thousandths are 64.9 %.
std::string percent_of(std::int32_t per_mille) {
  return Decimal(per_mille, 1).to_string();
}

}  // namespace

Summary::Summary(const Analysis& analysis, const Knowledge& knowledge, const ReportOptions& options)
    : analysis_(analysis),
      knowledge_(knowledge),
      options_(options),
      words_(options.language),
      verdict_(verdict_of(analysis)),
      headline_(headline_of(analysis)),
      line_starts_(line_starts_of(analysis.document.input_text())) {}

std::string Summary::title() const {
  const Disclosure& disclosure = analysis_.disclosure;
  const bool final = disclosure.kind == DisclosureKind::final;
  const std::string_view name = disclosure.year == 0
                                    ? (final ? "title_final_no_year" : "title_budget_no_year")
                                    : (final ? "title_final" : "title_budget");
  const std::string entity =
      disclosure.entity.empty() ? std::string(words_["unnamed"]) : one_line(disclosure.entity);
  return filled(words_[name], {{"entity", entity}, {"year", std::to_string(disclosure.year)}});
}

std::string Summary::input_line() const {
  return filled(words_["input"], {{"name", one_line(analysis_.document.name)},
                                  {"bytes", std::to_string(analysis_.document.input_bytes)}});
}

std::string Summary::provenance() const {
  return filled(
      words_["provenance"],
      {{"version", program_version()}, {"rules", knowledge_.rules.date()}, {"sha256", analysis_.sha256}});
}

Decimal Summary::in_unit_asked_for(const Decimal& value, Unit& unit) const {
  if (options_.unit == Unit::none || options_.unit == unit || kind_of(unit) != UnitKind::money) return value;
  const int power = power_of(unit) - power_of(options_.unit);
  unit = options_.unit;
  return value.shifted(power).trimmed();
}

Printed Summary::printed(const Decimal& value, Unit unit) const {
  std::string digits = with_minus(in_unit_asked_for(value, unit).to_string());
  return {std::move(digits), name_of(unit)};
}

std::string Summary::plain(std::string_view figure, Unit& unit) const {
  const auto value = Decimal::parse(figure);
  return value ? in_unit_asked_for(*value, unit).to_string() : std::string(figure);
}

std::string_view Summary::name_of_concept(ConceptId id) const {
  if (id == no_concept) return {};
  const Concept& named = concept_of(knowledge_.vocabulary, analysis_.disclosure, id);
  return options_.language == Language::zh ? named.name_zh : named.name_en;
}

std::string Summary::change_note(std::int32_t change, const std::string& rate) const {
  if (change == none) return {};
  const Fact& fact = analysis_.disclosure.facts[static_cast<std::size_t>(change)];
  const Printed figure = printed(fact.value, fact.unit);
  return filled(words_[rate.empty() ? "from_last_year" : "from_last_year_rate"],
                {{"change", with_sign(figure.value)}, {"unit", figure.unit}, {"rate", rate}});
}

void Summary::append_figure(std::int32_t fact, std::string note, std::vector<FigureLine>& lines) const {
  if (fact == none) return;
  const Fact& stated = analysis_.disclosure.facts[static_cast<std::size_t>(fact)];
  lines.push_back({0, std::string(name_of_concept(stated.concept_id)), printed(stated.value, stated.unit),
                   std::move(note)});
}

void Summary::append_breakdown(const std::vector<BreakdownNode>& nodes, int depth,
                               std::vector<FigureLine>& lines) const {
  for (const BreakdownNode& node : nodes) {
    std::string name =
        node.label.empty() ? std::string(name_of_concept(node.concept_id)) : one_line(node.label);
    if (node.remainder) name = words_["remainder"];
    lines.push_back({depth, std::move(name), printed(node.printed, node.unit),
                     filled(words_["share"], {{"share", percent_of(node.per_mille)}})});
    append_breakdown(node.children, depth + 1, lines);
  }
}

std::string Summary::assets_note() const {
  if (headline_.assets_quantity == none) return {};
  const Fact& quantity = analysis_.disclosure.facts[static_cast<std::size_t>(headline_.assets_quantity)];
  return one_line(filled(words_["assets_quantity"],
                         {{"quantity", quantity.value.to_string()}, {"unit", name_of(quantity.unit)}}));
}

std::string Summary::staff_note() const {
  if (headline_.staff_active == none || headline_.staff_retired == none) return {};
  const auto value = [&](std::int32_t fact) {
    return analysis_.disclosure.facts[static_cast<std::size_t>(fact)].value.to_string();
  };
  return filled(words_["staff_parts"],
                {{"active", value(headline_.staff_active)}, {"retired", value(headline_.staff_retired)}});
}

std::string Summary::restated_note() const {
  if (headline_.operating_restated < 2) return {};
  return filled(words_["restated"], {{"count", std::to_string(headline_.operating_restated)}});
}

std::vector<FigureLine> Summary::figures() const {
  std::vector<FigureLine> lines;
  const std::string rate =
      headline_.has_rate ? with_sign(with_minus(headline_.rate_percent.to_string())) : "";
  append_figure(headline_.total, change_note(headline_.change, rate), lines);
  append_breakdown(headline_.parts, 1, lines);
  append_figure(headline_.three_public, change_note(headline_.three_public_change, {}), lines);
  append_figure(headline_.agency_operating, restated_note(), lines);
  append_figure(headline_.assets, assets_note(), lines);
  append_figure(headline_.staff, staff_note(), lines);
  return lines;
}

std::vector<FindingList> Summary::lists() const {
  return {{"≠", "contradictions", "contradictions_count", &verdict_.contradictions},
          {"?", "to_explain", "to_explain_count", &verdict_.to_explain},
          {"·", "remarks", "remarks_count", &verdict_.remarks},
          {"=", "holding", "holding_count", &verdict_.holding},
          {"…", "not_checkable", "not_checkable_count", &verdict_.not_checkable}};
}

std::string Summary::count_line(const FindingList& list) const {
  return filled(words_[list.count], {{"count", std::to_string(list.findings->size())}});
}

std::vector<ShortFinding> Summary::short_findings(const FindingList& list) const {
  std::vector<ShortFinding> found;
  std::vector<std::uint32_t> counts;
  std::map<std::pair<RuleIndex, std::string>, std::size_t> places;
  for (const FindingIndex index : *list.findings) {
    const Finding& finding = analysis_.findings.all[index];
    if (finding.status == Status::fails) continue;
    const bool formula = finding.status == Status::holds && !finding.formula.empty();
    std::string said = formula ? one_line(finding.formula) : sentence(finding);
    const auto [place, is_new] = places.try_emplace({finding.rule, said}, found.size());
    if (is_new) {
      found.push_back({std::move(said), rule(finding).id, {}});
      counts.push_back(0);
    }
    ++counts[place->second];
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (counts[i] > 1) found[i].times = filled(words_["times"], {{"count", std::to_string(counts[i])}});
  }
  return found;
}

std::string Summary::protection_line() const {
  return filled(words_["protection"], {{"figures", std::to_string(headline_.figures)},
                                       {"guarded", std::to_string(headline_.guarded)},
                                       {"alone", std::to_string(headline_.figures - headline_.guarded)}});
}

std::string Summary::unplaced_line() const {
  const std::size_t count = analysis_.disclosure.unplaced.size();
  return count == 0 ? std::string() : filled(words_["unplaced_count"], {{"count", std::to_string(count)}});
}

std::string Summary::sentence(const Finding& finding) const {
  return one_line(knowledge_.messages.sentence(finding, options_.language));
}

std::string Summary::rule_line(const Finding& finding) const {
  const Rule& named = rule(finding);
  return filled(words_[named.source.empty() ? "rule" : "rule_with_source"],
                {{"id", named.id}, {"source", words_.of_source(named.source)}});
}

std::string Summary::comparison_line(const Finding& finding) const {
  if (finding.stated.empty() || finding.expected.empty() || finding.difference.empty()) return {};
  Unit unit = finding.unit;
  std::string figures[3];
  const std::string* given[3] = {&finding.stated, &finding.expected, &finding.difference};
  const bool numbers = std::all_of(std::begin(given), std::end(given), [](const std::string* figure) {
    return Decimal::parse(*figure).has_value();
  });
  for (std::size_t i = 0; i < 3; ++i) {
    Unit own = finding.unit;
    figures[i] = numbers ? with_minus(plain(*given[i], own)) : *given[i];
    unit = own;
  }
  std::string unit_words(name_of(unit));
  if (!unit_words.empty()) unit_words.insert(0, " ");
  return filled(
      words_["compared"],
      {{"stated", figures[0]}, {"expected", figures[1]}, {"difference", figures[2]}, {"unit", unit_words}});
}

std::uint32_t Summary::line_of(std::uint32_t offset) const {
  const std::uint32_t in_input = analysis_.document.in_input({offset, offset}).start;
  const auto line_at = [&](std::uint32_t place) {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), place);
    return static_cast<std::uint32_t>(after - line_starts_.begin());
  };
  const auto& parts = analysis_.document.parts;
  if (parts.empty()) return line_at(in_input);
  const auto part = static_cast<std::size_t>(analysis_.document.part_at(offset));
  return line_at(in_input) - line_at(parts[part].input.start) + 1;
}

std::uint32_t Summary::place_number(std::uint32_t offset) const {
  return is_paged() ? static_cast<std::uint32_t>(analysis_.document.page_of(offset) + 1) : line_of(offset);
}

std::string Summary::quote(Span span) const {
  return one_line(analysis_.document.words(span), quoted_characters);
}

std::string Summary::quoted(Span span) const {
  return filled(words_["quote"], {{"words", quote(span)}});
}

std::string Summary::section_words(std::int32_t section) const {
  const std::string path = section_path(analysis_.document, section);
  return path.empty() ? std::string() : filled(words_["section"], {{"path", path}});
}

std::string Summary::input_words(std::uint32_t offset) const {
  const auto& parts = analysis_.document.parts;
  if (parts.empty()) return {};
  const auto part = static_cast<std::size_t>(analysis_.document.part_at(offset));
  return filled(words_["in_input"], {{"name", parts[part].name}});
}

std::string Summary::place_words(std::uint32_t number) const {
  if (is_paged()) return filled(words_["place_on_page"], {{"page", std::to_string(number)}});
  return filled(words_["place"], {{"line", std::to_string(number)}});
}

std::vector<std::string> Summary::places(const std::vector<Source>& sources) const {
  std::vector<std::string> lines;
  std::int32_t section = none;
  std::uint32_t number = 0;
  const std::size_t shown = std::min(sources.size(), places_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const Source& source = sources[i];
    const std::uint32_t own_number = place_number(source.span.start);
    if (lines.empty() || source.section != section) {
      lines.push_back(input_words(source.span.start) + section_words(source.section) +
                      place_words(own_number));
    } else if (own_number != number) {
      lines.back().append(words_["between_places"]).append(place_words(own_number));
    } else {
      lines.back() += words_["between_quotes"];
    }
    section = source.section;
    number = own_number;
    if (!source.span.empty()) lines.back() += quoted(source.span);
  }
  if (sources.size() > shown) {
    lines.push_back(filled(words_["more_places"], {{"count", std::to_string(sources.size() - shown)}}));
  }
  return lines;
}

std::vector<std::string> Summary::unplaced_places() const {
  std::vector<std::string> lines;
  std::uint32_t number = 0;
  for (const Source& source : analysis_.disclosure.unplaced) {
    const std::uint32_t own_number = place_number(source.span.start);
    if (own_number == number) {
      lines.back() += words_["between_quotes"];
    } else {
      lines.push_back(input_words(source.span.start) + section_words(source.section) +
                      place_words(own_number));
    }
    number = own_number;
    lines.back() += quoted(source.span);
  }
  return lines;
}

std::vector<std::string> Summary::note_lines() const {
  std::vector<std::string> lines;
  for (const ReaderNote& note : analysis_.document.notes) {
    lines.push_back(input_words(note.span.start) + place_words(place_number(note.span.start)) +
                    note_sentence(note, options_.language));
  }
  return lines;
}

std::string Summary::figure_words(const Decimal& value, Unit unit) const {
  if (unit == Unit::none) return value.to_string();
  return filled(words_["figure"], {{"value", value.to_string()}, {"unit", name_of(unit)}});
}

/// A slip of the unit is said in the unit that was meant: 28.55 万元, not 285500 元.
std::string Summary::repaired_words(const Repair& repair) const {
  const Fact& fact = analysis_.disclosure.facts[repair.fact];
  if (repair.slip == Slip::unit && kind_of(fact.unit) == UnitKind::money) {
    for (const Unit meant : {Unit::yuan, Unit::ten_thousand_yuan, Unit::hundred_million_yuan}) {
      const bool same_digits = repair.value.shifted(power_of(fact.unit) - power_of(meant)) == fact.value;
      if (same_digits) return figure_words(fact.value, meant);
    }
  }
  return figure_words(repair.value, fact.unit);
}

std::vector<std::string> Summary::repairs(const Finding& finding) const {
  std::vector<std::string> lines;
  for (const Repair& repair : finding.repair) {
    const std::string_view slip_key = key_of(repair.slip);
    const std::string_view slip =
        slip_key.empty() ? std::string_view() : words_["slip_" + std::string(slip_key)];
    lines.push_back(filled(words_[repair.likely ? "likely_repair" : "possible_repair"],
                           {{"printed", quoted(analysis_.disclosure.facts[repair.fact].source.span)},
                            {"value", repaired_words(repair)},
                            {"slip", slip}}));
  }
  return lines;
}

}  // namespace mingzhang
