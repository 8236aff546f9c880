#include "cli/done.h"

#include "report/sha256.h"
#include "report/valid_text.h"
#include "text/sorting.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

namespace mingzhang::cli {
namespace {

// In the reports of this program these stand outside of strings only: within one each quotation mark is
// escaped.
constexpr std::string_view report_start = "{\"format\":\"mingzhang-report/1\"";
constexpr std::string_view input_key = "\"input\":";
constexpr std::string_view error_after_input = ",\"error\":{";
constexpr std::string_view errors_key = "\"verdict\":{\"error\":";

/// The object that begins at `start`, whose members are no containers; empty where it does not end.
std::string_view flat_object_at(std::string_view line, std::size_t start) {
  bool in_string = false;
  for (std::size_t at = start; at < line.size(); ++at) {
    if (line[at] == '"') in_string = !in_string;
    if (line[at] == '\\') ++at;
    if (!in_string && line[at] == '}') return line.substr(start, at + 1 - start);
  }
  return {};
}

struct Key {
  std::uint64_t half[2] = {};
};

Key key_of(std::string_view name, std::string_view sha256) {
  std::string words;
  append_valid(words, name);
  words += '\n';
  words += sha256;
  const std::string digest = sha256_of({reinterpret_cast<const std::uint8_t*>(words.data()), words.size()});
  Key key;
  for (std::size_t i = 0; i < 32; ++i) {
    const char digit = digest[i];
    const int value = digit <= '9' ? digit - '0' : digit - 'a' + 10;
    key.half[i / 16] = key.half[i / 16] << 4 | static_cast<std::uint64_t>(value);
  }
  return key;
}

bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino && S_ISREG(a.st_mode);
}

}  // namespace

Result<Done> Done::load(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string line;
  if (!file || (!std::getline(file, line) && !file.eof())) {
    Error error;
    error.code = "file.unreadable";
    return error;
  }
  Done done;
  done.path_ = path;
  for (; !file.eof(); std::getline(file, line)) {
    done.whole_lines_ += line.size() + 1;
    done.add(line);
  }
  sort_stably(done.reports_, [](const Report& a, const Report& b) {
    return std::tie(a.key[0], a.key[1]) < std::tie(b.key[0], b.key[1]);
  });
  return done;
}

void Done::add(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  const bool whole = line.starts_with(report_start) && line.ends_with('}') &&
                     line.find(report_start, 1) == std::string_view::npos;
  const std::size_t at = line.find(input_key);
  if (!whole || at == std::string_view::npos) return;
  const std::string_view object = flat_object_at(line, at + input_key.size());
  const nlohmann::json input = nlohmann::json::parse(object, nullptr, false);
  if (!input.is_object() || !input.value("name", nlohmann::json()).is_string() ||
      !input.value("sha256", nlohmann::json()).is_string()) {
    return;
  }
  const std::string_view rest = line.substr(static_cast<std::size_t>(object.end() - line.begin()));
  const std::size_t errors = rest.find(errors_key);
  ExitStatus status = could_not;
  if (!rest.starts_with(error_after_input)) {
    if (errors == std::string_view::npos) return;
    status = rest.substr(errors + errors_key.size()).starts_with("0,") ? all_well : contradiction_found;
  }
  const Key key = key_of(input["name"].get<std::string>(), input["sha256"].get<std::string>());
  reports_.push_back({{key.half[0], key.half[1]}, status});
}

std::optional<ExitStatus> Done::status_of(std::string_view name, std::string_view sha256) const {
  const Key key = key_of(name, sha256);
  const auto wanted = std::tie(key.half[0], key.half[1]);
  const auto found = std::lower_bound(
      reports_.begin(), reports_.end(), wanted,
      [](const Report& report, const auto& half) { return std::tie(report.key[0], report.key[1]) < half; });
  if (found == reports_.end() || std::tie(found->key[0], found->key[1]) != wanted) return std::nullopt;
  return found->status;
}

void Done::cut_standard_output() const {
  struct stat reports {};
  struct stat output {};
  if (stat(path_.c_str(), &reports) != 0 || fstat(STDOUT_FILENO, &output) != 0) return;
  if (!same_file(reports, output)) return;
  const off_t end = static_cast<off_t>(whole_lines_);
  if (ftruncate(STDOUT_FILENO, end) == 0) lseek(STDOUT_FILENO, end, SEEK_SET);
}

}  // namespace mingzhang::cli
