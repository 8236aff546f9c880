// The flow: from the sources of the money through the whole to its uses, and where there is room to the parts
// of these. All bands have one scale; what a side does not state stays open.
#include "app/breakdown_cut.h"

#include <algorithm>
#include <cmath>

namespace mingzhang {
namespace {

constexpr float bar_width = 14, band_gap = 10, label_gap = 10;
constexpr float least_for_parts = 620;  // width from which the parts of the uses have a column
constexpr float least_band = 1.5F, least_height = 440, label_between = 4;
constexpr float for_thick = 120;  // of the height, beside a line for every label
constexpr std::size_t most_parts = 16;
constexpr int curve_steps = 28;

struct Band {
  Item item;
  Colour colour = 0;
  float top = 0, height = 0;
  std::size_t above = 0;  // the band of the column before that it comes from
  bool beside = false;    // no part of the tree: a source, what is left over
};

struct Column {
  float left = 0;
  float label_left = 0, label_width = 0;
  bool labels_right_aligned = false;
  std::vector<Band> bands;
};

double amount_of(const Band& band) {
  return band.item.node->yuan.to_pixel();
}

/// Bands from the top on, with gaps; the column stands in the middle of the picture's height.
void stack(Column& column, float top, float high, double scale) {
  float all = 0;
  for (Band& band : column.bands) {
    band.height = std::max(least_band, static_cast<float>(amount_of(band) * scale));
    all += band.height;
  }
  if (!column.bands.empty()) all += band_gap * static_cast<float>(column.bands.size() - 1);
  float y = top + (high - all) / 2;
  for (Band& band : column.bands) {
    band.top = y;
    y += band.height + band_gap;
  }
}

/// The largest scale at which the column stays within the height, with a line for the label of each thin
/// band.
double scale_that_fits(const Column& column, float high, float line) {
  const double room = static_cast<double>(high) -
                      static_cast<double>(band_gap) * static_cast<double>(column.bands.size() - 1);
  double scale = 0;
  std::size_t thin = 0;
  for (std::size_t round = 0; round <= column.bands.size(); ++round) {
    double thick = 0;
    std::size_t now_thin = 0;
    for (const Band& band : column.bands) {
      const bool is_thin = round > 0 && amount_of(band) * scale < static_cast<double>(line);
      now_thin += is_thin ? 1 : 0;
      thick += is_thin ? 0 : amount_of(band);
    }
    if (round > 0 && now_thin == thin) break;
    thin = now_thin;
    if (thick <= 0) break;
    scale = std::max(0.0, room - static_cast<double>(thin) * static_cast<double>(line)) / thick;
  }
  return scale;
}

/// Labels of thin bands would lie on each other: each gets the height of its words.
void make_room_for_labels(Column& column, float top, float high, float line) {
  if (column.bands.empty()) return;
  const auto least = [line](const Band& band) { return std::max(band.height, line); };
  float y = top;
  for (Band& band : column.bands) {
    const float middle = band.top + band.height / 2;
    band.top = std::max(y, middle - least(band) / 2);
    y = band.top + least(band) + label_between;
    band.top += (least(band) - band.height) / 2;
  }
  // What was pushed beyond the end moves back up, from the last on.
  float end = top + high;
  for (auto band = column.bands.rbegin(); band != column.bands.rend(); ++band) {
    const float room = least(*band), over = (room - band->height) / 2;
    if (band->top - over + room <= end) break;
    band->top = end - room + over;
    end = band->top - over - label_between;
  }
}

/// A band between two bars: upright edges, curved sides.
void draw_band(Ui& ui, float left, float right, float from, float to, float height, Colour colour) {
  if (ui.measuring() || height <= 0) return;
  ImDrawList& list = ui.list();
  const ImU32 ink = packed(colour);
  const ImDrawListFlags flags = list.Flags;
  list.Flags &= ~ImDrawListFlags_AntiAliasedFill;  // neighbours would show their seams
  const auto y_at = [&](float part) {
    const float smooth = part * part * (3 - 2 * part);
    return from + (to - from) * smooth;
  };
  ImVec2 above = ui.on_screen(left, from), below = ui.on_screen(left, from + height);
  for (int i = 1; i <= curve_steps; ++i) {
    const float part = static_cast<float>(i) / curve_steps;
    const float x = left + (right - left) * part, y = y_at(part);
    const ImVec2 next_above = ui.on_screen(x, y), next_below = ui.on_screen(x, y + height);
    list.AddQuadFilled(above, next_above, next_below, below, ink);
    above = next_above, below = next_below;
  }
  list.Flags = flags;
}

class FlowPicture {
 public:
  FlowPicture(const Cut& cut, float left, float top, float wide)
      : cut_(cut), ui_(cut.scene.ui), place_{left, top, wide, least_height} {
    make_columns();
    // Every band has a label of a line at least.
    std::size_t most = 1;
    for (const Column& column : columns_)
      most = std::max(most, column.bands.size());
    place_.height =
        std::max(least_height, static_cast<float>(most) * (ui_.type.caption.line + band_gap) + for_thick);
  }

  float height() const { return place_.height; }

