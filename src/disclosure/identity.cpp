// Whose disclosure it is, of which year and kind, and whether it is one at all: from the pages, never from
// the file's name or metadata, which are often another document's. Tested in
// tests/unit/disclosure/identity_test.cpp.
#include "disclosure/extraction.h"
#include "text/search.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace mingzhang {

namespace {

constexpr std::uint32_t title_blocks = 12;
constexpr std::size_t title_bytes = 240;

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

/// A year in folded words: 2020年, 2020-, 2020收支: four digits that are not part of a longer figure.
struct YearPlace {
  std::size_t start = 0;
  std::size_t end = 0;
  int year = 0;
};

std::optional<YearPlace> year_in(std::string_view words, std::size_t from = 0) {
  for (std::size_t at = from; at + 4 <= words.size(); ++at) {
    if (!is_digit(words[at]) || (at > 0 && is_digit(words[at - 1]))) continue;
    std::size_t end = at;
    int year = 0;
    while (end < words.size() && is_digit(words[end]) && end - at < 5)
      year = year * 10 + (words[end++] - '0');
    if (end - at != 4 || year < 1990 || year > 2100) continue;
    for (const std::string_view suffix : {"年", "年度"}) {
      if (words.substr(end).starts_with(suffix)) {
        end += suffix.size();
        if (words.substr(end).starts_with("度")) end += std::string_view("度").size();
        break;
      }
    }
    return YearPlace{at, end, year};
  }
  return std::nullopt;
}

/// Words that a title of a disclosure has behind its year.
bool names_disclosure(std::string_view words) {
  if (!contains_words(words, "预算") && !contains_words(words, "决算")) return false;
  constexpr std::array kinds = {"部门", "单位", "公开", "三公", "收支", "编制说明", "情况说明"};
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](std::string_view kind) { return contains_words(words, kind); });
}

/// Up to the end of the line, a gap, or the unit line that stands beside it.
std::string_view first_words(std::string_view rest) {
  std::size_t end = rest.size();
  for (const std::string_view mark : {"\n", "  ", "\t", "单位：", "单位:", "金额单位"})
    end = std::min(end, rest.find(mark));
  return trimmed(rest.substr(0, end));
}

/// Value behind a label such as 预算主管部门：; empty where the block does not begin with one.
std::string_view labelled_entity(std::string_view words) {
  for (const std::string_view label :
       {"预算主管部门", "预算单位", "部门名称", "单位名称", "编制部门", "编制单位", "公开部门", "公开单位"}) {
    if (!words.starts_with(label)) continue;
    std::string_view rest = words.substr(label.size());
    for (const std::string_view colon : {"：", ":"}) {
      if (!rest.starts_with(colon)) continue;
      rest = rest.substr(colon.size());
      return first_words(rest);
    }
  }
  return {};
}

struct Identity {
  std::string entity;
  Span place;
  int year = 0;
  bool final = false;
  bool recognised = false;
};

/// A year or an ending (部门预算, 公开情况说明) is no part of a body's name.
std::string entity_in(const Extraction& extraction, std::string_view title, const YearPlace& year) {
  std::string_view name = title.substr(0, year.start);
  if (trimmed(name).empty()) {
    const std::string_view rest = title.substr(year.end);
    std::size_t end = std::string_view::npos;
    for (const std::string_view ending :
         {"部门预算", "单位预算", "部门决算", "单位决算", "预算", "决算", "区级部门", "市级部门"}) {
      end = std::min(end, rest.find(ending));
    }
    name = end == std::string_view::npos ? std::string_view() : rest.substr(0, end);
    // 2021年部门收入预算表
    if (!extraction.lexicon.organisation_endings.end(name)) name = {};
  }
  return std::string(name);
}

/// 附件1：, 关于 and 第三部分 are no part of a body's name.
std::string_view without_lead(std::string_view name) {
  for (const std::string_view lead : {"附件", "关于", "《"}) {
    if (!name.starts_with(lead)) continue;
    name = name.substr(lead.size());
    while (!name.empty() && (is_digit(name.front()) || name.front() == ':'))
      name = name.substr(1);
    for (const std::string_view colon : {"：", "一", "二"})
      if (name.starts_with(colon)) name = name.substr(colon.size());
  }
  if (const std::size_t part = name.find("部分"); name.starts_with("第") && part < 12)
    name = name.substr(part + std::string_view("部分").size());
  return name;
}

