// The files of handing_on.h, and what is left out of them.
#include "app/handing_on.h"
#include "report/personal_numbers.h"
#include "report/report.h"

#include <utility>

namespace mingzhang {
namespace {

struct Kind {
  std::string_view name, what, ending, media;
};
constexpr Kind kinds[] = {
    {"html", "report", ".html", "text/html"},
    {"print", "report", ".html", "text/html"},
    {"markdown", "report", ".md", "text/markdown"},
    {"report-json", "report", ".json", "application/json"},
    {"facts-csv", "facts", ".csv", "text/csv"},
    {"facts-json", "facts", ".facts.json", "application/json"},
    {"findings-csv", "findings", ".csv", "text/csv"},
    {"package", "budget", ".zip", "application/zip"},
};

/// A byte-order mark: spreadsheets take a CSV file for the system's own encoding without it.
constexpr std::string_view mark = "\xEF\xBB\xBF";

std::string content_of(std::string_view kind, const Analysis& analysis, const Knowledge& knowledge,
                       Language language) {
  ReportOptions options{.format = ReportFormat::json, .language = language};
  if (kind == "html" || kind == "print") return write_html_page(analysis, knowledge, options);
  if (kind == "report-json") return write_report_file(analysis, knowledge, options);
  if (kind == "facts-json") {
    return facts_opening(options) + write_facts(analysis, knowledge, options) +
           std::string(facts_closing(options));
  }
  if (kind == "package") return write_data_package(analysis, knowledge, language);
  if (kind == "markdown") {
    options.format = ReportFormat::markdown;
    return write_report_file(analysis, knowledge, options);
  }
  options.format = ReportFormat::csv;
  if (kind == "facts-csv") {
    return std::string(mark) + facts_opening(options) + write_facts(analysis, knowledge, options);
  }
  return std::string(mark) + write_report_file(analysis, knowledge, options);
}

/// What no file system takes, and what could hide a name's ending, goes.
std::string file_name(std::string_view words) {
  std::string out;
  for (const char character : words) {
    const bool bad = static_cast<unsigned char>(character) < 0x20 ||
                     std::string_view("\\/:*?\"<>|%").find(character) != std::string_view::npos;
    out += bad ? '_' : character;
  }
  return out;
}

}  // namespace

HandedFile handed_file(std::string_view kind, const Analysis& analysis, const Knowledge& knowledge,
                       Language language) {
  for (const Kind& each : kinds) {
    if (each.name != kind) continue;
    const Disclosure& disclosure = analysis.disclosure;
    std::string name = disclosure.entity.empty() ? "mingzhang" : file_name(disclosure.entity);
    if (disclosure.year != 0) name += "-" + std::to_string(disclosure.year);
    name.append("-").append(each.what);
    name.append("-mingzhang-").append(program_version()).append("-").append(knowledge.rules.date());
    name.append("-").append(analysis.sha256.substr(0, 8)).append(each.ending);
    return {std::move(name), std::string(each.media), content_of(kind, analysis, knowledge, language)};
  }
  return {};
}

Analysis to_hand_on(const Analysis& analysis, const Knowledge& knowledge, bool with_numbers) {
  Analysis out;
  out.document = analysis.document;
  out.sha256 = analysis.sha256;
  out.concepts = analysis.concepts;
  if (!with_numbers) leave_out_numbers(out.document);
  out.disclosure = extract(out.document, knowledge.vocabulary);
  judge(out, knowledge);
  return out;
}

}  // namespace mingzhang
