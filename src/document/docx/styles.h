// Paragraph styles of Word, as far as they say what a paragraph is. For use inside this room only.
//
// Tested in tests/unit/document/docx_test.cpp.
#pragma once

#include "document/xml/xml.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace mingzhang {

struct ParagraphStyle {
  bool is_title = false;
  bool is_contents = false;  // an entry of a table of contents
  bool is_hidden = false;
  /// 0 to 8 for headings; body_text for the rest.
  int outline_level = body_text;
  /// Its list, if it has one; 0: none.
  std::int64_t list = 0;
  int list_level = 0;

  static constexpr int body_text = 9;
};

class Styles {
 public:
  /// `styles` is the root of styles.xml; may be null. Each style has what those that it is based on say;
  /// a circle of such references ends where it would begin anew.
  void read(XmlNode styles);

  /// The style of that id, the default one for an empty or unknown id.
  const ParagraphStyle& of(std::string_view id) const;
  /// Character styles that hide their words.
  bool hides(std::string_view character_style) const;

 private:
  std::map<std::string, ParagraphStyle, std::less<>> styles_;
  std::map<std::string, bool, std::less<>> hidden_;
  ParagraphStyle default_;
};

}  // namespace mingzhang
