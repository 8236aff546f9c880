// See workbook.h. Element names are those of ECMA-376 part 1, chapter 18.
#include "document/xlsx/workbook.h"

#include "document/limits.h"

#include <map>
#include <utility>

namespace mingzhang {

void append_rich_text(XmlNode node, std::string& out) {
  for (const XmlNode child : node.children()) {
    if (is(child, "t")) out += text_of(child);
    if (is(child, "r")) out += text_of(child_of(child, "t"));
  }
}

Result<Workbook> Workbook::read(Package& package) {
  const auto main = package.main_part("xl/workbook.xml");
  if (!main) return main.error();
  const auto xml = package.part(main.value());
  if (!xml) return xml.error();
  const auto relations = package.relations_of(main.value());
  if (!relations) return relations.error();
  Workbook workbook;
  workbook.read_sheets(xml.value().root(), relations.value());
  if (const std::string part = part_of_type(relations.value(), "sharedStrings"); package.has(part)) {
    const auto strings = package.part(part);
    if (!strings) return strings.error();
    workbook.read_strings(strings.value().root());
  }
  workbook.formats_.emplace_back("");
  if (const std::string part = part_of_type(relations.value(), "styles"); package.has(part)) {
    const auto styles = package.part(part);
    if (!styles) return styles.error();
    workbook.read_styles(styles.value().root());
  }
  return workbook;
}

void Workbook::read_sheets(XmlNode root, const std::vector<PackageRelation>& relations) {
  from_1904_ = is_true(attribute_of(child_of(root, "workbookPr"), "date1904"));
  for (const XmlNode node : child_of(root, "sheets").children()) {
    if (!is(node, "sheet")) continue;
    SheetEntry sheet;
    sheet.name = attribute_of(node, "name");
    const std::string_view state = attribute_of(node, "state");
    sheet.hidden = state == "hidden" || state == "veryHidden";
    // Both sheetId and r:id end in id; the relationship is the one with a prefix.
    std::string_view id;
    for (const pugi::xml_attribute attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      if (name.ends_with(":id")) id = attribute.value();
    }
    for (const PackageRelation& relation : relations) {
      if (relation.id == id && relation.type == "worksheet") sheet.part = relation.part;
    }
    if (!sheet.part.empty()) sheets_.push_back(std::move(sheet));
  }
}

void Workbook::read_strings(XmlNode root) {
  for (const XmlNode node : root.children()) {
    if (!is(node, "si")) continue;
    const auto start = static_cast<std::uint32_t>(strings_text_.size());
    append_rich_text(node, strings_text_);
    strings_.push_back({start, static_cast<std::uint32_t>(strings_text_.size())});
  }
}

void Workbook::read_styles(XmlNode root) {
  std::map<std::int64_t, std::string_view> codes;
  for (const XmlNode node : child_of(root, "numFmts").children())
    codes.emplace(number_of(attribute_of(node, "numFmtId"), -1), attribute_of(node, "formatCode"));
  std::map<std::int64_t, std::size_t> known{{0, 0}};
  for (const XmlNode node : child_of(root, "cellXfs").children()) {
    const std::int64_t id = number_of(attribute_of(node, "numFmtId"));
    const auto [at, is_new] = known.emplace(id, formats_.size());
    if (is_new) {
      const auto own = codes.find(id);
      formats_.emplace_back(own == codes.end() ? NumberFormat::built_in(id) : own->second);
    }
    format_of_style_.push_back(at->second);
  }
}

std::string_view Workbook::shared_string(std::int64_t index) const {
  if (index < 0 || index >= static_cast<std::int64_t>(strings_.size())) return {};
  return strings_[static_cast<std::size_t>(index)].of(strings_text_);
}

const NumberFormat& Workbook::format(std::int64_t style) const {
  if (style < 0 || style >= static_cast<std::int64_t>(format_of_style_.size())) return formats_.front();
  return formats_[format_of_style_[static_cast<std::size_t>(style)]];
}

}  // namespace mingzhang
