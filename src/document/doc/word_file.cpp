// Offsets into the file's information block (FIB) and numbers of properties (sprm…) are those of MS-DOC. See
// word_file.h; lists are word_lists.cpp's.
#include "document/doc/word_file.h"

#include "text/sorting.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr std::uint16_t word_signature = 0xA5EC, word_97 = 0xC1;
constexpr std::uint16_t encrypted_flag = 0x0100, second_table_flag = 0x0200;
constexpr std::size_t page_size = 512;
// Places in the FIB: each names an offset in the table stream and, behind it, a size.
constexpr std::size_t at_styles = 0xA2, at_characters = 0xFA, at_paragraphs = 0x102, at_pieces = 0x1A2;
constexpr std::uint32_t compressed_bit = 0x40000000;
constexpr std::size_t most_paragraph_styles = 4096, most_fields = 64;

constexpr std::uint16_t sprm_deleted = 0x0800, sprm_hidden = 0x083C;
constexpr std::uint16_t sprm_in_table = 0x2416, sprm_ends_row = 0x2417, sprm_depth = 0x6649,
                        sprm_ends_inner_row = 0x244C, sprm_level = 0x260A, sprm_list = 0x460B,
                        sprm_outline = 0x2640, sprm_row = 0xD608, sprm_elsewhere = 0x6646,
                        sprm_elsewhere_old = 0x6645, sprm_tabs = 0xC615;
constexpr std::size_t size_of_cell = 20;  // in the definition of a row

/// Characters 128 to 159 of windows-1252, in which a piece of one byte a character is.
constexpr char32_t windows_1252[] = {U'€', 0x81, U'‚', U'ƒ', U'„', U'…', U'†', U'‡', U'ˆ', U'‰', U'Š',
                                     U'‹', U'Œ', 0x8D, U'Ž', 0x8F, 0x90, U'‘', U'’', U'“', U'”', U'•',
                                     U'–', U'—', U'˜', U'™', U'š', U'›', U'œ', 0x9D, U'ž', U'Ÿ'};

/// Calls `use(number, operand)` for each property in the list.
template <class Use>
void for_each_property(std::string_view list, const Use& use) {
  for (std::size_t at = 0; at + 2 <= list.size();) {
    const std::uint16_t number = u16_at(list, at);
    at += 2;
    constexpr std::size_t sizes[] = {1, 1, 2, 4, 2, 2, 0, 3};
    std::size_t size = sizes[number >> 13];
    std::size_t skip = 0;
    if (size == 0) {
      skip = 1;
      size = u8_at(list, at);
      if (number == sprm_row) {
        skip = 2;
        size = u16_at(list, at) == 0 ? 0 : u16_at(list, at) - 1u;
      }
      if (number == sprm_tabs && size == 255)
        return;  // its size is told otherwise; nothing wanted comes behind
    }
    at += skip;
    if (at > list.size()) return;
    use(number, slice_of(list, at, size));
    at += size;
  }
}

WordRow read_row(std::string_view words) {
  WordRow row;
  const std::size_t cells = u8_at(words, 0);
  for (std::size_t i = 0; i <= cells; ++i)
    row.edges.push_back(static_cast<std::int16_t>(u16_at(words, 1 + 2 * i)));
  for (std::size_t i = 0; i < cells; ++i) {
    const std::uint16_t flags = u16_at(words, 1 + 2 * (cells + 1) + size_of_cell * i);
    row.goes_on.push_back((flags >> 5 & 3) == 1);
  }
  return row;
}

}  // namespace

std::string_view WordFile::in_table(std::size_t place) const {
  const std::uint32_t at = u32_at(text_, place), size = u32_at(text_, place + 4);
  return slice_of(table_, at, size);
}

