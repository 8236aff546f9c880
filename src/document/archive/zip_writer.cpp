// See zip_writer.h.
#include "document/archive/zip_writer.h"

#include <utility>

#include <zlib.h>

namespace mingzhang {
namespace {

void append(std::string& out, std::uint64_t value, int bytes) {
  for (; bytes > 0; --bytes, value >>= 8)
    out += static_cast<char>(value & 0xFF);
}

}  // namespace

void ZipWriter::add(std::string_view name, std::string content) {
  std::string common;
  append(common, 20, 2);  // version, flags, method, time
  append(common, 0, 6);
  append(common, 0x21, 2);  // the first day that ZIP knows
  append(common, crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())),
         4);
  append(common, content.size(), 4);
  append(common, content.size(), 4);
  append(common, name.size(), 2);
  append(common, 0, 2);
  append(directory_, 0x02014B50, 4);
  append(directory_, 20, 2);
  directory_ += common;
  append(directory_, 0, 6);
  append(directory_, 0, 4);
  append(directory_, archive_.size(), 4);
  directory_ += name;
  append(archive_, 0x04034B50, 4);
  archive_ += common;
  archive_ += name;
  archive_ += content;
  ++files_;
}

std::string ZipWriter::finish() {
  const std::size_t start = archive_.size();
  archive_ += directory_;
  append(archive_, 0x06054B50, 4);
  append(archive_, 0, 4);
  append(archive_, files_, 2);
  append(archive_, files_, 2);
  append(archive_, directory_.size(), 4);
  append(archive_, start, 4);
  append(archive_, 0, 2);
  return std::move(archive_);
}

}  // namespace mingzhang
