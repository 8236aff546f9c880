// From last year to this one: a bridge whose unexplained rest is a dashed box with '?', and the three public
// expenses as a table. A cut axis is drawn as cut and says so.
#include "app/scene.h"
#include "app/table.h"

#include <algorithm>
#include <cmath>

namespace mingzhang {
namespace {

/// Levels in pixels: value → y.
struct Axis {
  double low = 0, high = 1;  // values at the bottom and the top
  bool cut = false;
  float top = 0, height = 0;
  float at(double value) const { return top + height * static_cast<float>(1 - (value - low) / (high - low)); }
};

struct Bar {
  double from = 0, to = 0;  // levels before and after
};

std::vector<Bar> bars_of(const Bridge& bridge) {
  std::vector<Bar> bars;
  double level = 0;
  for (const BridgeStep& step : bridge.steps) {
    const double amount = step.amount.to_pixel();
    const bool year = step.kind == BridgeStep::Kind::last_year || step.kind == BridgeStep::Kind::this_year;
    bars.push_back(year ? Bar{0, amount} : Bar{level, level + amount});
    level = bars.back().to;
  }
  return bars;
}

/// Where the differences would be too small to see, the lower part of the bars is cut away.
Axis axis_for(const std::vector<Bar>& bars) {
  double low = bars.front().to, high = low;
  for (const Bar& bar : bars) {
    low = std::min(low, bar.to);
    high = std::max(high, bar.to);
  }
  Axis axis;
  const double difference = high - low;
  axis.cut = low > 0 && difference > 0 && difference < high * 0.35;
  axis.low = axis.cut ? low - difference * 0.9 : std::min(0.0, low);
  axis.high = std::max(high, axis.low + 1e-9);
  return axis;
}

std::string step_name(const Scene& scene, const Bridge& bridge, const BridgeStep& step) {
  const bool budget = scene.dossier.disclosure().kind == DisclosureKind::budget;
  switch (step.kind) {
    case BridgeStep::Kind::last_year:
      return scene.words(budget ? "change.year_budget" : "change.year_final",
                         {{"year", std::to_string(bridge.period - 1)}});
    case BridgeStep::Kind::this_year:
      return scene.words(budget ? "change.year_budget" : "change.year_final",
                         {{"year", std::to_string(bridge.period)}});
    case BridgeStep::Kind::explained:
      return std::string(scene.words.concept_name(step.concept_id));
    case BridgeStep::Kind::unexplained:
      break;
  }
  return std::string(scene.words("change.unexplained"));
}

std::string step_value(const BridgeStep& step) {
  const bool year = step.kind == BridgeStep::Kind::last_year || step.kind == BridgeStep::Kind::this_year;
  if (year) return value_words(step.amount);
  return (step.kind == BridgeStep::Kind::unexplained ? "? " : "") + signed_words(step.amount);
}

void draw_break(Ui& ui, float left, float right, float y, Colour colour) {
  // A zigzag of paper through the bar, with its edge drawn.
  constexpr float rise = 5;
  const int teeth = 2 * std::max(1, static_cast<int>((right - left) / 36));
  const float tooth = (right - left) / static_cast<float>(teeth);
  ImVec2 before{left, y + rise};
  for (int i = 1; i <= teeth; ++i) {
    const ImVec2 next{left + tooth * static_cast<float>(i), i % 2 == 0 ? y + rise : y - rise};
    ui.line(before, next, colour, 1.5F);
    before = next;
  }
}

void draw_bar(Scene& scene, const Bridge& bridge, std::size_t index, const Bar& bar, const Axis& axis,
              float left, float wide, float bottom) {
  Ui& ui = scene.ui;
  const Colours& c = ui.colours;
  const BridgeStep& step = bridge.steps[index];
  const bool year = step.kind == BridgeStep::Kind::last_year || step.kind == BridgeStep::Kind::this_year;
  const bool open = step.kind == BridgeStep::Kind::unexplained;
  const float top = axis.at(std::max(bar.from, bar.to));
  float low = year ? bottom : axis.at(std::min(bar.from, bar.to));
  if (low - top < 3) low = top + 3;
  Rect rect{left, top, wide, low - top};
  const std::string name = step_name(scene, bridge, step), value = step_value(step);
  const Rect hit{left, std::min(top - 26, rect.y), wide, std::max(44.0F, rect.height + 26)};
  const std::string spoken = name + " " + with_unit(value, bridge.unit);
  bool hovered = false;
  if (step.fact != none) {
    const Pressed pressed =
        ui.press(numbered("step", index), hit, {}, {.state = {.name = spoken}, .type = ui.type.body});
    hovered = pressed.hovered;
    if (pressed.activated) open_figure(scene, step.fact);
  } else {
    ui.say(Role::image, numbered("step", index), hit, {}, ui.type.body, c.ink, {.name = spoken});
  }
  Type strong = ui.type.body_strong;
  const Colour ink = open ? c.to_explain.ink : c.ink;
  if (open) {
    const float middle = (rect.y + rect.y + rect.height) / 2;
    if (rect.height < 14) rect = {rect.x, middle - 7, rect.width, 14};
    ui.fill(rect, c.to_explain.tint, 6);
    ui.dashed_box(rect, c.to_explain.ink, 6, 2);
  } else {
    Colour colour = step.kind == BridgeStep::Kind::last_year ? c.last_year : c.ink;
    if (!year) {
      BreakdownNode node;
      node.concept_id = step.concept_id;
      colour = kind_colour(scene, node, index);
    }
    ui.fill(rect, hovered ? faded(colour, 0.88F) : colour, 6, year ? ImDrawFlags_RoundCornersTop : 0);
    if (year && axis.cut) {
      const float at = bottom - 40;
      ui.fill({left - 8, at - 5, wide + 16, 10}, c.card);
      draw_break(ui, left - 8, left + wide + 8, at - 6, c.second);
    }
  }
  const float value_top = rect.y - strong.line - 2;
  const float value_width = ui.label(left + wide / 2, value_top, value, strong, ink, Align::centre);
  if (step.fact != none) {
    ui.dotted(left + wide / 2 - value_width / 2, value_top + (strong.line + strong.size) / 2 + 1, value_width,
              c.third);
  }
}

void show_chart(Scene& scene, const Bridge& bridge) {
  Ui& ui = scene.ui;
  const Colours& c = ui.colours;
  const std::vector<Bar> bars = bars_of(bridge);
  Axis axis = axis_for(bars);
  const std::size_t count = bars.size();
  ui.text("axis", scene.words(axis.cut ? "change.axis_cut" : "change.axis", {{"unit", name_of(bridge.unit)}}),
          ui.type.caption, c.second);
  const float top = ui.y + 44;
  const float plot = ui.narrow ? 220 : 270;
  const float side = ui.width > 700 ? 40 : 0;
  const float step = (ui.width - 2 * side) / static_cast<float>(count);
  const float wide = std::min(132.0F, step * (ui.narrow ? 0.72F : 0.56F));
  axis.top = top;
  axis.height = plot;
  const float bottom = top + plot;
  const auto left_of = [&](std::size_t i) {
    return ui.x + side + step * (static_cast<float>(i) + 0.5F) - wide / 2;
  };
  if (!ui.measuring()) {
    ui.mirror.open(Role::group, "chart", {ui.x, ui.y, ui.width, plot + 44}, {}, {},
                   {.name = scene.words("change.chart")});
    for (std::size_t i = 0; i < count; ++i) {
      draw_bar(scene, bridge, i, bars[i], axis, left_of(i), wide, bottom);
      if (i + 1 == count) continue;
      const float level = axis.at(bars[i].to);
      ui.dashed(left_of(i) + wide + 2, level, step - wide - 4, c.third);
    }
    ui.mirror.close();
    ui.rule(ui.x + side / 2, bottom, ui.width - side);
  }
  float lowest = 0;
  const Type& look = ui.narrow ? ui.type.caption : ui.type.body;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string name = step_name(scene, bridge, bridge.steps[i]);
    const float room = step - 8;
    ui.at(left_of(i) + wide / 2 - room / 2, bottom + 10, room, [&] {
      lowest = std::max(lowest, ui.text(numbered("name", i), name, look, c.second, {.align = Align::centre}));
    });
  }
  ui.y = bottom + 10 + lowest;
}

void show_reasons(Scene& scene, const Bridge& bridge) {
  Ui& ui = scene.ui;
  for (std::size_t i = 0; i < bridge.steps.size(); ++i) {
    const BridgeStep& step = bridge.steps[i];
    if (step.reason.empty()) continue;
    ui.space(i == 1 ? 16 : 4);
    const std::string reason = on_one_line(scene.dossier.document().words(step.reason));
    ui.text(numbered("reason", i),
            scene.words("change.reason", {{"name", step_name(scene, bridge, step)},
                                          {"value", with_unit(signed_words(step.amount), bridge.unit)},
                                          {"reason", reason}}),
            ui.type.caption, ui.colours.second);
  }
}

std::string lead_of(const Scene& scene, const Bridge& bridge) {
  const std::string from = value_words(bridge.steps.front().amount);
  const std::string to = with_unit(value_words(bridge.steps.back().amount), bridge.unit);
  Decimal explained, rest;
  bool has_rest = false, has_reason = false;
  for (const BridgeStep& step : bridge.steps) {
    if (step.kind == BridgeStep::Kind::explained) explained += step.amount, has_reason = true;
    if (step.kind == BridgeStep::Kind::unexplained) rest += step.amount, has_rest = true;
  }
  const std::string explained_words = with_unit(value_words(explained), bridge.unit);
  const std::string rest_words = with_unit(value_words(rest), bridge.unit);
  const std::string_view key =
      has_rest ? (has_reason ? "change.lead_rest" : "change.lead_none") : "change.lead_whole";
  return scene.words(key, {{"from", from}, {"to", to}, {"explained", explained_words}, {"rest", rest_words}});
}

// Three public expenses
// ---------------------------------------------------------------------------------------

TableCell change_cell(const Scene& scene, std::int32_t fact, const Decimal& value, Unit unit,
                      bool with_sign) {
  TableCell cell{.words = with_sign ? signed_words(value) : value_words(value)};
  if (fact == none) {
    cell.colour = scene.ui.colours.third;
    return cell;
  }
  const Fact& printed = scene.dossier.fact(fact);
  cell.figure_name = figure_name(printed, scene.words);
  if (printed.unit != unit) {
    // As printed: here the unit itself is in doubt.
    cell.words = value_words(printed.value) + std::string(name_of(printed.unit));
    cell.colour = scene.ui.colours.contradiction.ink;
    cell.ground = scene.ui.colours.contradiction.tint;
  }
  return cell;
}

TableCell verdict_cell(const Scene& scene, const ChangeRow& row) {
  const Colours& c = scene.ui.colours;
  if (row.status == Status::holds) return {.words = "=", .colour = c.holds.ink};
  if (row.status == Status::unknown || row.finding == none) return {.words = "…", .colour = c.third};
  const Finding& finding = scene.dossier.finding(static_cast<FindingIndex>(row.finding));
  std::string words = "≠";
  for (const Repair& repair : finding.repair) {
    if (repair.slip == Slip::unit) words += " " + std::string(scene.words("slip.unit_short"));
  }
  return {.words = words, .colour = c.contradiction.ink, .link = true};
}

void show_three_public(Scene& scene) {
  Ui& ui = scene.ui;
  const std::vector<ChangeRow>& rows = scene.dossier.three_public;
  if (rows.empty()) return;
  show_heading(scene, "three-public", scene.words("change.three_public"));
  const std::string unit(name_of(rows.back().unit));
  const auto head = [&](std::string_view key) {
    return std::string(scene.words(key)) + (unit.empty() ? "" : " · " + unit);
  };
  const std::vector<TableColumn> columns = {{.head = std::string(scene.words("table.item"))},
                                            {.head = head("change.last"), .figures = true},
                                            {.head = head("change.difference"), .figures = true},
                                            {.head = head("change.current"), .figures = true},
                                            {.head = std::string(scene.words("change.checked"))}};
  std::vector<TableRow> cells;
  bool derived = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ChangeRow& row = rows[i];
    TableRow out;
    const bool total = i + 1 == rows.size() && rows.size() > 1;
    out.cells.push_back({.words = std::string(scene.words.concept_name(row.concept_id)), .strong = total});
    out.cells.push_back(change_cell(scene, row.last, row.last_value, row.unit, false));
    out.cells.push_back(change_cell(scene, row.change, row.change_value, row.unit, true));
    out.cells.push_back(change_cell(scene, row.current, row.current_value, row.unit, false));
    out.cells.push_back(verdict_cell(scene, row));
    derived = derived || row.last == none || row.change == none || row.current == none;
    cells.push_back(std::move(out));
  }
  ui.card(8, [&] {
    ui.inside(12, 12, [&] {
      const TableAnswer answer =
          table(ui, "three-public-table", columns, cells, {}, scene.words("change.three_public"));
      if (answer.row < 0) return;
      const ChangeRow& row = rows[static_cast<std::size_t>(answer.row)];
      const std::int32_t facts[] = {none, row.last, row.change, row.current};
      if (answer.column >= 1 && answer.column <= 3) open_figure(scene, facts[answer.column]);
      if (answer.column == 4 && row.finding != none) {
        go_to_finding(scene, static_cast<FindingIndex>(row.finding));
      }
    });
  });
  if (derived) {
    ui.space(8);
    ui.text("derived", scene.words("change.derived"), ui.type.caption, ui.colours.third);
  }
}

