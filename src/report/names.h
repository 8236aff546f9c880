// The words of the report's keys for the model's enumerations; empty where the report says null. For this
// room only. Tested in tests/unit/report/json_report_test.cpp.
#pragma once

#include "checks/finding.h"

#include <string>
#include <string_view>

namespace mingzhang {

std::string_view key_of(Scope scope);
std::string_view key_of(Part part);
std::string_view key_of(Stage stage);
std::string_view key_of(Measure measure);
std::string_view key_of(Base base);
std::string_view key_of(Level level);
std::string_view key_of(DisclosureKind kind);
std::string_view key_of(Status status);
std::string_view key_of(Severity severity);
std::string_view key_of(Slip slip);

/// "f12", by the fact's place in the document.
std::string fact_id(FactIndex fact);

}  // namespace mingzhang
