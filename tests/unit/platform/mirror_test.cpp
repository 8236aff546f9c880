// What the mirror hands to the page: the first description whole, then only what changed.
#include "platform/mirror.h"

#include "page_of_a_test.h"

#include <functional>
#include <set>
#include <string>

#include <doctest/doctest.h>

namespace {

using mingzhang::Mirror;
using mingzhang::NodeId;
using mingzhang::Role;

void frame(Mirror& mirror, const std::function<void()>& describe) {
  test::page().forget();
  mirror.begin_frame();
  describe();
  mirror.forget_events();
  mirror.end_frame();
}

void paragraph(Mirror& mirror, const char* key, const char* words) {
  mirror.leaf(Role::paragraph, key, {0, 0, 100, 24}, words);
}

}  // namespace

TEST_CASE("The first frame makes every element, in reading order, with what assistive technology hears") {
  test::new_page();
  Mirror mirror;
  NodeId heading = 0;
  frame(mirror, [&] {
    mirror.open(Role::group, "card", {10, 20, 300, 200});
    heading = mirror.leaf(Role::heading, "title", {26, 36, 200, 27}, "支出", {.size = 20}, {.level = 2});
    mirror.leaf(Role::button, "open", {26, 80, 80, 44}, "打开", {},
                {.expanded = false, .disabled = true, .name = "打开细目", .identifier = "open-details"});
    mirror.close();
    paragraph(mirror, "after", "之后");
  });
  CHECK(test::page().text() == "[[支出][打开]][之后]");
  const test::Element& element = test::page().elements.at(heading);
  CHECK(element.level == 2);
  // Places in the DOM count from the parent.
  CHECK(element.x == 16);
  CHECK(element.y == 16);
  const test::Element& button =
      test::page().elements.at(test::page().elements.at(test::page().top[0]).children[1]);
  CHECK(button.name == "打开细目");
  CHECK(button.identifier == "open-details");
  CHECK((button.flags & 0x30) == 0x10);  // expanded is told, and false
  CHECK((button.flags & 0x80) == 0x80);
}

TEST_CASE("An unchanged frame writes nothing") {
  test::new_page();
  Mirror mirror;
  const auto describe = [&] {
    mirror.open_region(Role::content, "content", {216, 0, 800, 600}, "内容");
    paragraph(mirror, "a", "甲");
    mirror.set_content_height(900);
    mirror.close();
  };
  frame(mirror, describe);
  CHECK(test::page().puts == 2);
  frame(mirror, describe);
  CHECK(test::page().puts + test::page().orders + test::page().removals == 0);
}

TEST_CASE("A changed word is one element; a new one in the middle moves no other") {
  test::new_page();
  Mirror mirror;
  const auto list = [&](const char* second, bool with_third) {
    return [&mirror, second, with_third] {
      paragraph(mirror, "a", "甲");
      paragraph(mirror, "b", second);
      if (with_third) paragraph(mirror, "b2", "新");
      paragraph(mirror, "c", "丙");
    };
  };
  frame(mirror, list("乙", false));
  frame(mirror, list("改", false));
  CHECK(test::page().puts == 1);
  CHECK(test::page().orders == 0);
  frame(mirror, list("改", true));
  CHECK(test::page().puts == 1);
  CHECK(test::page().orders == 1);
  CHECK(test::page().text() == "[甲][改][新][丙]");
  frame(mirror, list("改", false));
  CHECK(test::page().removals == 1);
  CHECK(test::page().text() == "[甲][改][丙]");
}

TEST_CASE("Another order of the same elements is told without writing them again") {
  test::new_page();
  Mirror mirror;
  frame(mirror, [&] { paragraph(mirror, "a", "甲"), paragraph(mirror, "b", "乙"); });
  frame(mirror, [&] { paragraph(mirror, "b", "乙"), paragraph(mirror, "a", "甲"); });
  CHECK(test::page().puts == 0);
  CHECK(test::page().text() == "[乙][甲]");
}

TEST_CASE("A whole view that goes away takes its elements along; the next one is complete") {
  test::new_page();
  Mirror mirror;
  const auto view = [&](const char* key, int rows) {
    mirror.open(Role::table, key, {0, 0, 500, 500});
    for (int i = 0; i < rows; ++i) {
      mirror.open(Role::row, std::to_string(i), {0, 0, 500, 24});
      mirror.leaf(Role::cell, "name", {0, 0, 200, 24}, "名");
      mirror.leaf(Role::cell, "value", {200, 0, 200, 24}, "1");
      mirror.close();
    }
    mirror.close();
  };
  frame(mirror, [&] { view("first", 700); });
  CHECK(test::page().elements.size() == 2101);
  frame(mirror, [&] { view("second", 3); });
  CHECK(test::page().elements.size() == 10);
  CHECK(test::page().text() == "[[[名][1]][[名][1]][[名][1]]]");
}

