#include "report/sha256.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

namespace mingzhang {
namespace {

constexpr std::size_t block_bytes = 64;

/// First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
constexpr std::array<std::uint32_t, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using State = std::array<std::uint32_t, 8>;

/// The same of the square roots of the first eight primes (5.3.3).
constexpr State initial_state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

std::uint32_t word_at(const std::uint8_t* bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 |
         bytes[3];
}

/// One round (6.2.2, step 3), after which the roles have moved on by one: the new a stands in `h`, the new e
/// in `d`.
inline void round_of(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t& d, std::uint32_t e,
                     std::uint32_t f, std::uint32_t g, std::uint32_t& h, std::uint32_t added) {
  const std::uint32_t big_e = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
  const std::uint32_t big_a = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
  const std::uint32_t first = h + big_e + (g ^ (e & (f ^ g))) + added;
  d += first;
  h = first + big_a + ((a & b) | (c & (a | b)));
}

void compress(State& state, const std::uint8_t* block) {
  // The last sixteen words of the schedule (6.2.2, step 1), each in its place modulo sixteen.
  std::array<std::uint32_t, 16> words;
  for (std::size_t i = 0; i < words.size(); ++i)
    words[i] = word_at(block + 4 * i);
  const auto move_on = [&] {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::uint32_t a = words[(i + 1) % 16];
      const std::uint32_t b = words[(i + 14) % 16];
      const std::uint32_t small_a = std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3);
      const std::uint32_t small_b = std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10);
      words[i] += small_a + words[(i + 9) % 16] + small_b;
    }
  };
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t i = 0; i < round_constants.size(); i += 8) {
    if (i > 0 && i % 16 == 0) move_on();
    const std::uint32_t* constants = round_constants.data() + i;
    const std::uint32_t* scheduled = words.data() + i % 16;
    round_of(a, b, c, d, e, f, g, h, constants[0] + scheduled[0]);
    round_of(h, a, b, c, d, e, f, g, constants[1] + scheduled[1]);
    round_of(g, h, a, b, c, d, e, f, constants[2] + scheduled[2]);
    round_of(f, g, h, a, b, c, d, e, constants[3] + scheduled[3]);
    round_of(e, f, g, h, a, b, c, d, constants[4] + scheduled[4]);
    round_of(d, e, f, g, h, a, b, c, constants[5] + scheduled[5]);
    round_of(c, d, e, f, g, h, a, b, constants[6] + scheduled[6]);
    round_of(b, c, d, e, f, g, h, a, constants[7] + scheduled[7]);
  }
  const State mixed = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < state.size(); ++i)
    state[i] += mixed[i];
}

/// The message's end: its last bytes, a one bit, zeros and its length in bits.
void compress_tail(State& state, std::span<const std::uint8_t> rest, std::uint64_t bytes) {
  std::array<std::uint8_t, 2 * block_bytes> tail{};
  std::copy(rest.begin(), rest.end(), tail.begin());
  tail[rest.size()] = 0x80;
  const std::size_t size = rest.size() + 9 <= block_bytes ? block_bytes : 2 * block_bytes;
  for (std::size_t i = 0; i < 8; ++i)
    tail[size - 1 - i] = static_cast<std::uint8_t>((bytes * 8) >> (8 * i));
  for (std::size_t at = 0; at < size; at += block_bytes)
    compress(state, tail.data() + at);
}

}  // namespace

std::string sha256_of(std::span<const std::uint8_t> bytes) {
  State state = initial_state;
  std::size_t at = 0;
  for (; bytes.size() - at >= block_bytes; at += block_bytes)
    compress(state, bytes.data() + at);
  compress_tail(state, bytes.subspan(at), bytes.size());

  std::string hex;
  hex.reserve(64);
  for (const std::uint32_t word : state) {
    for (int shift = 28; shift >= 0; shift -= 4)
      hex += "0123456789abcdef"[(word >> shift) & 15U];
  }
  return hex;
}

}  // namespace mingzhang
