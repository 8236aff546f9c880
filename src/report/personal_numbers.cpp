// See personal_numbers.h.
#include "report/personal_numbers.h"

#include "checks/private_numbers.h"
#include "text/quantity.h"
#include "text/sorting.h"

#include <algorithm>

namespace mingzhang {
namespace {

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

/// Runs of digits that are long enough, with the X that may end an identity number.
void add_private_numbers(std::string_view text, std::vector<Span>& out) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end]))
      ++end;
    if (end - at == 17 && end < text.size() && (text[end] == 'X' || text[end] == 'x')) ++end;
    // 号 makes a figure of digits in front of it, but an identity card's number may well have it.
    const bool counted = text.substr(end).starts_with("号");
    if (private_number(counted ? text.substr(0, end) : text, at, end) != PrivateNumber::none) {
      out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    }
    at = end;
  }
}

}  // namespace

std::vector<Span> personal_numbers(std::string_view text) {
  std::vector<Span> found;
  std::vector<Mention> mentions;
  scan_mentions(text, 0, mentions);
  for (const Mention& mention : mentions) {
    if (mention.kind == MentionKind::telephone) found.push_back(mention.quantity.span);
  }
  add_private_numbers(text, found);
  sort_stably(found, [](Span a, Span b) { return a.start < b.start; });
  std::vector<Span> out;
  for (const Span span : found) {
    if (!out.empty() && span.start < out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

std::string without_numbers(std::string_view text, const std::vector<Span>& numbers) {
  // ０ to ９ are EF BC 90 to EF BC 99; ＊ is EF BC 8A.
  constexpr char full_width_star = static_cast<char>(0x8A);
  std::string out(text);
  for (const Span span : numbers) {
    for (std::size_t at = span.start; at < span.end; ++at) {
      if (is_digit(out[at]) || out[at] == 'X' || out[at] == 'x') out[at] = '*';
      const bool full_width =
          at >= 2 && out[at - 2] == '\xEF' && out[at - 1] == '\xBC' && out[at] >= '\x90' && out[at] <= '\x99';
      if (full_width) out[at] = full_width_star;
    }
  }
  return out;
}

void leave_out_numbers(Document& document) {
  const std::vector<Span> numbers = personal_numbers(document.text);
  if (!document.input.empty()) {
    std::vector<Span> in_input = personal_numbers(document.input);
    for (const Span number : numbers)
      in_input.push_back(document.in_input(number));
    document.input = without_numbers(document.input, in_input);
  }
  document.text = without_numbers(document.text, numbers);
}

}  // namespace mingzhang
