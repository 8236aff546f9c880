// ZIP archives over zlib's inflate: what is inside, and each file unpacked on its own. Word, Excel and OFD
// documents are such archives.
//
// Reads stored and deflated entries, also with the sizes of ZIP64 and behind a program that unpacks itself;
// judges an archive by its directory at the end alone. Does not read encrypted entries, other methods and
// archives in several volumes. Nothing is ever written to a disk, so a name like ../../x is only a name.
// Tested in tests/unit/document/zip_test.cpp.
#pragma once

#include "text/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

struct ZipEntry {
  /// In UTF-8 with slashes; from GB18030 where its bytes are no UTF-8.
  std::string name;
  std::uint64_t packed_bytes = 0;
  std::uint64_t unpacked_bytes = 0;
  /// Of its own header, from the start of the input.
  std::uint64_t header_offset = 0;
  std::uint32_t crc = 0;
  std::uint16_t method = 0;
  bool encrypted = false;
  bool is_folder() const { return name.ends_with('/'); }
};

class ZipArchive {
 public:
  /// `bytes` must outlive the archive. Errors: zip.cut (no directory at the end), zip.damaged, zip.volumes,
  /// zip.too_many.
  static Result<ZipArchive> open(std::span<const std::uint8_t> bytes);

  /// In the order of the directory.
  const std::vector<ZipEntry>& entries() const { return entries_; }
  /// By its name, letters compared without case as Office does; nullptr for none.
  const ZipEntry* find(std::string_view name) const;
  /// Errors, with the entry's name as detail: zip.encrypted, zip.method, zip.damaged, zip.crc, and zip.bomb
  /// where it, or all that were unpacked of this archive so far, go beyond limits.h.
  Result<std::string> unpack(const ZipEntry& entry);

 private:
  explicit ZipArchive(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  std::span<const std::uint8_t> bytes_;
  std::vector<ZipEntry> entries_;
  std::uint64_t unpacked_so_far_ = 0;
};

}  // namespace mingzhang
