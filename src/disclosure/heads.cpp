// See heads.h.
#include "disclosure/heads.h"

#include "text/utf8.h"

namespace mingzhang {

namespace {

class HeadReader {
 public:
  HeadReader(std::string_view head, const Vocabulary::Lexicon& lexicon) : head_(head), lexicon_(lexicon) {}

  HeadMeaning read() {
    if (const std::int32_t whole = lexicon_.head_words.find(head_); whole >= 0) {
      if (take_kind(static_cast<HeadWord>(whole))) return meaning_;
    }
    while (at_ < head_.size())
      step();
    meaning_.understood = unknown_ == 0 && labels_ <= 1 && !head_.empty();
    if (!meaning_.understood) {
      HeadMeaning nothing;
      nothing.side = meaning_.side;
      return nothing;
    }
    meaning_.kind = ColumnKind::figures;
    name_bare_side();
    name_part();
    return meaning_;
  }

 private:
  /// Heads of columns that hold no figures.
  bool take_kind(HeadWord word) {
    switch (word) {
      case HeadWord::code:
        meaning_.kind = ColumnKind::code;
        break;
      case HeadWord::name:
        meaning_.kind = ColumnKind::name;
        break;
      case HeadWord::label:
        meaning_.kind = ColumnKind::label;
        break;
      case HeadWord::unit:
        meaning_.kind = ColumnKind::unit;
        break;
      case HeadWord::other:
        meaning_.kind = ColumnKind::other;
        break;
      default:
        return false;
    }
    return meaning_.understood = true;
  }

  void step() {
    if (take_year()) return;
    const auto at = static_cast<std::uint32_t>(at_);
    const auto end = static_cast<std::uint32_t>(head_.size());
    const Trie::Match own = lexicon_.head_words.longest(head_, at, end);
    const Trie::Match term = lexicon_.trie.longest(head_, at, end);
    if (own.value >= 0 && own.end >= term.end && take(static_cast<HeadWord>(own.value))) {
      at_ = own.end;
    } else if (term.value >= 0 && take(*lexicon_.term(term.value), head_.substr(at_, term.end - at_))) {
      at_ = term.end;
    } else {
      const CodePoint point = decode_utf8(head_, at_);
      const bool mark = std::u32string_view(U"()、,:;-/=+%").find(point.value) != std::u32string_view::npos;
      if (!mark) ++unknown_;
      at_ += std::max<std::size_t>(point.size, 1);
    }
  }

  bool take_year() {
    constexpr std::string_view nian = "年";
    const std::string_view rest = head_.substr(at_);
    if (rest.size() < 4 || !rest.starts_with("20")) return false;
    const auto digit = [&](std::size_t i) { return rest[i] >= '0' && rest[i] <= '9'; };
    if (!digit(2) || !digit(3) || (rest.size() > 4 && digit(4))) return false;
    set_year(2000 + (rest[2] - '0') * 10 + (rest[3] - '0'));
    at_ += 4;
    // 2023年初预算数: the 年 belongs to what follows.
    if (!head_.substr(at_).starts_with(nian) || head_.substr(at_).starts_with("年初")) return true;
    at_ += nian.size();
    if (head_.substr(at_).starts_with("度")) at_ += std::string_view("度").size();
    return true;
  }

  /// Behind 比 a year is that of the comparison.
  void set_year(int year) {
    if (!meaning_.compares && meaning_.year == 0) meaning_.year = year;
  }

  void set_stage(Stage stage) {
    if (meaning_.compares) {
      if (stage == Stage::budget) meaning_.base = Base::budget;
      if (stage == Stage::execution) meaning_.base = Base::execution;
      if (stage == Stage::final) meaning_.base = Base::final;
    } else if (meaning_.stage == Stage::unstated) {
      meaning_.stage = stage;
    }
  }

