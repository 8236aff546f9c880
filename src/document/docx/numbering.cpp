// See numbering.h.
#include "document/docx/numbering.h"

#include "document/numbers.h"
#include "document/office/package.h"
#include "text/utf8.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

constexpr std::size_t longest_text = 60;  // of a level, in bytes: 第%1部分

}  // namespace

void Numbering::read_level(XmlNode node, Level& level) {
  for (const XmlNode property : node.children()) {
    const std::string_view value = attribute_of(property, "val");
    if (is(property, "start"))
      level.start = static_cast<std::uint32_t>(std::max<std::int64_t>(0, number_of(value, 1)));
    if (is(property, "numFmt")) level.format = value;
    if (is(property, "lvlText") && value.size() <= longest_text) level.text = value;
    if (is(property, "pStyle")) level.style = value;
    if (is(property, "lvlRestart")) level.restart = static_cast<int>(number_of(value));
    if (is(property, "isLgl")) level.legal = is_on(property);
    if (is(property, "suff")) level.gap = value != "nothing";
  }
  // Formats beyond the first edition stand in AlternateContent, with a plainer one to fall back upon.
  if (const XmlNode fallback = child_of(node, "AlternateContent", "Fallback", "numFmt"))
    level.format = attribute_of(fallback, "val");
  if (const XmlNode choice = child_of(node, "AlternateContent", "Choice", "numFmt");
      choice && attribute_of(choice, "val") != "custom")
    level.format = attribute_of(choice, "val");
}

void Numbering::read(XmlNode numbering) {
  const auto level_at = [](XmlNode node) {
    return static_cast<int>(
        std::clamp<std::int64_t>(number_of(attribute_of(node, "ilvl")), 0, numbering_levels - 1));
  };
  for (const XmlNode node : numbering.children()) {
    if (is(node, "abstractNum")) {
      Definition& definition = definitions_[number_of(attribute_of(node, "abstractNumId"))];
      for (const XmlNode level : node.children()) {
        if (is(level, "lvl")) read_level(level, definition.levels[static_cast<std::size_t>(level_at(level))]);
      }
    } else if (is(node, "num")) {
      List& list = lists_[number_of(attribute_of(node, "numId"))];
      list.definition = number_of(attribute_of(child_of(node, "abstractNumId"), "val"), -1);
      for (const XmlNode over : node.children()) {
        if (!is(over, "lvlOverride")) continue;
        if (const XmlNode start = child_of(over, "startOverride"))
          list.starts[level_at(over)] =
              static_cast<std::uint32_t>(std::max<std::int64_t>(0, number_of(attribute_of(start, "val"), 1)));
        // A level of the instance's own: rare, and then all of its paragraphs use it.
        const XmlNode level = child_of(over, "lvl");
        const auto definition = definitions_.find(list.definition);
        if (level && definition != definitions_.end())
          read_level(level, definition->second.levels[static_cast<std::size_t>(level_at(over))]);
      }
    }
  }
}

void Numbering::define(std::int64_t definition, int level, Level how) {
  if (level < 0 || level >= numbering_levels || how.text.size() > longest_text) return;
  definitions_[definition].levels[static_cast<std::size_t>(level)] = std::move(how);
}

void Numbering::add_list(std::int64_t id, std::int64_t definition, std::map<int, std::uint32_t> starts) {
  List& list = lists_[id];
  list.definition = definition;
  list.starts = std::move(starts);
}

std::string Numbering::next(std::int64_t list_id, int level) {
  const auto list = lists_.find(list_id);
  if (list == lists_.end() || level < 0 || level >= numbering_levels) return {};
  const auto found = definitions_.find(list->second.definition);
  if (found == definitions_.end()) return {};
  Definition& definition = found->second;
  const auto at = static_cast<std::size_t>(level);
  // A level above that no paragraph has opened counts as begun.
  for (std::size_t above = 0; above < at; ++above) {
    if (!definition.begun[above]) definition.counts[above] = definition.levels[above].start;
    definition.begun[above] = true;
  }
  const auto own = list->second.starts.find(level);
  if (own != list->second.starts.end() && !list->second.started[at]) {
    definition.counts[at] = own->second;
    list->second.started[at] = true;
  } else if (definition.begun[at]) {
    ++definition.counts[at];
  } else {
    definition.counts[at] = definition.levels[at].start;
  }
  definition.begun[at] = true;
  for (std::size_t below = at + 1; below < numbering_levels; ++below) {
    const int restart = definition.levels[below].restart;
    if (restart < 0 || level < restart) definition.begun[below] = false;
  }
  return text_of_level(definition, level);
}

std::string Numbering::text_of_level(const Definition& definition, int level) const {
  const Level& own = definition.levels[static_cast<std::size_t>(level)];
  if (own.format == "bullet") return {};
  std::string out;
  for (std::size_t at = 0; at < own.text.size(); ++at) {
    const char digit = own.text[at] == '%' && at + 1 < own.text.size() ? own.text[at + 1] : ' ';
    if (digit < '1' || digit > '9') {
      out += own.text[at];
      continue;
    }
    const auto named = static_cast<std::size_t>(digit - '1');
    const std::string& format = definition.levels[named].format;
    out += formatted_number(definition.counts[named], own.legal ? "decimal" : format);
    ++at;
  }
  if (trimmed(out).empty()) return {};
  // After 、 and ） the words follow at once; a number that ends otherwise needs a gap.
  const bool closed = out.ends_with("、") || out.ends_with("）") || out.ends_with("：") || out.ends_with(" ");
  if (own.gap && !closed) out += ' ';
  return out;
}

int Numbering::level_of_style(std::int64_t list_id, std::string_view style, int otherwise) const {
  const auto list = lists_.find(list_id);
  if (list == lists_.end()) return otherwise;
  const auto definition = definitions_.find(list->second.definition);
  if (definition == definitions_.end()) return otherwise;
  for (int level = 0; level < numbering_levels; ++level) {
    if (definition->second.levels[static_cast<std::size_t>(level)].style == style) return level;
  }
  return otherwise;
}

}  // namespace mingzhang
