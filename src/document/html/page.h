// A page's tokens into a TextFlow: which elements are open, which words are seen, where cells stand. For use
// inside this room only.
//
// Tested in tests/unit/document/html_test.cpp.
#pragma once

#include "document/flow.h"
#include "document/html/elements.h"
#include "document/html/tokens.h"
#include "text/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

class PageReader {
 public:
  explicit PageReader(TextFlow& flow) : flow_(flow) {}

  std::optional<Error> read(std::string_view page);

 private:
  struct Open {
    Element element = Element::other;
    std::uint32_t name = 0;  // hash
    bool hides = false;      // it, or what it stands in
  };
  struct TableState {
    bool begun = false;  // a cell was seen
    bool in_row = false, in_cell = false;
    std::uint32_t row = 0, column = 0;
    /// By column: the row in which the cell that reaches down there has ended.
    std::vector<std::uint32_t> free_from;
  };
  struct ListState {
    bool is_ordered = false;
    std::uint32_t count = 0;
    std::string format;
  };

  void open(const HtmlToken& token);
  void close(std::string_view name);
  void enter(const HtmlToken& token, Element element, bool hides);
  void leave();
  void leave_down_to(std::size_t size);
  void close_implied(Element element);
  std::optional<std::size_t> nearest(std::uint32_t name, bool within_cell) const;

  void begin_table();
  void begin_row();
  void begin_cell(std::string_view attributes);
  void end_row();
  void end_table();
  void begin_list(std::string_view name, std::string_view attributes);
  void begin_item(std::string_view attributes);

  void text(std::string_view words);
  void preserved(std::string_view words);
  void add_word(std::string_view word);
  void line_break();
  void flush();
  void write_title();

  TextFlow& flow_;
  std::vector<Open> stack_;
  std::vector<TableState> tables_;
  std::vector<ListState> lists_;
  std::string words_;                                // of the paragraph so far
  std::string decoded_;                              // of one text
  std::string number_;                               // of the list item, until its first words come
  std::string title_;                                // of the page
  bool blank_before_ = false, line_before_ = false;  // white space since the last word, a line break in it
  bool title_written_ = false;
  std::optional<std::size_t> title_item_;
  std::size_t paragraphs_ = 0;
  std::optional<Error> error_;
};

}  // namespace mingzhang
