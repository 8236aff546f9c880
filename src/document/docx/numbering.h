// Automatic numbering of Word: the numbers 一、 （一） 1. that stand in no paragraph's text but in the list
// that it belongs to. For use inside this room only.
//
// Counts as Word does: lists of one abstract definition count on together, a level starts afresh below a
// higher one, an instance may start at a number of its own. Bullets are no numbers and are left out.
// Tested in tests/unit/document/numbering_test.cpp.
#pragma once

#include "document/xml/xml.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace mingzhang {

inline constexpr int numbering_levels = 9;

class Numbering {
 public:
  struct Level {
    std::uint32_t start = 1;
    std::string format = "decimal";
    std::string text;
    std::string style;
    /// The level that makes this one start afresh, from 1; 0: none does. By default the one above.
    int restart = -1;
    bool legal = false;  // all numbers of it in Arabic digits
    bool gap = true;
  };

  /// `numbering` is the root of numbering.xml; may be null.
  void read(XmlNode numbering);

  /// The same, level by level and list by list, from old Word files. `starts`: levels that begin at a number
  /// of the list's own.
  void define(std::int64_t definition, int level, Level how);
  void add_list(std::int64_t list, std::int64_t definition, std::map<int, std::uint32_t> starts);

  /// The number of the next paragraph of the list at this level with a gap behind it where one belongs, such
  /// as "（二）" or "1. ". Empty for no such list.
  std::string next(std::int64_t list, int level);
  /// The level that belongs to the paragraph style, `otherwise` where the list names none for it.
  int level_of_style(std::int64_t list, std::string_view style, int otherwise) const;

 private:
  struct Definition {
    std::array<Level, numbering_levels> levels;
    std::array<std::uint32_t, numbering_levels> counts{};
    std::array<bool, numbering_levels> begun{};
  };
  struct List {
    std::int64_t definition = -1;
    std::map<int, std::uint32_t> starts;
    /// Levels whose own start was used.
    std::array<bool, numbering_levels> started{};
  };

  static void read_level(XmlNode node, Level& level);
  std::string text_of_level(const Definition& definition, int level) const;

  std::map<std::int64_t, Definition> definitions_;
  std::map<std::int64_t, List> lists_;
};

}  // namespace mingzhang
