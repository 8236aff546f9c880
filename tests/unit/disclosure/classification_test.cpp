// The classifications as data: names by code and year, codes by name, renumbered items.
#include "disclosure/classification.h"

#include "support.h"

#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

std::vector<std::string> codes(const Classification& classes, std::string_view name, std::string_view prefix,
                               std::size_t digits, int year) {
  std::vector<std::string> found;
  for (const ClassifiedItem* item : classes.named(name, prefix, digits, year))
    found.push_back(item->code);
  return found;
}

}  // namespace

TEST_CASE("a code has the name of its year") {
  const Classification& function = vocabulary().function();
  CHECK(function.name_of("210", 2024) == "卫生健康支出");
  CHECK(function.name_of("210", 2018) == "医疗卫生与计划生育支出");
  CHECK(function.name_of("210", 0) == "卫生健康支出");
  CHECK(function.name_of("2080501", 2017) == "归口管理的行政单位离退休");
  CHECK(function.name_of("20801", 2011) == "人力资源和社会保障管理事务");
  CHECK(function.name_of("2010308", 2025) == "信访事务");  // its last name, in later years too
  CHECK(function.name_of("2987654", 2024).empty());
  CHECK(vocabulary().economic().name_of("30307", 2017) == "医疗费");
  CHECK(vocabulary().economic().name_of("30307", 2018) == "医疗费补助");
}

TEST_CASE("a printed name fits its code, or is that of other years, or of another code") {
  const Classification& function = vocabulary().function();
  CHECK(function.fit("210", "卫生健康支出", 2024) == NameFit::fits);
  CHECK(function.fit("210", "卫生健康", 2024) == NameFit::fits);
  CHECK(function.fit("210", "医疗卫生与计划生育支出", 2024) == NameFit::other_year);
  CHECK(function.fit("210", "医疗卫生与计划生育支出", 2018) == NameFit::fits);
  CHECK(function.fit("210", "住房保障支出", 2024) == NameFit::other);
  CHECK(function.fit("20103", "政府办公厅(室)及相关机构事务", 2024) == NameFit::fits);
  CHECK(function.fit("2082899", "其他退役军人事务管理支出", 2024) == NameFit::fits);  // the rest of its class
  CHECK(function.fit("2999901", "行政运行", 2024) == NameFit::unknown);
}

TEST_CASE("names lead to codes of their level, those of the year first") {
  const Classification& function = vocabulary().function();
  CHECK(codes(function, "行政运行", "20101", 7, 2024) == Lines{"2010101"});
  CHECK(codes(function, "卫生健康支出", "", 3, 2024) == Lines{"210"});
  CHECK(codes(function, "医疗卫生与计划生育", "", 3, 2024) == Lines{"210"});
  CHECK(codes(function, "信息化建设", "204", 7, 2024).size() == 2);
  CHECK(codes(function, "星际事务", "", 5, 2024).empty());
}

TEST_CASE("items are followed through new codes") {
  const Classification& function = vocabulary().function();
  CHECK(function.code_in("2010308", 2023, 2024) == "20140");
  CHECK(function.code_in("20140", 2024, 2023) == "2010308");
  CHECK(function.code_in("2010308", 2022, 2023) == "2010308");
  CHECK(function.code_in("2010101", 2018, 2025) == "2010101");
  CHECK(vocabulary().economic().code_in("30311", 2017, 2018) == "30113");
}

TEST_CASE("every entry stands below its class, with a name in both languages and years in order") {
  for (const Classification* classes : {&vocabulary().function(), &vocabulary().economic()}) {
    CHECK(classes->items().size() > 100);
    for (const ClassifiedItem& item : classes->items()) {
      INFO(item.code);
      const bool length = item.code.size() == 3 || item.code.size() == 5 || item.code.size() == 7;
      CHECK(length);
      if (item.code.size() > 3) CHECK(classes->find(item.code.substr(0, item.code.size() - 2)) != nullptr);
      for (const ItemName& name : item.names) {
        const bool in_order = name.to == 0 || name.from <= name.to;
        CHECK(in_order);
      }
      const Concept& named = vocabulary()[item.concept_id];
      CHECK(named.name_zh == item.names.front().name);
      CHECK(named.name_en.find(item.code) == std::string::npos);
    }
  }
}