  bool take(HeadWord word) {
    switch (word) {
      case HeadWord::total:
        meaning_.total = true;
        return true;
      case HeadWord::plain:
        return true;
      case HeadWord::this_year:
        set_year(1);
        return true;
      case HeadWord::last_year:
        set_year(-1);
        return true;
      case HeadWord::budget:
        set_stage(Stage::budget);
        return true;
      case HeadWord::adjusted:
        set_stage(Stage::adjusted);
        return true;
      case HeadWord::execution:
        set_stage(Stage::execution);
        return true;
      case HeadWord::final:
        set_stage(Stage::final);
        return true;
      case HeadWord::change:
        meaning_.measure = Measure::change;
        return true;
      case HeadWord::rate:
        meaning_.measure = Measure::rate;
        return true;
      case HeadWord::share:
        meaning_.measure = Measure::share;
        return true;
      case HeadWord::completion:
        meaning_.measure = Measure::completion;
        return true;
      case HeadWord::versus:
        meaning_.compares = true;
        return true;
      default:
        return false;  // 编码, 名称 within a longer head
    }
  }

  bool take(const VocabularyTerm& term, std::string_view words) {
    if (term.is(Word::label) && term.money != no_concept && !is_bare(term)) {
      meaning_.concept_id = term.money;
      if (term.scope != Scope::all) meaning_.scope = term.scope;
      ++labels_;
      return true;
    }
    if (term.is(Word::short_label)) {
      meaning_.concept_id = term.short_concept;
      ++labels_;
      return true;
    }
    if (term.is(Word::scope)) {
      meaning_.scope = term.scope;
      scope_revenue_ = term.revenue;
      return true;
    }
    if (is_bare(term)) {
      const bool income = words.find("收入") != std::string_view::npos;
      meaning_.side = income ? Side::income : Side::expenditure;
      bare_ = true;
      return true;
    }
    if (term.is(Word::last_year)) {
      set_year(-1);
      return true;
    }
    if (term.is(Word::versus)) {
      meaning_.compares = true;
      return true;
    }
    return term.is(Word::glue) || term.is(Word::joint) || term.is(Word::of_which);
  }

  static bool is_bare(const VocabularyTerm& term) {
    return term.is(Word::revenue_bare) || term.is(Word::expenditure_bare);
  }

  /// 一般公共预算支出: the expenditure of that scope; 本年收入: all of that side.
  void name_bare_side() {
    const CoreConcepts& core = lexicon_.core;
    if (meaning_.concept_id == core.revenue_total) meaning_.side = Side::income;
    if (meaning_.concept_id == core.expenditure_total) meaning_.side = Side::expenditure;
    if (!bare_ || meaning_.concept_id != no_concept) return;
    if (meaning_.side == Side::income) {
      meaning_.concept_id = scope_revenue_ != no_concept ? scope_revenue_ : core.revenue_total;
    } else {
      meaning_.concept_id = core.expenditure_total;
    }
  }

  void name_part() {
    const CoreConcepts& core = lexicon_.core;
    const std::pair<ConceptId, Part> parts[] = {{core.expenditure_basic, Part::basic},
                                                {core.expenditure_project, Part::project},
                                                {core.expenditure_personnel, Part::personnel},
                                                {core.expenditure_operating, Part::operating}};
    for (const auto& [concept_id, part] : parts) {
      if (meaning_.concept_id != concept_id) continue;
      meaning_.has_part = true;
      meaning_.part = part;
    }
  }

  std::string_view head_;
  const Vocabulary::Lexicon& lexicon_;
  std::size_t at_ = 0;
  int unknown_ = 0;
  int labels_ = 0;
  bool bare_ = false;
  ConceptId scope_revenue_ = no_concept;
  HeadMeaning meaning_;
};

}  // namespace

HeadMeaning meaning_of_head(std::string_view head, const Vocabulary::Lexicon& lexicon) {
  return HeadReader(head, lexicon).read();
}

}  // namespace mingzhang
