// See ruler.h.
#include "app/ruler.h"

#include "text/sorting.h"

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

constexpr float label_gap = 6;

Colour level_colour(const Colours& colours, Level level) {
  switch (level) {
    case Level::excellent:
      return colours.kinds[0];
    case Level::good:
      return faded(colours.kinds[0], 0.66F);
    case Level::fair:
      return faded(colours.kinds[0], 0.36F);
    case Level::poor:
      return colours.to_explain.ink;
    case Level::none:
      break;
  }
  return colours.track;
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
  std::vector<Threshold> thresholds = thresholds_of(scene, scene.dossier.disclosure().activities[activity]);
  sort_stably(thresholds, [](const Threshold& a, const Threshold& b) { return a.value > b.value; });
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
  const auto level_between = [&](std::size_t i) {
    const Decimal probe(static_cast<Int128>((stops[i] + stops[i + 1]) * 500), 3);
    return grade_for(scene.dossier.analysis, activity, probe).level;
  };
  // One stretch for all neighbouring stops between which the same grade is earned.
  for (std::size_t i = 0; i + 1 < stops.size();) {
    const Level level = level_between(i);
    std::size_t end = i + 1;
    while (end + 1 < stops.size() && level_between(end) == level)
      ++end;
    const float from = x_of(stops[i]), to = x_of(stops[end]);
    const ImDrawFlags corners = (i == 0 ? ImDrawFlags_RoundCornersLeft : 0) |
                                (end + 1 == stops.size() ? ImDrawFlags_RoundCornersRight : 0);
    ui.fill({from, bar_top, to - from - (end + 1 == stops.size() ? 0 : 2), bar_high}, level_colour(c, level),
            5, corners == 0 ? ImDrawFlags_RoundCornersNone : corners);
    ui.label((from + to) / 2, bar_top + bar_high + 4, level_name(scene.words, level), ui.type.caption,
             c.second, Align::centre);
    i = end;
  }
  // From the right on: what would touch the label that stands there has none; the words above name every
  // threshold.
  float free_until = ui.x + ui.width + label_gap;
  for (const Threshold& each : thresholds) {
    const Fact& fact = scene.dossier.fact(each.fact);
    std::string words = with_unit(value_words(fact.value), fact.unit);
    const float x = x_of(each.value);
    const bool point = fact.comparator == Comparator::equal;
    // A grade that takes one value alone is a point, not a stretch.
    if (point) {
      words = std::string(level_name(scene.words, each.level)) + " = " + words;
      ui.dot(x, bar_top + bar_high / 2, 8, c.card);
      ui.dot(x, bar_top + bar_high / 2, 6, level_colour(c, each.level));
    } else if (fact.comparator == Comparator::less) {
      continue;  // the stretch above it begins at the same value
    }
    const float label_wide = ui.width_of(words, ui.type.caption);
    const float label_left = std::min(x - label_wide / 2, ui.x + ui.width - label_wide);
    if (label_left + label_wide + label_gap > free_until) continue;
    free_until = label_left;
    ui.label(label_left, ui.y, words, ui.type.caption, c.second);
  }
  if (achieved) {
    const float x = x_of(std::clamp(achieved->to_pixel(), stops.front(), stops.back()));
    ui.fill({x - 1.5F, bar_top - 6, 3, bar_high + 12}, c.ink, 1.5F);
    ui.triangle({x - 6, bar_top - 12}, {x + 6, bar_top - 12}, {x, bar_top - 4}, c.ink);
  }
  ui.space(26 + bar_high + 4 + ui.type.caption.line);
}

}  // namespace mingzhang
