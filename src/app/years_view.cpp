// The same body over several years: one figure drawn large, all of them small, and every value in a table.
// Figures of a year without a document of its own come from the next year's and are drawn hollow.
#include "app/scene.h"
#include "app/table.h"
#include "views/series.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace mingzhang {
namespace {

constexpr float large_height = 240, small_height = 64, dot_radius = 4;

struct Years {
  std::vector<std::size_t> documents;  // of `scene.open`, in the series' numbering
  std::vector<Series> all;
};

Years years_of(const Scene& scene) {
  std::vector<const Analysis*> open;
  for (const Dossier* dossier : scene.open)
    open.push_back(&dossier->analysis);
  Years years;
  for (const std::vector<std::uint32_t>& body : bodies_of(open)) {
    if (std::find(body.begin(), body.end(), scene.here) == body.end()) continue;
    std::vector<const Analysis*> own;
    for (const std::uint32_t index : body) {
      own.push_back(open[index]);
      years.documents.push_back(index);
    }
    years.all = series_of(own, scene.knowledge.vocabulary);
  }
  return years;
}

std::string key_of(const Scene& scene, const Series& series) {
  const std::string kind = series.kind == DisclosureKind::final ? "final." : "";
  return kind + scene.knowledge.vocabulary[series.concept_id].id;
}

/// Names that the same class had one after the other; 决算 is said of final accounts.
std::string name_of(const Scene& scene, const Series& series) {
  std::string name;
  for (const std::string& each : series.names)
    name += (name.empty() ? "" : " → ") + each;
  if (name.empty()) name = scene.words.concept_name(series.concept_id);
  if (series.kind == DisclosureKind::final) name += scene.words("against.final");
  return name;
}

/// In ten thousand yuan, or as counted.
std::string value_of(const Series& series, const Decimal& value) {
  if (series.unit != Unit::none) return with_unit(value_words(value), series.unit);
  return value_words(value.shifted(-4).trimmed());
}

Colour colour_of(const Scene& scene, const Series& series, std::size_t place) {
  BreakdownNode node;
  node.concept_id = series.concept_id;
  return kind_colour(scene, node, place);
}

void go_to_point(Scene& scene, const Years& years, const SeriesPoint& point) {
  const std::size_t document = years.documents[point.document];
  if (document == scene.here) {
    open_figure(scene, point.fact);
  } else {
    scene.wishes.elsewhere = {document, point.fact};
  }
}

/// Where the points stand in a box that begins at nothing.
std::vector<ImVec2> places_of(const Series& series, const Rect& box, std::int16_t first, std::int16_t last) {
  double most = 0;
  for (const SeriesPoint& point : series.points)
    most = std::max(most, point.yuan.to_pixel());
  std::vector<ImVec2> places;
  for (const SeriesPoint& point : series.points) {
    const float way =
        last > first ? static_cast<float>(point.year - first) / static_cast<float>(last - first) : 0.5F;
    const float part = most > 0 ? static_cast<float>(std::max(0.0, point.yuan.to_pixel()) / most) : 0;
    places.push_back({box.x + way * box.width, box.y + box.height * (1 - part)});
  }
  return places;
}

void draw_series(Ui& ui, const Series& series, const std::vector<ImVec2>& places, Colour colour,
                 float radius) {
  for (std::size_t i = 0; i + 1 < places.size(); ++i) {
    const bool gap = series.points[i + 1].year - series.points[i].year > 1;
    ui.line(places[i], places[i + 1], gap ? faded(colour, 0.4F) : colour, radius > 3 ? 2.0F : 1.5F);
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    ui.dot(places[i].x, places[i].y, radius, colour);
    if (series.points[i].from_next_year) ui.dot(places[i].x, places[i].y, radius - 1.5F, ui.colours.card);
  }
}

void show_large(Scene& scene, const Years& years, const Series& series, std::size_t place) {
  Ui& ui = scene.ui;
  const std::string unit =
      series.unit == Unit::none ? std::string(name_of(Unit::ten_thousand_yuan)) : std::string();
  ui.text("large-name", name_of(scene, series) + (unit.empty() ? "" : " · " + unit), ui.type.body_strong,
          ui.colours.ink, {.role = Role::heading, .level = 2});
  ui.space(12);
  const Type& look = ui.narrow ? ui.type.caption : ui.type.body_strong;
  const float side = ui.narrow ? 24 : 60;
  const Rect box{ui.x + side, ui.y + look.line + 10, ui.width - 2 * side, large_height};
  const std::int16_t first = series.points.front().year, last = series.points.back().year;
  const std::vector<ImVec2> places = places_of(series, box, first, last);
  if (!ui.measuring()) {
    ui.mirror.open(Role::group, "large", {ui.x, ui.y, ui.width, large_height + 60}, {}, {},
                   {.name = name_of(scene, series)});
    ui.rule(ui.x, box.y + box.height, ui.width);
    draw_series(ui, series, places, colour_of(scene, series, place), dot_radius + 1);
    const float step = places.size() > 1 ? box.width / static_cast<float>(places.size() - 1) : box.width;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const SeriesPoint& point = series.points[i];
      const std::string value = value_of(series, point.yuan), year = std::to_string(point.year);
      const float wide = std::min(std::max(44.0F, ui.width_of(value, look)), std::max(44.0F, step - 4));
      const Rect hit{places[i].x - wide / 2, places[i].y - look.line - 10, wide, look.line + 20};
      const Pressed pressed = ui.press(numbered("point", i), hit, {},
                                       {.state = {.name = year + " " + value}, .type = look, .radius = 6});
      if (ui.width_of(value, look) <= step + 8)
        ui.label(places[i].x, places[i].y - look.line - 8, value, look,
                 pressed.hovered ? ui.colours.accent : ui.colours.ink, Align::centre);
      ui.label(places[i].x, box.y + box.height + 8, year, ui.type.caption, ui.colours.second, Align::centre);
      if (pressed.activated) go_to_point(scene, years, point);
    }
    ui.mirror.close();
  }
  ui.y = box.y + box.height + 8 + ui.type.caption.line;
  const bool hollow = std::any_of(series.points.begin(), series.points.end(),
                                  [](const SeriesPoint& point) { return point.from_next_year; });
  if (!hollow) return;
  ui.space(8);
  ui.text("hollow", scene.words("against.hollow"), ui.type.caption, ui.colours.third);
}

