// See csv.h.
#include "document/csv/csv.h"

#include "document/flow.h"
#include "document/flow_writer.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace mingzhang {
namespace {

/// Records that are looked at to judge a file, and lines of words that may stand above its first row.
constexpr std::size_t judged_records = 60;
constexpr std::size_t most_title_lines = 3;
/// Bytes of the longest record of a table; sentences with as many commas each are text all the same.
constexpr std::size_t longest_record = 4096;

/// Goes through the fields of a file.
class Fields {
 public:
  Fields(std::string_view text, char separator) : text_(text), separator_(separator) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  bool at_end() const { return at_ >= text_.size(); }
  std::size_t at() const { return at_; }
  /// The next field of the record; `last` says whether it ends it. A quote in the middle of a field is a
  /// character like others; a quoted field without its closing quote reaches to the end.
  std::string_view next(bool& last) {
    std::string_view field;
    if (at_ < text_.size() && text_[at_] == '"') {
      field = quoted();
    } else {
      const std::size_t end = std::min(text_.find_first_of(ends(), at_), text_.size());
      field = text_.substr(at_, end - at_);
      at_ = end;
    }
    last = at_ >= text_.size() || text_[at_] != separator_;
    if (at_ < text_.size() && text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    if (at_ < text_.size()) ++at_;
    return field;
  }
  /// A quoted field held the separator, a quote or a line break.
  bool needed_quotes() const { return needed_quotes_; }

 private:
  std::string_view ends() {
    ends_[0] = separator_;
    return {ends_, 3};
  }

  std::string_view quoted() {
    const std::size_t start = ++at_;
    bool doubled = false;
    std::size_t end = start;
    for (;; end += 2) {
      end = text_.find('"', end);
      if (end == std::string_view::npos) end = text_.size();
      if (end + 1 >= text_.size() || text_[end + 1] != '"') break;
      doubled = true;
    }
    std::string_view field = text_.substr(start, end - start);
    needed_quotes_ = needed_quotes_ || doubled || field.find_first_of(ends()) != std::string_view::npos;
    at_ = std::min(end + 1, text_.size());
    if (doubled) {
      unquoted_.clear();
      for (std::size_t i = 0; i < field.size(); ++i) {
        unquoted_ += field[i];
        if (field[i] == '"') ++i;
      }
      field = unquoted_;
    }
    // What stands between the closing quote and the next separator belongs to no field.
    at_ = std::min(text_.find_first_of(ends(), at_), text_.size());
    return field;
  }

  std::string_view text_;
  char separator_;
  char ends_[3] = {',', '\r', '\n'};
  std::size_t at_ = 0;
  bool needed_quotes_ = false;
  std::string unquoted_;
};

/// Whether the first records, but for a few title lines, have at least two fields each and nearly all of them
/// equally many.
bool is_separated_by(std::string_view text, char separator) {
  Fields fields(text, separator);
  std::vector<std::size_t> widths;
  std::size_t titles = 0;
  while (!fields.at_end() && widths.size() < judged_records) {
    const std::size_t start = fields.at();
    std::size_t width = 0;
    bool last = false, blank = true;
    while (!last) {
      blank = trimmed(fields.next(last)).empty() && blank;
      ++width;
    }
    if (fields.at() - start > longest_record) return false;
    if (width == 1 && blank) continue;
    if (width == 1 && widths.empty() && titles < most_title_lines) {
      ++titles;
    } else if (width == 1) {
      return false;
    } else {
      widths.push_back(width);
    }
  }
  if (widths.size() < 2 || (separator == '\t' && !fields.needed_quotes())) return false;
  std::sort(widths.begin(), widths.end());
  const std::size_t usual = widths[widths.size() / 2];
  const auto alike = static_cast<std::size_t>(std::count(widths.begin(), widths.end(), usual));
  return alike * 10 >= widths.size() * 9;
}

}  // namespace

char csv_separator(std::string_view text) {
  for (const char separator : {',', ';', '\t'}) {
    if (is_separated_by(text, separator)) return separator;
  }
  return '\0';
}

std::optional<Error> read_csv(std::string_view text, char separator, Document& document) {
  TextFlow flow;
  flow.open_sheet({});
  Fields fields(text, separator);
  std::string lines;
  for (std::uint32_t row = 0; !fields.at_end() && !flow.is_full(); ++row) {
    bool last = false;
    for (std::uint32_t column = 0; !last; ++column) {
      std::string_view words = fields.next(last);
      if (trimmed(words).empty()) continue;
      if (words.find('\r') != std::string_view::npos) {
        lines = words;
        std::erase(lines, '\r');
        words = lines;
      }
      flow.cell(row, column);
      flow.paragraph(words);
    }
  }
  flow.close_table();
  return write_flow(flow, document);
}

}  // namespace mingzhang