Result<WordFile> WordFile::open(const CompoundFile& file) {
  WordFile word;
  word.text_ = file.stream("WordDocument").value_or(std::string());
  const Error damaged{"ole.damaged", {}, Error::no_place, {}};
  if (u16_at(word.text_, 0) != word_signature) {
    const bool old = u16_at(word.text_, 0) == 0xA5DC || u16_at(word.text_, 0) == 0xA59B;
    return old ? Error{"doc.too_old", {}, Error::no_place, {}} : damaged;
  }
  if (u16_at(word.text_, 2) < word_97) return Error{"doc.too_old", {}, Error::no_place, {}};
  const std::uint16_t flags = u16_at(word.text_, 10);
  if ((flags & encrypted_flag) != 0) return Error{"file.password", {}, Error::no_place, {}};
  word.table_ = file.stream((flags & second_table_flag) != 0 ? "1Table" : "0Table").value_or(std::string());
  word.data_ = file.stream("Data").value_or(std::string());
  word.body_size_ = u32_at(word.text_, 0x4C);
  word.notes_size_ = u32_at(word.text_, 0x50);
  word.boxes_size_ = u32_at(word.text_, 0x64);
  std::uint64_t boxes_start = 0;  // behind the body, footnotes, headers, comments and endnotes
  for (const std::size_t size : {0x4Cu, 0x50u, 0x54u, 0x5Cu, 0x60u})
    boxes_start += u32_at(word.text_, size);
  word.boxes_start_ = static_cast<std::uint32_t>(std::min<std::uint64_t>(boxes_start, UINT32_MAX));
  if (!word.read_pieces()) return damaged;
  word.read_styles();
  word.read_characters();
  word.read_paragraph_marks();
  return word;
}

bool WordFile::read_pieces() {
  const std::string_view list = in_table(at_pieces);
  std::size_t at = 0;
  while (at < list.size() && u8_at(list, at) == 1)
    at += 3u + u16_at(list, at + 1);
  if (u8_at(list, at) != 2) return false;
  const std::uint32_t size = u32_at(list, at + 1);
  const std::string_view pieces = slice_of(list, at + 5, size);
  if (pieces.size() < 16) return false;
  const std::size_t count = (pieces.size() - 4) / 12;
  for (std::size_t i = 0; i < count; ++i) {
    Piece piece;
    piece.first = u32_at(pieces, 4 * i);
    piece.last = u32_at(pieces, 4 * (i + 1));
    const std::uint32_t place = u32_at(pieces, 4 * (count + 1) + 8 * i + 2);
    piece.compressed = (place & compressed_bit) != 0;
    piece.offset = piece.compressed ? (place & ~compressed_bit) / 2 : place;
    if (piece.last <= piece.first || (!pieces_.empty() && piece.first != pieces_.back().last)) return false;
    pieces_.push_back(piece);
  }
  // No two pieces share bytes, and a character has at least one.
  return !pieces_.empty() && pieces_.back().last <= text_.size();
}

void WordFile::read_styles() {
  const std::string_view sheet = in_table(at_styles);
  const std::size_t header = u16_at(sheet, 0);
  const std::size_t base = u16_at(sheet, 4);
  const std::size_t count = std::min<std::size_t>(u16_at(sheet, 2), most_paragraph_styles);
  std::vector<std::uint16_t> bases;
  std::size_t at = 2 + header;
  for (std::size_t i = 0; i < count && at + 2 <= sheet.size(); ++i) {
    const std::size_t size = u16_at(sheet, at);
    const std::string_view style = slice_of(sheet, at + 2, size);
    at += 2 + size + size % 2;
    WordStyle made;
    bases.push_back(0xFFF);
    if (style.size() >= 10) {
      made.own = u16_at(style, 0) & 0xFFF;
      bases.back() = u16_at(style, 2) >> 4;
      const bool of_paragraphs = (u16_at(style, 2) & 0xF) == 1;
      // Behind the fixed part the name, then, for paragraphs, their properties behind the style's own number.
      std::size_t from = base + 2 + 2u * u16_at(style, base) + 2;
      from += from % 2;
      const std::size_t properties = u16_at(style, from);
      // What it rests on comes before it, or else it rests on nothing that is known yet.
      if (bases.back() < styles_.size()) {
        made.properties = styles_[bases.back()].properties;
        if (made.own > 9 && made.own != 62)
          made.own = made.own == 0xFFE ? styles_[bases.back()].own : made.own;
      }
      if (of_paragraphs && properties > 2 && from + 2 < style.size())
        apply(slice_of(style, from + 4, properties - 2), made.properties);
      if (made.own >= 1 && made.own <= 9) made.properties.outline_level = made.own - 1;
    }
    styles_.push_back(std::move(made));
  }
}

