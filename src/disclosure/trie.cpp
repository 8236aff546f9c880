// Longest match of wordings in folded form. Tested in tests/unit/disclosure/vocabulary_test.cpp.
#include "disclosure/lexicon.h"
#include "text/sorting.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

constexpr char32_t basic_plane = 0x10000;
/// Below this many nodes a search in the root's edges is as fast as a table of the plane.
constexpr std::size_t large = 1000;

}  // namespace

std::string fold_label(std::string_view words) {
  std::string folded;
  folded.reserve(words.size());
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = next_character(words, at);
    const char32_t character = fold_character(point.value);
    if (character == point.value) {
      folded.append(words, at, point.size);
    } else if (character != 0) {
      append_utf8(folded, character);
    }
    at += point.size;
  }
  return folded;
}

std::int32_t& Trie::slot(std::string_view words) {
  std::uint32_t node = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = next_character(words, at);
    at += point.size;
    const char32_t character = fold_character(point.value);
    if (character == 0) continue;
    auto& edges = growing_[node];
    const auto edge =
        std::find_if(edges.begin(), edges.end(), [&](const Edge& e) { return e.character == character; });
    if (edge != edges.end()) {
      node = edge->node;
      continue;
    }
    const auto made = static_cast<std::uint32_t>(nodes_.size());
    edges.push_back({character, made});
    nodes_.emplace_back();
    growing_.emplace_back();
    node = made;
  }
  return nodes_[node].value;
}

void Trie::freeze() {
  if (nodes_.size() >= large) root_.assign(basic_plane, 0);
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    auto& edges = growing_[node];
    sort_stably(edges, [](const Edge& a, const Edge& b) { return a.character < b.character; });
    nodes_[node].first_edge = static_cast<std::uint32_t>(edges_.size());
    nodes_[node].edges = static_cast<std::uint32_t>(edges.size());
    edges_.insert(edges_.end(), edges.begin(), edges.end());
  }
  for (const Edge& edge : growing_[0]) {
    if (edge.character < root_.size()) root_[edge.character] = edge.node;
  }
  growing_.clear();
}

std::uint32_t Trie::step(std::uint32_t node, char32_t character) const {
  if (node == 0 && !root_.empty()) return character < root_.size() ? root_[character] : 0;
  const Node& from = nodes_[node];
  const Edge* first = edges_.data() + from.first_edge;
  const Edge* last = first + from.edges;
  const Edge* edge =
      std::lower_bound(first, last, character, [](const Edge& e, char32_t c) { return e.character < c; });
  return edge != last && edge->character == character ? edge->node : 0;
}

Trie::Match Trie::longest(std::string_view text, std::uint32_t offset, std::uint32_t end) const {
  Match best;
  std::uint32_t node = 0;
  for (std::uint32_t at = offset; at < end;) {
    const CodePoint point = next_character(text, at);
    at += point.size;
    const char32_t character = fold_character(point.value);
    if (character == 0) {
      if (node == 0) break;
      continue;
    }
    node = step(node, character);
    if (node == 0) break;
    if (nodes_[node].value >= 0) best = {at, nodes_[node].value};
  }
  return best;
}

std::int32_t Trie::find(std::string_view words) const {
  std::uint32_t node = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = next_character(words, at);
    at += point.size;
    const char32_t character = fold_character(point.value);
    if (character == 0) continue;
    node = step(node, character);
    if (node == 0) return -1;
  }
  return nodes_[node].value;
}

}  // namespace mingzhang
