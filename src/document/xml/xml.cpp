// See xml.h.
#include "document/xml/xml.h"

#include "document/gb18030.h"
#include "document/limits.h"

#include <algorithm>
#include <span>
#include <utility>

namespace mingzhang {
namespace {

Error error_of(std::string code, std::string_view part, std::uint64_t offset = Error::no_place) {
  return Error{std::move(code), {}, offset, std::string(part)};
}

/// encoding="GBK" in the declaration. XML of other encodings than UTF-8 and UTF-16 is rare, but OFD has it.
bool declares_gbk(std::string_view text) {
  const std::string_view head = text.substr(0, 128);
  if (!head.starts_with("<?xml")) return false;
  std::string declaration(head.substr(0, head.find("?>")));
  std::transform(declaration.begin(), declaration.end(), declaration.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return declaration.find("\"gb") != std::string::npos || declaration.find("'gb") != std::string::npos;
}

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

Result<Xml> Xml::parse(std::string text, std::string_view part) {
  if (declares_gbk(text)) {
    auto decoded = decode_gb18030({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    if (!decoded) return std::move(decoded.error());
    text = std::move(decoded).value();
  }
  if (static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '<')) > limits::xml_tags)
    return error_of("xml.too_large", part);
  Xml xml;
  xml.text_ = std::make_unique<std::string>(std::move(text));
  xml.document_ = std::make_unique<pugi::xml_document>();
  constexpr unsigned how = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                           pugi::parse_ws_pcdata_single | pugi::parse_doctype;
  const pugi::xml_parse_result parsed =
      xml.document_->load_buffer_inplace(xml.text_->data(), xml.text_->size(), how);
  if (!parsed) {
    if (parsed.status == pugi::status_bad_doctype) return error_of("xml.doctype", part);
    if (parsed.status == pugi::status_out_of_memory) return error_of("xml.too_large", part);
    return error_of("xml.malformed", part,
                    static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(0, parsed.offset)));
  }
  for (const XmlNode node : xml.document_->children()) {
    if (node.type() == pugi::node_doctype) return error_of("xml.doctype", part);
  }
  return xml;
}

std::string_view name_of(XmlNode node) {
  return without_prefix(node.name());
}

XmlNode child_of(XmlNode node, std::string_view name) {
  XmlNode child = node.first_child();
  while (child && !is(child, name))
    child = child.next_sibling();
  return child;
}

XmlNode next_of(XmlNode node, std::string_view name) {
  XmlNode next = node.next_sibling();
  while (next && !is(next, name))
    next = next.next_sibling();
  return next;
}

std::string_view attribute_of(XmlNode node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    if (without_prefix(attribute.name()) == name) return attribute.value();
  }
  return {};
}

bool has_attribute(XmlNode node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    if (without_prefix(attribute.name()) == name) return true;
  }
  return false;
}

std::int64_t number_of(std::string_view words, std::int64_t otherwise) {
  constexpr std::int64_t most = 1'000'000'000;
  const bool minus = words.starts_with('-');
  if (minus) words.remove_prefix(1);
  if (words.empty()) return otherwise;
  std::int64_t value = 0;
  for (const char c : words) {
    if (c == '.') break;
    if (c < '0' || c > '9') return otherwise;
    value = std::min(most, value * 10 + (c - '0'));
  }
  return minus ? -value : value;
}

}  // namespace mingzhang
