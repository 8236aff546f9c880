// See package.h.
#include "document/office/package.h"

#include <algorithm>
#include <utility>

namespace mingzhang {

std::string path_in_package(std::string_view folder, std::string_view target) {
  std::string path(target.starts_with('/') ? target.substr(1) : std::string(folder) + std::string(target));
  std::vector<std::string_view> steps;
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    const std::string_view step = rest.substr(0, slash);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!step.empty() && step != "." && step != "..") steps.push_back(step);
  }
  std::string out;
  for (const std::string_view step : steps) {
    if (!out.empty()) out += '/';
    out += step;
  }
  return out;
}

std::string_view folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
}

Result<std::string> Package::main_part(std::string_view usual) {
  auto relations = relations_of("");
  if (!relations) return std::move(relations.error());
  std::string part = part_of_type(relations.value(), "officeDocument");
  return part.empty() || !has(part) ? std::string(usual) : part;
}

Result<Xml> Package::part(std::string_view name) {
  const ZipEntry* entry = archive_.find(name);
  if (entry == nullptr) return Error{"package.part_missing", {}, Error::no_place, std::string(name)};
  Result<std::string> text = archive_.unpack(*entry);
  if (!text) return std::move(text.error());
  return Xml::parse(std::move(text).value(), name);
}

Result<std::vector<PackageRelation>> Package::relations_of(std::string_view part) {
  const std::string_view folder = folder_of(part);
  const std::string name = std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
  std::vector<PackageRelation> relations;
  if (!has(name)) return relations;
  auto xml = this->part(name);
  if (!xml) return std::move(xml.error());
  for (const XmlNode node : xml.value().root().children()) {
    const std::string_view type = attribute_of(node, "Type");
    PackageRelation relation;
    relation.id = attribute_of(node, "Id");
    relation.type = type.substr(type.rfind('/') + 1);
    if (attribute_of(node, "TargetMode") != "External")
      relation.part = path_in_package(folder, attribute_of(node, "Target"));
    relations.push_back(std::move(relation));
  }
  return relations;
}

std::string part_of_type(const std::vector<PackageRelation>& relations, std::string_view type) {
  const auto found = std::find_if(relations.begin(), relations.end(),
                                  [&](const PackageRelation& relation) { return relation.type == type; });
  return found == relations.end() ? std::string() : found->part;
}

bool is_true(std::string_view value) {
  return value == "1" || value == "true";
}

bool is_on(XmlNode property) {
  if (!property) return false;
  const std::string_view value = attribute_of(property, "val");
  return value.empty() || is_true(value) || value == "on";
}

}  // namespace mingzhang
