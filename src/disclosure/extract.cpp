// The walk over a document's blocks, and what the other files of this folder share.
// Tested in tests/unit/disclosure/.
#include "disclosure/extract.h"

#include "disclosure/extraction.h"
#include "disclosure/order.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

/// A numbered paragraph is a section too; its first sentence is no heading that others stand under.
bool is_heading(std::string_view title) {
  constexpr std::size_t longest = 150;
  if (title.size() > longest) return false;
  return title.find("元") == std::string_view::npos && title.find('%') == std::string_view::npos &&
         title.find("，") == std::string_view::npos;
}

HeadingMeaning meaning_of(const Vocabulary::Lexicon& lexicon, std::string_view title) {
  constexpr std::uint32_t little = 12;  // bytes: 关于 … 情况
  HeadingMeaning meaning;
  const auto end = static_cast<std::uint32_t>(title.size());
  std::uint32_t unknown = 0;
  bool income = false;
  for (std::uint32_t at = 0; at < end;) {
    const Trie::Match match = lexicon.trie.longest(title, at, end);
    const VocabularyTerm* term = lexicon.term(match.value);
    if (term == nullptr) {
      const std::uint32_t size = std::max<std::uint32_t>(decode_utf8(title, at).size, 1);
      if (size > 1) unknown += size;
      at += size;
      continue;
    }
    const std::string_view words = title.substr(at, match.end - at);
    meaning.expenditure = meaning.expenditure || words.find("支出") != std::string_view::npos;
    income = income || words.find("收入") != std::string_view::npos;
    if (term->is(Word::scope) && meaning.scope == Scope::all) meaning.scope = term->scope;
    const bool label = term->is(Word::label) || term->is(Word::item_class);
    if (label && meaning.concept_id == no_concept && !term->is(Word::glue)) {
      meaning.concept_id = term->money != no_concept ? term->money : term->count;
    }
    // 财政拨款收支总计 and 财政拨款收入 speak of a scope as well.
    if (label && meaning.scope == Scope::all && term->money != no_concept)
      meaning.scope = term->scope != Scope::all ? term->scope : lexicon.scope_named(term->money);
    at = match.end;
  }
  meaning.expenditure = meaning.expenditure && !income;
  meaning.alone = meaning.concept_id != no_concept && unknown <= little;
  return meaning;
}

/// A heading and the paragraph that goes on behind it: 2、人员构成情况：共有64人.
bool on_one_line(const Document& document, std::size_t block) {
  const Block& here = document.blocks[block];
  const Block& next = document.blocks[block + 1];
  if (here.kind != BlockKind::heading || next.kind != BlockKind::paragraph || next.span.start < here.span.end)
    return false;
  return document.words({here.span.end, next.span.start}).find('\n') == std::string_view::npos;
}

}  // namespace

const HeadingMeaning& Extraction::heading_of(std::int32_t section) {
  static const HeadingMeaning nothing;
  if (section == none) return nothing;
  if (headings.empty()) headings.resize(document.sections.size());
  HeadingMeaning& meaning = headings[static_cast<std::size_t>(section)];
  if (meaning.known) return meaning;
  const Section& here = document.sections[static_cast<std::size_t>(section)];
  const HeadingMeaning above = here.parent == none ? HeadingMeaning{} : heading_of(here.parent);
  if (is_heading(words(here.title))) meaning = meaning_of(lexicon, words(here.title));
  if (meaning.scope == Scope::all) meaning.scope = above.scope;
  if (meaning.concept_id == no_concept) meaning.concept_id = above.concept_id;
  meaning.expenditure = meaning.expenditure || above.expenditure;
  meaning.known = true;
  return meaning;
}

namespace {

/// 201 to 239 begin functional codes; 301 to 399 and 501 to 599 economic ones.
std::string_view family_of(std::string_view code) {
  if (code.size() != 3 && code.size() != 5 && code.size() != 7) return {};
  if (std::any_of(code.begin(), code.end(), [](char c) { return c < '0' || c > '9'; })) return {};
  if (code[0] == '2' && code[1] <= '3' && code.substr(0, 3) > "200") return "function.";
  const bool economic = (code[0] == '3' || code[0] == '5') && code.size() < 7 && code.substr(1, 2) != "00";
  return economic ? "economic." : std::string_view();
}

}  // namespace

