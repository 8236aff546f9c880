// The reader of prose: what each figure of a sentence is about, decided by the words that stand between a
// label and the figure. Every word between them has to be known; an unknown word takes the figure away from
// its label, and the figure stays unplaced. That costs some figures and avoids false accusations. Tested in
// tests/unit/disclosure/prose_test.cpp.
#pragma once

#include "disclosure/extraction.h"
#include "disclosure/tokens.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingzhang {

/// 较上年…, 与2019年预算相比…: the year and the kind of figure that are compared with.
struct ProseComparison {
  bool active = false;
  bool figured = false;  // its own amount has been printed
  std::uint32_t clause = 0;
  int year = 0;
  Base base = Base::unstated;
  /// 决算数比年初预算数减少5万元: no change between years, and no fact.
  bool own_year = false;
};

/// What a clause has said so far. A bracket with figures in it is a clause within the clause.
struct Clause {
  Topic topic;
  bool topic_here = false;  // named in this clause, not taken over from an earlier one
  bool blocked = false;     // unknown words stand between
  bool amount_done = false;
  bool lost = false;  // the last figure is of something unknown
  bool plain = true;  // nothing but years, stages and glue so far: 合计5万元, 2021年预算数5万元
  int sign = 0;
  std::size_t sign_token = 0;
  bool share = false;
  bool completion = false;
  bool completes_amount = false;  // 完成预算10万元的82%, until its amount
  ConceptId of = no_concept;
  Stage stage = Stage::unstated;
  bool final_named = false;  // 决算数: beside 预算数 it is no comparison of years
  Scope scope = Scope::all;  // scope words that wait for their label
  ConceptId scope_revenue = no_concept;
  std::size_t scope_token = 0;
  Span nothing{};  // 无, until the clause shows what there is none of
  Topic nothing_of;
};

class ProseReader {
 public:
  ProseReader(Extraction& extraction, std::int32_t first_block, std::int32_t last_block);
  void read();

 private:
  // prose.cpp: blocks and sentences
  void read_sentence(Span sentence, bool names_items);
  void read_bare_nothing();
  void leave_rest_unplaced();
  void take_figures_of_labels();
  void mark_figures(std::vector<Sentence>& sentences) const;
  void take_open_list();
  void enter_open_list();
  void leave_open_list();
  void take_item_above();
  void leave_item_above();
  bool begins_list(std::size_t index) const;
  Source source_of(Span span) const;

  // clause.cpp: words
  void on_token(std::size_t index);
  void on_word(std::size_t index);
  bool on_comparison_word(std::size_t index);
  bool on_measure_word(std::size_t index);
  bool on_list_word(std::size_t index);
  void on_direction(std::size_t index);
  void on_label(std::size_t index);
  void on_scope(std::size_t index);
  void on_year(std::size_t index);
  void on_unknown(std::size_t index);
  void on_unknown(const Token& unknown);
  void end_with_and_so_on(const Token& unknown);
  void start_clause(bool after_semicolon);
  void open_bracket();
  void close_bracket();
  void set_topic(Topic topic, std::size_t index);
  Topic topic_of(std::size_t index) const;
  Topic bare_topic(std::size_t index) const;
  bool short_label_applies(ConceptId under) const;
  bool qualified(std::size_t index) const;
  bool begins_clause(std::size_t index) const;
  bool leads_to_ratio(std::size_t index) const;
  bool leads_to_completed_amount(std::size_t index) const;
  bool is_plain(const Token& token) const;
  void end_nothing();
  void state_no_expenditure(Span span);
  std::uint32_t reason_end(std::size_t index);
  void open_list(const Topic& head);
  const Token& token(std::size_t index) const { return tokens_[index]; }
  bool touches_label(std::size_t index) const;

  // figures.cpp: figures and statements
  void on_figure(std::size_t index);
  bool place_figure(std::size_t index, const Quantity& quantity);
  bool place_ratio(const Quantity& quantity);
  bool place_change(std::size_t index, const Quantity& quantity);
  bool place_amount(const Quantity& quantity);
  const Topic* topic_for(bool may_inherit) const;
  bool outside_unknown_list(const Topic& topic) const;
  bool part_of_running_costs(ConceptId concept_id) const;
  void forget_topics(const Quantity& quantity);
  Topic topic_of_scope() const;
  Topic topic_of_heading() const;
  bool place_pair(std::size_t index);
  bool place_counted(std::size_t index);
  void place_side(const Topic& side, const Quantity& quantity, Unit unit);
  ConceptId concept_for(const Topic& topic, Unit unit) const;
  ConceptId concept_by_unit(const Topic& topic, Unit unit) const;
  std::string_view near(std::uint32_t end) const;
  std::string performance_step(const Topic& topic) const;
  std::string kind_of_equipment(const Topic& topic) const;
  FactIndex add_fact(const Topic& topic, ConceptId concept_id, Measure measure, const Quantity& quantity);
  Scope scope_for(const Topic& topic, ConceptId concept_id) const;
  void keep_scope(ConceptId concept_id, Scope scope);
  void explain(FactIndex part);
  void state(StatementKind kind, const Topic& topic, Span span, std::int32_t fact);
  int period() const;

  Extraction& ex_;
  const Vocabulary::Lexicon& lexicon_;
  std::string_view text_;
  std::int32_t first_block_;
  std::int32_t last_block_;
  Span span_;
  std::int32_t section_;

  std::vector<Mention> mentions_;
  std::vector<bool> placed_;
  std::vector<NamedItem> items_;
  std::vector<Token> tokens_;

  // block
  Topic open_head_;  // of a list that an earlier block opened
  bool in_open_list_ = false;
  Topic main_;                       // last topic with a figure, outside of lists
  std::int32_t last_change_ = none;  // fact
  std::string step_;                 // of an evaluation
  std::int32_t last_fact_ = none;
  std::vector<std::pair<ConceptId, Scope>> scopes_;

  // sentence
  Span sentence_{};
  std::uint32_t clause_number_ = 0;
  Clause clause_;
  std::vector<Clause> brackets_;
  ProseComparison comparison_;
  int year_ = 0;
  int as_of_ = 0;  // goes on to the next sentences of the block
  bool in_reason_ = false;
  bool in_purpose_ = false;
  bool main_only_ = false;    // the list names only the main parts
  std::vector<Topic> heads_;  // 其中, 包括: innermost last
  std::int32_t last_fact_in_sentence_ = none;
  bool last_unplaced_ = false;       // the last figure of the sentence got no concept
  std::size_t semicolon_ = 0;        // token: the next one after the last reason
  std::int32_t explained_ = none;    // change whose parts a list may give
  std::int32_t explanation_ = none;  // index into Disclosure::explanations
};

}  // namespace mingzhang
