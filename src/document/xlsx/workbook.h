// What all sheets of a workbook share: strings, number formats, the epoch of its dates. For use inside this
// room only.
//
// Tested in tests/unit/document/xlsx_test.cpp.
#pragma once

#include "document/office/package.h"
#include "document/xlsx/number_format.h"
#include "text/result.h"
#include "text/span.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

struct SheetEntry {
  std::string name;
  std::string part;
  bool hidden = false;
};

class Workbook {
 public:
  static Result<Workbook> read(Package& package);

  const std::vector<SheetEntry>& sheets() const { return sheets_; }
  bool from_1904() const { return from_1904_; }
  /// Empty for an index that is none.
  std::string_view shared_string(std::int64_t index) const;
  /// The format of a cell's style; General for an index that is none.
  const NumberFormat& format(std::int64_t style) const;

 private:
  void read_sheets(XmlNode workbook, const std::vector<PackageRelation>& relations);
  void read_strings(XmlNode strings);
  void read_styles(XmlNode styles);

  std::vector<SheetEntry> sheets_;
  bool from_1904_ = false;
  std::string strings_text_;
  std::vector<Span> strings_;
  std::vector<NumberFormat> formats_;
  /// By style: index into formats_.
  std::vector<std::size_t> format_of_style_;
};

/// The text of a shared or inline string: of all its runs, without the pronunciation beside them.
void append_rich_text(XmlNode node, std::string& out);

}  // namespace mingzhang
