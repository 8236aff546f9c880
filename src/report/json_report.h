// The parts of the JSON report that other outputs share. For this room only.
#pragma once

#include "report/json_writer.h"
#include "report/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// Writes facts and sources of one analysis; the paths of its sections are made once.
class FactWriter {
 public:
  FactWriter(const Analysis& analysis, const Vocabulary& vocabulary);

  /// The members of a fact, without its braces.
  void members(JsonWriter& json, FactIndex fact) const;
  void source(JsonWriter& json, const Source& source) const;

  std::string_view section(const Source& source) const;
  std::int32_t page(const Source& source) const;
  std::string_view concept_id(ConceptId id) const;
  /// Exact; empty where the fact is no money.
  static std::string yuan(const Fact& fact);
  /// Empty where the figure stands alone.
  std::string noticed_from(FactIndex fact) const;
  /// A figure that is no fact, by its index in Findings::cells.
  void cell(JsonWriter& json, std::uint32_t index) const;
  /// Name of the project of an indicator or threshold; may be empty.
  std::string_view project(const Fact& fact) const;

 private:
  /// The member "range": what the figure stands for; null where nothing was checked.
  void range(JsonWriter& json, std::size_t fact) const;

  const Analysis& analysis_;
  const Vocabulary& vocabulary_;
  std::vector<std::string> section_paths_;
};

std::string write_json_report(const Analysis& analysis, const Knowledge& knowledge, int broken_levels);
std::string write_json_error(const Error& error, const InputIdentity& input, int broken_levels);

}  // namespace mingzhang
