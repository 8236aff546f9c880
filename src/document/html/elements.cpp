// See elements.h. Tested in tests/unit/document/html_test.cpp.
#include "document/html/elements.h"

#include <algorithm>
#include <iterator>

namespace mingzhang {
namespace {

struct Named {
  std::string_view name;
  Element element;
};
// In order of names.
constexpr Named elements[] = {
    {"a", Element::line},           {"abbr", Element::line},       {"address", Element::block},
    {"area", Element::empty},       {"article", Element::block},   {"aside", Element::block},
    {"audio", Element::unseen},     {"b", Element::line},          {"base", Element::empty},
    {"blockquote", Element::block}, {"body", Element::block},      {"br", Element::line_break},
    {"button", Element::line},      {"canvas", Element::unseen},   {"caption", Element::caption},
    {"center", Element::block},     {"col", Element::empty},       {"colgroup", Element::group},
    {"datalist", Element::unseen},  {"dd", Element::item},         {"del", Element::unseen},
    {"details", Element::block},    {"dir", Element::list},        {"div", Element::block},
    {"dl", Element::list},          {"dt", Element::item},         {"em", Element::line},
    {"embed", Element::empty},      {"fieldset", Element::block},  {"figcaption", Element::block},
    {"figure", Element::block},     {"font", Element::line},       {"footer", Element::block},
    {"form", Element::block},       {"frame", Element::empty},     {"frameset", Element::block},
    {"h1", Element::heading},       {"h2", Element::heading},      {"h3", Element::heading},
    {"h4", Element::heading},       {"h5", Element::heading},      {"h6", Element::heading},
    {"head", Element::block},       {"header", Element::block},    {"hr", Element::empty},
    {"html", Element::block},       {"i", Element::line},          {"iframe", Element::unseen},
    {"img", Element::empty},        {"input", Element::empty},     {"ins", Element::line},
    {"label", Element::line},       {"legend", Element::block},    {"li", Element::item},
    {"link", Element::empty},       {"main", Element::block},      {"map", Element::line},
    {"menu", Element::list},        {"meta", Element::empty},      {"nav", Element::block},
    {"noembed", Element::unseen},   {"noframes", Element::unseen}, {"noscript", Element::unseen},
    {"object", Element::unseen},    {"ol", Element::list},         {"optgroup", Element::unseen},
    {"option", Element::unseen},    {"p", Element::block},         {"param", Element::empty},
    {"pre", Element::preserved},    {"rp", Element::unseen},       {"rt", Element::unseen},
    {"script", Element::unseen},    {"section", Element::block},   {"select", Element::unseen},
    {"source", Element::empty},     {"span", Element::line},       {"strong", Element::line},
    {"style", Element::unseen},     {"sub", Element::line},        {"summary", Element::block},
    {"sup", Element::line},         {"svg", Element::unseen},      {"table", Element::table},
    {"tbody", Element::group},      {"td", Element::cell},         {"template", Element::unseen},
    {"textarea", Element::unseen},  {"tfoot", Element::group},     {"th", Element::cell},
    {"thead", Element::group},      {"title", Element::title},     {"tr", Element::row},
    {"track", Element::empty},      {"u", Element::line},          {"ul", Element::list},
    {"video", Element::unseen},     {"wbr", Element::empty},       {"xml", Element::unseen},
    {"xmp", Element::unseen}};
static_assert(std::is_sorted(std::begin(elements), std::end(elements),
                             [](const Named& a, const Named& b) { return a.name < b.name; }));

}  // namespace

Element element_named(std::string_view name) {
  const auto found =
      std::lower_bound(std::begin(elements), std::end(elements), name,
                       [](const Named& entry, std::string_view wanted) { return entry.name < wanted; });
  return found == std::end(elements) || found->name != name ? Element::other : found->element;
}

}  // namespace mingzhang
