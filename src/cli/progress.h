// How far a long run is, on standard error: on a terminal one line that is written over, elsewhere (with
// --progress) a line every few seconds. Tested through the program in tests/cli/.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace mingzhang::cli {

class Progress {
 public:
  enum class Way : std::uint8_t { none, line_written_over, lines };

  /// Sentences of assets/words/command_line.json under "progress".
  struct Words {
    std::string running;
    std::string finished;
  };

  /// `total`: inputs of the run, for the time that is left.
  Progress(Way way, std::uint64_t total, Words words);

  /// Another input is done; says so where it is time to.
  void step(bool read);
  /// Takes the line away, so that something else can be written to standard error.
  void clear();
  /// Says how it ended; on a terminal only where it said something before.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;

  void say(bool last);

  Way way_;
  std::uint64_t total_;
  Words words_;
  std::uint64_t done_ = 0;
  std::uint64_t unread_ = 0;
  bool said_ = false;
  bool shown_ = false;
  Clock::time_point began_ = Clock::now();
  Clock::time_point next_ = began_;
};

}  // namespace mingzhang::cli
