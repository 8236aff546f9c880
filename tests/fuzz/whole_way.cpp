// From a text to findings and every report: what a visitor's file goes through.
#include "fuzz.h"
#include "knowledge.h"
#include "promises.h"
#include "report/report.h"

#include <nlohmann/json.hpp>

using namespace mingzhang;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto analysis = analyse({data, size}, "input", fuzz::knowledge());
  if (!analysis) {
    const InputIdentity identity{"input", size, {}};
    fuzz::require(!write_error(analysis.error(), identity, {ReportFormat::ndjson}).empty(),
                  "an error has words");
    return 0;
  }
  fuzz::require_sound(analysis.value());
  for (const ReportFormat format : {ReportFormat::text, ReportFormat::markdown, ReportFormat::csv})
    static_cast<void>(write_report(analysis.value(), fuzz::knowledge(), {format, Language::en}));
  const std::string report = write_report(analysis.value(), fuzz::knowledge(), {ReportFormat::ndjson});
  fuzz::require(nlohmann::json::accept(report), "a report is JSON");
  fuzz::require(report.find('\n') == report.size() - 1, "a report of ndjson is one line");
  return 0;
}
