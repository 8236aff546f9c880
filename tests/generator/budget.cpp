#include "budget.h"

#include <algorithm>

namespace mingzhang::generator {
namespace {

constexpr FunctionName function_names[] = {
    {"201", "一般公共服务支出"},
    {"20103", "政府办公厅（室）及相关机构事务"},
    {"20106", "财政事务"},
    {"20129", "群众团体事务"},
    {"206", "科学技术支出"},
    {"20607", "科学技术普及"},
    {"208", "社会保障和就业支出"},
    {"20805", "行政事业单位养老支出"},
    {"20808", "抚恤"},
    {"210", "卫生健康支出"},
    {"21011", "行政事业单位医疗"},
    {"212", "城乡社区支出"},
    {"21201", "城乡社区管理事务"},
    {"213", "农林水支出"},
    {"21301", "农业农村"},
    {"221", "住房保障支出"},
    {"22102", "住房改革支出"},
};

constexpr FunctionName function_items[] = {
    {"2010301", "行政运行"},
    {"2010302", "一般行政管理事务"},
    {"2010350", "事业运行"},
    {"2010601", "行政运行"},
    {"2010607", "信息化建设"},
    {"2012901", "行政运行"},
    {"2012999", "其他群众团体事务支出"},
    {"2060702", "科普活动"},
    {"2080501", "行政单位离退休"},
    {"2080505", "机关事业单位基本养老保险缴费支出"},
    {"2080506", "机关事业单位职业年金缴费支出"},
    {"2080801", "死亡抚恤"},
    {"2101101", "行政单位医疗"},
    {"2101102", "事业单位医疗"},
    {"2101103", "公务员医疗补助"},
    {"2120101", "行政运行"},
    {"2120104", "城管执法"},
    {"2130104", "事业运行"},
    {"2130122", "农业生产发展"},
    {"2210201", "住房公积金"},
    {"2210203", "购房补贴"},
};

constexpr FunctionName economic_names[] = {
    {"301", "工资福利支出"},
    {"302", "商品和服务支出"},
    {"303", "对个人和家庭的补助"},
    {"310", "资本性支出"},
};

constexpr FunctionName economic_items[] = {
    {"30101", "基本工资"},
    {"30102", "津贴补贴"},
    {"30103", "奖金"},
    {"30107", "绩效工资"},
    {"30108", "机关事业单位基本养老保险缴费"},
    {"30110", "职工基本医疗保险缴费"},
    {"30113", "住房公积金"},
    {"30201", "办公费"},
    {"30205", "水费"},
    {"30206", "电费"},
    {"30207", "邮电费"},
    {"30211", "差旅费"},
    {"30213", "维修（护）费"},
    {"30216", "培训费"},
    {"30228", "工会经费"},
    {"30239", "其他交通费用"},
    {"30299", "其他商品和服务支出"},
    {"30302", "退休费"},
    {"30305", "生活补助"},
    {"31002", "办公设备购置"},
};

constexpr std::string_view counties[] = {"临禾县", "清水县", "云岭县", "河口区",
                                         "东桥区", "白塔市", "松原县"};
constexpr std::string_view bodies[] = {"档案局",       "文化和旅游局", "农业农村局", "水务局",
                                       "科学技术协会", "应急管理局",   "城市管理局", "审计局"};
constexpr std::string_view project_names[] = {"信息系统运维", "专项普查",     "宣传培训", "设备更新",
                                              "档案整理",     "基层服务站点", "执法检查", "规划编制"};

/// Bodies plan in round figures here and to the fen there.
Fen random_amount(Random& random) {
  const Fen yuan = random.chance(60)   ? random.between(800, 90000)
                   : random.chance(60) ? random.between(90000, 900000)
                                       : random.between(900000, 9000000);
  if (random.chance(30)) return yuan / 1000 * 100000 + 100000;
  return yuan * 100 + (random.chance(40) ? random.between(1, 99) : 0);
}

/// Parts of a whole, all above 0.
std::vector<Fen> split(Random& random, Fen whole, std::size_t parts) {
  std::vector<Fen> out(parts, 0);
  Fen rest = whole;
  for (std::size_t i = 0; i + 1 < parts; ++i) {
    const Fen most = rest / static_cast<Fen>(parts - i);
    out[i] = most > 2 ? random.between(most / 3, most + most / 3) : 0;
    if (random.chance(30)) out[i] = out[i] / 100 * 100;
    rest -= out[i];
  }
  out[parts - 1] = rest;
  return out;
}

void choose_items(Random& random, Budget& budget) {
  for (const FunctionName& name : function_items) {
    if (!random.chance(45) && name.code != "2080505" && name.code != "2210201") continue;
    FunctionItem item{name.code, name.name};
    const bool running = name.name.find("运行") != std::string_view::npos;
    const bool personal =
        name.code[0] == '2' && (name.code.substr(0, 3) == "208" || name.code.substr(0, 3) == "210" ||
                                name.code.substr(0, 3) == "221");
    if (running || personal || random.chance(30)) item.basic = random_amount(random);
    if (!personal && (!running || random.chance(30))) item.project = random_amount(random);
    budget.items.push_back(item);
  }
  if (budget.items.front().total() == 0 || budget.basic() == 0)
    budget.items.front().basic = random_amount(random);
}

void choose_economic(Random& random, Budget& budget) {
  std::vector<FunctionName> chosen;
  for (const FunctionName& name : economic_items) {
    if (random.chance(60) || name.code == "30101" || name.code == "30201") chosen.push_back(name);
  }
  const std::vector<Fen> amounts = split(random, budget.basic(), chosen.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const bool of_people = chosen[i].code.substr(0, 3) == "301" || chosen[i].code.substr(0, 3) == "303";
    budget.economic.push_back({chosen[i].code, chosen[i].name, amounts[i], of_people});
  }
}

ThreePublic random_three(Random& random) {
  ThreePublic out;
  const auto some = [&](int percent) {
    return random.chance(percent) ? random.between(2000, 400000) * 100 : 0;
  };
  out.abroad = some(20);
  out.purchase = some(15);
  out.operation = some(60);
  out.reception = some(75);
  return out;
}

}  // namespace

Fen Budget::basic() const {
  Fen sum = 0;
  for (const FunctionItem& item : items)
    sum += item.basic;
  return sum;
}

Fen Budget::project() const {
  Fen sum = 0;
  for (const FunctionItem& item : items)
    sum += item.project;
  return sum;
}

Fen Budget::personnel() const {
  Fen sum = 0;
  for (const EconomicItem& item : economic)
    sum += item.personnel ? item.amount : 0;
  return sum;
}

Fen Budget::operating() const {
  return basic() - personnel();
}

Fen Budget::expenditure() const {
  return basic() + project() + reserve();
}

Budget random_budget(Random& random) {
  Budget budget;
  budget.county = random.one_of(counties);
  budget.body = budget.county + std::string(random.one_of(bodies));
  budget.year = static_cast<int>(random.between(2018, 2026));
  budget.final_account = random.chance(35);
  budget.habit = static_cast<Habit>(random.below(3));
  if (budget.final_account && budget.habit == Habit::reserve) budget.habit = Habit::national;
  budget.institutions = random.chance(40);
  choose_items(random, budget);
  choose_economic(random, budget);
  if (budget.project() > 0) {
    const std::size_t count = static_cast<std::size_t>(random.between(2, 5));
    const std::vector<Fen> amounts = split(random, budget.project(), count);
    for (std::size_t i = 0; i < count; ++i)
      budget.projects.push_back({std::string(project_names[i + random.below(3)]) +
                                     (i == 0 ? "" : "（" + std::to_string(i) + "期）"),
                                 amounts[i]});
  }
  if (budget.habit == Habit::reserve) budget.items.front().reserve = random_amount(random);
  if (random.chance(40)) budget.carried_in = std::min(budget.basic() / 3, random.between(1000, 200000) * 100);
  if (random.chance(budget.final_account ? 50 : 0)) budget.carried_out = random.between(1000, 100000) * 100;
  // Other income pays for one project.
  for (FunctionItem& item : budget.items) {
    if (item.project < 100000 || !random.chance(25)) continue;
    (random.chance(50) ? budget.business_income : budget.other_income) = item.project / 4;
    item.from_other = item.project / 4;
    break;
  }
  budget.last_year = budget.expenditure() * random.between(80, 125) / 100 + random.between(-9999, 9999);
  budget.last_year_basic = budget.basic() * random.between(85, 115) / 100;
  budget.three = random_three(random);
  budget.three_before = random.chance(40) ? budget.three : random_three(random);
  budget.agency_running = budget.institutions ? budget.operating() * 6 / 10 : budget.operating();
  for (Fen& part : budget.procurement)
    part = random.chance(60) ? random_amount(random) : 0;
  for (int& count : budget.vehicles_by_use)
    count = random.chance(30) ? static_cast<int>(random.between(1, 6)) : 0;
  budget.projects_with_targets = static_cast<int>(random.between(1, 40));
  return budget;
}

std::string_view function_name(std::string_view code) {
  for (const FunctionName& entry : function_names) {
    if (entry.code == code) return entry.name;
  }
  return {};
}

std::string_view economic_name(std::string_view code) {
  for (const FunctionName& entry : economic_names) {
    if (entry.code == code) return entry.name;
  }
  return {};
}

const std::array<std::string_view, 8>& vehicle_uses() {
  static constexpr std::array<std::string_view, 8> uses = {
      "部级领导干部用车", "主要领导干部用车", "机要通信用车",   "应急保障用车",
      "执法执勤用车",     "特种专业技术用车", "离退休干部用车", "其他用车"};
  return uses;
}

}  // namespace mingzhang::generator
