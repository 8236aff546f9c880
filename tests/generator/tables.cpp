#include "tables.h"

#include <initializer_list>
#include <vector>

namespace mingzhang::generator {
namespace {

using Row = std::vector<std::string>;

class Tables {
 public:
  Tables(const Budget& budget, const Style& style) : b_(budget), s_(style), print_(style) {}

  std::string write() {
    balance();
    income();
    by_function("部门支出" + word() + "总表", true);
    fiscal_balance();
    by_function("一般公共预算支出" + word() + "表", false);
    by_economic_class();
    three_public();
    empty_fund("政府性基金预算支出" + word() + "表", "政府性基金");
    if (b_.year >= 2021) empty_fund("国有资本经营预算支出" + word() + "表", "国有资本经营");
    if (b_.final_account) carry_over();
    return std::move(out_);
  }

 private:
  std::string word() const { return b_.final_account ? "决算" : "预算"; }
  std::string figures_head() const { return b_.final_account ? "决算数" : "预算数"; }

  void title(const std::string& name, const std::string& unit) {
    out_ += "\n" + std::to_string(b_.year) + "年" + name + "\n单位：" + unit + "\n";
  }

  void row(const Row& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      out_ += (i == 0 ? "" : "\t") + cells[i];
    out_ += "\n";
  }

  std::string cell(Fen amount) const { return print_.cell(amount); }

  /// Classes of the items with their sums.
  struct Node {
    std::string code;
    std::string name;
    Fen basic = 0;
    Fen project = 0;
    Fen reserve = 0;
    Fen total() const { return basic + project + reserve; }
  };

  std::vector<Node> tree(bool all_funds) const {
    std::vector<Node> out;
    for (const FunctionItem& item : b_.items) {
      const std::string code(item.code);
      for (const std::size_t digits : {std::size_t{3}, std::size_t{5}}) {
        const std::string above = code.substr(0, digits);
        bool there = false;
        for (const Node& node : out)
          there = there || node.code == above;
        if (there) continue;
        Node node{above, std::string(function_name(above))};
        for (const FunctionItem& other : b_.items) {
          if (std::string(other.code).substr(0, digits) != above) continue;
          node.basic += other.basic;
          node.project += all_funds ? other.project : other.public_project();
          node.reserve += other.reserve;
        }
        out.push_back(node);
      }
      out.push_back({code, std::string(item.name), item.basic,
                     all_funds ? item.project : item.public_project(), item.reserve});
    }
    return out;
  }

  std::vector<Node> classes(bool all_funds) const {
    std::vector<Node> out;
    for (const Node& node : tree(all_funds)) {
      if (node.code.size() == 3) out.push_back(node);
    }
    return out;
  }

  /// Two lists side by side, the shorter one filled up with empty cells.
  void side_by_side(const std::vector<Row>& left, const std::vector<Row>& right, std::size_t left_cells,
                    std::size_t right_cells) {
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      Row line = i < left.size() ? left[i] : Row(left_cells);
      const Row more = i < right.size() ? right[i] : Row(right_cells);
      line.insert(line.end(), more.begin(), more.end());
      row(line);
    }
  }

  static std::string numbered(std::size_t index) {
    static const char* const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    return std::string(numerals[index % 10]) + "、";
  }

