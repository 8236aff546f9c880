// XML parts of a package as a tree of pugixml, and names without their prefix: producers are free to choose
// prefixes, and the strict form of OOXML has other namespaces than the usual one.
//
// No entities are expanded but the five of XML itself, and a document type declaration is refused: no office
// program writes one. For use inside this room only. Tested in tests/unit/document/xml_test.cpp.
#pragma once

#include "text/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace mingzhang {

using XmlNode = pugi::xml_node;

class Xml {
 public:
  /// `text` in UTF-8, UTF-16 or, where its declaration says so, GBK or GB18030. White space between words is
  /// kept where it is all that an element holds. Errors, with `part` as detail: xml.malformed, xml.doctype,
  /// xml.too_large, text.encoding.
  static Result<Xml> parse(std::string text, std::string_view part);

  XmlNode root() const { return document_->document_element(); }

 private:
  // pugixml parses in place: the tree points into the text.
  std::unique_ptr<std::string> text_;
  std::unique_ptr<pugi::xml_document> document_;
};

/// "p" for <w:p>; empty for text.
std::string_view name_of(XmlNode node);
inline bool is(XmlNode node, std::string_view name) {
  return name_of(node) == name;
}
/// The first child of that name; a null node for none.
XmlNode child_of(XmlNode node, std::string_view name);
/// The child at the end of a path of names.
template <class... Names>
XmlNode child_of(XmlNode node, std::string_view name, Names... names) {
  return child_of(child_of(node, name), names...);
}
/// The next sibling of the same name.
XmlNode next_of(XmlNode node, std::string_view name);
/// The value of the attribute of that name, whatever its prefix; empty for none.
std::string_view attribute_of(XmlNode node, std::string_view name);
bool has_attribute(XmlNode node, std::string_view name);
/// Digits of an attribute with at most a minus before them, cut to what a table can hold: 0 where it is
/// missing or is no number.
std::int64_t number_of(std::string_view words, std::int64_t otherwise = 0);
/// The text that an element holds.
inline std::string_view text_of(XmlNode node) {
  return node.child_value();
}

}  // namespace mingzhang
