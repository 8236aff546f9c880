#include "report/json_writer.h"

#include "text/utf8.h"

namespace mingzhang {
namespace {

constexpr char hex_digits[] = "0123456789abcdef";

void append_escaped(std::string& out, unsigned char byte) {
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  out += "\\u00";
  out += hex_digits[byte >> 4];
  out += hex_digits[byte & 15];
}

bool needs_escape(unsigned char byte) {
  return byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7F;
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

void JsonWriter::append_quoted(std::string_view value) {
  out_ += '"';
  std::size_t at = 0;
  while (at < value.size()) {
    const auto byte = static_cast<unsigned char>(value[at]);
    if (byte < 0x80) {
      if (needs_escape(byte)) {
        append_escaped(out_, byte);
      } else {
        out_ += value[at];
      }
      ++at;
      continue;
    }
    const CodePoint character = decode_utf8(value, at);
    const std::string_view escaped = escaped_line_end(character.value);
    out_ += escaped;
    if (escaped.empty()) append_utf8(out_, character.value);  // ill-formed bytes come decoded as U+FFFD
    at += character.size;
  }
  out_ += '"';
}

void JsonWriter::break_line() {
  if (broken_levels_ == 0 || depth_ > broken_levels_) return;
  out_ += '\n';
  out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void JsonWriter::begin_member() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) {
    out_ += ',';
    if (broken_levels_ != 0 && depth_ > broken_levels_) out_ += ' ';
  }
  first_ = false;
  if (depth_ > 0) break_line();
}

void JsonWriter::open(char bracket) {
  begin_member();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  const bool empty = first_;
  const bool broken = depth_ <= broken_levels_;
  --depth_;
  if (!empty && broken) {
    out_ += '\n';
    out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
  }
  out_ += bracket;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  begin_member();
  append_quoted(name);
  out_ += broken_levels_ == 0 ? ":" : ": ";
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  begin_member();
  append_quoted(value);
}

void JsonWriter::number(std::int64_t value) {
  begin_member();
  out_ += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
  begin_member();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  begin_member();
  out_ += "null";
}

}  // namespace mingzhang
