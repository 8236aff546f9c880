// Compound files (MS-CFB), the form of Office files before 2007: streams with names in a file system of
// sectors. For use inside this room only.
//
// Reads whole streams by name wherever they stand in the tree of storages, the first of that name. A chain of
// sectors that is cut or runs in a circle ends the stream there. Tested in
// tests/unit/document/compound_test.cpp.
#pragma once

#include "text/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

class CompoundFile {
 public:
  /// `bytes` must outlive it. Error ole.damaged.
  static Result<CompoundFile> open(std::span<const std::uint8_t> bytes);

  /// The bytes of a stream; nullopt for none of that name (ASCII).
  std::optional<std::string> stream(std::string_view name) const;

 private:
  struct Entry {
    std::string name;
    std::uint32_t start = 0;
    std::uint64_t size = 0;
  };

  std::span<const std::uint8_t> sector(std::uint32_t index) const;
  std::uint32_t next_of(std::uint32_t sector) const;
  /// The bytes of a chain, `most` at most.
  std::string chain(std::uint32_t start, std::uint64_t most) const;
  std::string small_chain(std::uint32_t start, std::uint64_t most) const;
  bool read_table(std::uint32_t first_list, std::uint32_t lists);
  void read_directory(std::uint32_t start);

  std::span<const std::uint8_t> bytes_;
  std::size_t sector_size_ = 512;
  std::vector<std::uint32_t> table_;        // of each sector the next one
  std::vector<std::uint32_t> small_table_;  // of each small sector
  std::string small_stream_;
  std::uint64_t small_below_ = 4096;
  std::vector<Entry> entries_;
};

/// As far as there are bytes; a stretch that begins beyond the end is empty.
std::string_view slice_of(std::string_view bytes, std::size_t at, std::size_t size = std::string_view::npos);
/// Little-endian numbers; 0 beyond the end.
std::uint16_t u16_at(std::string_view bytes, std::size_t at);
std::uint32_t u32_at(std::string_view bytes, std::size_t at);
std::uint8_t u8_at(std::string_view bytes, std::size_t at);

/// UTF-16, little-endian, in UTF-8; unpaired halves as U+FFFD.
std::string from_utf16(std::string_view bytes);

}  // namespace mingzhang
