// Dear ImGui's window on the browser: one canvas over the whole page, drawn with WebGL 2, its text drawn by
// the browser itself (glyphs.h), its elements mirrored in the DOM (mirror.h). Draws, and asks for frames,
// only when something changed.
//
// Units: CSS pixels everywhere; the device pixel ratio is applied in one place when drawing.
#pragma once

#include "platform/mirror.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

namespace mingzhang {

enum class Theme : std::uint8_t { light, dark, high_contrast };

/// The visitor's surroundings, current at each frame.
struct Surroundings {
  float width = 0, height = 0;  // of the window, CSS px
  float pixel_ratio = 1;        // browser zoom included
  float text_scale = 1;         // the browser's text size relative to 16 px
  Theme system_theme = Theme::light;
  bool reduced_motion = false;
  bool coarse_pointer = false;  // finger
  double seconds = 0;           // since start, for animations
};

/// The three weights of the visitor's own system face. Use with ImGui::PushFont(font, size_in_css_px).
struct Fonts {
  ImFont* regular = nullptr;   // 400
  ImFont* semibold = nullptr;  // 600
  ImFont* bold = nullptr;      // 700
};

/// What platform/ hands to the app at each frame.
struct Frame {
  const Surroundings& surroundings;
  const Fonts& fonts;
  Mirror& mirror;
  /// Asks for one more frame (an animation goes on). Without it nothing is drawn until something happens.
  bool& another;
  /// Asks for one more description of this frame before it is shown: something turned out larger than
  /// expected.
  bool& again;
};

/// Of several files that are opened together the first lies on top.
enum class Opening : std::uint8_t { on_top, beneath };

/// The program that lives in the window; app/ implements it.
class Application {
 public:
  virtual ~Application() = default;
  /// Describes the page: draws it with Dear ImGui's draw lists (ImGui::GetBackgroundDrawList() covers the
  /// whole page) and tells the mirror the same. May be called twice before anything is shown: once with the
  /// event (activated, edited), once without to draw what came of it. Scrollbars of regions are drawn by
  /// platform/.
  virtual void frame(const Frame& frame) = 0;
  /// A file was chosen, dropped or pasted. `bytes` is the file, `name` as the visitor knows it. Tells the
  /// page "opened" where it could be read.
  virtual void open(std::string name, std::vector<std::uint8_t> bytes, Opening how) = 0;
  /// The same for a file that was read in a worker; the bytes are what views/packed.h made there.
  virtual void open_packed(std::vector<std::uint8_t> packed, Opening how) = 0;
  /// A file could not be opened by the browser's side: a code of assets/words/errors.json, the file's name,
  /// what the sentence quotes, and the byte at which it went wrong (negative: none).
  virtual void fail(std::string code, std::string name, std::string detail, double offset) = 0;
  /// From the page's side: "language" zh|en, "theme" light|dark|…, "view" overview|…, "key" Escape and the
  /// like; "opening" says that the visitor opens something, "sample" opens the bundled document; "kept" lists
  /// what this device keeps, a line of named values each, and "keeping" says whether it does: kept, denied,
  /// full; "progress" tells what is being read (done, of, name, page, pages as named values; empty: nothing).
  virtual void command(std::string_view name, std::string_view value) = 0;
  /// Where the visitor is, for the browser's history and for links; empty for the start screen.
  virtual std::string place() const = 0;
  /// Goes to such a place. It may come from a link: what it names and does not exist is passed over; a
  /// document that is not open yet is waited for.
  virtual void go_to(std::string_view place) = 0;
};

/// Made by app/ (make_application), taken by platform/ when the page starts.
std::unique_ptr<Application> make_application();

// What an Application may ask of the page ----
/// Draws one line of text with its top left corner exactly there, each glyph on whole device pixels. Prefer
/// it to ImDrawList::AddText, which first cuts the place to whole CSS pixels: beside boxes that scroll by
/// half pixels such text trembles. The line is `size` high (the em square); sizes are whole CSS px, as ImGui
/// rounds them. In a DOM line box of height L the same text stands at top + (L - size) / 2. Returns the
/// width.
float draw_text(ImDrawList& list, ImFont* font, float size, ImVec2 top_left, ImU32 colour,
                std::string_view text);
/// Width of one line as draw_text would draw it.
float text_width(ImFont* font, float size, std::string_view text);

/// Opens the browser's file dialog; works only within a frame that answers an activation.
void ask_for_files();
/// Puts text on the clipboard; works only within a frame that answers an activation.
void copy_to_clipboard(std::string_view text);
/// Offers a file of these bytes as a download; works only within a frame that answers an activation.
void save_file(std::string_view name, std::string_view media_type, std::string_view bytes);
/// Saves the page itself, with a document in it, as one file. `about` is JSON (web/handing.ts, PageWish),
/// `packed` what views/packed.h made of the document.
void save_page(std::string_view about, std::span<const std::uint8_t> packed);
/// Something happened or is wished for that the page's script knows about; the names stand in web/notices.ts.
/// Nothing is told while the page rehearses.
void notify_page(std::string_view name, std::string_view value);
/// The page's title and `lang`.
void set_page(std::string_view title, std::string_view language);
/// The colours of the page behind the canvas and of DOM fields, 0xAARRGGBB.
void set_page_colours(std::uint32_t paper_colour, std::uint32_t ink, std::uint32_t accent);
/// The first preferred language of the browser begins with "zh".
bool prefers_chinese();

}  // namespace mingzhang
