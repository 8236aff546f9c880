// See docx.h.
#include "document/docx/docx.h"

#include "document/docx/body.h"
#include "document/flow_writer.h"
#include "document/office/package.h"

#include <map>
#include <string>
#include <utility>

namespace mingzhang {
namespace {

/// A part that a document may do without; null where it has none.
Result<Xml> optional_part(Package& package, const std::vector<PackageRelation>& relations,
                          std::string_view type) {
  const std::string name = part_of_type(relations, type);
  if (name.empty() || !package.has(name)) return Xml::parse("<none/>", type);
  return package.part(name);
}

/// Behind the text, in the order in which it refers to them: 注1：…
void read_notes(BodyReader& reader, XmlNode footnotes, XmlNode endnotes) {
  std::map<std::pair<bool, std::int64_t>, XmlNode> by_id;
  for (const XmlNode note : footnotes.children())
    by_id.emplace(std::pair(false, number_of(attribute_of(note, "id"), -1)), note);
  for (const XmlNode note : endnotes.children())
    by_id.emplace(std::pair(true, number_of(attribute_of(note, "id"), -1)), note);
  const std::vector<NoteReference> references = reader.notes();
  std::size_t count = 0;
  for (const NoteReference& reference : references) {
    const auto found = by_id.find({reference.is_endnote, reference.id});
    if (found == by_id.end()) continue;
    reader.put_before_next("注" + std::to_string(++count) + "：");
    reader.read_blocks(found->second);
    by_id.erase(found);
  }
}

}  // namespace

std::optional<Error> read_docx(ZipArchive& archive, Document& document) {
  Package package(archive);
  const auto main = package.main_part("word/document.xml");
  if (!main) return main.error();
  const auto xml = package.part(main.value());
  if (!xml) return xml.error();
  const auto relations = package.relations_of(main.value());
  if (!relations) return relations.error();
  const auto styles_xml = optional_part(package, relations.value(), "styles");
  if (!styles_xml) return styles_xml.error();
  const auto numbering_xml = optional_part(package, relations.value(), "numbering");
  if (!numbering_xml) return numbering_xml.error();
  const auto footnotes = optional_part(package, relations.value(), "footnotes");
  if (!footnotes) return footnotes.error();
  const auto endnotes = optional_part(package, relations.value(), "endnotes");
  if (!endnotes) return endnotes.error();

  Styles styles;
  styles.read(styles_xml.value().root());
  Numbering numbering;
  numbering.read(numbering_xml.value().root());
  TextFlow flow;
  BodyReader reader(styles, numbering, flow);
  reader.read_blocks(child_of(xml.value().root(), "body"));
  read_notes(reader, footnotes.value().root(), endnotes.value().root());
  if (reader.error()) return reader.error();
  if (auto error = write_flow(flow, document)) return error;
  if (reader.hidden() > 0) document.notes.push_back({"text.hidden", {}, std::to_string(reader.hidden())});
  if (reader.objects() > 0) document.notes.push_back({"docx.objects", {}, std::to_string(reader.objects())});
  return std::nullopt;
}

}  // namespace mingzhang
