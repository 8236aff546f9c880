// The overview: name and year, the total with its change, one bar, the verdict in five boxes, the first
// contradictions, a few other figures, how many figures are guarded.
#include "app/scene.h"

#include <algorithm>
#include <cmath>

namespace mingzhang {
namespace {

constexpr float beside_width = 408;  // of the card beside the total
constexpr float least_for_beside = 860;
constexpr std::size_t first_findings = 3;
constexpr float verdict_padding = 16, verdict_gap = 12, verdict_between = 16;

std::string title_of(const Scene& scene) {
  const Disclosure& disclosure = scene.dossier.disclosure();
  const bool budget = disclosure.kind == DisclosureKind::budget;
  const std::string year = disclosure.year == 0 ? "" : std::to_string(disclosure.year);
  const std::string_view key = disclosure.year == 0
                                   ? (budget ? "title.budget_no_year" : "title.final_no_year")
                                   : (budget ? "title.budget" : "title.final");
  const std::string entity =
      disclosure.entity.empty() ? std::string(scene.words("title.unnamed")) : disclosure.entity;
  return scene.words(key, {{"entity", entity}, {"year", year}});
}

// The total and the bar
// ---------------------------------------------------------------------------------------

void show_change_line(Scene& scene) {
  Ui& ui = scene.ui;
  const Headline& head = scene.dossier.headline;
  if (head.change == none) return;
  const Fact& change = scene.dossier.fact(head.change);
  const Type& look = ui.type.body;
  Type strong = look;
  strong.weight = Weight::semibold;
  const std::string before(scene.words("overview.from_last_year"));
  const std::string value = signed_words(change.value);
  std::string after(name_of(change.unit));
  if (head.has_rate) {
    after += scene.words("overview.rate", {{"rate", signed_words(head.rate_percent) + "%"}});
  }
  Flow flow(ui, 6, 0);
  const auto plain = [&](std::string_view key, std::string_view words) {
    const Rect rect = flow.place(ui.width_of(words, look), look.line + 4);
    ui.label(rect.x, rect.y + 2, words, look, ui.colours.second);
    ui.say(Role::paragraph, key, rect, words, look, ui.colours.second);
  };
  plain("from", before);
  const Rect rect = flow.place(ui.width_of(value, strong), look.line + 4);
  show_figure(scene, "change", rect.x, rect.y + 2, head.change, value, strong);
  plain("rate", after);
  flow.end();
}

void show_total(Scene& scene) {
  Ui& ui = scene.ui;
  const Headline& head = scene.dossier.headline;
  if (head.total == none) {
    ui.text("no-total", scene.words("overview.no_total"), ui.type.body, ui.colours.second);
    return;
  }
  const Fact& total = scene.dossier.fact(head.total);
  const std::string value = value_words(total.value);
  Type hero = ui.type.hero;
  // A total of many digits, or large type on a small screen: as large as there is room.
  while (hero.size > 20 && ui.width_of(value, hero) > ui.width) {
    hero.size = std::floor(hero.size * 0.85F);
    hero.line = std::round(hero.size * 1.15F);
  }
  Type beside = ui.type.formula;
  beside.weight = Weight::regular;
  const float wide = ui.width_of(value, hero);
  show_figure(scene, "total", ui.x, ui.y, head.total, value, hero);
  const KeyConcepts& key = scene.dossier.analysis.concepts;
  const bool budget = scene.dossier.disclosure().kind == DisclosureKind::budget;
  const std::string_view what =
      total.concept_id == key.expenditure_total
          ? scene.words(budget ? "overview.spending_budget" : "overview.spending_final")
          : scene.words.concept_name(total.concept_id);
  const std::string label =
      scene.words("overview.total_label", {{"unit", name_of(total.unit)}, {"what", what}});
  const float baseline_shift = (hero.line + hero.size) / 2 - (beside.line + beside.size) / 2 - 5;
  const float label_left = ui.x + wide + 12;
  if (label_left + ui.width_of(label, beside) <= ui.x + ui.width) {
    ui.label(label_left, ui.y + baseline_shift, label, beside, ui.colours.second);
    ui.say(Role::paragraph, "total-label",
           {label_left, ui.y + baseline_shift, ui.width_of(label, beside), beside.line}, label, beside,
           ui.colours.second);
    ui.space(hero.line + 8);
  } else {
    ui.space(hero.line + 4);
    ui.text("total-label", label, beside, ui.colours.second);
    ui.space(4);
  }
  show_change_line(scene);
}

/// In the total's unit, whatever the part was printed in.
std::string part_value(const Scene& scene, const BreakdownNode& part) {
  const std::int32_t total = scene.dossier.headline.total;
  const Unit unit = total == none ? part.unit : scene.dossier.fact(total).unit;
  if (part.unit == unit || kind_of(unit) != UnitKind::money) return value_words(part.printed);
  return value_words(part.yuan.shifted(-power_of(unit)).trimmed());
}

void show_bar(Scene& scene) {
  Ui& ui = scene.ui;
  const std::vector<BreakdownNode>& parts = scene.dossier.headline.parts;
  Decimal sum;
  for (const BreakdownNode& part : parts)
    sum += part.yuan;
  const double whole = sum.to_pixel();
  if (parts.empty() || whole <= 0) return;
  ui.space(16);
  const float high = std::max(40.0F, ui.target());
  constexpr float gap = 2, padding = 12;
  float left = ui.x;
  const float room = ui.width - gap * static_cast<float>(parts.size() - 1);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const BreakdownNode& part = parts[i];
    const float wide = room * static_cast<float>(part.yuan.to_pixel() / whole);
    const Rect rect{left, ui.y, wide, high};
    const Colour colour = kind_colour(scene, part, i);
    const std::string name = node_name(scene, part), value = part_value(scene, part);
    const std::string spoken =
        name + " " + with_unit(value_words(part.printed), part.unit) + " " + share_words(part.per_mille);
    const Pressed pressed = ui.press(numbered("part", i), rect, {},
                                     {.state = {.name = spoken},
                                      .type = ui.type.caption,
                                      .colour = ui.colours.on_kind,
                                      .ground = colour,
                                      .radius = 8});
    const ImDrawFlags corners = parts.size() == 1       ? ImDrawFlags_RoundCornersAll
                                : i == 0                ? ImDrawFlags_RoundCornersLeft
                                : i + 1 == parts.size() ? ImDrawFlags_RoundCornersRight
                                                        : ImDrawFlags_RoundCornersNone;
    ui.fill(rect, pressed.hovered ? faded(colour, 0.9F) : colour, 8, corners);
    // What fits: name and figure, the figure, nothing.
    for (const std::string& words : {name + " " + value, value}) {
      if (ui.width_of(words, ui.type.caption) + 2 * padding > wide + 8) continue;
      ui.label(left + std::min(padding, (wide - ui.width_of(words, ui.type.caption)) / 2),
               ui.y + (high - ui.type.caption.line) / 2, words, ui.type.caption, ui.colours.on_kind);
      break;
    }
    if (pressed.activated) open_figure(scene, part.fact);
    left += wide + gap;
  }
  ui.space(high + 10);
  Flow flow(ui, 20, 4);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    legend_item(ui, flow, numbered("legend", i), kind_colour(scene, parts[i], i),
                node_name(scene, parts[i]) + " " + share_words(parts[i].per_mille));
  }
  flow.end();
}

