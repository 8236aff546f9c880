#include "support.h"

#include "assets/assets.h"
#include "document/reader.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include <doctest/doctest.h>

namespace mingzhang {

namespace {

const char* name_of(Scope scope) {
  constexpr const char* names[] = {"", "fiscal", "general_public", "government_fund", "state_capital"};
  return names[static_cast<std::size_t>(scope)];
}

const char* name_of(Part part) {
  constexpr const char* names[] = {"", "basic", "project", "personnel", "operating"};
  return names[static_cast<std::size_t>(part)];
}

const char* name_of(Stage stage) {
  constexpr const char* names[] = {"", "budget", "adjusted", "execution", "final"};
  return names[static_cast<std::size_t>(stage)];
}

const char* name_of(Base base) {
  constexpr const char* names[] = {"", "budget", "execution", "final"};
  return names[static_cast<std::size_t>(base)];
}

const char* name_of(Measure measure) {
  constexpr const char* names[] = {"amount",     "change",   "rate",   "share",
                                   "completion", "quantity", "target", "threshold"};
  return names[static_cast<std::size_t>(measure)];
}

const char* name_of(Level level) {
  constexpr const char* names[] = {"", "excellent", "good", "fair", "poor"};
  return names[static_cast<std::size_t>(level)];
}

const char* name_of(StatementKind kind) {
  constexpr const char* names[] = {"nothing", "unchanged", "increase",  "decrease",     "greater",
                                   "smaller", "reason",    "only_main", "complete_list"};
  return names[static_cast<std::size_t>(kind)];
}

std::string id_of(const Reading& reading, ConceptId id) {
  return id == no_concept ? "-" : concept_of(vocabulary(), reading.disclosure, id).id;
}

void add(std::string& line, std::string_view before, std::string_view words, std::string_view after = {}) {
  if (words.empty()) return;
  line += ' ';
  line += before;
  line += words;
  line += after;
}

}  // namespace

const Vocabulary& vocabulary() {
  static const Vocabulary loaded = [] {
    auto result =
        Vocabulary::load({asset("vocabulary/concepts.json"), asset("vocabulary/tables.json"),
                          asset("classification/function.json"), asset("classification/economic.json")});
    if (!result) {
      std::cerr << "the vocabulary does not load: " << result.error().detail << '\n';
      std::abort();
    }
    return std::move(result).value();
  }();
  return loaded;
}

Reading read_text(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto document = read_document({bytes, text.size()}, "test.txt");
  REQUIRE(document.ok());
  Reading reading{std::move(document).value(), {}};
  reading.disclosure = extract(reading.document, vocabulary());
  return reading;
}

Reading read_budget(std::string_view prose) {
  return read_text("某县档案局2020年部门预算公开情况说明\n\n一、收支情况\n\n" + std::string(prose) + "\n");
}

Reading read_final(std::string_view prose) {
  return read_text("某县档案局2020年度部门决算\n\n一、收支情况\n\n" + std::string(prose) + "\n");
}

std::string line_of(const Reading& reading, const Fact& fact) {
  std::string line = id_of(reading, fact.concept_id);
  add(line, "<", fact.subject, ">");
  add(line, "", name_of(fact.scope));
  add(line, "part=", name_of(fact.part));
  add(line, "stage=", name_of(fact.stage));
  add(line, "", std::to_string(fact.period));
  add(line, "", name_of(fact.measure));
  line += ' ';
  if (fact.comparator != Comparator::equal) line += sign_of(fact.comparator);
  line += fact.value.to_string();
  add(line, "", mingzhang::name_of(fact.unit));
  add(line, "(", name_of(fact.base), ")");
  if (fact.of != no_concept) add(line, "of=", id_of(reading, fact.of));
  if (fact.project != none) add(line, "project=", std::to_string(fact.project));
  add(line, "level=", name_of(fact.level));
  line += " @";
  if (fact.source.table != none) {
    line += "table " + std::to_string(fact.source.table) + " " + std::to_string(fact.source.row) + "," +
            std::to_string(fact.source.column);
  } else {
    line += section_path(reading.document, fact.source.section);
  }
  return line;
}

std::vector<std::string> facts_of(const Reading& reading) {
  std::vector<std::string> lines;
  for (const Fact& fact : reading.disclosure.facts)
    lines.push_back(line_of(reading, fact));
  return lines;
}

std::vector<std::string> without_places(const Reading& reading) {
  std::vector<std::string> lines = facts_of(reading);
  for (std::string& line : lines)
    line.resize(line.rfind(" @"));
  return lines;
}

std::vector<std::string> budget_facts(std::string_view prose) {
  return without_places(read_budget(prose));
}
std::vector<std::string> final_facts(std::string_view prose) {
  return without_places(read_final(prose));
}

std::vector<std::string> unplaced_of(const Reading& reading) {
  std::vector<std::string> figures;
  for (const Source& source : reading.disclosure.unplaced)
    figures.emplace_back(reading.document.words(source.span));
  return figures;
}

std::vector<std::string> statements_of(const Reading& reading) {
  std::vector<std::string> lines;
  for (const Statement& statement : reading.disclosure.statements) {
    if (statement.kind == StatementKind::complete_list) continue;
    std::string line = name_of(statement.kind);
    add(line, "", id_of(reading, statement.concept_id));
    add(line, "", name_of(statement.scope));
    add(line, "「", reading.document.words(statement.source.span), "」");
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> explanations_of(const Reading& reading) {
  std::vector<std::string> lines;
  const auto& facts = reading.disclosure.facts;
  for (const ChangeExplanation& explanation : reading.disclosure.explanations) {
    std::string line = facts[explanation.whole].value.to_string() + (explanation.complete ? " =" : " ~");
    for (const FactIndex part : explanation.parts)
      line += ' ' + facts[part].value.to_string();
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string seed_text() {
  std::ifstream file(MINGZHANG_SOURCE_DIR "/../shared/corpus/leting-npc-2020-budget.txt", std::ios::binary);
  if (!file) {
    static const bool said = [] {
      std::cout << "skipped: the corpus is not beside the repository\n";
      return true;
    }();
    static_cast<void>(said);
    return {};
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace mingzhang
