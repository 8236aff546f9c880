// See text_search.h.
#include "views/text_search.h"

#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace mingzhang {
namespace {

constexpr char32_t full_width_first = 0xFF01, full_width_last = 0xFF5E, full_width_shift = 0xFEE0;

char32_t folded_character(char32_t character) {
  if (character >= full_width_first && character <= full_width_last) character -= full_width_shift;
  if (character == U'−') return U'-';
  if (character == U'“' || character == U'”') return U'"';
  return character >= U'A' && character <= U'Z' ? character + (U'a' - U'A') : character;
}

std::vector<char32_t> folded_characters(std::string_view words) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = decode_utf8(words, at);
    at += std::max<std::uint32_t>(1, point.size);
    if (!is_space(point.value)) out.push_back(folded_character(point.value));
  }
  return out;
}

/// Where the words that begin at `at` end; `at` itself where they do not stand there.
std::size_t match_at(const std::vector<char32_t>& wanted, std::string_view text, std::size_t at) {
  std::size_t end = at, matched = 0;
  while (matched < wanted.size() && end < text.size()) {
    const CodePoint point = decode_utf8(text, end);
    if (point.size == 0) break;
    if (is_space(point.value)) {
      if (matched == 0) return at;
    } else if (folded_character(point.value) != wanted[matched]) {
      return at;
    } else {
      ++matched;
    }
    end += point.size;
  }
  return matched == wanted.size() ? end : at;
}

/// The next byte at which the first character may begin.
std::size_t next_candidate(char32_t first, const std::string& bytes, std::string_view text, std::size_t at) {
  // Han characters have one form only; the others may also be written wide or in capitals.
  if (is_han(first)) return text.find(bytes, at);
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool is_start = (byte & 0xC0) != 0x80;
    if (is_start && folded_character(decode_utf8(text, at).value) == first) return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::vector<Span> places_of(std::string_view words, std::string_view text, std::size_t most) {
  std::vector<Span> found;
  const std::vector<char32_t> wanted = folded_characters(words);
  if (wanted.empty()) return found;
  std::string first;
  append_utf8(first, wanted.front());
  for (std::size_t at = 0; found.size() < most;) {
    at = next_candidate(wanted.front(), first, text, at);
    if (at == std::string_view::npos) break;
    const std::size_t end = match_at(wanted, text, at);
    if (end > at) {
      found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = end;
    } else {
      at += std::max<std::uint32_t>(1, decode_utf8(text, at).size);
    }
  }
  return found;
}

}  // namespace mingzhang
