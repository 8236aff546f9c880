// The start screen: one sentence of what this is, a place to drop a file, a sample, and the promise that
// nothing leaves this device.
#include "app/shell.h"
#include "app/widgets.h"

#include <algorithm>

namespace mingzhang {
namespace {

void show_drop_area(Shell& shell) {
  Ui& ui = shell.ui;
  const Colours& c = ui.colours;
  const float padding = ui.narrow ? 28 : 44;
  const float button_high = std::max(48.0F, ui.target());
  const std::string_view open = shell.words("action.open");
  const bool coarse = ui.frame.surroundings.coarse_pointer;
  const auto content = [&] {
    ui.space(padding);
    if (!coarse) {
      ui.text("drop", shell.words("start.drop"), ui.type.formula, c.ink,
              {.align = Align::centre, .ground = c.card});
      ui.space(16);
    }
    const float wide = std::min(ui.width - 32, button_width(ui, open, ButtonLook::filled) + 48);
    if (button_at(ui, "open-file", {ui.x + (ui.width - wide) / 2, ui.y, wide, button_high}, open,
                  ButtonLook::filled, {.identifier = "open-file"})) {
      ask_for_files();
    }
    ui.space(button_high + 14);
    ui.inside(16, 16, [&] {
      ui.text("paste", shell.words(coarse ? "start.formats" : "start.paste"), ui.type.caption, c.second,
              {.align = Align::centre, .ground = c.card});
    });
    ui.space(padding);
  };
  const float top = ui.y, high = ui.height_of(content);
  ui.fill({ui.x, top, ui.width, high}, c.card, 16);
  ui.dashed_box({ui.x, top, ui.width, high}, c.third, 16, 1.5F);
  content();
}

void show_sample(Shell& shell) {
  Ui& ui = shell.ui;
  const std::string_view question = shell.words("start.no_file"), words = shell.words("start.sample");
  const Type& look = ui.type.body;
  const float high = ui.target();
  const float first = ui.width_of(question, look), second = ui.width_of(words, look);
  const bool one_line = first + 8 + second <= ui.width;
  float left = ui.x + (one_line ? (ui.width - first - 8 - second) / 2 : (ui.width - first) / 2);
  ui.label(left, ui.y + (high - look.line) / 2, question, look, ui.colours.second);
  ui.say(Role::paragraph, "no-file", {left, ui.y + (high - look.line) / 2, first, look.line}, question, look,
         ui.colours.second);
  if (one_line) {
    left += first + 8;
  } else {
    ui.space(high - 8);
    left = ui.x + (ui.width - second) / 2;
  }
  if (button_at(ui, "sample", {left, ui.y, second, high}, words, ButtonLook::plain,
                {.identifier = "try-sample"})) {
    shell.wishes.sample = true;
  }
  ui.space(high);
}

/// The five signs and what they mean: the page's language in one glance.
void show_signs(Shell& shell) {
  Ui& ui = shell.ui;
  static constexpr Sign signs[] = {Sign::contradiction, Sign::to_explain, Sign::remark, Sign::holds,
                                   Sign::unknown};
  static constexpr std::string_view keys[] = {"verdict.contradictions", "verdict.to_explain",
                                              "verdict.remarks", "verdict.holding", "verdict.not_checkable"};
  ui.text("signs-head", shell.words("start.signs"), ui.type.caption, ui.colours.third,
          {.align = Align::centre});
  ui.space(14);
  const std::size_t columns = ui.width >= 620 ? 5 : 1;
  ui.group(Role::list, "signs", {}, [&] {
    ui.grid(5, columns, columns == 1 ? 10 : 12, [&](std::size_t i) {
      ui.group(Role::list_item, keys[i], {}, [&] {
        const std::string_view name = shell.words(keys[i]);
        const std::string_view meaning = shell.words(std::string(keys[i]) + "_meaning");
        if (columns == 1) {
          sign_box(ui, ui.x, ui.y, sign_box_size, signs[i], {});
          ui.inside(sign_box_size + 12, 0, [&] {
            ui.text("name", name, ui.type.caption_strong, ui.colours.ink);
            ui.text("meaning", meaning, ui.type.caption, ui.colours.second);
          });
          return;
        }
        sign_box(ui, ui.x + (ui.width - sign_box_size) / 2, ui.y, sign_box_size, signs[i], {});
        ui.space(sign_box_size + 8);
        ui.text("name", name, ui.type.caption_strong, ui.colours.ink, {.align = Align::centre});
        ui.text("meaning", meaning, ui.type.caption, ui.colours.second, {.align = Align::centre});
      });
    });
  });
}

void show_settings(Shell& shell) {
  Ui& ui = shell.ui;
  Choices& choices = shell.choices;
  const bool zh = choices.language == Language::zh;
  const std::string_view other = zh ? "English" : "中文";
  const float wide = ui.width_of(other, ui.type.body), high = ui.target();
  if (button_at(ui, zh ? "en" : "zh", {ui.x + ui.width - wide, ui.y, wide, high}, other, ButtonLook::plain)) {
    choices.language = zh ? Language::en : Language::zh;
  }
  const std::string_view help = shell.words("view.help_short");
  const float help_wide = ui.width_of(help, ui.type.body);
  if (button_at(ui, "help", {ui.x + ui.width - wide - 24 - help_wide, ui.y, help_wide, high}, help,
                ButtonLook::plain, {.identifier = "help"})) {
    go_to_view(shell.choices, View::help);
  }
  Type look = ui.type.figure;
  const float top = ui.y + (high - look.line) / 2;
  const float brand = ui.label(ui.x, top, "明账", look, ui.colours.ink);
  ui.say(Role::paragraph, "brand", {ui.x, top, brand, look.line}, "明账", look, ui.colours.ink);
  ui.label(ui.x + brand + 10, top + 7, "Mingzhang", ui.type.caption, ui.colours.third);
  ui.space(high);
}

}  // namespace

void show_start(Shell& shell) {
  Ui& ui = shell.ui;
  if (shell.embedded) {
    ui.space(32);
    ui.text("waiting", shell.words("start.waiting"), ui.type.body, ui.colours.second,
            {.align = Align::centre});
    return;
  }
  ui.space(ui.narrow ? 12 : 20);
  show_settings(shell);
  const float wide = std::min(ui.width, 720.0F);
  const float left = (ui.width - wide) / 2;
  const auto content = [&] {
    ui.inside(left, left, [&] {
      ui.text("title", shell.words("start.title"), ui.type.title, ui.colours.ink,
              {.role = Role::heading, .level = 1, .align = ui.narrow ? Align::left : Align::centre});
      ui.space(10);
      ui.text("lead", shell.words("start.lead"), ui.type.body, ui.colours.second,
              {.align = ui.narrow ? Align::left : Align::centre});
      ui.space(ui.narrow ? 20 : 28);
      show_drop_area(shell);
      ui.space(12);
      show_sample(shell);
      show_known_documents(shell);
      ui.space(4);
      ui.text("privacy", shell.words("start.privacy"), ui.type.caption, ui.colours.third,
              {.align = Align::centre});
      ui.space(ui.narrow ? 32 : 48);
      show_signs(shell);
    });
  };
  const float spare = ui.region_rect().height - ui.y - ui.height_of(content) - 40;
  ui.space(std::max(ui.narrow ? 20.0F : 32.0F, spare * 0.42F));
  content();
}

}  // namespace mingzhang
