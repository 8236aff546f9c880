// See converter.h. The program built as WebAssembly cannot start processes: it reads what the core reads.
#include "cli/converter.h"

namespace mingzhang::cli {

class Converter::Process {};

Converter::Converter() = default;
Converter::~Converter() = default;

std::optional<std::uint8_t> converter_of(std::string_view) {
  return std::nullopt;
}

Result<std::vector<std::uint8_t>> Converter::convert(std::uint8_t, std::string_view format_name,
                                                     std::span<const std::uint8_t>) {
  return Error{"convert.absent", {}, Error::no_place, std::string(format_name)};
}

}  // namespace mingzhang::cli
