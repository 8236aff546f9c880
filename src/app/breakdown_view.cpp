// Where the money goes: treemap or bars, and the same numbers as a list beside it. Pressing a part goes in;
// pressing a figure, or a part that has no parts of its own, shows its words.
#include "app/scene.h"
#include "app/table.h"
#include "app/treemap.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mingzhang {
namespace {

constexpr float list_width = 408, least_for_beside = 860;
constexpr float tile_gap = 4, tile_radius = 8;

/// The node that the drill path leads to; the path is cut where it leads nowhere.
const BreakdownNode& current_node(Scene& scene) {
  const bool by_parts = scene.choices.grouping == Grouping::parts;
  const BreakdownNode* node = by_parts ? &scene.dossier.parts : &scene.dossier.activities;
  std::size_t depth = 0;
  for (; depth < scene.choices.drill.size(); ++depth) {
    const std::uint32_t child = scene.choices.drill[depth];
    if (child >= node->children.size() || node->children[child].children.empty()) break;
    node = &node->children[child];
  }
  scene.choices.drill.resize(depth);
  return *node;
}

void choose(Scene& scene, const BreakdownNode& node, std::size_t child) {
  const BreakdownNode& chosen = node.children[child];
  if (!chosen.children.empty()) {
    scene.choices.drill.push_back(static_cast<std::uint32_t>(child));
  } else {
    open_figure(scene, chosen.fact);
  }
}

std::string share_of(const BreakdownNode& node, const BreakdownNode& whole) {
  const auto share = (node.yuan * Decimal(1000, 0)).divided_by(whole.yuan, 0);
  return share ? share_words(static_cast<std::int32_t>(share->coefficient())) : std::string();
}

// Toolbar
// ---------------------------------------------------------------------------------------------------

void show_path(Scene& scene, float high) {
  Ui& ui = scene.ui;
  const BreakdownNode* node =
      scene.choices.grouping == Grouping::parts ? &scene.dossier.parts : &scene.dossier.activities;
  std::string name(
      scene.words(scene.choices.grouping == Grouping::parts ? "breakdown.all" : "breakdown.all_activities"));
  Flow flow(ui, 8, 0);
  const std::vector<std::uint32_t> path = scene.choices.drill;
  for (std::size_t depth = 0; depth <= path.size(); ++depth) {
    const bool here = depth == path.size();
    const Type& look = here ? ui.type.body_strong : ui.type.body;
    const std::string shown = name;
    const Rect rect = flow.place(ui.width_of(shown, look), high);
    const float top = rect.y + (high - look.line) / 2;
    if (here) {
      ui.label(rect.x, top, shown, look, ui.colours.ink);
      ui.say(Role::paragraph, "here", {rect.x, top, rect.width, look.line}, shown, look, ui.colours.ink);
    } else {
      if (button_at(ui, numbered("up", depth), rect, shown, ButtonLook::plain))
        scene.choices.drill.resize(depth);
      const Rect mark = flow.place(ui.width_of("›", look), high);
      ui.label(mark.x, top, "›", look, ui.colours.third);
      node = &node->children[path[depth]];
      name = node_name(scene, *node);
    }
  }
  flow.end();
}

void show_toolbar(Scene& scene) {
  Ui& ui = scene.ui;
  Choices& choices = scene.choices;
  const std::vector<SwitchItem> groupings = {{"by-parts", scene.words("breakdown.by_parts")},
                                             {"by-activities", scene.words("breakdown.by_activities")}};
  const std::vector<SwitchItem> pictures = {{"treemap", scene.words("breakdown.treemap")},
                                            {"bars", scene.words("breakdown.bars")}};
  const bool both = !scene.dossier.activities.children.empty();
  const float high = ui.target();
  const float pictures_width = segmented_width(ui, pictures);
  const float groupings_width = both ? segmented_width(ui, groupings) + 12 : 0;
  const float switches = pictures_width + groupings_width;
  float top = ui.y;
  const bool one_line = ui.width >= switches + 240;
  if (one_line) ui.at(ui.x, top, ui.width - switches - 12, [&] { show_path(scene, high); });
  float left = one_line ? ui.x + ui.width - switches : ui.x;
  if (both) {
    const Rect rect{left, top, groupings_width - 12, high};
    const std::size_t now = choices.grouping == Grouping::parts ? 0 : 1;
    const std::size_t next = segmented(ui, rect, groupings, now, scene.words("breakdown.grouping"));
    if (next != now) {
      choices.grouping = next == 0 ? Grouping::parts : Grouping::activities;
      choices.drill.clear();
    }
    left += groupings_width;
    if (switches > ui.width) {
      left = ui.x;
      top += high + 8;
    }
  }
  const std::size_t now = choices.picture == Picture::treemap ? 0 : 1;
  const std::size_t next =
      segmented(ui, {left, top, pictures_width, high}, pictures, now, scene.words("breakdown.picture"));
  if (next != now) choices.picture = next == 0 ? Picture::treemap : Picture::bars;
  ui.y = top + high + 12;
  if (!one_line) {
    show_path(scene, ui.target());
    ui.space(4);
  }
}

// Treemap
// ---------------------------------------------------------------------------------------------------

struct TileLook {
  Type name;
  float padding, top;
};

/// Name and figure as far as the tile has room; a tile too small has none, the list has it.
void label_tile(Scene& scene, const Rect& tile, const BreakdownNode& node, const BreakdownNode& whole) {
  Ui& ui = scene.ui;
  const Type& small = ui.type.caption;
  const Colour ink = ui.colours.on_kind;
  const std::string name = node_name(scene, node), value = value_words(node.printed);
  const std::string both = value + " · " + share_of(node, whole);
  for (const TileLook& look :
       {TileLook{ui.type.body_strong, 14, 12}, TileLook{ui.type.caption_strong, 8, 7}}) {
    const float room = tile.width - 2 * look.padding;
    const std::size_t lines = ui.lines_of(name, look.name, room);
    // A name broken into many pieces would not be read.
    const bool fits = room >= 3 * look.name.size && lines <= 3 && ui.width_of(value, small) <= room &&
                      static_cast<float>(lines) * look.name.line + small.line + 2 * look.top <= tile.height;
    if (!fits) continue;
    ui.at(tile.x + look.padding, tile.y + look.top, room, [&] {
      ui.text("name", name, look.name, ink, {.mirrored = false});
      ui.text("figure", ui.width_of(both, small) <= room ? both : value, small, ink, {.mirrored = false});
    });
    return;
  }
  const std::string line = name + "  " + both;
  for (const std::string& words : {line, value}) {
    if (ui.width_of(words, small) + 16 > tile.width || small.line + 6 > tile.height) continue;
    ui.label(tile.x + 8, tile.y + std::min(7.0F, (tile.height - small.line) / 2), words, small, ink);
    return;
  }
}

void show_tile(Scene& scene, std::string_view key, Rect tile, const BreakdownNode& node,
               const BreakdownNode& whole, Colour colour, FunctionRef<void()> pressed_tile) {
  Ui& ui = scene.ui;
  const float inset = tile_gap / 2;
  tile = {tile.x + inset, tile.y + inset, tile.width - tile_gap, tile.height - tile_gap};
  if (tile.width < 1 || tile.height < 1) return;
  const std::string spoken = node_name(scene, node) + " " + with_unit(value_words(node.printed), node.unit) +
                             " " + share_of(node, whole);
  const Pressed pressed = ui.press(key, tile, {},
                                   {.state = {.name = spoken},
                                    .type = ui.type.body,
                                    .colour = ui.colours.on_kind,
                                    .ground = colour,
                                    .radius = tile_radius});
  const float radius = std::min(tile_radius, std::min(tile.width, tile.height) / 3);
  ui.fill(tile, pressed.hovered ? faded(colour, 0.88F) : colour, radius);
  label_tile(scene, tile, node, whole);
  if (pressed.activated) pressed_tile();
}

std::vector<double> sizes_of(const BreakdownNode& node) {
  std::vector<double> sizes;
  for (const BreakdownNode& child : node.children)
    sizes.push_back(child.yuan.to_pixel());
  return sizes;
}

void show_treemap(Scene& scene, const BreakdownNode& node, float high) {
  Ui& ui = scene.ui;
  // Tiles carry their own gap: the outer ones reach the column's edges.
  const Rect whole{ui.x - tile_gap / 2, ui.y - tile_gap / 2, ui.width + tile_gap, high + tile_gap};
  const std::vector<Rect> tiles = squarified(sizes_of(node), whole);
  const auto body = [&] {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const BreakdownNode& child = node.children[i];
      const std::size_t top = scene.choices.drill.empty() ? i : scene.choices.drill.front();
      const BreakdownNode& coloured =
          scene.choices.grouping == Grouping::parts && !scene.choices.drill.empty()
              ? scene.dossier.parts.children[top]
              : child;
      const Colour colour = child.remainder ? ui.colours.kinds[7] : kind_colour(scene, coloured, top);
      if (child.children.empty()) {
        show_tile(scene, numbered("tile", i), tiles[i], child, node, colour, [&] { choose(scene, node, i); });
        continue;
      }
      const std::vector<Rect> inner = squarified(sizes_of(child), tiles[i]);
      for (std::size_t k = 0; k < child.children.size(); ++k) {
        show_tile(scene, numbered(numbered("tile", i) + "-", k), inner[k], child.children[k], node,
                  child.children[k].remainder ? ui.colours.kinds[7] : colour,
                  [&] { choose(scene, node, i); });
      }
    }
  };
  if (!ui.measuring()) {
    ui.mirror.open(Role::group, "treemap", {ui.x, ui.y, ui.width, high}, {}, {},
                   {.name = scene.words("breakdown.treemap")});
    body();
    ui.mirror.close();
  }
  ui.space(high);
}

