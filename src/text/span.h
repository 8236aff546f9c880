// A stretch of the document's text. Every figure, cell and finding carries one, so that it can be followed
// back.
#pragma once

#include <cstdint>
#include <string_view>

namespace mingzhang {

/// Half-open range of byte offsets into Document::text (UTF-8).
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - start; }
  constexpr bool empty() const { return start == end; }
  constexpr bool contains(std::uint32_t offset) const { return start <= offset && offset < end; }
  constexpr bool contains(Span other) const { return start <= other.start && other.end <= end; }
  constexpr std::string_view of(std::string_view text) const { return text.substr(start, size()); }
  friend constexpr bool operator==(Span, Span) = default;
};

}  // namespace mingzhang
