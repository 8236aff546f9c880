// Field offsets are those of PKWARE's APPNOTE.TXT. See zip.h.
#include "document/archive/zip.h"

#include "document/gb18030.h"
#include "document/limits.h"
#include "text/utf8.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <zlib.h>

namespace mingzhang {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::uint32_t end_signature = 0x06054B50;
constexpr std::uint32_t end64_signature = 0x06064B50;
constexpr std::uint32_t locator64_signature = 0x07064B50;
constexpr std::uint32_t entry_signature = 0x02014B50;
constexpr std::uint32_t local_signature = 0x04034B50;
constexpr std::size_t end_size = 22, end64_size = 56, locator64_size = 20, entry_size = 46, local_size = 30;
constexpr std::size_t longest_comment = 0xFFFF;
constexpr std::uint16_t stored = 0, deflated = 8;
constexpr std::uint16_t encrypted_flag = 1;
constexpr std::uint16_t zip64_extra = 0x0001;
constexpr std::uint32_t in_zip64 = 0xFFFFFFFF;

/// Little-endian number of `size` bytes; the caller has made sure that they are there.
std::uint64_t number(Bytes bytes, std::uint64_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;)
    value = value << 8 | bytes[static_cast<std::size_t>(at) + i];
  return value;
}
std::uint16_t u16(Bytes bytes, std::uint64_t at) {
  return static_cast<std::uint16_t>(number(bytes, at, 2));
}
std::uint32_t u32(Bytes bytes, std::uint64_t at) {
  return static_cast<std::uint32_t>(number(bytes, at, 4));
}

/// Both within the bytes, as the caller has made sure.
Bytes slice(Bytes bytes, std::uint64_t at, std::uint64_t size) {
  return bytes.subspan(static_cast<std::size_t>(at), static_cast<std::size_t>(size));
}

Error error_of(std::string code, std::string detail = {}, std::uint64_t offset = Error::no_place) {
  return Error{std::move(code), {}, offset, std::move(detail)};
}

struct Directory {
  std::uint64_t entries = 0;
  std::uint64_t size = 0;
  std::uint64_t offset = 0;
  /// Where it must end: at the first of the records behind it.
  std::uint64_t end = 0;
};

/// The record at the end of an archive; a comment may follow it.
std::optional<std::size_t> find_end(Bytes bytes) {
  if (bytes.size() < end_size) return std::nullopt;
  const std::size_t last = bytes.size() - end_size;
  const std::size_t first = last > longest_comment ? last - longest_comment : 0;
  for (std::size_t at = last + 1; at-- > first;) {
    if (u32(bytes, at) == end_signature && at + end_size + u16(bytes, at + 20) <= bytes.size()) return at;
  }
  return std::nullopt;
}

Result<Directory> find_directory(Bytes bytes) {
  const auto end = find_end(bytes);
  if (!end) return error_of("zip.cut");
  Directory directory{u16(bytes, *end + 10), u32(bytes, *end + 12), u32(bytes, *end + 16), *end};
  if (u16(bytes, *end + 4) != u16(bytes, *end + 6)) return error_of("zip.volumes");
  const bool has_locator = *end >= locator64_size && u32(bytes, *end - locator64_size) == locator64_signature;
  if (!has_locator) return directory;
  const std::uint64_t at = number(bytes, *end - locator64_size + 8, 8);
  if (at > bytes.size() || bytes.size() - at < end64_size || u32(bytes, at) != end64_signature)
    return error_of("zip.damaged", {}, *end - locator64_size);
  return Directory{number(bytes, at + 32, 8), number(bytes, at + 40, 8), number(bytes, at + 48, 8), at};
}

/// Sizes and place that did not fit into 32 bits stand in an extra field, those only, in this order.
bool read_zip64(Bytes extra, ZipEntry& entry) {
  for (std::size_t at = 0; at + 4 <= extra.size();) {
    const std::size_t size = u16(extra, at + 2);
    if (size > extra.size() - at - 4) return false;
    if (u16(extra, at) == zip64_extra) {
      std::size_t from = at + 4;
      for (std::uint64_t* field : {&entry.unpacked_bytes, &entry.packed_bytes, &entry.header_offset}) {
        if (*field != in_zip64) continue;
        if (from + 8 > at + 4 + size) return false;
        *field = number(extra, from, 8);
        from += 8;
      }
      return true;
    }
    at += 4 + size;
  }
  return true;
}

/// Control characters would break the line that a message is; the program that packed it may have had
/// backslashes.
void tidy_name(std::string& name) {
  for (char& c : name) {
    if (c == '\\') c = '/';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '_';
  }
}

/// The flag for UTF-8 is often missing, and sometimes a lie, so the bytes decide.
std::string name_of(Bytes raw) {
  std::string name(raw.begin(), raw.end());
  if (!is_valid_utf8(name)) {
    // Two-byte characters of GBK may end with the byte of a backslash, so first decoded, then tidied.
    Result<std::string> decoded = decode_gb18030(raw);
    if (decoded) {
      name = std::move(decoded).value();
    } else {
      std::replace_if(
          name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7F; }, '_');
    }
  }
  tidy_name(name);
  return name;
}

