// Numbered headings: 第一部分, 一、, （一）, 1、 1. 1．, （1） ① 1）, with full-width or ASCII marks.
//
// Only the line itself is judged here; the sequence of numbers is a matter for the checks, which report gaps
// in it. Tested in tests/unit/document/heading_test.cpp.
#pragma once

#include "text/span.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace mingzhang {

enum class HeadingForm : std::uint8_t {
  whole,     // the line is the heading: 一、部门概况
  run_in,    // a heading, then text in the same line: 七、国有资产情况：本年度无…
  sentence,  // a numbered paragraph: 1、负责…，并…。
};

struct Heading {
  HeadingForm form = HeadingForm::whole;
  std::uint8_t level = 0;
  std::uint16_t ordinal = 0;
  /// As printed, without the separator after it.
  Span number;
  /// The words after the number, without a closing colon; of a numbered paragraph its first sentence.
  Span title;
  /// Where the text after a run-in heading begins; else the end of the line.
  std::uint32_t rest = 0;
};

/// `line` is trimmed. nullopt where it begins with no number, or with one that is a figure (2.5, 1、2、3项).
std::optional<Heading> parse_heading(std::string_view text, Span line);

}  // namespace mingzhang
