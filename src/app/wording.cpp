// See wording.h.
#include "app/wording.h"

#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

std::string value_words(const Decimal& value) {
  std::string words = value.abs().to_string();
  return value.is_negative() ? "−" + words : words;
}

std::string signed_words(const Decimal& value) {
  const std::string words = value.abs().to_string();
  if (value.is_zero()) return words;
  return (value.is_negative() ? "−" : "+") + words;
}

std::string grouped_words(const Decimal& value) {
  std::string words = value.abs().to_string();
  const std::size_t point = std::min(words.find('.'), words.size());
  for (std::size_t at = point; at > 3;) {
    at -= 3;
    words.insert(at, 1, ',');
  }
  return value.is_negative() ? "−" + words : words;
}

std::string share_words(std::int32_t per_mille) {
  const std::int32_t size = per_mille < 0 ? -per_mille : per_mille;
  return (per_mille < 0 ? "−" : "") + std::to_string(size / 10) + "." + std::to_string(size % 10) + "%";
}

std::string with_unit(std::string_view value, Unit unit) {
  std::string words(value);
  const std::string_view name = name_of(unit);
  if (name.empty()) return words;
  if (unit != Unit::percent) words += ' ';
  words += name;
  return words;
}

std::string fact_value(const Fact& fact) {
  std::string words;
  if (fact.comparator != Comparator::equal) words = sign_of(fact.comparator);
  words += fact.measure == Measure::change ? signed_words(fact.value) : value_words(fact.value);
  return words;
}

std::string fact_name(const Fact& fact, const Phrases& words) {
  std::string name(words.concept_name(fact.concept_id));
  // A class is its own subject.
  if (!fact.subject.empty() && fact.subject != name)
    name = name.empty() ? fact.subject : fact.subject + " · " + name;
  std::string_view measure;
  switch (fact.measure) {
    case Measure::change:
      measure = words("measure.change");
      break;
    case Measure::rate:
      measure = words("measure.rate");
      break;
    case Measure::share:
      measure = words("measure.share");
      break;
    case Measure::completion:
      measure = words("measure.completion");
      break;
    case Measure::amount:
    case Measure::quantity:
    case Measure::target:
    case Measure::threshold:
      break;
  }
  if (!measure.empty()) name += " · " + std::string(measure);
  return name;
}

std::string figure_name(const Fact& fact, const Phrases& words) {
  return with_unit(fact_value(fact), fact.unit) + " " + fact_name(fact, words);
}

std::string formula_words(std::string_view formula) {
  std::string out;
  char32_t before = U' ';
  for (std::size_t at = 0; at < formula.size();) {
    const CodePoint point = decode_utf8(formula, at);
    const char32_t after =
        at + point.size < formula.size() ? decode_utf8(formula, at + point.size).value : U' ';
    const bool is_minus = point.value == U'-' && ((before == U' ' && after >= U'0' && after <= U'9') ||
                                                  (before == U' ' && after == U' ') || before == U'(');
    append_utf8(out, is_minus ? U'−' : point.value);
    before = point.value;
    at += point.size;
  }
  return out;
}

std::string with_straight_quotes(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = decode_utf8(words, at);
    const bool twofold = point.value == U'“' || point.value == U'”';
    const bool single = point.value == U'‘' || point.value == U'’';
    append_utf8(out, twofold ? U'"' : single ? U'\'' : point.value);
    at += point.size;
  }
  return out;
}

std::string on_one_line(std::string_view words) {
  std::string out;
  char32_t before = 0;
  bool white = false, line_feed = false;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = decode_utf8(words, at);
    at += point.size;
    if (is_space(point.value)) {
      white = true;
      line_feed = line_feed || point.value == U'\n';
      continue;
    }
    const bool joins = line_feed && (before >= 0x2E80 || point.value >= 0x2E80);
    if (white && before != 0 && !joins) out += ' ';
    append_utf8(out, point.value);
    before = point.value;
    white = line_feed = false;
  }
  return out;
}

std::string count_words(std::size_t count) {
  return std::to_string(count);
}

std::string_view sign_words(Sign sign) {
  switch (sign) {
    case Sign::contradiction:
      return "≠";
    case Sign::to_explain:
      return "?";
    case Sign::remark:
      return "·";
    case Sign::holds:
      return "=";
    case Sign::unknown:
      break;
  }
  return "…";
}

}  // namespace mingzhang
