// How fast each stage of the core is: read, extract, check, and all together, on the files given.
//
// usage: bench_stages FILE ...   one JSON line a file: nanoseconds of each stage, and of two scans of the
// same bytes to compare with (a copy, and the plainest decoding of UTF-8). The same source is built natively
// and as wasm; tests/bench/stages.mjs runs both and prints the table. Each time is the least of many batches:
// a shared machine only ever adds.
#include "views/analysis.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Bytes = std::vector<std::uint8_t>;
using Clock = std::chrono::steady_clock;

/// What the measured work comes to; printed, so that no compiler can leave the work out.
std::uint64_t witness = 0;

template <class Work>
double least_nanoseconds(Work work) {
  // Shorter than a scheduler's slice, so that some batches run undisturbed even where the machine is busy.
  constexpr auto batch_time = std::chrono::milliseconds(2);
  constexpr int batches = 300;
  std::uint64_t runs = 1;
  for (;;) {  // as many runs as fill a batch; warms up as well
    const auto began = Clock::now();
    for (std::uint64_t run = 0; run < runs; ++run)
      witness += work();
    if (Clock::now() - began >= batch_time) break;
    runs *= 2;
  }
  double least = 1e300;
  for (int batch = 0; batch < batches; ++batch) {
    const auto began = Clock::now();
    for (std::uint64_t run = 0; run < runs; ++run)
      witness += work();
    const std::chrono::duration<double, std::nano> took = Clock::now() - began;
    least = std::min(least, took.count() / static_cast<double>(runs));
  }
  return least;
}

std::uint64_t copy(const Bytes& bytes, Bytes& to) {
  std::copy(bytes.begin(), bytes.end(), to.begin());
  return to[to.size() / 2];
}

/// Decodes every character, one byte after the other: what a reader does at the very least.
std::uint64_t decode(const Bytes& bytes) {
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::uint32_t lead = bytes[at];
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::uint32_t character = size == 1 ? lead : lead & (0x7FU >> size);
    for (std::size_t more = 1; more < size && at + more < bytes.size(); ++more) {
      character = character << 6 | (bytes[at + more] & 0x3FU);
    }
    sum += character;
    at += size;
  }
  return sum;
}

const char* compiler() {
#if defined(__EMSCRIPTEN__)
  return "em++ (clang " __clang_version__ ")";
#elif defined(__clang__)
  return "clang++ " __clang_version__;
#else
  return "g++ " __VERSION__;
#endif
}

bool measure(const char* path, const mingzhang::Knowledge& knowledge) {
  std::ifstream file(path, std::ios::binary);
  const Bytes bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto document = mingzhang::read_document(bytes, path);
  if (!document.ok()) {
    std::fprintf(stderr, "%s: %s\n", path, document.error().code.c_str());
    return false;
  }
  const auto disclosure = mingzhang::extract(document.value(), knowledge.vocabulary);
  Bytes room(bytes.size());

  const double copied = least_nanoseconds([&] { return copy(bytes, room); });
  const double decoded = least_nanoseconds([&] { return decode(bytes); });
  const double read =
      least_nanoseconds([&] { return mingzhang::read_document(bytes, path).value().text.size(); });
  const double extracted = least_nanoseconds(
      [&] { return mingzhang::extract(document.value(), knowledge.vocabulary).facts.size(); });
  const double checked = least_nanoseconds([&] {
    return mingzhang::check(document.value(), disclosure, knowledge.vocabulary, knowledge.rules).all.size();
  });
  const double all = least_nanoseconds([&] {
    const auto analysis = mingzhang::analyse(bytes, path, knowledge);
    return analysis.ok() ? analysis.value().findings.all.size() : std::size_t{0};
  });
  std::printf(
      "{\"file\": \"%s\", \"bytes\": %zu, \"compiler\": \"%s\", \"copy\": %.1f, \"decode\": %.1f, \"read\": "
      "%.1f, "
      "\"extract\": %.1f, \"check\": %.1f, \"all\": %.1f}\n",
      path, bytes.size(), compiler(), copied, decoded, read, extracted, checked, all);
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  const auto knowledge = mingzhang::Knowledge::load();
  if (!knowledge) {
    std::fprintf(stderr, "assets: %s %s\n", knowledge.error().code.c_str(), knowledge.error().detail.c_str());
    return 1;
  }
  bool measured = count > 1;
  for (int at = 1; at < count; ++at)
    measured = measure(arguments[at], knowledge.value()) && measured;
  std::fprintf(stderr, "witness %llu\n", static_cast<unsigned long long>(witness));
  return measured ? 0 : 1;
}
