// The reports for people, one function each for an analysis and for an input that could not be read. For this
// room only.
#pragma once

#include "report/report.h"

#include <string>

namespace mingzhang {

std::string write_text_report(const Analysis& analysis, const Knowledge& knowledge,
                              const ReportOptions& options);
std::string write_text_error(const Error& error, const InputIdentity& input, Language language);

std::string write_markdown_report(const Analysis& analysis, const Knowledge& knowledge,
                                  const ReportOptions& options);
std::string write_markdown_error(const Error& error, const InputIdentity& input, Language language);

/// A line for each finding.
std::string write_csv_report(const Analysis& analysis, const Knowledge& knowledge,
                             const ReportOptions& options);
std::string write_csv_error(const Error& error, const InputIdentity& input, Language language);
std::string csv_report_head(Language language);

}  // namespace mingzhang
