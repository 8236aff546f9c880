// See reader.h.
#include "document/reader.h"

#include "document/encoding.h"
#include "document/format.h"
#include "document/limits.h"
#include "document/plain_text.h"
#include "text/utf8.h"

#include <utility>

namespace mingzhang {
namespace {

constexpr std::uint64_t mebibyte = 1u << 20;

Error error_of(std::string code, std::string file, std::string detail = {}) {
  return Error{std::move(code), std::move(file), Error::no_place, std::move(detail)};
}

std::string megabytes(std::uint64_t bytes) {
  return std::to_string(bytes / mebibyte) + " MB";
}

}  // namespace

Result<Document> read_document(std::span<const std::uint8_t> bytes, std::string name) {
  if (bytes.size() > limits::input_bytes) {
    return error_of("file.too_large", std::move(name), megabytes(limits::input_bytes));
  }
  const std::string_view format = known_format(bytes);
  if (!format.empty()) return error_of("file.format", std::move(name), std::string(format));
  Result<std::string> text = decode_text(bytes);
  if (!text) {
    text.error().file = std::move(name);
    return std::move(text.error());
  }
  if (text.value().size() > limits::text_bytes) {
    return error_of("text.too_large", std::move(name), megabytes(limits::text_bytes));
  }
  if (trimmed(text.value()).empty()) return error_of("file.empty", std::move(name));

  Document document;
  document.name = std::move(name);
  document.media = "text/plain";
  document.input_bytes = bytes.size();
  document.text = std::move(text).value();
  if (auto error = read_plain_text(document)) {
    error->file = std::move(document.name);
    return std::move(*error);
  }
  return document;
}

}  // namespace mingzhang
