// The three public expenses by the sums of their row, where the layout leaves the heads of its columns in
// doubt: the standard orders of the columns are tried, and one is taken only if it is the only one whose sums
// hold. No digit is read otherwise than it is printed. Tested in tests/unit/disclosure/three_public_test.cpp.
#include "disclosure/three_public.h"

#include <algorithm>
#include <array>
#include <string>

namespace mingzhang {

namespace {

/// One letter for each column: M with meetings and training, T total, A abroad, V vehicles, P purchase, O
/// operation, R reception, E meetings, N training, G agency operation.
constexpr std::array<std::string_view, 6> orders = {"TAVPOR",  "TARVPO",    "TAVPORG",
                                                    "TARVPOG", "MTAVPOREN", "TAVPOREN"};

std::string_view id_of(char letter) {
  switch (letter) {
    case 'M':
      return "three_public.with_meetings_training";
    case 'T':
      return "three_public.total";
    case 'A':
      return "three_public.abroad";
    case 'V':
      return "three_public.vehicles";
    case 'P':
      return "three_public.vehicle_purchase";
    case 'O':
      return "three_public.vehicle_operation";
    case 'R':
      return "three_public.reception";
    case 'E':
      return "meetings";
    case 'N':
      return "training";
    default:
      return "agency_operating.total";
  }
}

class OrderedRow {
 public:
  OrderedRow(Extraction& extraction, TableView& view, std::uint32_t row)
      : ex_(extraction), view_(view), row_(row) {}

  std::vector<NamedColumn> read() {
    if (!take_columns()) return {};
    take_heads();
    if (!heads_.contains("出国") || !heads_.contains("公务接") || !heads_.contains("购置") ||
        !heads_.contains("运行"))
      return {};
    const bool pairs = stages_alternate();
    if (!pairs && (heads_.contains("决算数") || heads_.several_years)) return {};
    const std::size_t length = pairs ? columns_.size() / 2 : columns_.size();
    std::string_view found;
    for (const std::string_view order : orders) {
      if (order.size() != length || !heads_fit(order)) continue;
      const bool holds = pairs ? sums_hold(order, 0, 2) && sums_hold(order, 1, 2) : sums_hold(order, 0, 1);
      if (!holds) continue;
      if (!found.empty()) return {};
      found = order;
    }
    std::vector<NamedColumn> named;
    for (std::size_t at = 0; !found.empty() && at < columns_.size(); ++at) {
      const Stage stage = !pairs ? Stage::unstated : at % 2 == 0 ? Stage::budget : Stage::final;
      named.push_back({columns_[at], ex_.lexicon.find(id_of(found[pairs ? at / 2 : at])), stage});
    }
    return named;
  }

 private:
  struct Heads {
    std::string words;
    bool several_years = false;
    bool contains(std::string_view part) const { return words.find(part) != std::string::npos; }
  };

  /// Columns of this row that hold a figure or nothing; false where one holds words.
  bool take_columns() {
    for (std::uint32_t column = 0; column < view_.columns(); ++column) {
      if (!view_.is_empty(row_, column) && view_.printed_figure(row_, column) == nullptr) return false;
      columns_.push_back(column);
    }
    return true;
  }

  void take_heads() {
    for (std::uint32_t row = 0; row < view_.header_rows(); ++row) {
      for (std::uint32_t column = 0; column < view_.columns(); ++column)
        heads_.words += view_.label(row, column);
    }
    std::vector<Mention> mentions;
    scan_mentions(heads_.words, 0, mentions);
    int year = 0;
    for (const Mention& mention : mentions) {
      if (mention.kind != MentionKind::year) continue;
      heads_.several_years = heads_.several_years || (year != 0 && mention.year != year);
      year = mention.year;
    }
    heads_.several_years = heads_.several_years || heads_.contains("上年");
  }

  /// 预算数 | 决算数 | 预算数 | 决算数 … right above the figures.
  bool stages_alternate() const {
    if (columns_.size() % 2 != 0) return false;
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      if (view_.head(columns_[at]) != (at % 2 == 0 ? "预算数" : "决算数")) return false;
    }
    return true;
  }

  bool heads_fit(std::string_view order) const {
    const bool meetings = order.find('E') != std::string_view::npos;
    const bool agency = order.find('G') != std::string_view::npos;
    return meetings == (heads_.contains("会议费") && heads_.contains("培训费")) &&
           agency == heads_.contains("机关运行经费");
  }

  bool sums_hold(std::string_view order, std::size_t first, std::size_t step) {
    const auto value = [&](char letter) {
      const std::size_t at = order.find(letter);
      const Quantity* figure = view_.printed_figure(row_, columns_[first + at * step]);
      return figure == nullptr ? Decimal(0, 0) : figure->value;
    };
    const Decimal total = value('T');
    const bool parts = !total.is_zero() && total == value('A') + value('V') + value('R') &&
                       value('V') == value('P') + value('O');
    return parts && (order.front() != 'M' || value('M') == total + value('E') + value('N'));
  }

  Extraction& ex_;
  TableView& view_;
  std::uint32_t row_;
  std::vector<std::uint32_t> columns_;
  Heads heads_;
};

}  // namespace

std::vector<NamedColumn> columns_by_sums(Extraction& extraction, TableView& view, std::uint32_t row) {
  return OrderedRow(extraction, view, row).read();
}

}  // namespace mingzhang
