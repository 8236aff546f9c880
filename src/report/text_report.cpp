// The report for a terminal: columns aligned by display width, one finding after the other with its places.
// Tested in tests/unit/report/text_report_test.cpp.
#include "report/fill.h"
#include "report/people.h"
#include "report/summary.h"
#include "report/valid_text.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr std::string_view indent = "   ";

int width_of(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = decode_utf8(text, at);
    width += display_width(character.value);
    at += character.size;
  }
  return width;
}

void append_spaces(std::string& out, int count) {
  if (count > 0) out.append(static_cast<std::size_t>(count), ' ');
}

/// Columns left of the decimal point: figures are aligned on it.
int whole_width(std::string_view figure) {
  return width_of(figure.substr(0, figure.find('.')));
}

void append_figures(std::string& out, const std::vector<FigureLine>& lines) {
  int names = 0, wholes = 0, fractions = 0, units = 0;
  for (const FigureLine& line : lines) {
    names = std::max(names, line.depth * 2 + width_of(line.name));
    wholes = std::max(wholes, whole_width(line.figure.value));
    fractions = std::max(fractions, width_of(line.figure.value) - whole_width(line.figure.value));
    units = std::max(units, width_of(line.figure.unit));
  }
  for (const FigureLine& line : lines) {
    std::string row;
    append_spaces(row, line.depth * 2);
    row += line.name;
    append_spaces(row, names - width_of(row) + 2 + wholes - whole_width(line.figure.value));
    row += line.figure.value;
    append_spaces(row, names + 2 + wholes + fractions - width_of(row) + 1);
    row += line.figure.unit;
    if (!line.note.empty()) {
      append_spaces(row, names + 2 + wholes + fractions + 1 + units - width_of(row) + 3);
      row += line.note;
    }
    out.append(indent).append(row) += '\n';
  }
}

void append_line(std::string& out, std::string_view line) {
  out.append(indent).append(line) += '\n';
}

void append_heading(std::string& out, std::string_view heading) {
  out.append("\n").append(heading).append("\n\n");
}

void append_counts(std::string& out, const Summary& summary) {
  for (const FindingList& list : summary.lists()) {
    append_line(out, std::string(list.sign) + " " + summary.count_line(list));
  }
}

void append_failure(std::string& out, const Summary& summary, const FindingList& list,
                    const Finding& finding) {
  const std::string sentence = summary.sentence(finding);
  const std::string head = finding.formula.empty() ? sentence : one_line(finding.formula);
  out.append(list.sign).append("  ").append(head) += '\n';
  if (!finding.formula.empty()) append_line(out, sentence);
  if (const std::string line = summary.comparison_line(finding); !line.empty()) append_line(out, line);
  for (const std::string& place : summary.places(finding.sources))
    append_line(out, place);
  for (const std::string& repair : summary.repairs(finding))
    append_line(out, repair);
  append_line(out, summary.rule_line(finding));
}

void append_findings(std::string& out, const Summary& summary) {
  for (const FindingList& list : summary.lists()) {
    if (list.findings->empty()) continue;
    append_heading(out, summary.words()[list.heading]);
    bool first = true;
    for (const FindingIndex index : *list.findings) {
      const Finding& finding = summary.analysis().findings.all[index];
      if (finding.status != Status::fails) break;
      if (!first) out += '\n';
      first = false;
      append_failure(out, summary, list, finding);
    }
    for (const ShortFinding& one : summary.short_findings(list)) {
      out.append(list.sign).append("  ").append(one.words).append("  [").append(one.rule).append("]");
      out.append(one.times) += '\n';
    }
  }
}

void append_unplaced(std::string& out, const Summary& summary) {
  const std::vector<Source>& unplaced = summary.analysis().disclosure.unplaced;
  if (unplaced.empty()) return;
  append_heading(out, summary.words()["unplaced"]);
  for (const std::string& line : summary.unplaced_places())
    append_line(out, line);
}

void append_notes(std::string& out, const Summary& summary) {
  const std::vector<std::string> lines = summary.note_lines();
  if (lines.empty()) return;
  append_heading(out, summary.words()["notes"]);
  for (const std::string& line : lines)
    append_line(out, line);
}

}  // namespace

std::string write_text_report(const Analysis& analysis, const Knowledge& knowledge,
                              const ReportOptions& options) {
  const Summary summary(analysis, knowledge, options);
  std::string out;
  if (!analysis.disclosure.recognised) {
    out.append(summary.input_line()).append("\n").append(indent);
    out.append(not_disclosure_sentence(options.language)) += '\n';
    return out;
  }
  out.append(summary.title()).append("\n").append(summary.input_line()).append("\n\n");
  append_figures(out, summary.figures());
  append_heading(out, summary.words()["verdict"]);
  append_counts(out, summary);
  out += '\n';
  append_line(out, summary.protection_line());
  if (const std::string line = summary.unplaced_line(); !line.empty()) append_line(out, line);
  append_findings(out, summary);
  append_unplaced(out, summary);
  append_notes(out, summary);
  return out;
}

std::string write_text_error(const Error& error, const InputIdentity& input, Language language) {
  const Words words(language);
  std::string out = one_line(input.name);
  out.append("\n").append(indent);
  return out.append(filled(words["unreadable"], {{"reason", error_sentence(error, language)}})).append("\n");
}

}  // namespace mingzhang
