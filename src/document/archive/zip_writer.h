// Makes a ZIP archive in memory, its files stored as they are: the parts of a document that is written anew
// to be read. For use inside this room only.
//
// Tested through tests/unit/document/xls_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mingzhang {

class ZipWriter {
 public:
  void add(std::string_view name, std::string content);
  /// The archive; nothing may be added afterwards.
  std::string finish();

 private:
  std::string archive_, directory_;
  std::uint16_t files_ = 0;
};

}  // namespace mingzhang
