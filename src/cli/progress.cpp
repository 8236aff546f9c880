#include "cli/progress.h"

#include "report/fill.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace mingzhang::cli {
namespace {

using namespace std::chrono_literals;

/// 12:05, 1:02:05.
std::string duration(std::uint64_t seconds) {
  const auto two = [](std::uint64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const std::uint64_t hours = seconds / 3600;
  return (hours > 0 ? std::to_string(hours) + ":" : std::string()) + two(seconds / 60 % 60) + ":" +
         two(seconds % 60);
}

}  // namespace

Progress::Progress(Way way, std::uint64_t total, Words words)
    : way_(way), total_(total), words_(std::move(words)) {
  next_ += way == Way::lines ? 5s : 1s;  // what ends sooner needs no progress
}

void Progress::step(bool read) {
  ++done_;
  if (!read) ++unread_;
  if (way_ == Way::none) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + (way_ == Way::lines ? Clock::duration(5s) : Clock::duration(250ms));
  say(false);
}

void Progress::say(bool last) {
  const auto seconds = std::chrono::duration<double>(Clock::now() - began_).count();
  const double rate = static_cast<double>(done_) / std::max(seconds, 0.001);
  const auto left = static_cast<std::uint64_t>(static_cast<double>(total_ - std::min(done_, total_)) /
                                               std::max(rate, 0.001));
  const std::string words = filled(last ? words_.finished : words_.running,
                                   {{"done", std::to_string(done_)},
                                    {"total", std::to_string(std::max(total_, done_))},
                                    {"rate", std::to_string(static_cast<std::uint64_t>(rate))},
                                    {"unread", std::to_string(unread_)},
                                    {"left", duration(left)},
                                    {"spent", duration(static_cast<std::uint64_t>(seconds))}});
  clear();
  const bool stays = last || way_ == Way::lines;
  std::fputs((words + (stays ? "\n" : "")).c_str(), stderr);
  shown_ = !stays;
  said_ = true;
}

void Progress::clear() {
  if (shown_) std::fputs("\r\033[K", stderr);
  shown_ = false;
}

void Progress::finish() {
  if (said_ || way_ == Way::lines) say(true);
}

}  // namespace mingzhang::cli
