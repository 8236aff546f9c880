// The page of keys and of what this program is.
#pragma once

#include "app/phrases.h"
#include "app/ui.h"
#include "views/analysis.h"

namespace mingzhang {

struct HelpWish {
  bool toggle_keys = false;  // keys without Ctrl on or off
  bool licences = false;     // the licences in full
};
HelpWish show_help(Ui& ui, const Phrases& words, const Knowledge& knowledge, bool single_keys);

}  // namespace mingzhang
