#include "report/report.h"

#include "report/json_report.h"
#include "report/people.h"

namespace mingzhang {
namespace {

/// Members of a report, and of its lists, stand on lines of their own; a report of ndjson is one line.
constexpr int broken_levels_of_json = 2;

}  // namespace

std::string_view program_version() {
  return MINGZHANG_VERSION;
}

std::string write_report(const Analysis& analysis, const Knowledge& knowledge, const ReportOptions& options) {
  switch (options.format) {
    case ReportFormat::text:
      return write_text_report(analysis, knowledge, options);
    case ReportFormat::json:
      return write_json_report(analysis, knowledge, broken_levels_of_json);
    case ReportFormat::ndjson:
      return write_json_report(analysis, knowledge, 0) + "\n";
    case ReportFormat::markdown:
      return write_markdown_report(analysis, knowledge, options);
    case ReportFormat::csv:
      return write_csv_report(analysis, knowledge, options);
  }
  return {};
}

std::string write_error(const Error& error, const InputIdentity& input, const ReportOptions& options) {
  switch (options.format) {
    case ReportFormat::text:
      return write_text_error(error, input, options.language);
    case ReportFormat::json:
      return write_json_error(error, input, broken_levels_of_json);
    case ReportFormat::ndjson:
      return write_json_error(error, input, 0) + "\n";
    case ReportFormat::markdown:
      return write_markdown_error(error, input, options.language);
    case ReportFormat::csv:
      return write_csv_error(error, input, options.language);
  }
  return {};
}

std::string report_opening(const ReportOptions& options) {
  if (options.format == ReportFormat::json) return "[\n";
  return options.format == ReportFormat::csv ? csv_report_head(options.language) : std::string();
}

std::string_view report_separator(const ReportOptions& options) {
  switch (options.format) {
    case ReportFormat::json:
      return ",\n";
    case ReportFormat::text:
      return "\n\n";
    case ReportFormat::markdown:
      return "\n";
    case ReportFormat::ndjson:
    case ReportFormat::csv:
      return {};
  }
  return {};
}

std::string_view report_closing(const ReportOptions& options) {
  return options.format == ReportFormat::json ? "\n]\n" : std::string_view();
}

std::string write_report_file(const Analysis& analysis, const Knowledge& knowledge,
                              const ReportOptions& options) {
  return report_opening(options) + write_report(analysis, knowledge, options) +
         std::string(report_closing(options));
}

}  // namespace mingzhang
