// The classifications of the budget, by function (201, 20101, 2010101) and by economic class (301, 30101):
// which code has which name in which year. Data in assets/classification/*.json, loaded with the vocabulary.
//
// It holds what is surely known: a code that is missing here may well exist, and nothing is said of it. Names
// are compared folded, without 支出 at their end (see bare_item_name). Years are those of the budget; 0 as a
// year means today. Views that it returns live as long as the vocabulary does.
// Tested in tests/unit/disclosure/classification_test.cpp.
#pragma once

#include "disclosure/model.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingzhang {

/// How a printed name stands to its code in a year.
enum class NameFit : std::uint8_t {
  unknown,     // the code is not in the classification
  fits,        // the name of that year, or a variant of it
  other_year,  // a name that the code had before, or got later
  other,       // no name that the code is known by
};

struct ItemName {
  std::string name;  // as published
  /// First and last year; 0 where it is open.
  std::int16_t from = 0;
  std::int16_t to = 0;

  bool holds_in(int year) const { return (from == 0 || year >= from) && (to == 0 || year <= to); }
};

struct ClassifiedItem {
  std::string code;
  std::vector<ItemName> names;  // today's first
  ConceptId concept_id = no_concept;
};

/// A name as items are compared by: folded, without 支出 at its end, 其它 as 其他.
std::string bare_item_name(std::string_view words);

class Classification {
 public:
  /// An item that got another code.
  struct Renumbered {
    std::string was, now;
    std::int16_t from = 0;  // first year of the new code
  };

  Classification() = default;
  Classification(std::vector<ClassifiedItem> items, std::vector<Renumbered> renumbered);

  const std::vector<ClassifiedItem>& items() const { return items_; }
  /// nullptr for a code that is not known.
  const ClassifiedItem* find(std::string_view code) const;
  /// The name of a code in a year; that of the nearest years where it had none then; empty for no such code.
  std::string_view name_of(std::string_view code, int year) const;
  NameFit fit(std::string_view code, std::string_view name, int year) const;
  /// Items of `digits` digits below `prefix` that have this name in `year`; where none has it then, those
  /// that have it in any other year.
  std::vector<const ClassifiedItem*> named(std::string_view name, std::string_view prefix, std::size_t digits,
                                           int year) const;
  /// The code that an item of `year` has in `other_year`: itself, or where it was renumbered between them the
  /// other one. Follows one step either way.
  std::string_view code_in(std::string_view code, int year, int other_year) const;

 private:
  std::vector<ClassifiedItem> items_;                           // by code
  std::vector<std::pair<std::string, std::uint32_t>> by_name_;  // bare names, sorted; index into items_
  std::vector<Renumbered> renumbered_;
};

}  // namespace mingzhang