void show_guarded(Scene& scene) {
  Ui& ui = scene.ui;
  const Headline& head = scene.dossier.headline;
  const std::string guarded = count_words(head.guarded), all = count_words(head.figures);
  const std::string alone = count_words(head.figures - head.guarded);
  ui.card(20, [&] {
    ui.text("guarded-head", scene.words("overview.guarded"), ui.type.caption, ui.colours.second);
    ui.space(4);
    Type look = ui.type.figure;
    ui.text("guarded", guarded + " / " + all, look, ui.colours.ink);
    ui.space(10);
    const float share =
        head.figures == 0 ? 0.0F : static_cast<float>(head.guarded) / static_cast<float>(head.figures);
    ui.fill({ui.x, ui.y, ui.width, 8}, ui.colours.track, 4);
    ui.fill({ui.x, ui.y, ui.width * share, 8}, ui.colours.holds.ink, 4);
    ui.say(Role::progress, "guarded-bar", {ui.x, ui.y, ui.width, 8}, {}, ui.type.caption, ui.colours.ink,
           {.name = scene.words("overview.guarded"),
            .value = count_words(static_cast<std::size_t>(share * 100))});
    ui.space(8 + 8);
    ui.text("guarded-words", scene.words("overview.guarded_words", {{"guarded", guarded}, {"alone", alone}}),
            ui.type.caption, ui.colours.second);
  });
}

