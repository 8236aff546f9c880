// The report as Markdown (CommonMark with tables), for a working paper or an issue tracker.
// Tested in tests/unit/report/markdown_report_test.cpp.
#include "report/fill.h"
#include "report/people.h"
#include "report/summary.h"
#include "report/valid_text.h"

namespace mingzhang {
namespace {

/// Words of a document as Markdown text: what Markdown would read as mark-up is escaped.
std::string escaped(std::string_view words) {
  std::string out;
  for (const char character : one_line(words)) {
    if (std::string_view("\\`*_{}[]<>#|~&!").find(character) != std::string_view::npos) out += '\\';
    out += character;
  }
  return out;
}

void append_item(std::string& out, std::string_view words) {
  out.append("- ").append(escaped(words)) += '\n';
}

void append_row(std::string& out, std::initializer_list<std::string_view> cells) {
  for (const std::string_view cell : cells)
    out.append("| ").append(cell).append(" ");
  out += "|\n";
}

void append_figures(std::string& out, const Summary& summary) {
  const Words& words = summary.words();
  out.append("\n## ").append(words["figures"]).append("\n\n");
  append_row(out, {words["item"], words["amount"], words["note"]});
  out += "| --- | ---: | --- |\n";
  for (const FigureLine& line : summary.figures()) {
    std::string name;
    for (int i = 0; i < line.depth; ++i)
      name += "&emsp;";
    name += escaped(line.name);
    const std::string figure =
        line.figure.value + (line.figure.unit.empty() ? "" : " ") + std::string(line.figure.unit);
    append_row(out, {name, figure, line.note});
  }
}

void append_counts(std::string& out, const Summary& summary) {
  out.append("\n## ").append(summary.words()["verdict"]).append("\n\n");
  for (const FindingList& list : summary.lists()) {
    out.append("- ").append(list.sign).append(" ").append(summary.count_line(list)) += '\n';
  }
  out.append("\n").append(summary.protection_line()) += '\n';
  if (const std::string line = summary.unplaced_line(); !line.empty()) out.append("\n").append(line) += '\n';
}

void append_failure(std::string& out, const Summary& summary, const FindingList& list,
                    const Finding& finding) {
  const std::string sentence = escaped(summary.sentence(finding));
  const std::string formula = escaped(finding.formula);
  out.append("\n### ")
      .append(list.sign)
      .append(" ")
      .append(formula.empty() ? sentence : formula)
      .append("\n\n");
  if (!formula.empty()) out.append(sentence).append("\n\n");
  for (const std::string& place : summary.places(finding.sources))
    append_item(out, place);
  const std::string comparison = summary.comparison_line(finding);
  if (!comparison.empty()) append_item(out, comparison);
  for (const std::string& repair : summary.repairs(finding))
    append_item(out, repair);
  append_item(out, summary.rule_line(finding));
}

void append_findings(std::string& out, const Summary& summary) {
  for (const FindingList& list : summary.lists()) {
    if (list.findings->empty()) continue;
    out.append("\n## ").append(summary.words()[list.heading]) += '\n';
    for (const FindingIndex index : *list.findings) {
      const Finding& finding = summary.analysis().findings.all[index];
      if (finding.status == Status::fails) append_failure(out, summary, list, finding);
    }
    const std::vector<ShortFinding> others = summary.short_findings(list);
    if (!others.empty()) out += '\n';
    for (const ShortFinding& one : others) {
      out.append("- ")
          .append(escaped(one.words))
          .append(" (`")
          .append(one.rule)
          .append("`)")
          .append(one.times) += '\n';
    }
  }
}

void append_unplaced(std::string& out, const Summary& summary) {
  const std::vector<Source>& unplaced = summary.analysis().disclosure.unplaced;
  if (unplaced.empty()) return;
  out.append("\n## ").append(summary.words()["unplaced"]).append("\n\n");
  for (const std::string& line : summary.unplaced_places())
    append_item(out, line);
}

void append_notes(std::string& out, const Summary& summary) {
  const std::vector<std::string> lines = summary.note_lines();
  if (lines.empty()) return;
  out.append("\n## ").append(summary.words()["notes"]).append("\n\n");
  for (const std::string& line : lines)
    append_item(out, line);
}

}  // namespace

std::string write_markdown_report(const Analysis& analysis, const Knowledge& knowledge,
                                  const ReportOptions& options) {
  const Summary summary(analysis, knowledge, options);
  std::string out = "# ";
  if (!analysis.disclosure.recognised) {
    out.append(escaped(analysis.document.name)).append("\n\n");
    return out.append(not_disclosure_sentence(options.language)).append("\n");
  }
  out.append(escaped(summary.title())).append("\n\n").append(escaped(summary.input_line())) += '\n';
  append_figures(out, summary);
  append_counts(out, summary);
  append_findings(out, summary);
  append_unplaced(out, summary);
  append_notes(out, summary);
  out.append("\n").append(escaped(summary.provenance())) += '\n';
  return out;
}

std::string write_markdown_error(const Error& error, const InputIdentity& input, Language language) {
  const Words words(language);
  std::string out = "# ";
  out.append(escaped(input.name)).append("\n\n");
  return out.append(filled(words["unreadable"], {{"reason", error_sentence(error, language)}})).append("\n");
}

}  // namespace mingzhang
