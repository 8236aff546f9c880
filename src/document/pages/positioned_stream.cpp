// See positioned_stream.h.
#include "document/pages/positioned_stream.h"

#include "document/limits.h"
#include "text/utf8.h"

#include <cmath>
#include <cstring>
#include <string_view>
#include <utility>

namespace mingzhang {
namespace {

constexpr std::string_view magic = "MZPAGES1";
constexpr std::size_t hash_bytes = 32;
/// Advances are counted in parts of the page's unit.
constexpr float parts_of_unit = 64;
/// Farther from the origin nothing is printed.
constexpr float farthest = 1e6F;

/// Reads from the left; once something was missing, everything reads as zero.
class Bytes {
 public:
  explicit Bytes(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  bool failed() const { return failed_; }
  std::size_t at() const { return at_; }
  std::size_t left() const { return bytes_.size() - at_; }

  template <class Number>
  Number number() {
    Number value = 0;
    if (!take(sizeof(Number))) return value;
    for (std::size_t i = 0; i < sizeof(Number); ++i)
      value = static_cast<Number>(value | Number{bytes_[at_ - sizeof(Number) + i]} << (8 * i));
    return value;
  }
  float real() {
    const auto bits = number<std::uint32_t>();
    float value = 0;
    std::memcpy(&value, &bits,
                sizeof(value));  // std::bit_cast is not in every library that this is built with
    if (!(std::fabs(value) < farthest)) failed_ = true;
    return failed_ ? 0 : value;
  }
  std::string_view raw(std::size_t size) {
    if (!take(size)) return {};
    return {reinterpret_cast<const char*>(bytes_.data()) + at_ - size, size};
  }
  std::string_view text() { return raw(number<std::uint16_t>()); }

 private:
  bool take(std::size_t size) {
    failed_ = failed_ || size > left();
    if (failed_) return false;
    at_ += size;
    return true;
  }

  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

std::string hexadecimal(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  bool any = false;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    any = any || byte != 0;
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return any ? out : std::string();
}

class StreamReader {
 public:
  explicit StreamReader(std::span<const std::uint8_t> bytes) : in_(bytes) {}

  Result<PositionedText> read(PositionedSource& source) {
    if (in_.raw(magic.size()) != magic) return damaged();
    source.media = in_.text();
    source.input_bytes = in_.number<std::uint64_t>();
    source.sha256 = hexadecimal(in_.raw(hash_bytes));
    source.cut_off = (in_.number<std::uint8_t>() & 1) != 0;
    const auto pages = in_.number<std::uint32_t>();
    if (pages > limits::pages) return too_large(limits::pages);
    for (std::uint32_t i = 0; i < pages && !in_.failed(); ++i)
      read_page();
    if (in_.failed() || in_.left() > 0) return damaged();
    if (out_.runs.size() > limits::runs) return too_large(limits::runs);
    return std::move(out_);
  }

 private:
  Error damaged() const { return Error{"pages.damaged", {}, in_.at(), {}}; }
  static Error too_large(std::uint32_t limit) {
    return Error{"document.too_large", {}, Error::no_place, std::to_string(limit)};
  }

  void read_page() {
    PositionedPage page;
    page.width = in_.real();
    page.height = in_.real();
    page.unseen = in_.number<std::uint32_t>();
    page.unknown = in_.number<std::uint32_t>();
    const auto flags = in_.number<std::uint8_t>();
    page.picture = (flags & 1) != 0;
    page.damaged = (flags & 2) != 0;
    const auto rulings = in_.number<std::uint32_t>();
    const auto runs = in_.number<std::uint32_t>();
    page.first_ruling = static_cast<std::uint32_t>(out_.rulings.size());
    page.first_run = static_cast<std::uint32_t>(out_.runs.size());
    for (std::uint32_t i = 0; i < rulings && !in_.failed(); ++i)
      read_ruling();
    for (std::uint32_t i = 0; i < runs && !in_.failed() && out_.runs.size() <= limits::runs; ++i)
      read_run();
    page.rulings = static_cast<std::uint32_t>(out_.rulings.size()) - page.first_ruling;
    page.runs = static_cast<std::uint32_t>(out_.runs.size()) - page.first_run;
    out_.pages.push_back(page);
  }

  void read_ruling() {
    Ruling r;
    r.x0 = in_.real();
    r.y0 = in_.real();
    r.x1 = in_.real();
    r.y1 = in_.real();
    if (!in_.failed() && r.x0 <= r.x1 && r.y0 <= r.y1) out_.rulings.push_back(r);
  }

  void read_run() {
    PlacedRun run;
    run.x = in_.real();
    run.y = in_.real();
    run.width = in_.real();
    run.size = in_.real();
    const auto flags = in_.number<std::uint8_t>();
    run.turns = flags & 3;
    run.cut = (flags & 4) != 0;
    const auto characters = in_.number<std::uint16_t>();
    const std::string_view words = in_.text();
    run.first_advance = static_cast<std::uint32_t>(out_.advances.size());
    for (std::uint32_t i = 0; i < characters && !in_.failed(); ++i)
      out_.advances.push_back(static_cast<float>(in_.number<std::uint16_t>()) / parts_of_unit);
    if (in_.failed() || words.empty() || !is_valid_utf8(words)) return;
    if (count_characters(words) != characters) run.first_advance = PlacedRun::even;
    const std::size_t start = out_.words.size();
    if (start + words.size() > limits::text_bytes) return;
    out_.words += words;
    run.words = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(start + words.size())};
    out_.runs.push_back(run);
  }

  static std::uint32_t count_characters(std::string_view words) {
    std::uint32_t count = 0;
    for (const char c : words)
      count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
  }

  Bytes in_;
  PositionedText out_;
};

}  // namespace

bool is_positioned_stream(std::span<const std::uint8_t> bytes) {
  return Bytes(bytes).raw(magic.size()) == magic;
}

Result<PositionedText> read_positioned_stream(std::span<const std::uint8_t> bytes, PositionedSource& source) {
  return StreamReader(bytes).read(source);
}

}  // namespace mingzhang
