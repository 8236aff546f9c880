// Goes through the tags and texts of an HTML page, however badly it is written. For use inside this room
// only.
//
// Every input is a sequence of tokens: there are no errors. Comments, doctypes and processing instructions
// are passed over, as is what stands in <script>, <style> and the like. Tested in
// tests/unit/document/html_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mingzhang {

enum class HtmlKind : std::uint8_t { text, open, close, end };

struct HtmlToken {
  HtmlKind kind = HtmlKind::end;
  /// Of a tag, in lower case; valid until the next call.
  std::string_view name;
  /// text: as it stands, references and all. open: its attributes.
  std::string_view words;
  bool self_closing = false;
};

class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view page) : page_(page) {}
  HtmlToken next();

 private:
  bool at_tag() const;
  void skip_declaration();
  HtmlToken read_tag();

  std::string_view page_;
  std::size_t at_ = 0;
  std::string name_;
};

/// The value of an attribute, its references replaced; empty for none. Names are compared in lower case.
std::string html_attribute(std::string_view attributes, std::string_view name);
bool has_html_attribute(std::string_view attributes, std::string_view name);

}  // namespace mingzhang
