// Lists below a heading: duties, goals by duty, safeguards, glossary. Tested in
// tests/unit/disclosure/lists_test.cpp.
#include "disclosure/extraction.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

enum class ListKind : std::uint8_t { none, duties, goals, safeguards, glossary };

struct ListWords {
  std::string_view words;
  ListKind kind;
};

constexpr ListWords list_words[] = {
    {"主要职责", ListKind::duties},    {"主要职能", ListKind::duties},
    {"部门职责", ListKind::duties},    {"职责分类绩效目标", ListKind::goals},
    {"分类绩效目标", ListKind::goals}, {"保障措施", ListKind::safeguards},
    {"名词解释", ListKind::glossary},  {"名称解释", ListKind::glossary},
};

ListKind kind_of_list(std::string_view title) {
  constexpr std::size_t longest = 90;
  if (title.size() > longest) return ListKind::none;
  for (const ListWords& entry : list_words) {
    if (title.find(entry.words) != std::string_view::npos) return entry.kind;
  }
  return ListKind::none;
}

/// The term that an explanation begins with: 基本支出：为保障…
std::string term_of(std::string_view words) {
  const std::size_t end = std::min(words.find("："), words.find(":"));
  if (end == std::string_view::npos || end > 120) return {};
  return std::string(trimmed(words.substr(0, end)));
}

void add_entry(Extraction& extraction, ListKind kind, const Section& section, std::int32_t index) {
  Source source;
  source.span = section.span;
  source.section = index;
  Disclosure& result = extraction.result;
  switch (kind) {
    case ListKind::duties:
      result.duties.push_back({section.ordinal, source});
      break;
    case ListKind::goals:
      result.goals.push_back({section.ordinal, source});
      break;
    case ListKind::safeguards:
      result.safeguards.push_back({section.ordinal, source});
      break;
    case ListKind::glossary: {
      const Span words{section.title.start, section.span.end};
      std::string term = term_of(extraction.words(words));
      if (!term.empty()) result.glossary.push_back({std::move(term), source});
      break;
    }
    case ListKind::none:
      break;
  }
}

}  // namespace

void read_lists(Extraction& extraction) {
  const std::vector<Section>& sections = extraction.document.sections;
  std::vector<ListKind> kinds(sections.size(), ListKind::none);
  for (std::size_t index = 0; index < sections.size(); ++index) {
    const Section& section = sections[index];
    const ListKind above =
        section.parent == none ? ListKind::none : kinds[static_cast<std::size_t>(section.parent)];
    if (above != ListKind::none) {
      add_entry(extraction, above, section, static_cast<std::int32_t>(index));
    } else {
      kinds[index] = kind_of_list(extraction.words(section.title));
    }
  }
}

}  // namespace mingzhang
