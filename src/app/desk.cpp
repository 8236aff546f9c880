// See desk.h.
#include "app/desk.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

constexpr std::size_t key_digits = 16;

}  // namespace

OpenDocument::OpenDocument(Analysis read, const Knowledge& knowledge)
    : key(read.sha256.substr(0, key_digits)), dossier(std::move(read), knowledge) {}

std::string Desk::put(std::unique_ptr<OpenDocument> document) {
  std::string made_room;
  close(document->key);
  if (documents_.size() >= most_documents) {
    made_room = documents_.front()->key;
    close(made_room);
  }
  document->serial = ++serial_;
  documents_.push_back(std::move(document));
  top_ = documents_.back().get();
  return made_room;
}

OpenDocument* Desk::find(std::string_view key) {
  for (const std::unique_ptr<OpenDocument>& each : documents_) {
    if (each->key == key) return each.get();
  }
  return nullptr;
}

void Desk::lift(OpenDocument* document) {
  top_ = document;
  const auto at = std::find_if(documents_.begin(), documents_.end(),
                               [&](const auto& each) { return each.get() == document; });
  if (at != documents_.end()) std::rotate(at, at + 1, documents_.end());
}

void Desk::close(std::string_view key) {
  const auto at =
      std::find_if(documents_.begin(), documents_.end(), [&](const auto& each) { return each->key == key; });
  if (at == documents_.end()) return;
  if (at->get() == top_) top_ = nullptr;
  documents_.erase(at);
}

}  // namespace mingzhang
