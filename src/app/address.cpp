// See address.h.
#include "app/address.h"

#include <algorithm>
#include <charconv>

namespace mingzhang {
namespace {

bool is_plain(char character) {
  const bool letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  const bool digit = character >= '0' && character <= '9';
  return letter || digit || character == '-' || character == '_' || character == '.' || character == '~';
}

bool is_name(std::string_view words) {
  for (const char character : words) {
    if (!is_plain(character)) return false;
  }
  return !words.empty();
}

int hexadecimal(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  const char small = static_cast<char>(digit | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// A '%' that no two hexadecimal digits follow stands for itself.
std::string decoded(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool escape = words[at] == '%' && at + 2 < words.size();
    const int high = escape ? hexadecimal(words[at + 1]) : -1, low = escape ? hexadecimal(words[at + 2]) : -1;
    if (high >= 0 && low >= 0) {
      out += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      out += words[at] == '+' ? ' ' : words[at];
    }
  }
  return out;
}

void append_encoded(std::string& out, std::string_view words) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char character : words) {
    if (is_plain(character)) {
      out += character;
      continue;
    }
    const auto byte = static_cast<unsigned char>(character);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
}

std::optional<std::uint32_t> number_of(std::string_view words) {
  std::uint32_t value = 0;
  const char* const end = words.data() + words.size();
  const auto [stopped, error] = std::from_chars(words.data(), end, value);
  if (words.empty() || error != std::errc{} || stopped != end) return std::nullopt;
  return value;
}

}  // namespace

Address Address::parse(std::string_view line) {
  Address address;
  if (line.size() > most_bytes) return address;
  while (!line.empty() && address.values_.size() < most_values) {
    const std::string_view part = line.substr(0, line.find('&'));
    line.remove_prefix(std::min(line.size(), part.size() + 1));
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos || !is_name(part.substr(0, equals))) continue;
    if (!address[part.substr(0, equals)].empty()) continue;
    address.add(part.substr(0, equals), decoded(part.substr(equals + 1)));
  }
  return address;
}

std::string_view Address::operator[](std::string_view name) const& {
  for (const auto& [each, value] : values_) {
    if (each == name) return value;
  }
  return {};
}

std::optional<std::uint32_t> Address::number(std::string_view name) const {
  return number_of((*this)[name]);
}

std::vector<std::uint32_t> Address::path(std::string_view name) const {
  std::vector<std::uint32_t> steps;
  for (std::string_view rest = (*this)[name]; !rest.empty();) {
    const std::string_view step = rest.substr(0, rest.find('.'));
    rest.remove_prefix(std::min(rest.size(), step.size() + 1));
    const std::optional<std::uint32_t> value = number_of(step);
    if (!value) return {};
    steps.push_back(*value);
  }
  return steps;
}

void Address::add(std::string_view name, std::string_view value) {
  if (!value.empty()) values_.emplace_back(name, value);
}

void Address::add_number(std::string_view name, std::uint32_t value) {
  add(name, std::to_string(value));
}

void Address::add_path(std::string_view name, const std::vector<std::uint32_t>& value) {
  std::string steps;
  for (const std::uint32_t step : value) {
    if (!steps.empty()) steps += '.';
    steps += std::to_string(step);
  }
  add(name, steps);
}

std::string Address::line() const {
  std::string out;
  for (const auto& [name, value] : values_) {
    if (!out.empty()) out += '&';
    out += name;
    out += '=';
    append_encoded(out, value);
  }
  return out;
}

}  // namespace mingzhang