// Bars
// ------------------------------------------------------------------------------------------------------

void show_bars(Scene& scene, const BreakdownNode& node) {
  Ui& ui = scene.ui;
  double most = 0;
  for (const BreakdownNode& child : node.children)
    most = std::max(most, child.yuan.to_pixel());
  if (most <= 0) return;
  ui.group(Role::list, "bars", {.name = scene.words("breakdown.bars")}, [&] {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const BreakdownNode& child = node.children[i];
      ui.group(Role::list_item, numbered("bar", i), {}, [&] {
        const std::string name = node_name(scene, child), value = value_words(child.printed);
        const Rect rect{ui.x, ui.y, ui.width, 30 + ui.type.body.line};
        const Pressed pressed =
            ui.press("go", rect, {},
                     {.state = {.name = name + " " + with_unit(value, child.unit)}, .type = ui.type.body});
        if (pressed.hovered) ui.fill({rect.x - 8, rect.y, rect.width + 16, rect.height}, ui.colours.tint, 8);
        if (pressed.activated) choose(scene, node, i);
        const std::string figure = child.fact == none && !child.remainder && child.children.empty()
                                       ? std::string(scene.words("breakdown.blank"))
                                       : value + " · " + share_of(child, node);
        const float top = ui.y + 4;
        const float figure_width =
            ui.label(ui.x + ui.width, top, figure, ui.type.body, ui.colours.second, Align::right);
        ui.at(ui.x, top, ui.width - figure_width - 12, [&] {
          ui.text("name", name, ui.type.body, ui.colours.ink, {.mirrored = false, .most_lines = 1});
        });
        const std::size_t kind = scene.choices.drill.empty() ? i : scene.choices.drill.front();
        const BreakdownNode& coloured =
            scene.choices.drill.empty() || scene.choices.grouping != Grouping::parts
                ? child
                : scene.dossier.parts.children[kind];
        const float wide = ui.width * static_cast<float>(child.yuan.to_pixel() / most);
        ui.fill({ui.x, top + ui.type.body.line + 2, ui.width, 12}, ui.colours.track, 6);
        if (wide > 0) {
          ui.fill({ui.x, top + ui.type.body.line + 2, std::max(wide, 3.0F), 12},
                  kind_colour(scene, coloured, kind), 6);
        }
        ui.space(rect.height);
      });
      ui.space(6);
    }
  });
}

