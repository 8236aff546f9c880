// What the files of this folder share while one document is read: the document, the vocabulary, the result so
// far.
#pragma once

#include "disclosure/lexicon.h"
#include "disclosure/model.h"
#include "disclosure/own_items.h"

#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// Scope and main concept that the headings above a block speak of.
struct HeadingMeaning {
  Scope scope = Scope::all;
  ConceptId concept_id = no_concept;
  /// It speaks of expenditure, and not of income.
  bool expenditure = false;
  /// This heading itself names its concept and little else: 收入预算; a figure below it needs no other label.
  bool alone = false;
  bool known = false;
};

/// What a label names, before a figure says whether money or things are meant.
struct Topic {
  ConceptId money = no_concept;
  ConceptId count = no_concept;
  Scope scope = Scope::all;
  /// The item or kind of vehicle, empty for none.
  std::string_view subject{};
  Level level = Level::none;
  Span span{};
  bool figured = false;
  /// 部门预算: gives way to any other label.
  bool weak = false;
  /// Named at the end of a clause, without a figure: 机关运行经费，合计5万元.
  bool left_open = false;
  /// Named together with another label (人员经费和公用经费): a figure behind it is of both.
  bool joint = false;

  bool known() const { return money != no_concept || count != no_concept; }
};

/// A block that ends in 其中： leaves its list to the blocks below it.
struct OpenList {
  Topic head{};
  std::int32_t section = none;
};

/// An item of the classification that stands in a block of its own, as a heading or line: the next figures
/// below it are of that item.
struct ItemAbove {
  Topic item{};
  std::int32_t section = none;
};

struct Sentence {
  Span span;
  bool worth_reading = false;
  bool names_items = false;
};

struct Extraction {
  const Document& document;
  const Vocabulary::Lexicon& lexicon;
  Disclosure& result;
  /// One for each section, filled on first use.
  std::vector<HeadingMeaning> headings{};
  OpenList open_list{};
  ItemAbove item_above{};
  /// Items that the tables print; filled before any prose is read.
  OwnItems own_items{};
  std::vector<FactIndex> with_carryover{};
  std::vector<FactIndex> own_year{};
  /// Scratch for the mentions of one block or cell.
  std::vector<Mention> mentions{};
  /// Scratch for the sentences of one block.
  std::vector<Sentence> sentences{};

  std::string_view words(Span span) const { return document.words(span); }
  const HeadingMeaning& heading_of(std::int32_t section);

  FactIndex add(Fact fact) {
    result.facts.push_back(std::move(fact));
    return static_cast<FactIndex>(result.facts.size() - 1);
  }
  /// The concept of an item by its code: function.2010101, economic.30101. A code that no classification
  /// knows gets a concept of this disclosure, named as printed; no_concept where the digits are no such code.
  ConceptId item_concept(std::string_view code, std::string_view printed_name);
  /// A fact with value, unit, sign of comparison and place of a figure; everything else is the caller's.
  Fact fact_of(const Quantity& quantity, const Source& source) const;
  void leave_unplaced(const Source& source) { result.unplaced.push_back(source); }
  /// Keeps whether a total's words say 总计 (with carry-over) or 本年 (without): see sort_levels().
  void note_level(FactIndex fact, std::string_view words);
  /// True where `section` is `above` or lies below it.
  bool within(std::int32_t section, std::int32_t above) const;
  /// 0 where the document names no year.
  int last_year() const { return result.year == 0 ? 0 : result.year - 1; }
  bool is_final() const { return result.kind == DisclosureKind::final; }
  /// Stage of an amount of the document's own year, without words that say more.
  Stage own_stage() const { return is_final() ? Stage::final : Stage::unstated; }
};

/// True for a figure that belongs into `unplaced`: idioms in words (一府两院, 四个一) are no figures of a
/// disclosure.
bool counts_as_figure(const Mention& mention);

/// Where a document prints totals at two levels, those with carry-over are grand.total.
void sort_levels(Extraction& extraction);
void read_identity(Extraction& extraction);
void read_lists(Extraction& extraction);
/// Blocks first to last, all titles, headings or paragraphs on one line of the text.
void read_prose(Extraction& extraction, std::int32_t first, std::int32_t last);
void read_table(Extraction& extraction, std::int32_t block);

}  // namespace mingzhang
