// See edits.h.
#include "views/edits.h"

#include "text/quantity.h"
#include "text/sorting.h"
#include "text/utf8.h"

#include <algorithm>
#include <string>
#include <utility>

namespace mingzhang {

std::optional<Edit> edit_from(std::string_view words, const Fact& fact, Edit::Kind kind) {
  std::string digits;
  const std::string typed = folded(words);
  std::size_t at = 0;
  while (at < typed.size()) {
    const CodePoint point = decode_utf8(typed, at);
    const bool minus = point.value == U'-' || point.value == U'−' || point.value == U'－';
    const bool digit =
        point.value < 0x80 && std::string_view("0123456789.").find(typed[at]) != std::string_view::npos;
    if (!minus && !digit && point.value != U',' && point.value != U'，' && point.value != U'+') break;
    if (minus) digits += '-';
    if (digit) digits += typed[at];
    at += point.size;
  }
  const auto value = Decimal::parse(digits);
  if (!value) return std::nullopt;
  Edit edit{.kind = kind, .place = fact.source.span, .value = *value, .unit = fact.unit};
  if (at == typed.size()) return edit;
  edit.unit = unit_named(std::string_view(typed).substr(at));
  if (edit.unit == Unit::none) return std::nullopt;
  return edit;
}

void Edits::begin_step() {
  past_.push_back(now_);
  if (past_.size() > most_steps) past_.erase(past_.begin());
  future_.clear();
}

void Edits::put(const Edit& edit, bool continued) {
  const auto same = [&](const Edit& each) { return each.place == edit.place; };
  const auto at = std::find_if(now_.begin(), now_.end(), same);
  if (at != now_.end() && *at == edit) return;
  if (!continued || past_.empty()) begin_step();
  future_.clear();
  ++version_;
  if (at != now_.end()) {
    *at = edit;
  } else {
    now_.push_back(edit);
  }
}

void Edits::carry(std::vector<Edit> carried) {
  std::vector<Edit> all;
  for (const Edit& edit : now_) {
    if (!edit.carried) all.push_back(edit);
  }
  all.insert(all.end(), carried.begin(), carried.end());
  if (all == now_) return;
  ++version_;
  now_ = std::move(all);
}

void Edits::remove(Span place) {
  if (at(place) == nullptr) return;
  begin_step();
  ++version_;
  std::erase_if(now_, [&](const Edit& each) { return each.place == place; });
}

void Edits::clear() {
  if (now_.empty()) return;
  begin_step();
  ++version_;
  now_.clear();
}

void Edits::replace(std::vector<Edit> edits) {
  if (edits == now_) return;
  begin_step();
  ++version_;
  now_ = std::move(edits);
}

void Edits::undo() {
  if (past_.empty()) return;
  ++version_;
  future_.push_back(std::move(now_));
  now_ = std::move(past_.back());
  past_.pop_back();
}

void Edits::redo() {
  if (future_.empty()) return;
  ++version_;
  past_.push_back(std::move(now_));
  now_ = std::move(future_.back());
  future_.pop_back();
}

const Edit* Edits::at(Span place) const {
  const auto found =
      std::find_if(now_.begin(), now_.end(), [&](const Edit& each) { return each.place == place; });
  return found == now_.end() ? nullptr : &*found;
}

void Revision::make(Disclosure& disclosure, const std::vector<Edit>& edits) {
  for (const Printed& each : printed_) {
    disclosure.facts[each.fact].value = each.value;
    disclosure.facts[each.fact].unit = each.unit;
  }
  printed_.clear();
  // Facts stand in order of place, but a total may be said again of a part of the same words.
  for (const Edit& edit : edits) {
    const Decimal* first = nullptr;
    Decimal printed;
    for (FactIndex i = 0; i < disclosure.facts.size(); ++i) {
      Fact& fact = disclosure.facts[i];
      if (fact.source.span != edit.place) continue;
      if (first == nullptr) {
        printed = fact.value;
        first = &printed;
      }
      const bool same = fact.value == printed, opposite = fact.value == -printed;
      if (!same && !opposite) continue;
      printed_.push_back({i, fact.value, fact.unit, edit.kind});
      fact.value = same ? edit.value : -edit.value;
      fact.unit = edit.unit;
    }
  }
  sort_stably(printed_, [](const Printed& a, const Printed& b) { return a.fact < b.fact; });
}

const Revision::Printed* Revision::printed(FactIndex fact) const {
  const auto at = std::lower_bound(printed_.begin(), printed_.end(), fact,
                                   [](const Printed& each, FactIndex index) { return each.fact < index; });
  return at != printed_.end() && at->fact == fact ? &*at : nullptr;
}

}  // namespace mingzhang