  void show() {
    place_columns();
    draw_bands();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      for (std::size_t k = 0; k < columns_[i].bands.size(); ++k)
        show_bar(i, k);
    }
  }

 private:
  Band band_of(const Item& item, Colour colour) const {
    Band band;
    band.item = item;
    band.colour = colour;
    return band;
  }

  void make_columns() {
    const BreakdownNode& revenue = cut_.scene.dossier.revenue;
    has_sources_ = cut_.path().size() == 1 && (revenue.fact != none || !revenue.children.empty());
    if (has_sources_) flow_ = flow_of(cut_.scene.dossier.analysis, revenue, cut_.node());
    if (has_sources_) add_sources(revenue);
    Column whole;
    whole.bands.push_back(has_sources_ ? extra(flow_.whole) : band_of(cut_.path().back(), ui_.colours.ink));
    whole.bands.back().colour = ui_.colours.ink;
    columns_.push_back(std::move(whole));
    Column uses, parts;
    for (const Item& item : cut_.items()) {
      uses.bands.push_back(band_of(item, cut_.colour_of(item)));
      if (item.others) continue;
      for (const Item& inner : cut_.items_of(*item.node)) {
        Band band = band_of(inner, uses.bands.back().colour);
        band.above = uses.bands.size() - 1;
        parts.bands.push_back(std::move(band));
      }
    }
    for (const BreakdownNode& node : flow_.more_uses) {
      uses.bands.push_back(extra(node));
      uses.bands.back().beside = true;
    }
    const bool third =
        place_.width >= least_for_parts && !parts.bands.empty() && parts.bands.size() <= most_parts;
    columns_.push_back(std::move(uses));
    if (third) columns_.push_back(std::move(parts));
  }

  void add_sources(const BreakdownNode& revenue) {
    Column sources;
    const std::vector<Colour> kinds(ui_.colours.kinds.begin(), ui_.colours.kinds.end());
    if (flow_.undivided) {
      sources.bands.push_back(extra(revenue));
      sources.bands.back().colour = kinds[3];
    } else {
      std::size_t place = 3;
      for (const Item& item : cut_.items_of(revenue)) {
        const bool plain = item.node->remainder || item.others;
        sources.bands.push_back(band_of(item, plain ? kinds[7] : kinds[place++ % 7]));
      }
    }
    for (const BreakdownNode& node : flow_.more_sources)
      sources.bands.push_back(extra(node));
    for (Band& band : sources.bands)
      band.beside = true;
    columns_.push_back(std::move(sources));
  }

  /// A band that is no part of the tree which is shown.
  Band extra(const BreakdownNode& node) const {
    const Scene& scene = cut_.scene;
    Item item{.node = &node, .key = {}, .name = node_name(scene, node)};
    if (node.remainder) item.name = scene.words("breakdown.difference");
    if (node.fact == none && !node.remainder) item.name = scene.words("breakdown.sum");
    return band_of(item, ui_.colours.kinds[7]);
  }

  void place_columns() {
    const float line = ui_.type.caption.line;
    scale_ = -1;
    for (const Column& column : columns_) {
      if (column.bands.empty()) continue;
      const double fits = scale_that_fits(column, place_.height, line);
      if (scale_ < 0 || fits < scale_) scale_ = fits;
    }
    const float most_label = place_.width * (columns_.size() > 3 ? 0.26F : 0.32F);
    const float first = has_sources_ ? std::min(most_label, wanted_label(columns_.front())) + label_gap : 0;
    const float last = std::min(most_label, wanted_label(columns_.back())) + label_gap;
    const float step = columns_.size() < 2 ? 0
                                           : (place_.width - first - last - bar_width) /
                                                 static_cast<float>(columns_.size() - 1);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      Column& column = columns_[i];
      column.left = place_.x + first + step * static_cast<float>(i);
      const bool at_left = has_sources_ && i == 0;
      column.labels_right_aligned = at_left;
      column.label_left = at_left ? place_.x : column.left + bar_width + label_gap;
      const bool at_end = i + 1 == columns_.size();
      column.label_width = at_left  ? first - label_gap
                           : at_end ? last - label_gap
                                    : std::max(0.0F, step - bar_width - 2 * label_gap);
      stack(column, place_.y, place_.height, scale_);
      if (at_left || at_end || column.bands.size() > 1)
        make_room_for_labels(column, place_.y, place_.height, line);
    }
  }

  /// Name and figure on one line, or on two where the band is high enough.
  float wanted_label(const Column& column) const {
    float wide = 40;
    for (const Band& band : column.bands) {
      const Type& look = ui_.type.caption;
      const float name = ui_.width_of(band.item.name, look),
                  value = ui_.width_of(cut_.amount(*band.item.node), look);
      const bool two = static_cast<float>(amount_of(band) * scale_) >= 2 * look.line + 4;
      wide = std::max(wide, two ? std::max(name, value) : name + 8 + value);
    }
    return std::ceil(wide) + 2;
  }

