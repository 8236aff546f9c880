// Work on many inputs at once, results one after the other: the output of N threads is that of one.
// Tested through the program in tests/cli/ (--jobs).
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace mingzhang::cli {

/// Calls produce(i) for i in [0, count) on up to `jobs` threads and consume(result) for each in order, on the
/// calling thread, as soon as it is ready. At most a few results wait, so memory does not grow with the
/// number of inputs.
template <class Outcome, class Produce, class Consume>
void in_order(std::size_t count, unsigned jobs, const Produce& produce, const Consume& consume) {
  if (jobs <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i)
      consume(produce(i));
    return;
  }
  const std::size_t window = std::size_t{jobs} * 4;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::optional<Outcome>> slots(window);
  std::size_t next = 0;
  std::size_t consumed = 0;

  const auto work = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return next >= count || next < consumed + window; });
      if (next >= count) return;
      const std::size_t index = next++;
      lock.unlock();
      Outcome outcome = produce(index);
      lock.lock();
      slots[index % window] = std::move(outcome);
      changed.notify_all();
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < std::min<std::size_t>(jobs, count); ++i)
    threads.emplace_back(work);

  std::unique_lock lock(mutex);
  while (consumed < count) {
    std::optional<Outcome>& slot = slots[consumed % window];
    changed.wait(lock, [&] { return slot.has_value(); });
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
