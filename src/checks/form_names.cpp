// Names: the document speaks of a 部门 or of a 单位, not of both, and names its body in one way
// (structure.naming); and its table of contents lists what is there (structure.contents).
//
// Tests: tests/unit/checks/form_names_test.cpp.
#include "checks/case.h"
#include "document/heading.h"
#include "text/utf8.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

Source source_in(const Document& document, std::size_t block, std::size_t start, std::size_t end) {
  const Block& here = document.blocks[block];
  Source source;
  source.block = static_cast<std::int32_t>(block);
  source.section = here.section;
  source.span = {here.span.start + static_cast<std::uint32_t>(start),
                 here.span.start + static_cast<std::uint32_t>(end)};
  return source;
}

/// Places of a word in the prose, the first few.
std::vector<Source> places_of(const Document& document, std::string_view word) {
  constexpr std::size_t most_places = 5;
  std::vector<Source> out;
  for (std::size_t i = 0; i < document.blocks.size() && out.size() < most_places; ++i) {
    if (document.blocks[i].kind == BlockKind::table) continue;
    const std::string_view words = document.words(document.blocks[i].span);
    const std::size_t at = words.find(word);
    if (at != std::string_view::npos) out.push_back(source_in(document, i, at, at + word.size()));
  }
  return out;
}

/// 本单位 in the disclosure of a 部门, or the reverse.
void check_kind_of_body(Case& c) {
  bool department = false;
  bool unit = false;
  for (const Block& block : c.document.blocks) {
    if (block.kind != BlockKind::title) continue;
    const std::string words = folded(c.document.words(block.span));
    department = department || words.find("部门预算") != std::string::npos ||
                 words.find("部门决算") != std::string::npos;
    unit = unit || words.find("单位预算") != std::string::npos || words.find("单位决算") != std::string::npos;
  }
  if (department == unit) return;
  std::vector<Source> other = places_of(c.document, department ? "本单位" : "本部门");
  if (other.empty() || places_of(c.document, department ? "本部门" : "本单位").empty()) return;
  Finding& finding =
      c.report(Evaluator::structure_naming, Status::fails, Severity::notice, "structure.naming.kind");
  finding.values.emplace_back("title", department ? "部门" : "单位");
  finding.values.emplace_back("words", department ? "本单位" : "本部门");
  finding.sources = std::move(other);
}

