// See tokens.h.
#include "document/html/tokens.h"

#include "document/html/entities.h"

#include <algorithm>

namespace mingzhang {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Elements whose content is no markup, up to their own end tag.
bool is_raw(std::string_view name) {
  constexpr std::string_view names[] = {"script",  "style",    "xmp",     "iframe",
                                        "noembed", "noframes", "textarea"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// Where </name begins at or after `from`; the end of the page where nowhere.
std::size_t find_end_tag(std::string_view page, std::size_t from, std::string_view name) {
  for (std::size_t at = page.find("</", from); at != std::string_view::npos; at = page.find("</", at + 2)) {
    const std::string_view found = page.substr(at + 2, name.size());
    if (found.size() == name.size() &&
        std::equal(found.begin(), found.end(), name.begin(), [](char a, char b) { return lower(a) == b; }))
      return at;
  }
  return page.size();
}

/// Goes through the attributes of a tag.
class Attributes {
 public:
  explicit Attributes(std::string_view words) : words_(words) {}

  bool next(std::string_view& name, std::string_view& value) {
    while (at_ < words_.size() && (is_blank(words_[at_]) || words_[at_] == '/'))
      ++at_;
    if (at_ >= words_.size()) return false;
    const std::size_t start = at_++;
    while (at_ < words_.size() && !is_blank(words_[at_]) && words_[at_] != '=' && words_[at_] != '/')
      ++at_;
    name = words_.substr(start, at_ - start);
    value = {};
    std::size_t equals = at_;
    while (equals < words_.size() && is_blank(words_[equals]))
      ++equals;
    if (equals < words_.size() && words_[equals] == '=') {
      at_ = equals + 1;
      value = read_value();
    }
    return true;
  }

 private:
  std::string_view read_value() {
    while (at_ < words_.size() && is_blank(words_[at_]))
      ++at_;
    if (at_ >= words_.size()) return {};
    const char quote = words_[at_];
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t start = at_ + quoted;
    std::size_t end = start;
    while (end < words_.size() && (quoted ? words_[end] != quote : !is_blank(words_[end])))
      ++end;
    at_ = std::min(end + quoted, words_.size());
    return words_.substr(start, end - start);
  }

  std::string_view words_;
  std::size_t at_ = 0;
};

bool find_attribute(std::string_view attributes, std::string_view wanted, std::string_view& value) {
  Attributes all(attributes);
  std::string_view name;
  while (all.next(name, value)) {
    if (name.size() == wanted.size() &&
        std::equal(name.begin(), name.end(), wanted.begin(), [](char a, char b) { return lower(a) == b; }))
      return true;
  }
  return false;
}

}  // namespace

bool HtmlTokens::at_tag() const {
  const std::string_view rest = page_.substr(at_ + 1, 2);
  return !rest.empty() && (is_letter(rest[0]) || rest[0] == '!' || rest[0] == '?' ||
                           (rest[0] == '/' && rest.size() > 1 && (is_letter(rest[1]) || rest[1] == '>')));
}

void HtmlTokens::skip_declaration() {
  const bool comment = page_.substr(at_).starts_with("<!--");
  const std::size_t end = comment ? page_.find("-->", at_ + 2) : page_.find('>', at_);
  at_ = end == std::string_view::npos ? page_.size() : end + (comment ? 3 : 1);
}

HtmlToken HtmlTokens::next() {
  while (at_ < page_.size()) {
    if (page_[at_] == '<' && at_tag()) {
      if (page_[at_ + 1] == '!' || page_[at_ + 1] == '?') {
        skip_declaration();
        continue;
      }
      return read_tag();
    }
    std::size_t end = page_.find('<', at_ + 1);
    HtmlToken token{HtmlKind::text, {}, page_.substr(at_, std::min(end, page_.size()) - at_)};
    at_ = std::min(end, page_.size());
    return token;
  }
  return {};
}

HtmlToken HtmlTokens::read_tag() {
  HtmlToken token;
  const bool closes = page_[at_ + 1] == '/';
  token.kind = closes ? HtmlKind::close : HtmlKind::open;
  std::size_t at = at_ + 1 + closes;
  name_.clear();
  for (; at < page_.size() && !is_blank(page_[at]) && page_[at] != '>' && page_[at] != '/'; ++at)
    name_ += lower(page_[at]);
  token.name = name_;
  const std::size_t start = at;
  // A '>' within a quoted value does not end the tag; a quote elsewhere is a slip and does not begin a value.
  char quote = 0;
  char before = 0;
  for (; at < page_.size(); ++at) {
    const char c = page_[at];
    if (quote != 0) {
      if (c == quote) quote = before = 0;
      continue;
    }
    if (c == '>') break;
    if ((c == '"' || c == '\'') && before == '=') quote = c;
    if (!is_blank(c)) before = c;
  }
  // A quote that is never closed would swallow the page.
  if (at == page_.size() && quote != 0) at = std::min(page_.find('>', start), page_.size());
  token.words = page_.substr(start, at - start);
  token.self_closing = token.words.ends_with('/');
  at_ = std::min(at + 1, page_.size());
  if (!closes && is_raw(name_)) at_ = find_end_tag(page_, at_, name_);
  return token;
}

std::string html_attribute(std::string_view attributes, std::string_view name) {
  std::string_view value;
  std::string out;
  if (find_attribute(attributes, name, value)) append_without_references(out, value);
  return out;
}

bool has_html_attribute(std::string_view attributes, std::string_view name) {
  std::string_view value;
  return find_attribute(attributes, name, value);
}

}  // namespace mingzhang
