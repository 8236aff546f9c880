// From a Disclosure to Findings: every rule of the book against every figure it touches, holding, failing or
// unknown; findings of one cause in groups with their smallest repair; and how well each figure is guarded.
#pragma once

#include "checks/finding.h"
#include "checks/rule_book.h"
#include "disclosure/model.h"
#include "document/document.h"

namespace mingzhang {

Findings check(const Document& document, const Disclosure& disclosure, const Vocabulary& vocabulary,
               const RuleBook& rules);

}  // namespace mingzhang