/// Reads the first blocks as one title, since titles run over lines.
Identity read_title(const Extraction& extraction) {
  const Document& document = extraction.document;
  Identity found;
  std::string joined;
  Span place{};
  bool named_by_label = false;
  for (std::size_t index = 0; index < document.blocks.size() && index < title_blocks; ++index) {
    const Block& block = document.blocks[index];
    if (block.kind == BlockKind::table) continue;
    const std::string_view words = document.words(block.span);
    if (const std::string_view labelled = labelled_entity(words); !labelled.empty() && !named_by_label) {
      named_by_label = true;
      found.entity = fold_label(labelled);
      const auto start = static_cast<std::uint32_t>(labelled.data() - document.text.data());
      found.place = {start, start + static_cast<std::uint32_t>(labelled.size())};
    }
    const bool sentence = words.find("。") != std::string_view::npos;
    if (found.recognised || sentence || words.size() > title_bytes) continue;
    const std::string folded = fold_label(words);
    if (folded.starts_with("目录")) break;
    if (joined.empty() || joined.size() > title_bytes) {
      joined.clear();
      place = block.span;
    }
    joined += folded;
    place.end = block.span.end;
    const std::optional<YearPlace> year = year_in(joined);
    if (!year || !names_disclosure(joined)) continue;
    found.recognised = true;
    found.year = year->year;
    found.final = contains_words(joined, "决算") && !contains_words(joined, "预算");
    if (found.entity.empty()) {
      found.entity = without_lead(entity_in(extraction, joined, *year));
      found.place = place;
    }
  }
  return found;
}

/// Without a title: the first year beside 预算 or 决算 in a heading or a sentence.
void read_sentences(const Extraction& extraction, Identity& found) {
  for (const Block& block : extraction.document.blocks) {
    if (block.kind == BlockKind::table) continue;
    const std::string_view words = extraction.words(block.span).substr(0, 3 * title_bytes);
    if (!names_disclosure(words)) continue;
    const std::string folded = fold_label(words);
    found.recognised = true;
    const std::optional<YearPlace> year = year_in(folded);
    if (!year) continue;
    found.year = year->year;
    const std::string_view rest = std::string_view(folded).substr(year->end);
    found.final = rest.find("决算") < rest.find("预算");
    return;
  }
}

/// 部门：… above a table, where no title names the body.
void read_caption(const Extraction& extraction, Identity& found) {
  constexpr std::string_view label = "部门：";
  for (std::size_t index = 0; index < extraction.document.blocks.size() && index < title_blocks; ++index) {
    const Span span = extraction.document.blocks[index].span;
    const std::string_view words = extraction.words(span);
    if (!words.starts_with(label)) continue;
    const std::string_view rest = words.substr(label.size());
    const std::string_view name = first_words(rest);
    if (name.empty()) continue;
    found.entity = fold_label(name);
    const auto start = span.start + static_cast<std::uint32_t>(name.data() - words.data());
    found.place = {start, start + static_cast<std::uint32_t>(name.size())};
    return;
  }
}

/// Below a table of contents, or behind words of the title that no name is among: the first line or sentence
/// that begins with a body's name and its year.
void read_lines(const Extraction& extraction, Identity& found) {
  constexpr std::size_t most_blocks = 400;
  constexpr std::size_t longest_name = 120;
  const Document& document = extraction.document;
  for (std::size_t index = 0; index < document.blocks.size() && index < most_blocks; ++index) {
    const Span span = document.blocks[index].span;
    if (document.blocks[index].kind == BlockKind::table) continue;
    const std::string folded = fold_label(document.words(span).substr(0, title_bytes));
    const std::optional<YearPlace> year = year_in(folded);
    if (!year || year->year != found.year || !names_disclosure(folded)) continue;
    const std::string_view name = without_lead(std::string_view(folded).substr(0, year->start));
    constexpr std::array speakers = {"本", "我", "各", "全", "该"};  // 本部门2023年…
    if (std::any_of(speakers.begin(), speakers.end(),
                    [&](std::string_view word) { return name.starts_with(word); }))
      continue;
    const bool one_name =
        name.find_first_of(",.:;0123456789()") == std::string_view::npos && !contains_words(name, "、");
    if (!one_name || name.size() > longest_name || !extraction.lexicon.organisation_endings.end(name))
      continue;
    found.entity = name;
    found.place = span;
    return;
  }
}

/// Tables alone: the year that stands in a title of one of them.
void read_table_titles(const Extraction& extraction, Identity& found) {
  for (const Table& table : extraction.document.tables) {
    const std::string title = fold_label(extraction.words(table.title));
    if (!contains_words(title, "预算") && !contains_words(title, "决算")) continue;
    found.recognised = true;
    found.final = found.final || (contains_words(title, "决算") && !contains_words(title, "预算"));
    const std::optional<YearPlace> year = year_in(title);
    if (!year) continue;
    found.year = year->year;
    found.final = contains_words(title, "决算") && !contains_words(title, "预算");
    return;
  }
}

}  // namespace

void read_identity(Extraction& extraction) {
  Identity found = read_title(extraction);
  if (!found.recognised) read_sentences(extraction, found);
  if (found.year == 0) read_table_titles(extraction, found);
  if (found.entity.empty() && found.year != 0) read_lines(extraction, found);
  if (found.entity.empty()) read_caption(extraction, found);
  Disclosure& result = extraction.result;
  result.entity = std::move(found.entity);
  result.entity_source.span = found.place;
  result.year = static_cast<std::int16_t>(found.year);
  result.kind = found.final ? DisclosureKind::final : DisclosureKind::budget;
  result.recognised = found.recognised;
}

}  // namespace mingzhang
