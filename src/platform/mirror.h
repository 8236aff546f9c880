// The semantic mirror: everything the canvas shows, as real DOM elements in reading order, with the same
// actions.
//
// The DOM lies under the canvas, at the same places, in the same type and colours; the canvas lets every
// pointer event through. So the elements do the clicking, the focus, the scrolling and the browser's search,
// whoever drives them: mouse, finger, keyboard, screen reader or test. Where there is no WebGL the canvas is
// hidden and the mirror is the page.
//
// Each frame the app describes the page from the top; the mirror compares with the frame before and hands
// only differences to web/mirror.ts, which writes them. Ids are hashes of the path of keys, so they stay the
// same while an element stays. Not thread-safe; one instance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mingzhang {

using NodeId = std::uint32_t;

/// CSS pixels. Inside a region: from the top left corner of its content, before scrolling.
struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
};

enum class Role : std::uint8_t {
  navigation,
  content,
  complementary,  // the regions; content is the main part
  group,
  heading,
  paragraph,
  list,
  list_item,
  button,
  link,
  tab_list,
  tab,
  table,
  row,
  column_header,
  row_header,
  cell,
  image,
  text_field,
  figure_mark,
  status,
  progress,
  separator,
  row_group,
  select,     // its text is the choices, a line each; its value the index of the chosen one
  text_area,  // a text_field of several lines
  line,       // of a text that can be selected; its identifier is "@" and where it begins in the document
};

/// Type of an element's text, so that the DOM's text lies under the canvas's.
struct TextStyle {
  float size = 15;         // CSS px
  float line_height = 24;  // CSS px
  std::uint16_t weight = 400;
  std::uint32_t colour = 0xFF1C2126;  // 0xAARRGGBB
  bool right_aligned = false;
  /// Behind the text, where it is not its region's own (a filled button, a tile, a mark).
  std::uint32_t background = 0;
  bool centred = false;
  float spacing = 0;  // between letters, CSS px
};

/// What assistive technology hears beside the text; leave unset what does not apply.
struct NodeState {
  std::int8_t level = 0;  // heading
  std::optional<bool> pressed = std::nullopt, selected = std::nullopt, expanded = std::nullopt;
  bool current = false;  // the open view in a navigation
  bool disabled = false;
  std::string_view description = {};  // aria-description
  std::string_view name = {};         // aria-label, where the text is not the name
  std::string_view placeholder = {};  // text_field
  std::string_view value = {};        // text_field: its content while it does not have the focus
  std::string_view term = {};         // title: a glossary explanation
  std::string_view identifier = {};   // data-id: stable for tests and embedding ("view-checks")
};

/// Where each id stands in a list of nodes: open addressing, emptied without giving memory back.
class IdTable {
 public:
  void clear();
  /// False where the id is there already.
  bool insert(NodeId id, std::uint32_t place);
  /// Its place, or `nowhere`.
  std::uint32_t find(NodeId id) const;
  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

 private:
  struct Slot {
    NodeId id = 0;
    std::uint32_t place = 0;
  };
  void grow();
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

class Mirror {
 public:
  /// Opens an element; everything until close() is inside it. `key` must be unique among its siblings.
  NodeId open(Role role, std::string_view key, const Rect& rect, std::string_view text = {},
              const TextStyle& style = {}, const NodeState& state = {});
  void close();
  /// open() and close().
  NodeId leaf(Role role, std::string_view key, const Rect& rect, std::string_view text,
              const TextStyle& style = {}, const NodeState& state = {});
  /// A part of a long page, as a group or a row group. Where `may_keep` is true and nothing can have changed
  /// in it since it was described with this version (not 0), its elements stay as they are and the answer is
  /// false: it is neither described nor closed. Otherwise it is open, to be described and closed like any
  /// element. A part to which an event goes is always opened.
  bool open_part(Role role, std::string_view key, const Rect& rect, std::uint64_t version, bool may_keep,
                 const NodeState& state = {});
  /// Closes a part that was opened and will be described in a later frame: until then it stays as it is.
  void leave_part();
  /// A region scrolls by itself: the rail, the content, the evidence panel. `rect` is where it stands in the
  /// window. Its size inside becomes known as it is described; the browser scrolls it natively.
  NodeId open_region(Role role, std::string_view key, const Rect& rect, std::string_view name);
  /// Tells how high the region's content turned out; call before close().
  void set_content_height(float height);
  /// How far the browser has scrolled the region, in CSS px.
  float scroll_of(NodeId region) const;
  /// Scrolls so that the rectangle stands in the upper third; smooth unless the visitor prefers less motion.
  void scroll_to(NodeId region, const Rect& rect);
  void scroll_to_top(NodeId region);

