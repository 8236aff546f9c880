// Shared by the tests of this room: reading a text, and writing a table down so that a test reads like the
// table.
#pragma once

#include "document/reader.h"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace mingzhang::test {

inline std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

inline Document read(std::string_view text) {
  Result<Document> document = read_document(bytes_of(text), "test.txt");
  REQUIRE_MESSAGE(document.ok(), document.error().code);
  return std::move(document).value();
}

/// Cut off at every `step` bytes from 512 on, and with bytes changed at random (the same at each run): an
/// error that has a code, or a document.
inline void check_damaged(const std::string& bytes, const std::string& name, std::size_t step) {
  const auto check = [&](std::string_view damaged) {
    const auto document = read_document(bytes_of(damaged), name);
    CHECK((document.ok() || !document.error().code.empty()));
  };
  for (std::size_t size = 512; size < bytes.size(); size += step)
    check(std::string_view(bytes).substr(0, size));
  std::uint32_t random = 7;
  for (int round = 0; round < 400; ++round) {
    std::string damaged = bytes;
    for (int i = 0; i < 8; ++i) {
      random = random * 1'664'525 + 1'013'904'223;
      damaged[(random >> 8) % damaged.size()] = static_cast<char>(random & 0xFF);
    }
    check(damaged);
  }
}

/// The error's code and detail: "file.format PDF"; "none" where the text is read.
inline std::string error_of(std::string_view text) {
  const Result<Document> document = read_document(bytes_of(text), "test.txt");
  if (document) return "none";
  CHECK(document.error().file == "test.txt");
  return document.error().code + (document.error().detail.empty() ? "" : " " + document.error().detail);
}

/// "" where the file is not there.
inline std::string file_below_source(std::string_view path) {
  std::ifstream file(std::string(MINGZHANG_SOURCE_DIR) + "/" + std::string(path), std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

/// One line a row, cells parted by '|': '^' is a cell that a merged one continues into, '/' a line break in a
/// cell.
inline std::string grid(const Document& document, const Table& table) {
  std::string out;
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      const Cell& cell = table.at(row, column);
      if (column > 0) out += '|';
      if (cell.continued) out += '^';
      if (cell.continued) CHECK(cell.span.empty());
      for (const char c : document.words(cell.span))
        out += c == '\n' ? '/' : c;
    }
    out += '\n';
  }
  return out;
}

/// Every block on a line: its kind, the path of its section, its words; a table's by its size.
inline std::string outline(const Document& document) {
  static constexpr std::string_view kinds[] = {"title", "heading", "paragraph", "table"};
  std::string out;
  for (const Block& block : document.blocks) {
    out += kinds[static_cast<int>(block.kind)];
    out += " [" + section_path(document, block.section) + "] ";
    if (block.kind == BlockKind::table) {
      const Table& table = document.tables[static_cast<std::size_t>(block.table)];
      out += std::to_string(table.rows) + "x" + std::to_string(table.columns);
    } else {
      for (const char c : document.words(block.span))
        out += c == '\n' ? '/' : c;
    }
    out += '\n';
  }
  return out;
}

}  // namespace mingzhang::test
