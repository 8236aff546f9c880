// What the doors of main.cpp and reading.cpp share: the room where the script puts texts and bytes before the
// call that reads them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#define DOOR(name) extern "C" __attribute__((export_name(#name)))

namespace mingzhang {

/// Valid until the room is taken or asked for again.
std::string_view room_text(std::size_t from, std::size_t size);
/// Everything from there on, moved out.
std::vector<std::uint8_t> take_room(std::size_t from);

}  // namespace mingzhang
