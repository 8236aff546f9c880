// An Analysis as a report that other programs or people read: JSON, CSV, Markdown, plain text. Every key and
// every column is described in report/README.md. Tested in tests/unit/report/ and, through the program, in
// tests/cli/.
#pragma once

#include "views/analysis.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

enum class ReportFormat : std::uint8_t { text, json, ndjson, markdown, csv };

struct ReportOptions {
  ReportFormat format = ReportFormat::text;
  Language language = Language::zh;  // text, markdown and csv; json has both
  Unit unit = Unit::none;            // money in text, markdown and csv; none: as printed
};

/// What is known of an input that could not be read.
struct InputIdentity {
  std::string name;
  std::uint64_t bytes = 0;
  /// Empty where it could not be read at all.
  std::string sha256;
};

/// One report, without the brackets and commas of a JSON array or the head of a CSV file around it. Findings
/// point into the facts of the same report. Analysis::sha256 must have been filled in.
std::string write_report(const Analysis& analysis, const Knowledge& knowledge, const ReportOptions& options);
/// The same place in the output for an input that could not be read.
std::string write_error(const Error& error, const InputIdentity& input, const ReportOptions& options);
/// What stands before the first report, between two and after the last.
std::string report_opening(const ReportOptions& options);
std::string_view report_separator(const ReportOptions& options);
std::string_view report_closing(const ReportOptions& options);
/// A whole file with this one report: opening, report, closing.
std::string write_report_file(const Analysis& analysis, const Knowledge& knowledge,
                              const ReportOptions& options);

/// The report as a page of its own (HTML), to be printed or kept: no script, nothing fetched. Only for
/// disclosures.
std::string write_html_page(const Analysis& analysis, const Knowledge& knowledge,
                            const ReportOptions& options);
/// The amounts as a Fiscal Data Package: a ZIP archive of datapackage.json and budget.csv.
std::string write_data_package(const Analysis& analysis, const Knowledge& knowledge, Language language);

/// Only the figures, as CSV or as the members of one JSON array over all inputs, with the same rules for
/// opening, separator (between inputs that both have figures) and closing.
std::string write_facts(const Analysis& analysis, const Knowledge& knowledge, const ReportOptions& options);
std::string facts_opening(const ReportOptions& options);
std::string_view facts_separator(const ReportOptions& options);
std::string_view facts_closing(const ReportOptions& options);

/// The blocks, tables and cells of a document with their offsets, a line each.
std::string write_blocks(const Document& document);
/// Every rule: text, Markdown, or JSON as an array of {"id", "formula", "severity", "source"}.
std::string write_rules(const Knowledge& knowledge, const ReportOptions& options);

/// One line in the reader's language: what is wrong with an input, and where in it, without its name.
std::string error_sentence(const Error& error, Language language);
/// The line for standard error: "FILE: what is wrong" and its line break.
std::string error_line(const Error& error, std::string_view file, Language language);
/// What the reader can do about it; may be empty.
std::string error_hint(const Error& error, Language language);

/// What the reader had to leave out or could not place.
std::string note_sentence(const ReaderNote& note, Language language);
/// What to say of a text that can be read and is no disclosure.
std::string not_disclosure_sentence(Language language);

/// Version of this program, "0.1.0".
std::string_view program_version();

}  // namespace mingzhang
