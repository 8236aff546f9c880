// See converter.h.
#include "cli/converter.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <mutex>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace mingzhang::cli {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t header_bytes = 9;
/// For one file. The largest PDF disclosures take a few seconds.
constexpr std::chrono::seconds longest_conversion(60);
constexpr std::chrono::seconds longest_start(20);
/// No answer is longer; a header that says so is none.
constexpr std::uint32_t longest_answer = 512u << 20;

struct Format {
  std::string_view name;
  std::uint8_t number;
};
/// The same list as in web/convert/main.mjs.
constexpr Format formats[] = {{"PDF", 1}};

/// Beside the installed program, or in the build folder that the program stands in: build/native and
/// build/convert.
fs::path script() {
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (failed) return {};
  for (const char* place : {"../share/mingzhang/convert", "../convert"}) {
    const fs::path found = program.parent_path() / place / "convert.mjs";
    if (fs::is_regular_file(found, failed)) return found;
  }
  return {};
}

void put_u32(std::uint8_t* out, std::uint32_t value) {
  for (int i = 0; i < 4; ++i)
    out[i] = static_cast<std::uint8_t>(value >> (8 * i));
}
std::uint32_t get_u32(const std::uint8_t* in) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i)
    value |= std::uint32_t{in[i]} << (8 * i);
  return value;
}

Error error_of(std::string_view code, std::string detail = {}) {
  Error error;
  error.code = code;
  error.detail = std::move(detail);
  return error;
}

std::string seconds_of(std::chrono::seconds time) {
  return std::to_string(time.count());
}

}  // namespace

std::optional<std::uint8_t> converter_of(std::string_view format) {
  for (const Format& known : formats) {
    if (known.name == format) return known.number;
  }
  return std::nullopt;
}

/// The running process and the way to it: one socket that is its standard input and output.
class Converter::Process {
 public:
  ~Process() { stop(); }

  Result<std::vector<std::uint8_t>> convert(std::uint8_t format, std::string_view format_name,
                                            std::span<const std::uint8_t> file) {
    const std::lock_guard lock(mutex_);
    if (socket_ < 0 && !start()) return error_of("convert.absent", std::string(format_name));
    const Clock::time_point until = Clock::now() + longest_conversion;
    std::uint8_t header[header_bytes];
    put_u32(header, ++number_);
    header[4] = format;
    put_u32(header + 5, static_cast<std::uint32_t>(file.size()));
    if (!send_all(header, until) || !send_all(file, until)) return failure(until);
    std::vector<std::uint8_t> answer;
    std::uint8_t outcome = 0;
    if (!receive(number_, outcome, answer, until)) return failure(until);
    if (outcome == 0) return answer;
    const std::string words(answer.begin(), answer.end());
    const std::size_t tab = std::min(words.find('\t'), words.size());
    return error_of(words.substr(0, tab), words.substr(std::min(tab + 1, words.size())));
  }

 private:
  bool start() {
    const fs::path path = script();
    int ends[2];
    if (path.empty() || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string words[] = {"node", "--max-old-space-size=2048", path.string()};
    char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), nullptr};
    const int failed = posix_spawnp(&pid_, "node", &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    socket_ = ends[0];
    if (failed != 0) {
      pid_ = -1;
      stop();
      return false;
    }
    std::vector<std::uint8_t> nothing;
    std::uint8_t outcome = 0;
    if (receive(0, outcome, nothing, Clock::now() + longest_start) && outcome == 0) return true;
    stop();
    return false;
  }

  void stop() {
    if (socket_ >= 0) close(socket_);
    socket_ = -1;
    if (pid_ <= 0) return;
    kill(pid_, SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
  }

  /// The process is of no more use.
  Error failure(Clock::time_point until) {
    const bool late = Clock::now() >= until;
    stop();
    return late ? error_of("convert.too_slow", seconds_of(longest_conversion)) : error_of("convert.stopped");
  }

  bool wait_for(short event, Clock::time_point until) const {
    while (true) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
      if (left <= 0) return false;
      pollfd waiting{socket_, event, 0};
      const int ready = poll(&waiting, 1, static_cast<int>(left));
      if (ready > 0) return true;
      if (ready == 0 || errno != EINTR) return false;
    }
  }

  bool send_all(std::span<const std::uint8_t> bytes, Clock::time_point until) const {
    while (!bytes.empty()) {
      if (!wait_for(POLLOUT, until)) return false;
      const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (sent <= 0) return false;
      bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return true;
  }

  bool receive_all(std::span<std::uint8_t> bytes, Clock::time_point until) const {
    while (!bytes.empty()) {
      if (!wait_for(POLLIN, until)) return false;
      const ssize_t got = recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
      if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (got <= 0) return false;
      bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return true;
  }

  bool receive(std::uint32_t number, std::uint8_t& outcome, std::vector<std::uint8_t>& bytes,
               Clock::time_point until) const {
    std::uint8_t header[header_bytes];
    if (!receive_all(header, until) || get_u32(header) != number || get_u32(header + 5) > longest_answer)
      return false;
    outcome = header[4];
    bytes.resize(get_u32(header + 5));
    return receive_all(bytes, until);
  }

  std::mutex mutex_;
  int socket_ = -1;
  pid_t pid_ = -1;
  std::uint32_t number_ = 0;
};

Converter::Converter() : process_(std::make_unique<Process>()) {}
Converter::~Converter() = default;

Result<std::vector<std::uint8_t>> Converter::convert(std::uint8_t format, std::string_view format_name,
                                                     std::span<const std::uint8_t> file) {
  return process_->convert(format, format_name, file);
}

}  // namespace mingzhang::cli
