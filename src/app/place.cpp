// See place.h.
#include "app/place.h"

#include "app/address.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace mingzhang {
namespace {

constexpr std::string_view view_names[] = {"overview", "breakdown",  "change", "checks", "performance",
                                           "source",   "protection", "rules",  "words",  "share",
                                           "help",     "more"};
constexpr std::string_view picture_names[] = {"treemap", "flow", "bars", "table"};
constexpr std::string_view grouping_names[] = {"parts", "functions", "economic", "projects", "activities"};
constexpr std::string_view measure_names[] = {"printed",         "yuan",    "ten_thousand",
                                              "hundred_million", "share",   "per_staff",
                                              "per_resident",    "per_day", "things"};
constexpr std::string_view filter_names[] = {"all",     "contradictions", "to_explain",
                                             "remarks", "holding",        "not_checkable"};

constexpr std::string_view against_names[] = {"last_year", "years", "bodies"};
constexpr std::string_view ranked_names[] = {"total", "per_head", "personnel", "three_public", "change"};

/// Adds the name of a choice that is not the first, which is what everything begins with.
template <class Choice, std::size_t count>
void add_choice(Address& address, std::string_view name, Choice choice,
                const std::string_view (&names)[count]) {
  const auto index = static_cast<std::size_t>(choice);
  if (index > 0 && index < count) address.add(name, names[index]);
}

template <class Choice, std::size_t count>
Choice choice_named(std::string_view name, const std::string_view (&names)[count], Choice otherwise = {}) {
  for (std::size_t i = 0; i < count; ++i) {
    if (names[i] == name) return static_cast<Choice>(i);
  }
  return otherwise;
}

// Keys of parts are names as printed, so they are parted by what no name holds.
constexpr char between_keys = '\n';

std::string joined(const std::vector<std::string>& keys) {
  std::string all;
  for (const std::string& key : keys)
    all.append(all.empty() ? "" : "\n").append(key);
  return all;
}

std::vector<std::string> parted(std::string_view all) {
  constexpr std::size_t deepest = 8;
  std::vector<std::string> keys;
  while (!all.empty() && keys.size() < deepest) {
    const std::string_view key = all.substr(0, all.find(between_keys));
    all.remove_prefix(std::min(all.size(), key.size() + 1));
    keys.emplace_back(key);
  }
  return keys;
}

std::int32_t fact_at(const Disclosure& disclosure, std::uint32_t offset) {
  for (std::size_t i = 0; i < disclosure.facts.size(); ++i) {
    if (disclosure.facts[i].source.span.start == offset) return static_cast<std::int32_t>(i);
  }
  return none;
}

}  // namespace

std::string_view name_of(View view) {
  return view_names[static_cast<std::size_t>(view)];
}

View view_named(std::string_view name, View otherwise) {
  return choice_named<View>(name, view_names, otherwise);
}

std::string place_of(const OpenDocument* document, const Choices& choices) {
  Address address;
  if (document == nullptr) {
    if (choices.view == View::help) address.add("view", name_of(choices.view));
    return address.line();
  }
  address.add("doc", document->key);
  address.add("view", name_of(choices.view));
  if (choices.figure != none) {
    address.add_number("figure", document->dossier.fact(choices.figure).source.span.start);
  }
  if (choices.hall >= 0) address.add_number("hall", static_cast<std::uint32_t>(choices.hall));
  if (choices.view == View::breakdown) {
    add_choice(address, "picture", choices.picture, picture_names);
    add_choice(address, "group", choices.grouping, grouping_names);
    add_choice(address, "measure", choices.measure, measure_names);
    address.add("drill", joined(choices.drill));
  }
  if (choices.view == View::change) {
    add_choice(address, "against", choices.against, against_names);
    add_choice(address, "ranked", choices.ranked_by, ranked_names);
    address.add("series", choices.series);
  }
  if (choices.view == View::checks) add_choice(address, "filter", choices.filter, filter_names);
  if (choices.view == View::source && !choices.landed.empty()) {
    address.add_path("at", {choices.landed.start, choices.landed.end});
  }
  return address.line();
}

std::string place_of_finding(const OpenDocument& document, const FindingRef& finding) {
  Address address;
  address.add("doc", document.key);
  address.add("view", name_of(View::checks));
  std::string words = finding.rule;
  for (const std::uint32_t place : finding.places)
    words += "." + std::to_string(place);
  address.add("finding", words);
  return address.line();
}

namespace {

/// "sum.basic.3348.3400": the rule's name, then where its sources start.
FindingRef finding_named(std::string_view words) {
  FindingRef ref;
  while (!words.empty()) {
    const std::string_view step = words.substr(0, words.find('.'));
    words.remove_prefix(std::min(words.size(), step.size() + 1));
    std::uint32_t place = 0;
    const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), place);
    if (!step.empty() && error == std::errc() && end == step.data() + step.size()) {
      ref.places.push_back(place);
    } else {
      ref.rule.append(ref.rule.empty() ? "" : ".").append(step);
    }
  }
  return ref;
}

}  // namespace

void follow_place(std::string_view line, const Dossier& dossier, Choices& choices) {
  const Address address = Address::parse(line);
  choices.view = view_named(address["view"], View::overview);
  choices.figure = none;
  choices.trial.clear();
  constexpr std::uint32_t most_findings = 100'000;
  choices.hall =
      static_cast<std::int32_t>(std::min(address.number("hall").value_or(most_findings), most_findings));
  if (choices.hall == static_cast<std::int32_t>(most_findings)) choices.hall = -1;
  if (const auto offset = address.number("figure")) choices.figure = fact_at(dossier.disclosure(), *offset);
  choices.picture = choice_named<Picture>(address["picture"], picture_names, choices.picture);
  choices.grouping = choice_named<Grouping>(address["group"], grouping_names);
  choices.measure = choice_named<AmountMeasure>(address["measure"], measure_names, choices.measure);
  choices.drill = parted(address["drill"]);  // the view cuts it where it leads nowhere
  choices.filter = choice_named<Filter>(address["filter"], filter_names);
  choices.against = choice_named<Against>(address["against"], against_names);
  choices.ranked_by = choice_named<RankedBy>(address["ranked"], ranked_names);
  choices.series = address["series"];
  if (!address["finding"].empty()) {
    const FindingKey key = key_of(finding_named(address["finding"]));
    choices.open_findings.insert(key);
    choices.finding_waits = key;
  }
  choices.landed = {};
  choices.jump_waits = false;
  const std::vector<std::uint32_t> at = address.path("at");
  if (at.size() == 2 && at[0] < at[1] && at[1] <= dossier.document().text.size()) {
    choices.landed = {at[0], at[1]};
    choices.jump_waits = choices.view == View::source;
  }
}

}  // namespace mingzhang
