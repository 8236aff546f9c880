// See document.h.
#include "document/document.h"

namespace mingzhang {

std::int32_t Document::part_at(std::uint32_t offset) const {
  std::int32_t part = 0;
  for (std::size_t index = 1; index < parts.size() && parts[index].span.start <= offset; ++index)
    part = static_cast<std::int32_t>(index);
  return part;
}

std::string section_path(const Document& document, std::int32_t section) {
  std::string path;
  std::uint8_t level_below = 0;
  for (std::int32_t index = section;
       index >= 0 && static_cast<std::size_t>(index) < document.sections.size();) {
    const Section& s = document.sections[static_cast<std::size_t>(index)];
    std::string part = s.number;
    if (!path.empty()) {
      // Brackets part numbers by themselves; what stands without them takes its separator along: 二、（一）
      // and 二、3.
      const bool bare = s.level == 1 || (s.level == 3 && level_below == 3);
      if (s.level == 0) part += ' ';
      if (bare) part += "、";
    }
    path.insert(0, part);
    level_below = s.level;
    index = s.parent;
  }
  return path;
}

}  // namespace mingzhang
