// Named values in one line of text, as in the address of a page: "view=checks&figure=3348". It comes from
// links that anybody may have written, so it is read as hostile input: what is too long, ill-formed or
// unknown is passed over, never an error. Tested in tests/unit/app/address_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingzhang {

class Address {
 public:
  static constexpr std::size_t most_bytes = 4096, most_values = 64;

  Address() = default;
  /// Of a name that comes twice the first value counts. Values are percent-decoded, names are plain words.
  static Address parse(std::string_view line);

  /// Empty where there is none of that name; lives as long as the address does.
  std::string_view operator[](std::string_view name) const&;
  std::string_view operator[](std::string_view name) const&& = delete;
  /// Digits only, up to 2^32 - 1.
  std::optional<std::uint32_t> number(std::string_view name) const;
  /// "0.3.1" as numbers; empty where anything else stands there.
  std::vector<std::uint32_t> path(std::string_view name) const;

  /// An empty value is left out.
  void add(std::string_view name, std::string_view value);
  void add_number(std::string_view name, std::uint32_t value);
  void add_path(std::string_view name, const std::vector<std::uint32_t>& value);
  /// In the order in which they were added.
  std::string line() const;

 private:
  std::vector<std::pair<std::string, std::string>> values_;
};

}  // namespace mingzhang
