// See reader_marks.h.
#include "views/reader_marks.h"

#include <algorithm>
#include <utility>

namespace mingzhang {

FindingRef ref_of(const Finding& finding, const RuleBook& rules) {
  FindingRef ref{.rule = rules.rules()[finding.rule].id, .places = {}};
  ref.places.reserve(finding.sources.size());
  for (const Source& source : finding.sources)
    ref.places.push_back(source.span.start);
  return ref;
}

FindingKey key_of(const FindingRef& ref) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  const auto mix = [&](std::uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29;
  };
  for (const char letter : ref.rule)
    mix(static_cast<unsigned char>(letter));
  for (const std::uint32_t place : ref.places)
    mix(place + 256ULL);
  return static_cast<FindingKey>(hash);
}

const ReaderMark* ReaderMarks::find(FindingKey key) const {
  for (const ReaderMark& mark : marks_) {
    if (key_of(mark.finding) == key) return &mark;
  }
  return nullptr;
}

void ReaderMarks::replace(ReaderMarks marks) {
  marks_ = std::move(marks.marks_);
  ++version_;
}

ReaderMark& ReaderMarks::mark_for(const FindingRef& finding) {
  ++version_;
  const auto at = std::find_if(marks_.begin(), marks_.end(),
                               [&](const ReaderMark& mark) { return mark.finding == finding; });
  if (at != marks_.end()) return *at;
  marks_.push_back({.finding = finding, .judgement = Judgement::none, .note = {}});
  return marks_.back();
}

void ReaderMarks::forget_if_empty(const FindingRef& finding) {
  std::erase_if(marks_, [&](const ReaderMark& mark) {
    return mark.finding == finding && mark.judgement == Judgement::none && mark.note.empty();
  });
}

void ReaderMarks::judge(const FindingRef& finding, Judgement judgement) {
  mark_for(finding).judgement = judgement;
  forget_if_empty(finding);
}

void ReaderMarks::note(const FindingRef& finding, std::string words) {
  mark_for(finding).note = std::move(words);
  forget_if_empty(finding);
}

void ReaderMarks::put(ReaderMark mark) {
  const FindingRef finding = mark.finding;
  mark_for(finding) = std::move(mark);
  forget_if_empty(finding);
}

}  // namespace mingzhang
