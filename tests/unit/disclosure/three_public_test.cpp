// Rows of the three public expenses whose heads do not say which column is which.
#include "support.h"

#include <string>

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

/// One row below heads whose wide ones are cut into pieces, as page layouts leave them.
Lines facts_of_row(const std::string& figures, const char* kind = "预算") {
  std::string html = "<html><body><h1>临河县档案局2023年部门" + std::string(kind) +
                     "</h1><p>“三公”经费支出表</p><p>单位：万元</p><table>";
  html +=
      "<tr><th>合计</th><th>因公出国</th><th>公务用车购置及</th><th>运行费</th><th>购置费</"
      "th><th>公务接待费</th></tr>";
  html += "<tr>" + figures + "</tr></table></body></html>";
  Lines lines = facts_of(read_text(html));
  for (std::string& line : lines)
    line.resize(line.rfind(" @"));
  return lines;
}

}  // namespace

TEST_CASE("the sums of the row say which column is which") {
  CHECK(facts_of_row("<td>12</td><td>1</td><td>9</td><td>2</td><td>7</td><td>2</td>") ==
        Lines{"three_public.total 2023 amount 12 万元", "three_public.abroad 2023 amount 1 万元",
              "three_public.vehicles 2023 amount 9 万元", "three_public.vehicle_purchase 2023 amount 2 万元",
              "three_public.vehicle_operation 2023 amount 7 万元",
              "three_public.reception 2023 amount 2 万元"});
}

TEST_CASE("a row whose sums do not hold is left alone") {
  for (const std::string& line :
       facts_of_row("<td>13</td><td>1</td><td>9</td><td>2</td><td>7</td><td>2</td>"))
    CHECK(line.find("three_public.vehicle_purchase 2023 amount 2 ") == std::string::npos);
}
