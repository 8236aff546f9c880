// What kind of element a tag of HTML opens. For use inside this room only.
#pragma once

#include <cstdint>
#include <string_view>

namespace mingzhang {

enum class Element : std::uint8_t {
  other,       // unknown: stands in its line
  line,        // known, stands in its line: <span>
  block,       // a paragraph of its own: <p>, <div>
  heading,     // <h1> to <h6>
  item,        // <li>
  list,        // <ul>, <ol>
  table,       // <table>
  caption,     // <caption>
  row,         // <tr>
  cell,        // <td>, <th>
  group,       // <tbody> and the like, <colgroup>
  preserved,   // <pre>
  title,       // <title>
  line_break,  // <br>
  empty,       // <img>, <input>: holds nothing, has no end tag
  unseen,      // <script>, <select>, <template>: nothing in it is text of the page
};

/// `name` in lower case.
Element element_named(std::string_view name);

}  // namespace mingzhang
