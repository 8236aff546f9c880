#include "report/names.h"

namespace mingzhang {

std::string_view key_of(Scope scope) {
  switch (scope) {
    case Scope::all:
      return {};
    case Scope::fiscal:
      return "fiscal";
    case Scope::general_public:
      return "general_public";
    case Scope::government_fund:
      return "government_fund";
    case Scope::state_capital:
      return "state_capital";
  }
  return {};
}

std::string_view key_of(Part part) {
  switch (part) {
    case Part::total:
      return {};
    case Part::basic:
      return "basic";
    case Part::project:
      return "project";
    case Part::personnel:
      return "personnel";
    case Part::operating:
      return "operating";
  }
  return {};
}

std::string_view key_of(Stage stage) {
  switch (stage) {
    case Stage::unstated:
      return {};
    case Stage::budget:
      return "budget";
    case Stage::adjusted:
      return "adjusted";
    case Stage::execution:
      return "execution";
    case Stage::final:
      return "final";
  }
  return {};
}

std::string_view key_of(Measure measure) {
  switch (measure) {
    case Measure::amount:
      return "amount";
    case Measure::change:
      return "change";
    case Measure::rate:
      return "rate";
    case Measure::share:
      return "share";
    case Measure::completion:
      return "completion";
    case Measure::quantity:
      return "quantity";
    case Measure::target:
      return "target";
    case Measure::threshold:
      return "threshold";
  }
  return {};
}

std::string_view key_of(Base base) {
  switch (base) {
    case Base::unstated:
      return {};
    case Base::budget:
      return "budget";
    case Base::execution:
      return "execution";
    case Base::final:
      return "final";
  }
  return {};
}

std::string_view key_of(Level level) {
  switch (level) {
    case Level::none:
      return {};
    case Level::excellent:
      return "excellent";
    case Level::good:
      return "good";
    case Level::fair:
      return "fair";
    case Level::poor:
      return "poor";
  }
  return {};
}

std::string_view key_of(DisclosureKind kind) {
  return kind == DisclosureKind::final ? "final" : "budget";
}

std::string_view key_of(Status status) {
  switch (status) {
    case Status::holds:
      return "holds";
    case Status::fails:
      return "fails";
    case Status::unknown:
      return "unknown";
  }
  return {};
}

std::string_view key_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::notice:
      return "notice";
  }
  return {};
}

std::string_view key_of(Slip slip) {
  switch (slip) {
    case Slip::none:
      return {};
    case Slip::unit:
      return "unit";
    case Slip::point:
      return "point";
    case Slip::digit:
      return "digit";
    case Slip::swap:
      return "swap";
    case Slip::sign:
      return "sign";
    case Slip::copied:
      return "copied";
  }
  return {};
}

std::string fact_id(FactIndex fact) {
  return "f" + std::to_string(fact);
}

}  // namespace mingzhang
