// See records.h.
#include "document/xls/records.h"

#include "document/gb18030.h"
#include "document/ole/compound.h"

#include <algorithm>
#include <cstring>

namespace mingzhang {

bool XlsRecords::next(XlsRecord& record) {
  if (at_ >= stream_.size() || stream_.size() - at_ < 4) return false;
  record.type = u16_at(stream_, at_);
  record.data = stream_.substr(at_ + 4, u16_at(stream_, at_ + 2));
  at_ += 4 + std::size_t{u16_at(stream_, at_ + 2)};
  return true;
}

std::uint16_t XlsRecords::next_type() const {
  return u16_at(stream_, at_);
}

bool XlsStrings::at_end() {
  while (part_ < parts_.size() && at_ >= parts_[part_].size()) {
    ++part_;
    at_ = 0;
  }
  return part_ >= parts_.size();
}

std::uint32_t XlsStrings::number(std::size_t bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < bytes && !at_end(); ++i)
    value |= std::uint32_t{u8_at(parts_[part_], at_++)} << (8 * i);
  return value;
}

std::string XlsStrings::characters(std::uint32_t count, bool wide) {
  std::string units;  // UTF-16
  while (count > 0 && part_ < parts_.size()) {
    const std::string_view part = parts_[part_];
    const std::size_t width = wide ? 2 : 1;
    const std::size_t here = std::min<std::size_t>(count, (part.size() - std::min(at_, part.size())) / width);
    for (std::size_t i = 0; i < here; ++i) {
      units += part[at_ + i * width];
      units += wide ? part[at_ + i * width + 1] : '\0';
    }
    at_ += here * width;
    count -= static_cast<std::uint32_t>(here);
    if (count == 0) break;
    // Where the characters go on in the next record, it says anew how wide they are.
    ++part_;
    at_ = 0;
    if (part_ < parts_.size()) wide = (number(1) & 1) != 0;
  }
  return from_utf16(units);
}

std::string XlsStrings::string(std::size_t bytes_of_length) {
  const std::uint32_t count = number(bytes_of_length);
  const std::uint32_t flags = number(1);
  const std::uint32_t runs = (flags & 8) != 0 ? number(2) : 0;
  const std::uint32_t reading = (flags & 4) != 0 ? number(4) : 0;
  std::string out = characters(count, (flags & 1) != 0);
  for (std::uint64_t left = std::uint64_t{runs} * 4 + reading; left > 0 && !at_end();) {
    const std::uint64_t here = std::min<std::uint64_t>(left, parts_[part_].size() - at_);
    at_ += static_cast<std::size_t>(here);
    left -= here;
  }
  return out;
}

std::string from_code_page(std::string_view bytes) {
  auto decoded = decode_gb18030({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  if (decoded) return std::move(decoded).value();
  std::string out(bytes);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7F; }, '?');
  return out;
}

double from_double(std::string_view bytes, std::size_t at) {
  double value = 0;
  if (at + sizeof value <= bytes.size()) std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

double from_rk(std::uint32_t rk) {
  double value = 0;
  if ((rk & 2) != 0) {
    value = static_cast<double>(static_cast<std::int32_t>(rk) >> 2);
  } else {
    const std::uint64_t bits = std::uint64_t{rk & 0xFFFFFFFC} << 32;
    std::memcpy(&value, &bits, sizeof value);
  }
  return (rk & 1) != 0 ? value / 100 : value;
}

}  // namespace mingzhang
