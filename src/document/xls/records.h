// Records of an old workbook's stream (MS-XLS), and the strings in them. For use inside this room only.
//
// Tested in tests/unit/document/xls_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

struct XlsRecord {
  std::uint16_t type = 0;
  std::string_view data;
};

/// Goes through the records from an offset on.
class XlsRecords {
 public:
  XlsRecords(std::string_view stream, std::size_t at) : stream_(stream), at_(at) {}
  /// False at the end of the stream.
  bool next(XlsRecord& record);
  /// The type of the record that comes next; 0 at the end.
  std::uint16_t next_type() const;

 private:
  std::string_view stream_;
  std::size_t at_;
};

/// Reads strings that may go on from one record to the next.
class XlsStrings {
 public:
  explicit XlsStrings(std::vector<std::string_view> parts) : parts_(std::move(parts)) {}

  bool at_end();
  std::uint32_t number(std::size_t bytes);
  /// A string with its length before it, in so many bytes; without the fonts and readings behind it.
  std::string string(std::size_t bytes_of_length);

 private:
  std::string characters(std::uint32_t count, bool wide);

  std::vector<std::string_view> parts_;
  std::size_t part_ = 0, at_ = 0;
};

/// Bytes of the code page of China, as Excel 5 has them.
std::string from_code_page(std::string_view bytes);

/// A number in the short form of four bytes.
double from_rk(std::uint32_t rk);
double from_double(std::string_view bytes, std::size_t at);

}  // namespace mingzhang