  void draw_bands() {
    const std::size_t whole = has_sources_ ? 1 : 0;
    if (has_sources_) {
      float at = columns_[whole].bands[0].top;
      for (const Band& band : columns_[0].bands) {
        draw_band(ui_, columns_[0].left + bar_width, columns_[whole].left, band.top, at, band.height,
                  tinted(band));
        at += band.height;
      }
    }
    for (std::size_t i = whole + 1; i < columns_.size(); ++i) {
      std::vector<float> at;
      for (const Band& above : columns_[i - 1].bands)
        at.push_back(above.top);
      for (const Band& band : columns_[i].bands) {
        float& from = at[band.above];
        draw_band(ui_, columns_[i - 1].left + bar_width, columns_[i].left, from, band.top, band.height,
                  tinted(band));
        from += band.height;
      }
    }
  }

  Colour tinted(const Band& band) const { return faded(band.colour, band.item.sought ? 0.30F : 0.10F); }

  void show_bar(std::size_t column_index, std::size_t index) {
    const Column& column = columns_[column_index];
    const Band& band = column.bands[index];
    const bool is_whole = column_index == (has_sources_ ? 1U : 0U);
    const Rect bar{column.left, band.top, bar_width, band.height};
    const float line = ui_.type.caption.line;
    const float high = std::max(band.height, line);
    const Rect label{column.label_left, band.top + band.height / 2 - high / 2, column.label_width, high};
    const Rect hit{std::min(bar.x, label.x), label.y, bar_width + label_gap + label.width, high};
    const std::string key = numbered(numbered("band", column_index) + "-", index);
    const bool stands_alone = band.beside || is_whole;
    const std::string words = cut_.spoken(band.item);
    const NodeState spoken{.name = words};
    if (stands_alone && band.item.node->fact == none) {
      ui_.say(Role::image, key, hit, {}, ui_.type.caption, ui_.colours.ink, spoken);
      ui_.fill(bar, band.colour, 3);
      show_label(column, band, label, is_whole);
      return;
    }
    const Pressed pressed = ui_.press(key, hit, {}, {.state = spoken, .type = ui_.type.caption, .radius = 4});
    ui_.fill(bar, pressed.hovered ? faded(band.colour, 0.85F) : band.colour, 3);
    show_label(column, band, label, is_whole);
    if (!pressed.activated) return;
    if (stands_alone) {
      open_figure(cut_.scene, band.item.node->fact);
    } else if (column_index + 1 == columns_.size() && columns_.size() > (has_sources_ ? 3U : 2U)) {
      choose_part(column_index, band);
    } else {
      cut_.choose(band.item);
    }
  }

  /// A part of a use: its words, or the use that it is in where it stands for several.
  void choose_part(std::size_t column_index, const Band& band) {
    if (band.item.node->fact != none && band.item.node->children.empty()) {
      open_figure(cut_.scene, band.item.node->fact);
    } else {
      cut_.choose(columns_[column_index - 1].bands[band.above].item);
    }
  }

  void show_label(const Column& column, const Band& band, const Rect& place, bool is_whole) {
    const Type& look = is_whole ? ui_.type.caption_strong : ui_.type.caption;
    const std::string value = cut_.amount(*band.item.node);
    const float room = place.width;
    if (room < 40) return;
    const Colour ink = band.item.sought ? ui_.colours.ink : ui_.colours.third;
    if (place.height < 2 * look.line + 4) {
      const float figure = ui_.width_of(value, look) + 8;
      const std::string name = ui_.shortened(band.item.name, look, room - figure);
      const float name_width = ui_.width_of(name, look);
      const float left = column.labels_right_aligned ? place.x + room - name_width - figure : place.x;
      const float top = place.y + (place.height - look.line) / 2;
      ui_.label(left, top, name, look, ink);
      ui_.label(left + name_width + 8, top, value, look, ui_.colours.second);
      return;
    }
    // Where the band is high enough the figure stands below the name, which may take several lines.
    const auto fit = static_cast<std::size_t>(place.height / look.line) - 1;
    const std::size_t lines = std::min({fit, ui_.lines_of(band.item.name, look, room), std::size_t{3}});
    const float high = look.line * static_cast<float>(lines + 1);
    ui_.at(place.x, place.y + (place.height - high) / 2, room, [&] {
      const TextOptions options{.align = column.labels_right_aligned ? Align::right : Align::left,
                                .mirrored = false,
                                .most_lines = static_cast<std::uint32_t>(lines)};
      ui_.text("name", band.item.name, look, ink, options);
      ui_.text("value", value, look, ui_.colours.second, options);
    });
  }

  const Cut& cut_;
  Ui& ui_;
  Rect place_;
  MoneyFlow flow_;
  std::vector<Column> columns_;
  bool has_sources_ = false;
  double scale_ = 0;
};

}  // namespace

void show_flow(const Cut& cut) {
  Ui& ui = cut.scene.ui;
  FlowPicture picture(cut, ui.x, ui.y, ui.width);
  const float high = picture.height();
  if (!ui.measuring()) {
    ui.mirror.open(Role::group, "flow", {ui.x, ui.y, ui.width, high}, {}, {},
                   {.name = cut.scene.words("breakdown.flow_name")});
    picture.show();
    ui.mirror.close();
  }
  ui.space(high);
}

}  // namespace mingzhang
