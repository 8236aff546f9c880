// mingzhang: the same reading and checking as the page's, for a shell. assets/words/command_line.json holds
// its help. Tested in tests/cli/.
#include "cli/commands.h"
#include "cli/words.h"
#include "report/fill.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mingzhang::cli {
namespace {

/// The first of the locale's variables that is set decides, as in the C library.
Language system_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
  }
  return Language::en;
}

int print_help(Language language) {
  const nlohmann::json words = words_in(language);
  std::string help;
  for (const nlohmann::json& line : words.at("help"))
    help += line.get<std::string>() + "\n";
  return print(help) ? all_well : could_not;
}

int print_version(Language language, const Knowledge& knowledge) {
  const std::string count = std::to_string(knowledge.rules.rules().size());
  const std::string line =
      filled(words_in(language).at("version").get<std::string>(),
             {{"version", program_version()}, {"rules", knowledge.rules.date()}, {"count", count}});
  return print(line + "\n") ? all_well : could_not;
}

int complain(const UsageError& error, Language language) {
  const nlohmann::json usage = words_in(language).at("usage");
  const std::string what = filled(usage.at(error.code).get<std::string>(), {{"detail", error.detail}});
  const std::string line = "mingzhang: " + what + "\n" + usage.at("see_help").get<std::string>() + "\n";
  std::fputs(line.c_str(), stderr);
  return could_not;
}

int run(const Options& options, Language language) {
  if (options.command == Command::help) return print_help(language);
  if (options.command == Command::text) return run_text(options);
  const auto knowledge = Knowledge::load();
  if (!knowledge) {
    std::fputs(error_line(knowledge.error(), "mingzhang", language).c_str(), stderr);
    return could_not;
  }
  switch (options.command) {
    case Command::check:
      return run_check(options, knowledge.value());
    case Command::facts:
      return run_facts(options, knowledge.value());
    case Command::rules:
      return run_rules(options, knowledge.value());
    case Command::version:
      return print_version(language, knowledge.value());
    case Command::help:
    case Command::text:
      break;
  }
  return could_not;
}

}  // namespace
}  // namespace mingzhang::cli

int main(int count, char** values) {
  using namespace mingzhang::cli;
  const std::vector<std::string_view> arguments(values + (count > 0 ? 1 : 0), values + count);
  const Parsed parsed = parse_command_line(arguments, system_language());
  if (const auto* error = std::get_if<UsageError>(&parsed.outcome)) return complain(*error, parsed.language);
  return run(*std::get_if<Options>(&parsed.outcome), parsed.language);
}
