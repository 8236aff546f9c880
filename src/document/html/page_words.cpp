// White space and words of a page. See page.h.
#include "document/html/entities.h"
#include "document/html/page.h"
#include "document/limits.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr std::string_view blanks = " \t\n\r\f";
/// Paragraphs at the top among which the page's headline may stand; further down, menus come first, and the
/// title is said once more above them.
constexpr std::size_t top_of_page = 8;
constexpr std::size_t shortest_headline = 18;  // bytes

/// 某局2021年预算公开 of 某局2021年预算公开-某县政府网.
std::string without_site(std::string_view title) {
  std::string name = without_spaces(title);
  for (const std::string_view mark : {"-", "_", "|", "—", "–"}) {
    const std::size_t at = name.find(mark);
    if (at != std::string::npos && at >= shortest_headline) name.resize(at);
  }
  return name;
}

/// No-break spaces as spaces; what has no width goes.
void replace_invisible(std::string& words) {
  const auto replace = [&](std::string_view from, std::string_view to) {
    std::size_t at = words.find(from);
    if (at == std::string::npos) return;
    std::string out;
    out.reserve(words.size());
    std::size_t done = 0;
    for (; at != std::string::npos; at = words.find(from, done)) {
      out.append(words, done, at - done);
      out += to;
      done = at + from.size();
    }
    out.append(words, done);
    words = std::move(out);
  };
  replace("\xC2\xA0", "\x01");  // told apart from white space that collapses until add_word has seen it
  replace("\xE2\x80\x8B", "");
  replace("\xEF\xBB\xBF", "");
  replace("\xC2\xAD", "");
}

bool is_wide(CodePoint character) {
  return character.size > 0 && display_width(character.value) == 2;
}

}  // namespace

void PageReader::text(std::string_view words) {
  if (!stack_.empty() && stack_.back().hides) return;
  decoded_.clear();
  append_without_references(decoded_, words);
  if (!stack_.empty() && stack_.back().element == Element::title) {
    if (title_.empty()) title_ = trimmed(decoded_);
    return;
  }
  replace_invisible(decoded_);
  const bool is_preserved = std::any_of(stack_.begin(), stack_.end(),
                                        [](const Open& open) { return open.element == Element::preserved; });
  if (is_preserved) return preserved(decoded_);
  for (std::size_t at = 0; at < decoded_.size();) {
    const std::size_t begin = decoded_.find_first_not_of(blanks, at);
    const std::string_view space =
        std::string_view(decoded_).substr(at, std::min(begin, decoded_.size()) - at);
    blank_before_ = blank_before_ || !space.empty();
    line_before_ = line_before_ || space.find_first_of("\n\r") != std::string_view::npos;
    if (begin == std::string::npos) return;
    at = std::min(decoded_.find_first_of(blanks, begin), decoded_.size());
    add_word(std::string_view(decoded_).substr(begin, at - begin));
  }
}

/// White space is one space, and none at a line's edge or where the source breaks a line between ideographs.
void PageReader::add_word(std::string_view word) {
  const bool is_first = words_.empty();
  if (blank_before_ && !is_first) {
    const bool within_han =
        line_before_ && is_wide(decode_utf8(word, 0)) && is_wide(decode_utf8_before(words_, words_.size()));
    if (!within_han) words_ += ' ';
  }
  blank_before_ = line_before_ = false;
  if (words_.size() > limits::text_bytes) return;
  const std::size_t start = words_.size();
  words_ += word;
  std::replace(words_.begin() + static_cast<std::ptrdiff_t>(start), words_.end(), '\x01', ' ');
}

void PageReader::preserved(std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('\n'), words.size());
    if (words_.size() <= limits::text_bytes) words_ += words.substr(0, end);
    std::erase(words_, '\r');
    std::replace(words_.begin(), words_.end(), '\x01', ' ');
    if (end < words.size()) line_break();
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

void PageReader::line_break() {
  if (!stack_.empty() && stack_.back().hides) return;
  if (trimmed(words_).empty()) flow_.paragraph({});
  flush();
}

void PageReader::flush() {
  blank_before_ = line_before_ = false;
  if (trimmed(words_).empty()) {
    // <p>&nbsp;</p> is an empty line.
    if (!words_.empty()) flow_.paragraph({});
    words_.clear();
    return;
  }
  if (!title_written_) write_title();
  const bool in_cell = !tables_.empty() && tables_.back().begun;
  const bool is_heading = !in_cell && std::any_of(stack_.begin(), stack_.end(), [](const Open& open) {
    return open.element == Element::heading;
  });
  if (!number_.empty()) {
    words_.insert(0, number_);
    number_.clear();
  }
  if (++paragraphs_ <= top_of_page && title_item_ && words_.size() >= shortest_headline) {
    const std::string name = without_site(title_), words = without_spaces(words_);
    if (name.starts_with(words) || words.starts_with(name)) {
      flow_.forget(*title_item_);
      title_item_.reset();
    }
  }
  flow_.paragraph(words_, is_heading ? ParagraphKind::heading : ParagraphKind::text);
  words_.clear();
}

/// Before the first words of the page.
void PageReader::write_title() {
  title_written_ = true;
  if (title_.empty()) return;
  title_item_ = flow_.items().size();
  flow_.paragraph(title_, ParagraphKind::title);
}

}  // namespace mingzhang
