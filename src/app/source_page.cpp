// Words of the document with their marks. See source_page.h.
#include "app/source_page.h"

#include "text/sorting.h"

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

/// Places of `all` that overlap the span; all are in order and none overlaps another.
template <class Place, class SpanOf>
std::pair<std::size_t, std::size_t> places_in(const std::vector<Place>& all, Span span, SpanOf span_of) {
  const auto begin =
      std::upper_bound(all.begin(), all.end(), span.start,
                       [&](std::uint32_t at, const Place& place) { return at < span_of(place).end; });
  auto end = begin;
  while (end != all.end() && span_of(*end).start < span.end)
    ++end;
  return {static_cast<std::size_t>(begin - all.begin()), static_cast<std::size_t>(end - all.begin())};
}

/// Changes the look of [from, to), whatever runs are there; bytes of the runs' text.
template <class Change>
void overlay(std::vector<Run>& runs, std::uint32_t from, std::uint32_t to, Change change) {
  std::vector<Run> out;
  std::uint32_t at = from;
  const auto plain = [&](std::uint32_t end) {
    if (end <= at) return;
    Run gap{.start = at, .end = end};
    change(gap);
    out.push_back(gap);
  };
  for (const Run& run : runs) {
    if (run.end <= from || run.start >= to) {
      if (run.start >= to) plain(to), at = std::max(at, to);
      out.push_back(run);
      continue;
    }
    plain(run.start);
    Run before = run, inside = run, after = run;
    before.end = std::min(run.end, std::max(run.start, from));
    inside.start = before.end;
    inside.end = after.start = std::min(run.end, to);
    change(inside);
    for (const Run& piece : {before, inside, after}) {
      if (piece.start < piece.end) out.push_back(piece);
    }
    at = std::max(at, run.end);
  }
  plain(to);
  sort_stably(out, [](const Run& a, const Run& b) { return a.start < b.start; });
  runs = std::move(out);
}

Colour ground_of(const Colours& colours, const Fact& fact) {
  switch (fact.measure) {
    case Measure::change:
    case Measure::rate:
    case Measure::share:
    case Measure::completion:
      return colours.mark_change;
    case Measure::target:
    case Measure::threshold:
      return colours.mark_target;
    case Measure::quantity:
      return colours.mark_count;
    case Measure::amount:
      break;
  }
  return kind_of(fact.unit) == UnitKind::money || fact.unit == Unit::none ? colours.mark : colours.mark_count;
}

}  // namespace

std::vector<TermPlace> term_places(const Document& document, const Phrases& words) {
  std::vector<TermPlace> places;
  const std::vector<GlossaryTerm>& terms = words.glossary();
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::paragraph) continue;
    const std::string_view text = document.words(block.span);
    for (std::uint32_t term = 0; term < terms.size(); ++term) {
      for (const std::string& word : terms[term].words) {
        const std::size_t at = text.find(word);
        if (at == std::string_view::npos) continue;
        const auto start = block.span.start + static_cast<std::uint32_t>(at);
        places.push_back({{start, start + static_cast<std::uint32_t>(word.size())}, term});
        break;
      }
    }
  }
  sort_stably(places, [](const TermPlace& a, const TermPlace& b) {
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
  });
  // Once a section, and never one over another.
  std::vector<TermPlace> kept;
  std::vector<std::int32_t> last_section(terms.size(), none - 1);
  std::size_t block = 0;
  for (const TermPlace& place : places) {
    while (document.blocks[block].span.end <= place.span.start)
      ++block;
    const std::int32_t section = document.blocks[block].section;
    if (last_section[place.term] == section) continue;
    if (!kept.empty() && place.span.start < kept.back().span.end) continue;
    last_section[place.term] = section;
    kept.push_back(place);
  }
  return kept;
}

// Marks
// -------------------------------------------------------------------------------------------------------------

