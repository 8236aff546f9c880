// A ZIP archive of a few small files, stored as they are. For this room only. Tested in
// tests/unit/report/stored_zip_test.cpp, which reads it back with the reader of src/document.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace mingzhang {

/// `files`: names (UTF-8, '/' between folders) with their content; together below 4 GB. The same files give
/// the same bytes: every file has the date 1980-01-01.
std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace mingzhang
