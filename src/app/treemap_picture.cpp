// The treemap: at most twelve tiles and one for the others, names and figures on them as far as they have
// room. Going in and out grows out of the tile, unless the visitor wants less motion.
#include "app/breakdown_cut.h"
#include "app/treemap.h"

#include <algorithm>
#include <cmath>

namespace mingzhang {
namespace {

constexpr float tile_gap = 4, tile_radius = 8, corner = 3;
constexpr float dimmed = 0.32F;  // what is not looked for
constexpr double zoom_seconds = 0.24;

struct Tile {
  Item item;
  std::size_t step = 0;  // of the current items, which is gone into where an inner tile is pressed
  bool inner = false;
  Rect rect;  // at rest
  Colour colour = 0;
};

struct TileLook {
  Type name;
  float padding, top;
};

std::vector<double> sizes_of(const std::vector<Item>& items) {
  std::vector<double> sizes;
  for (const Item& item : items)
    sizes.push_back(item.node->yuan.to_pixel());
  return sizes;
}

/// Tiles of the current items. A part with few parts of its own shows them, where all together are few
/// enough.
std::vector<Tile> tiles_of(const Cut& cut, const std::vector<Item>& items, const Rect& whole) {
  const std::vector<Rect> rects = squarified(sizes_of(items), whole);
  std::size_t count = items.size();
  std::vector<Tile> tiles;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Colour colour = cut.colour_of(items[i]);
    const std::vector<Item> inner = items[i].others || items[i].node->children.empty()
                                        ? std::vector<Item>()
                                        : cut.items_of(*items[i].node);
    const bool opened = inner.size() > 1 && count - 1 + inner.size() <= most_tiles + 1;
    if (!opened) {
      tiles.push_back({items[i], i, false, rects[i], colour});
      continue;
    }
    count += inner.size() - 1;
    const std::vector<Rect> inside = squarified(sizes_of(inner), rects[i]);
    for (std::size_t k = 0; k < inner.size(); ++k) {
      const bool plain = inner[k].node->remainder || inner[k].others;
      tiles.push_back({inner[k], i, true, inside[k], plain ? cut.scene.ui.colours.kinds[7] : colour});
    }
  }
  return tiles;
}

/// Where the picture comes from while it grows: the place that becomes the whole, and how far on its way it
/// is.
struct Zoom {
  Rect from;  // part of the whole's area, 0 to 1
  bool outward = false;
  float way = 1;  // 1: at rest
};

Rect scaled(const Rect& rect, const Rect& whole, const Rect& part) {
  return {whole.x + (rect.x - whole.x) * part.width + part.x * whole.width,
          whole.y + (rect.y - whole.y) * part.height + part.y * whole.height, rect.width * part.width,
          rect.height * part.height};
}

Rect between(const Rect& a, const Rect& b, float way) {
  const auto mix = [way](float from, float to) { return from + (to - from) * way; };
  return {mix(a.x, b.x), mix(a.y, b.y), mix(a.width, b.width), mix(a.height, b.height)};
}

/// In from a tile: the picture grows out of it. Out to the whole: it shrinks back into the tile, so
/// everything else comes in from outside.
Rect on_its_way(const Rect& rect, const Rect& whole, const Zoom& zoom) {
  if (zoom.way >= 1) return rect;
  if (!zoom.outward) return between(scaled(rect, whole, zoom.from), rect, zoom.way);
  const Rect& f = zoom.from;
  if (f.width <= 0 || f.height <= 0) return rect;
  const Rect inverse{-f.x / f.width, -f.y / f.height, 1 / f.width, 1 / f.height};
  return between(scaled(rect, whole, inverse), rect, zoom.way);
}

/// Name and figure as far as the tile has room; a tile too small has none, the list has it.
void label_tile(const Cut& cut, const Rect& tile, const Item& item, float strength) {
  Ui& ui = cut.scene.ui;
  const Type& small = ui.type.caption;
  const Colour ink = faded(ui.colours.on_kind, strength);
  const std::string value = cut.amount(*item.node);
  const std::string both =
      cut.measure() == AmountMeasure::share ? cut.share(*item.node) : value + " · " + cut.share(*item.node);
  const std::string goes_in = item.node->children.empty() ? item.name : item.name + " ›";
  for (const TileLook& look :
       {TileLook{ui.type.body_strong, 14, 12}, TileLook{ui.type.caption_strong, 8, 7}}) {
    const float room = tile.width - 2 * look.padding;
    const std::size_t lines = ui.lines_of(goes_in, look.name, room);
    // A name broken into many pieces would not be read.
    const bool fits = room >= 3 * look.name.size && lines <= 3 && ui.width_of(value, small) <= room &&
                      static_cast<float>(lines) * look.name.line + small.line + 2 * look.top <= tile.height;
    if (!fits) continue;
    ui.at(tile.x + look.padding, tile.y + look.top, room, [&] {
      ui.text("name", goes_in, look.name, ink, {.mirrored = false});
      ui.text("figure", ui.width_of(both, small) <= room ? both : value, small, ink, {.mirrored = false});
    });
    return;
  }
  // The name alone, on two lines if need be; the list has the figure.
  const float room = tile.width - 12;
  const std::size_t lines = ui.lines_of(item.name, small, room);
  const bool two = lines == 2 && room >= 3 * small.size && 2 * small.line + 8 <= tile.height;
  if (two) {
    ui.at(tile.x + 6, tile.y + 4, room, [&] { ui.text("name", item.name, small, ink, {.mirrored = false}); });
    return;
  }
  for (const std::string& words : {item.name + "  " + both, item.name, value}) {
    if (ui.width_of(words, small) + 12 > tile.width || small.line + 6 > tile.height) continue;
    ui.label(tile.x + 6, tile.y + std::min(7.0F, (tile.height - small.line) / 2), words, small, ink);
    return;
  }
}

void show_tile(const Cut& cut, std::size_t index, const Tile& tile, const Rect& whole, const Zoom& zoom,
               FunctionRef<void(const Tile&)> pressed_tile) {
  Ui& ui = cut.scene.ui;
  const auto inset = [](const Rect& rect) {
    constexpr float half = tile_gap / 2;
    return Rect{rect.x + half, rect.y + half, rect.width - tile_gap, rect.height - tile_gap};
  };
  const Rect rest = inset(tile.rect);
  if (rest.width < 1 || rest.height < 1) return;
  const Pressed pressed = ui.press(numbered("tile", index), rest, {},
                                   {.state = {.name = cut.spoken(tile.item)},
                                    .type = ui.type.body,
                                    .colour = ui.colours.on_kind,
                                    .ground = tile.colour,
                                    .radius = tile_radius});
  const Rect now = inset(on_its_way(tile.rect, whole, zoom));
  const float radius = std::min(tile_radius, std::min(now.width, now.height) / corner);
  const float strength = tile.item.sought ? 1.0F : dimmed;
  ui.fill(now, faded(tile.colour, pressed.hovered ? strength * 0.88F : strength), radius);
  if (tile.item.node->fact != none && cut.scene.dossier.printed(tile.item.node->fact) != nullptr)
    ui.outline({now.x + 2, now.y + 2, now.width - 4, now.height - 4}, ui.colours.on_kind, radius);
  if (zoom.way >= 1) label_tile(cut, now, tile.item, tile.item.sought ? 1.0F : 0.6F);
  if (pressed.activated) pressed_tile(tile);
}

Zoom zoom_of(Ui& ui, const std::vector<std::string>& path) {
  UiMemory::Zoom& last = ui.memory().zoom;
  Zoom zoom;
  if (last.path != path) {
    // Only a step in or out of a tile that was seen moves; anything else is another picture.
    const bool step = last.ready && (last.path.size() > path.size() || last.pressed);
    last.began = step && !ui.still() ? ui.frame.surroundings.seconds : -1;
    last.outward = last.path.size() > path.size();
    last.path = path;
    last.pressed = false;
  }
  last.ready = true;
  const auto way =
      last.began < 0 ? 1.0F : static_cast<float>((ui.frame.surroundings.seconds - last.began) / zoom_seconds);
  if (way >= 1) return zoom;
  zoom.from = last.from;
  zoom.outward = last.outward;
  const float left = 1 - std::max(0.0F, way);
  zoom.way = 1 - left * left * left;
  ui.frame.another = true;
  return zoom;
}

}  // namespace

