// Every place that std::string_view::find gives, for all short texts over a few characters.
#include "text/search.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

/// All strings of up to `length` of these pieces.
std::vector<std::string> all_texts(int length) {
  std::vector<std::string> texts = {""};
  for (std::size_t from = 0; length > 0; --length) {
    const std::size_t end = texts.size();
    for (; from < end; ++from) {
      for (const char* piece : {"一", "万", "元", "a", "\xE4"}) {
        std::string longer = texts[from];
        texts.push_back(longer += piece);
      }
    }
  }
  return texts;
}

}  // namespace

TEST_CASE("words are found where the standard library finds them") {
  int different = 0;
  for (const std::string& text : all_texts(5)) {
    for (const std::string& words : all_texts(3)) {
      for (const std::size_t from : {0U, 1U, 3U, 7U, 20U})
        different += find_words(text, words, from) != std::string_view(text).find(words, from);
    }
  }
  CHECK(different == 0);
}
