// Documents in, one readable line for each fact out, so that a test reads like the answer to a question:
//
//   expenditure.personnel 2020 amount 294.65 万元 @二、（一）
//   three_public.reception general_public 2020 change -2 万元 (budget) @四
//
// In order: concept, <subject>, scope, part=…, stage=…, year, measure, comparator and value, unit, (base),
// of=…, project=N, level=…, @section or @table N row,column.
#pragma once

#include "disclosure/extract.h"
#include "document/document.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace mingzhang {

const Vocabulary& vocabulary();

struct Reading {
  Document document;
  Disclosure disclosure;
};

Reading read_text(std::string_view text);
/// A disclosure of a body's budget of 2020 (or its final accounts) with one section 一、收支情况 that holds
/// these words.
Reading read_budget(std::string_view prose);
Reading read_final(std::string_view prose);

std::string line_of(const Reading& reading, const Fact& fact);
std::vector<std::string> facts_of(const Reading& reading);
/// The same without their places.
std::vector<std::string> without_places(const Reading& reading);
/// Facts of budget prose without the place, which is always @一.
std::vector<std::string> budget_facts(std::string_view prose);
std::vector<std::string> final_facts(std::string_view prose);
/// Figures without a concept, as printed.
std::vector<std::string> unplaced_of(const Reading& reading);
/// "nothing three_public.vehicle_purchase 「无公车购置预算」"
std::vector<std::string> statements_of(const Reading& reading);
/// "33.81 = 30.53" or, where the list is not complete, "33.81 ~ 30.53"
std::vector<std::string> explanations_of(const Reading& reading);

/// The seed of the corpus beside the repository; empty where there is none, and says so once.
std::string seed_text();

using Lines = std::vector<std::string>;

}  // namespace mingzhang

namespace doctest {

/// Each line of its own, so that a difference is found at a glance.
template <>
struct StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines)
      all += "\n    " + line;
    return all.c_str();
  }
};

}  // namespace doctest