std::optional<Error> inflate_into(Bytes packed, std::string& out, const std::string& name) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return error_of("zip.damaged", name);
  stream.next_in = const_cast<Bytef*>(packed.data());  // zlib does not write there
  stream.avail_in = static_cast<uInt>(packed.size());
  // Never null: an empty entry still needs a place to point to.
  char nothing = 0;
  stream.next_out = reinterpret_cast<Bytef*>(out.empty() ? &nothing : out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int outcome = inflate(&stream, Z_FINISH);
  const bool whole = outcome == Z_STREAM_END && stream.total_out == out.size();
  inflateEnd(&stream);
  if (!whole) return error_of("zip.damaged", name);
  return std::nullopt;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string megabytes(std::uint64_t bytes) {
  return std::to_string(bytes >> 20) + " MB";
}

}  // namespace

Result<ZipArchive> ZipArchive::open(Bytes bytes) {
  Result<Directory> found = find_directory(bytes);
  if (!found) return std::move(found.error());
  const Directory& directory = found.value();
  if (directory.entries > limits::archive_entries)
    return error_of("zip.too_many", std::to_string(limits::archive_entries));
  // What stands before the archive (a program that unpacks itself) shifts every offset.
  if (directory.size > directory.end || directory.offset > directory.end - directory.size)
    return error_of("zip.damaged", {}, directory.end);
  const std::uint64_t shift = directory.end - directory.size - directory.offset;

  ZipArchive archive(bytes);
  archive.entries_.reserve(static_cast<std::size_t>(directory.entries));
  std::uint64_t at = directory.offset + shift;
  for (std::uint64_t i = 0; i < directory.entries; ++i) {
    if (directory.end - at < entry_size || u32(bytes, at) != entry_signature)
      return error_of("zip.damaged", {}, at);
    const std::size_t name = u16(bytes, at + 28), extra = u16(bytes, at + 30), comment = u16(bytes, at + 32);
    if (directory.end - at - entry_size < name + extra + comment) return error_of("zip.damaged", {}, at);
    ZipEntry entry;
    entry.name = name_of(slice(bytes, at + entry_size, name));
    entry.encrypted = (u16(bytes, at + 8) & encrypted_flag) != 0;
    entry.method = u16(bytes, at + 10);
    entry.crc = u32(bytes, at + 16);
    entry.packed_bytes = u32(bytes, at + 20);
    entry.unpacked_bytes = u32(bytes, at + 24);
    entry.header_offset = u32(bytes, at + 42);
    if (!read_zip64(slice(bytes, at + entry_size + name, extra), entry))
      return error_of("zip.damaged", entry.name, at);
    entry.header_offset += shift;
    archive.entries_.push_back(std::move(entry));
    at += entry_size + name + extra + comment;
  }
  return archive;
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
  const auto same = [&](const ZipEntry& entry) {
    return entry.name.size() == name.size() &&
           std::equal(name.begin(), name.end(), entry.name.begin(),
                      [](char a, char b) { return lower(a) == lower(b); });
  };
  const auto found = std::find_if(entries_.begin(), entries_.end(), same);
  return found == entries_.end() ? nullptr : &*found;
}

Result<std::string> ZipArchive::unpack(const ZipEntry& entry) {
  if (entry.encrypted) return error_of("zip.encrypted", entry.name);
  if (entry.method != stored && entry.method != deflated) return error_of("zip.method", entry.name);
  const std::uint64_t at = entry.header_offset;
  if (at > bytes_.size() || bytes_.size() - at < local_size || u32(bytes_, at) != local_signature)
    return error_of("zip.damaged", entry.name);
  // The sizes of the directory hold; those of the local header may stand behind the data instead.
  const std::uint64_t data = at + local_size + u16(bytes_, at + 26) + u16(bytes_, at + 28);
  if (data > bytes_.size() || entry.packed_bytes > bytes_.size() - data)
    return error_of("zip.damaged", entry.name);
  if (entry.method == stored && entry.packed_bytes != entry.unpacked_bytes)
    return error_of("zip.damaged", entry.name);
  if (entry.unpacked_bytes > limits::unpacked_bytes_of_part)
    return error_of("zip.bomb", entry.name + ", " + megabytes(limits::unpacked_bytes_of_part));
  unpacked_so_far_ += entry.unpacked_bytes;
  if (unpacked_so_far_ > limits::unpacked_bytes)
    return error_of("zip.bomb", entry.name + ", " + megabytes(limits::unpacked_bytes));
  if (entry.unpacked_bytes > limits::ratio_free_bytes &&
      entry.unpacked_bytes / limits::unpacked_ratio > entry.packed_bytes)
    return error_of("zip.bomb", entry.name + ", 1:" + std::to_string(limits::unpacked_ratio));

  const Bytes packed = slice(bytes_, data, entry.packed_bytes);
  std::string out;
  if (entry.method == stored) {
    out.assign(packed.begin(), packed.end());
  } else {
    out.resize(static_cast<std::size_t>(entry.unpacked_bytes));
    if (auto error = inflate_into(packed, out, entry.name)) return std::move(*error);
  }
  const uLong crc = crc32(0, reinterpret_cast<const Bytef*>(out.data()), static_cast<uInt>(out.size()));
  if (crc != entry.crc) return error_of("zip.crc", entry.name);
  return out;
}

}  // namespace mingzhang
