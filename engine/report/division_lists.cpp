// What a form's total is divided into by several lists side by side.
#include "report/division_lists.hpp"

#include "figure/number_text.hpp"
#include "report/narrative/nearness.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tieout::report {

namespace {

constexpr std::size_t fewest_lists = 2;
constexpr std::size_t longest_label = 120;  // bytes
constexpr std::size_t most_rows = 12;       // of one list

bool begins_list(std::string_view word) { return word.starts_with("按") && word.ends_with("分"); }

bool says_total(std::string_view word) {
  static constexpr std::array<std::string_view, 3> ends = {"总额", "合计", "总计"};
  return std::ranges::any_of(ends, [word](std::string_view end) { return word.ends_with(end); });
}

class DivisionLists {
 public:
  DivisionLists(const Grid& grid, const figure::UnitSystem& units, std::vector<TableSum>& sums)
      : grid_(grid), units_(units), sums_(sums) {}

  void find() {
    for (const auto& row : grid_.rows()) {
      if (row.blank()) continue;
      if (begins(row) || begins_below(row)) continue;
      if (below_ && !goes_on_below(row)) finish_below();
      if (!lists_.empty() && (++rows_ > most_rows || !goes_on(row))) finish();
      if (lists_.empty()) meet_total(row);
    }
    finish();
    finish_below();
  }

 private:
  struct List {
    std::size_t cell = 0;  ///< where it begins
    std::vector<TableSum::Part> parts;
  };

  bool begins(const GridRow& row) {
    const auto count = std::ranges::count_if(
        row.cells, [](const GridCell& cell) { return begins_list(cell.word); });
    if (row.figures > 0 || static_cast<std::size_t>(count) < fewest_lists) return false;
    finish();
    for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
      if (begins_list(row.cells[cell].word)) lists_.push_back({cell, {}});
    }
    return true;
  }

  void meet_total(const GridRow& row) {
    const auto label =
        std::ranges::find_if(row.cells, [](const GridCell& cell) { return says_total(cell.word); });
    if (label == row.cells.end() || row.figures == 0) return;
    total_row_ = &row;
    totals_.clear();
    name_ = label->cell->joined().trimmed().text();
    for (auto cell = label; cell != row.cells.end(); ++cell) {
      if (auto figure = whole_figure(*cell)) totals_.push_back(std::move(*figure));
    }
  }

  /// 按支出性质分 above its parts, each with figures below those of the total.
  bool begins_below(const GridRow& row) {
    const bool alone = row.texts == 1 && std::ranges::any_of(row.cells, [](const GridCell& cell) {
                         return begins_list(cell.word);
                       });
    if (!alone || total_row_ == nullptr || !lists_.empty()) return false;
    finish_below();
    below_ = true;
    return true;
  }

  bool goes_on_below(const GridRow& row) {
    const auto label = std::ranges::find(row.cells, CellKind::text, &GridCell::kind);
    const bool part = row.texts == 1 && row.cells.size() <= total_row_->cells.size() &&
                      says_part(*label) && !says_total(label->word);
    if (part && row.figures > 0) below_rows_.push_back(&row);
    return part && below_rows_.size() <= most_rows;
  }

  /// The columns that add up, and the others if most do.
  void finish_below() {
    std::vector<TableSum> fitting;
    std::vector<TableSum> differing;
    for (std::size_t cell = 0; below_ && cell < total_row_->cells.size(); ++cell) {
      const auto total = whole_figure(total_row_->cells[cell]);
      if (!total || total->value.coefficient == 0) continue;
      List list{cell, {}};
      for (const auto* row : below_rows_) {
        if (cell >= row->cells.size()) continue;
        const auto label = std::ranges::find(row->cells, CellKind::text, &GridCell::kind);
        if (auto figure = whole_figure(row->cells[cell])) {
          list.parts.push_back({label->cell->joined().trimmed().text(), std::move(*figure)});
        }
      }
      if (list.parts.size() < fewest_lists) continue;
      figure::Rational allowed;
      const auto apart = difference(*total, list, allowed);
      if (apart <= allowed) {
        fitting.push_back({name_, *total, list.parts});
      } else if (apart * narrative::misprint <= total->base()) {
        differing.push_back({name_, *total, list.parts});
      }
    }
    if (fitting.size() > differing.size()) std::ranges::move(differing, std::back_inserter(sums_));
    std::ranges::move(fitting, std::back_inserter(sums_));
    below_rows_.clear();
    below_ = false;
  }

