// See ruler.h.
#include "app/ruler.h"

#include <algorithm>

namespace mingzhang {
namespace {

struct Threshold {
  Level level;
  std::int32_t fact;
  double value;
};

constexpr Level levels[] = {Level::excellent, Level::good, Level::fair, Level::poor};

std::vector<Threshold> thresholds_of(const Scene& scene, const Activity& activity) {
  std::vector<Threshold> out;
  for (std::size_t i = 0; i < 4; ++i) {
    if (activity.grades[i] == none) continue;
    out.push_back({levels[i], activity.grades[i], scene.dossier.fact(activity.grades[i]).value.to_pixel()});
  }
  return out;
}

/// Even steps read better than a scale on which three thresholds crowd at the end.
double place_of(const std::vector<double>& stops, double value) {
  const auto after = std::upper_bound(stops.begin(), stops.end(), value);
  if (after == stops.begin()) return 0;
  if (after == stops.end()) return 1;
  const auto index = static_cast<double>(after - stops.begin() - 1);
  const double before = *(after - 1);
  return (index + (value - before) / (*after - before)) / static_cast<double>(stops.size() - 1);
}

}  // namespace

std::string_view level_name(const Phrases& words, Level level) {
  switch (level) {
    case Level::excellent:
      return words("level.excellent");
    case Level::good:
      return words("level.good");
    case Level::fair:
      return words("level.fair");
    case Level::poor:
      return words("level.poor");
    case Level::none:
      break;
  }
  return words("level.none");
}

void show_ruler(Scene& scene, std::size_t activity, const std::optional<Decimal>& achieved) {
  Ui& ui = scene.ui;
  const Colours& c = ui.colours;
  const std::vector<Threshold> thresholds =
      thresholds_of(scene, scene.dossier.disclosure().activities[activity]);
  std::vector<double> stops;
  for (const Threshold& each : thresholds)
    stops.push_back(each.value);
  std::sort(stops.begin(), stops.end());
  stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
  if (stops.size() < 2) return;
  const double step = stops[1] - stops[0];
  const double highest = stops.back();
  stops.insert(stops.begin(), stops.front() - step);
  // A percentage ends at 100; where the best grade begins there, the ruler does too.
  if (highest < 100 || highest > 100)
    stops.push_back(highest < 100 ? std::min(100.0, highest + step) : highest + step);

  const float bar_top = ui.y + 26, bar_high = 10;
  const float left = ui.x + 6, wide = ui.width - 12;
  const auto x_of = [&](double value) { return left + wide * static_cast<float>(place_of(stops, value)); };
  // One stretch for each pair of stops, named by the grade that its middle earns.
  for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
    const double middle = (stops[i] + stops[i + 1]) / 2;
    const Decimal probe(static_cast<Int128>(middle * 1000), 3);
    const Level level = grade_for(scene.dossier.analysis, activity, probe).level;
    const Colour colour = level == Level::excellent ? c.kinds[0]
                          : level == Level::good    ? faded(c.kinds[0], 0.66F)
                          : level == Level::fair    ? faded(c.kinds[0], 0.36F)
                          : level == Level::poor    ? c.to_explain.ink
                                                    : c.track;
    const float from = x_of(stops[i]), to = x_of(stops[i + 1]);
    const ImDrawFlags corners = i == 0                  ? ImDrawFlags_RoundCornersLeft
                                : i + 2 == stops.size() ? ImDrawFlags_RoundCornersRight
                                                        : ImDrawFlags_RoundCornersNone;
    ui.fill({from, bar_top, to - from - 2, bar_high}, colour, 5, corners);
    ui.label((from + to) / 2, bar_top + bar_high + 4, level_name(scene.words, level), ui.type.caption,
             c.second, Align::centre);
  }
  for (std::size_t i = 1; i < stops.size(); ++i) {
    if (i + 1 == stops.size() && highest != stops[i]) continue;
    for (const Threshold& each : thresholds) {
      if (each.value != stops[i]) continue;
      const Fact& fact = scene.dossier.fact(each.fact);
      const std::string words = with_unit(value_words(fact.value), fact.unit);
      const float x = x_of(stops[i]);
      const bool last = i + 1 == stops.size();
      ui.label(last ? x : x, ui.y, words, ui.type.caption, c.second, last ? Align::right : Align::centre);
      break;
    }
  }
  if (achieved) {
    const float x = x_of(std::clamp(achieved->to_pixel(), stops.front(), stops.back()));
    ui.fill({x - 1.5F, bar_top - 6, 3, bar_high + 12}, c.ink, 1.5F);
    ui.triangle({x - 6, bar_top - 12}, {x + 6, bar_top - 12}, {x, bar_top - 4}, c.ink);
  }
  ui.space(26 + bar_high + 4 + ui.type.caption.line);
}

}  // namespace mingzhang
