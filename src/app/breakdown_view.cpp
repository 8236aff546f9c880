// Where the money goes: a picture and the same numbers as a list beside it. Pressing a part goes in; pressing
// a figure, or a part that has no parts of its own, shows its words.
#include "app/breakdown_cut.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr float list_width = 408, least_for_beside = 860;
constexpr float search_width = 180, measure_width = 172;

constexpr std::string_view measure_keys[] = {"scale.printed",         "scale.yuan",    "scale.ten_thousand",
                                             "scale.hundred_million", "scale.share",   "scale.per_staff",
                                             "scale.per_resident",    "scale.per_day", "scale.things"};

// Toolbar
// ---------------------------------------------------------------------------------------------------

/// The way from the whole to what is shown.
void show_path(const Cut& cut, float high) {
  Scene& scene = cut.scene;
  Ui& ui = scene.ui;
  Flow flow(ui, 8, 0);
  const std::vector<Item>& path = cut.path();
  for (std::size_t depth = 0; depth < path.size(); ++depth) {
    const bool here = depth + 1 == path.size();
    const Type& look = here ? ui.type.body_strong : ui.type.body;
    const std::string shown = ui.shortened(path[depth].name, look, ui.width);
    const Rect rect = flow.place(ui.width_of(shown, look), high);
    const float top = rect.y + (high - look.line) / 2;
    if (here) {
      ui.label(rect.x, top, shown, look, ui.colours.ink);
      ui.say(Role::paragraph, "here", {rect.x, top, rect.width, look.line}, shown, look, ui.colours.ink);
      break;
    }
    if (button_at(ui, numbered("up", depth), rect, shown, ButtonLook::plain))
      scene.choices.drill.resize(depth);
    const Rect mark = flow.place(ui.width_of("›", look), high);
    ui.label(mark.x, top, "›", look, ui.colours.third);
  }
  flow.end();
}

void show_pictures(Scene& scene, const Rect& rect) {
  const std::vector<SwitchItem> pictures = {{"treemap", scene.words("breakdown.treemap")},
                                            {"flow", scene.words("breakdown.flow")},
                                            {"bars", scene.words("breakdown.bars")},
                                            {"table", scene.words("breakdown.table")}};
  const auto now = static_cast<std::size_t>(scene.choices.picture);
  const std::size_t next = segmented(scene.ui, rect, pictures, now, scene.words("breakdown.picture"));
  scene.choices.picture = static_cast<Picture>(next);
}

void choose_grouping(Scene& scene, Grouping grouping) {
  if (grouping == scene.choices.grouping) return;
  scene.choices.grouping = grouping;
  scene.choices.drill.clear();
  scene.choices.sorting = {};
}

/// As a switch where it fits, else as a list to choose from.
void show_groupings(Scene& scene, const Rect& rect) {
  const std::vector<Grouping> all = groupings_of(scene.dossier);
  if (all.size() < 2) return;
  const auto here = std::find(all.begin(), all.end(), scene.choices.grouping);
  const auto now = static_cast<std::size_t>(here - all.begin());
  std::vector<SwitchItem> items;
  std::vector<std::string> words;
  for (const Grouping each : all) {
    const std::string_view name = name_of(scene.words, each);
    items.push_back({name, name});
    words.emplace_back(name);
  }
  const std::string_view name = scene.words("breakdown.grouping");
  Ui& ui = scene.ui;
  const float wide = segmented_width(ui, items);
  const std::size_t next =
      wide <= rect.width
          ? segmented(ui, {rect.x, rect.y, wide, rect.height}, items, now, name)
          : select_at(ui, "grouping", {rect.x, rect.y, std::min(rect.width, 260.0F), rect.height}, words, now,
                      name);
  choose_grouping(scene, all[std::min(next, all.size() - 1)]);
}

