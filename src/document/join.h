// Several inputs as one document: a narrative and its tables, published as two files.
//
// The texts stand one after the other, each with its blocks, sections and tables as its own reader found
// them; nothing is read anew and no section reaches from one input into the next. `Document::parts` says
// which input a place is from, so that offsets can be told within it. Tested in
// tests/unit/document/join_test.cpp.
#pragma once

#include "document/document.h"

#include <vector>

namespace mingzhang {

/// By how much the places and indices of one input move in the joined document.
struct JoinOffset {
  std::uint32_t text = 0;
  std::int32_t block = 0;
  std::int32_t section = 0;
  std::int32_t table = 0;

  Span moved(Span span) const { return {span.start + text, span.end + text}; }
};

struct JoinedDocument {
  Document document;
  /// One for each input.
  std::vector<JoinOffset> offsets;
};

/// At least one document, each of a single input. The joined text has at most 4 GB; where the inputs together
/// have more, the last ones are left out (they are bounded one by one, see limits.h).
JoinedDocument join_documents(std::vector<Document> documents);

}  // namespace mingzhang