void show_head(Scene& scene) {
  Ui& ui = scene.ui;
  const Headline& head = scene.dossier.headline;
  // Without figures there is nothing that could be guarded.
  const bool figures = head.figures > 0;
  if (ui.width < least_for_beside || !figures) {
    show_total(scene);
    show_bar(scene);
    if (!figures) return;
    ui.space(24);
    show_guarded(scene);
    return;
  }
  const float top = ui.y, left_width = ui.width - beside_width - 24;
  float bottom = top;
  ui.at(ui.x, top, left_width, [&] {
    show_total(scene);
    show_bar(scene);
    bottom = ui.y;
  });
  ui.at(ui.x + left_width + 24, top, beside_width, [&] {
    show_guarded(scene);
    bottom = std::max(bottom, ui.y);
  });
  ui.y = bottom;
}

// The verdict
// -------------------------------------------------------------------------------------------------

struct VerdictBox {
  Sign sign;
  Filter filter;
  std::string_view key;  // of its words
  std::size_t count;
};

std::vector<VerdictBox> verdict_boxes(const Verdict& verdict) {
  return {
      {Sign::contradiction, Filter::contradictions, "verdict.contradictions", verdict.contradictions.size()},
      {Sign::to_explain, Filter::to_explain, "verdict.to_explain", verdict.to_explain.size()},
      {Sign::remark, Filter::remarks, "verdict.remarks", verdict.remarks.size()},
      {Sign::holds, Filter::holding, "verdict.holding", verdict.holding.size()},
      {Sign::unknown, Filter::not_checkable, "verdict.not_checkable", verdict.not_checkable.size()}};
}

std::string count_phrase(const Scene& scene, const VerdictBox& box) {
  return scene.words(std::string(box.key) + "_count", {{"n", count_words(box.count)}});
}

Colour count_colour(const Ui& ui, const VerdictBox& box) {
  return box.sign == Sign::contradiction && box.count > 0 ? ui.colours.contradiction.ink : ui.colours.ink;
}

/// The count stands beside the sign where every box has room for its own, else below it.
void verdict_card(Scene& scene, const VerdictBox& box, bool beside) {
  Ui& ui = scene.ui;
  const std::string count = count_phrase(scene, box);
  const std::string_view meaning = scene.words(std::string(box.key) + "_meaning");
  const float top = ui.y, left = ui.x, wide = ui.width;
  ui.unmirrored([&] {
    ui.card(verdict_padding, [&] {
      sign_box(ui, ui.x, ui.y, sign_box_size, box.sign, {});
      if (!beside) ui.space(sign_box_size + 10);
      ui.inside(beside ? sign_box_size + verdict_gap : 0, 0, [&] {
        ui.text("count", count, beside ? ui.type.figure : ui.type.heading, count_colour(ui, box));
        ui.space(2);
        ui.text("meaning", meaning, ui.type.caption, ui.colours.second);
      });
    });
  });
  const std::string spoken = count + " " + std::string(meaning);
  const Rect rect{left, top, wide, ui.y - top};
  const Pressed pressed = ui.press(
      box.key, rect, spoken,
      {.type = ui.type.caption, .colour = ui.colours.second, .ground = ui.colours.card, .radius = 12});
  if (pressed.hovered) ui.outline(rect, ui.colours.accent, 12);
  if (pressed.activated) go_to_checks(scene, box.filter);
}

