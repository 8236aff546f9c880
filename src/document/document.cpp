// See document.h.
#include "document/document.h"

#include "document/lines.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

std::int32_t Document::part_at(std::uint32_t offset) const {
  std::int32_t part = 0;
  for (std::size_t index = 1; index < parts.size() && parts[index].span.start <= offset; ++index)
    part = static_cast<std::int32_t>(index);
  return part;
}

Span Document::in_input(Span span) const {
  if (input.empty() || origins.empty()) return span;
  // The first stretch that ends behind the start; an empty span lies at the end of the one before it.
  auto origin = std::lower_bound(origins.begin(), origins.end(), span.start,
                                 [](const Origin& o, std::uint32_t at) { return o.start + o.size <= at; });
  if (span.empty() || origin == origins.end() || origin->start >= span.end) {
    if (origin == origins.end() || (origin->start > span.start && origin != origins.begin())) --origin;
    const std::uint32_t into =
        span.start <= origin->start ? 0 : std::min(span.start - origin->start, origin->size);
    return {origin->input + into, origin->input + into};
  }
  Span found{UINT32_MAX, 0};
  for (; origin != origins.end() && origin->start < span.end; ++origin) {
    const std::uint32_t begin = std::max(origin->start, span.start) - origin->start;
    const std::uint32_t end = std::min(origin->start + origin->size, span.end) - origin->start;
    found.start = std::min(found.start, origin->input + begin);
    found.end = std::max(found.end, origin->input + end);
  }
  return found;
}

Span Document::unbroken(Span span) const {
  if (input.empty() || span.empty()) return span;
  auto origin = std::lower_bound(origins.begin(), origins.end(), span.start,
                                 [](const Origin& o, std::uint32_t at) { return o.start + o.size <= at; });
  if (origin == origins.end()) return span;
  for (auto next = origin + 1; next != origins.end() && next->start < span.end; origin = next++) {
    const std::uint32_t gap = origin->input + origin->size;
    const bool in_order = gap <= next->input && next->input <= input.size();
    const std::string_view between =
        in_order ? std::string_view(input).substr(gap, next->input - gap) : std::string_view("?");
    if (trimmed(between).empty()) continue;
    return trimmed_span(text, {span.start, std::clamp(origin->start + origin->size, span.start, span.end)});
  }
  return span;
}

std::int32_t Document::page_of(std::uint32_t offset) const {
  auto begin = page_starts.begin(), end = page_starts.end();
  if (!parts.empty()) {
    const auto part = static_cast<std::size_t>(part_at(offset));
    if (part + 1 < parts.size()) end = begin + static_cast<std::ptrdiff_t>(parts[part + 1].first_page);
    begin += static_cast<std::ptrdiff_t>(parts[part].first_page);
  }
  return static_cast<std::int32_t>(std::upper_bound(begin, end, offset) - begin) - 1;
}

std::string section_path(const Document& document, std::int32_t section) {
  std::string path;
  std::uint8_t level_below = 0;
  for (std::int32_t index = section;
       index >= 0 && static_cast<std::size_t>(index) < document.sections.size();) {
    const Section& s = document.sections[static_cast<std::size_t>(index)];
    std::string part = s.number;
    if (!path.empty()) {
      // Brackets part numbers by themselves; what stands without them takes its separator along: 二、（一）
      // and 二、3.
      const bool bare = s.level == 1 || (s.level == 3 && level_below == 3);
      if (s.level == 0) part += ' ';
      if (bare) part += "、";
    }
    path.insert(0, part);
    level_below = s.level;
    index = s.parent;
  }
  return path;
}

}  // namespace mingzhang
