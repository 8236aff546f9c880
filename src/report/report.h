// An Analysis as a report that other programs read: JSON (README.md, 'The report'), CSV, Markdown, plain text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "views/analysis.h"

namespace mingzhang {

enum class ReportFormat : std::uint8_t { text, json, ndjson, markdown, csv };

struct ReportOptions {
  ReportFormat format = ReportFormat::text;
  Language language = Language::zh;      // text, markdown and csv; json has both
  Unit unit = Unit::none;                // money in text and markdown; none: as printed
};

/// One report, without the brackets and commas of a JSON array around it.
std::string write_report(const Analysis& analysis, const Knowledge& knowledge, const ReportOptions& options);
/// The same place in the output for an input that could not be read.
std::string write_error(const Error& error, const Knowledge& knowledge, const ReportOptions& options);
/// Only the figures: CSV with a head, or a JSON array.
std::string write_facts(const Analysis& analysis, const Knowledge& knowledge, const ReportOptions& options);
/// Every rule: text, Markdown, or JSON as an array of {"id", "formula", "severity", "source"}.
std::string write_rules(const Knowledge& knowledge, const ReportOptions& options);
/// One line in the reader's language: what is wrong with an input, without its name.
std::string error_sentence(const Error& error, Language language);

}  // namespace mingzhang
