// Computes what the views show of a document. See dossier.h.
#include "app/dossier.h"

#include "app/wording.h"
#include "text/utf8.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

constexpr std::uint32_t quote_characters = 64;
constexpr std::size_t most_quotes = 6;
constexpr double before_ways = 0.1;  // seconds: what was changed is seen first
constexpr std::string_view cut = "……";
constexpr std::string_view between_cells = " · ";

/// The innermost section whose text holds the place.
std::int32_t section_at(const Document& document, std::uint32_t offset) {
  const auto after =
      std::upper_bound(document.blocks.begin(), document.blocks.end(), offset,
                       [](std::uint32_t at, const Block& block) { return at < block.span.start; });
  return after == document.blocks.begin() ? none : (after - 1)->section;
}

/// Copies words with white space folded, line breaks between cells as a dot; tells where each mark went.
void append_folded(std::string_view text, Span span, Quote& quote, const std::vector<Span>& marked) {
  std::size_t mark = 0;
  bool white = false, cell = false;
  const std::size_t begin = quote.words.size();
  for (std::uint32_t at = span.start; at < span.end;) {
    const CodePoint point = decode_utf8(text, at);
    while (mark < marked.size() && at >= marked[mark].end) {
      quote.marked.back().second = static_cast<std::uint32_t>(quote.words.size());
      ++mark;
    }
    if (is_space(point.value)) {
      white = true;
      cell = cell || point.value == U'\n' || point.value == U'\t';
    } else {
      if (white && quote.words.size() > begin) quote.words += cell ? between_cells : " ";
      white = cell = false;
      if (mark < marked.size() && at >= marked[mark].start && quote.marked.size() == mark) {
        const auto here = static_cast<std::uint32_t>(quote.words.size());
        quote.marked.emplace_back(here, here);
      }
      quote.words += text.substr(at, point.size);
    }
    at += point.size;
  }
  if (quote.marked.size() > mark) quote.marked.back().second = static_cast<std::uint32_t>(quote.words.size());
}

}  // namespace

Dossier::Dossier(Analysis read, const Knowledge& knowledge)
    : analysis(std::move(read)), knowledge_(knowledge) {
  compute();
}

void Dossier::compute() {
  verdict = verdict_of(analysis);
  headline = headline_of(analysis);
  parts = expenditure_breakdown(analysis);
  functions = function_breakdown(analysis, knowledge_.vocabulary);
  economic = economic_breakdown(analysis, knowledge_.vocabulary);
  projects = project_breakdown(analysis);
  activities = activity_breakdown(analysis);
  revenue = revenue_breakdown(analysis);
  bridges = change_bridges(analysis);
  three_public = three_public_changes(analysis);
  marks = source_marks(analysis);
  places = source_places(analysis, marks);
  keys_.clear();
  for (const Finding& finding : analysis.findings.all)
    keys_.push_back(key_of(ref_of(finding, knowledge_.rules)));
  told_.clear();
  told_.resize(analysis.findings.all.size());
}

void Dossier::revise(const Edits& edits) {
  revision_ = edits.version();
  if (!as_printed_) as_printed_ = analysis.findings;
  made_.make(analysis.disclosure, edits.all());
  if (made_.changed().empty()) {
    analysis.findings = *as_printed_;
    as_printed_.reset();
  } else {
    judge(analysis, knowledge_);
  }
  compute();
}

const std::vector<Remedy>* Dossier::remedies(std::int32_t fact, double seconds) const {
  if (ways_.fact != fact || ways_.revision != revision_) {
    ways_ = {.fact = fact, .revision = revision_, .asked = seconds, .all = {}};
    return nullptr;
  }
  if (ways_.asked >= 0 && seconds < ways_.asked + before_ways) return nullptr;
  if (ways_.asked >= 0) {
    ways_.all = remedies_for(analysis, knowledge_, static_cast<FactIndex>(fact));
    ways_.asked = -1;
  }
  return &ways_.all;
}

std::int32_t Dossier::finding_of_key(FindingKey key) const {
  const auto at = std::find(keys_.begin(), keys_.end(), key);
  return at == keys_.end() ? none : static_cast<std::int32_t>(at - keys_.begin());
}

const std::string& Dossier::sentence(FindingIndex index, Language language) const {
  std::optional<std::string>& told = told_[index].sentence[language == Language::zh ? 0 : 1];
  if (!told) {
    std::string words = knowledge_.messages.sentence(finding(index), language);
    told = language == Language::zh ? std::move(words) : with_straight_quotes(words);
  }
  return *told;
}

const std::vector<Quote>& Dossier::quotes(FindingIndex index) const {
  std::optional<std::vector<Quote>>& told = told_[index].quotes;
  if (!told) {
    std::vector<Excerpt> excerpts = excerpts_of(document(), finding(index).sources, quote_characters);
    if (excerpts.size() > most_quotes) excerpts.resize(most_quotes);
    told.emplace();
    for (const Excerpt& excerpt : excerpts)
      told->push_back(quote_of(excerpt, &finding(index)));
  }
  return *told;
}

std::string Dossier::section_name(std::int32_t section) const {
  if (section == none) return {};
  const Section& innermost = document().sections[static_cast<std::size_t>(section)];
  // The top section says where one is; a numbered paragraph's words would only repeat the quotation.
  std::int32_t top = section;
  while (document().sections[static_cast<std::size_t>(top)].parent != none)
    top = document().sections[static_cast<std::size_t>(top)].parent;
  const Section& outermost = document().sections[static_cast<std::size_t>(top)];
  std::string name = outermost.number;
  if (!name.empty() && outermost.level == 1) name += "、";
  if (outermost.level == 0) name += " ";
  name += document().words(outermost.title);
  if (&innermost != &outermost && innermost.level == 2) {
    name += innermost.number;
    name += document().words(innermost.title);
  }
  return name;
}

std::int32_t Dossier::contradiction_of(std::int32_t fact) const {
  for (const FindingIndex index : verdict.contradictions) {
    if (doubts(finding(index), static_cast<FactIndex>(fact))) return static_cast<std::int32_t>(index);
  }
  return none;
}

Quote Dossier::quote_of(const Excerpt& excerpt, const Finding* finding) const {
  Quote quote;
  for (const Span mark : excerpt.marked) {
    bool known = false, doubtful = false;
    for (std::size_t i = 0; finding != nullptr && i < finding->facts.size(); ++i) {
      const Span span = disclosure().facts[finding->facts[i]].source.span;
      if (span.start >= mark.end || mark.start >= span.end) continue;
      known = true;
      doubtful = doubtful || doubts(*finding, finding->facts[i]);
    }
    quote.doubtful.push_back(doubtful || !known);
  }
  quote.place = section_name(section_at(document(), excerpt.span.start));
  if (!excerpt.marked.empty()) quote.first_mark = excerpt.marked.front();
  if (excerpt.cut_before) quote.words += cut;
  append_folded(document().text, excerpt.span, quote, excerpt.marked);
  if (excerpt.cut_after) quote.words += cut;
  return quote;
}

Quote Dossier::quote_around(const Source& source, std::uint32_t characters) const {
  return quote_of(excerpt_around(document(), source.span, characters), nullptr);
}

Sign sign_of(const Finding& finding) {
  if (finding.status == Status::holds) return Sign::holds;
  if (finding.status == Status::unknown) return Sign::unknown;
  if (finding.severity == Severity::error) return Sign::contradiction;
  return finding.severity == Severity::warning ? Sign::to_explain : Sign::remark;
}

}  // namespace mingzhang