  [[nodiscard]] std::optional<figure::Figure> whole_figure(const GridCell& cell) const {
    if (cell.kind != CellKind::figure) return std::nullopt;
    const auto text = cell.cell->joined().trimmed();
    const auto number = figure::read_cell(text.text(), units_);
    const auto* read = std::get_if<figure::NumberText>(&number);
    if (read == nullptr || read->approximate) return std::nullopt;
    return stated(*read, text.text(), text.place(0));
  }

  /// All are of the form's unit, whether they say so or not.
  [[nodiscard]] std::optional<figure::Figure> stated(const figure::NumberText& number,
                                                     std::string raw, source::Place place) const {
    auto figure =
        figure::make_figure(number, &units_.bare(), std::nullopt, std::move(raw), std::move(place));
    if (figure.unit->dimension.kind() == figure::Dimension::Kind::ratio) return std::nullopt;
    figure.unit = &units_.bare();
    figure.exact = figure.value.coefficient == 0;
    return figure;
  }

  /// 其中：一般公共预算：2680.6
  [[nodiscard]] std::optional<figure::Figure> figure_behind(const GridCell& cell) const {
    const auto text = cell.cell->joined().trimmed();
    const std::string_view words = text.text();
    if (words.size() > longest_label) return std::nullopt;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const auto number = figure::number_at(words, at, units_);
      if (!number) continue;
      if (number->end != words.size() || number->number.approximate) return std::nullopt;
      const auto part = text.part(number->begin, number->end);
      return stated(number->number, part.text(), part.place(0));
    }
    return std::nullopt;
  }

  /// Whether a row holds nothing but labels and their figures.
  bool goes_on(const GridRow& row) {
    if (row.texts > lists_.size()) return false;
    const GridCell* label = nullptr;
    std::size_t at = 0;
    for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
      const auto& each = row.cells[cell];
      if (each.kind == CellKind::text) {
        if (!says_part(each)) return false;
        label = &each;
        at = cell;
        if (auto figure = figure_behind(each)) {
          add(at, each, std::move(*figure));
          label = nullptr;
        }
      } else if (auto figure = whole_figure(each)) {
        if (label == nullptr) return false;
        add(at, *label, std::move(*figure));
        label = nullptr;
      }
    }
    return true;
  }

  [[nodiscard]] static bool says_part(const GridCell& cell) {
    static constexpr std::array<std::string_view, 8> words = {"其中", "预算", "拨款", "支出",
                                                              "资金", "收入", "经费", "结转"};
    const auto text = cell.cell->joined().trimmed().text();
    return text.size() <= longest_label && std::ranges::any_of(words, [&](std::string_view word) {
             return text.find(word) != std::string::npos;
           });
  }

  void add(std::size_t cell, const GridCell& label, figure::Figure figure) {
    auto* list = &lists_.front();
    for (auto& each : lists_) {
      if (each.cell <= cell) list = &each;
    }
    list->parts.push_back({label.cell->joined().trimmed().text(), std::move(figure)});
  }

  [[nodiscard]] static figure::Rational difference(const figure::Figure& total, const List& list,
                                                   figure::Rational& allowed) {
    figure::Rational apart = total.base();
    allowed = total.half_step();
    for (const auto& part : list.parts) {
      apart -= part.value.base();
      allowed += part.value.half_step();
    }
    return apart < 0 ? figure::Rational(-apart) : apart;
  }

  void finish() {
    const figure::Figure* made = nullptr;
    std::vector<const List*> others;
    for (const auto& list : lists_) {
      if (list.parts.empty()) continue;
      const auto fitting = std::ranges::find_if(totals_, [&](const figure::Figure& total) {
        figure::Rational allowed;
        return difference(total, list, allowed) <= allowed;
      });
      if (fitting == totals_.end()) {
        others.push_back(&list);
        continue;
      }
      made = &*fitting;
      sums_.push_back({name_, *fitting, list.parts});
    }
    for (const auto* list : others) {
      figure::Rational allowed;
      if (made != nullptr &&
          difference(*made, *list, allowed) * narrative::misprint <= made->base()) {
        sums_.push_back({name_, *made, list->parts});
      }
    }
    lists_.clear();
    rows_ = 0;
  }

  const Grid& grid_;
  const figure::UnitSystem& units_;
  std::vector<TableSum>& sums_;
  std::string name_;                    ///< of the total
  std::vector<figure::Figure> totals_;  ///< of the row that was met last
  std::vector<List> lists_;             ///< side by side
  std::size_t rows_ = 0;
  const GridRow* total_row_ = nullptr;
  std::vector<const GridRow*> below_rows_;  ///< of the list below a label alone
  bool below_ = false;                      ///< such a list was begun
};

}  // namespace

void find_division_lists(const Grid& grid, const figure::UnitSystem& units,
                         std::vector<TableSum>& sums) {
  DivisionLists(grid, units, sums).find();
}

}  // namespace tieout::report