// The list
// --------------------------------------------------------------------------------------------------

struct ListRow {
  const BreakdownNode* node;
  std::size_t child;  // of the current node
  bool inner;
};

void sort_rows(std::vector<ListRow>& rows, const Sorting& sorting, const Scene& scene) {
  if (sorting.column < 0) return;
  std::stable_sort(rows.begin(), rows.end(), [&](const ListRow& a, const ListRow& b) {
    if (sorting.column == 0) {
      const std::string left = node_name(scene, *a.node), right = node_name(scene, *b.node);
      return sorting.descending ? right < left : left < right;
    }
    return sorting.descending ? a.node->yuan > b.node->yuan : a.node->yuan < b.node->yuan;
  });
}

TableRow row_of(const Scene& scene, const ListRow& row, const BreakdownNode& whole) {
  const BreakdownNode& node = *row.node;
  TableRow out;
  const bool goes_in = !node.children.empty();
  out.cells.push_back({.words = node_name(scene, node) + (goes_in ? " ›" : ""),
                       .colour = row.inner ? scene.ui.colours.second : 0,
                       .link = goes_in,
                       .indent = row.inner ? 16.0F : 0.0F});
  const bool blank = node.fact == none && !node.remainder && node.children.empty();
  TableCell value{.words = blank ? std::string(scene.words("breakdown.blank")) : value_words(node.printed)};
  if (blank) value.colour = scene.ui.colours.to_explain.ink;
  if (node.fact != none) value.figure_name = figure_name(scene.dossier.fact(node.fact), scene.words);
  out.cells.push_back(std::move(value));
  out.cells.push_back(
      {.words = blank ? std::string("–") : share_of(node, whole), .colour = scene.ui.colours.second});
  return out;
}

