#include "cli/options.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace mingzhang::cli {
namespace {

constexpr unsigned most_jobs = 256;

struct FormatName {
  std::string_view name;
  ReportFormat format;
};
constexpr FormatName format_names[] = {{"text", ReportFormat::text},
                                       {"json", ReportFormat::json},
                                       {"ndjson", ReportFormat::ndjson},
                                       {"markdown", ReportFormat::markdown},
                                       {"csv", ReportFormat::csv}};

constexpr unsigned bit(Command command) {
  return 1U << static_cast<unsigned>(command);
}
constexpr unsigned bit(ReportFormat format) {
  return 1U << static_cast<unsigned>(format);
}

struct CommandRule {
  std::string_view name;
  Command command;
  ReportFormat default_format;
  unsigned formats;
  bool reads_inputs;
};
constexpr CommandRule commands[] = {
    {"check", Command::check, ReportFormat::text,
     bit(ReportFormat::text) | bit(ReportFormat::json) | bit(ReportFormat::ndjson) |
         bit(ReportFormat::markdown) | bit(ReportFormat::csv),
     true},
    {"facts", Command::facts, ReportFormat::csv, bit(ReportFormat::csv) | bit(ReportFormat::json), true},
    {"text", Command::text, ReportFormat::text, 0, true},
    {"rules", Command::rules, ReportFormat::text,
     bit(ReportFormat::text) | bit(ReportFormat::json) | bit(ReportFormat::markdown), false},
};

/// What the options say, before it is known whether it fits the command.
struct Given {
  Options options;
  const CommandRule* command = nullptr;
  std::optional<ReportFormat> format;
  std::optional<Language> language;
  bool asks_help = false;
  bool asks_version = false;
};

bool set_format(Given& given, std::string_view value) {
  for (const FormatName& known : format_names) {
    if (known.name == value) given.format = known.format;
  }
  return given.format.has_value();
}

bool set_language(Given& given, std::string_view value) {
  if (value == "zh") given.language = Language::zh;
  if (value == "en") given.language = Language::en;
  return value == "zh" || value == "en";
}

bool set_unit(Given& given, std::string_view value) {
  for (const Unit unit : {Unit::yuan, Unit::ten_thousand_yuan, Unit::hundred_million_yuan}) {
    if (name_of(unit) == value) given.options.report.unit = unit;
  }
  return given.options.report.unit != Unit::none;
}

bool set_jobs(Given& given, std::string_view value) {
  unsigned jobs = 0;
  for (const char digit : value) {
    if (digit < '0' || digit > '9' || jobs > most_jobs) return false;
    jobs = jobs * 10 + static_cast<unsigned>(digit - '0');
  }
  given.options.jobs = jobs;
  return jobs >= 1 && jobs <= most_jobs;
}

bool set_together(Given& given, std::string_view) {
  return given.options.together = true;
}
bool set_blocks(Given& given, std::string_view) {
  return given.options.blocks = true;
}
bool set_progress(Given& given, std::string_view) {
  return given.options.progress = true;
}
bool set_skip_done(Given& given, std::string_view value) {
  given.options.skip_done = value;
  return !value.empty();
}
bool set_help(Given& given, std::string_view) {
  return given.asks_help = true;
}
bool set_version(Given& given, std::string_view) {
  return given.asks_version = true;
}

constexpr unsigned any_command = ~0U;

struct OptionRule {
  std::string_view name;
  bool takes_value;
  unsigned commands;
  /// False where the value is none of the option's.
  bool (*apply)(Given&, std::string_view value);
};
constexpr OptionRule option_rules[] = {
    {"--format", true, bit(Command::check) | bit(Command::facts) | bit(Command::rules), set_format},
    {"--lang", true, any_command, set_language},
    {"--unit", true, bit(Command::check), set_unit},
    {"--jobs", true, bit(Command::check) | bit(Command::facts), set_jobs},
    {"--progress", false, bit(Command::check) | bit(Command::facts), set_progress},
    {"--skip-done", true, bit(Command::check), set_skip_done},
    {"--together", false, bit(Command::check), set_together},
    {"--blocks", false, bit(Command::text), set_blocks},
    {"--help", false, any_command, set_help},
    {"-h", false, any_command, set_help},
    {"--version", false, any_command, set_version},
};

template <class Rules>
auto find_by_name(const Rules& rules, std::string_view name) {
  const auto found =
      std::find_if(std::begin(rules), std::end(rules), [&](const auto& rule) { return rule.name == name; });
  return found == std::end(rules) ? nullptr : found;
}

/// Goes through the arguments once; stops at the first that is wrong.
class Parser {
 public:
  explicit Parser(const std::vector<std::string_view>& arguments) : arguments_(arguments) {}

