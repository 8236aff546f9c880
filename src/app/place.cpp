// See place.h.
#include "app/place.h"

#include "app/address.h"

#include <iterator>

namespace mingzhang {
namespace {

constexpr std::string_view view_names[] = {"overview",    "breakdown", "change", "checks",
                                           "performance", "source",    "more"};
constexpr std::string_view picture_names[] = {"treemap", "bars"};
constexpr std::string_view grouping_names[] = {"parts", "activities"};
constexpr std::string_view filter_names[] = {"all",     "contradictions", "to_explain",
                                             "remarks", "holding",        "not_checkable"};

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
  if (document == nullptr) return {};
  Address address;
  address.add("doc", document->key);
  address.add("view", name_of(choices.view));
  if (choices.figure != none) {
    address.add_number("figure", document->dossier.fact(choices.figure).source.span.start);
  }
  if (choices.view == View::breakdown) {
    add_choice(address, "picture", choices.picture, picture_names);
    add_choice(address, "group", choices.grouping, grouping_names);
    address.add_path("drill", choices.drill);
  }
  if (choices.view == View::checks) add_choice(address, "filter", choices.filter, filter_names);
  if (choices.view == View::source && !choices.landed.empty()) {
    address.add_path("at", {choices.landed.start, choices.landed.end});
  }
  return address.line();
}

void follow_place(std::string_view line, const Dossier& dossier, Choices& choices) {
  const Address address = Address::parse(line);
  choices.view = view_named(address["view"], View::overview);
  choices.figure = none;
  choices.trial.clear();
  if (const auto offset = address.number("figure")) choices.figure = fact_at(dossier.disclosure(), *offset);
  choices.picture = choice_named<Picture>(address["picture"], picture_names, choices.picture);
  choices.grouping = choice_named<Grouping>(address["group"], grouping_names);
  choices.drill = address.path("drill");  // the view cuts it where it leads nowhere
  choices.filter = choice_named<Filter>(address["filter"], filter_names);
  choices.landed = {};
  choices.jump_waits = false;
  const std::vector<std::uint32_t> at = address.path("at");
  if (at.size() == 2 && at[0] < at[1] && at[1] <= dossier.document().text.size()) {
    choices.landed = {at[0], at[1]};
    choices.jump_waits = choices.view == View::source;
  }
}

}  // namespace mingzhang
