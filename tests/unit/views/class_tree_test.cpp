#include "made.h"
#include "views/breakdown.h"

using namespace mingzhang;

namespace {

Made budget() {
  Made made;
  made.analysis.concepts = KeyConcepts::of(vocabulary());
  return made;
}

Fact& classified(Made& made, std::string_view id, std::string_view amount, Scope scope = Scope::all) {
  const ConceptId concept_id = vocabulary().find(id);
  REQUIRE(concept_id != no_concept);
  Fact& fact = made.fact(concept_id, amount);
  fact.scope = scope;
  return fact;
}

BreakdownNode functions(const Made& made) {
  return function_breakdown(made.analysis, vocabulary());
}

}  // namespace

TEST_CASE("items stand below their class, classes below the total of their scope") {
  Made made = budget();
  made.fact(made.concepts().expenditure_total, "120.00");
  classified(made, "function.201", "100.00").subject = "一般公共服务支出";
  classified(made, "function.20101", "100.00");
  classified(made, "function.2010101", "70.00");
  classified(made, "function.2010104", "30.00");
  classified(made, "function.208", "20.00");
  const BreakdownNode root = functions(made);
  CHECK(root.fact == 0);
  REQUIRE(root.children.size() == 2);
  CHECK(root.children[0].label == "一般公共服务支出");
  CHECK(root.children[0].code == "201");
  CHECK(root.children[0].per_mille == 833);
  REQUIRE(root.children[0].children.size() == 1);
  const BreakdownNode& second = root.children[0].children[0];
  REQUIRE(second.children.size() == 2);
  CHECK(second.children[1].code == "2010104");
  CHECK(second.children[1].printed.to_string() == "30.00");
  CHECK(root.children[1].children.empty());
}

TEST_CASE("a class that only its items are stated of is their sum, and says that no figure states it") {
  Made made = budget();
  classified(made, "function.2010101", "70.00");
  classified(made, "function.2010104", "30.50");
  classified(made, "function.20101", "100.50");
  const BreakdownNode root = functions(made);
  CHECK(root.fact == none);
  CHECK(root.yuan == decimal("1005000"));
  REQUIRE(root.children.size() == 1);
  CHECK(root.children[0].fact == none);
  CHECK(root.children[0].code == "201");
  CHECK(root.children[0].printed.to_string() == "100.50");
  CHECK(root.children[0].children[0].fact == 2);
}

TEST_CASE("classes of one scope are not mixed with those of another") {
  Made made = budget();
  made.fact(made.concepts().expenditure_total, "300");
  made.fact(made.concepts().expenditure_total, "150").scope = Scope::general_public;
  classified(made, "function.201", "100", Scope::general_public);
  classified(made, "function.208", "50", Scope::general_public);
  classified(made, "function.212", "150", Scope::government_fund);
  const BreakdownNode root = functions(made);
  CHECK(root.fact == 1);
  REQUIRE(root.children.size() == 2);
  CHECK(root.children[1].code == "208");
}

TEST_CASE("what the classes leave over of the total is a remainder") {
  Made made = budget();
  made.fact(made.concepts().expenditure_total, "120.00");
  classified(made, "function.201", "100.00");
  const BreakdownNode root = functions(made);
  REQUIRE(root.children.size() == 2);
  CHECK(root.children[1].remainder);
  CHECK(root.children[1].printed.to_string() == "20.00");
}

TEST_CASE("columns of the table and last year's figure stand beside the class") {
  Made made = budget();
  classified(made, "function.201", "100");
  classified(made, "function.201", "60").part = Part::basic;
  classified(made, "function.201", "40").part = Part::project;
  classified(made, "function.201", "90").period = 2019;
  const BreakdownNode root = functions(made);
  REQUIRE(root.children.size() == 1);
  CHECK(root.children[0].basic == 1);
  CHECK(root.children[0].project == 2);
  CHECK(root.children[0].last_year == 3);
}

TEST_CASE("economic classes hang below the total that they add up to") {
  Made made = budget();
  made.fact(made.concepts().expenditure_total, "150.00");
  made.fact(made.concepts().expenditure_basic, "100.00");
  classified(made, "economic.301", "70.00");
  classified(made, "economic.30101", "70.00");
  classified(made, "economic.302", "30.00");
  BreakdownNode root = economic_breakdown(made.analysis, vocabulary());
  CHECK(root.fact == 1);
  CHECK(root.children[0].per_mille == 700);
  made.analysis.disclosure.facts[1].value = decimal("110.00");
  root = economic_breakdown(made.analysis, vocabulary());
  CHECK(root.fact == none);
  CHECK(root.printed.to_string() == "100.00");
}

TEST_CASE("nothing classified, no tree") {
  const Made made = budget();
  CHECK(functions(made).children.empty());
  CHECK(economic_breakdown(made.analysis, vocabulary()).children.empty());
}

TEST_CASE("in final accounts the final figures make the tree") {
  Made made = budget();
  classified(made, "function.201", "90").stage = Stage::budget;
  classified(made, "function.201", "95").stage = Stage::final;
  CHECK(functions(made).children[0].fact == 1);
}

TEST_CASE("an item that only the document knows stands in its class like any other") {
  Made made = budget();
  made.analysis.disclosure.own_concepts.push_back({"function.2010177", "本县专项", ""});
  classified(made, "function.2010101", "70.00");
  made.fact(static_cast<ConceptId>(vocabulary().concepts().size()), "30.00").subject = "本县专项";
  const BreakdownNode root = functions(made);
  REQUIRE(root.children.size() == 1);
  REQUIRE(root.children[0].children.size() == 2);
  CHECK(root.children[0].children[1].code == "2010177");
  CHECK(root.children[0].children[1].label == "本县专项");
}
