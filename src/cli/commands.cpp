#include "cli/commands.h"

#include "cli/converter.h"
#include "cli/done.h"
#include "cli/in_order.h"
#include "cli/inputs.h"
#include "cli/progress.h"
#include "cli/words.h"
#include "document/archive/expand.h"
#include "document/format.h"
#include "document/limits.h"
#include "report/sha256.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <thread>
#include <utility>
#include <vector>

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

/// The bytes that the program can read: the file's own, or in some formats what the converter makes of them,
/// which `converted` then holds.
Result<std::span<const std::uint8_t>> readable(const InnerFile& file, Converter& converter,
                                               std::vector<std::uint8_t>& converted) {
  const std::span<const std::uint8_t> own = file.bytes;
  const std::string_view format = known_format(own);
  const auto number = converter_of(format);
  if (!number || own.size() > limits::input_bytes) return own;
  auto made = converter.convert(*number, format, own);
  if (!made) return std::move(made.error());
  converted = std::move(made).value();
  return std::span<const std::uint8_t>(converted);
}

Outcome judged(const InnerFile& file, InputIdentity identity, const Options& options,
               const Knowledge& knowledge, Converter& converter) {
  std::vector<std::uint8_t> converted;
  const auto bytes = readable(file, converter, converted);
  if (!bytes) return failed(bytes.error(), identity, options);
  auto analysis = analyse(bytes.value(), file.name, knowledge);
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

Result<Document> document_of(const InnerFile& file, Converter& converter) {
  std::vector<std::uint8_t> converted;
  const auto bytes = readable(file, converter, converted);
  if (!bytes) return bytes.error();
  return read_document(bytes.value(), file.name);
}

Outcome text_of(const InnerFile& file, const InputIdentity& identity, const Options& options,
                Converter& converter) {
  const auto document = document_of(file, converter);
  if (!document) return failed(document.error(), identity, options);
  Outcome outcome;
  outcome.output =
      options.blocks ? write_blocks(document.value()) : std::string(document.value().input_text());
  return outcome;
}

/// Calls take(identity, file) for each file that the input is: an archive is as many as it holds. One with an
/// error is not to be read; one that is too large is given with what was read of it.
template <class Take>
void for_each_file(const Input& input, const Take& take) {
  const auto bytes = input.error ? Result<Bytes>(*input.error) : read_input(input.path);
  if (!bytes) return take(InputIdentity{input.path, 0, {}}, InnerFile{input.path, {}, bytes.error()});
  if (bytes.value().size != bytes.value().data.size()) {  // too large to be read whole
    return take(InputIdentity{input.path, bytes.value().size, {}},
                InnerFile{input.path, bytes.value().data, std::nullopt});
  }
  expand(bytes.value().data, input.path, [&](const InnerFile& file) {
    InputIdentity identity{file.name, file.bytes.size(), {}};
    if (!file.bytes.empty() || !file.error) identity.sha256 = sha256_of(file.bytes);
    take(std::move(identity), file);
  });
}

/// One outcome for each file. Those that are done already are not judged again.
template <class Judge>
std::vector<Outcome> outcomes_of(const Input& input, const Options& options, const Done& done,
                                 const Judge& judge) {
  std::vector<Outcome> outcomes;
  for_each_file(input, [&](InputIdentity identity, const InnerFile& file) {
    if (const auto status = done.status_of(identity.name, identity.sha256)) {
      outcomes.push_back({{}, {}, *status});
    } else {
      outcomes.push_back(file.error ? failed(*file.error, identity, options)
                                    : judge(file, std::move(identity)));
    }
  });
  return outcomes;
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
#ifdef __EMSCRIPTEN__
  static_cast<void>(options);
  return 1;  // built without threads
#else
  return options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
#endif
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
  Converter converter;
  printer.text(opening);
  const auto judge = [&](const InnerFile& file, InputIdentity identity) {
    return judged(file, std::move(identity), options, knowledge, converter);
  };
  in_order<std::vector<Outcome>>(
      jobs_of(options), [&] { return inputs.next(); },
      [&](const Input& input) { return outcomes_of(input, options, done.value(), judge); },
      [&](const std::vector<Outcome>& outcomes) {
        bool all_read = true;
        for (const Outcome& outcome : outcomes) {
          if (!outcome.complaint.empty()) progress.clear();
          printer.outcome(outcome);
          all_read = all_read && outcome.status != could_not;
        }
        progress.step(all_read);
      });
  printer.text(closing);
  progress.finish();
  return printer.finish();
}

/// All inputs' documents; what is wrong with the others goes to `failures`.
std::vector<Document> documents_of(const Options& options, std::vector<Outcome>& failures) {
  std::vector<Document> documents;
  Converter converter;
  const auto read = [&](InputIdentity identity, const InnerFile& file) {
    auto document = file.error ? Result<Document>(*file.error) : document_of(file, converter);
    if (!document) {
      failures.push_back(failed(document.error(), identity, options));
      return;
    }
    document.value().input_sha256 = std::move(identity.sha256);
    documents.push_back(std::move(document).value());
  };
  for (Inputs inputs(options.inputs); const auto input = inputs.next();)
    for_each_file(*input, read);
  return documents;
}

int run_together(const Options& options, const Knowledge& knowledge) {
  const ReportOptions& report = options.report;
  Printer printer(report_separator(report), report.language);
  std::vector<Outcome> failures;
  std::vector<Document> documents = documents_of(options, failures);
  printer.text(report_opening(report));
  if (!documents.empty()) {
    const Analysis analysis = analyse_together(std::move(documents), knowledge);
    Outcome outcome;
    outcome.output = write_report(analysis, knowledge, report);
    if (has_contradiction(analysis.findings)) outcome.status = contradiction_found;
    printer.outcome(outcome);
  }
  for (const Outcome& failure : failures)
    printer.outcome(failure);
  printer.text(report_closing(report));
  return printer.finish();
}

}  // namespace

bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

int run_check(const Options& options, const Knowledge& knowledge) {
  if (options.together) return run_together(options, knowledge);
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
  Converter converter;
  const auto judge = [&](const InnerFile& file, const InputIdentity& identity) {
    return text_of(file, identity, options, converter);
  };
  Inputs inputs(options.inputs);
  while (const auto input = inputs.next()) {
    for (const Outcome& outcome : outcomes_of(*input, options, Done(), judge))
      printer.outcome(outcome);
  }
  return printer.finish();
}

int run_rules(const Options& options, const Knowledge& knowledge) {
  Printer printer({}, options.report.language);
  printer.text(write_rules(knowledge, options.report));
  return printer.finish();
}

}  // namespace mingzhang::cli
