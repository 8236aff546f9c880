// The frame of the document: numbers of headings and items follow each other (structure.numbering), and the
// standard tables of its year are there (missing.table).
//
// Tests: tests/unit/checks/form_test.cpp.
#include "checks/case.h"
#include "text/utf8.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

Source source_of(const Document& document, std::int32_t section) {
  const Section& entry = document.sections[static_cast<std::size_t>(section)];
  Source source;
  source.section = section;
  source.span = entry.title;
  return source;
}

void report_number(Case& c, std::int32_t section, bool repeated, int expected) {
  const Section& entry = c.document.sections[static_cast<std::size_t>(section)];
  Finding& finding = c.report(Evaluator::structure_numbering, Status::fails, Severity::notice,
                              repeated ? "structure.numbering.repeated" : "structure.numbering.gap");
  finding.sources.push_back(source_of(c.document, section));
  finding.stated = std::to_string(entry.ordinal);
  finding.expected = std::to_string(expected);
  finding.formula = finding.stated + " ≠ " + finding.expected;
  finding.values.emplace_back("number", entry.number);
}

/// 1 to 99 as the numbers of headings are written: 九, 十, 二十一.
std::string chinese_numeral(int value) {
  constexpr std::string_view digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::string out;
  if (value >= 20) out += digits[value / 10];
  if (value >= 10) out += "十";
  return out + std::string(digits[value % 10]);
}

/// The number as printed with another value: "2" and "（二）" become "1" and "（一）".
std::string renumbered(const Section& section, int value) {
  std::string out = section.number;
  const std::string arabic = std::to_string(section.ordinal);
  const std::string chinese = chinese_numeral(section.ordinal);
  if (const std::size_t at = out.find(arabic); at != std::string::npos) {
    return out.replace(at, arabic.size(), std::to_string(value));
  }
  if (const std::size_t at = out.find(chinese); at != std::string::npos) {
    return out.replace(at, chinese.size(), chinese_numeral(value));
  }
  return {};
}

/// The number before stands in the text, although no section begins there: within a paragraph, or in a table.
bool stands_in_text(const Document& document, const Section& section, int value) {
  std::string wanted = renumbered(section, value);
  if (wanted.empty()) return true;
  // With its separator: 1、 or 1． but not the 1 of 12.
  const std::size_t behind = section.span.start + section.number.size();
  const CodePoint separator = decode_utf8(document.text, behind);
  if (wanted.back() >= '0' && wanted.back() <= '9') {
    if (is_space(separator.value) || separator.size == 0) return true;
    append_utf8(wanted, separator.value);
  }
  const std::size_t from =
      section.parent == none ? 0 : document.sections[static_cast<std::size_t>(section.parent)].span.start;
  constexpr std::uint32_t longest_look = 1u << 20;
  if (section.span.start - from > longest_look) return true;
  const std::string_view before = std::string_view(document.text).substr(from, section.span.start - from);
  return before.find(wanted) != std::string_view::npos;
}

/// Siblings follow each other: the number before, or a new list from 1.
void check_numbering(Case& c) {
  const auto& sections = c.document.sections;
  // The last sibling by parent: parents come before their children, so one slot for each section and the top.
  std::vector<std::int32_t> last(sections.size() + 1, none);
  constexpr int most_looked_up = 64;
  int looked_up = 0;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const Section& section = sections[i];
    std::int32_t& before =
        last[section.parent == none ? sections.size() : static_cast<std::size_t>(section.parent)];
    const bool first = before == none || sections[static_cast<std::size_t>(before)].level != section.level;
    const int previous = first ? 0 : sections[static_cast<std::size_t>(before)].ordinal;
    before = static_cast<std::int32_t>(i);
    if (section.ordinal == previous + 1 || section.ordinal <= 1) continue;
    const bool repeated = section.ordinal == previous;
    // A number that jumps far is no item of this list (a year, a quoted article).
    constexpr int longest_jump = 3;
    if (section.ordinal < previous || section.ordinal > previous + longest_jump) continue;
    if (!repeated &&
        (++looked_up > most_looked_up || stands_in_text(c.document, section, section.ordinal - 1)))
      continue;
    report_number(c, static_cast<std::int32_t>(i), repeated, previous + 1);
  }
}

bool holds_all(std::string_view title, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return title.find(word) != std::string_view::npos; });
}

bool is_title_of(const StandardTable& table, std::string_view title) {
  const bool excluded = std::any_of(table.without.begin(), table.without.end(), [&](const std::string& word) {
    return title.find(word) != std::string_view::npos;
  });
  if (excluded) return false;
  return std::any_of(table.titles.begin(), table.titles.end(),
                     [&](const std::vector<std::string>& words) { return holds_all(title, words); });
}

struct Titled {
  std::string words;
  Source source;
};

/// Titles of tables, and lines of their own that name a table.
std::vector<Titled> titles_in(const Document& document) {
  std::vector<Titled> out;
  for (std::size_t i = 0; i < document.tables.size(); ++i) {
    if (document.tables[i].title.empty()) continue;
    Source source;
    source.span = document.tables[i].title;
    const Span table = document.tables[i].span;
    if (table.start <= source.span.start && source.span.end <= table.end)
      source.table = static_cast<std::int32_t>(i);
    out.push_back({without_spaces(document.words(source.span)), source});
  }
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    constexpr std::uint32_t longest_title = 120;
    if (block.kind == BlockKind::table || block.span.size() > longest_title) continue;
    if (document.words(block.span).find("表") == std::string_view::npos) continue;
    std::string words = without_spaces(document.words(block.span));
    if (words.find("。") != std::string::npos) continue;
    Source source;
    source.block = static_cast<std::int32_t>(i);
    source.section = block.section;
    source.span = block.span;
    out.push_back({std::move(words), source});
  }
  return out;
}

void check_tables(Case& c) {
  if (c.disclosure.year == 0) return;
  const std::vector<Titled> titles = titles_in(c.document);
  for (const StandardTable& table : c.book.tables) {
    if (table.kind != c.disclosure.kind || c.disclosure.year < table.from || c.disclosure.year > table.to)
      continue;
    const auto found = std::find_if(titles.begin(), titles.end(),
                                    [&](const Titled& t) { return is_title_of(table, t.words); });
    const bool there = found != titles.end();
    Finding& finding = c.report(Evaluator::missing_table, there ? Status::holds : Status::unknown,
                                Severity::warning, there ? "missing.table.holds" : "missing.table.unknown");
    if (there) finding.sources.push_back(found->source);
    finding.values.emplace_back("table_zh", table.zh);
    finding.values.emplace_back("table_en", table.en);
  }
}

}  // namespace

void check_form(Case& c) {
  check_numbering(c);
  check_tables(c);
}

}  // namespace mingzhang
