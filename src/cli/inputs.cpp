#include "cli/inputs.h"

#include "document/limits.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace mingzhang::cli {
namespace {

namespace fs = std::filesystem;

Error error_of(std::string code) {
  Error error;
  error.code = std::move(code);
  return error;
}

Error error_of(const std::error_code& reason) {
  if (reason == std::errc::no_such_file_or_directory) return error_of("file.not_found");
  if (reason == std::errc::not_a_directory) return error_of("file.not_found");
  if (reason == std::errc::permission_denied) return error_of("file.permission");
  return error_of("file.unreadable");
}

std::string joined(const std::string& folder, const std::string& name) {
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

Input file_at(std::string path) {
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (fs::is_regular_file(status)) return {std::move(path), std::nullopt};
  return {std::move(path), fs::exists(status) ? error_of("file.special") : error_of(failed)};
}

struct Closer {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

}  // namespace

void Inputs::enter(const std::string& path) {
  std::error_code failed;
  Folder folder{path, fs::canonical(path, failed), {}, 0};
  const bool leads_back =
      std::any_of(open_.begin(), open_.end(), [&](const Folder& outer) { return outer.real == folder.real; });
  if (!failed && leads_back) return;
  fs::directory_iterator entry(path, failed);
  if (failed) {
    unreadable_ = {path, error_of(failed)};
    return;
  }
  for (; entry != fs::directory_iterator(); entry.increment(failed)) {
    std::string& name = folder.entries.emplace_back(entry->path().filename().string());
    std::error_code ignored;
    if (entry->is_directory(ignored)) name += '/';
  }
  if (failed) unreadable_ = {path, error_of(failed)};
  std::sort(folder.entries.begin(), folder.entries.end());
  open_.push_back(std::move(folder));
}

std::optional<Input> Inputs::next_file() {
  while (!open_.empty()) {
    if (unreadable_) return std::exchange(unreadable_, std::nullopt);
    Folder& folder = open_.back();
    if (folder.next == folder.entries.size()) {
      open_.pop_back();
      continue;
    }
    std::string path = joined(folder.path, folder.entries[folder.next++]);
    if (!path.ends_with('/')) return file_at(std::move(path));
    path.pop_back();
    enter(path);
  }
  return std::exchange(unreadable_, std::nullopt);
}

std::optional<Input> Inputs::next() {
  while (true) {
    if (std::optional<Input> file = next_file()) {
      found_any_ = true;
      return file;
    }
    if (!std::exchange(found_any_, true)) return Input{names_[next_name_ - 1], error_of("folder.empty")};
    if (next_name_ == names_.size()) return std::nullopt;
    const std::string& name = names_[next_name_++];
    std::error_code failed;
    if (name == "-" || !fs::is_directory(name, failed)) return Input{name, std::nullopt};
    found_any_ = false;
    enter(name);
  }
}

Result<Bytes> read_input(const std::string& path) {
  errno = 0;
  const std::unique_ptr<std::FILE, Closer> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file) return error_of(std::error_code(errno, std::generic_category()));
  constexpr std::size_t most = limits::input_bytes + 1;
  // One byte more than the file has shows its end without another look; what has no size comes in pieces.
  std::error_code unknown;
  const std::uintmax_t expected = path == "-" ? 0 : fs::file_size(path, unknown);
  std::size_t piece = unknown || expected == 0 || expected >= most ? std::size_t{1} << 18
                                                                   : static_cast<std::size_t>(expected) + 1;
  Bytes bytes;
  std::size_t held = 0;
  while (held < most) {
    bytes.data.resize(std::min(most, held + piece));
    piece = std::max(piece, std::size_t{1} << 18);
    const std::size_t wanted = bytes.data.size() - held;
    const std::size_t got = std::fread(bytes.data.data() + held, 1, wanted, file.get());
    held += got;
    if (got < wanted) break;
  }
  if (std::ferror(file.get()) != 0) return error_of(std::error_code(errno, std::generic_category()));
  bytes.data.resize(held);
  bytes.size = held;
  if (held == most) {
    std::error_code failed;
    const std::uintmax_t whole = fs::file_size(path, failed);
    if (!failed) bytes.size = whole;
  }
  return bytes;
}

}  // namespace mingzhang::cli