  void balance() {
    title("部门收支" + word() + "总表", print_.table_unit());
    row({"收入", "", "支出", ""});
    row({"项目", figures_head(), "项目", figures_head()});
    std::vector<Row> left = {{"一、财政拨款收入", cell(b_.general_public())},
                             {"1. 一般公共预算资金", cell(b_.general_public())},
                             {"2. 政府性基金", cell(0)},
                             {"3. 国有资本经营预算", cell(0)},
                             {"二、事业收入", cell(b_.business_income)},
                             {"三、事业单位经营收入", cell(0)},
                             {"四、其他收入", cell(b_.other_income)}};
    std::vector<Row> right;
    if (b_.habit == Habit::reserve) {
      right = {{"一、基本支出", cell(b_.basic())},
               {"二、项目支出", cell(b_.project())},
               {"三、单位预留机动经费", cell(b_.reserve())}};
    } else {
      for (const Node& node : classes(true))
        right.push_back({numbered(right.size()) + node.name, cell(node.total())});
    }
    while (left.size() < right.size())
      left.push_back({"", ""});
    while (right.size() < left.size())
      right.push_back({"", ""});
    side_by_side(left, right, 2, 2);
    if (b_.carried_in == 0 && b_.carried_out == 0) {
      row({"收入总计", cell(b_.income()), "支出总计", cell(b_.expenditure())});
      return;
    }
    row({"本年收入合计", cell(b_.income()), "本年支出合计", cell(b_.expenditure())});
    row({b_.final_account ? "年初结转和结余" : "上年结转", cell(b_.carried_in),
         b_.final_account ? "年末结转和结余" : "结转下年", cell(b_.carried_out)});
    row({"收入总计", cell(b_.income() + b_.carried_in), "支出总计", cell(b_.expenditure() + b_.carried_out)});
  }

  void income() {
    title("部门收入" + word() + "总表", print_.table_unit());
    row({"项目", "合计", "财政拨款收入", "事业收入", "其他收入", "上年结转"});
    row({"收入总计", cell(b_.income() + b_.carried_in), cell(b_.general_public()), cell(b_.business_income),
         cell(b_.other_income), cell(b_.carried_in)});
  }

  Row code_cells(const Node& node) const {
    if (s_.codes == 2) return {node.code + node.name};
    if (s_.codes == 1) return {node.code, node.name};
    return {node.code.substr(0, 3), node.code.size() > 3 ? node.code.substr(3, 2) : "",
            node.code.size() > 5 ? node.code.substr(5, 2) : "", node.name};
  }

  /// Heads of code and name, and an empty row's cells for them.
  Row code_heads() const {
    if (s_.codes == 2) return {"科目"};
    if (s_.codes == 1) return {"科目编码", "科目名称"};
    return {"功能分类科目编码", "", "", "功能分类科目名称"};
  }

  Row total_label() const {
    Row out(code_heads().size());
    out.back() = "合计";
    return out;
  }

  void by_function(const std::string& name, bool all_funds) {
    if (b_.habit == Habit::reserve && all_funds) {
      title(name, print_.table_unit());
      row({"合计", "基本支出", "项目支出", "单位预留机动经费", "结转下年资金"});
      row({cell(b_.expenditure()), cell(b_.basic()), cell(b_.project()), cell(b_.reserve()), ""});
      return;
    }
    title(name, print_.table_unit());
    // With a third part, only the amounts in all are published by function.
    const bool parts = b_.habit != Habit::reserve;
    Row heads = code_heads();
    heads.push_back(parts ? "合计" : "金额");
    if (parts) heads.insert(heads.end(), {"基本支出", "项目支出"});
    row(heads);
    if (s_.codes == 0) {
      Row below = {"类", "款", "项"};
      below.resize(heads.size());
      row(below);
    }
    Node all{"", "合计"};
    const std::vector<Node> nodes = tree(all_funds);
    for (const Node& node : nodes) {
      if (node.code.size() != 3) continue;
      all.basic += node.basic;
      all.project += node.project;
      all.reserve += node.reserve;
    }
    const auto line = [&](Row cells, const Node& node) {
      cells.push_back(cell(node.total()));
      if (parts) cells.insert(cells.end(), {cell(node.basic), cell(node.project)});
      row(cells);
    };
    if (s_.total_first) line(total_label(), all);
    for (const Node& node : nodes)
      line(code_cells(node), node);
    if (!s_.total_first) line(total_label(), all);
  }

