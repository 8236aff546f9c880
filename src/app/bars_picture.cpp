// Stacked bars: one for each part, all on one scale, cut into the parts of the part.
#include "app/breakdown_cut.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr float bar_height = 16, segment_gap = 2;

/// Basic and project columns of a class, else the parts of the part, else one piece.
std::vector<double> segments_of(const Cut& cut, const Item& item) {
  std::vector<double> sizes;
  const auto of_fact = [&](std::int32_t fact) {
    const Fact& stated = cut.scene.dossier.fact(fact);
    sizes.push_back(stated.value.shifted(power_of(stated.unit)).to_pixel());
  };
  if (item.node->basic != none && item.node->project != none) {
    of_fact(item.node->basic);
    of_fact(item.node->project);
  } else {
    for (const Item& inner : cut.items_of(*item.node))
      sizes.push_back(inner.node->yuan.to_pixel());
  }
  std::erase_if(sizes, [](double size) { return !(size > 0); });
  if (sizes.empty()) sizes.push_back(item.node->yuan.to_pixel());
  return sizes;
}

void show_bar(const Cut& cut, const Item& item, double most) {
  Ui& ui = cut.scene.ui;
  const Type& look = ui.type.body;
  const Rect rect{ui.x, ui.y, ui.width, look.line + bar_height + 14};
  const Pressed pressed = ui.press("go", rect, {}, {.state = {.name = cut.spoken(item)}, .type = look});
  if (pressed.hovered) ui.fill({rect.x - 8, rect.y, rect.width + 16, rect.height}, ui.colours.tint, 8);
  if (pressed.activated) cut.choose(item);
  std::string figure =
      Cut::blank(*item.node) ? std::string(cut.scene.words("breakdown.blank")) : cut.amount(*item.node);
  if (!Cut::blank(*item.node) && cut.measure() != AmountMeasure::share)
    figure += " · " + cut.share(*item.node);
  const float top = ui.y + 4;
  const float figure_width = ui.label(ui.x + ui.width, top, figure, look, ui.colours.second, Align::right);
  const Colour ink = item.sought ? ui.colours.ink : ui.colours.third;
  ui.at(ui.x, top, ui.width - figure_width - 12, [&] {
    const std::string name = item.node->children.empty() ? item.name : item.name + " ›";
    ui.text("name", name, look, ink, {.mirrored = false, .most_lines = 1});
  });
  const float wide = most > 0 ? ui.width * static_cast<float>(item.node->yuan.to_pixel() / most) : 0;
  const Rect track{ui.x, top + look.line + 2, ui.width, bar_height};
  ui.fill(track, ui.colours.track, bar_height / 4);
  const std::vector<double> sizes = segments_of(cut, item);
  double sum = 0;
  for (const double size : sizes)
    sum += size;
  float left = track.x;
  const Colour colour = faded(cut.colour_of(item), item.sought ? 1.0F : 0.32F);
  for (const double size : sizes) {
    const float part = sum > 0 ? wide * static_cast<float>(size / sum) : 0;
    const float gap = sizes.size() > 1 && part > 3 * segment_gap ? segment_gap : 0;
    if (part > 0) ui.fill({left, track.y, std::max(part - gap, 1.5F), bar_height}, colour, 3);
    left += part;
  }
  ui.space(rect.height);
}

}  // namespace

void show_bars(const Cut& cut) {
  Ui& ui = cut.scene.ui;
  const std::vector<Item> items = cut.items();
  double most = 0;
  for (const Item& item : items)
    most = std::max(most, item.node->yuan.to_pixel());
  ui.group(Role::list, "bars", {.name = cut.scene.words("breakdown.bars")}, [&] {
    for (std::size_t i = 0; i < items.size(); ++i) {
      ui.group(Role::list_item, numbered("bar", i), {}, [&] { show_bar(cut, items[i], most); });
      ui.space(6);
    }
  });
}

}  // namespace mingzhang
