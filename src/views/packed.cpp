// See packed.h. What can be copied byte by byte is; the rest goes field by field. Lengths are 32 bits.
#include "views/packed.h"

#include "views/fields.h"

#include <array>
#include <cstring>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace mingzhang {
namespace {

/// Differs where another build lays a struct out differently.
constexpr std::uint32_t layout =
    0x4D5A0001U + static_cast<std::uint32_t>(sizeof(Analysis) * 31 + sizeof(Fact) * 7 + sizeof(Finding) * 3 +
                                             sizeof(Table) * 5 + sizeof(Source));

template <class T>
constexpr bool is_vector = false;
template <class T>
constexpr bool is_vector<std::vector<T>> = true;
template <class T>
constexpr bool is_optional = false;
template <class T>
constexpr bool is_optional<std::optional<T>> = true;
template <class T>
constexpr bool is_pair = false;
template <class A, class B>
constexpr bool is_pair<std::pair<A, B>> = true;
template <class T>
constexpr bool is_array = false;
template <class T, std::size_t n>
constexpr bool is_array<std::array<T, n>> = true;

/// Without pointers in it, as everything in these structs is.
template <class T>
constexpr bool is_flat = std::is_trivially_copyable_v<T> && !std::is_pointer_v<T> && !is_optional<T>;

class Packer {
 public:
  explicit Packer(std::vector<std::uint8_t>& out) : out_(out) {}

  template <class T>
  void put(const T& value) {
    if constexpr (is_flat<T>) {
      append(&value, sizeof value);
    } else if constexpr (std::is_same_v<T, std::string>) {
      put(static_cast<std::uint32_t>(value.size()));
      append(value.data(), value.size());
    } else if constexpr (is_vector<T>) {
      put(static_cast<std::uint32_t>(value.size()));
      if constexpr (std::is_same_v<T, std::vector<bool>>) {
        for (const bool each : value)
          put(each);
      } else if constexpr (is_flat<typename T::value_type>) {
        append(value.data(), value.size() * sizeof(typename T::value_type));
      } else {
        for (const auto& each : value)
          put(each);
      }
    } else if constexpr (is_optional<T>) {
      put(value.has_value());
      if (value) put(*value);
    } else if constexpr (is_pair<T>) {
      put(value.first), put(value.second);
    } else if constexpr (is_array<T>) {
      for (const auto& each : value)
        put(each);
    } else {
      with_fields(value, [&](const auto&... field) { (put(field), ...); });
    }
  }

 private:
  void append(const void* from, std::size_t size) {
    const auto* const bytes = static_cast<const std::uint8_t*>(from);
    out_.insert(out_.end(), bytes, bytes + size);
  }
  std::vector<std::uint8_t>& out_;
};

class Unpacker {
 public:
  explicit Unpacker(std::span<const std::uint8_t> bytes) : left_(bytes) {}

  template <class T>
  bool take(T& value) {
    if constexpr (is_flat<T>) {
      return copy(&value, sizeof value);
    } else if constexpr (std::is_same_v<T, std::string>) {
      std::uint32_t size = 0;
      if (!take(size) || size > left_.size()) return false;
      value.assign(reinterpret_cast<const char*>(left_.data()), size);
      left_ = left_.subspan(size);
      return true;
    } else if constexpr (is_vector<T>) {
      return take_all(value);
    } else if constexpr (is_optional<T>) {
      bool there = false;
      if (!take(there)) return false;
      return !there || take(value.emplace());
    } else if constexpr (is_pair<T>) {
      return take(value.first) && take(value.second);
    } else if constexpr (is_array<T>) {
      for (auto& each : value) {
        if (!take(each)) return false;
      }
      return true;
    } else {
      bool good = true;
      with_fields(value, [&](auto&... field) { good = (take(field) && ...); });
      return good;
    }
  }
  bool at_end() const { return left_.empty(); }

 private:
  template <class T>
  bool take_all(std::vector<T>& values) {
    std::uint32_t count = 0;
    // Nothing takes less than a byte: a larger number is no length.
    if (!take(count) || count > left_.size()) return false;
    if constexpr (std::is_same_v<T, bool>) {
      values.reserve(count);
      for (std::uint32_t i = 0; i < count; ++i) {
        bool each = false;
        if (!take(each)) return false;
        values.push_back(each);
      }
      return true;
    } else {
      values.resize(count);
      if constexpr (is_flat<T>) return copy(values.data(), count * sizeof(T));
      for (T& each : values) {
        if (!take(each)) return false;
      }
      return true;
    }
  }
  bool copy(void* to, std::size_t size) {
    if (size > left_.size()) return false;
    if (size > 0) std::memcpy(to, left_.data(), size);
    left_ = left_.subspan(size);
    return true;
  }
  std::span<const std::uint8_t> left_;
};

}  // namespace

std::vector<std::uint8_t> packed(const Analysis& analysis) {
  std::vector<std::uint8_t> out;
  out.reserve(analysis.document.text.size() * 2 + analysis.disclosure.facts.size() * (sizeof(Fact) + 32));
  Packer packer(out);
  packer.put(layout);
  packer.put(analysis);
  return out;
}

std::optional<Analysis> unpacked(std::span<const std::uint8_t> bytes) {
  Unpacker unpacker(bytes);
  std::uint32_t of_build = 0;
  std::optional<Analysis> analysis(std::in_place);
  if (!unpacker.take(of_build) || of_build != layout || !unpacker.take(*analysis) || !unpacker.at_end()) {
    analysis.reset();
  }
  return analysis;
}

}  // namespace mingzhang