ConceptId Extraction::item_concept(std::string_view code, std::string_view printed_name) {
  const std::string_view family = family_of(code);
  if (family.empty()) return no_concept;
  const Classification& classes = family[0] == 'f' ? lexicon.function : lexicon.economic;
  if (const ClassifiedItem* item = classes.find(code)) return item->concept_id;
  const std::string id = std::string(family) + std::string(code);
  std::vector<Concept>& own = result.own_concepts;
  auto known = std::find_if(own.begin(), own.end(), [&](const Concept& each) { return each.id == id; });
  if (known == own.end()) {
    constexpr std::size_t most = 1000;  // no disclosure has so many items of its own
    if (own.size() == most) return lexicon.core.function_unknown;
    const std::string english = (family[0] == 'f' ? "Function " : "Economic item ") + std::string(code);
    const std::string name = without_spaces(printed_name);
    own.push_back({id, name.empty() ? std::string(code) : name, english});
    known = own.end() - 1;
  }
  return static_cast<ConceptId>(lexicon.concepts.size() + static_cast<std::size_t>(known - own.begin()));
}

bool Extraction::within(std::int32_t section, std::int32_t above) const {
  if (above == none) return section == none;
  for (; section != none; section = document.sections[static_cast<std::size_t>(section)].parent) {
    if (section == above) return true;
  }
  return false;
}

void Extraction::note_level(FactIndex fact, std::string_view words) {
  const ConceptId id = result.facts[fact].concept_id;
  if (id != lexicon.core.revenue_total && id != lexicon.core.expenditure_total) return;
  if (words.find("总计") != std::string_view::npos) with_carryover.push_back(fact);
  if (words.find("本年") != std::string_view::npos || words.find("当年") != std::string_view::npos)
    own_year.push_back(fact);
}

Fact Extraction::fact_of(const Quantity& quantity, const Source& source) const {
  Fact fact;
  fact.value = quantity.value;
  fact.unit = quantity.unit;
  fact.comparator = quantity.comparator;
  fact.coarse = quantity.coarse;
  fact.source = source;
  fact.context = source.span;
  return fact;
}

bool counts_as_figure(const Mention& mention) {
  if (mention.kind != MentionKind::quantity) return false;
  return !mention.quantity.in_words || kind_of(mention.quantity.unit) == UnitKind::money;
}

namespace {

/// 收入预算5260.50万元，其中：上年结转60.50万元，本年收入5200万元: the first is the level with carry-over,
/// wherever the same amount is stated again.
void find_totals_with_parts(Extraction& extraction) {
  std::vector<Fact>& facts = extraction.result.facts;
  const CoreConcepts& core = extraction.lexicon.core;
  constexpr std::size_t most = 50;
  std::size_t tried = 0;
  for (const FactIndex index : extraction.own_year) {
    if (++tried > most) return;
    const Fact own = facts[index];
    if (own.concept_id != core.revenue_total || own.context.empty()) continue;
    const auto like = [&](const Fact& fact) {
      return fact.measure == Measure::amount && fact.scope == own.scope && fact.period == own.period &&
             fact.stage == own.stage && fact.unit == own.unit;
    };
    const auto beside = [&](const Fact& fact) {
      return like(fact) && fact.context.start == own.context.start;
    };
    Decimal sum = own.value;
    for (const Fact& fact : facts) {
      const bool carried = fact.concept_id == core.revenue_carryover ||
                           extraction.lexicon.id_of(fact.concept_id) == "revenue.reserves";
      if (carried && beside(fact)) sum = sum + fact.value;
    }
    if (sum == own.value) continue;
    const bool stated = std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
      return fact.concept_id == core.revenue_total && beside(fact) && fact.value == sum;
    });
    if (!stated) continue;
    for (Fact& fact : facts) {
      if (fact.concept_id == core.revenue_total && like(fact) && fact.value == sum)
        fact.concept_id = core.grand_total;
    }
  }
}

}  // namespace

