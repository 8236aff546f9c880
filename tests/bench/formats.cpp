// How fast each format is read: one JSON line for each file given, with the bytes that there are to parse (of
// a package its XML, unpacked) and the least time of several runs.
//
// usage: bench_formats FILE ...   files for it: tests/bench/formats.py; tests/bench/formats.mjs runs both
// builds.
#include "document/archive/zip.h"
#include "document/format.h"
#include "document/reader.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <vector>

namespace {

using Bytes = std::vector<std::uint8_t>;

std::uint64_t bytes_to_parse(const Bytes& bytes) {
  const auto format = mingzhang::known_format(bytes);
  if (format != "DOCX" && format != "XLSX" && format != "OFD") return bytes.size();
  const auto archive = mingzhang::ZipArchive::open(bytes);
  std::uint64_t sum = 0;
  if (archive.ok()) {
    for (const mingzhang::ZipEntry& entry : archive.value().entries())
      sum += entry.name.ends_with(".xml") ? entry.unpacked_bytes : 0;
  }
  return sum;
}

bool measure(const char* path) {
  constexpr int runs = 9;
  std::ifstream file(path, std::ios::binary);
  const Bytes bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  double least = 1e300;
  std::size_t tables = 0, characters = 0;
  for (int run = 0; run < runs; ++run) {
    const std::clock_t began =
        std::clock();  // of the processor: on a shared machine a long run is interrupted
    const auto document = mingzhang::read_document(bytes, path);
    const double took = 1e9 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    if (!document.ok()) {
      std::fprintf(stderr, "%s: %s\n", path, document.error().code.c_str());
      return false;
    }
    least = std::min(least, took);
    tables = document.value().tables.size();
    characters = document.value().text.size();
  }
  std::printf(
      "{\"file\": \"%s\", \"bytes\": %zu, \"parsed\": %llu, \"text\": %zu, \"tables\": %zu, \"read\": "
      "%.0f}\n",
      path, bytes.size(), static_cast<unsigned long long>(bytes_to_parse(bytes)), characters, tables, least);
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  bool measured = count > 1;
  for (int at = 1; at < count; ++at)
    measured = measure(arguments[at]) && measured;
  return measured ? 0 : 1;
}
