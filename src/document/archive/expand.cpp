// See expand.h.
#include "document/archive/expand.h"

#include "document/archive/zip.h"
#include "document/format.h"
#include "text/sorting.h"

#include <string_view>
#include <vector>

namespace mingzhang {
namespace {

using Bytes = std::span<const std::uint8_t>;
using Each = std::function<void(const InnerFile&)>;

constexpr int archives_within = 2;  // an archive, and one within it

bool is_left_behind(std::string_view name) {
  const std::string_view last = name.substr(name.rfind('/') + 1);
  return name.starts_with("__MACOSX/") || last.starts_with("._") || last.starts_with("~$") ||
         last == ".DS_Store" || last == "Thumbs.db" || last == "desktop.ini";
}

void expand_archive(Bytes bytes, const std::string& name, int depth, const Each& each) {
  const auto fail = [&](const std::string& file, Bytes content, Error error) {
    error.file = file;
    each({file, content, std::move(error)});
  };
  const auto error_of = [](std::string code) { return Error{std::move(code), {}, Error::no_place, {}}; };
  auto archive = ZipArchive::open(bytes);
  if (!archive) return fail(name, bytes, std::move(archive.error()));
  std::vector<const ZipEntry*> entries;
  for (const ZipEntry& entry : archive.value().entries()) {
    if (!entry.is_folder() && !is_left_behind(entry.name)) entries.push_back(&entry);
  }
  if (entries.empty()) return fail(name, bytes, error_of("zip.empty"));
  sort_stably(entries, [](const ZipEntry* a, const ZipEntry* b) { return a->name < b->name; });
  for (const ZipEntry* entry : entries) {
    const std::string file = name + "/" + entry->name;
    auto content = archive.value().unpack(*entry);
    if (!content) {
      fail(file, {}, std::move(content.error()));
      continue;
    }
    const std::string& text = content.value();
    const Bytes inner(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    if (!is_archive(inner)) {
      each({file, inner, std::nullopt});
    } else if (depth < archives_within) {
      expand_archive(inner, file, depth + 1, each);
    } else {
      fail(file, inner, error_of("zip.archive"));
    }
  }
}

}  // namespace

bool is_archive(Bytes bytes) {
  return known_format(bytes) == "ZIP";
}

void expand(Bytes bytes, const std::string& name, const Each& each) {
  if (!is_archive(bytes)) return each({name, bytes, std::nullopt});
  expand_archive(bytes, name, 1, each);
}

}  // namespace mingzhang