std::vector<AmountMeasure> measures_of(const Scene& scene) {
  std::vector<AmountMeasure> all;
  for (std::size_t i = 0; i < std::size(measure_keys); ++i) {
    const auto measure = static_cast<AmountMeasure>(i);
    if (measure == AmountMeasure::per_staff && staff_figure(scene.dossier.analysis) == none) continue;
    all.push_back(measure);
  }
  return all;
}

void show_measures(Scene& scene, const Rect& rect) {
  const std::vector<AmountMeasure> all = measures_of(scene);
  std::vector<std::string> words;
  std::size_t now = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    words.emplace_back(scene.words(measure_keys[static_cast<std::size_t>(all[i])]));
    if (all[i] == scene.choices.measure) now = i;
  }
  const std::size_t next = select_at(scene.ui, "measure", rect, words, now, scene.words("scale.name"));
  scene.choices.measure = all[std::min(next, all.size() - 1)];
}

/// What a measure needs to be told: how many residents, which thing and what it costs.
void show_measure_fields(Scene& scene) {
  Ui& ui = scene.ui;
  Choices& choices = scene.choices;
  const float high = ui.target();
  const Type& look = ui.type.body;
  Flow flow(ui, 8, 8);
  const auto words = [&](std::string_view key, std::string_view text) {
    const Rect rect = flow.place(ui.width_of(text, look), high);
    ui.label(rect.x, rect.y + (high - look.line) / 2, text, look, ui.colours.second);
    ui.say(Role::paragraph, key, rect, text, look, ui.colours.second);
  };
  if (choices.measure == AmountMeasure::per_resident) {
    words("residents-label", scene.words("scale.residents"));
    if (auto typed = field_at(ui, "residents", flow.place(140, high), scene.words("scale.residents"),
                              "490000", choices.residents))
      choices.residents = std::move(*typed);
  } else if (choices.measure == AmountMeasure::things) {
    std::vector<std::string> names;
    for (const Thing& thing : scene.things)
      names.push_back(choices.language == Language::zh ? thing.zh : thing.en);
    const std::size_t next =
        select_at(ui, "thing", flow.place(220, high), names, choices.thing, scene.words("scale.thing"));
    if (next != choices.thing) {
      choices.thing = next;
      choices.price.clear();
    }
    words("price-label", scene.words("scale.price"));
    const std::string usual =
        choices.thing < scene.things.size() ? scene.things[choices.thing].price.to_string() : "";
    if (auto typed =
            field_at(ui, "price", flow.place(100, high), scene.words("scale.price"), usual, choices.price))
      choices.price = std::move(*typed);
    words("price-unit", scene.words("scale.yuan"));
  } else if (choices.measure == AmountMeasure::per_staff) {
    const std::int32_t staff = staff_figure(scene.dossier.analysis);
    if (staff == none) return;
    words("staff-label", scene.words("scale.staff_count"));
    const std::string value = fact_value(scene.dossier.fact(staff));
    const Rect rect = flow.place(ui.width_of(value, look), high);
    show_figure(scene, "staff-figure", rect.x, rect.y + (high - look.line) / 2, staff, value, look);
  } else {
    return;
  }
  flow.end();
  ui.space(12);
}

void show_search(Scene& scene, const Rect& rect) {
  if (auto typed = field_at(scene.ui, "sought", rect, scene.words("breakdown.search"),
                            scene.words("breakdown.search"), scene.choices.sought))
    scene.choices.sought = std::move(*typed);
}

