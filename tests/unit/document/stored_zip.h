// Makes ZIP archives of files as they are, for tests and fuzz targets.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <zlib.h>

namespace mingzhang::test {

struct PackedFile {
  std::string name;
  std::string content;
};

inline void append_number(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i, value >>= 8)
    out += static_cast<char>(value & 0xFF);
}

/// Entries are stored, not deflated.
inline std::string zip(const std::vector<PackedFile>& files) {
  std::string out, directory;
  for (const PackedFile& file : files) {
    const auto crc =
        crc32(0, reinterpret_cast<const Bytef*>(file.content.data()), static_cast<uInt>(file.content.size()));
    const std::size_t header = out.size();
    std::string common;
    for (const std::uint64_t field :
         {std::uint64_t{20}, std::uint64_t{0}, std::uint64_t{0}, std::uint64_t{0}, std::uint64_t{0x21}})
      append_number(common, field, 2);  // version, flags, method, time, date
    append_number(common, crc, 4);
    append_number(common, file.content.size(), 4);
    append_number(common, file.content.size(), 4);
    append_number(common, file.name.size(), 2);
    append_number(common, 0, 2);
    append_number(out, 0x04034B50, 4);
    out += common + file.name + file.content;
    append_number(directory, 0x02014B50, 4);
    append_number(directory, 20, 2);
    directory += common;
    append_number(directory, 0, 2 + 2 + 2 + 4);  // comment, volume, attributes
    append_number(directory, header, 4);
    directory += file.name;
  }
  const std::size_t start = out.size();
  out += directory;
  append_number(out, 0x06054B50, 4);
  append_number(out, 0, 4);
  append_number(out, files.size(), 2);
  append_number(out, files.size(), 2);
  append_number(out, directory.size(), 4);
  append_number(out, start, 4);
  append_number(out, 0, 2);
  return out;
}

}  // namespace mingzhang::test
