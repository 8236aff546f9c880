// The quantity scanner. Tested in tests/unit/text/quantity_test.cpp.
#include "text/quantity.h"

namespace mingzhang {

void scan_mentions(std::string_view, std::uint32_t, std::vector<Mention>&) {}

}  // namespace mingzhang