bool is_one_name(const std::string& a, const std::string& b) {
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

/// 编制部门：X above tables, against the body's own name. A unit below it may stand there by right, so only a
/// name that shares most of its characters is another spelling.
void check_body_name(Case& c) {
  const std::string entity = folded(c.disclosure.entity);
  if (entity.empty()) return;
  for (std::size_t i = 0; i < c.document.blocks.size(); ++i) {
    const Block& block = c.document.blocks[i];
    constexpr std::uint32_t longest_line = 240;
    if (block.kind == BlockKind::table || block.span.size() > longest_line) continue;
    const std::string_view words = c.document.words(block.span);
    for (const std::string& label : c.book.body_labels) {
      if (!words.starts_with(label)) continue;
      std::string_view rest = words.substr(label.size());
      if (rest.starts_with("："))
        rest.remove_prefix(3);
      else if (rest.starts_with(":"))
        rest.remove_prefix(1);
      else
        continue;
      rest = rest.substr(0, rest.find_first_of(" \t\n"));
      rest = rest.substr(0, std::min(rest.find("单位："), rest.find("\u3000")));
      rest = trimmed(rest);
      const std::string name = folded(rest);
      if (name.empty() || is_one_name(name, entity)) break;
      std::size_t common = 0;
      std::size_t all = 0;
      for (std::size_t at = 0; at < name.size();) {
        const CodePoint character = decode_utf8(name, at);
        common += entity.find(name.substr(at, character.size)) != std::string::npos ? 1u : 0u;
        ++all;
        at += character.size;
      }
      if (common * 10 < all * 8) break;
      Finding& finding =
          c.report(Evaluator::structure_naming, Status::fails, Severity::notice, "structure.naming.body");
      finding.values.emplace_back("name", name);
      finding.values.emplace_back("entity", entity);
      const auto start = static_cast<std::size_t>(rest.data() - words.data());
      finding.sources.push_back(source_in(c.document, i, start, start + rest.size()));
      if (!c.disclosure.entity_source.span.empty()) finding.sources.push_back(c.disclosure.entity_source);
      return;
    }
  }
}

/// An entry of the contents without number, leaders and page number.
std::string bare_entry(const Document& document, Span line) {
  if (const auto heading = parse_heading(document.text, line)) line.start = heading->title.start;
  std::string words = folded(document.words(line));
  const std::size_t leaders = std::min({words.find("…"), words.find("..."), words.find("···")});
  if (leaders != std::string::npos) words.resize(leaders);
  while (!words.empty() && words.back() >= '0' && words.back() <= '9')
    words.pop_back();
  return words;
}

/// How much of `entry` a line holds: pairs of neighbouring characters, of a hundred.
int likeness(const std::string& entry, const std::string& line) {
  std::size_t pairs = 0;
  std::size_t found = 0;
  for (std::size_t at = 0; at < entry.size();) {
    const std::size_t first = decode_utf8(entry, at).size;
    const std::size_t second = decode_utf8(entry, at + first).size;
    if (second == 0) break;
    ++pairs;
    found += line.find(entry.substr(at, first + second)) != std::string::npos ? 1u : 0u;
    at += first;
  }
  return pairs == 0 ? 100 : static_cast<int>(found * 100 / pairs);
}

class Contents {
 public:
  explicit Contents(Case& c) : c_(c) {}

  void check() {
    if (!find_entries() || entries_.size() > most_entries) return;
    collect_lines();
    constexpr int alike = 50;
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const bool there = std::any_of(lines_.begin(), lines_.end(), [&](const std::string& line) {
        return likeness(entries_[i].words, line) >= alike;
      });
      if (!there) missing.push_back(i);
    }
    // Much of it missing: the rest is another file.
    if (missing.size() * 4 > entries_.size()) return;
    for (const std::size_t i : missing) {
      Finding& finding = c_.report(Evaluator::structure_contents, Status::fails, Severity::notice,
                                   "structure.contents.fails");
      finding.values.emplace_back("entry", entries_[i].words);
      finding.sources.push_back(entries_[i].source);
    }
    if (!missing.empty()) return;
    Finding& finding =
        c_.report(Evaluator::structure_contents, Status::holds, Severity::notice, "structure.contents.holds");
    finding.sources.push_back(entries_[0].source);
  }

 private:
  static constexpr std::size_t most_entries = 100;
  struct Entry {
    std::string words;
    Source source;
  };

  /// The lines below 目录 that are numbered.
  bool find_entries() {
    const auto& blocks = c_.document.blocks;
    std::size_t at = 0;
    while (at < blocks.size() && without_spaces(c_.document.words(blocks[at].span).substr(0, 60)) != "目录")
      ++at;
    if (at == blocks.size()) return false;
    for (++at; at < blocks.size() && blocks[at].kind == BlockKind::paragraph; ++at) {
      const Span span = blocks[at].span;
      constexpr std::uint32_t longest_entry = 600;
      if (span.size() > longest_entry || c_.document.words(span).find("。") != std::string_view::npos) break;
      std::string words = bare_entry(c_.document, span);
      if (words.empty()) continue;
      entries_.push_back({std::move(words), source_in(c_.document, at, 0, span.size())});
    }
    first_ = at;
    constexpr std::size_t fewest_entries = 4;
    return entries_.size() >= fewest_entries;
  }

  /// Headings, titles of tables and short lines behind the contents.
  void collect_lines() {
    constexpr std::uint32_t longest_line = 180;
    const auto& blocks = c_.document.blocks;
    for (std::size_t i = first_; i < blocks.size(); ++i) {
      if (blocks[i].kind == BlockKind::table) {
        const Span title = c_.document.tables[static_cast<std::size_t>(blocks[i].table)].title;
        if (!title.empty()) lines_.push_back(folded(c_.document.words(title)));
      } else if (blocks[i].span.size() <= longest_line || blocks[i].kind != BlockKind::paragraph) {
        lines_.push_back(folded(c_.document.words(blocks[i].span)));
      }
    }
    for (const Section& section : c_.document.sections) {
      if (section.title.size() <= longest_line) lines_.push_back(folded(c_.document.words(section.title)));
    }
    constexpr std::size_t most_lines = 4000;
    if (lines_.size() > most_lines) lines_.resize(most_lines);
  }

  Case& c_;
  std::vector<Entry> entries_;
  std::vector<std::string> lines_;
  std::size_t first_ = 0;
};

}  // namespace

void check_names(Case& c) {
  check_kind_of_body(c);
  check_body_name(c);
  Contents(c).check();
}

}  // namespace mingzhang
