// Bodies beside each other: ranked by one measure, and all measures in a table. Each is compared by its
// document of the year nearest to the present one.
#include "app/scene.h"
#include "app/table.h"
#include "text/sorting.h"
#include "views/series.h"

#include <algorithm>
#include <cstdlib>

namespace mingzhang {
namespace {

struct Body {
  std::size_t document = 0;  // of `scene.open`
  Comparison figures;
};

std::vector<Body> bodies(const Scene& scene) {
  std::vector<const Analysis*> open;
  for (const Dossier* dossier : scene.open)
    open.push_back(&dossier->analysis);
  const int here = scene.dossier.disclosure().year;
  std::vector<std::size_t> chosen;
  std::vector<const Analysis*> compared;
  for (const std::vector<std::uint32_t>& body : bodies_of(open)) {
    const bool own = std::find(body.begin(), body.end(), scene.here) != body.end();
    const std::uint32_t nearest =
        *std::min_element(body.begin(), body.end(), [&](std::uint32_t a, std::uint32_t b) {
          return std::abs(open[a]->disclosure.year - here) < std::abs(open[b]->disclosure.year - here);
        });
    const std::uint32_t index = own ? static_cast<std::uint32_t>(scene.here) : nearest;
    chosen.push_back(index);
    compared.push_back(open[index]);
  }
  std::vector<Body> all;
  for (const Comparison& each : comparison_of(compared))
    all.push_back({chosen[each.document], each});
  return all;
}

std::string name_of(const Scene& scene, const Body& body) {
  const Disclosure& disclosure = scene.open[body.document]->disclosure();
  std::string name =
      disclosure.entity.empty() ? scene.open[body.document]->document().name : disclosure.entity;
  if (disclosure.year != scene.dossier.disclosure().year && disclosure.year != 0)
    name += scene.words("against.other_year", {{"year", std::to_string(disclosure.year)}});
  return name;
}

std::optional<Decimal> measure_of(const Body& body, RankedBy by) {
  const Comparison& figures = body.figures;
  switch (by) {
    case RankedBy::per_head:
      return figures.staff == none ? std::nullopt : std::optional(figures.per_head);
    case RankedBy::personnel:
      return figures.personnel == none ? std::nullopt
                                       : std::optional(Decimal(figures.personnel_per_mille, 1));
    case RankedBy::three_public:
      return figures.three_public == none ? std::nullopt
                                          : std::optional(Decimal(figures.three_public_per_mille, 1));
    case RankedBy::change:
      return figures.has_change ? std::optional(Decimal(figures.change_per_mille, 1)) : std::nullopt;
    case RankedBy::total:
      break;
  }
  return figures.total_yuan;
}

std::string words_of(RankedBy by, const std::optional<Decimal>& value) {
  if (!value) return "–";
  switch (by) {
    case RankedBy::total:
      return value_words(value->shifted(-4).trimmed());
    case RankedBy::per_head:
      return grouped_words(*value);
    case RankedBy::change:
      return signed_words(*value) + "%";
    case RankedBy::personnel:
    case RankedBy::three_public:
      break;
  }
  return value_words(*value) + "%";
}

constexpr RankedBy all_measures[] = {RankedBy::total, RankedBy::per_head, RankedBy::personnel,
                                     RankedBy::three_public, RankedBy::change};
constexpr std::string_view measure_keys[] = {"against.by_total", "against.by_per_head",
                                             "against.by_personnel", "against.by_three_public",
                                             "against.by_change"};

void show_bar(Scene& scene, const Body& body, double most) {
  Ui& ui = scene.ui;
  const Type& look = ui.type.body;
  const RankedBy by = scene.choices.ranked_by;
  const std::optional<Decimal> value = measure_of(body, by);
  const std::string words = words_of(by, value), name = name_of(scene, body);
  const bool own = body.document == scene.here;
  const Rect rect{ui.x, ui.y, ui.width, look.line + 30};
  const Pressed pressed = ui.press("go", rect, name + " " + words, {.state = {.current = own}, .type = look});
  if (pressed.hovered) ui.fill({rect.x - 8, rect.y, rect.width + 16, rect.height}, ui.colours.tint, 8);
  if (pressed.activated && !own) scene.wishes.elsewhere = {body.document, none};
  const Type& strong = own ? ui.type.body_strong : look;
  const float figure = ui.label(ui.x + ui.width, ui.y + 4, words, strong, ui.colours.ink, Align::right);
  ui.label(ui.x, ui.y + 4, ui.shortened(name, strong, ui.width - figure - 16), strong, ui.colours.ink);
  const float part = value && most > 0 ? static_cast<float>(std::abs(value->to_pixel()) / most) : 0;
  const Rect track{ui.x, ui.y + look.line + 6, ui.width, 12};
  ui.fill(track, ui.colours.track, 6);
  const Colour colour = value && value->is_negative() ? ui.colours.last_year
                        : own                         ? ui.colours.accent
                                                      : ui.colours.kinds[1];
  if (part > 0) ui.fill({track.x, track.y, std::max(3.0F, track.width * part), track.height}, colour, 6);
  ui.space(rect.height);
}

void show_ranking(Scene& scene, std::vector<Body> all) {
  Ui& ui = scene.ui;
  const RankedBy by = scene.choices.ranked_by;
  std::vector<std::string> names;
  for (const std::string_view key : measure_keys)
    names.emplace_back(scene.words(key));
  const auto now = static_cast<std::size_t>(by);
  const std::size_t next = select_at(ui, "ranked-by", {ui.x, ui.y, std::min(ui.width, 260.0F), ui.target()},
                                     names, now, scene.words("against.ranked_by"));
  scene.choices.ranked_by = all_measures[next];
  ui.space(ui.target() + 16);
  sort_stably(all, [&](const Body& a, const Body& b) {
    const auto left = measure_of(a, by), right = measure_of(b, by);
    if (!left || !right) return left.has_value() && !right.has_value();
    return *left > *right;
  });
  double most = 0;
  for (const Body& body : all) {
    if (const auto value = measure_of(body, by)) most = std::max(most, std::abs(value->to_pixel()));
  }
  ui.card(ui.narrow ? 16 : 20, [&] {
    ui.group(Role::list, "ranking", {.name = scene.words("against.ranking")}, [&] {
      for (std::size_t i = 0; i < all.size(); ++i) {
        ui.group(Role::list_item, numbered("body", all[i].document), {},
                 [&] { show_bar(scene, all[i], most); });
        ui.space(4);
      }
    });
  });
}

void show_measures(Scene& scene, const std::vector<Body>& all) {
  std::vector<TableColumn> columns = {{.head = std::string(scene.words("against.body"))}};
  for (const std::string_view key : measure_keys)
    columns.push_back({.head = std::string(scene.words(key)), .figures = true});
  columns.push_back({.head = std::string(scene.words("view.checks")), .figures = true});
  std::vector<TableRow> rows;
  for (const Body& body : all) {
    TableRow& row = rows.emplace_back();
    const bool own = body.document == scene.here;
    row.cells.push_back({.words = name_of(scene, body), .strong = own, .link = !own});
    for (const RankedBy by : all_measures)
      row.cells.push_back({.words = words_of(by, measure_of(body, by))});
    const Verdict& verdict = scene.open[body.document]->verdict;
    row.cells.push_back({.words = "≠ " + count_words(verdict.contradictions.size()) + "  ? " +
                                  count_words(verdict.to_explain.size()) + "  · " +
                                  count_words(verdict.remarks.size()),
                         .colour = scene.ui.colours.second});
  }
  show_heading(scene, "measures", scene.words("against.side_by_side"));
  scene.ui.card(8, [&] {
    scene.ui.inside(12, 12, [&] {
      const TableAnswer answer =
          table(scene.ui, "measures-table", columns, rows, {}, scene.words("against.side_by_side"));
      if (answer.row >= 0 && answer.column == 0)
        scene.wishes.elsewhere = {all[static_cast<std::size_t>(answer.row)].document, none};
    });
  });
}

}  // namespace

void show_bodies(Scene& scene) {
  const std::vector<Body> all = bodies(scene);
  if (all.size() < 2) {
    empty_note(scene.ui, "one-body", scene.words("against.one_body"));
    return;
  }
  show_ranking(scene, all);
  show_measures(scene, all);
}

}  // namespace mingzhang