/// One box as a row of a list: the meaning stands behind the count, or below it where that is too long.
void verdict_row(Scene& scene, const VerdictBox& box) {
  Ui& ui = scene.ui;
  const std::string count = count_phrase(scene, box);
  const std::string_view meaning = scene.words(std::string(box.key) + "_meaning");
  Type strong = ui.type.formula;
  strong.weight = Weight::bold;
  const Type& small = ui.type.caption;
  const float left = ui.x + 14 + sign_box_size + 12;
  const float behind = left + ui.width_of(count, strong) + 10;
  const bool one_line = behind + ui.width_of(meaning, small) < ui.x + ui.width - 8;
  const float words_high = one_line ? strong.line : strong.line + small.line;
  const float high = std::max(53.0F, words_high + 16);
  const Rect rect{ui.x, ui.y, ui.width, high};
  const Pressed pressed =
      ui.press(box.key, rect, count + " " + std::string(meaning),
               {.type = small, .colour = ui.colours.second, .ground = ui.colours.card, .radius = 8});
  if (pressed.hovered) ui.fill({rect.x + 4, rect.y + 4, rect.width - 8, rect.height - 8}, ui.colours.tint, 8);
  sign_box(ui, ui.x + 14, ui.y + (high - sign_box_size) / 2, sign_box_size, box.sign, {});
  const float top = ui.y + (high - words_high) / 2;
  ui.label(left, top, count, strong, count_colour(ui, box));
  if (one_line) {
    ui.label(behind, top + (strong.line - small.line) / 2 + 1, meaning, small, ui.colours.second);
  } else {
    ui.label(left, top + strong.line, meaning, small, ui.colours.second);
  }
  if (pressed.activated) go_to_checks(scene, box.filter);
  ui.space(high);
}

void verdict_list(Scene& scene, const std::vector<VerdictBox>& boxes) {
  Ui& ui = scene.ui;
  ui.card(0, [&] {
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      verdict_row(scene, boxes[i]);
      if (i + 1 < boxes.size()) ui.rule(ui.x, ui.y - 1, ui.width);
    }
  });
}

/// Five in a row, or three and two.
void verdict_grid(Scene& scene, const std::vector<VerdictBox>& boxes) {
  Ui& ui = scene.ui;
  const std::size_t columns = ui.width >= 980 ? 5 : 3;
  const auto gaps = static_cast<float>(columns - 1);
  const float room = (ui.width - verdict_between * gaps) / static_cast<float>(columns) - 2 * verdict_padding -
                     sign_box_size - verdict_gap;
  const bool beside = std::all_of(boxes.begin(), boxes.end(), [&](const VerdictBox& box) {
    return ui.width_of(count_phrase(scene, box), ui.type.figure) <= room;
  });
  ui.grid(columns, columns, verdict_between, [&](std::size_t i) { verdict_card(scene, boxes[i], beside); });
  if (columns == boxes.size()) return;
  ui.space(verdict_between);
  const std::size_t rest = boxes.size() - columns;
  ui.grid(rest, rest, verdict_between,
          [&](std::size_t i) { verdict_card(scene, boxes[columns + i], beside); });
}

void show_first_findings(Scene& scene) {
  Ui& ui = scene.ui;
  const Verdict& verdict = scene.dossier.verdict;
  std::vector<FindingIndex> first = verdict.contradictions;
  first.insert(first.end(), verdict.to_explain.begin(), verdict.to_explain.end());
  const std::size_t shown =
      std::max(first_findings, std::min<std::size_t>(verdict.contradictions.size(), first_findings + 2));
  if (first.size() > shown) first.resize(shown);
  if (first.empty()) return;
  ui.space(16);
  ui.card(0, [&] {
    ui.group(Role::list, "first-findings", {.name = scene.words("overview.first")}, [&] {
      for (std::size_t i = 0; i < first.size(); ++i) {
        ui.group(Role::list_item, numbered("finding", first[i]), {}, [&] {
          ui.space(16);
          ui.inside(20, 20, [&] { show_finding_line(scene, first[i]); });
          ui.space(16);
        });
        if (i + 1 < first.size()) ui.rule(ui.x, ui.y - 1, ui.width);
      }
    });
  });
}

// Other figures
// -----------------------------------------------------------------------------------------------

struct OtherFigure {
  std::string_view key;
  std::int32_t fact;
  std::string label, note;
};

