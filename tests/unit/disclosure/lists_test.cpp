// Duties, goals, safeguards, glossary.
#include "support.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("lists below their headings") {
  const Reading reading = read_text(
      "临河县档案局2020年部门预算公开\n\n一、部门概况\n\n（一）主要职责\n\n1、负责保管档案。\n\n2、负责编研工"
      "作。\n\n"
      "二、绩效情况\n\n（一）职责分类绩效目标\n\n1、管好档案。库房达标。\n\n（二）保障措施\n\n1、加强领导；\n"
      "\n2、落实责任。\n\n"
      "三、名词解释\n\n1、基本支出：为保障运转发生的支出。\n\n2、项目支出：为完成任务发生的支出。\n");
  const Disclosure& found = reading.disclosure;
  REQUIRE(found.duties.size() == 2);
  CHECK(found.duties[1].ordinal == 2);
  CHECK(reading.document.words(found.duties[1].source.span) == "2、负责编研工作。");
  CHECK(found.goals.size() == 1);
  CHECK(found.safeguards.size() == 2);
  REQUIRE(found.glossary.size() == 2);
  CHECK(found.glossary[0].term == "基本支出");
  CHECK(found.glossary[1].term == "项目支出");
}
