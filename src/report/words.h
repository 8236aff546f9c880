// The words of the reports for people, in one language, from assets/words/report.json. For this room only.
#pragma once

#include "report/report.h"

#include <map>
#include <string>
#include <string_view>

namespace mingzhang {

class Words {
 public:
  explicit Words(Language language);
  /// The schema sees to it that both languages have every name; an unknown one stands for itself.
  std::string_view operator[](std::string_view name) const;
  /// A rule's source: the regulation as it is cited, or the word for good practice.
  std::string_view of_source(std::string_view source) const;
  Language language() const { return language_; }

 private:
  Language language_;
  std::map<std::string, std::string, std::less<>> phrases_;
};

}  // namespace mingzhang
