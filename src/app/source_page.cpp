// Words of the document with their marks. See source_page.h.
#include "app/source_page.h"

#include <algorithm>

namespace mingzhang {
namespace {

std::size_t line_of(const SetText& set, std::uint32_t offset) {
  for (std::size_t line = 0; line < set.lines.size(); ++line) {
    for (std::uint32_t i = set.lines[line].first; i < set.lines[line].end; ++i) {
      if (offset < set.pieces[i].end) return line;
    }
  }
  return set.lines.empty() ? 0 : set.lines.size() - 1;
}

bool overlap(Span a, Span b) {
  return a.start < b.end && b.start < a.end;
}

}  // namespace

Run SourcePage::run_for(const SourcePlace& place, Span within) const {
  const Colours& c = scene_.ui.colours;
  Run run{.start = std::max(place.span.start, within.start) - within.start,
          .end = std::min(place.span.end, within.end) - within.start};
  const bool problem = place.finding != none;
  if (place.fact != none) run.ground = c.mark;
  if (problem) {
    const Sign sign = sign_of(scene_.dossier.finding(static_cast<FindingIndex>(place.finding)));
    const SignColours pair = sign_colours(c, sign);
    run.underline = Underline::solid;
    run.underline_colour = pair.ink;
    if (sign != Sign::remark) run.ground = pair.tint;
  } else if (place.fact == none) {
    run.underline = Underline::dotted;  // a figure that was not understood
    run.underline_colour = c.third;
  }
  if (overlap(place.span, scene_.choices.landed)) run.ground = c.landed;
  return run;
}

std::vector<Run> SourcePage::runs_in(Span span, std::size_t& first) const {
  const auto begin = std::upper_bound(places_.begin(), places_.end(), span.start,
                                      [](std::uint32_t at, const SourcePlace& p) { return at < p.span.end; });
  first = static_cast<std::size_t>(begin - places_.begin());
  std::vector<Run> runs;
  for (auto place = begin; place != places_.end() && place->span.start < span.end; ++place) {
    Run run = run_for(*place, span);
    const bool leads_somewhere = place->fact != none || place->finding != none;
    if (leads_somewhere) run.link = static_cast<std::int32_t>(place - places_.begin());
    runs.push_back(run);
  }
  return runs;
}

/// Words that a jump went to and that are no mark themselves.
void SourcePage::add_landing(std::vector<Run>& runs, Span span) const {
  const Span landed = scene_.choices.landed;
  if (landed.empty() || !overlap(landed, span)) return;
  const std::uint32_t from = std::max(landed.start, span.start) - span.start;
  const std::uint32_t to = std::min(landed.end, span.end) - span.start;
  std::vector<Run> out;
  std::uint32_t at = from;
  const auto plain = [&](std::uint32_t end) {
    if (end > at) out.push_back({.start = at, .end = end, .ground = scene_.ui.colours.landed});
  };
  for (const Run& run : runs) {
    if (run.start >= from && run.start < to) {
      plain(run.start);
      at = run.end;
    } else if (run.start >= to) {
      plain(to);
      at = to;
    }
    out.push_back(run);
  }
  plain(to);
  std::sort(out.begin(), out.end(), [](const Run& a, const Run& b) { return a.start < b.start; });
  runs = std::move(out);
}

void SourcePage::note_places(Span span, std::size_t first, const std::vector<Run>& runs, const Type& look,
                             float wide, float top) {
  if (scene_.ui.measuring()) return;
  const std::string_view words = scene_.dossier.document().words(span);
  const auto y_of = [&](std::uint32_t offset) {
    const SetText& set = scene_.ui.typesetter().set(words, runs, look, wide);
    return top + static_cast<float>(line_of(set, offset)) * look.line;
  };
  for (std::size_t i = first; i < places_.size() && places_[i].span.start < span.end; ++i) {
    const SourcePlace& place = places_[i];
    if (place.finding == none || place.span.start < span.start) continue;
    const Sign sign = sign_of(scene_.dossier.finding(static_cast<FindingIndex>(place.finding)));
    problems_.push_back({y_of(place.span.start - span.start), i, sign});
  }
  const Span landed = scene_.choices.landed;
  if (landed.empty() || landed_.height > 0 || !overlap(landed, span)) return;
  const std::uint32_t offset = std::max(landed.start, span.start) - span.start;
  landed_ = {scene_.ui.x, y_of(offset), wide, look.line};
}

void SourcePage::press(std::size_t index) {
  const SourcePlace& place = places_[index];
  if (place.fact != none) {
    open_figure(scene_, place.fact);
  } else if (place.finding != none) {
    go_to_finding(scene_, static_cast<FindingIndex>(place.finding));
  }
}

void SourcePage::show_words(std::string_view key, Span span, const Type& look, Colour colour,
                            const TextOptions& options) {
  Ui& ui = scene_.ui;
  std::size_t first = 0;
  std::vector<Run> runs = runs_in(span, first);
  add_landing(runs, span);
  const float top = ui.y;
  const std::string_view words = scene_.dossier.document().words(span);
  const auto name_of_place = [&](std::int32_t link) {
    const SourcePlace& place = places_[static_cast<std::size_t>(link)];
    std::string name(scene_.dossier.document().words(place.span));
    if (place.fact != none) name += " " + fact_name(scene_.dossier.fact(place.fact), scene_.words);
    if (place.finding != none) {
      name +=
          " " + std::string(sign_name(
                    scene_.words, sign_of(scene_.dossier.finding(static_cast<FindingIndex>(place.finding)))));
    }
    return name;
  };
  const std::int32_t pressed = ui.rich(key, words, runs, look, colour, options, name_of_place);
  note_places(span, first, runs, look, ui.width, top);
  if (pressed >= 0) press(static_cast<std::size_t>(pressed));
}

void SourcePage::show_block(std::size_t index) {
  Ui& ui = scene_.ui;
  const Document& document = scene_.dossier.document();
  const Block& block = document.blocks[index];
  const std::string key = numbered("block", index);
  const Type& prose = ui.type.source;
  if (block.kind == BlockKind::table) {
    ui.space(8);
    show_table(static_cast<std::size_t>(block.table));
    ui.space(20);
    return;
  }
  if (block.kind == BlockKind::title) {
    Type look = ui.type.figure;
    look.line = look.size * 1.5F;
    show_words(key, block.span, look, ui.colours.ink, {.role = Role::heading, .level = 2});
    ui.space(12);
    return;
  }
  if (block.kind == BlockKind::heading) {
    const std::uint8_t level = block.section == none
                                   ? std::uint8_t{2}
                                   : document.sections[static_cast<std::size_t>(block.section)].level;
    Type look = level <= 1 ? ui.type.source_heading : prose;
    if (level > 1) look.weight = level == 2 ? Weight::semibold : Weight::regular;
    if (index > 0) ui.space(level <= 1 ? 20.0F : 6.0F);
    show_words(
        key, block.span, look, ui.colours.ink,
        {.role = Role::heading, .level = static_cast<std::int8_t>(std::min(6, 2 + std::max(1, int{level})))});
    ui.space(level <= 1 ? 8.0F : 2.0F);
    return;
  }
  show_words(key, block.span, prose, ui.colours.ink, {});
  ui.space(8);
}

void SourcePage::show() {
  Ui& ui = scene_.ui;
  const Document& document = scene_.dossier.document();
  const bool same = layout_.width == ui.width && layout_.text_size == ui.type.source.size &&
                    layout_.pixel_ratio == ui.frame.surroundings.pixel_ratio && layout_.target == ui.target();
  if (!same) {
    layout_.forget();
    layout_.width = ui.width;
    layout_.text_size = ui.type.source.size;
    layout_.pixel_ratio = ui.frame.surroundings.pixel_ratio;
    layout_.target = ui.target();
    layout_.tables.resize(document.tables.size());
  }
  for (std::size_t i = 0; i < document.blocks.size(); ++i)
    show_block(i);
}

}  // namespace mingzhang
