// What App does when a document is handed on. See app.h and handing_on.h.
#include "app/app.h"
#include "app/marks_text.h"
#include "report/json_writer.h"
#include "report/personal_numbers.h"
#include "report/report.h"
#include "views/packed.h"

#include <utility>

namespace mingzhang {
namespace {

/// What the reader did to the document; empty where that is nothing.
std::string marks_of_reader(const OpenDocument& document) {
  const Reading& reading = document.reading;
  if (reading.marks.empty() && reading.edits.empty()) return {};
  return marks_text(reading.marks, reading.edits.all());
}

}  // namespace

void App::hand(std::string_view kind) {
  const Dossier* const shown = dossier();
  if (shown == nullptr) return;
  if (kind == "numbers") return;  // the link follows with the next frame
  if (kind == "link") {
    copy_to_clipboard(handing_.link);
    return;
  }
  if (kind == "page" || kind == "page-pdf") {
    save_as_page(kind == "page-pdf");
    return;
  }
  const Analysis analysis = to_hand_on(shown->analysis, knowledge_.value(), handing_.with_numbers);
  const HandedFile file = handed_file(kind, analysis, knowledge_.value(), choices_.language);
  if (kind == "print") {
    notify_page("print", file.bytes);
  } else {
    save_file(file.name, file.media, file.bytes);
  }
}

void App::ask_for_link() {
  const OpenDocument& document = *desk_.top();
  Choices there = choices_;
  there.view = choices_.handed_view;
  const std::string place = place_of(&document, there);
  const std::string asked = place + (handing_.with_numbers ? " with" : " without");
  if (asked == link_asked_) return;
  const std::string& text = document.dossier.document().text;
  const std::vector<Span> numbers = personal_numbers(text);
  handing_.numbers = numbers.size();
  if (numbers.empty()) handing_.with_numbers = false;
  link_asked_ = place + (handing_.with_numbers ? " with" : " without");
  handing_.link.clear();
  // Of a plain text the text itself travels; of any other format the file, which nothing can be left out of.
  const bool plain = document.dossier.document().media == "text/plain";
  const bool whole = numbers.empty() || handing_.with_numbers;
  JsonWriter json(0);
  json.open_object();
  json.member("place", place);
  json.member("name", document.dossier.document().name);
  json.member("marks", marks_of_reader(document));
  json.member("text", !plain ? std::string() : whole ? text : without_numbers(text, numbers));
  json.member("key", !plain && whole ? document.key : std::string());
  json.close_object();
  notify_page("link_wanted", json.take());
}

void App::save_as_page(bool pdf) {
  const OpenDocument& document = *desk_.top();
  const Analysis analysis = to_hand_on(document.dossier.analysis, knowledge_.value(), handing_.with_numbers);
  const std::vector<std::uint8_t> bytes = packed(analysis);
  Choices there = choices_;
  there.view = choices_.handed_view;
  HandedFile file = handed_file("html", analysis, knowledge_.value(), choices_.language);
  JsonWriter json(0);
  json.open_object();
  json.member("title", page_title());
  json.member("language", choices_.language == Language::zh ? "zh-Hans" : "en");
  json.member("place", place_of(&document, there));
  json.member("marks", marks_of_reader(document));
  json.member("name", analysis.document.name);
  json.member("file", file.name);
  json.key("pdf");
  json.boolean(pdf);
  json.close_object();
  save_page(json.take(), bytes);
}

}  // namespace mingzhang