const WordStyle& WordFile::style(std::uint16_t index) const {
  static const WordStyle plain;
  return index < styles_.size() ? styles_[index] : plain;
}

/// Lists of pages of 512 bytes, each with stretches of the stream and their properties. Calls
/// take(stretch, page, at, start): the properties stand at `at` of the page, which starts at `start`.
template <class Take>
void WordFile::for_each_stretch(std::size_t list_place, std::size_t entry_size, const Take& take) const {
  const std::string_view list = in_table(list_place);
  const std::size_t pages = list.size() < 12 ? 0 : (list.size() - 4) / 8;
  for (std::size_t i = 0; i < pages; ++i) {
    const std::uint64_t start = std::uint64_t{u32_at(list, 4 * (pages + 1) + 4 * i) & 0x3FFFFF} * page_size;
    if (start >= text_.size()) continue;
    const std::string_view page = slice_of(text_, static_cast<std::size_t>(start), page_size);
    const std::size_t runs = u8_at(page, page_size - 1);
    for (std::size_t run = 0; run < runs; ++run) {
      const std::size_t at = 2u * u8_at(page, 4 * (runs + 1) + entry_size * run);
      if (at == 0 || at >= page.size()) continue;
      Stretch stretch;
      stretch.first = u32_at(page, 4 * run);
      stretch.last = u32_at(page, 4 * (run + 1));
      take(stretch, page, at, start);
    }
  }
}

