// See reader.h.
#include "document/reader.h"

#include "document/archive/zip.h"
#include "document/csv/csv.h"
#include "document/doc/doc.h"
#include "document/docx/docx.h"
#include "document/encoding.h"
#include "document/format.h"
#include "document/html/html.h"
#include "document/limits.h"
#include "document/ofd/ofd.h"
#include "document/pages/layout_text.h"
#include "document/pages/positioned_stream.h"
#include "document/plain_text.h"
#include "document/xls/xls.h"
#include "document/xlsx/xlsx.h"
#include "text/utf8.h"

#include <optional>
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

using Bytes = std::span<const std::uint8_t>;

/// A format that is a ZIP archive of parts.
struct PackageFormat {
  std::string_view name;
  std::string_view media;
  std::optional<Error> (*read)(ZipArchive& archive, Document& document);
};
constexpr PackageFormat package_formats[] = {
    {"DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", read_docx},
    {"XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", read_xlsx},
    {"OFD", "application/ofd", read_ofd},
};

Result<Document> read_package(Bytes bytes, const PackageFormat& format, Document document) {
  document.media = format.media;
  auto archive = ZipArchive::open(bytes);
  std::optional<Error> error = archive ? format.read(archive.value(), document) : archive.error();
  if (!error) return document;
  error->file = std::move(document.name);
  return std::move(*error);
}

/// Office files before 2007.
struct OldFormat {
  std::string_view name;
  std::string_view media;
  std::optional<Error> (*read)(Bytes bytes, Document& document);
};
constexpr OldFormat old_formats[] = {
    {"DOC", "application/msword", read_doc},
    {"XLS", "application/vnd.ms-excel", read_xls},
};

Result<Document> read_old(Bytes bytes, const OldFormat& format, Document document) {
  document.media = format.media;
  auto error = format.read(bytes, document);
  if (!error) return document;
  error->file = std::move(document.name);
  return std::move(*error);
}

/// What Node.js or the page's worker made of a PDF.
Result<Document> read_pages(Bytes bytes, Document document) {
  PositionedSource source;
  Result<PositionedText> positioned = read_positioned_stream(bytes, source);
  if (!positioned) {
    positioned.error().file = std::move(document.name);
    return std::move(positioned.error());
  }
  document.media = std::move(source.media);
  document.input_bytes = source.input_bytes;
  document.input_sha256 = std::move(source.sha256);
  if (auto error = read_positioned(std::move(positioned).value(), document)) {
    error->file = std::move(document.name);
    return std::move(*error);
  }
  if (source.cut_off) document.notes.push_back({"pages.cut_off", {}, {}});
  return document;
}

Result<Document> read_text(Bytes bytes, Document document) {
  Result<std::string> text = decode_text(bytes);
  if (!text) {
    text.error().file = std::move(document.name);
    return std::move(text.error());
  }
  if (text.value().size() > limits::text_bytes) {
    return error_of("text.too_large", std::move(document.name), megabytes(limits::text_bytes));
  }
  if (trimmed(text.value()).empty()) return error_of("file.empty", std::move(document.name));

  std::optional<Error> error;
  if (is_html(text.value())) {
    document.media = "text/html";
    error = read_html(text.value(), document);
  } else if (has_pages(text.value())) {
    document.media = "text/plain";
    error = read_positioned(lay_out(std::move(text).value()), document);
  } else if (const char separator = csv_separator(text.value())) {
    document.media = "text/csv";
    error = read_csv(text.value(), separator, document);
  } else {
    document.media = "text/plain";
    document.text = std::move(text).value();
    error = read_plain_text(document);
  }
  if (error) {
    error->file = std::move(document.name);
    return std::move(*error);
  }
  return document;
}

}  // namespace

Result<Document> read_document(Bytes bytes, std::string name) {
  if (bytes.size() > limits::input_bytes) {
    return error_of("file.too_large", std::move(name), megabytes(limits::input_bytes));
  }
  const std::string_view format = known_format(bytes);
  Document document;
  document.name = std::move(name);
  document.input_bytes = bytes.size();
  if (is_positioned_stream(bytes)) return read_pages(bytes, std::move(document));
  if (format.empty()) return read_text(bytes, std::move(document));
  for (const PackageFormat& package : package_formats) {
    if (package.name == format) return read_package(bytes, package, std::move(document));
  }
  for (const OldFormat& old : old_formats) {
    if (old.name == format) return read_old(bytes, old, std::move(document));
  }
  // An archive cut off or damaged is not told from a document that was one.
  if (format == "ZIP") {
    if (auto archive = ZipArchive::open(bytes); !archive)
      return error_of(archive.error().code, std::move(document.name), archive.error().detail);
    return error_of("zip.archive", std::move(document.name));
  }
  if (format == "OLE") return error_of("file.old_office", std::move(document.name));
  if (format == "OOXML") return error_of("file.password", std::move(document.name));
  return error_of("file.format", std::move(document.name), std::string(format));
}

}  // namespace mingzhang