Run SourcePage::run_for(const SourcePlace& place, Span within) const {
  const Colours& c = scene_.ui.colours;
  Run run{.start = std::max(place.span.start, within.start) - within.start,
          .end = std::min(place.span.end, within.end) - within.start};
  if (place.fact != none) run.ground = ground_of(c, scene_.dossier.fact(place.fact));
  if (place.finding != none) {
    const Sign sign = sign_of(scene_.dossier.finding(static_cast<FindingIndex>(place.finding)));
    const SignColours pair = sign_colours(c, sign);
    run.underline = Underline::solid;
    run.underline_colour = pair.ink;
    if (sign != Sign::remark) run.ground = pair.tint;
  } else if (place.fact == none) {
    run.underline = Underline::dotted;  // a figure that was not understood
    run.underline_colour = c.third;
  }
  if (scene_.dossier.printed(place.fact) != nullptr) {  // the reader changed it; the words stay as they are
    run.ground = c.tint;
    run.underline = Underline::solid;
    run.underline_colour = c.accent;
  }
  return run;
}

/// Terms in words that are no mark.
void SourcePage::mark_terms(std::vector<Run>& runs, Span span) const {
  const auto [first, end] = places_in(layout_.terms, span, [](const TermPlace& place) { return place.span; });
  for (std::size_t i = first; i < end; ++i) {
    const Span term = layout_.terms[i].span;
    if (term.start < span.start || term.end > span.end) continue;
    const std::uint32_t from = term.start - span.start, to = term.end - span.start;
    const bool marked = std::any_of(runs.begin(), runs.end(),
                                    [&](const Run& run) { return run.start < to && from < run.end; });
    if (marked) continue;
    const auto link = static_cast<std::int32_t>(places().size() + i);
    overlay(runs, from, to, [&](Run& run) {
      run.underline = Underline::dotted;
      run.underline_colour = scene_.ui.colours.accent;
      run.link = link;
    });
  }
}

/// What is looked for, and where a jump went.
void SourcePage::mark_found(std::vector<Run>& runs, Span span) const {
  const Colours& c = scene_.ui.colours;
  const auto mark = [&](Span place, Colour ground) {
    overlay(runs, std::max(place.start, span.start) - span.start, std::min(place.end, span.end) - span.start,
            [&](Run& run) {
              run.flat = run.flat || run.ground == 0;
              run.ground = ground;
            });
  };
  const auto [first, end] = places_in(layout_.found, span, [](Span place) { return place; });
  for (std::size_t i = first; i < end; ++i)
    mark(layout_.found[i], i == scene_.choices.found ? c.landed : c.found);
  const Span landed = scene_.choices.landed;
  if (!landed.empty() && overlap(landed, span)) mark(landed, c.landed);
}

std::vector<Run> SourcePage::runs_in(Span span) const {
  const auto [first, end] = places_in(places(), span, [](const SourcePlace& place) { return place.span; });
  std::vector<Run> runs;
  for (std::size_t i = first; i < end; ++i) {
    const SourcePlace& place = places()[i];
    Run run = run_for(place, span);
    if (place.fact != none || place.finding != none) run.link = static_cast<std::int32_t>(i);
    runs.push_back(run);
  }
  mark_terms(runs, span);
  mark_found(runs, span);
  return runs;
}

std::string SourcePage::link_name(std::int32_t link) const {
  const Document& document = scene_.dossier.document();
  const auto index = static_cast<std::size_t>(link);
  if (index >= places().size()) {
    const TermPlace& place = layout_.terms[index - places().size()];
    return scene_.words("evidence.meaning", {{"term", document.words(place.span)}});
  }
  const SourcePlace& place = places()[index];
  std::string name(document.words(place.span));
  if (place.fact != none) name += " " + fact_name(scene_.dossier.fact(place.fact), scene_.words);
  if (place.finding != none) {
    const Finding& finding = scene_.dossier.finding(static_cast<FindingIndex>(place.finding));
    name += " " + std::string(sign_name(scene_.words, sign_of(finding)));
  }
  return name;
}

void SourcePage::press(std::int32_t link) {
  const auto index = static_cast<std::size_t>(link);
  if (index >= places().size()) {
    open_term(scene_, static_cast<std::int32_t>(layout_.terms[index - places().size()].term));
    return;
  }
  const SourcePlace& place = places()[index];
  if (place.fact != none) {
    open_figure(scene_, place.fact);
  } else if (place.finding != none) {
    go_to_finding(scene_, static_cast<FindingIndex>(place.finding));
  }
}