  /// True in the one frame that answers a click, a key or a screen reader's action on the element.
  bool activated(NodeId node) const { return activated_ == node && node != 0; }
  bool focused(NodeId node) const { return focused_ == node && node != 0; }
  /// True where the focus came by keyboard (:focus-visible); draw the ring then.
  bool focus_visible() const { return focus_visible_; }
  bool hovered(NodeId node) const { return hovered_ == node && node != 0; }
  /// The text that the visitor put into the field, or the index of what was chosen in the select, in the
  /// frame after it changed.
  std::optional<std::string> edited(NodeId field) const;
  /// Moves the keyboard focus there after this frame (a panel that opened, a place that was jumped to).
  void focus(NodeId node);

  /// Said aloud once: politely (role=status) or at once (role=alert, for errors; also shown by the app).
  void announce(std::string_view words);
  void alert(std::string_view words);

  // For platform/ only -----------------------------------------------------------------------
  struct Scroller {
    NodeId id = 0;
    Rect rect = {};  // in the window
    float scroll = 0, content_height = 0, told_height = -1;
  };
  void begin_frame();
  /// Writes the differences to the DOM, then announces, scrolls and moves the focus as asked.
  void end_frame();
  void set_activated(NodeId node) { activated_ = node; }
  void set_focused(NodeId node, bool visible) { focused_ = node, focus_visible_ = visible; }
  void set_hovered(NodeId node) { hovered_ = node; }
  void set_scroll(NodeId region, float top);
  void set_edited(NodeId field, std::string text) { edited_field_ = field, edited_text_ = std::move(text); }
  /// An event is answered by one frame only.
  bool has_events() const { return activated_ != 0 || edited_field_ != 0; }
  void forget_events() { activated_ = edited_field_ = 0; }
  const std::vector<Scroller>& scrollers() const { return scrollers_; }

 private:
  struct Node {
    NodeId id = 0;
    std::uint32_t parent = 0;                   // in now_
    std::uint64_t hash = 0;                     // of everything that the DOM shows of it, its children apart
    std::uint64_t children = 0;                 // of their ids in order
    std::uint32_t record = 0, record_size = 0;  // its place in records_
    NodeId part = 0;                            // the innermost that it is in
    bool kept = false;                          // a part whose elements stay as they are
  };
  /// An element of a part that is kept without being described.
  struct Parked {
    NodeId id = 0;
    std::uint64_t hash = 0, children = 0;
  };
  struct Part {
    NodeId above = 0;                     // the part that it is in
    std::uint64_t version = 0, told = 0;  // of this description, and of the one that the page shows
    std::uint32_t frame = 0;              // in which it was met
    bool kept = false;
    std::vector<Parked> parked;
  };
  struct Open {
    NodeId id = 0;
    float x = 0, y = 0;      // origin of its children's DOM positions
    std::uint32_t node = 0;  // in now_
    int scroller = -1;       // in scrollers_, where it is a region
    NodeId part = 0;
  };
  NodeId add(Role role, std::string_view key, const Rect& rect, std::string_view text, const TextStyle& style,
             const NodeState& state);
  NodeId part_of(NodeId node) const;
  bool has_event_in(NodeId part) const;
  void unpark(NodeId id, Part& part);
  bool stays(NodeId part) const;
  void write_removals();
  void write_differences();
  void write_children(const std::vector<std::uint32_t>& parents);

  NodeId activated_ = 0, focused_ = 0, hovered_ = 0;
  bool focus_visible_ = false;
  NodeId edited_field_ = 0;
  std::string edited_text_;
  std::vector<Open> path_;
  std::vector<Node> now_, before_;
  IdTable now_index_, before_index_;
  std::vector<Scroller> scrollers_;
  std::unordered_map<NodeId, Part> parts_;
  std::unordered_map<NodeId, NodeId> parked_;  // elements that are kept, and the part that each is in
  std::uint32_t frame_ = 0;
  std::string records_;  // every node of this frame, as web/mirror.ts reads it
  std::string changes_;  // those that differ
  struct Wish {
    NodeId region = 0;
    float top = 0;
    bool smooth = false;
  };
  std::vector<Wish> wishes_;
  NodeId focus_wish_ = 0;
  std::string polite_, urgent_;
};

}  // namespace mingzhang
