// The package that Word and Excel documents are (Open Packaging Conventions): a ZIP archive of parts and the
// relationships between them. For use inside this room only.
//
// Tested in tests/unit/document/docx_test.cpp and xlsx_test.cpp.
#pragma once

#include "document/archive/zip.h"
#include "document/xml/xml.h"
#include "text/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

struct PackageRelation {
  std::string id;
  /// The last word of its type, which the usual and the strict namespaces share: "styles", "worksheet".
  std::string type;
  /// Name of the part in the archive; empty where it points outside the package.
  std::string part;
};

class Package {
 public:
  /// `archive` must outlive the package.
  explicit Package(ZipArchive& archive) : archive_(archive) {}

  /// Name of the part that the package is about: the document, the workbook. `usual` where nothing says it.
  Result<std::string> main_part(std::string_view usual);
  bool has(std::string_view part) const { return archive_.find(part) != nullptr; }
  /// Error package.part_missing, with the part as detail, beside those of the archive and of XML.
  Result<Xml> part(std::string_view name);
  /// Empty where the part has none.
  Result<std::vector<PackageRelation>> relations_of(std::string_view part);

 private:
  ZipArchive& archive_;
};

/// ../media/x named in word/ is media/x; /xl/styles.xml is xl/styles.xml. `folder` ends with a slash or is
/// empty.
std::string path_in_package(std::string_view folder, std::string_view target);
/// With the slash at its end; empty for a part at the top.
std::string_view folder_of(std::string_view part);

/// The first of that type; an empty part for none.
std::string part_of_type(const std::vector<PackageRelation>& relations, std::string_view type);

/// 1 or true.
bool is_true(std::string_view value);
/// on, 1, true, or no value at all: how OOXML writes that a property holds.
bool is_on(XmlNode property);

}  // namespace mingzhang