  void fiscal_balance() {
    title("财政拨款收支" + word() + "总表", print_.table_unit());
    row({"收入", "", "支出", "", ""});
    row({"项目", figures_head(), "项目", "合计", "一般公共预算"});
    std::vector<Row> left = {{"一、一般公共预算资金", cell(b_.general_public())},
                             {"二、政府性基金", cell(0)},
                             {"三、国有资本经营预算", cell(0)}};
    std::vector<Row> right;
    for (const Node& node : classes(false)) {
      const Fen amount = node.total();
      right.push_back({numbered(right.size()) + node.name, cell(amount), cell(amount)});
    }
    while (left.size() < right.size())
      left.push_back({"", ""});
    while (right.size() < left.size())
      right.push_back({"", "", ""});
    side_by_side(left, right, 2, 3);
    const Fen in = b_.general_public() + b_.carried_in;
    const Fen spent = b_.public_expenditure();
    if (b_.carried_in == 0 && b_.carried_out == 0) {
      row({"收入总计", cell(in), "支出总计", cell(spent), cell(spent)});
      return;
    }
    row({"本年收入合计", cell(b_.general_public()), "本年支出合计", cell(spent), cell(spent)});
    row({"年初财政拨款结转和结余", cell(b_.carried_in), "年末财政拨款结转和结余", cell(b_.carried_out),
         cell(b_.carried_out)});
    row({"总计", cell(in), "总计", cell(spent + b_.carried_out), cell(spent + b_.carried_out)});
  }

  void by_economic_class() {
    title("一般公共预算基本支出" + word() + "表", print_.table_unit());
    row({"科目编码", "经济分类科目名称", "合计", "人员经费", "公用经费"});
    const auto line = [&](const std::string& code, const std::string& name, Fen personnel, Fen operating) {
      row({code, name, cell(personnel + operating), cell(personnel), cell(operating)});
    };
    if (s_.total_first) line("", "合计", b_.personnel(), b_.operating());
    std::string last;
    for (const EconomicItem& item : b_.economic) {
      const std::string group = std::string(item.code).substr(0, 3);
      if (group != last) {
        Fen sum = 0;
        for (const EconomicItem& other : b_.economic)
          sum += std::string(other.code).substr(0, 3) == group ? other.amount : 0;
        line(group, std::string(economic_name(group)), item.personnel ? sum : 0, item.personnel ? 0 : sum);
        last = group;
      }
      line(std::string(item.code), std::string(item.name), item.personnel ? item.amount : 0,
           item.personnel ? 0 : item.amount);
    }
    if (!s_.total_first) line("", "合计", b_.personnel(), b_.operating());
  }

  void three_public() {
    title("“三公”经费支出" + word() + "表", "万元");
    const auto wan = [&](Fen amount) { return print_.cell_in_wan(amount); };
    row({"合计", "因公出国（境）费", "公务用车购置及运行费", "", "", "公务接待费"});
    row({"", "", "小计", "公务用车购置费", "公务用车运行费", ""});
    const ThreePublic& t = b_.three;
    row({wan(t.total()), wan(t.abroad), wan(t.vehicles()), wan(t.purchase), wan(t.operation),
         wan(t.reception)});
  }

  void empty_fund(const std::string& name, const std::string& fund) {
    title(name, print_.table_unit());
    row({"科目编码", "科目名称", "合计", "基本支出", "项目支出"});
    row({"", "合计", "", "", ""});
    out_ += "注：本部门" + std::to_string(b_.year) + "年无" + fund + "预算安排的支出，本表为空表。\n";
  }

  /// Roll-forward of the public budget's balance.
  void carry_over() {
    title("财政拨款结转结余情况表", print_.table_unit());
    row({"项目", "年初结转和结余", "本年收入", "本年支出", "年末结转和结余"});
    const Row line = {cell(b_.carried_in), cell(b_.general_public()), cell(b_.public_expenditure()),
                      cell(b_.carried_out)};
    row({"一般公共预算", line[0], line[1], line[2], line[3]});
    row({"合计", line[0], line[1], line[2], line[3]});
  }

  const Budget& b_;
  const Style& s_;
  Printer print_;
  std::string out_;
};

}  // namespace

std::string write_tables(const Budget& budget, const Style& style) {
  return Tables(budget, style).write();
}

}  // namespace mingzhang::generator
