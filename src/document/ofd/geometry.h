// Numbers, boxes and matrices as OFD writes them: words between spaces.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace mingzhang::ofd {

inline constexpr float points_per_millimetre = 72.0F / 25.4F;
/// Farther from the origin nothing is printed.
inline constexpr float farthest = 1e5F;

/// The next word between spaces, taken off `words`; empty at the end.
std::string_view next_word(std::string_view& words);
/// A decimal number, 0 for other words; never beyond `farthest`. Reads a point whatever the locale.
float number_in(std::string_view word);

struct Box {
  float x0 = 0;
  float y0 = 0;
  float x1 = 0;
  float y1 = 0;
  bool holds(float x, float y) const { return x >= x0 && x <= x1 && y >= y0 && y <= y1; }
};

/// "x y width height"; `otherwise` where there are fewer numbers.
Box box_in(std::string_view words, Box otherwise);

/// x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
  float a = 1;
  float b = 0;
  float c = 0;
  float d = 1;
  float e = 0;
  float f = 0;
  float x(float px, float py) const { return a * px + c * py + e; }
  float y(float px, float py) const { return b * px + d * py + f; }
};

/// "a b c d e f"; the matrix that changes nothing where there are fewer numbers.
Matrix matrix_in(std::string_view words);

/// Steps between characters: "3.2 3.2 g 4 2.5" is 3.2 3.2 2.5 2.5 2.5 2.5. At most `most` of them.
std::vector<float> steps_in(std::string_view words, std::size_t most);

}  // namespace mingzhang::ofd
