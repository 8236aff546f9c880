// What stands in a paragraph: runs, fields, hyperlinks, changes, symbols, text boxes. See body.h.
#include "document/docx/body.h"
#include "document/limits.h"
#include "document/office/package.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {
namespace {

struct Symbol {
  std::uint32_t code;  // in the font, without the F0 that Word puts before it
  std::string_view words;
};
constexpr Symbol of_symbol_font[] = {{0xA3, "≤"}, {0xA5, "∞"}, {0xB0, "°"}, {0xB1, "±"}, {0xB3, "≥"},
                                     {0xB4, "×"}, {0xB7, "·"}, {0xB8, "÷"}, {0xB9, "≠"}, {0xBB, "≈"}};
constexpr Symbol of_wingdings[] = {{0x52, "☑"}, {0x6F, "☐"}, {0x6C, "●"}, {0x6E, "■"}, {0xA8, "☐"},
                                   {0xFB, "✗"}, {0xFC, "✓"}, {0xFD, "☒"}, {0xFE, "☑"}};

/// A character of a font that has signs in place of letters; □ for one that is not known.
std::string symbol(std::string_view font, std::string_view code) {
  std::uint32_t value = 0;
  for (const char c : code.substr(0, 6)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                             : -1;
    if (digit < 0) return "□";
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  const bool is_private = value >= 0xF000 && value <= 0xF0FF;
  std::string out;
  if (!is_private && value >= 0x20 && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF)) {
    append_utf8(out, value);
    return out;
  }
  const auto find = [&](auto begin, auto end) {
    const auto found = std::find_if(begin, end, [&](const Symbol& s) { return s.code == (value & 0xFF); });
    return found == end ? std::string("□") : std::string(found->words);
  };
  return font.starts_with("Wingdings") ? find(std::begin(of_wingdings), std::end(of_wingdings))
                                       : find(std::begin(of_symbol_font), std::end(of_symbol_font));
}

bool is_wrapper(std::string_view name) {
  constexpr std::string_view names[] = {"hyperlink", "smartTag", "customXml", "sdtContent",
                                        "ins",       "moveTo",   "fldSimple", "dir",
                                        "bdo",       "ruby",     "rubyBase"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

void BodyReader::append(std::string_view words) {
  const bool in_code =
      std::any_of(fields_.begin(), fields_.end(), [](const Field& f) { return !f.shows_result; });
  // Beyond what a document may hold nothing more is needed to refuse it.
  if (!in_code && words_.size() <= limits::text_bytes) words_ += words;
}

void BodyReader::read_inlines(XmlNode parent, int depth) {
  if (is_too_deep(depth)) return;
  for (const XmlNode node : parent.children())
    read_inline(node, depth);
}

void BodyReader::read_inline(XmlNode node, int depth) {
  const std::string_view name = name_of(node);
  if (name == "r") return read_run(node, depth + 1);
  if (name == "sdt") return read_inlines(child_of(node, "sdtContent"), depth + 1);
  if (is_wrapper(name)) return read_inlines(node, depth + 1);
  if (name == "AlternateContent") {
    const XmlNode choice = child_of(node, "Choice");
    return read_inlines(choice ? choice : child_of(node, "Fallback"), depth + 1);
  }
  // A formula: its numbers and letters in the order in which they are stored.
  if (name.starts_with("oMath")) {
    for (XmlNode at = node.first_child(); at;) {
      if (is(at, "t")) append(text_of(at));
      XmlNode next = at.first_child();
      while (!next && at && at != node) {
        next = at.next_sibling();
        if (!next) at = at.parent();
      }
      at = next;
    }
  }
}

void BodyReader::read_run(XmlNode run, int depth) {
  if (is_too_deep(depth)) return;
  const XmlNode properties = child_of(run, "rPr");
  const XmlNode vanish = child_of(properties, "vanish");
  const bool hidden =
      vanish ? is_on(vanish) : hides_ || styles_.hides(attribute_of(child_of(properties, "rStyle"), "val"));
  if (hidden) {
    hidden_ += !trimmed(text_of(child_of(run, "t"))).empty();
    // A field goes on, whether its marks are seen or not.
    for (const XmlNode node : run.children()) {
      if (is(node, "fldChar")) read_field(node);
    }
    return;
  }
  for (const XmlNode node : run.children())
    read_run_content(node, depth);
}

void BodyReader::read_run_content(XmlNode node, int depth) {
  if (is_too_deep(depth)) return;
  const std::string_view name = name_of(node);
  if (name == "t") return append(text_of(node));
  if (name == "tab" || name == "ptab") return append("\t");
  if (name == "br" || name == "cr") return append("\n");
  if (name == "noBreakHyphen") return append("-");
  if (name == "sym") return append(symbol(attribute_of(node, "font"), attribute_of(node, "char")));
  if (name == "fldChar") return read_field(node);
  if (name == "footnoteReference" || name == "endnoteReference") {
    notes_.push_back({name == "endnoteReference", number_of(attribute_of(node, "id"), -1)});
  } else if (name == "drawing" || name == "pict" || name == "object") {
    objects_ += name == "object" && child_of(node, "OLEObject");
    find_text_boxes(node, depth + 1);
  } else if (name == "AlternateContent") {
    // The same twice, for readers old and new.
    const XmlNode choice = child_of(node, "Choice");
    const XmlNode chosen = choice ? choice : child_of(node, "Fallback");
    for (const XmlNode inner : chosen.children())
      read_run_content(inner, depth + 1);
  } else if (name == "ruby") {
    read_inlines(child_of(node, "rubyBase"), depth + 1);
  }
}

void BodyReader::read_field(XmlNode mark) {
  const std::string_view type = attribute_of(mark, "fldCharType");
  if (type == "begin") {
    if (fields_.size() < static_cast<std::size_t>(limits::xml_depth)) fields_.push_back({});
  } else if (type == "separate" && !fields_.empty()) {
    fields_.back().shows_result = true;
  } else if (type == "end" && !fields_.empty()) {
    fields_.pop_back();
  }
}

void BodyReader::find_text_boxes(XmlNode drawing, int depth) {
  if (is_too_deep(depth)) return;
  for (const XmlNode node : drawing.children()) {
    if (is(node, "txbxContent")) {
      text_boxes_.push_back(node);
    } else if (is(node, "AlternateContent")) {
      const XmlNode choice = child_of(node, "Choice");
      find_text_boxes(choice ? choice : child_of(node, "Fallback"), depth + 1);
    } else {
      find_text_boxes(node, depth + 1);
    }
  }
}

}  // namespace mingzhang
