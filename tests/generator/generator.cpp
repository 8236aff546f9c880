#include "generator.h"

#include "tables.h"

#include <algorithm>
#include <vector>

namespace mingzhang::generator {
namespace {

constexpr std::string_view unchanged[] = {"持平", "一致"};
constexpr std::string_view reasons[] = {"人员变动", "项目安排调整", "据实安排"};

class Narrative {
 public:
  Narrative(const Budget& budget, const Style& style, Random& random)
      : b_(budget), s_(style), random_(random), print_(style) {}

  std::string front() {
    line(b_.body + year() + (b_.final_account ? "年度部门决算" : "年部门预算"));
    if (s_.contents) {
      line("目  录");
      for (const char* entry :
           {"第一部分 部门概况", "第二部分 部门预算表", "第三部分 情况说明", "第四部分 名词解释"})
        line(with_word(entry));
    }
    line("第一部分 部门概况");
    line("一、主要职责");
    line("（一）负责全县有关工作的统筹协调和监督管理。");
    line("（二）承办上级交办的其他事项。");
    line("二、机构设置");
    line(b_.institutions ? "本部门由局机关和所属2家事业单位组成。" : "本部门只有局机关，没有所属单位。");
    return std::move(out_);
  }

  std::string explanation() {
    line("第三部分 情况说明");
    line("一、收支总体情况");
    totals();
    parts();
    if (random_.chance(70)) items();
    line("二、“三公”经费情况");
    three_public();
    line("三、其他重要事项");
    others();
    return std::move(out_);
  }

  std::string glossary() {
    line("第四部分 名词解释");
    line("（一）基本支出：为保障机构正常运转、完成日常工作任务安排的支出。");
    line("（二）项目支出：在基本支出之外为完成特定任务安排的支出。");
    return std::move(out_);
  }

 private:
  void line(const std::string& words) { out_ += words + "\n"; }
  std::string year() const { return std::to_string(b_.year); }
  std::string last() const { return std::to_string(b_.year - 1); }
  std::string word() const { return b_.final_account ? "决算" : "预算"; }
  std::string with_word(std::string words) const {
    if (const std::size_t at = words.find("预算"); at != std::string::npos) words.replace(at, 6, word());
    return words;
  }

  /// ，比2023年预算增加3.20万元，增长4.10%: from the two amounts as they are printed elsewhere.
  std::string change(Fen now, Fen before) {
    if (now == before) return std::string("，") + against() + std::string(random_.one_of(unchanged));
    const bool up = now > before;
    std::string out =
        "，" + against() + (up ? "增加" : "减少") + print_.prose(up ? now - before : before - now);
    if (before > 0 && random_.chance(60))
      out += std::string("，") + (up ? "增长" : "下降") +
             print_.percent(up ? now - before : before - now, before);
    return out;
  }

  std::string against() {
    if (b_.final_account) return "与" + last() + "年度决算相比";
    return random_.chance(50) ? "比" + last() + "年预算" : "与上年预算数相比";
  }

  std::string reason() { return std::string("，主要原因是") + std::string(random_.one_of(reasons)) + "。"; }

  void totals() {
    const Fen in = b_.income() + b_.carried_in;
    const Fen spent = b_.expenditure() + b_.carried_out;
    if (b_.final_account) {
      line(year() + "年度收入总计" + print_.prose(in) + "，支出总计" + print_.prose(spent) + "。");
      return;
    }
    line(year() + "年收入预算" + print_.prose(in) + "，其中：一般公共预算拨款收入" +
         print_.prose(b_.general_public()) + "，事业收入" + print_.prose(b_.business_income) + "，其他收入" +
         print_.prose(b_.other_income) +
         (b_.carried_in > 0 ? "，上年结转" + print_.prose(b_.carried_in) : "") + "。");
    line(year() + "年支出预算" + print_.prose(b_.expenditure()) + change(b_.expenditure(), b_.last_year) +
         reason());
  }

  void parts() {
    const Fen all = b_.expenditure();
    std::string words =
        std::string(b_.final_account ? "本年支出合计" : "支出预算") + print_.prose(all) + "，其中：";
    const bool shares = b_.reserve() == 0 && random_.chance(50);
    words += "基本支出" + print_.prose(b_.basic()) + (shares ? "，占" + print_.percent(b_.basic(), all) : "");
    words += "；项目支出" + print_.prose(b_.project()) +
             (shares ? "，占" + print_.percent(b_.project(), all) : "");
    if (b_.reserve() > 0) words += "；单位预留机动经费" + print_.prose(b_.reserve());
    line(words + "。");
    line("基本支出" + print_.prose(b_.basic()) + "，包括：人员经费" + print_.prose(b_.personnel()) +
         "，公用经费" + print_.prose(b_.operating()) + "。");
    if (b_.projects.size() > 1 && random_.chance(50)) {
      std::string list = "项目支出" + print_.prose(b_.project()) + "，主要是";
      for (std::size_t i = 0; i + 1 < b_.projects.size(); ++i)
        list += (i == 0 ? "" : "、") + b_.projects[i].name + print_.prose(b_.projects[i].amount);
      line(list + "等。");
    }
  }