// Setting
// -------------------------------------------------------------------------------------------------------------

void SourcePage::note_landing(Span span, const std::vector<Run>& runs, const Type& look, float wide,
                              float top) {
  const Span landed = scene_.choices.landed;
  if (landed.empty() || landed_.height > 0 || !overlap(landed, span)) return;
  const std::uint32_t offset = std::max(landed.start, span.start) - span.start;
  const SetText& set = scene_.ui.typesetter().set(scene_.dossier.document().words(span), runs, look, wide);
  landed_ = {scene_.ui.x, top + static_cast<float>(line_of(set, offset)) * look.line, wide, look.line};
}

void SourcePage::show_words(std::string_view key, Span span, const Type& look, Colour colour,
                            const TextOptions& options) {
  Ui& ui = scene_.ui;
  const std::vector<Run> runs = runs_in(span);
  const float top = ui.y;
  TextOptions set = options;
  set.lines_from = static_cast<std::int64_t>(span.start);
  const std::int32_t pressed = ui.rich(key, scene_.dossier.document().words(span), runs, look, colour, set,
                                       [&](std::int32_t link) { return link_name(link); });
  note_landing(span, runs, look, ui.width, top);
  if (pressed >= 0) press(pressed);
}

/// Of what is chosen; all else is in the version of the page.
std::uint64_t SourcePage::version_of(Span span) const {
  std::uint64_t version = 1;
  const auto mix = [&](std::uint64_t value) { version = (version ^ value) * 0x9E3779B97F4A7C15ULL; };
  const Span landed = scene_.choices.landed;
  if (!landed.empty() && overlap(landed, span))
    mix(static_cast<std::uint64_t>(landed.start) << 32 | landed.end);
  const auto [first, end] = places_in(layout_.found, span, [](Span place) { return place; });
  for (std::size_t i = first; i < end; ++i) {
    const std::uint64_t here = i == scene_.choices.found ? 1 : 0;
    mix((static_cast<std::uint64_t>(layout_.found[i].start) << 32 | layout_.found[i].end) * 2 + here);
  }
  return version;
}

void SourcePage::part(std::string_view key, Span span, FunctionRef<void()> body, Role role) {
  Ui& ui = scene_.ui;
  const float top = ui.y;
  ui.part(key, version_of(span), body, role);
  if (ui.measuring()) return;
  const auto y_of = [&](std::uint32_t offset) {
    const auto size = static_cast<float>(std::max<std::uint32_t>(1, span.size()));
    return top + (ui.y - top) * static_cast<float>(std::max(offset, span.start) - span.start) / size;
  };
  const auto [first, end] = places_in(places(), span, [](const SourcePlace& place) { return place.span; });
  for (std::size_t i = first; i < end; ++i) {
    if (places()[i].finding != none) problems_.push_back({y_of(places()[i].span.start), i});
  }
  const auto [first_found, end_found] = places_in(layout_.found, span, [](Span place) { return place; });
  for (std::size_t i = first_found; i < end_found; ++i)
    found_.push_back(y_of(layout_.found[i].start));
}

void SourcePage::show_block(std::size_t index) {
  Ui& ui = scene_.ui;
  const Document& document = scene_.dossier.document();
  const Block& block = document.blocks[index];
  constexpr std::string_view key = "words";
  const Type& prose = ui.type.source;
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
    layout_.width = ui.width;
    layout_.text_size = ui.type.source.size;
    layout_.pixel_ratio = ui.frame.surroundings.pixel_ratio;
    layout_.target = ui.target();
    layout_.tables.assign(document.tables.size(), {});
  }
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::table) {
      ui.space(8);
      show_table(static_cast<std::size_t>(block.table));
      ui.space(20);
    } else {
      part(numbered("block", i), block.span, [&] { show_block(i); });
    }
  }
}

}  // namespace mingzhang
