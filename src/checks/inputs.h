// The inputs of a document that was joined of several: the year that each is about.
#pragma once

#include "checks/case.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

class Inputs {
 public:
  explicit Inputs(const Case& c);

  bool several() const { return years_.size() > 1; }
  bool of_one_year() const;
  std::int32_t of(const Fact& fact) const;
  /// The year that most amounts of the input are about; 0 for none.
  int year(std::int32_t input) const { return years_[static_cast<std::size_t>(input)]; }

 private:
  const Document* document_;
  std::vector<int> years_;
};

}  // namespace mingzhang
