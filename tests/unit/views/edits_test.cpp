#include "views/edits.h"

#include "made.h"

using namespace mingzhang;

namespace {

constexpr Span first{10, 20}, second{30, 40};

Edit edit(Span place, std::string_view value) {
  return {
      .kind = Edit::Kind::trial, .place = place, .value = decimal(value), .unit = Unit::ten_thousand_yuan};
}

Fact printed(std::string_view value) {
  Fact fact;
  fact.value = decimal(value);
  fact.unit = Unit::ten_thousand_yuan;
  fact.source.span = first;
  return fact;
}

}  // namespace

TEST_CASE("an edit takes the place of an earlier one of the same figure; each can be undone and done again") {
  Edits edits;
  edits.put(edit(first, "90"));
  edits.put(edit(second, "5"));
  edits.put(edit(first, "91"));
  REQUIRE(edits.all().size() == 2);
  CHECK(edits.at(first)->value == decimal("91"));
  edits.undo();
  CHECK(edits.at(first)->value == decimal("90"));
  edits.undo();
  CHECK(edits.at(second) == nullptr);
  edits.redo();
  edits.redo();
  CHECK_FALSE(edits.can_redo());
  CHECK(edits.at(first)->value == decimal("91"));
}

TEST_CASE("the keys typed one after the other are one step") {
  Edits edits;
  edits.put(edit(first, "9"));
  edits.put(edit(first, "90"), true);
  edits.put(edit(first, "90.5"), true);
  edits.undo();
  CHECK(edits.empty());
  CHECK_FALSE(edits.can_undo());
}

TEST_CASE("figures are restored one by one or all at once, and that can be undone too") {
  Edits edits;
  edits.put(edit(first, "90"));
  edits.put(edit(second, "5"));
  edits.remove(first);
  CHECK(edits.all().size() == 1);
  edits.clear();
  CHECK(edits.empty());
  edits.undo();
  edits.undo();
  CHECK(edits.all().size() == 2);
}

TEST_CASE("what was done after an undo ends the way forward") {
  Edits edits;
  edits.put(edit(first, "90"));
  edits.undo();
  edits.put(edit(second, "1"));
  CHECK_FALSE(edits.can_redo());
}

TEST_CASE("every change has a version of its own") {
  Edits edits;
  const auto start = edits.version();
  edits.put(edit(first, "90"));
  const auto changed = edits.version();
  CHECK(changed != start);
  edits.put(edit(first, "90"));
  CHECK(edits.version() == changed);
  edits.undo();
  CHECK(edits.version() != changed);
}

TEST_CASE("figures are typed with separators, signs and units, or not at all") {
  const Fact fact = printed("83");
  const auto typed = [&](std::string_view words) { return edit_from(words, fact, Edit::Kind::trial); };
  CHECK(typed("90")->value == decimal("90"));
  CHECK(typed("90")->unit == Unit::ten_thousand_yuan);
  CHECK(typed("1,234.50")->value.to_string() == "1234.50");
  CHECK(typed("−3.5")->value == decimal("-3.5"));
  CHECK(typed("-3.5")->value == decimal("-3.5"));
  CHECK(typed("＋１２")->value == decimal("12"));
  CHECK(typed("28.55元")->unit == Unit::yuan);
  CHECK(typed(" 28.55 万元 ")->unit == Unit::ten_thousand_yuan);
  CHECK(typed("90")->place == first);
  for (const std::string_view words :
       {"", "元", "九十", "90万亩", "1.2.3", "--5", "9e9", "12345678901234567"})
    CHECK_FALSE(typed(words));
}

TEST_CASE("a revision changes every fact of the place and puts all back") {
  Disclosure disclosure;
  disclosure.facts = {printed("12"), printed("-12"), printed("7")};
  disclosure.facts[2].source.span = second;
  Revision revision;
  revision.make(disclosure, {edit(first, "15")});
  CHECK(disclosure.facts[0].value == decimal("15"));
  CHECK(disclosure.facts[1].value == decimal("-15"));
  CHECK(disclosure.facts[2].value == decimal("7"));
  CHECK(revision.printed(1)->value == decimal("-12"));
  CHECK(revision.printed(2) == nullptr);
  revision.make(disclosure, {edit(second, "8")});
  CHECK(disclosure.facts[0].value.to_string() == "12");
  CHECK(disclosure.facts[2].value == decimal("8"));
  revision.make(disclosure, {edit({1, 2}, "8")});
  CHECK(revision.changed().empty());
  CHECK(disclosure.facts[2].value == decimal("7"));
}
