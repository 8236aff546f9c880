// Office files before 2007: sectors in chains, records and tables of offsets into one another. Nothing in
// them has a checksum, so a fuzzer changes the bytes as they are.
#include "document/reader.h"
#include "fuzz.h"
#include "promises.h"

using namespace mingzhang;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = read_document({data, size}, "old");
  if (document) fuzz::require_sound(document.value());
  return 0;
}
