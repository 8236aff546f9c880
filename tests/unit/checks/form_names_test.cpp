// Names of the body, and the table of contents.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("部门 and 单位 in one document") {
  const auto sketch = [](std::string_view prose) {
    Sketch out(2024);
    out.words("临禾县档案局2024年部门预算", BlockKind::title);
    out.words("本部门收入安排如下。");
    out.words(prose);
    return out;
  };
  CHECK(sketch("本部门没有国有资本经营预算。").of("structure.naming").empty());
  const auto mixed = sketch("本单位没有国有资本经营预算。").of("structure.naming");
  REQUIRE(mixed.size() == 1);
  CHECK(mixed[0].severity == Severity::notice);
  CHECK(mixed[0].sources.size() == 1);
}

TEST_CASE("the body's name is spelt one way; another body's name is no finding") {
  const auto sketch = [](std::string_view line) {
    Sketch out(2024);
    out.disclosure.entity = "临禾县自然资源和规划局";
    out.words(line);
    return out;
  };
  CHECK(sketch("编制部门：临禾县自然资源和规划局").of("structure.naming").empty());
  CHECK(sketch("编制部门：临禾县规划和自然资源局").of("structure.naming").size() == 1);
  CHECK(sketch("编制部门：临禾县不动产登记中心").of("structure.naming").empty());
}

TEST_CASE("what the contents list is there") {
  const auto sketch = [](std::string_view last) {
    Sketch out(2024);
    out.words("目  录");
    for (const std::string_view entry :
         {"一、主要职责……1", "二、机构设置……2", "三、收支情况说明……3", "四、国有资产占用情况……9"})
      out.words(entry);
    out.words("临禾县档案局主要职责", BlockKind::heading);
    out.words("机构设置情况", BlockKind::heading);
    out.words("收支情况说明", BlockKind::heading);
    out.words(last, BlockKind::heading);
    return out;
  };
  CHECK(sketch("国有资产占用情况说明").of("structure.contents")[0].status == Status::holds);
  const auto missing = sketch("名词解释").of("structure.contents");
  REQUIRE(missing.size() == 1);
  CHECK(outcome(missing[0]) == "fails notice: ");
  CHECK(knowledge().messages.sentence(missing[0], Language::zh) ==
        "目录列有“国有资产占用情况”，文中没有找到相应的标题或表格。");
}
