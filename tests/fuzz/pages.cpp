// Words at places and lines drawn, as a PDF's pages come: the stream around them is made here, so that what a
// fuzzer changes stays a page. One object a line of the input: what it is, two bytes for its place, its
// words.
#include "fuzz.h"
#include "knowledge.h"
#include "promises.h"

#include <algorithm>
#include <cstring>
#include <string>

using namespace mingzhang;

namespace {

constexpr float step = 4;  // points between two places
constexpr float em = 10;

/// The bytes of web/pdf/stream.ts.
class Stream {
 public:
  void number(std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i, value >>= 8)
      bytes_ += static_cast<char>(value & 0xFF);
  }
  void real(float value) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    number(bits, 4);
  }
  void text(std::string_view words) {
    number(words.size(), 2);
    bytes_ += words;
  }
  void append(const Stream& other) { bytes_ += other.bytes_; }
  std::string_view bytes() const { return bytes_; }
  void clear() { bytes_.clear(); }

 private:
  std::string bytes_;
};

class Pages {
 public:
  void object(std::string_view line) {
    if (line.size() < 3) return end_page();
    const auto at = [&](std::size_t i) {
      return static_cast<float>(static_cast<std::uint8_t>(line[i])) * step;
    };
    if (line[0] == '-' || line[0] == '|') {
      const float length = static_cast<float>(line.size() - 3) * em;
      for (const float value :
           {at(1), at(2), at(1) + (line[0] == '-' ? length : 0), at(2) + (line[0] == '|' ? length : 0)})
        rulings_.real(value);
      ++ruling_count_;
      return;
    }
    const std::string_view words = line.substr(3);
    for (const float value : {at(1), at(2), static_cast<float>(words.size()) * em / 3, em})
      runs_.real(value);
    runs_.number(static_cast<std::uint8_t>(line[0]) & 7, 1);
    runs_.number(0, 2);
    runs_.text(words.substr(0, 0xFFFF));
    ++run_count_;
  }

  void end_page() {
    for (const float side : {595.0F, 842.0F})
      pages_.real(side);
    pages_.number(0, 9);  // nothing unseen, nothing unknown, no flags
    pages_.number(ruling_count_, 4);
    pages_.number(run_count_, 4);
    pages_.append(rulings_);
    pages_.append(runs_);
    rulings_.clear();
    runs_.clear();
    ruling_count_ = run_count_ = 0;
    ++page_count_;
  }

  std::string stream(std::size_t size) const {
    Stream out;
    out.text("application/pdf");
    out.number(size, 8);
    for (int i = 0; i < 4; ++i)
      out.number(0, 8);  // no SHA-256
    out.number(0, 1);
    out.number(page_count_, 4);
    out.append(pages_);
    return "MZPAGES1" + std::string(out.bytes());
  }

 private:
  Stream pages_, rulings_, runs_;
  std::uint32_t page_count_ = 0, ruling_count_ = 0, run_count_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = fuzz::as_text({data, size});
  Pages pages;
  while (!text.empty()) {
    const std::size_t line = std::min(text.find('\n'), text.size());
    pages.object(text.substr(0, line));
    text.remove_prefix(std::min(line + 1, text.size()));
  }
  pages.end_page();
  const std::string stream = pages.stream(size);
  const auto analysis = analyse({reinterpret_cast<const std::uint8_t*>(stream.data()), stream.size()},
                                "pages", fuzz::knowledge());
  if (analysis) fuzz::require_sound(analysis.value());
  return 0;
}
