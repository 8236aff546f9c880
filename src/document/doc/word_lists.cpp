// Lists of an old Word file: their levels and the instances that paragraphs refer to (MS-DOC 2.9.131 ff.).
// See word_file.h.
#include "document/doc/word_file.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

constexpr std::size_t at_definitions = 0x2E2, at_instances = 0x2EA;  // in the FIB
constexpr std::size_t size_of_definition = 28, size_of_instance = 16, size_of_level = 28;
constexpr std::size_t most_lists = 4096;

/// By the number of the format, in the order of ST_NumberFormat.
std::string_view format_of(std::uint8_t number) {
  constexpr std::string_view names[] = {"decimal",
                                        "upperRoman",
                                        "lowerRoman",
                                        "upperLetter",
                                        "lowerLetter",
                                        "decimal",
                                        "decimal",
                                        "decimal",
                                        "decimal",
                                        "decimal",
                                        "ideographDigital",
                                        "japaneseCounting",
                                        "decimal",
                                        "decimal",
                                        "decimalFullWidth",
                                        "decimal",
                                        "japaneseLegal",
                                        "japaneseDigitalTenThousand",
                                        "decimalEnclosedCircle",
                                        "decimalFullWidth2",
                                        "decimal",
                                        "decimal",
                                        "decimalZero",
                                        "bullet",
                                        "decimal",
                                        "decimal",
                                        "decimalEnclosedFullstop",
                                        "decimalEnclosedParen",
                                        "decimalEnclosedCircleChinese",
                                        "ideographEnclosedCircle",
                                        "ideographTraditional",
                                        "ideographZodiac",
                                        "decimal",
                                        "taiwaneseCounting",
                                        "ideographLegalTraditional",
                                        "taiwaneseCountingThousand",
                                        "taiwaneseDigital",
                                        "chineseCounting",
                                        "chineseLegalSimplified",
                                        "chineseCountingThousand"};
  if (number == 255) return "none";
  return number < std::size(names) ? names[number] : "decimal";
}

}  // namespace

/// One level, of a length of its own; returns where the next begins.
std::size_t WordFile::read_level(std::string_view levels, std::size_t at, std::int64_t definition, int level,
                                 Numbering& numbering) const {
  Numbering::Level made;
  made.start = u32_at(levels, at);
  made.format = format_of(u8_at(levels, at + 4));
  made.legal = (u8_at(levels, at + 5) & 4) != 0;
  made.gap = u8_at(levels, at + 15) != 2;
  if ((u8_at(levels, at + 5) & 8) != 0) made.restart = u8_at(levels, at + 26);
  at += size_of_level + u8_at(levels, at + 24) + u8_at(levels, at + 25);
  const std::size_t characters = u16_at(levels, at);
  at += 2;
  // A character below 9 stands for the number of that level.
  for (std::size_t i = 0; i < characters && at + 2 * i + 2 <= levels.size(); ++i) {
    const std::string_view character = slice_of(levels, at + 2 * i, 2);
    const std::uint16_t value = u16_at(character, 0);
    made.text += value < numbering_levels ? "%" + std::to_string(value + 1) : from_utf16(character);
  }
  numbering.define(definition, level, std::move(made));
  return at + 2 * characters;
}

void WordFile::read_lists(Numbering& numbering) const {
  const std::uint32_t start = u32_at(text_, at_definitions);
  if (start >= table_.size() || u32_at(text_, at_definitions + 4) == 0) return;
  // The levels stand behind the definitions, beyond the size that is told of them.
  const std::string_view list = slice_of(table_, start);
  const std::size_t count = std::min<std::size_t>(u16_at(list, 0), most_lists);
  std::size_t at = 2 + count * size_of_definition;
  for (std::size_t i = 0; i < count && at < list.size(); ++i) {
    const std::size_t definition = 2 + i * size_of_definition;
    const bool simple = (u8_at(list, definition + 26) & 1) != 0;
    for (int level = 0; level < (simple ? 1 : numbering_levels) && at < list.size(); ++level)
      at = read_level(list, at, u32_at(list, definition), level, numbering);
  }

  const std::string_view instances = in_table(at_instances);
  const std::size_t used = std::min<std::size_t>(u32_at(instances, 0), most_lists);
  std::size_t more = 4 + used * size_of_instance;
  for (std::size_t i = 0; i < used; ++i) {
    const std::size_t instance = 4 + i * size_of_instance;
    const std::uint8_t overrides = u8_at(instances, instance + 12);
    std::map<int, std::uint32_t> starts;
    more += 4;
    for (std::uint8_t j = 0; j < overrides && more < instances.size(); ++j) {
      const std::uint32_t flags = u32_at(instances, more + 4);
      const int level = static_cast<int>(flags & 0xF);
      if ((flags & 0x10) != 0) starts[level] = u32_at(instances, more);
      more += 8;
      if ((flags & 0x20) != 0)
        more = read_level(instances, more, u32_at(instances, instance), level, numbering);
    }
    numbering.add_list(static_cast<std::int64_t>(i) + 1, u32_at(instances, instance), std::move(starts));
  }
}

}  // namespace mingzhang
