// How high boxes and parts of the page were when they were last shown, by their path of keys: so a page is
// set once a frame, not once to measure and once to draw, and what is out of sight is not set at all.
#pragma once

#include "platform/mirror.h"

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace mingzhang {

class UiMemory {
 public:
  struct Extent {
    float height = 0;
    std::uint64_t version = 0;  // of what was shown; 0: any
  };

  /// nullptr where nothing is known.
  const Extent* find(std::uint64_t path) const {
    const auto at = extents_.find(path);
    return at == extents_.end() ? nullptr : &at->second;
  }
  /// True where it was known to be so.
  bool put(std::uint64_t path, const Extent& extent) {
    const auto [at, added] = extents_.try_emplace(path, extent);
    const bool same = !added && at->second.height == extent.height && at->second.version == extent.version;
    at->second = extent;
    return same;
  }
  /// The picture that grows out of a tile, or shrinks back into it.
  struct Zoom {
    std::vector<std::string> path;  // that is shown
    Rect from;                      // the tile, as a part of the picture: 0 to 1
    double began = -1;              // seconds; negative: nothing moves
    bool ready = false, pressed = false, outward = false;
  };
  Zoom zoom;
  /// Elements that show only while they have the focus.
  std::array<NodeId, 2> skip_links{};

  /// Old pages' heights are forgotten before they are many.
  void begin_frame() {
    if (extents_.size() > most) extents_.clear();
  }

 private:
  static constexpr std::size_t most = 200'000;
  std::unordered_map<std::uint64_t, Extent> extents_;
};

}  // namespace mingzhang
