#include "made.h"
#include "views/breakdown.h"

using namespace mingzhang;

namespace {

BreakdownNode whole_of(const std::vector<std::string_view>& amounts) {
  BreakdownNode whole;
  for (const std::string_view amount : amounts) {
    BreakdownNode child;
    child.yuan = child.printed = decimal(amount);
    child.unit = Unit::yuan;
    child.per_mille = 10;
    whole.children.push_back(child);
  }
  return whole;
}

std::vector<std::string_view> many(std::size_t count) {
  return std::vector<std::string_view>(count, "5");
}

}  // namespace

TEST_CASE("the largest parts have tiles of their own, the rest one together; nothing is lost") {
  std::vector<std::string_view> amounts = many(20);
  amounts[17] = "900";
  amounts[3] = "0";
  amounts[4] = "-7";
  const BreakdownNode whole = whole_of(amounts);
  const Folded folded = folded_children(whole, 12);
  REQUIRE(folded.shown.size() == 12);
  CHECK(folded.shown[0] == 17);
  CHECK(folded.others.size() == 6);
  const BreakdownNode others = others_of(whole, folded);
  CHECK(others.fact == none);
  CHECK(others.yuan == decimal("30"));
  CHECK(others.children.size() == 6);
  CHECK(others.per_mille == 60);
}

TEST_CASE("one part more than there are tiles needs no 'others'") {
  CHECK(folded_children(whole_of(many(13)), 12).others.empty());
  CHECK(folded_children(whole_of(many(13)), 12).shown.size() == 13);
  CHECK(folded_children(whole_of(many(14)), 12).others.size() == 2);
  CHECK(folded_children(whole_of({}), 12).shown.empty());
}

TEST_CASE("what one side of the flow lacks is a rest of its own") {
  Made made;
  BreakdownNode revenue = whole_of({"60", "30", "0"}), uses = whole_of({"40", "40", "20"});
  const MoneyFlow flow = flow_of(made.analysis, revenue, uses);
  CHECK_FALSE(flow.undivided);
  REQUIRE(flow.more_sources.size() == 1);
  CHECK(flow.more_sources[0].remainder);
  CHECK(flow.more_sources[0].yuan == decimal("10"));
  CHECK(flow.more_uses.empty());
  CHECK(flow.whole.yuan == decimal("100"));
  CHECK(flow.whole.fact == none);
  CHECK(flow_of(made.analysis, uses, uses).more_sources.empty());
}

TEST_CASE("money of earlier years comes in beside the income and goes on into the next") {
  Made made;
  KeyConcepts& concepts = made.analysis.concepts;
  concepts.revenue_others = {110, 111, 112, 113, 114, 115, 116, 117, 118};
  concepts.expenditure_left = {119, 120};
  concepts.grand_total = 121;
  made.fact(concepts.revenue_total, "120.00");
  made.fact(110, "120.00");
  made.fact(117, "30.00");
  made.fact(concepts.expenditure_total, "140.00");
  made.fact(concepts.expenditure_project, "140.00");
  made.fact(119, "10.00");
  made.fact(121, "150.00");
  const MoneyFlow flow =
      flow_of(made.analysis, revenue_breakdown(made.analysis), expenditure_breakdown(made.analysis));
  CHECK_FALSE(flow.undivided);
  CHECK(flow.more_sources.empty());
  REQUIRE(flow.more_uses.size() == 1);
  CHECK(flow.more_uses[0].fact == 5);
  CHECK(flow.whole.fact == 6);
}

TEST_CASE("sources that add up to more than the income are not shown as its parts") {
  Made made;
  made.analysis.concepts.revenue_others = {110, 111, 112, 113, 114, 115, 116, 117, 118};
  made.fact(made.analysis.concepts.revenue_total, "100.00");
  made.fact(110, "100.00");
  made.fact(111, "40.00");
  BreakdownNode uses = whole_of({"1000000"});
  CHECK(flow_of(made.analysis, revenue_breakdown(made.analysis), uses).undivided);
}

TEST_CASE("income is shown by its sources, the fiscal part by its budgets where they are all of it") {
  Made made;
  KeyConcepts& concepts = made.analysis.concepts;
  concepts.revenue_fiscal = 100;
  concepts.revenue_budgets = {101, 102, 103};
  concepts.revenue_others = {110, 111, 112, 113, 114, 115, 116, 117, 118};
  made.fact(concepts.revenue_total, "120.00");
  made.fact(100, "100.00");
  made.fact(101, "90.00");
  made.fact(102, "10.00");
  made.fact(115, "20.00");
  BreakdownNode root = revenue_breakdown(made.analysis);
  REQUIRE(root.children.size() == 3);
  CHECK(root.children[0].fact == 2);
  CHECK(root.children[2].fact == 4);
  CHECK(root.children[2].per_mille == 167);
  made.analysis.disclosure.facts[3].value = decimal("5.00");
  root = revenue_breakdown(made.analysis);
  REQUIRE(root.children.size() == 2);
  CHECK(root.children[0].fact == 1);
  REQUIRE(root.children[0].children.size() == 3);
  CHECK(root.children[0].children[2].remainder);
}
