// The rule book: every rule with its formula, severity and source, from assets/rules/*.json. Identities (a
// total is the sum of its parts, one thing stated twice is the same, this year less last year is the change)
// are evaluated from the data; the rest names a small evaluator in this room.
#pragma once

#include "checks/finding.h"
#include "disclosure/vocabulary.h"
#include "text/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

struct Rule {
  std::string id;          // "sum.expenditure"
  std::string formula_zh;  // 支出 = 基本支出 + 项目支出
  std::string formula_en;
  Severity severity = Severity::error;  // at its worst
  std::string source;                   // regulation, or "good practice"
};

class RuleBook {
 public:
  static Result<RuleBook> load(std::string_view rules_json, const Vocabulary& vocabulary);

  RuleBook(RuleBook&&) noexcept;
  RuleBook& operator=(RuleBook&&) noexcept;
  ~RuleBook();

  const std::vector<Rule>& rules() const;
  /// Date of the rule book, "2026-11-28".
  const std::string& date() const;
  RuleIndex find(std::string_view id) const;

  struct Data;
  const Data& data() const { return *data_; }

 private:
  explicit RuleBook(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

}  // namespace mingzhang
