// The rule book loads, lists only what is evaluated, and every outcome has its sentence.
#include "checks/rule_book.h"

#include "assets/assets.h"
#include "checks/rule_data.h"
#include "sketch.h"

#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("the book that is built in loads, with every field filled in") {
  const RuleBook& book = knowledge().rules;
  CHECK(book.rules().size() > 40);
  CHECK(book.date().size() == 10);
  std::set<std::string> ids;
  for (const Rule& rule : book.rules()) {
    INFO(rule.id);
    CHECK(ids.insert(rule.id).second);
    CHECK(!rule.formula_zh.empty());
    CHECK(!rule.formula_en.empty());
    CHECK(!rule.source.empty());
  }
  CHECK(book.rules()[book.find("sum.expenditure")].severity == Severity::error);
  CHECK(book.find("no.such_rule") == book.rules().size());
}

TEST_CASE("every evaluator has its rule") {
  const RuleBook::Data& data = knowledge().rules.data();
  for (std::size_t i = 0; i < static_cast<std::size_t>(Evaluator::count); ++i) {
    CHECK(data.rules[data.evaluators[i]].id == id_of(static_cast<Evaluator>(i)));
  }
}

TEST_CASE("a book that nothing evaluates, or that names an unknown concept, is refused with the reason") {
  const Vocabulary& vocabulary = knowledge().vocabulary;
  CHECK(RuleBook::load("{", vocabulary).error().code == "rules.invalid");
  std::string book(asset("rules/rules.json"));
  const std::size_t at = book.find("sum.projects");
  REQUIRE(at != std::string::npos);
  std::string renamed = book;
  renamed.replace(at, 12, "sum.projectz");
  CHECK(RuleBook::load(renamed, vocabulary).error().detail.find("sum.projectz") != std::string::npos);
  std::string unknown = book;
  const std::size_t concept_at = unknown.find("revenue.other_funds");
  unknown.replace(concept_at, 19, "revenue.other_fundz");
  CHECK(RuleBook::load(unknown, vocabulary).error().detail.find("revenue.other_fundz") != std::string::npos);
}
