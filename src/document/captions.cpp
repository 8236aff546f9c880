// See captions.h.
#include "document/captions.h"

#include "document/contents.h"
#include "document/heading.h"
#include "document/lines.h"
#include "document/unit_line.h"

#include <algorithm>

namespace mingzhang {
namespace {

/// Bytes of the longest title line and of the longest caption above a table.
constexpr std::uint32_t longest_title = 150;
constexpr std::uint32_t longest_caption = 150;
/// Lines above a table that are searched for its title.
constexpr int most_lines_above = 4;

bool ends_like_a_sentence(std::string_view words) {
  return words.ends_with("。") || words.ends_with("；") || words.ends_with(";") || words.ends_with("，");
}

Span caption_words(const Document& document, const Block& block) {
  if (block.kind == BlockKind::heading && block.section != none) {
    return document.sections[static_cast<std::size_t>(block.section)].title;
  }
  const std::string_view all = document.words(block.span);
  if (block.kind == BlockKind::table || all.size() > longest_caption || ends_like_a_sentence(all)) return {};
  Span words = block.span;
  if (all.ends_with("：")) words.end -= 3;
  if (all.ends_with(":")) words.end -= 1;
  return trimmed_span(document.text, words);
}

/// 公开01表, 附表1, 预算公开表2-1: which table it is, and not what it is about.
bool numbers_table(std::string_view words) {
  constexpr std::size_t longest = 36;
  constexpr std::string_view parts[] = {"公开", "附件", "附", "部门", "单位", "预算", "决算", "财决",
                                        "批复", "表",   "一", "二",   "三",   "四",   "五",   "六",
                                        "七",   "八",   "九", "十",   "－",   "：",   "　"};
  if (words.size() > longest || words.find("表") == std::string_view::npos) return false;
  bool number = false;
  while (!words.empty()) {
    const char first = words.front();
    if ((first >= '0' && first <= '9') || first == '-' || first == ' ' || first == ':' || first == '.') {
      number = number || (first >= '0' && first <= '9');
      words.remove_prefix(1);
      continue;
    }
    const auto part = std::find_if(std::begin(parts), std::end(parts),
                                   [&](std::string_view each) { return words.starts_with(each); });
    if (part == std::end(parts)) return false;
    constexpr std::ptrdiff_t first_numeral = 10;
    number = number ||
             (part - std::begin(parts) >= first_numeral && part - std::begin(parts) < first_numeral + 10);
    words.remove_prefix(part->size());
  }
  return number;
}

}  // namespace

bool names_body(std::string_view words) {
  constexpr std::string_view labels[] = {"编制部门", "编制单位", "预算部门", "预算单位", "部门名称",
                                         "单位名称", "填报单位", "填报部门", "公开部门", "公开单位",
                                         "部门：",   "部门:",    "单位：",   "单位:"};
  const bool labelled = std::any_of(std::begin(labels), std::end(labels),
                                    [&](std::string_view label) { return words.starts_with(label); });
  const bool valued = words.find("：") != std::string_view::npos || words.find(':') != std::string_view::npos;
  return labelled && valued && words.find("年") == std::string_view::npos;
}

bool may_be_title(std::string_view text, Span span) {
  const std::string_view words = span.of(text);
  return words.size() <= longest_title && !ends_like_a_sentence(words) &&
         words.find("。") == std::string_view::npos && !parse_heading(text, span) &&
         !is_contents_heading(text, span);
}

void take_caption(const Document& document, Table& table, bool repeats, bool past_body) {
  const auto& blocks = document.blocks;
  if (blocks.empty()) return;
  std::size_t above = blocks.size() - 1;
  if (blocks[above].kind == BlockKind::table) {
    if (repeats && table.title.empty()) table.title = document.tables.back().title;
    return;
  }
  for (int line = 0; line < most_lines_above; ++line) {
    const Span span = blocks[above].span;
    const UnitLine unit = span.size() <= longest_caption ? find_unit_line(document.text, span) : UnitLine{};
    if (unit.unit != Unit::none && table.unit == Unit::none) {
      table.unit = unit.unit;
      table.unit_line = unit.span;
    }
    const bool passed = past_body ? unit.unit != Unit::none || names_body(document.words(span))
                                  : line == 0 && unit.unit != Unit::none;
    if (!passed && !numbers_table(document.words(span))) break;
    if (above == 0) return;
    --above;
  }
  if (const Span title = caption_words(document, blocks[above]); !title.empty()) table.title = title;
}

}  // namespace mingzhang
