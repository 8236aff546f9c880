// See marks_text.h.
#include "app/marks_text.h"

#include "report/json_writer.h"
#include "text/quantity.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

namespace mingzhang {
namespace {

using nlohmann::json;

constexpr std::string_view format_name = "mingzhang-marks/1";
constexpr std::size_t most_entries = 5000, longest_note = 4000;
constexpr std::string_view judgements[] = {"", "seen", "set_aside", "misread"};

void write_finding(JsonWriter& out, const ReaderMark& mark) {
  out.open_object();
  out.member("rule", mark.finding.rule);
  out.open_array("places");
  for (const std::uint32_t place : mark.finding.places)
    out.number(place);
  out.close_array();
  out.member_or_null("judgement", judgements[static_cast<std::size_t>(mark.judgement)]);
  out.member("note", mark.note);
  out.close_object();
}

void write_figure(JsonWriter& out, const Edit& edit) {
  out.open_object();
  out.member("kind", edit.kind == Edit::Kind::correction ? "correction" : "trial");
  out.member("start", edit.place.start);
  out.member("end", edit.place.end);
  out.member("value", edit.value.to_string());
  out.member_or_null("unit", name_of(edit.unit));
  if (edit.carried) out.key("carried"), out.boolean(true);
  out.close_object();
}

std::string text_of(const json& object, std::string_view key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::optional<std::uint32_t> number_of(const json& value) {
  if (!value.is_number_unsigned()) return std::nullopt;
  const auto number = value.get<std::uint64_t>();
  if (number > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

/// Cut between two characters where it is too long.
std::string beginning_of(std::string words) {
  if (words.size() <= longest_note) return words;
  std::size_t end = longest_note;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80)
    --end;
  words.resize(end);
  return words;
}

std::optional<ReaderMark> finding_of(const json& entry) {
  if (!entry.is_object()) return std::nullopt;
  ReaderMark mark;
  mark.finding.rule = text_of(entry, "rule");
  mark.note = beginning_of(text_of(entry, "note"));
  const auto places = entry.find("places");
  if (mark.finding.rule.empty() || places == entry.end() || !places->is_array()) return std::nullopt;
  for (const json& place : *places) {
    const auto number = number_of(place);
    if (!number) return std::nullopt;
    mark.finding.places.push_back(*number);
  }
  const std::string judgement = text_of(entry, "judgement");
  const auto at = std::find(std::begin(judgements), std::end(judgements), judgement);
  if (at != std::end(judgements)) mark.judgement = static_cast<Judgement>(at - std::begin(judgements));
  return mark;
}

std::optional<Edit> figure_of(const json& entry) {
  if (!entry.is_object() || !entry.contains("start") || !entry.contains("end")) return std::nullopt;
  const auto start = number_of(entry["start"]), end = number_of(entry["end"]);
  const auto value = Decimal::parse(text_of(entry, "value"));
  if (!start || !end || *end < *start || !value) return std::nullopt;
  const auto carried = entry.find("carried");
  return Edit{.kind = text_of(entry, "kind") == "correction" ? Edit::Kind::correction : Edit::Kind::trial,
              .place = {*start, *end},
              .value = *value,
              .unit = unit_named(text_of(entry, "unit")),
              .carried = carried != entry.end() && carried->is_boolean() && carried->get<bool>()};
}

/// The entries of a list that can be read.
template <class Entry, class Read>
std::vector<Entry> entries_of(const json& all, std::string_view key, Read read) {
  std::vector<Entry> entries;
  const auto list = all.find(key);
  if (list == all.end() || !list->is_array()) return entries;
  for (const json& each : *list) {
    if (entries.size() == most_entries) break;
    if (auto entry = read(each)) entries.push_back(std::move(*entry));
  }
  return entries;
}

}  // namespace

std::string marks_text(const ReaderMarks& marks, const std::vector<Edit>& edits) {
  JsonWriter out(0);
  out.open_object();
  out.member("format", format_name);
  out.open_array("findings");
  for (const ReaderMark& mark : marks.all())
    write_finding(out, mark);
  out.close_array();
  out.open_array("figures");
  for (const Edit& edit : edits)
    write_figure(out, edit);
  out.close_array();
  out.close_object();
  return out.take();
}

std::optional<MarksRead> marks_of(std::string_view text) {
  const json all = json::parse(text, nullptr, false);
  if (!all.is_object() || text_of(all, "format") != format_name) return std::nullopt;
  MarksRead read;
  for (ReaderMark& mark : entries_of<ReaderMark>(all, "findings", finding_of))
    read.marks.put(std::move(mark));
  read.edits = entries_of<Edit>(all, "figures", figure_of);
  return read;
}

}  // namespace mingzhang
