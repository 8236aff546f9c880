// Lines of pages become lines of the text: prose broken at the margin is put together again, also over a page
// break; headings, captions and lines in columns stay apart. For this room only.
//
// Tested in tests/unit/document/paragraphs_test.cpp.
#pragma once

#include "document/heading.h"
#include "document/lines.h"
#include "document/pages/made_words.h"
#include "document/pages/page_lines.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace mingzhang {

/// Goes through the pages in order and writes their lines.
class ParagraphWriter {
 public:
  ParagraphWriter(MadeWords& words, std::vector<Line>& lines) : words_(words), lines_(lines) {}

  /// `parted[i]`: something else (a table) stands between line i - 1 and line i. Lines of a table whose
  /// columns were not read are `in_columns`. Call write_until() for the lines above each table, then at last
  /// for all.
  void begin_page(const PageLines& page, std::int32_t number, const std::vector<bool>& parted,
                  const std::vector<bool>& in_columns);
  void write_until(std::size_t line);
  /// A table was written: what follows begins anew.
  void part() { open_ = false; }

 private:
  /// The last number of each level of headings: tells a heading from a line that happens to begin like one.
  class Numbering {
   public:
    bool expects(const Heading& heading) const;
    void saw(const Heading& heading);

   private:
    int last_[5] = {};
  };

  const VisualLine& visual(std::size_t i) const { return page_->lines[i]; }
  std::string_view words(std::size_t i) const { return page_->words(i); }
  std::size_t count() const { return page_->lines.size(); }

  void find_margins();
  void find_title();
  bool is_title_line(std::size_t i) const;
  std::optional<Heading> heading_of(std::size_t i) const;
  bool begins_heading(std::size_t i) const;
  bool is_full(std::size_t i) const;
  bool is_long(std::size_t i) const;
  bool is_bare_number(std::size_t i) const;
  bool is_centred(std::size_t i) const;
  bool ends_caption(std::size_t i) const;
  bool goes_on_from_page_before(std::size_t i) const;
  bool continues(std::size_t i) const;
  void append_words(std::size_t i, bool full_before);

  MadeWords& words_;
  std::vector<Line>& lines_;
  const PageLines* page_ = nullptr;
  std::int32_t number_ = 0;
  const std::vector<bool>* parted_ = nullptr;
  const std::vector<bool>* in_columns_ = nullptr;
  std::size_t next_ = 0;
  std::size_t title_end_ = 0;
  std::uint32_t left_ = 0;
  std::uint32_t right_ = 0;
  std::size_t prose_lines_ = 0;
  /// The page before ended in the middle of a sentence, and its last line was full.
  bool open_ = false;
  bool open_full_ = false;
  Numbering numbering_;
};

}  // namespace mingzhang
