// The doors by which a worker has inputs read: the same program, without a window. What it reads is packed
// for the page's own instance, which takes it in by open_packed (main.cpp). web/worker.ts has the list with
// types.
#include "app/reading.h"

#include "document/archive/expand.h"
#include "room.h"
#include "views/packed.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#define WORKER(name) extern "C" __attribute__((import_module("worker"), import_name(#name)))

namespace {

using namespace mingzhang;

const Result<Knowledge>& knowledge() {
  static const Result<Knowledge> loaded = Knowledge::load();
  return loaded;
}

// What the worker's script is told, each within the call of a door; texts are UTF-8 and valid during the call
// only.
WORKER(inner_file)
void worker_inner_file(const char* name, std::size_t name_size, const std::uint8_t* bytes, std::size_t size);
WORKER(packed) void worker_packed(const std::uint8_t* bytes, std::size_t size);
/// `offset` is negative where the error has no place.
WORKER(refused)
void worker_refused(const char* name, std::size_t name_size, const char* code, std::size_t code_size,
                    const char* detail, std::size_t detail_size, double offset);

void refuse(const Error& error) {
  const double offset = error.offset == Error::no_place ? -1 : static_cast<double>(error.offset);
  worker_refused(error.file.data(), error.file.size(), error.code.data(), error.code.size(),
                 error.detail.data(), error.detail.size(), offset);
}

}  // namespace

/// The room holds an input's name, then its bytes: tells each file in it, or the input itself where it is no
/// archive.
DOOR(expand_input) void expand_input(std::size_t name_size) {
  const std::string name(room_text(0, name_size));
  const std::vector<std::uint8_t> bytes = take_room(name_size);
  mingzhang::expand(bytes, name, [](const mingzhang::InnerFile& file) {
    if (file.error) {
      mingzhang::Error error = *file.error;
      error.file = file.name;
      refuse(error);
      return;
    }
    worker_inner_file(file.name.data(), file.name.size(), file.bytes.data(), file.bytes.size());
  });
}

/// The room holds a file's name, its hash where it had to be converted and the converter has none, then the
/// bytes to read: tells what was read, packed, or why it could not be.
DOOR(read_file) void read_file(std::size_t name_size, std::size_t hash_size) {
  const std::string name(room_text(0, name_size)), hash(room_text(name_size, hash_size));
  const std::vector<std::uint8_t> bytes = take_room(name_size + hash_size);
  if (!knowledge().ok()) return refuse(knowledge().error());
  auto read = mingzhang::read_for_page(bytes, name, knowledge().value());
  if (!read.ok()) return refuse(read.error());
  if (!hash.empty()) read.value().sha256 = hash;
  const std::vector<std::uint8_t> packed = mingzhang::packed(read.value());
  worker_packed(packed.data(), packed.size());
}