/// 本年收入合计 9746 beside 总计 9859: two levels, where something is carried over. The same figure twice, or
/// two figures without any carry-over, are one level.
void sort_levels(Extraction& extraction) {
  find_totals_with_parts(extraction);
  std::vector<Fact>& facts = extraction.result.facts;
  const bool carried = std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
    const std::string_view id = extraction.lexicon.id_of(fact.concept_id);
    return !fact.value.is_zero() && (id == "revenue.carryover" || id == "revenue.reserves" ||
                                     id == "expenditure.carryover" || id == "expenditure.distribution");
  });
  if (!carried) return;
  // More than a few totals in one document are parts of many bodies; the first ones are its own.
  constexpr std::size_t most = 200;
  if (extraction.own_year.size() > most) extraction.own_year.resize(most);
  for (const FactIndex total : extraction.with_carryover) {
    Fact& fact = facts[total];
    const bool differs =
        std::any_of(extraction.own_year.begin(), extraction.own_year.end(), [&](FactIndex index) {
          const Fact& own = facts[index];
          return own.concept_id == fact.concept_id && own.scope == fact.scope && own.period == fact.period &&
                 own.stage == fact.stage && own.unit == fact.unit && own.value != fact.value;
        });
    if (differs) fact.concept_id = extraction.lexicon.core.grand_total;
  }
}

/// A fragment without any title is a disclosure where three things stand in it that only public bodies
/// disclose.
bool speaks_of_public_money(const Extraction& extraction) {
  constexpr std::size_t enough = 3;
  std::vector<ConceptId> seen;
  for (const Fact& fact : extraction.result.facts) {
    const std::string_view id = extraction.lexicon.id_of(fact.concept_id);
    const bool particular = id.starts_with("three_public.") || id.starts_with("agency_operating.") ||
                            id.starts_with("function.") || id == "revenue.fiscal" ||
                            id == "revenue.general_public" || id == "expenditure.basic";
    if (particular && std::find(seen.begin(), seen.end(), fact.concept_id) == seen.end())
      seen.push_back(fact.concept_id);
    if (seen.size() == enough) return true;
  }
  return false;
}

namespace {

/// Tables first, since sentences name items by words that the tables give the codes of.
void read_tables(Extraction& extraction) {
  const std::vector<Block>& blocks = extraction.document.blocks;
  for (std::size_t index = 0; index < blocks.size(); ++index) {
    if (blocks[index].kind == BlockKind::table) read_table(extraction, static_cast<std::int32_t>(index));
  }
}

void read_all_prose(Extraction& extraction) {
  const Document& document = extraction.document;
  for (std::size_t index = 0; index < document.blocks.size(); ++index) {
    if (document.blocks[index].kind == BlockKind::table) {
      extraction.open_list = {};
      continue;
    }
    const auto first = static_cast<std::int32_t>(index);
    while (index + 1 < document.blocks.size() && on_one_line(document, index))
      ++index;
    read_prose(extraction, first, static_cast<std::int32_t>(index));
  }
}

/// A figure whose unit stands behind the end of its page is quoted without it: the page's number is no word
/// of the figure, and the report quotes what stands in the input.
void quote_without_page_numbers(const Document& document, std::vector<Fact>& facts) {
  if (document.input.empty()) return;
  for (Fact& fact : facts) {
    const Span kept = document.unbroken(fact.source.span);
    const std::string_view words = document.words(kept);
    if (words.find_first_of("0123456789") != std::string_view::npos) fact.source.span = kept;
  }
}

}  // namespace

Disclosure extract(const Document& document, const Vocabulary& vocabulary) {
  Disclosure result;
  Extraction extraction{document, vocabulary.lexicon(), result};
  read_identity(extraction);
  read_lists(extraction);
  read_tables(extraction);
  read_all_prose(extraction);
  sort_levels(extraction);
  quote_without_page_numbers(document, result.facts);
  set_in_order(result);
  result.recognised = result.recognised || speaks_of_public_money(extraction);
  return result;
}

}  // namespace mingzhang
