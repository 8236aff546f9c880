// The rule book for reading: text, Markdown or JSON. Tested in tests/unit/report/rules_test.cpp.
#include "report/fill.h"
#include "report/json_writer.h"
#include "report/names.h"
#include "report/report.h"
#include "report/words.h"

namespace mingzhang {
namespace {

const std::string& formula_of(const Rule& rule, Language language) {
  return language == Language::zh ? rule.formula_zh : rule.formula_en;
}

std::string_view severity_words(const Words& words, Severity severity) {
  return words["severity_" + std::string(key_of(severity))];
}

std::string as_json(const std::vector<Rule>& rules, Language language) {
  JsonWriter json(1);
  json.open_array();
  for (const Rule& rule : rules) {
    json.open_object();
    json.member("id", rule.id);
    json.member("formula", formula_of(rule, language));
    json.member("severity", key_of(rule.severity));
    json.member("source", rule.source);
    json.close_object();
  }
  json.close_array();
  return json.take() + "\n";
}

std::string as_markdown(const std::vector<Rule>& rules, const Words& words, std::string_view title) {
  std::string out = "# ";
  out.append(title)
      .append("\n\n| ")
      .append(words["column_rule"])
      .append(" | ")
      .append(words["column_formula"]);
  out.append(" | ").append(words["severity"]).append(" | ").append(words["basis"]);
  out.append(" |\n| --- | --- | --- | --- |\n");
  for (const Rule& rule : rules) {
    out.append("| `").append(rule.id).append("` | ").append(formula_of(rule, words.language())).append(" | ");
    out.append(severity_words(words, rule.severity))
        .append(" | ")
        .append(words.of_source(rule.source))
        .append(" |\n");
  }
  return out;
}

std::string as_text(const std::vector<Rule>& rules, const Words& words, std::string_view title) {
  std::string out(title);
  out += '\n';
  for (const Rule& rule : rules) {
    out.append("\n")
        .append(rule.id)
        .append("  ")
        .append(severity_words(words, rule.severity))
        .append("\n   ");
    out.append(formula_of(rule, words.language())) += '\n';
    if (!rule.source.empty())
      out.append("   ").append(words["basis"]).append(": ").append(words.of_source(rule.source)) += '\n';
  }
  return out;
}

}  // namespace

std::string write_rules(const Knowledge& knowledge, const ReportOptions& options) {
  const std::vector<Rule>& rules = knowledge.rules.rules();
  if (options.format == ReportFormat::json) return as_json(rules, options.language);
  const Words words(options.language);
  const std::string title = filled(words["rules_title"], {{"date", knowledge.rules.date()}});
  return options.format == ReportFormat::markdown ? as_markdown(rules, words, title)
                                                  : as_text(rules, words, title);
}

}  // namespace mingzhang
