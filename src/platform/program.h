// One running page: Dear ImGui's context, the app, the mirror and the glyphs, and what a frame is.
//
// web/main.cpp holds the only one and passes on what the page's script calls. Every event of the visitor is
// answered by a frame within the browser's own event, so that a file dialog and the clipboard work;
// everything else asks for one.
#pragma once

#include "platform/glyphs.h"
#include "platform/mirror.h"
#include "platform/window.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

class Program {
 public:
  Program();
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// Describes the page, draws it and tells the mirror; true where one more frame is wanted.
  bool frame(double seconds);

  Surroundings& surroundings() { return surroundings_; }
  Mirror& mirror() { return mirror_; }
  Application& application() { return *application_; }
  /// The pointer's place in CSS px, for ImGui's own use.
  void move_pointer(float x, float y);
  /// While the page is idle: a second application, seen by nobody, opens `document` and goes through one view
  /// at each call. After that the browser has compiled what a visitor's first document needs, and its glyphs
  /// are drawn.
  void rehearse(std::vector<std::uint8_t> document);
  void rehearse_view(std::string_view view);
  void end_rehearsal() { understudy_.reset(); }
  bool rehearsing() const { return rehearsing_; }
  /// The graphics card forgot everything; the next frame brings it all again.
  void restore_textures();

 private:
  void describe(Application& application, Mirror& mirror, bool& another, bool& again);

  Surroundings surroundings_;
  Mirror mirror_;
  Glyphs glyphs_;
  Fonts fonts_;
  std::unique_ptr<Application> application_;
  std::unique_ptr<Application> understudy_;
  bool rehearsing_ = false;
  double last_frame_ = 0;
  std::string told_place_;
};

/// The page's only program, made at the first call.
Program& program();

}  // namespace mingzhang
