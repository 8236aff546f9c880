// See html.h.
#include "document/html/html.h"

#include "document/flow.h"
#include "document/flow_writer.h"
#include "document/html/elements.h"
#include "document/html/page.h"

#include <algorithm>
#include <string>

namespace mingzhang {
namespace {

/// Behind white space, comments, <?xml …?> and the like.
std::string_view without_preamble(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
    const std::string_view end = text.starts_with("<!--") ? "-->" : text.starts_with("<?") ? "?>" : "";
    const std::size_t at = end.empty() ? std::string_view::npos : text.find(end);
    if (at == std::string_view::npos) return text;
    text.remove_prefix(at + end.size());
  }
}

}  // namespace

bool is_html(std::string_view text) {
  text = without_preamble(text);
  if (text.size() < 3 || text[0] != '<') return false;
  std::string name;
  for (std::size_t at = 1; at < text.size() && name.size() < 12; ++at) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '>' || c == '/') break;
    name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (name == "!doctype") {
    std::string rest(text.substr(9, 8));
    std::transform(rest.begin(), rest.end(), rest.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return rest.find("html") != std::string::npos;
  }
  const Element element = element_named(name);
  return element != Element::other && text.find('>') != std::string_view::npos;
}

std::optional<Error> read_html(std::string_view page, Document& document) {
  TextFlow flow;
  if (auto error = PageReader(flow).read(page)) return error;
  return write_flow(flow, document);
}

}  // namespace mingzhang
