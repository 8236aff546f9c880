// structure.class_name: a code stands beside a name that it no longer has, or that belongs to another code.
// Only where the classification knows both for sure; a name that nobody knows is the document's own affair.
//
// Tests: tests/unit/checks/class_names_test.cpp.
#include "checks/case.h"
#include "checks/table_lists.h"
#include "text/utf8.h"

#include <string_view>
#include <vector>

namespace mingzhang {
namespace {

class ClassNames {
 public:
  explicit ClassNames(Case& c) : c_(c) {}

  void check() {
    for (std::size_t i = 0; i < c_.document.tables.size(); ++i) {
      for (const TableList& list : c_.lists[i]) {
        for (const ListRow& row : list.rows)
          check_row(static_cast<std::int32_t>(i), row);
      }
    }
    for (const Fact& fact : c_.disclosure.facts) {
      if (fact.source.table != none || fact.subject.empty()) continue;
      const std::string_view code = c_.book.code_of(c_.disclosure, fact.concept_id);
      if (!code.empty()) compare(std::string(code), fact.subject, fact.source);
    }
  }

 private:
  void check_row(std::int32_t table, const ListRow& row) {
    constexpr std::uint32_t longest_name = 150;
    if (!row.code_printed || row.label.empty() || row.label.size() > longest_name) return;
    std::string name = folded(c_.document.words(row.label));
    std::size_t digits = 0;
    while (digits < name.size() && ((name[digits] >= '0' && name[digits] <= '9') || name[digits] == '-'))
      ++digits;
    name.erase(0, digits);
    Source source;
    source.table = table;
    source.span = row.label;
    source.row = static_cast<std::int32_t>(row.row) -
                 static_cast<std::int32_t>(c_.document.tables[static_cast<std::size_t>(table)].header_rows);
    compare(row.code, name, source);
  }

  void compare(const std::string& code, const std::string& name, const Source& source) {
    if (code.size() < 3 || name.empty()) return;
    const Classification& classes = code[0] == '2' ? c_.vocabulary.function() : c_.vocabulary.economic();
    const int year = c_.disclosure.year;
    const NameFit fit = classes.fit(code, name, year);
    const bool other = fit == NameFit::other && !classes.named(name, "", code.size(), year).empty();
    if (fit != NameFit::other_year && !other) return;
    const std::string_view now = classes.name_of(code, year);
    // A name that was broken off at the edge of its cell.
    if (now.empty() || now.starts_with(name) || name.starts_with(now)) return;
    for (const std::string& seen : reported_) {
      if (seen == code + name) return;
    }
    reported_.push_back(code + name);
    Finding& finding = c_.report(Evaluator::structure_class_name, Status::fails, Severity::notice,
                                 other ? "structure.class_name.other" : "structure.class_name.year");
    finding.values.emplace_back("code", code);
    finding.values.emplace_back("name", name);
    finding.values.emplace_back("now", std::string(now));
    finding.sources.push_back(source);
  }

  Case& c_;
  std::vector<std::string> reported_;
};

}  // namespace

void check_class_names(Case& c) {
  if (c.disclosure.year != 0) ClassNames(c).check();
}

}  // namespace mingzhang
