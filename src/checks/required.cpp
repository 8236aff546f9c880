// Sections that the rules of the document's own place, level, kind and time ask for (missing.section). The
// lists are data (rules.json, sections), each entry with its source. A section counts as there where its
// words stand anywhere in the prose; it is called missing only in a document that holds most of the others.
//
// Tests: tests/unit/checks/required_test.cpp.
#include "checks/required.h"

#include "text/search.h"
#include "text/utf8.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

struct Found {
  const RequiredSection* section = nullptr;
  std::int32_t block = none;
};

bool applies(const RequiredSection& section, const Case& c, const Jurisdiction& place) {
  if (section.kind && *section.kind != c.disclosure.kind) return false;
  if (c.disclosure.year < section.from || c.disclosure.year > section.to) return false;
  if (!section.province.empty() && section.province != place.province) return false;
  return std::find(section.levels.begin(), section.levels.end(), place.level) != section.levels.end();
}

/// Blocks of prose, in which words of sections are looked for; what follows 目录 are only names.
class Prose {
 public:
  explicit Prose(const Document& document) : document_(document) {
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      if (document.blocks[i].kind != BlockKind::table) blocks_.push_back(static_cast<std::int32_t>(i));
    }
  }

  /// The first that holds one of the words, which may be broken over lines; none where none does.
  std::int32_t block_with(const std::vector<std::string>& words) {
    for (const std::int32_t block : blocks_) {
      if (contains_one_of(document_.words(document_.blocks[static_cast<std::size_t>(block)].span), words))
        return block;
    }
    if (folded_.empty()) {
      for (const std::int32_t block : blocks_)
        folded_.push_back(folded(document_.words(document_.blocks[static_cast<std::size_t>(block)].span)));
    }
    const auto found = std::find_if(folded_.begin(), folded_.end(),
                                    [&](const std::string& text) { return contains_one_of(text, words); });
    return found == folded_.end() ? none : blocks_[static_cast<std::size_t>(found - folded_.begin())];
  }

 private:
  const Document& document_;
  std::vector<std::int32_t> blocks_;
  /// Of each block; made when first asked for.
  std::vector<std::string> folded_;
};

}  // namespace

Jurisdiction jurisdiction_of(const Disclosure& disclosure, const RuleBook::Data& book) {
  Jurisdiction place;
  const std::string entity = folded(disclosure.entity);
  for (const std::string& province : book.provinces) {
    if (entity.starts_with(province)) place.province = province;
  }
  std::string_view rest = std::string_view(entity).substr(place.province.size());
  const bool provincial = !place.province.empty() && (rest.starts_with("省") || rest.starts_with("自治区"));
  const auto names = [&](std::string_view word) {
    const std::size_t at = rest.find(word);
    // At most eight characters of a place's name.
    return at != std::string_view::npos && at > 0 && at <= 24;
  };
  if (names("县") || names("区") || names("旗"))
    place.level = PlaceLevel::county;
  else if (names("市"))
    place.level = PlaceLevel::city;
  else if (provincial || !place.province.empty())
    place.level = PlaceLevel::province;
  else if (entity.starts_with("国家") || entity.starts_with("中央") || entity.starts_with("中华人民共和国"))
    place.level = PlaceLevel::central;
  return place;
}

void check_required(Case& c) {
  if (c.disclosure.year == 0) return;
  const Jurisdiction place = jurisdiction_of(c.disclosure, c.book);
  Prose prose(c.document);
  std::vector<Found> found;
  std::size_t there = 0;
  for (const RequiredSection& section : c.book.sections) {
    // Without a place the national rules for any level may apply all the same; which do is not known.
    const bool unknown_place = place.level == PlaceLevel::unknown;
    if (!unknown_place && !applies(section, c, place)) continue;
    if (unknown_place && (c.disclosure.year < section.from || c.disclosure.year > section.to ||
                          (section.kind && *section.kind != c.disclosure.kind)))
      continue;
    const Found entry{&section, prose.block_with(section.words)};
    there += entry.block != none ? 1u : 0u;
    found.push_back(entry);
  }
  // Half a document, or one in other words throughout: nothing can be said.
  const bool whole = there * 4 >= found.size() * 3 && place.level != PlaceLevel::unknown;
  for (const Found& entry : found) {
    const Status status = entry.block != none ? Status::holds : whole ? Status::fails : Status::unknown;
    Finding& finding = c.report(Evaluator::missing_section, status, Severity::warning,
                                status == Status::holds   ? "missing.section.holds"
                                : status == Status::fails ? "missing.section.fails"
                                                          : "missing.section.unknown");
    finding.values.emplace_back("section_zh", entry.section->zh);
    finding.values.emplace_back("section_en", entry.section->en);
    finding.values.emplace_back("source", entry.section->source);
    if (entry.block == none) continue;
    Source source;
    source.block = entry.block;
    source.section = c.document.blocks[static_cast<std::size_t>(entry.block)].section;
    source.span = c.document.blocks[static_cast<std::size_t>(entry.block)].span;
    finding.sources.push_back(source);
  }
}

}  // namespace mingzhang
