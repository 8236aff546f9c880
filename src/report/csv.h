// Lines of comma-separated values after RFC 4180, safe to open in a spreadsheet. For this room only.
// Tested in tests/unit/report/csv_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang {

class CsvLine {
 public:
  /// Quoted where it must be. A cell that a spreadsheet would take for a formula (it begins with = + - @, a
  /// tab or a carriage return, and is no plain number) gets a leading apostrophe.
  CsvLine& add(std::string_view cell);
  /// The line with its CRLF.
  std::string take();

 private:
  std::string line_;
  bool first_ = true;
};

}  // namespace mingzhang
