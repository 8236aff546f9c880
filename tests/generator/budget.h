// An invented body's money for one year and the year before, exact in fen and without any contradiction.
#pragma once

#include "random.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::generator {

/// 0.01 yuan.
using Fen = std::int64_t;

/// How bodies of some place publish.
enum class Habit : std::uint8_t {
  national,  // the tables of the national template, narrative by 部分
  county,    // project list with names, organisation table
  reserve,   // 单位预留机动经费 is a third part of expenditure
};

struct FunctionItem {
  std::string_view code;  // 2010301
  std::string_view name;
  Fen basic = 0;
  Fen project = 0;
  /// Of the projects: paid from other income than the general public budget.
  Fen from_other = 0;
  Fen reserve = 0;
  Fen total() const { return basic + project + reserve; }
  Fen public_project() const { return project - from_other; }
};

struct FunctionName {
  std::string_view code;
  std::string_view name;
};

struct EconomicItem {
  std::string_view code;  // 30101
  std::string_view name;
  Fen amount = 0;
  bool personnel = false;
};

struct NamedAmount {
  std::string name;
  Fen amount = 0;
};

struct ThreePublic {
  Fen abroad = 0, purchase = 0, operation = 0, reception = 0;
  Fen vehicles() const { return purchase + operation; }
  Fen total() const { return abroad + vehicles() + reception; }
};

struct Budget {
  std::string county;
  std::string body;
  int year = 2024;
  bool final_account = false;
  Habit habit = Habit::national;
  /// Institutions inside: agency running costs are less than the operating expenses of all.
  bool institutions = false;

  std::vector<FunctionItem> items;  // in the order of their codes
  std::vector<EconomicItem> economic;
  std::vector<NamedAmount> projects;

  Fen business_income = 0, other_income = 0;
  Fen carried_in = 0, carried_out = 0;
  Fen last_year = 0;        // total of the year before
  Fen last_year_basic = 0;  // basic expenditure of the year before
  ThreePublic three, three_before;
  Fen agency_running = 0;
  std::array<Fen, 3> procurement{};      // goods, works, services
  std::array<int, 8> vehicles_by_use{};  // in the order of vehicle_uses()
  int projects_with_targets = 0;

  Fen reserve() const { return items.front().reserve; }
  Fen basic() const;
  Fen project() const;
  Fen personnel() const;
  Fen operating() const;
  /// Basic, projects and reserve; without what is carried forward.
  Fen expenditure() const;
  /// Income of the year; with carried_in it equals expenditure() + carried_out.
  Fen income() const { return expenditure() + carried_out - carried_in; }
  /// Income from the general public budget, which is all of the fiscal appropriation.
  Fen general_public() const { return income() - business_income - other_income; }
  /// What is spent of it, last year's carry-over included.
  Fen public_expenditure() const { return expenditure() - business_income - other_income; }
};

Budget random_budget(Random& random);

/// Class and subclass names of the items: 201 一般公共服务支出, 20103 政府办公厅（室）及相关机构事务.
std::string_view function_name(std::string_view code);
std::string_view economic_name(std::string_view code);
const std::array<std::string_view, 8>& vehicle_uses();

}  // namespace mingzhang::generator
