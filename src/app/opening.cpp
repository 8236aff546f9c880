// Opening, laying aside and closing documents; what the page's side asks for. See app.h.
#include "app/app.h"
#include "app/hall_view.h"
#include "app/marks_text.h"
#include "app/reading.h"
#include "document/limits.h"
#include "report/report.h"
#include "views/packed.h"
#include "views/what_if.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <assets/assets.h>

namespace mingzhang {
namespace {

constexpr std::string_view sample_path = "samples/linhe-npc-2021-budget.txt";

/// What the page says of a document elsewhere: in the list of kept ones, to a page that embeds this one.
std::string label_of(const OpenDocument& document) {
  const Disclosure& disclosure = document.dossier.disclosure();
  const Verdict& verdict = document.dossier.verdict;
  Address label;
  label.add("key", document.key);
  label.add("entity", disclosure.entity);
  if (disclosure.year != 0) label.add("year", std::to_string(disclosure.year));
  label.add("kind", disclosure.kind == DisclosureKind::budget ? "budget" : "final");
  label.add("contradictions", std::to_string(verdict.contradictions.size()));
  label.add("to_explain", std::to_string(verdict.to_explain.size()));
  label.add("remarks", std::to_string(verdict.remarks.size()));
  return label.line();
}

ReadingProgress progress_of(std::string_view line) {
  const Address address = Address::parse(line);
  ReadingProgress progress;
  progress.active = !line.empty();
  progress.done = address.number("done").value_or(0);
  progress.of = address.number("of").value_or(0);
  progress.page = address.number("page").value_or(0);
  progress.pages = address.number("pages").value_or(0);
  progress.name = address["name"];
  return progress;
}

}  // namespace

App::App() : knowledge_(Knowledge::load()) {
  choices_.language = prefers_chinese() ? Language::zh : Language::en;
  if (!knowledge_.ok()) {
    report(knowledge_.error());
    return;
  }
  const Vocabulary& vocabulary = knowledge_.value().vocabulary;
  zh_ = std::make_unique<Phrases>(Language::zh, vocabulary);
  en_ = std::make_unique<Phrases>(Language::en, vocabulary);
}

void App::fail(std::string code, std::string name, std::string detail, double offset) {
  // The page refuses a file that is too large before its bytes come here, so the limit is named here.
  if (code == "file.too_large" && detail.empty()) detail = std::to_string(limits::input_bytes >> 20) + " MB";
  if (code.starts_with("zip.") && detail.empty()) detail = name;
  report({.code = std::move(code),
          .file = std::move(name),
          .offset = offset < 0 ? Error::no_place : static_cast<std::uint64_t>(offset),
          .detail = std::move(detail)});
}

void App::open(std::string name, std::vector<std::uint8_t> bytes, Opening how) {
  if (!knowledge_.ok()) return;
  Result<Analysis> read = read_for_page(bytes, std::move(name), knowledge_.value());
  if (read.ok()) {
    put(std::move(read).value(), how);
  } else {
    report(read.error());
  }
}

void App::open_packed(std::vector<std::uint8_t> packed, Opening how) {
  if (!knowledge_.ok()) return;
  std::optional<Analysis> read = unpacked(packed);
  if (read) {
    put(std::move(*read), how);
  } else {
    report({.code = "page.crashed"});
  }
}

void App::put(Analysis read, Opening how) {
  auto document = std::make_unique<OpenDocument>(std::move(read), knowledge_.value());
  const std::string key = document->key;
  OpenDocument* const before = desk_.top();
  const bool replaced = before != nullptr && before->key == key;
  if (before != nullptr && !replaced) before->choices = choices_;
  Choices choices = choices_;
  // The view that the page's address named waits for its document.
  const View view = before == nullptr ? choices.view : View::overview;
  choices.forget_document();
  choices.view = view;
  if (!document->dossier.verdict.contradictions.empty()) {
    const Dossier& opened = document->dossier;
    choices.open_findings.insert(opened.key_of_finding(opened.verdict.contradictions.front()));
  }
  if (!waiting_place_.empty()) {
    const Address waiting = Address::parse(waiting_place_);
    if (waiting["doc"].empty() || waiting["doc"] == key)
      follow_place(std::exchange(waiting_place_, {}), document->dossier, choices);
  }
  document->choices = choices;
  const std::string made_room = desk_.put(std::move(document));
  if (!made_room.empty()) notify_page("closed", made_room);
  notify_page("opened", label_of(*desk_.find(key)));
  if (how == Opening::beneath && before != nullptr && !replaced) {
    desk_.lift(desk_.find(before->key));
    return;
  }
  choices_ = choices;
}

void App::lift(OpenDocument* document) {
  if (OpenDocument* const before = desk_.top()) before->choices = choices_;
  const Choices now = choices_;
  if (document != nullptr) {
    choices_ = document->choices;
  } else {
    choices_.forget_document();
  }
  choices_.language = now.language;
  choices_.theme = now.theme;
  choices_.single_keys = now.single_keys;
  desk_.lift(document);
}

void App::go_to(std::string_view place) {
  const Address address = Address::parse(place);
  if (address["doc"].empty() && address["view"] == name_of(View::help)) {
    choices_.view = View::help;
    return;
  }
  if (place.empty()) {
    lift(nullptr);
    return;
  }
  OpenDocument* const wanted = address["doc"].empty() ? desk_.top() : desk_.find(address["doc"]);
  if (wanted == nullptr) {
    waiting_place_ = place;
    return;
  }
  if (wanted != desk_.top()) lift(wanted);
  follow_place(place, wanted->dossier, choices_);
}

void App::command(std::string_view name, std::string_view value) {
  if (name == "language") choices_.language = value == "en" ? Language::en : Language::zh;
  if (name == "theme") {
    choices_.theme.reset();
    if (value == "light") choices_.theme = Theme::light;
    if (value == "dark") choices_.theme = Theme::dark;
    if (value == "high_contrast" || value == "contrast") choices_.theme = Theme::high_contrast;
  }
  if (name == "view") choices_.view = view_named(value, choices_.view);
  if (name == "opening") forget_errors();
  if (name == "keeping") keeping_ = value;
  if (name == "progress") progress_ = progress_of(value);
  if (name == "sample") open_sample();
  if (name == "kept") {
    kept_.clear();
    for (std::string_view rest = value; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      kept_.push_back(Address::parse(line));
    }
  }
  if (name == "find" && desk_.top() != nullptr) {
    choices_.view = View::source;
    choices_.find_waits = true;
  }
  if (name == "copy" && desk_.top() != nullptr) copy_source(value);
  if (name == "marks") {
    const std::size_t end = std::min(value.find('\n'), value.size());
    take_marks(value.substr(0, end), value.substr(std::min(value.size(), end + 1)));
  }
  if ((name == "undo" || name == "redo") && desk_.top() != nullptr) {
    choices_.trial.clear();
    Edits& edits = desk_.top()->reading.edits;
    name == "undo" ? edits.undo() : edits.redo();
    bring_up_to_date();
  }
  if (name == "keys") choices_.single_keys = value != "off";
  if (name == "page") {
    saved_page_ = value.find("saved") != std::string_view::npos;
    embedded_ = value.find("embedded") != std::string_view::npos;
    handing_.can_save_pdf_page = value.find("pdf-page") != std::string_view::npos;
  }
  if (name == "link") {
    const std::size_t end = value.find('\n');
    handing_.link_holds_document = value.substr(0, end) == "whole";
    handing_.link = value.substr(std::min(value.size(), end + 1));
  }
  if (name == "key") take_key(value);
}

void App::take_key(std::string_view key) {
  if (choices_.hall >= 0 && dossier() != nullptr && hall_key(choices_, dossier()->verdict, key)) return;
  if (key == "Escape") {
    if (what_is_shown() != 0) {
      close_evidence();
    } else {
      forget_errors();
    }
    return;
  }
  if (!choices_.single_keys || key.size() != 1 || choices_.hall >= 0) return;
  constexpr View numbered_views[] = {View::overview, View::breakdown,   View::change,
                                     View::checks,   View::performance, View::source};
  const char letter = key.front();
  if (letter == 'l') choices_.language = choices_.language == Language::zh ? Language::en : Language::zh;
  if (letter == 'o' && !embedded_) ask_for_files();
  if (letter == '?') go_to_view(choices_, View::help);
  if (letter == 'l') tell_settings();
  if (dossier() == nullptr) return;
  if (letter >= '1' && letter <= '6') go_to_view(choices_, numbered_views[letter - '1']);
  if (letter == 'd' && !embedded_) lift(nullptr);
  if (letter == 'e') go_to_view(choices_, View::hand_on);
  if (letter == 'p') choices_.hall = 0;
}

void App::bring_up_to_date() {
  OpenDocument* const document = desk_.top();
  if (document == nullptr) return;
  Reading& reading = document->reading;
  Dossier& dossier = document->dossier;
  if (dossier.revision() != reading.edits.version()) {
    if (choices_.carry) {
      reading.edits.carry({});
      dossier.revise(reading.edits);
      reading.edits.carry(carried_edits(dossier.analysis, knowledge_.value(), dossier.printed_findings(),
                                        reading.edits.all()));
    }
    dossier.revise(reading.edits);
  }
  if (reading.told == reading.version()) return;
  reading.told = reading.version();
  const bool none_left = reading.marks.empty() && reading.edits.empty();
  notify_page("marks", document->key + "\n" +
                           (none_left ? std::string() : marks_text(reading.marks, reading.edits.all())));
}

void App::take_marks(std::string_view key, std::string_view json) {
  // What came in a link or a saved page is of the document that came with it.
  OpenDocument* const document = key.empty() ? desk_.top() : desk_.find(key);
  std::optional<MarksRead> read = json.empty() ? MarksRead{} : marks_of(json);
  if (document == nullptr || !read) return;
  document->reading.take(std::move(read->marks), std::move(read->edits));
  document->dossier.revise(document->reading.edits);
}

/// Words of the document by their places, exactly as they stand there: "3348-3360".
void App::copy_source(std::string_view places) {
  const std::string& text = desk_.top()->dossier.document().text;
  std::uint32_t start = 0, end = 0;
  const char* const last = places.data() + places.size();
  const auto [dash, error] = std::from_chars(places.data(), last, start);
  if (error != std::errc() || dash == last) return;
  std::from_chars(dash + 1, last, end);
  if (start >= end || end > text.size()) return;
  copy_to_clipboard(std::string_view(text).substr(start, end - start));
}

void App::open_sample() {
  const std::string_view bytes = asset(sample_path);
  open(std::string(words()("sample.name")), {bytes.begin(), bytes.end()}, Opening::on_top);
}

void App::fulfil(const Wishes& wishes) {
  if (wishes.uncover) lift(nullptr);
  if (!wishes.lift.empty()) {
    OpenDocument* const document = desk_.find(wishes.lift);
    if (document != nullptr) {
      lift(document);
    } else {
      notify_page("bring", wishes.lift);
    }
  }
  if (!wishes.forget.empty()) {
    close(wishes.forget);
    notify_page("forget", wishes.forget);
  }
  if (wishes.forget_all) notify_page("forget", {});
  if (wishes.cancel) notify_page("cancel", {});
}

void App::fulfil_scene() {
  const SceneWishes wishes = std::exchange(scene_wishes_, {});
  if (wishes.elsewhere && wishes.elsewhere->first < desk_.documents().size()) {
    const View view = choices_.view;
    lift(desk_.documents()[wishes.elsewhere->first].get());
    choices_.view = view;
    choices_.figure = wishes.elsewhere->second;
  }
  if (wishes.link && desk_.top() != nullptr)
    notify_page("link", place_of_finding(*desk_.top(), *wishes.link));
}

void App::close(std::string_view key) {
  if (desk_.find(key) == nullptr) return;
  desk_.close(key);
  notify_page("closed", key);
}

std::vector<KnownDocument> App::known_documents() const {
  std::vector<KnownDocument> known;
  if (dossier() != nullptr) return known;  // shown on the start screen only
  const auto add = [&](std::string_view key, std::string_view name, std::string_view entity,
                       std::string_view year, bool final, bool open) {
    const std::string kind =
        year.empty() ? std::string() : words()(final ? "rail.final" : "rail.budget", {{"year", year}});
    known.push_back({std::string(key), std::string(name), std::string(entity), kind, open});
  };
  for (auto each = desk_.documents().rbegin(); each != desk_.documents().rend(); ++each) {
    const Disclosure& disclosure = (*each)->dossier.disclosure();
    add((*each)->key, (*each)->dossier.document().name, disclosure.entity,
        disclosure.year == 0 ? std::string() : std::to_string(disclosure.year),
        disclosure.kind == DisclosureKind::final, true);
  }
  for (const Address& kept : kept_) {
    const bool open = std::any_of(desk_.documents().begin(), desk_.documents().end(),
                                  [&](const auto& each) { return each->key == kept["key"]; });
    if (!open) add(kept["key"], kept["name"], kept["entity"], kept["year"], kept["kind"] == "final", false);
  }
  return known;
}

}  // namespace mingzhang