void show_small(Scene& scene, const Series& series, std::size_t place, bool chosen) {
  Ui& ui = scene.ui;
  const float top = ui.y, left = ui.x, wide = ui.width;
  const std::string name = name_of(scene, series), value = value_of(series, series.points.back().yuan);
  ui.unmirrored([&] {
    ui.card(14, [&] {
      ui.text("name", name, ui.type.caption, ui.colours.second, {.most_lines = 2});
      ui.text("value", value, ui.type.body_strong, ui.colours.ink);
      ui.space(6);
      const Rect box{ui.x + 4, ui.y + 4, ui.width - 8, small_height - 8};
      draw_series(ui, series, places_of(series, box, series.points.front().year, series.points.back().year),
                  colour_of(scene, series, place), 2.5F);
      ui.rule(ui.x, ui.y + small_height, ui.width);
      ui.space(small_height + 4);
    });
  });
  const Rect rect{left, top, wide, ui.y - top};
  const Pressed pressed = ui.press("choose", rect, name + " " + value,
                                   {.state = {.pressed = chosen}, .type = ui.type.caption, .radius = 12});
  if (chosen || pressed.hovered) ui.outline(rect, ui.colours.accent, 12);
  if (pressed.activated) scene.choices.series = key_of(scene, series);
}

void show_values(Scene& scene, const Years& years) {
  std::set<std::int16_t> all_years;
  for (const Series& series : years.all) {
    for (const SeriesPoint& point : series.points)
      all_years.insert(point.year);
  }
  std::vector<TableColumn> columns = {{.head = std::string(scene.words("table.item"))}};
  for (const std::int16_t year : all_years)
    columns.push_back({.head = std::to_string(year), .figures = true});
  std::vector<TableRow> rows;
  std::vector<std::vector<const SeriesPoint*>> points;
  for (const Series& series : years.all) {
    TableRow& row = rows.emplace_back();
    std::vector<const SeriesPoint*>& of_row = points.emplace_back();
    row.cells.push_back({.words = name_of(scene, series), .indent = series.code.size() > 3 ? 16.0F : 0.0F});
    for (const std::int16_t year : all_years) {
      const auto at = std::find_if(series.points.begin(), series.points.end(),
                                   [&](const SeriesPoint& point) { return point.year == year; });
      of_row.push_back(at == series.points.end() ? nullptr : &*at);
      if (at == series.points.end()) {
        row.cells.push_back({.words = "–", .colour = scene.ui.colours.third});
        continue;
      }
      const std::string value = value_of(series, at->yuan);
      row.cells.push_back({.words = value,
                           .figure_name = value + " " + name_of(scene, series) + " " + std::to_string(year),
                           .colour = at->from_next_year ? scene.ui.colours.second : 0});
    }
  }
  show_heading(scene, "values", scene.words("against.values"));
  scene.ui.card(8, [&] {
    scene.ui.inside(12, 12, [&] {
      const TableAnswer answer =
          table(scene.ui, "values-table", columns, rows, {}, scene.words("against.values"));
      if (answer.row < 0 || answer.column < 1) return;
      const SeriesPoint* point =
          points[static_cast<std::size_t>(answer.row)][static_cast<std::size_t>(answer.column - 1)];
      if (point != nullptr) go_to_point(scene, years, *point);
    });
  });
}

}  // namespace

void show_years(Scene& scene) {
  Ui& ui = scene.ui;
  const Years years = years_of(scene);
  if (years.documents.size() < 2) {
    empty_note(ui, "one-year", scene.words("against.one_year"));
    ui.space(24);
  }
  if (years.all.empty()) return;
  const auto chosen = std::find_if(years.all.begin(), years.all.end(), [&](const Series& series) {
    return key_of(scene, series) == scene.choices.series;
  });
  const auto large =
      static_cast<std::size_t>((chosen == years.all.end() ? years.all.begin() : chosen) - years.all.begin());
  ui.card(ui.narrow ? 16 : 24, [&] { show_large(scene, years, years.all[large], large); });
  ui.space(16);
  const std::size_t columns = ui.width >= 900 ? 4 : ui.width >= 560 ? 3 : 2;
  ui.grid(years.all.size(), columns, ui.narrow ? 12 : 16, [&](std::size_t i) {
    ui.group(Role::group, numbered("small", i), {}, [&] { show_small(scene, years.all[i], i, i == large); });
  });
  show_values(scene, years);
}

}  // namespace mingzhang