/// One document has nothing to be beside; several have years or bodies.
void show_against(Scene& scene) {
  if (scene.open.size() < 2) return;
  Ui& ui = scene.ui;
  const std::vector<SwitchItem> items = {{"last-year", scene.words("against.last_year")},
                                         {"years", scene.words("against.years")},
                                         {"bodies", scene.words("against.bodies")}};
  const float wide = std::min(ui.width, segmented_width(ui, items));
  const auto now = static_cast<std::size_t>(scene.choices.against);
  const std::size_t next =
      segmented(ui, {ui.x, ui.y, wide, ui.target()}, items, now, scene.words("against.name"));
  scene.choices.against = static_cast<Against>(next);
  ui.space(ui.target() + 20);
}

void show_last_year(Scene& scene) {
  Ui& ui = scene.ui;
  const std::vector<Bridge>& bridges = scene.dossier.bridges;
  if (bridges.empty()) empty_note(ui, "empty", scene.words("change.empty"));
  const ConceptId three_public = scene.dossier.analysis.concepts.three_public_total;
  for (std::size_t i = 0; i < bridges.size(); ++i) {
    // The three public expenses have a table that says more.
    if (bridges[i].concept_id == three_public && !scene.dossier.three_public.empty() && i > 0) continue;
    if (i > 0)
      show_heading(scene, numbered("bridge-head", i), scene.words.concept_name(bridges[i].concept_id));
    ui.card(ui.narrow ? 16 : 24, [&] {
      ui.group(Role::group, numbered("bridge", i), {}, [&] {
        show_chart(scene, bridges[i]);
        show_reasons(scene, bridges[i]);
      });
    });
  }
  show_three_public(scene);
}

}  // namespace

void show_change(Scene& scene) {
  const std::vector<Bridge>& bridges = scene.dossier.bridges;
  if (scene.open.size() < 2) scene.choices.against = Against::last_year;
  const Against against = scene.choices.against;
  show_title(scene, scene.words("change.title"),
             against == Against::years    ? std::string(scene.words("against.years_lead"))
             : against == Against::bodies ? std::string(scene.words("against.bodies_lead"))
             : bridges.empty()            ? std::string(scene.words("change.lead_empty"))
                                          : lead_of(scene, bridges.front()));
  show_against(scene);
  if (against == Against::years) {
    show_years(scene);
  } else if (against == Against::bodies) {
    show_bodies(scene);
  } else {
    show_last_year(scene);
  }
}

}  // namespace mingzhang