std::vector<OtherFigure> other_figures(const Scene& scene) {
  const Headline& head = scene.dossier.headline;
  std::vector<OtherFigure> out;
  const auto add = [&](std::string_view key, std::int32_t fact, std::string note) {
    if (fact == none) return;
    out.push_back({key, fact, std::string(scene.words.concept_name(scene.dossier.fact(fact).concept_id)),
                   std::move(note)});
  };
  std::string note;
  if (head.three_public_change != none) {
    const Fact& change = scene.dossier.fact(head.three_public_change);
    note = std::string(scene.words("overview.from_last_year")) + " " +
           with_unit(signed_words(change.value), change.unit);
  }
  add("three-public", head.three_public, note);
  note.clear();
  if (head.operating_restated > 1) {
    note = scene.words("overview.restated",
                       {{"n", count_words(static_cast<std::size_t>(head.operating_restated))}});
  }
  add("operating", head.agency_operating, note);
  note.clear();
  if (head.assets_quantity != none) {
    const Fact& quantity = scene.dossier.fact(head.assets_quantity);
    note = with_unit(value_words(quantity.value), quantity.unit == Unit::none ? Unit::piece : quantity.unit);
  }
  add("assets", head.assets, note);
  note.clear();
  if (head.staff_active != none && head.staff_retired != none) {
    note = scene.words("overview.staff",
                       {{"active", value_words(scene.dossier.fact(head.staff_active).value)},
                        {"retired", value_words(scene.dossier.fact(head.staff_retired).value)}});
  }
  add("staff", head.staff, note);
  // A stock is stated at the end of a year that is not the document's own: say which.
  for (OtherFigure& figure : out) {
    const Fact& fact = scene.dossier.fact(figure.fact);
    if (fact.period == 0 || fact.period == scene.dossier.disclosure().year) continue;
    figure.label += scene.words("overview.year_end", {{"year", std::to_string(fact.period)}});
  }
  return out;
}

void show_other_figures(Scene& scene) {
  Ui& ui = scene.ui;
  const std::vector<OtherFigure> figures = other_figures(scene);
  if (figures.empty()) return;
  show_heading(scene, "other", scene.words("overview.other"));
  const std::size_t columns = ui.width >= 800 ? 4 : 2;
  ui.grid(figures.size(), columns, ui.narrow ? 12 : 16, [&](std::size_t i) {
    const OtherFigure& figure = figures[i];
    const Fact& fact = scene.dossier.fact(figure.fact);
    ui.card(ui.narrow ? 16 : 20, [&] {
      ui.group(Role::group, figure.key, {}, [&] {
        ui.text("label", figure.label, ui.type.caption, ui.colours.second);
        ui.space(4);
        const std::string value = value_words(fact.value);
        show_figure(scene, "figure", ui.x, ui.y, figure.fact, value, ui.type.figure);
        const float after = ui.x + ui.width_of(value, ui.type.figure) + 6;
        const Type& small = ui.type.body;
        const float unit = ui.label(after, ui.y + (ui.type.figure.line - small.line) / 2 + 2,
                                    name_of(fact.unit), small, ui.colours.second);
        if (scene.dossier.contradiction_of(figure.fact) != none) {
          sign_box(ui, after + unit + 8, ui.y + (ui.type.figure.line - 22) / 2, 22, Sign::contradiction,
                   scene.words("verdict.contradictions"));
        }
        ui.space(ui.type.figure.line + 8);
        if (!figure.note.empty()) ui.text("note", figure.note, ui.type.caption, ui.colours.second);
      });
    });
  });
}

void show_not_understood(Scene& scene) {
  const std::size_t count = scene.dossier.disclosure().unplaced.size();
  if (count == 0) return;
  Ui& ui = scene.ui;
  ui.space(24);
  const std::string words = scene.words("overview.not_understood", {{"n", count_words(count)}});
  const Rect rect{ui.x, ui.y, ui.width_of(words, ui.type.body), ui.target()};
  if (button_at(ui, "not-understood", rect, words, ButtonLook::plain)) {
    scene.choices.view = View::source;
    scene.choices.list_waits = true;
  }
  ui.space(ui.target());
}

}  // namespace

void show_overview(Scene& scene) {
  Ui& ui = scene.ui;
  show_title(scene, title_of(scene), scene.words("overview.lead"));
  show_head(scene);
  show_heading(scene, "verdict", scene.words("overview.verdict"));
  const std::vector<VerdictBox> boxes = verdict_boxes(scene.dossier.verdict);
  if (ui.width < 620) {
    verdict_list(scene, boxes);
  } else {
    verdict_grid(scene, boxes);
  }
  show_first_findings(scene);
  show_other_figures(scene);
  show_not_understood(scene);
}

}  // namespace mingzhang
