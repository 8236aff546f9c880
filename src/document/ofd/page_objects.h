// The objects of one page: text, paths and pictures in the order in which they are painted.
#pragma once

#include "document/ofd/geometry.h"
#include "document/ofd/glyph_runs.h"
#include "document/positioned.h"
#include "document/xml/xml.h"

#include <cstdint>
#include <vector>

namespace mingzhang::ofd {

class PageObjects {
 public:
  /// `area` is the page in millimetres. Appends to `out`, and its counts to `page`.
  PageObjects(Box area, PositionedText& out, PositionedPage& page);

  /// The layers of <Content>.
  void read(XmlNode content);
  /// Leaves out what something painted later covers. Called once, behind all that the page consists of.
  void remove_covered();

 private:
  /// How a path is painted.
  struct Paint {
    bool stroked = false;
    bool filled = false;
    bool white = false;
    bool opaque = true;
  };
  struct Area {
    Box box;
    bool white = false;
    /// Nothing shines through.
    bool opaque = true;
    /// Runs painted before it.
    std::uint32_t runs_before = 0;
  };

  void read_object(XmlNode object);
  void read_text(XmlNode object);
  void read_codes(XmlNode object, const Matrix& onto_page, bool hidden);
  void read_path(XmlNode object);
  void read_picture(XmlNode object);
  void add_line(float ax, float ay, float bx, float by);
  void add_subpath(const std::vector<float>& points, bool straight, const Paint& paint);
  Matrix onto_page(XmlNode object) const;
  bool white_below(const PlacedRun& run) const;
  std::uint32_t characters_of(const PlacedRun& run) const;

  Box area_;
  PositionedText& out_;
  PositionedPage& page_;
  GlyphRuns runs_;
  std::vector<Area> areas_;
};

}  // namespace mingzhang::ofd
