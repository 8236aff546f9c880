// Work on many inputs at once, results one after the other: the output of N threads is that of one.
// Tested through the program in tests/cli/ (--jobs).
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace mingzhang::cli {

/// Calls produce(input) for every input that next() gives, on up to `jobs` threads, and consume(result) for
/// each in order, on the calling thread, as soon as it is ready. next() gives nullopt after the last and is
/// never called by two threads at once. At most a few results wait, so memory does not grow with the number
/// of inputs.
template <class Outcome, class Next, class Produce, class Consume>
void in_order(unsigned jobs, const Next& next, const Produce& produce, const Consume& consume) {
  if (jobs <= 1) {
    while (auto input = next())
      consume(produce(*input));
    return;
  }
  const std::size_t window = std::size_t{jobs} * 4;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::optional<Outcome>> slots(window);
  std::size_t taken = 0;
  std::size_t consumed = 0;
  bool at_end = false;

  const auto work = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return at_end || taken < consumed + window; });
      if (at_end) return;
      auto input = next();
      if (!input) {
        at_end = true;
        changed.notify_all();
        return;
      }
      const std::size_t index = taken++;
      lock.unlock();
      Outcome outcome = produce(*input);
      lock.lock();
      slots[index % window] = std::move(outcome);
      changed.notify_all();
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < jobs; ++i)
    threads.emplace_back(work);

  std::unique_lock lock(mutex);
  while (true) {
    std::optional<Outcome>& slot = slots[consumed % window];
    changed.wait(lock, [&] { return slot.has_value() || (at_end && consumed == taken); });
    if (!slot) break;
    Outcome outcome = std::move(*slot);
    slot.reset();
    ++consumed;
    changed.notify_all();
    lock.unlock();
    consume(std::move(outcome));
    lock.lock();
  }
  lock.unlock();
  for (std::thread& thread : threads)
    thread.join();
}

}  // namespace mingzhang::cli
