// Figures that the reader changed: tried ('what if') or corrected (they were misread), with undo and redo.
// The document's words never change; only the value that is reckoned with does.
// Tested in tests/unit/views/edits_test.cpp.
#pragma once

#include "disclosure/model.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace mingzhang {

struct Edit {
  enum class Kind : std::uint8_t { trial, correction } kind = Kind::trial;
  /// Where the figure stands. Every fact of that place changes: 收、支各增加12万元 states two.
  Span place;
  /// What the first fact of the place becomes; one of the opposite sign becomes the opposite.
  Decimal value;
  Unit unit = Unit::none;
  /// Follows from the others: a total that is to stay the sum of its parts (what_if.h).
  bool carried = false;

  friend bool operator==(const Edit&, const Edit&) = default;
};

/// What the reader typed for a figure: digits, with or without separators, a sign and a unit
/// ("−1,234.5万元"). Without a unit it is that of the figure. nullopt where the words are no figure.
std::optional<Edit> edit_from(std::string_view words, const Fact& fact, Edit::Kind kind);

class Edits {
 public:
  /// Takes the place of an earlier edit of the same figure. `continued`: goes on from the step before it (the
  /// next key in the same field), so that one undo takes back both.
  void put(const Edit& edit, bool continued = false);
  void remove(Span place);
  /// The same step goes on with other edits that follow from the figures that were typed.
  void carry(std::vector<Edit> carried);
  void clear();
  /// All at once and as one step, as read from a link or a saved page.
  void replace(std::vector<Edit> edits);

  /// Nothing changed but what follows from it: to be looked at again.
  void touch() { ++version_; }

  bool can_undo() const { return !past_.empty(); }
  bool can_redo() const { return !future_.empty(); }
  void undo();
  void redo();

  /// In the order in which they were made.
  const std::vector<Edit>& all() const { return now_; }
  bool empty() const { return now_.empty(); }
  /// Another number after each change.
  std::uint32_t version() const { return version_; }
  /// nullptr where that figure is as printed.
  const Edit* at(Span place) const;

 private:
  using Step = std::vector<Edit>;
  void begin_step();
  static constexpr std::size_t most_steps = 200;

  Step now_;
  std::vector<Step> past_, future_;
  std::uint32_t version_ = 0;
};

/// A disclosure's figures with some edits in place, and what was printed there.
class Revision {
 public:
  /// Puts back what was printed, then makes the edits. Edits whose place holds no fact are passed over.
  void make(Disclosure& disclosure, const std::vector<Edit>& edits);

  struct Printed {
    FactIndex fact = 0;
    Decimal value;
    Unit unit = Unit::none;
    Edit::Kind kind = Edit::Kind::trial;
  };
  /// The changed facts, in order of index.
  const std::vector<Printed>& changed() const { return printed_; }
  /// nullptr where the fact is as printed.
  const Printed* printed(FactIndex fact) const;

 private:
  std::vector<Printed> printed_;
};

}  // namespace mingzhang