void show_toolbar(const Cut& cut) {
  Scene& scene = cut.scene;
  Ui& ui = scene.ui;
  const float high = ui.target();
  const std::vector<SwitchItem> pictures = {{"", scene.words("breakdown.treemap")},
                                            {"", scene.words("breakdown.flow")},
                                            {"", scene.words("breakdown.bars")},
                                            {"", scene.words("breakdown.table")}};
  const float pictures_width = segmented_width(ui, pictures);
  const bool wide = ui.width >= 720;
  if (wide) {
    const float right = ui.x + ui.width;
    show_groupings(scene, {ui.x, ui.y, ui.width - pictures_width - 16, high});
    show_pictures(scene, {right - pictures_width, ui.y, pictures_width, high});
    ui.space(high + 12);
    const float tools = search_width + 8 + measure_width;
    const float top = ui.y;
    float path_bottom = top;
    ui.at(ui.x, top, ui.width - tools - 16, [&] {
      show_path(cut, high);
      path_bottom = ui.y;
    });
    show_search(scene, {right - tools, top, search_width, high});
    show_measures(scene, {right - measure_width, top, measure_width, high});
    ui.y = std::max(path_bottom, top + high) + 12;
  } else {
    show_pictures(scene, {ui.x, ui.y, std::min(ui.width, std::max(pictures_width, 320.0F)), high});
    ui.space(high + 8);
    const float half = (ui.width - 8) / 2;
    const bool several = groupings_of(scene.dossier).size() > 1;
    if (several) show_groupings(scene, {ui.x, ui.y, half, high});
    show_measures(scene, {several ? ui.x + half + 8 : ui.x, ui.y, half, high});
    ui.space(high + 8);
    show_search(scene, {ui.x, ui.y, ui.width, high});
    ui.space(high + 4);
    show_path(cut, high);
    ui.space(4);
  }
  show_measure_fields(scene);
}

// The whole
// ----------------------------------------------------------------------------------------------------

std::string lead_of(const Cut& cut) {
  const Scene& scene = cut.scene;
  if (cut.root().children.empty()) return std::string(scene.words("breakdown.lead_empty"));
  static constexpr std::string_view keys[] = {"breakdown.lead", "breakdown.lead_functions",
                                              "breakdown.lead_economic", "breakdown.lead_projects",
                                              "breakdown.lead_activities"};
  const std::string total = with_unit(value_words(cut.root().printed), cut.root().unit);
  return scene.words(keys[static_cast<std::size_t>(scene.choices.grouping)], {{"total", total}});
}

void show_picture(const Cut& cut, bool beside) {
  Ui& ui = cut.scene.ui;
  const bool roomy = ui.width >= 440;
  switch (cut.scene.choices.picture) {
    case Picture::treemap:
      show_treemap(cut, roomy ? 440.0F : std::clamp(ui.width, 280.0F, 420.0F));
      break;
    case Picture::flow:
      ui.card(ui.narrow ? 12 : 20, [&] { show_flow(cut); });
      break;
    case Picture::bars:
      ui.card(20, [&] { show_bars(cut); });
      break;
    case Picture::table:
      show_amounts(cut, true);
      break;
  }
  if (!beside && cut.scene.choices.picture != Picture::table) {
    ui.space(16);
    show_amounts(cut, false);
  }
}

}  // namespace

void show_breakdown(Scene& scene) {
  Ui& ui = scene.ui;
  const Cut cut(scene);
  show_title(scene, scene.words("breakdown.title"), lead_of(cut));
  if (groupings_of(scene.dossier).empty()) {
    empty_note(ui, "empty", scene.words("breakdown.empty"));
    return;
  }
  show_toolbar(cut);
  if (!cut.measurable()) {
    ui.text("measure-lacks", scene.words("scale.lacks"), ui.type.caption, ui.colours.second,
            {.role = Role::status});
    ui.space(8);
  }
  // The flow needs room for the labels of its columns.
  const Picture picture = scene.choices.picture;
  const bool beside = ui.width >= least_for_beside && picture != Picture::table && picture != Picture::flow;
  if (!beside) {
    show_picture(cut, false);
    return;
  }
  const float top = ui.y, left_width = ui.width - list_width - 24;
  float bottom = top;
  ui.at(ui.x, top, left_width, [&] {
    show_picture(cut, true);
    bottom = ui.y;
  });
  ui.at(ui.x + left_width + 24, top, list_width, [&] {
    show_amounts(cut, false);
    bottom = std::max(bottom, ui.y);
  });
  ui.y = bottom;
}

}  // namespace mingzhang
