// Numbers that belong to a private person: mobiles, identity cards, bank cards. An office's landline is none:
// its publication is lawful (政府信息公开条例（2019）第二十条).
//
// Tests: tests/unit/checks/wording_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mingzhang {

enum class PrivateNumber : std::uint8_t { none, mobile, identity, bank_card };

/// What the digits text[start, end) are, judged by their own check digits and by what stands beside them.
PrivateNumber private_number(std::string_view text, std::size_t start, std::size_t end);

}  // namespace mingzhang