TEST_CASE("Ids stay the same while an element stays, and two elements never share one") {
  test::new_page();
  Mirror mirror;
  std::set<NodeId> ids;
  NodeId kept = 0, kept_later = 0;
  frame(mirror, [&] {
    kept = mirror.leaf(Role::button, "kept", {}, "留");
    for (int i = 0; i < 5000; ++i)
      ids.insert(mirror.leaf(Role::paragraph, std::to_string(i), {}, "段"));
    // A key used twice is the caller's mistake, yet both elements must live.
    ids.insert(mirror.leaf(Role::paragraph, "0", {}, "又"));
  });
  CHECK(ids.size() == 5001);
  CHECK(test::page().top.size() == 5002);
  frame(mirror, [&] {
    mirror.leaf(Role::paragraph, "before", {}, "前");
    kept_later = mirror.leaf(Role::button, "kept", {}, "留");
  });
  CHECK(kept == kept_later);
}

TEST_CASE("An event answers one element for one frame") {
  test::new_page();
  Mirror mirror;
  NodeId button = 0, field = 0;
  const auto describe = [&] {
    button = mirror.leaf(Role::button, "open", {}, "打开");
    field = mirror.leaf(Role::text_field, "value", {}, {});
  };
  frame(mirror, describe);
  CHECK_FALSE(mirror.activated(button));
  CHECK_FALSE(mirror.activated(0));

  mirror.set_activated(button);
  mirror.set_edited(field, "95");
  CHECK(mirror.has_events());
  CHECK(mirror.activated(button));
  CHECK_FALSE(mirror.activated(field));
  CHECK(mirror.edited(field) == "95");
  CHECK_FALSE(mirror.edited(button));
  frame(mirror, describe);
  CHECK_FALSE(mirror.has_events());
  CHECK_FALSE(mirror.activated(button));
  CHECK_FALSE(mirror.edited(field));
}

TEST_CASE("A region tells its height once, keeps its scroll, and brings a place into its upper third") {
  test::new_page();
  Mirror mirror;
  NodeId region = 0;
  float height = 2000;
  const auto describe = [&] {
    region = mirror.open_region(Role::content, "content", {216, 40, 800, 600}, "内容");
    mirror.leaf(Role::paragraph, "a", {40, 1000, 300, 24}, "甲");
    mirror.set_content_height(height);
    mirror.close();
  };
  frame(mirror, describe);
  CHECK(test::page().heights.at(region) == 2000);
  // Inside a region places count from its content, not from the window.
  CHECK(test::page().elements.at(test::page().elements.at(region).children[0]).x == 40);

  mirror.set_scroll(region, 120);
  CHECK(mirror.scroll_of(region) == 120);
  CHECK(mirror.scroll_of(region + 1) == 0);
  mirror.scroll_to(region, {40, 1000, 300, 24});
  frame(mirror, describe);
  REQUIRE(test::page().scrolls.size() == 1);
  CHECK(test::page().scrolls[0].second == doctest::Approx(800));

  mirror.scroll_to(region, {40, 30, 300, 24});
  mirror.scroll_to(region, {40, 1000, 300, 590});  // hardly fits: shown whole
  height = 500;
  frame(mirror, describe);
  REQUIRE(test::page().scrolls.size() == 3);
  CHECK(test::page().scrolls[1].second == 0);
  CHECK(test::page().scrolls[2].second == doctest::Approx(990));
  CHECK(test::page().heights.at(region) == 500);

  mirror.scroll_to_top(region);
  CHECK(mirror.scroll_of(region) == 0);
  frame(mirror, [] {});
  CHECK(mirror.scrollers().empty());
}

TEST_CASE("Words are said once, errors apart; the focus moves after the elements are there") {
  test::new_page();
  Mirror mirror;
  NodeId button = 0;
  mirror.announce("已打开");
  mirror.alert("文件是空的");
  const auto describe = [&] { button = mirror.leaf(Role::button, "close", {}, "关闭"); };
  frame(mirror, [&] {
    describe();
    mirror.focus(button);
  });
  frame(mirror, describe);
  CHECK(test::page().said == std::vector<std::string>{"已打开"});
  CHECK(test::page().alarms == std::vector<std::string>{"文件是空的"});
  CHECK(test::page().focused == button);
}

TEST_CASE("Closing more often than opening harms nothing") {
  test::new_page();
  Mirror mirror;
  frame(mirror, [&] {
    mirror.close();
    paragraph(mirror, "a", "甲");
    mirror.close();
    paragraph(mirror, "b", "乙");
  });
  CHECK(test::page().text() == "[甲][乙]");
}

