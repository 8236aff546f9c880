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

/// Collects the files below one folder.
class Walk {
 public:
  void enter(const std::string& folder) {
    std::error_code failed;
    const fs::path real = fs::canonical(folder, failed);
    if (!failed && std::find(entered_.begin(), entered_.end(), real) != entered_.end()) return;
    fs::directory_iterator entry(folder, failed);
    if (failed) {
      found_.push_back({folder, error_of(failed)});
      return;
    }
    entered_.push_back(real);
    for (; entry != fs::directory_iterator(); entry.increment(failed)) {
      add(joined(folder, entry->path().filename().string()));
      if (failed) break;
    }
    if (failed) found_.push_back({folder, error_of(failed)});
    entered_.pop_back();
  }

  std::vector<Input> sorted() {
    std::sort(found_.begin(), found_.end(), [](const Input& a, const Input& b) { return a.path < b.path; });
    return std::move(found_);
  }

 private:
  void add(std::string path) {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (fs::is_directory(status)) {
      enter(path);
    } else if (fs::is_regular_file(status)) {
      found_.push_back({std::move(path), std::nullopt});
    } else {
      const Error error = fs::exists(status) ? error_of("file.special") : error_of(failed);
      found_.push_back({std::move(path), error});
    }
  }

  std::vector<Input> found_;
  /// Folders that the current one stands in.
  std::vector<fs::path> entered_;
};

struct Closer {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

}  // namespace

std::vector<Input> expanded(const std::vector<std::string>& names) {
  std::vector<Input> inputs;
  for (const std::string& name : names) {
    std::error_code failed;
    if (name == "-" || !fs::is_directory(name, failed)) {
      inputs.push_back({name, std::nullopt});
      continue;
    }
    Walk walk;
    walk.enter(name);
    std::vector<Input> files = walk.sorted();
    if (files.empty()) files.push_back({name, error_of("folder.empty")});
    std::move(files.begin(), files.end(), std::back_inserter(inputs));
  }
  return inputs;
}

Result<Bytes> read_input(const std::string& path) {
  errno = 0;
  const std::unique_ptr<std::FILE, Closer> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file) return error_of(std::error_code(errno, std::generic_category()));
  constexpr std::size_t most = limits::input_bytes + 1;
  constexpr std::size_t piece = std::size_t{1} << 18;
  Bytes bytes;
  while (bytes.size < most) {
    bytes.data.resize(std::min(most, static_cast<std::size_t>(bytes.size) + piece));
    const std::size_t wanted = bytes.data.size() - bytes.size;
    const std::size_t got = std::fread(bytes.data.data() + bytes.size, 1, wanted, file.get());
    bytes.size += got;
    if (got < wanted) break;
  }
  if (std::ferror(file.get()) != 0) return error_of(std::error_code(errno, std::generic_category()));
  bytes.data.resize(bytes.size);
  if (bytes.size == most) {
    std::error_code failed;
    const std::uintmax_t whole = fs::file_size(path, failed);
    if (!failed) bytes.size = whole;
  }
  return bytes;
}

}  // namespace mingzhang::cli
