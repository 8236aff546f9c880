// Failure as a value. Nothing in this project throws: what can fail returns Result<T>, and an Error says
// which file, which place and which reason. The reader's words for each code are in assets/words/errors.json
// (Chinese and English).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace mingzhang {

/// What went wrong, with the input's name filled in by whoever knows it.
struct Error {
  /// Stable dotted name such as "file.empty"; each is listed in assets/words/errors.json.
  std::string code;
  /// Name of the input as the visitor knows it; empty until known.
  std::string file;
  /// Byte offset in the input, or no_place.
  std::uint64_t offset = no_place;
  /// One value that the message quotes, such as a limit or a tag name; may be empty. Never document text of
  /// any length.
  std::string detail;

  static constexpr std::uint64_t no_place = UINT64_MAX;
};

/// Either a value or an Error. Reading the wrong one is a programming error and aborts.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}
  Result(Error error) : held_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(held_); }
  explicit operator bool() const { return ok(); }

  T& value() & { return *std::get_if<T>(&held_); }
  const T& value() const& { return *std::get_if<T>(&held_); }
  T&& value() && { return std::move(*std::get_if<T>(&held_)); }
  Error& error() { return *std::get_if<Error>(&held_); }
  const Error& error() const { return *std::get_if<Error>(&held_); }

 private:
  std::variant<T, Error> held_;
};

}  // namespace mingzhang
