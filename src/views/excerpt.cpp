// The words around a place: its sentence, or its row of a table. Tested in tests/unit/views/excerpt_test.cpp.
#include "text/sorting.h"
#include "text/utf8.h"
#include "views/view_models.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

/// How far a cut may move so that it does not part a figure.
constexpr int longest_run_kept = 24;

const Block* block_at(const Document& document, std::uint32_t offset) {
  const auto after =
      std::upper_bound(document.blocks.begin(), document.blocks.end(), offset,
                       [](std::uint32_t at, const Block& block) { return at < block.span.start; });
  if (after == document.blocks.begin()) return nullptr;
  const Block& block = *(after - 1);
  return offset <= block.span.end ? &block : nullptr;
}

/// The row of the table that a place stands in; an empty span where it stands in no cell.
Span row_around(const Table& table, Span place) {
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    bool inside = false;
    Span whole;
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      const Span cell = table.at(row, column).span;
      if (cell.empty()) continue;
      whole = whole.empty() ? cell : Span{std::min(whole.start, cell.start), std::max(whole.end, cell.end)};
      inside = inside || (cell.start <= place.start && place.end <= cell.end);
    }
    if (inside) return whole;
  }
  return {};
}

bool ends_sentence(char32_t character) {
  return character == U'。' || character == U'！' || character == U'？' || character == U'\n';
}

bool closes(char32_t character) {
  return character == U'”' || character == U'’' || character == U'）';
}

std::uint32_t sentence_start(std::string_view text, Span block, std::uint32_t from) {
  std::uint32_t at = from;
  while (at > block.start) {
    const CodePoint before = decode_utf8_before(text, at);
    if (before.size == 0 || ends_sentence(before.value)) break;
    at -= before.size;
  }
  for (CodePoint next = decode_utf8(text, at); at < from; next = decode_utf8(text, at)) {
    if (!closes(next.value) && !is_space(next.value)) break;
    at += next.size;
  }
  return at;
}

std::uint32_t sentence_end(std::string_view text, Span block, std::uint32_t from) {
  std::uint32_t at = from;
  bool ended = false;
  while (at < block.end) {
    const CodePoint next = decode_utf8(text, at);
    if (next.size == 0 || next.value == U'\n' || (ended && !closes(next.value))) break;
    ended = ended || ends_sentence(next.value);
    at += next.size;
  }
  return at;
}

Span line_around(std::string_view text, Span place) {
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  return {sentence_start(text, all, place.start), sentence_end(text, all, place.end)};
}

/// The sentence or row that a place stands in, whole.
Span surroundings(const Document& document, Span place) {
  const Block* block = block_at(document, place.start);
  if (block == nullptr || block->span.end < place.end) return line_around(document.text, place);
  if (block->table != none) {
    const Span row = row_around(document.tables[static_cast<std::size_t>(block->table)], place);
    return row.empty() ? line_around(document.text, place) : row;
  }
  return {sentence_start(document.text, block->span, place.start),
          sentence_end(document.text, block->span, place.end)};
}

std::uint32_t count_characters(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).size)
    ++count;
  return count;
}

bool belongs_to_figure(char32_t character) {
  return (character >= U'0' && character <= U'9') || character == U'.' || character == U',' ||
         character == U'%';
}

std::uint32_t moved_back(std::string_view text, std::uint32_t at, std::uint32_t first,
                         std::uint32_t characters) {
  for (; characters > 0 && at > first; --characters)
    at -= decode_utf8_before(text, at).size;
  for (int i = 0; i < longest_run_kept && at > first; ++i) {
    const CodePoint before = decode_utf8_before(text, at);
    if (!belongs_to_figure(before.value) || !belongs_to_figure(decode_utf8(text, at).value)) break;
    at -= before.size;
  }
  return at;
}

std::uint32_t moved_on(std::string_view text, std::uint32_t at, std::uint32_t last,
                       std::uint32_t characters) {
  for (; characters > 0 && at < last; --characters)
    at += decode_utf8(text, at).size;
  for (int i = 0; i < longest_run_kept && at < last; ++i) {
    const CodePoint next = decode_utf8(text, at);
    if (!belongs_to_figure(next.value) || !belongs_to_figure(decode_utf8_before(text, at).value)) break;
    at += next.size;
  }
  return at;
}

/// Around what is marked, at most about so many characters of the whole.
Excerpt cut(const Document& document, Span whole, std::vector<Span> marked, std::uint32_t characters) {
  const std::string_view text = document.text;
  Excerpt excerpt;
  excerpt.span = whole;
  const Span core{marked.front().start, marked.back().end};
  const std::uint32_t before = count_characters(text.substr(whole.start, core.start - whole.start));
  const std::uint32_t after = count_characters(text.substr(core.end, whole.end - core.end));
  const std::uint32_t inside = count_characters(core.of(text));
  if (before + inside + after > characters) {
    const std::uint32_t room = characters > inside ? characters - inside : 0;
    const std::uint32_t back = std::min(before, std::max(room / 2, room > after ? room - after : 0));
    const std::uint32_t on = std::min(after, room - std::min(room, back));
    excerpt.span.start = moved_back(text, core.start, whole.start, back);
    excerpt.span.end = moved_on(text, core.end, whole.end, on);
  }
  excerpt.marked = std::move(marked);
  excerpt.cut_before = excerpt.span.start > whole.start;
  excerpt.cut_after = excerpt.span.end < whole.end;
  return excerpt;
}

/// Places of one sentence or row, near enough to be shown together.
struct Group {
  Span whole;
  std::vector<Span> places;

  bool takes(const Document& document, Span surroundings_of_place, Span place,
             std::uint32_t characters) const {
    if (!(whole == surroundings_of_place)) return false;
    std::uint32_t start = place.start;
    std::uint32_t end = place.end;
    for (const Span other : places) {
      start = std::min(start, other.start);
      end = std::max(end, other.end);
    }
    return count_characters(Span{start, end}.of(document.text)) <= characters;
  }
};

}  // namespace

Excerpt excerpt_around(const Document& document, Span place, std::uint32_t characters) {
  return cut(document, surroundings(document, place), {place}, characters);
}

std::vector<Excerpt> excerpts_of(const Document& document, const std::vector<Source>& places,
                                 std::uint32_t characters) {
  std::vector<Group> groups;
  for (const Source& source : places) {
    const Span whole = surroundings(document, source.span);
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& candidate) {
      return candidate.takes(document, whole, source.span, characters);
    });
    if (group == groups.end()) {
      groups.push_back({whole, {source.span}});
    } else if (std::find(group->places.begin(), group->places.end(), source.span) == group->places.end()) {
      group->places.push_back(source.span);
    }
  }
  std::vector<Excerpt> excerpts;
  for (Group& group : groups) {
    sort_stably(group.places, [](Span a, Span b) { return a.start < b.start; });
    excerpts.push_back(cut(document, group.whole, std::move(group.places), characters));
  }
  return excerpts;
}

}  // namespace mingzhang
