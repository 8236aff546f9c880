// See layout_text.h.
#include "document/pages/layout_text.h"

#include "text/utf8.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

/// Spaces that part words of a line; a single one may stand within them.
constexpr std::uint32_t widest_space = 1;

bool is_line_break(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}

class Layouter {
 public:
  explicit Layouter(PositionedText& out) : out_(out), text_(out.words) {}

  void lay_out() {
    out_.pages.emplace_back();
    std::size_t at = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < text_.size()) {
      at = read_line(at);
      if (at >= text_.size()) break;
      if (text_[at] == '\f') {
        end_page();
        out_.pages.emplace_back();
        out_.pages.back().first_run = static_cast<std::uint32_t>(out_.runs.size());
        line_ = 0;
      } else {
        if (text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n') ++at;
        ++line_;
      }
      ++at;
    }
    end_page();
    // What stands behind the last form feed is no page where it is nothing.
    if (out_.pages.size() > 1 && out_.pages.back().runs == 0) out_.pages.pop_back();
  }

 private:
  void end_page() {
    PositionedPage& page = out_.pages.back();
    page.runs = static_cast<std::uint32_t>(out_.runs.size()) - page.first_run;
    page.width = static_cast<float>(widest_);
    page.height = static_cast<float>(line_ + 1);
    widest_ = 0;
  }

  /// Returns the place of the line break, or the end.
  std::size_t read_line(std::size_t at) {
    std::uint32_t column = 0, start_column = 0, spaces = widest_space + 1;
    std::size_t start = 0, end = 0;
    bool open = false;
    while (at < text_.size() && !is_line_break(text_[at])) {
      std::size_t size = 1;
      const std::uint32_t space = space_at(at, size);
      if (space > 0) {
        spaces += space;
        column += space;
        at += size;
        continue;
      }
      if (spaces > widest_space) {
        if (open) add_run(start, end, start_column, column - spaces);
        open = true;
        start = at;
        start_column = column;
      }
      spaces = 0;
      ++column;
      ++at;
      while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80)
        ++at;
      end = at;
    }
    if (open) add_run(start, end, start_column, column - spaces);
    widest_ = std::max(widest_, column);
    return at;
  }

  /// Columns of the white space at `at`; 0 where a character stands there.
  std::uint32_t space_at(std::size_t at, std::size_t& size) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte > ' ' && byte < 0xC2) return 0;
    if (byte == '\t') return widest_space + 1;
    if (byte <= ' ') return 1;
    if (byte != 0xC2 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF) return 0;
    const CodePoint c = decode_utf8(text_, at);
    size = c.size;
    return is_space(c.value) ? 1 : 0;
  }

  void add_run(std::size_t start, std::size_t end, std::uint32_t from, std::uint32_t to) {
    PlacedRun run;
    run.x = static_cast<float>(from);
    run.y = static_cast<float>(line_ + 1);
    run.width = static_cast<float>(to - from);
    run.size = 1;
    run.words = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    out_.runs.push_back(run);
  }

  PositionedText& out_;
  std::string_view text_;
  std::uint32_t line_ = 0;
  std::uint32_t widest_ = 0;
};

}  // namespace

bool has_pages(std::string_view text) {
  return text.find('\f') != std::string_view::npos;
}

PositionedText lay_out(std::string text) {
  PositionedText positioned;
  positioned.words = std::move(text);
  positioned.words_are_input = true;
  positioned.runs.reserve(positioned.words.size() / 24 + 16);
  Layouter(positioned).lay_out();
  return positioned;
}

}  // namespace mingzhang
