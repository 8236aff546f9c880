// What stands around the views: the rail or the bar at the bottom, the start screen, the phone's page of
// further places, the message that something could not be opened.
#pragma once

#include "app/choices.h"
#include "app/phrases.h"
#include "app/ui.h"

#include <string>

namespace mingzhang {

/// What the visitor asked for in this frame that the app must do.
struct Wishes {
  bool sample = false;
  bool dismiss = false;
};

struct Shell {
  Ui& ui;
  const Phrases& words;
  Choices& choices;
  const Dossier* dossier;  // nullptr before a document is opened
  Wishes& wishes;
};

constexpr float rail_width = 216, bar_height = 56;

void show_rail(Shell& shell, const Rect& window);
void show_bar_below(Shell& shell, const Rect& window);
void show_start(Shell& shell);
void show_more(Shell& shell);
/// The message's height in this column.
void show_message(Shell& shell, std::string_view sentence, std::string_view hint);

}  // namespace mingzhang