  std::optional<UsageError> run() {
    bool only_files = false;
    while (next_ < arguments_.size()) {
      const std::string_view argument = arguments_[next_++];
      if (!only_files && argument == "--") {
        only_files = true;
      } else if (!only_files && argument.size() > 1 && argument.front() == '-') {
        if (auto error = option(argument)) return error;
      } else if (auto error = word(argument)) {
        return error;
      }
    }
    return std::nullopt;
  }

  Given& given() { return given_; }

 private:
  std::optional<UsageError> word(std::string_view argument) {
    if (given_.command != nullptr) {
      given_.options.inputs.emplace_back(argument);
      return std::nullopt;
    }
    given_.command = find_by_name(commands, argument);
    if (given_.command == nullptr) return UsageError{"unknown_command", std::string(argument)};
    return std::nullopt;
  }

  std::optional<UsageError> option(std::string_view argument) {
    const std::size_t equals = argument.find('=');
    const std::string_view name = argument.substr(0, equals);
    const OptionRule* rule = find_by_name(option_rules, name);
    if (rule == nullptr) return UsageError{"unknown_option", std::string(name)};
    used_.push_back(rule);
    std::string_view value;
    if (equals != std::string_view::npos) {
      if (!rule->takes_value) return UsageError{"value_unwanted", std::string(name)};
      value = argument.substr(equals + 1);
    } else if (rule->takes_value) {
      if (next_ == arguments_.size()) return UsageError{"value_missing", std::string(name)};
      value = arguments_[next_++];
    }
    if (rule->apply(given_, value)) return std::nullopt;
    return UsageError{"value_wrong", std::string(name) + " " + std::string(value)};
  }

 public:
  /// The first option that the command does not have; nullptr where all fit.
  const OptionRule* misplaced() const {
    for (const OptionRule* rule : used_) {
      if ((rule->commands & bit(given_.command->command)) == 0) return rule;
    }
    return nullptr;
  }

 private:
  const std::vector<std::string_view>& arguments_;
  std::size_t next_ = 0;
  Given given_;
  std::vector<const OptionRule*> used_;
};

std::optional<UsageError> check_inputs(const Given& given) {
  const std::vector<std::string>& inputs = given.options.inputs;
  if (!given.command->reads_inputs) {
    return inputs.empty() ? std::nullopt : std::optional(UsageError{"input_unwanted", inputs.front()});
  }
  if (inputs.empty()) return UsageError{"no_input", {}};
  if (std::count(inputs.begin(), inputs.end(), "-") > 1) return UsageError{"stdin_twice", {}};
  return std::nullopt;
}

std::variant<Options, UsageError> options_of(Parser& parser) {
  Given& given = parser.given();
  if (given.asks_help || given.asks_version) {
    given.options.command = given.asks_help ? Command::help : Command::version;
    return std::move(given.options);
  }
  if (given.command == nullptr) return UsageError{"no_command", {}};
  if (const OptionRule* rule = parser.misplaced())
    return UsageError{"option_not_here", std::string(rule->name)};
  if (auto error = check_inputs(given)) return std::move(*error);

  Options& options = given.options;
  options.command = given.command->command;
  options.report.language = given.language.value_or(Language::zh);
  options.report.format = given.format.value_or(given.command->default_format);
  if (given.format && (given.command->formats & bit(*given.format)) == 0) {
    const auto name = std::find_if(std::begin(format_names), std::end(format_names),
                                   [&](const FormatName& known) { return known.format == *given.format; });
    return UsageError{"value_wrong", "--format " + std::string(name->name)};
  }
  if (!options.skip_done.empty() && options.report.format != ReportFormat::ndjson)
    return UsageError{"skip_done_format", {}};
  if (!options.skip_done.empty() && options.together) return UsageError{"skip_done_together", {}};
  return std::move(options);
}

}  // namespace

Parsed parse_command_line(const std::vector<std::string_view>& arguments, Language system_language) {
  Parser parser(arguments);
  std::optional<UsageError> error = parser.run();
  const Language language = parser.given().language.value_or(system_language);
  if (error) return {std::move(*error), language};
  return {options_of(parser), language};
}

}  // namespace mingzhang::cli
