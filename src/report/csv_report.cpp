// The findings as a spreadsheet, a line each. Tested in tests/unit/report/csv_test.cpp.
#include "report/csv.h"
#include "report/people.h"
#include "report/summary.h"
#include "report/valid_text.h"

namespace mingzhang {
namespace {

constexpr std::string_view columns[] = {
    "column_input",   "column_entity",  "column_year",     "column_verdict",    "column_rule",
    "column_formula", "column_stated",  "column_expected", "column_difference", "column_tolerance",
    "column_unit",    "column_message", "column_section",  "column_line",       "column_words"};
constexpr int columns_before_message = 7;
constexpr int columns_after_message = 3;

/// All places of a finding in one cell, parted by " / ", each said once.
template <class WordsOf>
std::string joined(const Finding& finding, WordsOf words) {
  std::string out;
  std::string last;
  for (const Source& source : finding.sources) {
    std::string one = words(source);
    if (one.empty() || one == last) continue;
    if (!out.empty()) out += " / ";
    out += one;
    last = std::move(one);
  }
  return out;
}

std::string line_for(const Summary& summary, const FindingList& list, const Finding& finding) {
  const Disclosure& disclosure = summary.analysis().disclosure;
  const Document& document = summary.analysis().document;
  CsvLine line;
  line.add(document.name).add(one_line(disclosure.entity));
  line.add(disclosure.year == 0 ? std::string() : std::to_string(disclosure.year));
  line.add(summary.words()[list.heading]).add(summary.rule(finding).id).add(one_line(finding.formula));
  Unit unit = finding.unit;
  for (const std::string* figure :
       {&finding.stated, &finding.expected, &finding.difference, &finding.tolerance}) {
    Unit converted = finding.unit;
    line.add(summary.plain(*figure, converted));
    unit = figure->empty() ? unit : converted;
  }
  line.add(name_of(unit)).add(summary.sentence(finding));
  line.add(joined(finding, [&](const Source& source) { return section_path(document, source.section); }));
  line.add(joined(finding,
                  [&](const Source& source) { return std::to_string(summary.line_of(source.span.start)); }));
  line.add(joined(finding, [&](const Source& source) { return summary.quote(source.span); }));
  return line.take();
}

/// An input without findings of its own still has its line.
std::string line_for_input(std::string_view name, std::string_view verdict, std::string_view message) {
  CsvLine line;
  line.add(name).add({}).add({}).add(verdict);
  for (int i = 0; i < columns_before_message; ++i)
    line.add({});
  line.add(message);
  for (int i = 0; i < columns_after_message; ++i)
    line.add({});
  return line.take();
}

}  // namespace

std::string csv_report_head(Language language) {
  const Words words(language);
  CsvLine line;
  for (const std::string_view column : columns)
    line.add(words[column]);
  return line.take();
}

std::string write_csv_report(const Analysis& analysis, const Knowledge& knowledge,
                             const ReportOptions& options) {
  const Summary summary(analysis, knowledge, options);
  if (!analysis.disclosure.recognised) {
    return line_for_input(analysis.document.name, summary.words()["verdict_not_disclosure"],
                          not_disclosure_sentence(options.language));
  }
  std::string out;
  for (const FindingList& list : summary.lists()) {
    for (const FindingIndex index : *list.findings) {
      out += line_for(summary, list, analysis.findings.all[index]);
    }
  }
  return out;
}

std::string write_csv_error(const Error& error, const InputIdentity& input, Language language) {
  const Words words(language);
  return line_for_input(input.name, words["verdict_unreadable"], error_sentence(error, language));
}

}  // namespace mingzhang
