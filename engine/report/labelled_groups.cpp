// Points of a group that its label states: 产出指标（50分） over the rows of its indicators.
#include "report/labelled_groups.hpp"

#include "figure/number_text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report {

namespace {

constexpr std::size_t fewest_heads = 4;    // of a table of indicators
constexpr std::size_t longest_label = 90;  // bytes
constexpr std::string_view points = "分";

bool is_full_marks(std::string_view word) {
  static constexpr std::array<std::string_view, 9> words = {
      "分值", "权重", "满分", "标准分", "指标分值", "标准分值", "权重分值", "分值权重", "指标权重"};
  return std::ranges::find(words, word) != words.end();
}

bool says_total(std::string_view word) {
  static constexpr std::array<std::string_view, 4> words = {"总分", "合计", "总计", "总得分"};
  return std::ranges::any_of(words, [word](std::string_view each) { return word == each; });
}

/// The only number of a label, if it counts points.
std::optional<figure::Figure> points_in(const document::Cell& cell,
                                        const figure::UnitSystem& units) {
  const auto placed = cell.joined().trimmed();
  const auto& text = placed.text();
  if (text.size() > longest_label) return std::nullopt;
  std::optional<figure::TextNumber> only;
  for (std::size_t at = 0; at < text.size();) {
    const auto number = figure::number_at(text, at, units);
    if (!number) {
      ++at;
      continue;
    }
    if (only) return std::nullopt;
    only = number;
    at = number->end;
  }
  if (!only || only->number.unit == nullptr || only->number.unit->id != points ||
      only->number.approximate) {
    return std::nullopt;
  }
  const auto part = placed.part(only->begin, only->end);
  return figure::make_figure(only->number, only->number.unit, std::nullopt, part.text(),
                             part.place(0));
}

class LabelledGroups {
 public:
  LabelledGroups(const Grid& grid, const figure::UnitSystem& units, std::vector<TableSum>& sums)
      : grid_(grid), units_(units), sums_(sums) {}

  void find() {
    for (const auto& row : grid_.rows()) {
      if (row.blank()) continue;
      if (takes_heads(row)) continue;
      if (column_) body(row);
    }
    finish();
  }

 private:
  struct Open {
    std::size_t column = 0;
    TableSum sum;
  };

  /// One column of full marks, behind the names of indicators.
  bool takes_heads(const GridRow& row) {
    if (row.figures > 0 || row.texts < fewest_heads) return false;
    const auto count = std::ranges::count_if(
        row.cells, [](const GridCell& cell) { return is_full_marks(cell.word); });
    if (count != 1) return false;
    finish();
    const auto found = std::ranges::find_if(
        row.cells, [](const GridCell& cell) { return is_full_marks(cell.word); });
    column_ = column_of(row, static_cast<std::size_t>(found - row.cells.begin()), 0);
    width_ = row.cells.size();
    return true;
  }

  [[nodiscard]] std::size_t column_of(const GridRow& row, std::size_t cell,
                                      std::size_t shift) const {
    return grid_.spans_known() ? row.cells[cell].cell->column : cell + shift;
  }

  /// How many cells a row lacks in front; nothing if it cannot be said.
  [[nodiscard]] std::optional<std::size_t> shift_of(const GridRow& row) const {
    if (grid_.spans_known() || row.cells.size() == width_) return 0;
    if (row.cells.size() > width_) return std::nullopt;
    if (row.cells.front().kind == CellKind::blank) return 0;  // blanks at its end were cut
    const auto shift = width_ - row.cells.size();
    if (shift > *column_) return std::nullopt;
    const auto own = *column_ - shift;
    const bool figure = own < row.cells.size() && row.cells[own].kind == CellKind::figure;
    return figure ? std::optional(shift) : std::nullopt;
  }

  void body(const GridRow& row) {
    const auto* only = row.only();
    if (only != nullptr && only->kind == CellKind::text && row.cells.size() == 1) return stop();
    const auto first = std::ranges::find_if(
        row.cells, [](const GridCell& cell) { return cell.kind != CellKind::blank; });
    if (says_total(first->word)) return stop();
    const auto shift = shift_of(row);
    if (!shift) return stop();
    const GridCell* marks = nullptr;
    for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
      const auto column = column_of(row, cell, *shift);
      if (column == *column_) marks = &row.cells[cell];
      if (column >= *column_ || row.cells[cell].kind != CellKind::text) continue;
      label(*row.cells[cell].cell, column);
    }
    if (marks == nullptr || marks->kind == CellKind::blank) return;
    if (marks->kind == CellKind::text) return stop();
    add(*marks->cell);
  }

  /// Ends what the labels of its column and of those behind it were over.
  void label(const document::Cell& cell, std::size_t column) {
    while (!open_.empty() && open_.back().column >= column) close();
    const auto total = points_in(cell, units_);
    if (!total) return;
    open_.push_back({column, {cell.joined().trimmed().text(), *total, {}}});
  }

  void add(const document::Cell& cell) {
    const auto text = cell.joined().trimmed();
    const auto number = figure::read_cell(text.text(), units_);
    const auto* read = std::get_if<figure::NumberText>(&number);
    if (read == nullptr) return;
    for (auto& group : open_) {
      const auto* unit = read->unit != nullptr ? read->unit : group.sum.total.unit;
      auto part = figure::make_figure(*read, unit, std::nullopt, text.text(), text.place(0));
      group.sum.parts.push_back({text.text(), std::move(part)});
    }
  }

  void close() {
    auto& sum = open_.back().sum;
    const bool fits = std::ranges::all_of(sum.parts, [&](const TableSum::Part& part) {
      return figure::Dimension::fit(part.value.unit->dimension, sum.total.unit->dimension);
    });
    if (fits && !sum.parts.empty()) {
      figure::Rational difference = sum.total.base();
      for (const auto& part : sum.parts) difference -= part.value.base();
      (difference == figure::Rational(0) ? fitting_ : differing_).push_back(std::move(sum));
    }
    open_.pop_back();
  }

  /// What comes next is of no label that was met.
  void stop() {
    finish();
    column_.reset();
  }

  void finish() {
    while (!open_.empty()) close();
    if (fitting_.size() > differing_.size()) {
      std::ranges::move(differing_, std::back_inserter(sums_));
    }
    std::ranges::move(fitting_, std::back_inserter(sums_));
    fitting_.clear();
    differing_.clear();
  }

  const Grid& grid_;
  const figure::UnitSystem& units_;
  std::vector<TableSum>& sums_;
  std::optional<std::size_t> column_;  ///< of full marks
  std::size_t width_ = 0;              ///< cells of the row of heads
  std::vector<Open> open_;             ///< labels over the row, the outermost first
  std::vector<TableSum> fitting_;
  std::vector<TableSum> differing_;
};

}  // namespace

void find_labelled_groups(const Grid& grid, const figure::UnitSystem& units,
                          std::vector<TableSum>& sums) {
  LabelledGroups(grid, units, sums).find();
}

}  // namespace tieout::report
