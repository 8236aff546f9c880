// The words: what the document itself says a term means, beside what it means in general.
#include "app/scene.h"
#include "text/utf8.h"
#include "views/text_search.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr std::size_t most_counted = 1000;

struct Word {
  std::string term;
  std::string_view general;            // empty: only the document has it
  const GlossaryEntry* own = nullptr;  // nullptr: the document does not explain it
};

bool same_term(std::string_view a, std::string_view b) {
  return folded(a) == folded(b);
}

/// The document's own terms in its order, then the rest of the built-in glossary that occurs in it.
std::vector<Word> words_of(const Scene& scene) {
  std::vector<Word> words;
  for (const GlossaryEntry& entry : scene.dossier.disclosure().glossary)
    words.push_back({.term = entry.term, .general = {}, .own = &entry});
  for (const GlossaryTerm& term : scene.words.glossary()) {
    const auto known = std::find_if(words.begin(), words.end(),
                                    [&](const Word& word) { return same_term(word.term, term.printed); });
    if (known != words.end()) {
      known->general = term.explanation;
    } else {
      words.push_back({.term = term.term, .general = term.explanation, .own = nullptr});
    }
  }
  return words;
}

bool matches(const Scene& scene, const Word& word, const std::string& query) {
  if (query.empty()) return true;
  if (folded(word.term).find(query) != std::string::npos ||
      folded(word.general).find(query) != std::string::npos)
    return true;
  return word.own != nullptr &&
         folded(scene.dossier.document().words(word.own->source.span)).find(query) != std::string::npos;
}

void show_word(Scene& scene, const Word& word) {
  Ui& ui = scene.ui;
  ui.card(ui.narrow ? 16 : 20, [&] {
    ui.text("term", word.term, ui.type.formula, ui.colours.ink, {.role = Role::heading, .level = 3});
    ui.space(4);
    if (word.own != nullptr) {
      ui.text("own-head", scene.words("words.own"), ui.type.caption, ui.colours.third);
      ui.text("own", on_one_line(scene.dossier.document().words(word.own->source.span)), ui.type.body,
              ui.colours.ink);
      ui.space(6);
    }
    if (!word.general.empty()) {
      if (word.own != nullptr)
        ui.text("general-head", scene.words("words.general"), ui.type.caption, ui.colours.third);
      ui.text("general", word.general, ui.type.body, ui.colours.second);
    }
    const std::vector<Span> places = places_of(word.term, scene.dossier.document().text, most_counted);
    if (places.empty()) return;
    ui.space(4);
    const std::string link = scene.words("words.places", {{"n", count_words(places.size())}});
    const Rect rect{ui.x, ui.y, ui.width_of(link, ui.type.body), ui.target()};
    if (button_at(ui, "to-source", rect, link, ButtonLook::plain)) {
      go_to_source(scene, places.front());
      scene.choices.find = word.term;
    }
    ui.space(ui.target() - 8);
  });
}

}  // namespace

void show_words(Scene& scene) {
  Ui& ui = scene.ui;
  show_title(scene, scene.words("words.title"), scene.words("words.lead"));
  if (auto typed = field_at(ui, "query", {ui.x, ui.y, std::min(ui.width, 280.0F), ui.target()},
                            scene.words("words.search"), scene.words("words.search"), scene.choices.query))
    scene.choices.query = std::move(*typed);
  ui.space(ui.target() + 16);
  const std::string query = folded(scene.choices.query);
  std::vector<Word> shown = words_of(scene);
  std::erase_if(shown, [&](const Word& word) { return !matches(scene, word, query); });
  if (shown.empty()) {
    empty_note(ui, "none", scene.words("words.none"));
    return;
  }
  ui.grid(shown.size(), ui.width >= 820 ? 2 : 1, 16, [&](std::size_t i) {
    ui.group(Role::group, numbered("word", i), {}, [&] { show_word(scene, shown[i]); });
  });
}

}  // namespace mingzhang
