// The form of tables: how far classifications go down, and what is said of empty tables.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

Sketch functions(std::int16_t year, std::string_view last_code) {
  Sketch sketch(year);
  sketch.table("一般公共预算支出表", {{"科目编码", "科目名称", "金额"},
                                      {"201", "一般公共服务支出", "10.00"},
                                      {"20103", "政府办公厅", "10.00"},
                                      {std::string(last_code), "行政运行", "10.00"}});
  return sketch;
}

Sketch empty_table(std::string_view note, std::string_view figure) {
  Sketch sketch(2024);
  sketch.table("政府性基金预算支出表",
               {{"科目编码", "科目名称", "金额"}, {"", "", ""}, {"", "合计", std::string(figure)}});
  if (!note.empty()) sketch.words(note);
  return sketch;
}

}  // namespace

TEST_CASE("by function down to items, from 2021 on") {
  CHECK(functions(2024, "2010301").of("missing.granularity")[0].status == Status::holds);
  CHECK(outcomes(functions(2024, "20106").of("missing.granularity")) == "fails warning: ");
  CHECK(functions(2019, "20106").of("missing.granularity").empty());
}

TEST_CASE("basic expenditure by economic class down to subclasses; a summary without codes owes nothing") {
  Sketch classes(2024);
  classes.table("一般公共预算基本支出表", {{"科目编码", "科目名称", "金额"},
                                           {"301", "工资福利支出", "10.00"},
                                           {"302", "商品和服务支出", "3.00"}});
  CHECK(classes.of("missing.granularity")[0].message == "missing.granularity.economic");
  Sketch summary(2024);
  summary.table("收支总表",
                {{"支出", "金额"}, {"一、一般公共服务支出", "10.00"}, {"二、住房保障支出", "3.00"}});
  CHECK(summary.of("missing.granularity").empty());
}

TEST_CASE("an empty table of funds is said to be empty") {
  CHECK(empty_table("注：本部门无政府性基金预算，本表为空表。", "").of("missing.empty_note")[0].status ==
        Status::holds);
  Sketch silent = empty_table("", "");
  CHECK(silent.of("missing.empty_note").empty());  // tables alone: the narrative may be another file
  silent.paragraph().sentence({{"expenditure.total", "10.00万元"}});
  CHECK(outcomes(silent.of("missing.empty_note")) == "fails warning: ");
  CHECK(empty_table("", "5.00").of("missing.empty_note").empty());
}

TEST_CASE("a table said to be empty holds no figures, and zeros are none") {
  CHECK(
      outcomes(empty_table("注：本部门没有使用政府性基金，本表为空表。", "5.00").of("missing.empty_note")) ==
      "fails error: ");
  CHECK(empty_table("注：本表为空表。", "0.00").of("missing.empty_note")[0].status == Status::holds);
}

TEST_CASE("the prose may say it too") {
  Sketch sketch = empty_table("", "");
  sketch.words("本部门当年没有使用政府性基金预算拨款安排的支出。");
  CHECK(sketch.of("missing.empty_note")[0].status == Status::holds);
}