void show_list(Scene& scene, const BreakdownNode& node) {
  Ui& ui = scene.ui;
  Choices& choices = scene.choices;
  std::vector<ListRow> rows;
  for (std::size_t i = 0; i < node.children.size(); ++i)
    rows.push_back({&node.children[i], i, false});
  sort_rows(rows, choices.sorting, scene);
  // The parts of a part stand under it, while the list keeps the document's order.
  std::vector<ListRow> all;
  for (const ListRow& row : rows) {
    all.push_back(row);
    std::vector<ListRow> inner;
    for (const BreakdownNode& child : row.node->children)
      inner.push_back({&child, row.child, true});
    sort_rows(inner, choices.sorting, scene);
    all.insert(all.end(), inner.begin(), inner.end());
  }
  std::vector<TableRow> cells;
  for (const ListRow& row : all)
    cells.push_back(row_of(scene, row, node));
  const std::string_view unit = name_of(node.unit);
  const std::vector<TableColumn> columns = {
      {.head = std::string(scene.words("table.item")), .sortable = true},
      {.head = std::string(unit.empty() ? scene.words("table.amount") : unit),
       .figures = true,
       .sortable = true},
      {.head = std::string(scene.words("table.share")), .figures = true, .sortable = true}};
  ui.card(8, [&] {
    ui.inside(12, 12, [&] {
      const TableAnswer answer =
          table(ui, "list", columns, cells, choices.sorting, scene.words("breakdown.list"));
      if (answer.row >= 0) {
        const ListRow& row = all[static_cast<std::size_t>(answer.row)];
        if (answer.column == 0) choices.drill.push_back(static_cast<std::uint32_t>(row.child));
        if (answer.column == 1) open_figure(scene, row.node->fact);
      }
      if (answer.head >= 0) {
        const bool again = choices.sorting.column == answer.head;
        // First the natural way, then the other, then the document's own order.
        const bool first_way = answer.head != 0;
        if (!again) {
          choices.sorting = {answer.head, first_way};
        } else if (choices.sorting.descending == first_way) {
          choices.sorting.descending = !first_way;
        } else {
          choices.sorting = {};
        }
      }
    });
  });
}

}  // namespace

void show_breakdown(Scene& scene) {
  Ui& ui = scene.ui;
  const BreakdownNode& root =
      scene.choices.grouping == Grouping::parts ? scene.dossier.parts : scene.dossier.activities;
  const std::string total = with_unit(value_words(root.printed), root.unit);
  const bool by_parts = scene.choices.grouping == Grouping::parts;
  show_title(scene, scene.words("breakdown.title"),
             root.children.empty() ? std::string(scene.words("breakdown.lead_empty"))
                                   : scene.words(by_parts ? "breakdown.lead" : "breakdown.lead_activities",
                                                 {{"total", total}}));
  if (scene.dossier.parts.children.empty() && scene.dossier.activities.children.empty()) {
    empty_note(ui, "empty", scene.words("breakdown.empty"));
    return;
  }
  show_toolbar(scene);
  const BreakdownNode& node = current_node(scene);
  if (node.children.empty()) {
    empty_note(ui, "empty", scene.words("breakdown.empty"));
    return;
  }
  const auto picture = [&] {
    if (scene.choices.picture == Picture::treemap) {
      show_treemap(scene, node,
                   ui.width >= least_for_beside - list_width ? 440.0F : std::clamp(ui.width, 280.0F, 420.0F));
    } else {
      ui.card(20, [&] { show_bars(scene, node); });
    }
  };
  if (ui.width < least_for_beside) {
    picture();
    ui.space(16);
    show_list(scene, node);
    return;
  }
  const float top = ui.y, left_width = ui.width - list_width - 24;
  float bottom = top;
  ui.at(ui.x, top, left_width, [&] {
    picture();
    bottom = ui.y;
  });
  ui.at(ui.x + left_width + 24, top, list_width, [&] {
    show_list(scene, node);
    bottom = std::max(bottom, ui.y);
  });
  ui.y = bottom;
}

}  // namespace mingzhang
