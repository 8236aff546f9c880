// Fills the templates of assets/words/messages.json. A template is words with {names} in braces. Names that
// every finding answers: formula, stated, expected, difference, distance (without its sign), tolerance, unit;
// the rest come with the finding. A value '@concept.id' is named in the reader's language, one with line
// breaks is a list, and one that begins with '#' is a word of the "words" part of the file.
//
// Tests: tests/unit/checks/message_test.cpp.
#include "checks/message.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <nlohmann/json.hpp>

namespace mingzhang {
namespace {

using Json = nlohmann::json;

struct Wording {
  std::string words[2];
};

using Wordings = std::unordered_map<std::string, Wording>;

Wordings read_wordings(const Json& object) {
  Wordings out;
  if (!object.is_object()) return out;
  for (const auto& [key, value] : object.items()) {
    Wording wording;
    if (const auto zh = value.find("zh"); zh != value.end() && zh->is_string())
      wording.words[0] = zh->get<std::string>();
    if (const auto en = value.find("en"); en != value.end() && en->is_string())
      wording.words[1] = en->get<std::string>();
    out.emplace(key, std::move(wording));
  }
  return out;
}

std::string_view without_sign(std::string_view figure) {
  return !figure.empty() && figure[0] == '-' ? figure.substr(1) : figure;
}

/// "Project expenditure" within a sentence is "project expenditure", but "GDP" stays.
void lower_first(std::string& words) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (words.size() > 1 && is_upper(words[0]) && !is_upper(words[1]))
    words[0] = static_cast<char>(words[0] - 'A' + 'a');
}

/// Quotation marks within quotation marks are single ones.
void nest_quotes(std::string& words) {
  for (const auto& [outer, inner] : {std::pair("“", "‘"), std::pair("”", "’")}) {
    for (std::size_t at = words.find(outer); at != std::string::npos; at = words.find(outer, at)) {
      words.replace(at, std::string_view(outer).size(), inner);
    }
  }
}

void raise_first(std::string& words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
}

}  // namespace

struct Messages::Data {
  Wordings templates;
  Wordings words;
  Wordings concepts;

  std::string value_of(const Finding& finding, std::string_view name, Language language) const;
  std::string worded(std::string_view value, Language language) const;
};

Result<Messages> Messages::load(std::string_view messages_json, const Vocabulary& vocabulary) {
  const Json root = Json::parse(messages_json, nullptr, false);
  if (root.is_discarded() || !root.is_object() || !root.contains("messages")) {
    return Error{"messages.invalid", {}, Error::no_place, "messages"};
  }
  auto data = std::make_unique<Data>();
  data->templates = read_wordings(root["messages"]);
  if (root.contains("words")) data->words = read_wordings(root["words"]);
  for (const Concept& entry : vocabulary.concepts()) {
    data->concepts.emplace(entry.id, Wording{{entry.name_zh, entry.name_en}});
  }
  return Messages(std::move(data));
}

Messages::Messages(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Messages::Messages(Messages&&) noexcept = default;
Messages& Messages::operator=(Messages&&) noexcept = default;
Messages::~Messages() = default;

std::string Messages::Data::worded(std::string_view value, Language language) const {
  if (value.size() > 1 && (value[0] == '@' || value[0] == '#')) {
    const Wordings& source = value[0] == '@' ? concepts : words;
    const auto found = source.find(std::string(value.substr(1)));
    if (found == source.end()) return std::string(value.substr(1));
    std::string out = found->second.words[static_cast<int>(language)];
    if (language == Language::en && value[0] == '@') lower_first(out);
    return out;
  }
  const std::size_t line = value.find('\n');
  if (line == std::string_view::npos) return std::string(value);
  return worded(value.substr(0, line), language) + (language == Language::zh ? "、" : ", ") +
         worded(value.substr(line + 1), language);
}

std::string Messages::Data::value_of(const Finding& finding, std::string_view name, Language language) const {
  if (name == "formula") return finding.formula;
  if (name == "stated") return finding.stated;
  if (name == "expected") return finding.expected;
  if (name == "difference") return finding.difference;
  if (name == "distance") return std::string(without_sign(finding.difference));
  if (name == "tolerance") return finding.tolerance;
  if (name == "unit") return std::string(name_of(finding.unit));
  for (const auto& [key, value] : finding.values) {
    if (key == name) return worded(value, language);
  }
  return {};
}

std::string Messages::sentence(const Finding& finding, Language language) const {
  const auto found = data_->templates.find(finding.message);
  if (found == data_->templates.end()) return finding.formula.empty() ? finding.message : finding.formula;
  const std::string_view words = found->second.words[static_cast<int>(language)];
  std::string out;
  out.reserve(words.size() + 64);
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t open = words.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : words.find('}', open);
    if (close == std::string_view::npos) break;
    out.append(words.substr(at, open - at));
    std::string value = data_->value_of(finding, words.substr(open + 1, close - open - 1), language);
    if (out.ends_with("“")) nest_quotes(value);
    out.append(value);
    at = close + 1;
  }
  out.append(words.substr(at));
  const std::string note = data_->value_of(finding, "note", language);
  if (!note.empty()) {
    if (language == Language::en) out += ' ';
    out += note;
  }
  if (language == Language::en) raise_first(out);
  return out;
}

}  // namespace mingzhang