void show_treemap(const Cut& cut, float high) {
  Ui& ui = cut.scene.ui;
  // Tiles carry their own gap: the outer ones reach the column's edges.
  const Rect whole{ui.x - tile_gap / 2, ui.y - tile_gap / 2, ui.width + tile_gap, high + tile_gap};
  if (ui.measuring()) {
    ui.space(high);
    return;
  }
  const std::vector<Item> items = cut.items();
  const std::vector<Tile> tiles = tiles_of(cut, items, whole);
  const Zoom zoom = zoom_of(ui, cut.scene.choices.drill);
  const auto go = [&](const Tile& tile) {
    const Item& step = items[tile.step];
    Rect place = tile.rect;
    if (tile.inner) {
      for (const Tile& other : tiles) {
        if (other.step != tile.step) continue;
        const float right = std::max(place.x + place.width, other.rect.x + other.rect.width);
        const float bottom = std::max(place.y + place.height, other.rect.y + other.rect.height);
        place.x = std::min(place.x, other.rect.x), place.y = std::min(place.y, other.rect.y);
        place.width = right - place.x, place.height = bottom - place.y;
      }
    }
    ui.memory().zoom.from = {(place.x - whole.x) / whole.width, (place.y - whole.y) / whole.height,
                             place.width / whole.width, place.height / whole.height};
    ui.memory().zoom.pressed = true;
    // A part within a part is gone to by way of it; without parts of its own it shows its words.
    if (tile.inner && tile.item.node->children.empty() && tile.item.node->fact != none) {
      open_figure(cut.scene, tile.item.node->fact);
    } else {
      cut.choose(step);
    }
  };
  ui.mirror.open(Role::group, "treemap", {ui.x, ui.y, ui.width, high}, {}, {},
                 {.name = cut.scene.words("breakdown.treemap")});
  ui.clipped({ui.x, ui.y, ui.width, high}, [&] {
    for (std::size_t i = 0; i < tiles.size(); ++i)
      show_tile(cut, i, tiles[i], whole, zoom, go);
  });
  ui.mirror.close();
  ui.space(high);
}

}  // namespace mingzhang
