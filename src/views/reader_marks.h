// What the reader says of findings: looked at, set aside, misread, with a note. A mark belongs to a relation
// of the document, not to a number in a list: it is still there when the checks run again.
// Tested in tests/unit/views/reader_marks_test.cpp.
#pragma once

#include "views/analysis.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mingzhang {

/// A finding by its rule and the places that it rests on: the same as long as the document is the same, in
/// any version of the program that still has the rule.
struct FindingRef {
  std::string rule;                   // id
  std::vector<std::uint32_t> places;  // where its sources start

  friend bool operator==(const FindingRef&, const FindingRef&) = default;
};
FindingRef ref_of(const Finding& finding, const RuleBook& rules);
/// A number for it, for tables of one run.
enum class FindingKey : std::uint64_t {};
FindingKey key_of(const FindingRef& ref);

// Another room has a Judgement too, and a program of both must tell them apart (one-definition rule).
inline namespace views_room {
enum class Judgement : std::uint8_t {
  none,  // a note alone
  seen,  // looked at
  set_aside,
  misread,  // this program took the words wrongly
};
}  // namespace views_room

struct ReaderMark {
  FindingRef finding;
  Judgement judgement = Judgement::none;
  std::string note;
};

class ReaderMarks {
 public:
  /// nullptr where nothing was said of it.
  const ReaderMark* find(FindingKey key) const;
  void judge(const FindingRef& finding, Judgement judgement);
  void note(const FindingRef& finding, std::string words);
  void put(ReaderMark mark);
  /// All at once, as they were kept.
  void replace(ReaderMarks marks);
  /// In the order in which they were made.
  const std::vector<ReaderMark>& all() const { return marks_; }
  bool empty() const { return marks_.empty(); }
  /// Another number after each change.
  std::uint32_t version() const { return version_; }

 private:
  ReaderMark& mark_for(const FindingRef& finding);
  void forget_if_empty(const FindingRef& finding);
  std::vector<ReaderMark> marks_;
  std::uint32_t version_ = 0;
};

}  // namespace mingzhang
