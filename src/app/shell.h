// What stands around the views: the rail or the bar at the bottom, the start screen, the phone's page of
// further places, the message that something could not be opened.
#pragma once

#include "app/choices.h"
#include "app/phrases.h"
#include "app/ui.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mingzhang {

/// A document that is open, or that this device keeps from an earlier visit.
struct KnownDocument {
  std::string key, name, entity;
  std::string kind;  // "2021 年部门预算", in the language of the interface
  bool open = false;
};

/// What is being read elsewhere and takes its time.
struct ReadingProgress {
  bool active = false;
  std::uint32_t done = 0, of = 0;     // files
  std::uint32_t page = 0, pages = 0;  // of the present file, where it has pages
  std::string name;
};

/// What the visitor asked for in this frame that the app must do.
struct Wishes {
  bool sample = false;
  bool dismiss = false;
  bool uncover = false;     // the start screen, with all documents
  std::string lift;         // key of a known document to be shown
  std::string forget;       // key of one that is to be closed and no longer kept
  bool forget_all = false;  // keep nothing
  bool cancel = false;      // reading
  bool hall = false;        // the presentation
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
  /// Inside another page, which chooses the document.
  bool embedded = false;
};

constexpr float rail_width = 216, bar_height = 56;

/// First in the rail.
void show_skips(Shell& shell);
/// What is chosen in one view does not follow into another.
void go_to_view(Choices& choices, View view);

void show_rail(Shell& shell, const Rect& window);
void show_bar_below(Shell& shell, const Rect& window);
void show_start(Shell& shell);
/// What is open or kept, each with a way to show and to forget it; nothing where there is none.
void show_known_documents(Shell& shell);
void show_more(Shell& shell);
/// What went wrong, with a way to close it.
void show_message(Shell& shell, std::string_view sentence, std::string_view hint);
/// What is being read, how far it is, and a way to stop it.
void show_progress(Shell& shell, const ReadingProgress& progress);

}  // namespace mingzhang
