// A plain main for fuzz targets: runs the files given, and the files of the folders given, through the
// target. In every build, so that targets cannot rot and any input that a fuzzer has kept can be run again
// under a debugger.
#include "fuzz.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace fs = std::filesystem;

int main(int count, char** values) {
  std::vector<fs::path> files;
  for (int i = 1; i < count; ++i) {
    if (values[i][0] == '-') continue;  // an option of libFuzzer's
    if (!fs::is_directory(values[i])) {
      files.emplace_back(values[i]);
      continue;
    }
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(values[i])) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& path : files) {
    std::ifstream file(path, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  std::printf("%zu inputs\n", files.size());
  return files.empty() ? 1 : 0;
}
