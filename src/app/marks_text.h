// What the reader said of a document and changed in it, as JSON to be kept beside it, exported and put back.
//
//   {"format": "mingzhang-marks/1",
//    "findings": [{"rule": "sum.basic", "places": [3348], "judgement": "seen", "note": "…"}],
//    "figures": [{"kind": "correction", "start": 3348, "end": 3360, "value": "28.55", "unit": "万元"}]}
//
// A finding is named by its rule and the byte offsets at which its sources start, a figure by its own place.
// judgement: seen, set_aside, misread or null; kind: trial (what if) or correction (it was misread); a figure
// that only follows from others has "carried": true.
// Reading is strict about the shape of an entry and passes over what does not fit: the text may come from
// anywhere. Tested in tests/unit/app/marks_text_test.cpp.
#pragma once

#include "views/edits.h"
#include "views/reader_marks.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

std::string marks_text(const ReaderMarks& marks, const std::vector<Edit>& edits);

struct MarksRead {
  ReaderMarks marks;
  std::vector<Edit> edits;
};
/// nullopt where the text is no such JSON.
std::optional<MarksRead> marks_of(std::string_view json);

}  // namespace mingzhang
