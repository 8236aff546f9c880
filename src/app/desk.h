// The documents that are open, and which of them lies on top. Each keeps what the visitor chose in it.
#pragma once

#include "app/choices.h"
#include "app/source_layout.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

struct OpenDocument {
  /// The first 16 digits of the input's SHA-256: the same input is the same document, whatever its name.
  std::string key;
  /// Counts all that were ever open, so that regions of different documents scroll apart.
  std::size_t serial = 0;
  Dossier dossier;
  Reading reading;
  SourceLayout source_layout;
  /// As they were when another document was laid on top.
  Choices choices;

  OpenDocument(Analysis read, const Knowledge& knowledge);
};

class Desk {
 public:
  /// More would only fill the memory: the one that was longest not on top makes room.
  static constexpr std::size_t most_documents = 60;

  /// nullptr: none is on top; the start screen shows.
  OpenDocument* top() { return top_; }
  const OpenDocument* top() const { return top_; }
  const std::vector<std::unique_ptr<OpenDocument>>& documents() const { return documents_; }

  /// Lays a document on top; one of the same key is replaced. Returns the key of the one that made room.
  std::string put(std::unique_ptr<OpenDocument> document);
  /// nullptr where no such document is open.
  OpenDocument* find(std::string_view key);
  /// nullptr uncovers the desk.
  void lift(OpenDocument* document);
  void close(std::string_view key);

 private:
  std::vector<std::unique_ptr<OpenDocument>> documents_;  // the one that was on top last comes last
  OpenDocument* top_ = nullptr;
  std::size_t serial_ = 0;
};

}  // namespace mingzhang
