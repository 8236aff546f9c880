// Heads of the standard tables, word by word.
#include "disclosure/heads.h"

#include "support.h"

#include <string>

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

/// "figures expenditure.total year=2022 stage=3 …" in the order of the fields, what is unset left out.
std::string meaning(std::string_view head) {
  const HeadMeaning m = meaning_of_head(fold_label(head), vocabulary().lexicon());
  constexpr const char* kinds[] = {"unknown", "code", "name", "label", "unit", "other", "figures"};
  std::string words = kinds[static_cast<std::size_t>(m.kind)];
  if (m.total) words += " total";
  if (m.concept_id != no_concept) words += " " + vocabulary()[m.concept_id].id;
  if (m.scope != Scope::all) words += " scope=" + std::to_string(static_cast<int>(m.scope));
  if (m.stage != Stage::unstated) words += " stage=" + std::to_string(static_cast<int>(m.stage));
  if (m.year != 0) words += " year=" + std::to_string(m.year);
  if (m.measure != Measure::amount) words += " measure=" + std::to_string(static_cast<int>(m.measure));
  if (m.base != Base::unstated) words += " base=" + std::to_string(static_cast<int>(m.base));
  return words;
}

}  // namespace

TEST_CASE("what a column holds") {
  CHECK(meaning("功能分类科目编码") == "code");
  CHECK(meaning("科目名称") == "name");
  CHECK(meaning("项  目") == "label");
  CHECK(meaning("单位代码") == "unit");
  CHECK(meaning("行次") == "other");
  CHECK(meaning("合 计") == "figures total");
  CHECK(meaning("本年收入") == "figures revenue.total");
  CHECK(meaning("财政拨款收入") == "figures revenue.fiscal");
  CHECK(meaning("项目支出") == "figures expenditure.project");
  CHECK(meaning("因公出国（境）费") == "figures three_public.abroad");
}

TEST_CASE("years, stages and comparisons") {
  CHECK(meaning("2022年执行数") == "figures stage=3 year=2022");
  CHECK(meaning("2023年预算数") == "figures stage=1 year=2023");
  CHECK(meaning("上年预算数") == "figures stage=1 year=-1");
  CHECK(meaning("2023年预算数比2022年执行数") == "figures stage=1 year=2023 base=2");
  CHECK(meaning("增减额") == "figures measure=1");
  CHECK(meaning("增减（%）") == "figures measure=2");
  CHECK(meaning("本年一般公共预算支出") == "figures expenditure.total scope=2 year=1");
}

TEST_CASE("a word that is not known makes the head unknown") {
  CHECK(meaning("援外项目支出") == "unknown");
  CHECK(meaning("非同级财政拨款") == "unknown");
  CHECK(meaning("") == "unknown");
}
