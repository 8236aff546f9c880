#include "support.h"

#include "text/quantity.h"

#include <vector>

namespace mingzhang::test {
namespace {

std::string quantity_shown(const Quantity& quantity) {
  std::string shown;
  if (quantity.coarse) shown += "~";
  if (quantity.comparator != Comparator::equal) shown += sign_of(quantity.comparator);
  shown += quantity.value.to_string();
  shown += name_of(quantity.unit);
  return shown;
}

std::string kind_shown(const Mention& mention) {
  switch (mention.kind) {
    case MentionKind::quantity:
      return quantity_shown(mention.quantity);
    case MentionKind::year:
      return "year " + std::to_string(mention.year);
    case MentionKind::date:
      return "date " + std::to_string(mention.year) + "-" + std::to_string(mention.month) + "-" +
             std::to_string(mention.day);
    case MentionKind::document_number:
      return "document";
    case MentionKind::telephone:
      return "telephone";
    case MentionKind::ordinal:
      return "ordinal";
  }
  return "?";
}

}  // namespace

std::string mentions_of(std::string_view text) {
  std::vector<Mention> mentions;
  scan_mentions(text, 0, mentions);
  std::string shown;
  for (const Mention& mention : mentions) {
    shown += "[" + kind_shown(mention) + ": " + std::string(mention.quantity.span.of(text)) + "]";
  }
  return shown;
}

std::string quantities_of(std::string_view text) {
  std::vector<Mention> mentions;
  scan_mentions(text, 0, mentions);
  std::string shown;
  for (const Mention& mention : mentions) {
    if (mention.kind != MentionKind::quantity) continue;
    if (!shown.empty()) shown += ", ";
    shown += quantity_shown(mention.quantity);
  }
  return shown;
}

}  // namespace mingzhang::test
