// The report as a page of its own, to be printed or kept: no script, nothing fetched, every word of the
// document as text. Tested in tests/unit/report/html_report_test.cpp.
#include "report/names.h"
#include "report/people.h"
#include "report/summary.h"
#include "report/valid_text.h"

#include <algorithm>

#include <assets/assets.h>

namespace mingzhang {
namespace {

/// Text between tags or in a quoted attribute; control characters and marks that turn the direction around
/// come as U+FFFD.
std::string escaped(std::string_view words) {
  std::string valid, out;
  append_valid(valid, words);
  for (const char character : valid) {
    switch (character) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += character;
    }
  }
  return out;
}

/// An element with words in it. `tag` may have attributes.
void append(std::string& out, std::string_view tag, std::string_view words) {
  const std::string_view name = tag.substr(0, tag.find(' '));
  out.append("<").append(tag).append(">").append(escaped(words)).append("</").append(name).append(">\n");
}

void append_list(std::string& out, const std::vector<std::string>& items) {
  if (items.empty()) return;
  out += "<ul>\n";
  for (const std::string& item : items)
    append(out, "li", item);
  out += "</ul>\n";
}

void append_figures(std::string& out, const Summary& summary) {
  const Words& words = summary.words();
  append(out, "h2", words["figures"]);
  out += "<table>\n<tr>";
  append(out, "th", words["item"]);
  append(out, "th class=\"figure\"", words["amount"]);
  append(out, "th", words["note"]);
  out += "</tr>\n";
  for (const FigureLine& line : summary.figures()) {
    out += "<tr>";
    append(out, "td class=\"d" + std::to_string(std::clamp(line.depth, 0, 3)) + "\"", line.name);
    const std::string unit = line.figure.unit.empty() ? "" : " " + std::string(line.figure.unit);
    append(out, "td class=\"figure\"", line.figure.value + unit);
    append(out, "td class=\"second\"", line.note);
    out += "</tr>\n";
  }
  out += "</table>\n";
}

void append_verdict(std::string& out, const Summary& summary) {
  append(out, "h2", summary.words()["verdict"]);
  std::vector<std::string> lines;
  for (const FindingList& list : summary.lists())
    lines.push_back(std::string(list.sign) + " " + summary.count_line(list));
  append_list(out, lines);
  append(out, "p", summary.protection_line());
  if (const std::string line = summary.unplaced_line(); !line.empty()) append(out, "p", line);
}

void append_failure(std::string& out, const Summary& summary, const FindingList& list,
                    const Finding& finding) {
  const std::string sentence = summary.sentence(finding);
  const std::string head = finding.formula.empty() ? sentence : one_line(finding.formula);
  out.append("<section class=\"finding ").append(key_of(finding.severity)).append("\">\n<h3>");
  out.append("<span class=\"sign\">")
      .append(list.sign)
      .append("</span>")
      .append(escaped(head))
      .append("</h3>\n");
  if (!finding.formula.empty()) append(out, "p", sentence);
  std::vector<std::string> lines = summary.places(finding.sources);
  if (const std::string comparison = summary.comparison_line(finding); !comparison.empty()) {
    lines.push_back(comparison);
  }
  for (std::string& repair : summary.repairs(finding))
    lines.push_back(std::move(repair));
  append_list(out, lines);
  append(out, "p class=\"second\"", summary.rule_line(finding));
  out += "</section>\n";
}

void append_findings(std::string& out, const Summary& summary) {
  for (const FindingList& list : summary.lists()) {
    if (list.findings->empty()) continue;
    append(out, "h2", summary.words()[list.heading]);
    for (const FindingIndex index : *list.findings) {
      const Finding& finding = summary.analysis().findings.all[index];
      if (finding.status == Status::fails) append_failure(out, summary, list, finding);
    }
    std::vector<std::string> lines;
    for (const ShortFinding& one : summary.short_findings(list))
      lines.push_back(one.words + " (" + std::string(one.rule) + ")" + one.times);
    append_list(out, lines);
  }
}

void append_section(std::string& out, std::string_view heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  append(out, "h2", heading);
  append_list(out, lines);
}

}  // namespace

std::string write_html_page(const Analysis& analysis, const Knowledge& knowledge,
                            const ReportOptions& options) {
  const Summary summary(analysis, knowledge, options);
  const bool zh = options.language == Language::zh;
  std::string out = "<!doctype html>\n<html lang=\"";
  out.append(zh ? "zh-Hans" : "en").append("\">\n<head>\n<meta charset=\"utf-8\">\n");
  out +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  append(out, "title", summary.title());
  out.append("<style>").append(asset("print/report.css")).append("</style>\n</head>\n<body>\n<main>\n");
  append(out, "h1", summary.title());
  append(out, "p class=\"second\"", summary.input_line());
  append_figures(out, summary);
  append_verdict(out, summary);
  append_findings(out, summary);
  append_section(out, summary.words()["unplaced"], summary.unplaced_places());
  append_section(out, summary.words()["notes"], summary.note_lines());
  out += "</main>\n";
  append(out, "footer", summary.provenance());
  return out + "</body>\n</html>\n";
}

}  // namespace mingzhang
