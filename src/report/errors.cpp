// What went wrong, in the reader's language, from assets/words/errors.json.
// Tested in tests/unit/report/errors_test.cpp.
#include "assets/assets.h"
#include "report/fill.h"
#include "report/report.h"
#include "report/valid_text.h"
#include "report/words.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace mingzhang {
namespace {

/// One of the two strings for a code; the code itself stands in where the list has none, so that nothing is
/// swallowed.
std::string words_for(const Error& error, Language language, const char* which) {
  const nlohmann::json all = nlohmann::json::parse(asset("words/errors.json"), nullptr, false);
  const nlohmann::json::json_pointer place("/" + error.code + (language == Language::zh ? "/zh/" : "/en/") +
                                           which);
  if (!all.is_object() || !all.contains(place) || !all.at(place).is_string()) return error.code;
  return filled(all.at(place).get<std::string>(), {{"detail", error.detail}});
}

}  // namespace

std::string error_sentence(const Error& error, Language language) {
  std::string sentence = words_for(error, language, "sentence");
  if (error.offset == Error::no_place) return sentence;
  return filled(Words(language)["at_byte"],
                {{"sentence", sentence}, {"offset", std::to_string(error.offset)}});
}

std::string error_line(const Error& error, std::string_view file, Language language) {
  std::string line;
  append_valid(line, file);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line.append(": ").append(error_sentence(error, language)).append("\n");
}

std::string error_hint(const Error& error, Language language) {
  return words_for(error, language, "hint");
}

std::string note_sentence(const ReaderNote& note, Language language) {
  Error as_error;
  as_error.code = note.code;
  as_error.detail = note.detail;
  return error_sentence(as_error, language);
}

std::string not_disclosure_sentence(Language language) {
  Error error;
  error.code = "file.not_disclosure";
  return error_sentence(error, language);
}

}  // namespace mingzhang
