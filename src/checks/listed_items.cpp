// sum.classification in prose: below a paragraph that ends in a colon (其中：, 主要内容如下：) each item of
// the functional classification is a paragraph of its own; together they are the expenditure that the
// paragraph, or one just above it, states.
//
// Tests: tests/unit/checks/listed_items_test.cpp.
#include "checks/class_items.h"
#include "text/search.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

constexpr std::int32_t most_blocks = 240;
constexpr std::int32_t most_blocks_above = 8;

bool is_amount(const Fact& fact) {
  return fact.measure == Measure::amount && kind_of(fact.unit) == UnitKind::money;
}

class ListReader {
 public:
  explicit ListReader(Case& c) : c_(c) {}

  void read_all() {
    for (std::size_t i = 0; i < c_.document.blocks.size(); ++i) {
      const Block& block = c_.document.blocks[i];
      if (block.kind == BlockKind::table || !ends_in_colon(c_.document.words(block.span))) continue;
      const auto at = static_cast<std::int32_t>(i);
      if (gather_items(at)) relate_to_total(at);
    }
  }

 private:
  const Block& block(std::int32_t at) const { return c_.document.blocks[static_cast<std::size_t>(at)]; }
  int level_of(std::int32_t at) const {
    const std::int32_t section = block(at).section;
    return section == none ? -1 : c_.document.sections[static_cast<std::size_t>(section)].level;
  }
  bool opens_section(std::int32_t at) const {
    const std::int32_t section = block(at).section;
    return section != none &&
           c_.document.sections[static_cast<std::size_t>(section)].span.start == block(at).span.start;
  }

  /// False where something in the list is not an item that is understood, or where there is no list.
  bool gather_items(std::int32_t above) {
    items_.clear();
    item_level_ = no_level;
    const auto& facts = c_.disclosure.facts;
    const auto& unplaced = c_.disclosure.unplaced;
    const auto blocks = static_cast<std::int32_t>(c_.document.blocks.size());
    const std::int32_t end = std::min(blocks, above + 1 + most_blocks);
    const int level = level_of(above) + 1;
    for (std::int32_t at = above + 1; at < end; ++at) {
      const Block& here = block(at);
      if (here.kind == BlockKind::table || here.kind == BlockKind::title) break;
      if (opens_section(at) && level_of(at) < level) break;
      const auto first = std::lower_bound(
          facts.begin(), facts.end(), here.span.start,
          [](const Fact& fact, std::uint32_t offset) { return fact.source.span.start < offset; });
      if (first == facts.end() || first->source.span.start >= here.span.end) {
        // A figure that is not understood, in front of which no item stands: perhaps one of them.
        if (!items_.empty() && std::any_of(unplaced.begin(), unplaced.end(),
                                           [&](const Source& source) { return source.block == at; }))
          return false;
        continue;
      }
      const std::size_t digits = digits_of_class(c_, *first);
      if (items_.empty()) {
        if (digits == 0) return false;
        digits_ = digits;
        item_level_ = opens_section(at) ? level_of(at) : item_level_;
      } else if (digits != digits_) {
        if (digits != 0) return false;
        // Numbered like the items, it is one more part, of another kind: 结转下年资金.
        const bool in_list = opens_section(at) && level_of(at) == item_level_;
        if (in_list && first->value.is_zero()) continue;
        if (in_list) return false;
        break;
      }
      add_items(static_cast<FactIndex>(first - facts.begin()), here.span);
    }
    return items_.size() >= 2;
  }

  /// The amounts that a paragraph states of its item, one for each stage and year.
  void add_items(FactIndex first, Span paragraph) {
    const auto& facts = c_.disclosure.facts;
    const ConceptId item = facts[first].concept_id;
    for (FactIndex i = first; i < facts.size() && facts[i].source.span.start < paragraph.end; ++i) {
      if (facts[i].concept_id == item && is_amount(facts[i])) items_.push_back(i);
    }
  }

  void relate_to_total(std::int32_t above) {
    const std::int32_t total = total_of(above);
    if (total == none) return;
    const auto stated = static_cast<FactIndex>(total);
    const Fact& whole = c_.fact(stated);
    std::vector<Term> terms;
    for (const FactIndex index : items_) {
      const Fact& fact = c_.fact(index);
      if (fact.period != whole.period || fact.stage != whole.stage || fact.part != whole.part) continue;
      const auto same = std::find_if(terms.begin(), terms.end(), [&](const Term& term) {
        return c_.fact(term.fact).concept_id == fact.concept_id;
      });
      if (same == terms.end()) {
        terms.push_back({index, false});
      } else if (c_.fact(same->fact).source.block != fact.source.block &&
                 c_.figures[same->fact].value != c_.figures[index].value) {
        return;  // two amounts of one item: one of them is of something else
      }
    }
    if (terms.size() < 2 || terms.size() < items()) return;
    relate_class_items(c_, terms, stated);
  }

  /// How many different items the list has.
  std::size_t items() const {
    std::vector<ConceptId> all;
    for (const FactIndex index : items_)
      all.push_back(c_.fact(index).concept_id);
    std::sort(all.begin(), all.end());
    return static_cast<std::size_t>(std::unique(all.begin(), all.end()) - all.begin());
  }

  /// The expenditure of the year that the list is of; none where the words leave open which one.
  std::int32_t total_of(std::int32_t above) const {
    if (const std::int32_t own = total_in(above, nullptr); own != none) return own;
    const std::string_view words = c_.document.words(block(above).span);
    if (words == "其中：" || words == "其中:") return above == 0 ? none : total_in(above - 1, nullptr);
    Scope scope = Scope::fiscal;
    if (contains_words(words, "一般公共预算")) {
      scope = Scope::general_public;
    } else if (!contains_words(words, "财政拨款")) {
      return none;
    }
    for (std::int32_t at = above - 1; at >= 0 && at >= above - most_blocks_above; --at) {
      if (block(at).kind == BlockKind::table || block(at).section != block(above).section) return none;
      if (const std::int32_t found = total_in(at, &scope); found != none) return found;
    }
    return none;
  }

  /// Of final accounts, which state the budget beside: the final figures.
  Stage stage_of_items() const {
    const bool final = std::any_of(items_.begin(), items_.end(),
                                   [&](FactIndex index) { return c_.fact(index).stage == Stage::final; });
    return final ? Stage::final : c_.fact(items_.front()).stage;
  }

  /// The one total that a paragraph states (of this scope); none where it states several.
  std::int32_t total_in(std::int32_t at, const Scope* scope) const {
    std::int32_t found = none;
    for (const FactIndex index : c_.figures.of(c_.book.known.expenditure, block(at).span)) {
      const Fact& fact = c_.fact(index);
      if (fact.source.table != none || !is_amount(fact) || fact.period != c_.disclosure.year ||
          fact.part != Part::total || fact.stage != stage_of_items())
        continue;
      if (scope != nullptr && fact.scope != *scope) continue;
      if (found != none && c_.figures[static_cast<FactIndex>(found)].value != c_.figures[index].value)
        return none;
      found = static_cast<std::int32_t>(index);
    }
    return found;
  }

  static constexpr int no_level = -2;

  Case& c_;
  std::vector<FactIndex> items_;
  /// Of the list's classes: 3, 5 or 7.
  std::size_t digits_ = 0;
  int item_level_ = no_level;
};

}  // namespace

void relate_listed_items(Case& c) {
  ListReader(c).read_all();
}

}  // namespace mingzhang
