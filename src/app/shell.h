// What stands around the views: the rail or the bar at the bottom, the start screen, the phone's page of
// further places, the message that something could not be opened.
#pragma once

#include "app/choices.h"
#include "app/phrases.h"
#include "app/ui.h"

#include <string>
#include <vector>

namespace mingzhang {

/// A document that is open, or that this device keeps from an earlier visit.
struct KnownDocument {
  std::string key, name, entity;
  std::string kind;  // "2021 年部门预算", in the language of the interface
  bool open = false;
};

/// What the visitor asked for in this frame that the app must do.
struct Wishes {
  bool sample = false;
  bool dismiss = false;
  bool uncover = false;     // the start screen, with all documents
  std::string lift;         // key of a known document to be shown
  std::string forget;       // key of one that is to be closed and no longer kept
  bool forget_all = false;  // keep nothing
};

struct Shell {
  Ui& ui;
  const Phrases& words;
  Choices& choices;
  const Dossier* dossier;  // nullptr before a document is opened
  Wishes& wishes;
  /// Open ones first, the latest before the others.
  const std::vector<KnownDocument>& known;
  std::string_view keeping;  // kept | denied | full
};

constexpr float rail_width = 216, bar_height = 56;

/// First in the rail.
void show_skips(Shell& shell);
void show_rail(Shell& shell, const Rect& window);
void show_bar_below(Shell& shell, const Rect& window);
void show_start(Shell& shell);
/// What is open or kept, each with a way to show and to forget it; nothing where there is none.
void show_known_documents(Shell& shell);
void show_more(Shell& shell);
/// The message's height in this column.
void show_message(Shell& shell, std::string_view sentence, std::string_view hint);

}  // namespace mingzhang
