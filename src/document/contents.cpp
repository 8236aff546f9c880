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

bool leaders_follow(std::string_view text, const std::vector<Line>& lines, std::size_t index) {
  return index < lines.size() && lines[index].blanks == 0 && has_leaders(lines[index].words.of(text)) &&
         !parse_heading(text, lines[index].words);
}

/// The line is the entry after `last` by its number.
bool goes_on(std::string_view text, const std::vector<Line>& lines, std::size_t index,
             const std::optional<Heading>& last) {
  if (index >= lines.size() || !last) return false;
  const auto heading = parse_heading(text, lines[index].words);
  return heading && heading->level == last->level && heading->ordinal == last->ordinal + 1;
}

}  // namespace

bool is_contents_heading(std::string_view text, Span words) {
  return words.size() <= 60 && words.of(text).starts_with("目") && without_spaces(words.of(text)) == "目录";
}

std::size_t end_of_contents(std::string_view text, const std::vector<Line>& lines, std::size_t begin) {
  std::optional<Heading> first, last;
  bool entries_have_leaders = false;
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
    const bool leaders = has_leaders(words);
    if (index == begin) entries_have_leaders = leaders;
    const bool apart = line.starts_page || line.blanks > 0;
    const bool entry =
        entries_have_leaders ? leaders || leaders_follow(text, lines, index + 1) : heading.has_value();
    if (!entry && (apart || heading) && !goes_on(text, lines, index + 1, last)) break;
    if (heading) last = heading;
  }
  return index;
}

}  // namespace mingzhang