namespace {

/// Ten parts of three lines each; those outside [first, last) may be kept. Returns how many were described.
int describe_parts(Mirror& mirror, int first, int last, std::uint64_t version, NodeId* last_line = nullptr) {
  int described = 0;
  for (int i = 0; i < 10; ++i) {
    const bool seen = i >= first && i < last;
    const std::string key = std::to_string(i);
    const mingzhang::Rect rect{0, 100.0F * static_cast<float>(i), 300, 100};
    if (!mirror.open_part(Role::group, key, rect, version, !seen)) continue;
    ++described;
    for (const char* line : {"一", "二", "三"}) {
      const NodeId id = mirror.leaf(Role::button, line, {0, rect.y, 300, 24}, key + line);
      if (last_line != nullptr) *last_line = id;
    }
    mirror.close();
  }
  return described;
}

}  // namespace

TEST_CASE("A part out of sight is described once and then kept as it is") {
  test::new_page();
  Mirror mirror;
  int described = 0;
  frame(mirror, [&] { described = describe_parts(mirror, 0, 2, 1); });
  CHECK(described == 10);
  CHECK(test::page().elements.size() == 40);
  const std::string all = test::page().text();
  frame(mirror, [&] { described = describe_parts(mirror, 0, 2, 1); });
  CHECK(described == 2);
  CHECK(test::page().puts + test::page().orders + test::page().removals == 0);
  frame(mirror, [&] { described = describe_parts(mirror, 7, 9, 1); });
  CHECK(described == 2);
  CHECK(test::page().puts + test::page().orders + test::page().removals == 0);
  CHECK(test::page().text() == all);
}

TEST_CASE("A part with a new version is described again, and only what differs is written") {
  test::new_page();
  Mirror mirror;
  int described = 0;
  frame(mirror, [&] { describe_parts(mirror, 0, 2, 1); });
  frame(mirror, [&] { describe_parts(mirror, 0, 2, 1); });
  frame(mirror, [&] { described = describe_parts(mirror, 0, 2, 2); });
  CHECK(described == 10);
  CHECK(test::page().puts + test::page().orders + test::page().removals == 0);
  frame(mirror, [&] { described = describe_parts(mirror, 0, 2, 2); });
  CHECK(described == 2);
}

TEST_CASE("An event for an element of a kept part reaches it") {
  test::new_page();
  Mirror mirror;
  NodeId last = 0;
  frame(mirror, [&] { describe_parts(mirror, 0, 2, 1, &last); });
  for (int again = 0; again < 2; ++again) {  // kept since the frame before, and for longer
    mirror.set_activated(last);
    int described = 0;
    NodeId met = 0;
    frame(mirror, [&] { described = describe_parts(mirror, 0, 2, 1, &met); });
    CHECK(described == 3);
    CHECK(met == last);
    frame(mirror, [&] { describe_parts(mirror, 0, 2, 1); });
  }
}

TEST_CASE("Parts that go away take their elements along, described or kept, one inside the other") {
  test::new_page();
  Mirror mirror;
  const auto nested = [&](bool seen) {
    if (!mirror.open_part(Role::group, "outer", {}, 1, !seen)) return;
    describe_parts(mirror, 0, 1, 1);
    mirror.close();
  };
  frame(mirror, [&] { nested(true); });
  CHECK(test::page().elements.size() == 41);
  frame(mirror, [&] { nested(true); });
  frame(mirror, [&] { nested(false); });
  frame(mirror, [&] { nested(false); });
  CHECK(test::page().elements.size() == 41);
  frame(mirror, [&] { paragraph(mirror, "a", "甲"); });
  CHECK(test::page().elements.size() == 1);
  frame(mirror, [&] { nested(false); });
  CHECK(test::page().elements.size() == 41);
}

TEST_CASE("A part that is left for later has no elements, and gets them when it is described") {
  test::new_page();
  Mirror mirror;
  const auto describe = [&](bool later) {
    if (!mirror.open_part(Role::group, "part", {}, 1, true)) return false;
    if (later) {
      mirror.leave_part();
      return false;
    }
    paragraph(mirror, "a", "甲");
    mirror.close();
    return true;
  };
  frame(mirror, [&] { describe(true); });
  CHECK(test::page().text() == "[]");
  bool described = false;
  frame(mirror, [&] { described = describe(false); });
  CHECK(described);
  CHECK(test::page().text() == "[[甲]]");
  frame(mirror, [&] { described = describe(false); });
  CHECK_FALSE(described);
}
