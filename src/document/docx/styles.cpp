// See styles.h.
#include "document/docx/styles.h"

#include "document/office/package.h"

#include <algorithm>
#include <vector>

namespace mingzhang {
namespace {

/// Word's own limit is eleven; a longer chain is a mistake or a circle.
constexpr int longest_chain = 16;

/// Of one style, without those that it is based on.
void add_own(XmlNode node, ParagraphStyle& style) {
  std::string name(attribute_of(child_of(node, "name"), "val"));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (name == "title") style.is_title = true;
  if (name.starts_with("toc ") && name != "toc heading") style.is_contents = true;
  const XmlNode properties = child_of(node, "pPr");
  if (const XmlNode level = child_of(properties, "outlineLvl"))
    style.outline_level = static_cast<int>(
        std::clamp<std::int64_t>(number_of(attribute_of(level, "val")), 0, ParagraphStyle::body_text));
  if (const XmlNode list = child_of(properties, "numPr", "numId"))
    style.list = number_of(attribute_of(list, "val"));
  if (const XmlNode level = child_of(properties, "numPr", "ilvl"))
    style.list_level = static_cast<int>(number_of(attribute_of(level, "val")));
  if (const XmlNode hidden = child_of(node, "rPr", "vanish")) style.is_hidden = is_on(hidden);
}

}  // namespace

void Styles::read(XmlNode root) {
  std::map<std::string_view, XmlNode> nodes;
  for (const XmlNode node : root.children()) {
    if (is(node, "style")) nodes.emplace(attribute_of(node, "styleId"), node);
  }
  for (const auto& [id, node] : nodes) {
    if (attribute_of(node, "type") == "character") {
      if (is_on(child_of(node, "rPr", "vanish"))) hidden_.emplace(id, true);
      continue;
    }
    // From the style that all rest on to this one: each says more.
    std::vector<XmlNode> chain;
    XmlNode at = node;
    while (at && static_cast<int>(chain.size()) < longest_chain) {
      chain.push_back(at);
      const auto base = nodes.find(attribute_of(child_of(at, "basedOn"), "val"));
      at = base == nodes.end() ? XmlNode() : base->second;
    }
    ParagraphStyle style;
    for (std::size_t i = chain.size(); i-- > 0;)
      add_own(chain[i], style);
    const std::string_view is_default = attribute_of(node, "default");
    if (attribute_of(node, "type") == "paragraph" && (is_default == "1" || is_default == "true"))
      default_ = style;
    styles_.emplace(id, style);
  }
}

const ParagraphStyle& Styles::of(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? default_ : found->second;
}

bool Styles::hides(std::string_view character_style) const {
  return hidden_.contains(character_style);
}

}  // namespace mingzhang
