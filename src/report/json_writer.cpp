#include "report/json_writer.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace mingzhang {
namespace {

constexpr char hex_digits[] = "0123456789abcdef";

/// Of a control character, a quotation mark or a backslash.
std::string escaped(unsigned char byte) {
  switch (byte) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return {'\\', 'u', '0', '0', hex_digits[byte >> 4], hex_digits[byte & 15]};
  }
}

/// 1 for ASCII that stands in a string as it is, 3 for what may begin three bytes that do, 0 for the rest.
constexpr std::array<std::uint8_t, 256> plain_sizes = [] {
  std::array<std::uint8_t, 256> sizes{};
  for (std::size_t byte = 0x20; byte < 0x7F; ++byte)
    sizes[byte] = byte == '"' || byte == '\\' ? 0 : 1;
  // 0xE0 and 0xED have further conditions on what follows; 0xE2 begins two of the line ends below.
  for (std::size_t byte = 0xE1; byte < 0xF0; ++byte)
    sizes[byte] = byte == 0xE2 || byte == 0xED ? 0 : 3;
  return sizes;
}();

/// Bytes from `at` that need neither a look at each character nor an escape.
std::size_t plain_run(std::string_view value, std::size_t at) {
  const std::size_t start = at;
  while (at < value.size()) {
    const std::size_t size = plain_sizes[static_cast<unsigned char>(value[at])];
    if (size == 0) break;
    if (size == 3) {
      if (value.size() - at < 3 || (value[at + 1] & 0xC0) != 0x80 || (value[at + 2] & 0xC0) != 0x80) break;
    }
    at += size;
  }
  return at - start;
}

/// Characters that end a line in JavaScript and in some readers of lines: a report a line must not hold them
/// bare.
std::string_view escaped_line_end(char32_t character) {
  switch (character) {
    case 0x85:
      return "\\u0085";
    case 0x2028:
      return "\\u2028";
    case 0x2029:
      return "\\u2029";
    default:
      return {};
  }
}

}  // namespace

void JsonWriter::grow(std::size_t bytes) {
  constexpr std::size_t first_room = 4096;
  out_.resize(std::max({out_.size() * 2, size_ + bytes, first_room}));
}

void JsonWriter::append(std::string_view words) {
  if (words.empty()) return;
  std::memcpy(room(words.size()), words.data(), words.size());
  size_ += words.size();
}

void JsonWriter::append(char character) {
  *room(1) = character;
  ++size_;
}

void JsonWriter::append_quoted(std::string_view value) {
  append('"');
  std::size_t at = 0;
  while (true) {
    const std::size_t run = plain_run(value, at);
    append(value.substr(at, run));
    at += run;
    if (at == value.size()) break;
    const CodePoint character = decode_utf8(value, at);
    if (character.value < 0x80) {
      append(escaped(static_cast<unsigned char>(character.value)));
    } else if (const std::string_view line_end = escaped_line_end(character.value); !line_end.empty()) {
      append(line_end);
    } else {
      std::string bytes;
      append_utf8(bytes, character.value);  // ill-formed bytes come decoded as U+FFFD
      append(bytes);
    }
    at += character.size;
  }
  append('"');
}

void JsonWriter::break_line() {
  append('\n');
  append(std::string(static_cast<std::size_t>(depth_) * 2, ' '));
}

void JsonWriter::begin_member() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  const bool on_own_line = depth_ <= broken_levels_;
  if (!first_) append(on_own_line || broken_levels_ == 0 ? "," : ", ");
  first_ = false;
  if (on_own_line && depth_ > 0) break_line();
}

void JsonWriter::open(char bracket) {
  begin_member();
  append(bracket);
  ++depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  const bool was_empty = first_;
  --depth_;
  if (!was_empty && depth_ < broken_levels_) break_line();
  append(bracket);
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  begin_member();
  char* to = room(name.size() + 4);
  *to++ = '"';
  std::memcpy(to, name.data(), name.size());
  to += name.size();
  *to++ = '"';
  *to++ = ':';
  if (broken_levels_ != 0) *to++ = ' ';
  size_ = static_cast<std::size_t>(to - out_.data());
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  begin_member();
  append_quoted(value);
}

void JsonWriter::number(std::int64_t value) {
  begin_member();
  append(std::to_string(value));
}

void JsonWriter::boolean(bool value) {
  begin_member();
  append(value ? "true" : "false");
}

void JsonWriter::null() {
  begin_member();
  append("null");
}

std::string JsonWriter::take() {
  out_.resize(size_);
  return std::move(out_);
}

}  // namespace mingzhang
