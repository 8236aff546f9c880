// See contents.h.
#include "document/contents.h"

#include "document/heading.h"
#include "text/utf8.h"

#include <optional>

namespace mingzhang {
namespace {

/// Bytes of the longest line that can be an entry, leaders included.
constexpr std::size_t longest_entry = 600;

bool has_leaders(std::string_view words) {
  return words.find("……") != std::string_view::npos || words.find("......") != std::string_view::npos ||
         words.find("······") != std::string_view::npos;
}

bool is_sentence(std::string_view words) {
  return words.find("。") != std::string_view::npos;
}

}  // namespace

bool is_contents_heading(std::string_view text, Span words) {
  return words.size() <= 60 && words.of(text).starts_with("目") && without_spaces(words.of(text)) == "目录";
}

std::size_t end_of_contents(std::string_view text, const std::vector<Line>& lines, std::size_t begin) {
  std::optional<Heading> first;
  std::size_t index = begin;
  for (; index < lines.size(); ++index) {
    const Line& line = lines[index];
    const std::string_view words = line.words.of(text);
    if (line.tabs > 0 || words.size() > longest_entry || is_sentence(words)) break;
    const auto heading = parse_heading(text, line.words);
    if (index == begin) {
      first = heading;
    } else if (first && heading && heading->level == first->level && heading->ordinal == first->ordinal) {
      break;
    }
    if (!heading && !has_leaders(words) && (line.starts_page || line.blanks > 1)) break;
  }
  return index;
}

}  // namespace mingzhang
