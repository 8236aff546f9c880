// The doors by which the page's script enters the program: every WebAssembly export stands here, each a line
// or two. web/program.ts has the same list with types; web/build.mjs checks that both agree. The other
// direction, what the program asks of the page, is src/platform/page.h.
#include "document/limits.h"
#include "platform/program.h"
#include "report/sha256.h"
#include "room.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <assets/assets.h>

namespace {

std::vector<std::uint8_t>& incoming() {
  static std::vector<std::uint8_t> bytes;
  return bytes;
}

std::string_view text(std::size_t from, std::size_t size) {
  return mingzhang::room_text(from, size);
}

}  // namespace

std::string_view mingzhang::room_text(std::size_t from, std::size_t size) {
  return std::string_view(reinterpret_cast<const char*>(incoming().data()), incoming().size())
      .substr(from, size);
}

std::vector<std::uint8_t> mingzhang::take_room(std::size_t from) {
  std::vector<std::uint8_t> bytes = std::exchange(incoming(), {});
  bytes.erase(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(from));
  return bytes;
}

/// Makes the program; must be the first call.
DOOR(start) void start() {
  mingzhang::program();
}

/// Bytes beyond which a file is not even read.
DOOR(largest_file)
std::size_t largest_file() {
  return static_cast<std::size_t>(mingzhang::limits::input_bytes);
}

/// Room for `size` bytes that come in; valid until the next call.
DOOR(room) std::uint8_t* room(std::size_t size) {
  incoming().resize(size);
  return incoming().data();
}

/// SHA-256 of the room's first `size` bytes: 64 hexadecimal digits, valid until the next call.
DOOR(sha256) const char* sha256(std::size_t size) {
  static std::string digits;
  digits = mingzhang::sha256_of(std::span(incoming()).first(size));
  return digits.c_str();
}

DOOR(surroundings)
void surroundings(float width, float height, float pixel_ratio, float text_scale, std::uint32_t theme,
                  bool reduced_motion, bool coarse_pointer) {
  mingzhang::Surroundings& here = mingzhang::program().surroundings();
  here.width = width;
  here.height = height;
  here.pixel_ratio = pixel_ratio;
  here.text_scale = text_scale;
  here.system_theme = static_cast<mingzhang::Theme>(theme);
  here.reduced_motion = reduced_motion;
  here.coarse_pointer = coarse_pointer;
}

/// True where one more frame is wanted.
DOOR(frame) bool frame(double seconds) {
  return mingzhang::program().frame(seconds);
}

DOOR(activate) void activate(std::uint32_t node) {
  mingzhang::program().mirror().set_activated(node);
}
DOOR(hover) void hover(std::uint32_t node, float x, float y) {
  mingzhang::program().mirror().set_hovered(node);
  mingzhang::program().move_pointer(x, y);
}
DOOR(focus) void focus(std::uint32_t node, bool visible) {
  mingzhang::program().mirror().set_focused(node, visible);
}
DOOR(scroll) void scroll(std::uint32_t region, float top) {
  mingzhang::program().mirror().set_scroll(region, top);
}
DOOR(edit) void edit(std::uint32_t field, std::size_t size) {
  mingzhang::program().mirror().set_edited(field, std::string(text(0, size)));
}

/// The room holds the name, then the file's bytes.
DOOR(open_file)
void open_file(std::size_t name_size, bool beneath) {
  std::string name(text(0, name_size));
  mingzhang::program().application().open(std::move(name), mingzhang::take_room(name_size),
                                          beneath ? mingzhang::Opening::beneath : mingzhang::Opening::on_top);
}

/// The room holds what read_file (reading.cpp) packed in a worker.
DOOR(open_packed)
void open_packed(bool beneath) {
  mingzhang::program().application().open_packed(
      mingzhang::take_room(0), beneath ? mingzhang::Opening::beneath : mingzhang::Opening::on_top);
}

/// The room holds three texts, one behind the other; a negative offset is none.
DOOR(fail)
void fail(std::size_t code_size, std::size_t name_size, std::size_t detail_size, double offset) {
  mingzhang::program().application().fail(std::string(text(0, code_size)),
                                          std::string(text(code_size, name_size)),
                                          std::string(text(code_size + name_size, detail_size)), offset);
}
/// The room holds two texts, one behind the other.
DOOR(command) void command(std::size_t name_size, std::size_t value_size) {
  const std::string both(text(0, name_size + value_size));
  mingzhang::program().application().command(std::string_view(both).substr(0, name_size),
                                             std::string_view(both).substr(name_size));
}

DOOR(go_to) void go_to(std::size_t size) {
  const std::string place(text(0, size));
  mingzhang::program().application().go_to(place);
}

/// While the page is idle: first the bundled sample, then one view at a time, then the end.
DOOR(rehearse)
void rehearse() {
  const std::string_view sample = mingzhang::asset("samples/linhe-npc-2021-budget.txt");
  mingzhang::program().rehearse({sample.begin(), sample.end()});
}
DOOR(rehearse_view)
void rehearse_view(std::size_t size) {
  const std::string view(text(0, size));
  mingzhang::program().rehearse_view(view);
}
DOOR(end_rehearsal) void end_rehearsal() {
  mingzhang::program().end_rehearsal();
}

DOOR(restore_textures) void restore_textures() {
  mingzhang::program().restore_textures();
}