void WordFile::read_characters() {
  for_each_stretch(at_characters, 1,
                   [&](Stretch stretch, std::string_view page, std::size_t at, std::uint64_t) {
                     for_each_property(slice_of(page, at + 1, u8_at(page, at)),
                                       [&](std::uint16_t number, std::string_view operand) {
                                         if (number == sprm_deleted) stretch.deleted = u8_at(operand, 0) == 1;
                                         if (number == sprm_hidden) stretch.hidden = u8_at(operand, 0) == 1;
                                       });
                     if (stretch.deleted || stretch.hidden) characters_.push_back(stretch);
                   });
  sort_stably(characters_, [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
}

void WordFile::read_paragraph_marks() {
  for_each_stretch(
      at_paragraphs, 13, [&](Stretch stretch, std::string_view page, std::size_t at, std::uint64_t start) {
        const std::size_t words = u8_at(page, at);
        const std::size_t from = words == 0 ? at + 2 : at + 1;
        const std::size_t size = words == 0 ? 2u * u8_at(page, at + 1) : 2 * words - 1;
        stretch.properties = static_cast<std::uint32_t>(start + from);
        stretch.size = static_cast<std::uint16_t>(std::min(size, page_size - std::min(from, page_size)));
        marks_.push_back(stretch);
      });
  sort_stably(marks_, [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
}

void WordFile::apply(std::string_view changes, WordProperties& properties, int depth) const {
  for_each_property(changes, [&](std::uint16_t number, std::string_view operand) {
    switch (number) {
      case sprm_in_table:
        if (properties.depth == 0) properties.depth = u8_at(operand, 0);
        break;
      case sprm_ends_row:
        properties.ends_row = u8_at(operand, 0) != 0;
        break;
      case sprm_ends_inner_row:
        properties.ends_inner_row = u8_at(operand, 0) != 0;
        break;
      case sprm_depth:
        properties.depth = std::min<std::uint32_t>(u32_at(operand, 0), 64);
        break;
      case sprm_level:
        properties.list_level = u8_at(operand, 0);
        break;
      case sprm_list:
        properties.list = static_cast<std::int16_t>(u16_at(operand, 0));
        break;
      case sprm_outline:
        properties.outline_level = u8_at(operand, 0);
        break;
      case sprm_row:
        properties.row = read_row(operand);
        break;
      case sprm_elsewhere:
      case sprm_elsewhere_old:
        // A list too long for its page stands in the stream of data.
        if (const std::uint32_t at = u32_at(operand, 0); depth == 0 && at < data_.size())
          apply(slice_of(data_, at + std::size_t{2}, u16_at(data_, at)), properties, depth + 1);
        break;
      default:
        break;
    }
  });
}

WordProperties WordFile::properties_at(std::uint32_t offset) const {
  auto found = std::upper_bound(marks_.begin(), marks_.end(), offset,
                                [](std::uint32_t at, const Stretch& stretch) { return at < stretch.first; });
  if (found == marks_.begin()) return {};
  --found;
  if (offset >= found->last || found->size < 2) return {};
  const std::string_view list = slice_of(text_, found->properties, found->size);
  const std::uint16_t style_index = u16_at(list, 0);
  WordProperties properties = style(style_index).properties;
  properties.style = style_index;
  apply(slice_of(list, 2), properties);
  return properties;
}

std::vector<WordParagraph> WordFile::paragraphs(std::uint32_t first, std::uint32_t count) const {
  std::vector<WordParagraph> out;
  WordParagraph paragraph;
  std::vector<bool> fields;  // of each open one: its result has begun
  char16_t high = 0;
  const std::uint64_t end = std::uint64_t{first} + count;
  auto stretch = characters_.begin();
  const Stretch* counted = nullptr;  // the last of those that hide words
  for (const Piece& piece : pieces_) {
    if (piece.last <= first) continue;
    if (piece.first >= end) break;
    stretch = std::upper_bound(characters_.begin(), characters_.end(), piece.offset,
                               [](std::uint32_t at, const Stretch& s) { return at < s.first; });
    if (stretch != characters_.begin()) --stretch;
    const std::uint32_t width = piece.compressed ? 1 : 2;
    for (std::uint32_t cp = std::max(piece.first, first); cp < std::min<std::uint64_t>(piece.last, end);
         ++cp) {
      const std::uint64_t offset = piece.offset + std::uint64_t{cp - piece.first} * width;
      if (offset + width > text_.size()) return out;
      const auto at = static_cast<std::uint32_t>(offset);
      while (stretch != characters_.end() && stretch->last <= at)
        ++stretch;
      const bool within = stretch != characters_.end() && stretch->first <= at;
      char32_t c = piece.compressed ? u8_at(text_, at) : u16_at(text_, at);
      if (piece.compressed && c >= 0x80 && c < 0xA0) c = windows_1252[c - 0x80];
      if (c == 0x13 && fields.size() < most_fields) fields.push_back(false);
      if (c == 0x14 && !fields.empty()) fields.back() = true;
      if (c == 0x15 && !fields.empty()) fields.pop_back();
      const bool ends = c == 0x0D || c == 0x07 || c == 0x0C;
      if (ends && !(within && stretch->deleted && c == 0x0D)) {
        paragraph.properties = properties_at(at);
        paragraph.ends_cell = c == 0x07;
        out.push_back(std::move(paragraph));
        paragraph = {};
        fields.assign(fields.size(), true);  // a field's code does not go beyond its paragraph
        continue;
      }
      if (within && stretch->hidden && c > 0x20 && counted != &*stretch) {
        counted = &*stretch;
        ++hidden_;
      }
      const bool in_code = std::find(fields.begin(), fields.end(), false) != fields.end();
      if (within || in_code) continue;
      if (c == 0x0B) c = '\n';
      if (c == 0x1E) c = '-';
      if (c < 0x20 && c != '\n' && c != '\t') continue;  // pictures, notes, the ends of fields
      if (c == 0x1F || c == 0xAD) continue;
      if (c >= 0xD800 && c <= 0xDBFF) {
        high = static_cast<char16_t>(c);
        continue;
      }
      if (c >= 0xDC00 && c <= 0xDFFF)
        c = high != 0 ? 0x10000 + ((char32_t{high} - 0xD800) << 10) + (c - 0xDC00) : 0xFFFD;
      high = 0;
      if (c >= 0xF000 && c <= 0xF0FF) c = U'□';  // a sign of a symbol font
      append_utf8(paragraph.words, c);
    }
  }
  if (!paragraph.words.empty()) out.push_back(std::move(paragraph));
  return out;
}

}  // namespace mingzhang