  void items() {
    std::size_t number = 0;
    for (const FunctionItem& item : b_.items) {
      if (item.total() == 0 || item.from_other > 0) continue;
      const std::string code(item.code);
      line(std::to_string(++number) + ".“" + std::string(function_name(code.substr(0, 3))) + "（类）" +
           std::string(function_name(code.substr(0, 5))) + "（款）" + std::string(item.name) + "（项）”" +
           print_.prose(item.total()) + "，主要用于相关工作支出。");
    }
  }

  void three_public() {
    const ThreePublic& t = b_.three;
    const ThreePublic& before = b_.three_before;
    const std::string label = b_.final_account ? "“三公”经费支出决算为" : "“三公”经费预算数为";
    line(year() + (b_.final_account ? "年度" : "年") + label + print_.prose(t.total()) +
         change(t.total(), before.total()) + "。其中：");
    line("（一）因公出国（境）费" + print_.prose(t.abroad) + change(t.abroad, before.abroad) + "。");
    if (s_.nested_three)
      line("（二）公务用车购置及运行费" + print_.prose(t.vehicles()) + "，其中：公务用车购置费" +
           print_.prose(t.purchase) + "，公务用车运行费" + print_.prose(t.operation) + "。");
    else
      line("（二）公务用车购置及运行费" + print_.prose(t.vehicles()) +
           change(t.vehicles(), before.vehicles()) + "。");
    line("（三）公务接待费" + print_.prose(t.reception) + change(t.reception, before.reception) + "。");
  }

  void others() {
    line("（一）机关运行经费");
    line(year() + "年机关运行经费" + word() + print_.prose(b_.agency_running) + "。");
    line("（二）政府采购情况");
    const auto& p = b_.procurement;
    line(year() + "年政府采购" + word() + print_.prose(p[0] + p[1] + p[2]) + "，其中：政府采购货物" + word() +
         print_.prose(p[0]) + "、政府采购工程" + word() + print_.prose(p[1]) + "、政府采购服务" + word() +
         print_.prose(p[2]) + "。");
    line("（三）国有资产占有使用情况");
    int vehicles = 0;
    std::string uses;
    for (std::size_t i = 0; i < b_.vehicles_by_use.size(); ++i) {
      vehicles += b_.vehicles_by_use[i];
      uses += (i == 0 ? "" : "、") + std::string(vehicle_uses()[i]) + std::to_string(b_.vehicles_by_use[i]) +
              "辆";
    }
    const std::string day = b_.final_account ? year() + "年12月31日" : last() + "年12月31日";
    if (vehicles > 0 && b_.three.operation > 0)
      line("截至" + day + "，本部门共有车辆" + std::to_string(vehicles) + "辆，其中：" + uses + "。");
    line("（四）绩效目标设置情况");
    if (b_.projects.size() > 1)
      line(year() + "年度，本部门编报绩效目标的项目" + std::to_string(b_.projects_with_targets) + "个，涉及" +
           word() + "金额" + print_.prose(b_.project()) + "。");
    else
      line("项目支出按规定编报绩效目标。");
  }

  const Budget& b_;
  const Style& s_;
  Random& random_;
  Printer print_;
  std::string out_;
};

}  // namespace

Style random_style(Random& random) {
  Style style;
  style.tables_in_yuan = random.chance(50);
  style.separators = random.chance(40);
  style.drop_zeros_in_prose = random.chance(40);
  style.drop_zeros_in_tables = random.chance(30);
  style.cut_prose = style.tables_in_yuan && random.chance(15);
  style.cut_rates = random.chance(20);
  style.zeros_in_cells = random.chance(40);
  style.total_first = random.chance(40);
  style.codes = static_cast<int>(random.below(3));
  style.nested_three = random.chance(50);
  style.contents = random.chance(30);
  return style;
}

std::string write_disclosure(const Budget& budget, const Style& style, Random& random) {
  Narrative narrative(budget, style, random);
  std::string out = narrative.front();
  out += std::string("第二部分 部门") + (budget.final_account ? "决算表\n" : "预算表\n");
  out += write_tables(budget, style) + "\n";
  out += narrative.explanation();
  out += narrative.glossary();
  return out;
}

std::string disclosure_text(std::uint64_t seed) {
  Random random(seed);
  const Budget budget = random_budget(random);
  const Style style = random_style(random);
  return write_disclosure(budget, style, random);
}

}  // namespace mingzhang::generator
