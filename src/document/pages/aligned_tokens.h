// The words of a table that no rules draw, line by line, and where its body begins. For this room only.
//
// One space parts words of laid-out text only beside amounts (189,767,551 二、公共安全支出) and in the heads.
// Letters spread over a cell of the body (合    计) are one word. Tested in
// tests/unit/document/aligned_table_test.cpp.
#pragma once

#include "document/pages/aligned_columns.h"
#include "document/pages/page_lines.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

struct AlignedTokens {
  std::vector<Fragment> fragments;
  /// From top to bottom, those of a line from left to right.
  std::vector<ColumnToken> tokens;
  /// The first line of the body: with a figure, or with a numbered label.
  std::uint32_t body = 0;
  /// Height of a line, in that of ColumnToken::line.
  float pitch = 1;
  /// Points that one of ColumnToken::x0 is; 1 for laid-out text.
  float unit = 1;
  bool laid_out = false;
  /// What the fragments' words are spans of.
  std::string_view source;

  std::string_view words(const Fragment& fragment) const { return fragment.words.of(source); }
  /// Of a token of several fragments only the first.
  std::string_view first_words(const ColumnToken& token) const { return words(fragments[token.first]); }
  std::string all_words(const ColumnToken& token) const;
  bool is_numbered(const ColumnToken& token) const;
  /// 合计, 总计, 本年收入合计
  bool is_total(const ColumnToken& token) const;
  /// It goes on from nothing above it.
  bool starts(const ColumnToken& token) const { return is_numbered(token) || is_total(token); }
  /// Set on one line, or on two that are nearly one.
  bool is_beside(std::uint32_t line, std::uint32_t other) const;
};

/// Of lines [first, last) of a page; there is at least one.
AlignedTokens read_tokens(const PositionedText& positioned, const PageLines& page, std::uint32_t first,
                          std::uint32_t last);

}  // namespace mingzhang
