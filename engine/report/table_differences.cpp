// Columns of differences in tables that the schema does not know: what two others leave.
#include "report/table_differences.hpp"

#include "figure/number_text.hpp"
#include "report/headed_rows.hpp"
#include "report/narrative/nearness.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report {

namespace {

constexpr std::size_t fewest_rows = 2;   // that tell of which columns it is
constexpr std::size_t most_fitting = 3;  // of so many rows that fit one may be wrong

class Differences {
 public:
  Differences(const Grid& grid, const std::unordered_set<const document::Cell*>& claimed,
              const figure::UnitSystem& units, std::vector<TableSum>& sums)
      : grid_(grid), claimed_(claimed), units_(units), sums_(sums) {}

  void find() {
    for (auto& run : headed_rows(grid_)) {
      heads_ = run.heads;
      rows_ = std::move(run.rows);
      for (std::size_t column = 2; column < heads_->cells.size(); ++column) {
        if (is_difference(column)) column_of_differences(column);
      }
    }
  }

 private:
  /// The total is the first and the difference together.
  struct Pair {
    std::size_t total = 0;
    std::size_t first = 0;
    std::size_t fitting = 0;
  };

  [[nodiscard]] bool is_difference(std::size_t column) const {
    static constexpr std::array<std::string_view, 11> words = {"结余", "剩余",   "差额",   "增减",
                                                               "节约", "未支出", "未支付", "结转",
                                                               "差异", "未完成", "扣分"};
    static constexpr std::array<std::string_view, 5> others = {"率", "比例", "%", "％", "年初"};
    const auto written = heads_->cells[column].cell->joined().text();
    const auto says = [&](std::string_view word) {
      return written.find(word) != std::string::npos;
    };
    return std::ranges::any_of(words, says) && std::ranges::none_of(others, says);
  }

  [[nodiscard]] std::optional<figure::Figure> figure_at(const GridRow& row,
                                                        std::size_t column) const {
    const auto& cell = row.cells[column];
    if (cell.kind != CellKind::figure) return std::nullopt;
    const auto text = cell.cell->joined().trimmed();
    const auto number = figure::read_cell(text.text(), units_);
    const auto* read = std::get_if<figure::NumberText>(&number);
    if (read == nullptr || read->approximate) return std::nullopt;
    auto found =
        figure::make_figure(*read, &units_.bare(), std::nullopt, text.text(), text.place(0));
    if (found.unit->dimension.kind() == figure::Dimension::Kind::ratio) return std::nullopt;
    if (found.decimals > 0) found.exact = false;
    return found;
  }

  void column_of_differences(std::size_t column) {
    std::vector<const GridRow*> stated;
    for (const auto* row : rows_) {
      const auto left = figure_at(*row, column);
      if (left && left->value.coefficient != 0 && !claimed_.contains(row->cells[column].cell)) {
        stated.push_back(row);
      }
    }
    std::optional<Pair> best;
    for (std::size_t total = 0; total < heads_->cells.size(); ++total) {
      for (std::size_t first = 0; first < heads_->cells.size(); ++first) {
        if (total == first || total == column || first == column) continue;
        const auto pair = tried(stated, column, total, first);
        if (pair.fitting > 0 && (!best || pair.fitting > best->fitting)) best = pair;
      }
    }
    if (!best || best->fitting < fewest_rows || best->fitting * 4 < stated.size() * 3) return;
    for (const auto* row : stated) add(*row, column, *best);
  }

  [[nodiscard]] Pair tried(const std::vector<const GridRow*>& stated, std::size_t column,
                           std::size_t total, std::size_t first) const {
    Pair pair{.total = total, .first = first};
    for (const auto* row : stated) {
      const auto whole = figure_at(*row, total);
      const auto part = figure_at(*row, first);
      // Of nothing anything is left.
      const bool told = whole && part && part->value.coefficient != 0;
      if (told && apart(*whole, *part, *figure_at(*row, column)) == 0) ++pair.fitting;
    }
    return pair;
  }

  /// By how much the parts miss the total, more than rounding explains.
  [[nodiscard]] static figure::Rational apart(const figure::Figure& total,
                                              const figure::Figure& first,
                                              const figure::Figure& left) {
    for (const auto* part : {&first, &left}) {
      if (!figure::Dimension::fit(part->unit->dimension, total.unit->dimension))
        return total.base();
    }
    const figure::Rational difference = total.base() - first.base() - left.base();
    const figure::Rational allowed = total.half_step() + first.half_step() + left.half_step();
    const figure::Rational size = difference < 0 ? figure::Rational(-difference) : difference;
    return size <= allowed ? figure::Rational(0) : size;
  }

  void add(const GridRow& row, std::size_t column, const Pair& pair) {
    const auto total = figure_at(row, pair.total);
    const auto first = figure_at(row, pair.first);
    const auto left = *figure_at(row, column);
    if (!total || !first) return;
    const auto missed = apart(*total, *first, left);
    const bool wrong = missed != 0;
    const figure::Rational size =
        total->base() < 0 ? figure::Rational(-total->base()) : total->base();
    if (wrong && (pair.fitting < most_fitting || missed * narrative::misprint > size)) return;
    std::string name;
    for (const auto& cell : row.cells) {
      if (cell.kind == CellKind::text && name.empty()) name = cell.cell->joined().trimmed().text();
    }
    sums_.push_back({name, *total, {{head(pair.first), *first}, {head(column), left}}});
  }

  [[nodiscard]] std::string head(std::size_t column) const {
    return heads_->cells[column].cell->joined().trimmed().text();
  }

  const Grid& grid_;
  const std::unordered_set<const document::Cell*>& claimed_;
  const figure::UnitSystem& units_;
  std::vector<TableSum>& sums_;
  const GridRow* heads_ = nullptr;    ///< the row right above `rows_`
  std::vector<const GridRow*> rows_;  ///< of figures, as wide as the heads
};

}  // namespace

void find_table_differences(const Grid& grid,
                            const std::unordered_set<const document::Cell*>& claimed,
                            const figure::UnitSystem& units, std::vector<TableSum>& sums) {
  Differences(grid, claimed, units, sums).find();
}

}  // namespace tieout::report
