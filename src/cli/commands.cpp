#include "cli/commands.h"

#include "cli/done.h"
#include "cli/in_order.h"
#include "cli/inputs.h"
#include "cli/progress.h"
#include "cli/words.h"
#include "report/sha256.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <thread>
#include <utility>

#include <unistd.h>

namespace mingzhang::cli {
namespace {

/// What one input comes to.
struct Outcome {
  std::string output;
  /// A line for standard error; empty where the input was read.
  std::string complaint;
  ExitStatus status = all_well;
};

Outcome failed(const Error& error, const InputIdentity& identity, const Options& options) {
  Outcome outcome;
  outcome.complaint = error_line(error, identity.name, options.report.language);
  outcome.status = could_not;
  if (options.command == Command::check) outcome.output = write_error(error, identity, options.report);
  return outcome;
}

bool has_contradiction(const Findings& findings) {
  return std::any_of(findings.all.begin(), findings.all.end(), [](const Finding& finding) {
    return finding.status == Status::fails && finding.severity == Severity::error;
  });
}

Outcome judged(const Input& input, const Options& options, const Knowledge& knowledge, const Done& done) {
  InputIdentity identity;
  identity.name = input.path;
  auto bytes = input.error ? Result<Bytes>(*input.error) : read_input(input.path);
  if (bytes) identity.bytes = bytes.value().size;
  if (bytes && bytes.value().size == bytes.value().data.size()) {
    identity.sha256 = sha256_of(bytes.value().data);
  }
  if (const auto status = done.status_of(identity.name, identity.sha256)) return {{}, {}, *status};
  if (!bytes) return failed(bytes.error(), identity, options);
  auto analysis = analyse(bytes.value().data, input.path, knowledge);
  if (!analysis) return failed(analysis.error(), identity, options);
  analysis.value().sha256 = std::move(identity.sha256);

  Outcome outcome;
  if (options.command == Command::facts) {
    outcome.output = write_facts(analysis.value(), knowledge, options.report);
    return outcome;
  }
  outcome.output = write_report(analysis.value(), knowledge, options.report);
  if (has_contradiction(analysis.value().findings)) outcome.status = contradiction_found;
  return outcome;
}

Outcome text_of(const Input& input, const Options& options) {
  InputIdentity identity;
  identity.name = input.path;
  if (input.error) return failed(*input.error, identity, options);
  auto bytes = read_input(input.path);
  if (!bytes) return failed(bytes.error(), identity, options);
  auto document = read_document(bytes.value().data, input.path);
  if (!document) return failed(document.error(), identity, options);
  Outcome outcome;
  outcome.output = options.blocks ? write_blocks(document.value()) : std::move(document.value().text);
  return outcome;
}

/// Writes outcomes in order, with the format's separator between those that have output.
class Printer {
 public:
  Printer(std::string_view separator, Language language) : separator_(separator), language_(language) {}

  void outcome(const Outcome& one) {
    status_ = std::max(status_, one.status);
    if (!one.output.empty()) {
      if (!first_) text(separator_);
      first_ = false;
      text(one.output);
    }
    if (!one.complaint.empty()) std::fputs(one.complaint.c_str(), stderr);
  }

  void text(std::string_view words) { written_ = written_ && print(words); }

  int finish() {
    if (written_) return status_;
    Error error;
    error.code = "output.failed";
    std::fputs(error_line(error, "mingzhang", language_).c_str(), stderr);
    return could_not;
  }

 private:
  std::string_view separator_;
  Language language_;
  ExitStatus status_ = all_well;
  bool first_ = true;
  bool written_ = true;
};

/// Standard error is a terminal, or progress was asked for.
Progress progress_of(const Options& options) {
  const bool on_terminal = isatty(STDERR_FILENO) == 1;
  if (!on_terminal && !options.progress) return {Progress::Way::none, 0, {}};
  std::uint64_t total = 0;
  for (Inputs inputs(options.inputs); inputs.next();)
    ++total;
  const nlohmann::json words = words_in(options.report.language)["progress"];
  return {on_terminal ? Progress::Way::line_written_over : Progress::Way::lines,
          total,
          {words["running"].get<std::string>(), words["finished"].get<std::string>()}};
}

unsigned jobs_of(const Options& options) {
  return options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

int run_over_inputs(const Options& options, const Knowledge& knowledge, std::string_view opening,
                    std::string_view separator, std::string_view closing) {
  const auto done = options.skip_done.empty() ? Result<Done>(Done()) : Done::load(options.skip_done);
  if (!done) {
    std::fputs(error_line(done.error(), options.skip_done, options.report.language).c_str(), stderr);
    return could_not;
  }
  done.value().cut_standard_output();
  Inputs inputs(options.inputs);
  Progress progress = progress_of(options);
  Printer printer(separator, options.report.language);
  printer.text(opening);
  in_order<Outcome>(
      jobs_of(options), [&] { return inputs.next(); },
      [&](const Input& input) { return judged(input, options, knowledge, done.value()); },
      [&](const Outcome& outcome) {
        if (!outcome.complaint.empty()) progress.clear();
        printer.outcome(outcome);
        progress.step(outcome.status != could_not);
      });
  printer.text(closing);
  progress.finish();
  return printer.finish();
}

}  // namespace

bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

int run_check(const Options& options, const Knowledge& knowledge) {
  const ReportOptions& report = options.report;
  return run_over_inputs(options, knowledge, report_opening(report), report_separator(report),
                         report_closing(report));
}

int run_facts(const Options& options, const Knowledge& knowledge) {
  const ReportOptions& report = options.report;
  return run_over_inputs(options, knowledge, facts_opening(report), facts_separator(report),
                         facts_closing(report));
}

int run_text(const Options& options) {
  Printer printer({}, options.report.language);
  Inputs inputs(options.inputs);
  while (const auto input = inputs.next())
    printer.outcome(text_of(*input, options));
  return printer.finish();
}

int run_rules(const Options& options, const Knowledge& knowledge) {
  Printer printer({}, options.report.language);
  printer.text(write_rules(knowledge, options.report));
  return printer.finish();
}

}  // namespace mingzhang::cli
