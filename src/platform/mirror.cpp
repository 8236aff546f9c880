// Compares the page's description with that of the frame before and writes the differences.
//
// Every node is one record of bytes in records_ (the layout is web/mirror.ts's, and stands there too); its
// hash tells whether the DOM must hear of it. Test: tests/unit/platform/mirror_test.cpp reads the records
// back.
#include "platform/mirror.h"

#include "platform/page.h"

#include <algorithm>
#include <cstring>

namespace mingzhang {
namespace {

enum class Change : std::uint8_t { put = 1, children = 2, remove = 3, height = 4 };

constexpr float kUpperThird = 1.0F / 3;

template <typename T>
void write(std::string& out, T value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

void write_text(std::string& out, std::string_view text) {
  write(out, static_cast<std::uint32_t>(text.size()));
  out.append(text);
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value;
  hash *= 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

std::uint64_t hash_of(std::string_view bytes, std::uint64_t hash) {
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + at, 8);
    hash = mix(hash, eight);
  }
  std::uint64_t rest = bytes.size();
  for (; at < bytes.size(); ++at)
    rest = rest << 8 | static_cast<std::uint8_t>(bytes[at]);
  return mix(hash, rest);
}

bool is_region(Role role) {
  return role == Role::navigation || role == Role::content || role == Role::complementary;
}

std::uint16_t flags_of(const TextStyle& style, const NodeState& state, bool region) {
  unsigned flags = 0;
  const auto three_way = [&](const std::optional<bool>& value, unsigned bit) {
    if (value) flags |= 1U << bit | (*value ? 2U << bit : 0U);
  };
  three_way(state.pressed, 0);
  three_way(state.selected, 2);
  three_way(state.expanded, 4);
  flags |= (state.current ? 1U : 0U) << 6 | (state.disabled ? 1U : 0U) << 7;
  flags |= (style.right_aligned ? 1U : 0U) << 8 | (region ? 1U : 0U) << 9 | (style.centred ? 1U : 0U) << 10;
  return static_cast<std::uint16_t>(flags);
}

}  // namespace

// IdTable -------------------------------------------------------------------------------

void IdTable::clear() {
  std::fill(slots_.begin(), slots_.end(), Slot{});
  used_ = 0;
}

bool IdTable::insert(NodeId id, std::uint32_t place) {
  if (used_ * 2 >= slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = id & mask;
  for (; slots_[at].id != 0; at = (at + 1) & mask) {
    if (slots_[at].id == id) return false;
  }
  slots_[at] = {id, place};
  ++used_;
  return true;
}

std::uint32_t IdTable::find(NodeId id) const {
  if (slots_.empty()) return nowhere;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = id & mask; slots_[at].id != 0; at = (at + 1) & mask) {
    if (slots_[at].id == id) return slots_[at].place;
  }
  return nowhere;
}

void IdTable::grow() {
  const std::vector<Slot> old =
      std::exchange(slots_, std::vector<Slot>(std::max<std::size_t>(256, slots_.size() * 2)));
  used_ = 0;
  for (const Slot& slot : old) {
    if (slot.id != 0) insert(slot.id, slot.place);
  }
}

// Describing -------------------------------------------------------------------------------

void Mirror::begin_frame() {
  path_.assign(1, Open{});
  now_.assign(1, Node{});  // the root, which is <main> itself
  now_index_.clear();
  records_.clear();
  for (auto& [id, part] : parts_)
    part.kept = false;
  ++frame_;
}

NodeId Mirror::add(Role role, std::string_view key, const Rect& rect, std::string_view text,
                   const TextStyle& style, const NodeState& state) {
  const Open parent = path_.back();
  const auto place = static_cast<std::uint32_t>(now_.size());
  auto id = static_cast<NodeId>(hash_of(key, parent.id + 0x51ED270BULL));
  // Two elements of one key, or a chance meeting of two hashes: the later one moves on.
  while (id == 0 || parked_.contains(id) || !now_index_.insert(id, place))
    ++id;

  const auto start = static_cast<std::uint32_t>(records_.size());
  write(records_, Change::put);
  write(records_, id);
  write(records_, role);
  write(records_, static_cast<std::uint8_t>(state.level));
  write(records_, flags_of(style, state, is_region(role)));
  for (const float side : {rect.x - parent.x, rect.y - parent.y, rect.width, rect.height, style.size,
                           style.line_height, style.spacing}) {
    write(records_, side);
  }
  write(records_, style.weight);
  write(records_, style.colour);
  write(records_, style.background);
  for (const std::string_view part :
       {text, state.name, state.description, state.placeholder, state.value, state.term, state.identifier}) {
    write_text(records_, part);
  }

  Node node{.id = id, .parent = parent.node, .record = start, .part = parent.part};
  node.record_size = static_cast<std::uint32_t>(records_.size()) - start;
  node.hash = hash_of(std::string_view(records_).substr(start), 0);
  Node& above = now_[parent.node];
  above.children = mix(above.children, id);
  now_.push_back(node);
  return id;
}

NodeId Mirror::open(Role role, std::string_view key, const Rect& rect, std::string_view text,
                    const TextStyle& style, const NodeState& state) {
  const auto place = static_cast<std::uint32_t>(now_.size());
  const NodeId id = add(role, key, rect, text, style, state);
  path_.push_back({.id = id, .x = rect.x, .y = rect.y, .node = place, .part = path_.back().part});
  return id;
}

bool Mirror::open_part(Role role, std::string_view key, const Rect& rect, std::uint64_t version,
                       bool may_keep, const NodeState& state) {
  const NodeId above = path_.back().part;
  const NodeId id = open(role, key, rect, {}, {}, state);
  path_.back().part = id;
  Part& part = parts_[id];
  part.above = above;
  part.frame = frame_;
  part.version = version;
  part.kept = may_keep && version != 0 && part.told == version && !has_event_in(id);
  if (part.kept) {
    now_[path_.back().node].kept = true;
    close();
    return false;
  }
  unpark(id, part);
  return true;
}

void Mirror::leave_part() {
  const NodeId id = path_.back().part;
  now_[path_.back().node].kept = true;
  Part& part = parts_[id];
  part.kept = true;
  part.version = part.told;
  close();
}

/// The innermost part that an element of the page is in; 0: none.
NodeId Mirror::part_of(NodeId node) const {
  const auto parked = parked_.find(node);
  if (parked != parked_.end()) return parked->second;
  const std::uint32_t place = node == 0 ? IdTable::nowhere : before_index_.find(node);
  return place < before_.size() ? before_[place].part : 0;
}

bool Mirror::has_event_in(NodeId part) const {
  for (const NodeId target : {activated_, edited_field_}) {
    NodeId at = part_of(target);
    while (at != 0 && at != part) {
      const auto above = parts_.find(at);
      at = above == parts_.end() ? 0 : above->second.above;
    }
    if (at == part) return true;
  }
  return false;
}

/// A kept part is described again: its elements are compared with what was described of them last.
void Mirror::unpark(NodeId id, Part& part) {
  for (const Parked& each : part.parked) {
    before_index_.insert(each.id, static_cast<std::uint32_t>(before_.size()));
    before_.push_back({.id = each.id, .hash = each.hash, .children = each.children, .part = id});
    parked_.erase(each.id);
  }
  part.parked.clear();
}

/// It or a part around it is kept.
bool Mirror::stays(NodeId part) const {
  while (part != 0) {
    const auto at = parts_.find(part);
    if (at == parts_.end()) return false;
    if (at->second.kept && at->second.frame == frame_) return true;
    part = at->second.above;
  }
  return false;
}

void Mirror::close() {
  if (path_.size() > 1) path_.pop_back();
}

NodeId Mirror::leaf(Role role, std::string_view key, const Rect& rect, std::string_view text,
                    const TextStyle& style, const NodeState& state) {
  return add(role, key, rect, text, style, state);
}

NodeId Mirror::open_region(Role role, std::string_view key, const Rect& rect, std::string_view name) {
  const auto place = static_cast<std::uint32_t>(now_.size());
  const NodeId id = add(role, key, rect, {}, {}, {.name = name});
  auto at =
      std::find_if(scrollers_.begin(), scrollers_.end(), [&](const Scroller& each) { return each.id == id; });
  if (at == scrollers_.end()) at = scrollers_.insert(at, {.id = id});
  at->rect = rect;
  // Places inside a region count from its content's corner.
  path_.push_back({.id = id,
                   .node = place,
                   .scroller = static_cast<int>(at - scrollers_.begin()),
                   .part = path_.back().part});
  return id;
}

void Mirror::set_content_height(float height) {
  for (auto each = path_.rbegin(); each != path_.rend(); ++each) {
    if (each->scroller < 0) continue;
    scrollers_[static_cast<std::size_t>(each->scroller)].content_height = height;
    return;
  }
}

// Answers -------------------------------------------------------------------------------

float Mirror::scroll_of(NodeId region) const {
  for (const Scroller& each : scrollers_) {
    if (each.id == region) return each.scroll;
  }
  return 0;
}

void Mirror::set_scroll(NodeId region, float top) {
  for (Scroller& each : scrollers_) {
    if (each.id == region) each.scroll = top;
  }
}

void Mirror::scroll_to(NodeId region, const Rect& rect) {
  for (const Scroller& each : scrollers_) {
    if (each.id != region) continue;
    const float room = std::max(0.0F, each.rect.height - rect.height);
    wishes_.push_back(
        {region, std::max(0.0F, rect.y - std::min(room, each.rect.height * kUpperThird)), true});
  }
}

void Mirror::scroll_to_top(NodeId region) {
  set_scroll(region, 0);
  wishes_.push_back({region, 0, false});
}

std::optional<std::string> Mirror::edited(NodeId field) const {
  if (field == 0 || edited_field_ != field) return std::nullopt;
  return edited_text_;
}

void Mirror::focus(NodeId node) {
  focus_wish_ = node;
}
void Mirror::announce(std::string_view words) {
  polite_ = words;
}
void Mirror::alert(std::string_view words) {
  urgent_ = words;
}

// Differences -------------------------------------------------------------------------------

void Mirror::write_differences() {
  changes_.clear();
  const auto earlier = [&](const Node& node) {
    const std::uint32_t place = node.id == 0 ? 0 : before_index_.find(node.id);
    return place < before_.size() ? &before_[place] : nullptr;
  };
  std::vector<std::uint32_t> changed_parents;
  for (std::uint32_t place = 0; place < now_.size(); ++place) {
    Node& node = now_[place];
    const Node* old = earlier(node);
    if (node.kept && old != nullptr) node.children = old->children;
    if (old == nullptr || old->hash != node.hash) changes_.append(records_, node.record, node.record_size);
    if ((old == nullptr ? 0 : old->children) != node.children) changed_parents.push_back(place);
  }
  write_children(changed_parents);
  write_removals();
  for (Scroller& each : scrollers_) {
    if (each.told_height == each.content_height) continue;
    each.told_height = each.content_height;
    write(changes_, Change::height);
    write(changes_, each.id);
    write(changes_, each.content_height);
  }
}

/// Elements that were there before and are not now: gone, or kept without being described.
void Mirror::write_removals() {
  const auto remove = [&](NodeId id) {
    write(changes_, Change::remove);
    write(changes_, id);
  };
  for (const Node& old : before_) {
    if (old.id == 0 || now_index_.find(old.id) != IdTable::nowhere) continue;
    if (!stays(old.part)) {
      remove(old.id);
      continue;
    }
    parts_[old.part].parked.push_back({old.id, old.hash, old.children});
    parked_.emplace(old.id, old.part);
  }
  for (auto at = parts_.begin(); at != parts_.end();) {
    auto& [id, part] = *at;
    if (part.frame == frame_ || stays(part.above)) {
      if (part.frame == frame_ && !part.kept) part.told = part.version;
      ++at;
      continue;
    }
    for (const Parked& each : part.parked) {
      remove(each.id);
      parked_.erase(each.id);
    }
    at = parts_.erase(at);
  }
}

void Mirror::write_children(const std::vector<std::uint32_t>& parents) {
  if (parents.empty()) return;
  // Children stand after their parent in now_, apart from each other: chain them once.
  std::vector<std::uint32_t> first(now_.size(), 0), next(now_.size(), 0), count(now_.size(), 0);
  for (auto place = static_cast<std::uint32_t>(now_.size()); place-- > 1;) {
    const std::uint32_t parent = now_[place].parent;
    next[place] = first[parent];
    first[parent] = place;
    ++count[parent];
  }
  for (const std::uint32_t parent : parents) {
    write(changes_, Change::children);
    write(changes_, now_[parent].id);
    write(changes_, count[parent]);
    for (std::uint32_t child = first[parent]; child != 0; child = next[child])
      write(changes_, now_[child].id);
  }
}

void Mirror::end_frame() {
  std::erase_if(scrollers_,
                [&](const Scroller& each) { return now_index_.find(each.id) == IdTable::nowhere; });
  write_differences();
  if (!changes_.empty()) page::mirror_write(changes_.data(), changes_.size());
  std::swap(now_, before_);
  std::swap(now_index_, before_index_);

  for (const Wish& wish : std::exchange(wishes_, {}))
    page::scroll_region(wish.region, wish.top, wish.smooth);
  if (focus_wish_ != 0) page::focus_node(std::exchange(focus_wish_, 0));
  if (!polite_.empty()) page::announce(polite_.data(), polite_.size(), false);
  if (!urgent_.empty()) page::announce(urgent_.data(), urgent_.size(), true);
  polite_.clear();
  urgent_.clear();
}

}  // namespace mingzhang
