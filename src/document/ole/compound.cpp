// Field offsets are those of MS-CFB. See compound.h.
#include "document/ole/compound.h"

#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr std::uint32_t last_regular = 0xFFFFFFFA;  // from here on: ends, free and reserved sectors
constexpr std::size_t header_size = 512, entry_size = 128, small_sector = 64;
constexpr std::uint8_t stream_type = 2, root_type = 5;

std::string_view as_text(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string_view slice_of(std::string_view bytes, std::size_t at, std::size_t size) {
  return at < bytes.size() ? bytes.substr(at, size) : std::string_view();
}

std::uint8_t u8_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}
std::uint16_t u16_at(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size() || bytes.size() - at < 2) return 0;
  return static_cast<std::uint16_t>(u8_at(bytes, at) | u8_at(bytes, at + 1) << 8);
}
std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size() || bytes.size() - at < 4) return 0;
  return static_cast<std::uint32_t>(u16_at(bytes, at)) | static_cast<std::uint32_t>(u16_at(bytes, at + 2))
                                                             << 16;
}

std::string from_utf16(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t value = u16_at(bytes, at);
    if (value >= 0xD800 && value <= 0xDFFF) {
      const char32_t low = value <= 0xDBFF ? u16_at(bytes, at + 2) : 0;
      if (low >= 0xDC00 && low <= 0xDFFF) {
        value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      } else {
        value = 0xFFFD;
      }
    }
    append_utf8(out, value);
  }
  return out;
}

Result<CompoundFile> CompoundFile::open(std::span<const std::uint8_t> bytes) {
  const Error damaged{"ole.damaged", {}, Error::no_place, {}};
  CompoundFile file;
  file.bytes_ = bytes;
  const std::string_view head = as_text(bytes).substr(0, header_size);
  const std::uint16_t shift = u16_at(head, 30);
  if (head.size() < header_size || (shift != 9 && shift != 12) || u16_at(head, 32) != 6) return damaged;
  file.sector_size_ = std::size_t{1} << shift;
  file.small_below_ = u32_at(head, 56);
  if (!file.read_table(u32_at(head, 68), u32_at(head, 72))) return damaged;
  file.read_directory(u32_at(head, 48));
  if (file.entries_.empty()) return damaged;
  const std::string small = file.chain(u32_at(head, 60), bytes.size());
  for (std::size_t at = 0; at + 4 <= small.size(); at += 4)
    file.small_table_.push_back(u32_at(small, at));
  return file;
}

std::span<const std::uint8_t> CompoundFile::sector(std::uint32_t index) const {
  const std::uint64_t at = (std::uint64_t{index} + 1) * sector_size_;
  if (index >= last_regular || at >= bytes_.size()) return {};
  return bytes_.subspan(static_cast<std::size_t>(at),
                        std::min(sector_size_, bytes_.size() - static_cast<std::size_t>(at)));
}

std::uint32_t CompoundFile::next_of(std::uint32_t index) const {
  return index < table_.size() ? table_[index] : UINT32_MAX;
}

/// The table of sectors is itself in sectors; the first 109 of them are listed in the header, the others in a
/// chain of lists.
bool CompoundFile::read_table(std::uint32_t first_list, std::uint32_t lists) {
  std::vector<std::uint32_t> sectors;
  const std::string_view head = as_text(bytes_);
  for (std::size_t i = 0; i < 109; ++i)
    sectors.push_back(u32_at(head, 76 + 4 * i));
  const std::size_t of_list = sector_size_ / 4 - 1;
  const std::size_t most = bytes_.size() / sector_size_ + 1;
  for (std::uint32_t list = first_list; lists > 0 && list < last_regular && sectors.size() <= most; --lists) {
    const std::string_view words = as_text(sector(list));
    if (words.empty()) break;
    for (std::size_t i = 0; i < of_list; ++i)
      sectors.push_back(u32_at(words, 4 * i));
    list = u32_at(words, 4 * of_list);
  }
  for (const std::uint32_t index : sectors) {
    if (index >= last_regular) continue;
    const std::string_view words = as_text(sector(index));
    for (std::size_t at = 0; at + 4 <= words.size() && table_.size() < most; at += 4)
      table_.push_back(u32_at(words, at));
  }
  return !table_.empty();
}

std::string CompoundFile::chain(std::uint32_t start, std::uint64_t most) const {
  std::string out;
  std::size_t steps = 0;
  for (std::uint32_t at = start; at < last_regular && out.size() < most && steps <= table_.size(); ++steps) {
    const std::string_view words = as_text(sector(at));
    if (words.empty()) break;
    out +=
        words.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(words.size(), most - out.size())));
    at = next_of(at);
  }
  return out;
}

std::string CompoundFile::small_chain(std::uint32_t start, std::uint64_t most) const {
  std::string out;
  std::size_t steps = 0;
  for (std::uint32_t at = start; at < last_regular && out.size() < most && steps <= small_table_.size();
       ++steps) {
    const std::size_t from = std::size_t{at} * small_sector;
    if (from >= small_stream_.size()) break;
    out.append(small_stream_, from,
               static_cast<std::size_t>(std::min<std::uint64_t>(small_sector, most - out.size())));
    at = at < small_table_.size() ? small_table_[at] : UINT32_MAX;
  }
  return out;
}

void CompoundFile::read_directory(std::uint32_t start) {
  const std::string directory = chain(start, bytes_.size());
  for (std::size_t at = 0; at + entry_size <= directory.size(); at += entry_size) {
    const std::string_view entry = std::string_view(directory).substr(at, entry_size);
    const std::uint8_t type = u8_at(entry, 66);
    if (type != stream_type && type != root_type) continue;
    const std::size_t name = std::min<std::size_t>(u16_at(entry, 64), 64);
    Entry made;
    made.name = from_utf16(entry.substr(0, name < 2 ? 0 : name - 2));
    made.start = u32_at(entry, 116);
    made.size = u32_at(entry, 120);
    if (type == root_type && small_stream_.empty()) small_stream_ = chain(made.start, made.size);
    entries_.push_back(std::move(made));
  }
}

std::optional<std::string> CompoundFile::stream(std::string_view name) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.name.size() == name.size() &&
           std::equal(name.begin(), name.end(), entry.name.begin(),
                      [](char a, char b) { return lower(a) == lower(b); });
  });
  if (found == entries_.end()) return std::nullopt;
  return found->size < small_below_ ? small_chain(found->start, found->size)
                                    : chain(found->start, found->size);
}

}  // namespace mingzhang
