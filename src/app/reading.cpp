// See reading.h.
#include "app/reading.h"

#include "report/sha256.h"

#include <utility>

namespace mingzhang {

Result<Analysis> read_for_page(std::span<const std::uint8_t> bytes, std::string name,
                               const Knowledge& knowledge) {
  Result<Analysis> read = analyse(bytes, name, knowledge);
  if (!read.ok()) {
    Error error = read.error();
    if (error.file.empty()) error.file = std::move(name);
    return error;
  }
  if (!read.value().disclosure.recognised)
    return Error{.code = "file.not_disclosure", .file = std::move(name)};
  // Of the file, not of what a converter made of it.
  const std::string& original = read.value().document.input_sha256;
  read.value().sha256 = original.empty() ? sha256_of(bytes) : original;
  return read;
}

}  // namespace mingzhang
