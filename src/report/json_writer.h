// Writes JSON straight into a string: keys in the order in which they are written, strings escaped and always
// valid UTF-8, no number but whole ones (figures of the report are strings). Tested in
// tests/unit/report/json_writer_test.cpp.
//
// It does not check that keys and values alternate; the report's tests parse what comes out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mingzhang {

class JsonWriter {
 public:
  /// Members of the outermost `broken_levels` levels stand on lines of their own; 0 keeps everything on one
  /// line.
  explicit JsonWriter(int broken_levels) : broken_levels_(broken_levels) {}

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }

  /// A name of the program's own: letters, digits and signs that need no escape.
  void key(std::string_view name);
  void text(std::string_view value);
  void number(std::int64_t value);
  void boolean(bool value);
  void null();

  /// A key and its value.
  void open_object(std::string_view name) { key(name), open_object(); }
  void open_array(std::string_view name) { key(name), open_array(); }
  void member(std::string_view name, std::string_view value) { key(name), text(value); }
  void member(std::string_view name, std::int64_t value) { key(name), number(value); }
  /// Empty stands for null.
  void member_or_null(std::string_view name, std::string_view value) {
    key(name), value.empty() ? null() : text(value);
  }
  /// A negative one (`none`) stands for null.
  void index_or_null(std::string_view name, std::int64_t value) {
    key(name), value < 0 ? null() : number(value);
  }

  /// What was written; the writer is empty after it.
  std::string take();

 private:
  void open(char bracket);
  void close(char bracket);
  /// The comma and line break that a member needs before it.
  void begin_member();
  void break_line();
  void append_quoted(std::string_view value);
  void append(std::string_view words);
  void append(char character);
  /// At least so many bytes behind what was written.
  char* room(std::size_t bytes) {
    if (out_.size() - size_ < bytes) grow(bytes);
    return out_.data() + size_;
  }
  void grow(std::size_t bytes);

  std::string out_;  // longer than what was written, so that it seldom has to grow
  std::size_t size_ = 0;
  int broken_levels_ = 0;
  int depth_ = 0;
  bool first_ = true;  // nothing stands in the innermost container yet
  bool after_key_ = false;
};

}  // namespace mingzhang
