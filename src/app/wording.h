// Figures as words: values with their real signs, units, names of facts and findings.
#pragma once

#include "app/dossier.h"
#include "app/phrases.h"

#include <string>
#include <string_view>

namespace mingzhang {

/// As printed, with a real minus.
std::string value_words(const Decimal& value);
/// With + or −.
std::string signed_words(const Decimal& value);
/// A computed figure with separators and a real minus: 1,234,500.
std::string grouped_words(const Decimal& value);
/// Thousandths as a percentage with one decimal: 64.9%.
std::string share_words(std::int32_t per_mille);
/// "454.19 万元"; the unit alone is name_of().
std::string with_unit(std::string_view value, Unit unit);
/// A fact's value with its comparator: ≥95.
std::string fact_value(const Fact& fact);
/// What a fact is about: its concept's name, its subject, and what kind of figure it is.
std::string fact_name(const Fact& fact, const Phrases& words);
/// For the mirror: "454.19 万元 支出合计".
std::string figure_name(const Fact& fact, const Phrases& words);
/// Arithmetic with real signs and room around them.
std::string formula_words(std::string_view formula);

/// Straight quotation marks: in English the curly ones would come from a Chinese face, as wide as a
/// character.
std::string with_straight_quotes(std::string_view words);

/// Words of the document without their line breaks: none between Han characters, a space elsewhere.
std::string on_one_line(std::string_view words);

std::string count_words(std::size_t count);
std::string_view sign_words(Sign sign);  // ≠ ? · = …

}  // namespace mingzhang
