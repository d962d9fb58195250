// Columns of rates in tables that the schema does not know: each the quotient of two others.
#include "report/table_rates.hpp"

#include "figure/number_text.hpp"
#include "report/headed_rows.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/nearness.hpp"
#include "report/narrative/rows.hpp"
#include "report/scope.hpp"

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

constexpr std::size_t fewest_fitting = 2;
constexpr std::size_t most_fitting = 3;  // of so many rows that fit one may be wrong

/// Heads of a rate and the columns that it is of, where the words alone tell it.
struct Told {
  std::string_view rate;
  std::array<std::string_view, 3> parts;
  std::array<std::string_view, 5> wholes;
};

constexpr std::array<Told, 3> told = {
    {{"得分率", {"得分", "自评得分", "实际得分"}, {"分值", "满分", "权重", "标准分", "指标分值"}},
     {"到位率",
      {"到位资金", "实际到位", "到位金额"},
      {"计划资金", "预算资金", "预算数", "计划", "预算"}},
     {"支付率",
      {"支付资金", "实际支付", "支付金额"},
      {"到位资金", "实际到位", "到位金额", "预算数", "预算"}}}};

class Rates {
 public:
  Rates(const Grid& grid, const std::unordered_set<const document::Cell*>& claimed,
        ReadingState& state)
      : grid_(grid),
        claimed_(claimed),
        state_(state),
        table_(state.schema(), state.report, "ratios") {}

  void write() {
    for (auto& run : headed_rows(grid_)) {
      heads_ = run.heads;
      rows_ = std::move(run.rows);
      for (std::size_t column = 2; column < heads_->cells.size(); ++column) {
        if (is_rate(column)) column_of_rates(column);
        if (is_share(column)) column_of_shares(column);
      }
    }
  }

 private:
  struct Pair {
    std::size_t part = 0;
    std::size_t whole = 0;
    std::size_t fitting = 0;
    bool strong = false;  ///< some row is no whole by itself
  };

  [[nodiscard]] const std::string& head(std::size_t column) const {
    return heads_->cells[column].word;
  }

  [[nodiscard]] bool is_rate(std::size_t column) const {
    static constexpr std::array<std::string_view, 3> ends = {"率", "占比", "进度"};
    return in_percent(column) || std::ranges::any_of(ends, [&](std::string_view end) {
             return head(column).find(end) != std::string::npos;
           });
  }

  /// 占比, 占总支出比重: of the column's own total, which stands in its last row.
  [[nodiscard]] bool is_share(std::size_t column) const {
    static constexpr std::array<std::string_view, 3> words = {"占比", "比重", "占总"};
    return std::ranges::any_of(
        words, [&](std::string_view word) { return head(column).find(word) != std::string::npos; });
  }

  /// 甲 25万元 25%; 乙 75万元 75%; 合计 100万元 100%
  void column_of_shares(std::size_t column) {
    if (rows_.size() <= fewest_fitting) return;
    const GridRow& last = *rows_.back();
    const auto named = std::ranges::find_if(
        last.cells, [](const GridCell& cell) { return cell.kind == CellKind::text; });
    if (named == last.cells.end() || !is_grand_total_word(named->word)) return;
    const auto all = figure_at(last, column, true);
    if (!all || all->base() != 1) return;
    std::vector<const GridRow*> stated;
    for (const auto* row : rows_) {
      if (row == &last || claimed_.contains(row->cells[column].cell)) continue;
      const auto share = figure_at(*row, column, true);
      if (share && share->value.coefficient > 0) stated.push_back(row);
    }
    for (std::size_t part = 0; part < heads_->cells.size(); ++part) {
      const auto whole = figure_at(last, part, false);
      if (part == column || !whole) continue;
      const auto fitting =
          static_cast<std::size_t>(std::ranges::count_if(stated, [&](const GridRow* row) {
            const auto own = figure_at(*row, part, false);
            return own && narrative::comparable(*own, *whole) &&
                   narrative::makes_share(*own, *whole, *figure_at(*row, column, true));
          }));
      if (fitting < most_fitting || fitting * 4 < stated.size() * 3) continue;
      for (const auto* row : stated) {
        const auto own = figure_at(*row, part, false);
        const auto share = figure_at(*row, column, true);
        if (own && (narrative::makes_share(*own, *whole, *share) ||
                    may_be_misprint(*own, *whole, *share))) {
          add_ratio(*row, *share, *own, *whole);
        }
      }
      return;
    }
  }

  /// 完成%, 执行率（%）: plain numbers below it are percentages.
  [[nodiscard]] bool in_percent(std::size_t column) const {
    static constexpr std::array<std::string_view, 2> signs = {"%", "％"};
    const auto written = heads_->cells[column].cell->joined().text();
    return std::ranges::any_of(
        signs, [&](std::string_view sign) { return written.find(sign) != std::string::npos; });
  }

  /// 年初目标值 | 实际完成值 | 完成率: both may be rates themselves.
  [[nodiscard]] bool is_of_targets(std::size_t column) const {
    static constexpr std::array<std::string_view, 5> words = {"目标", "指标值", "计划", "完成值",
                                                              "完成情况"};
    return std::ranges::any_of(
        words, [&](std::string_view word) { return head(column).find(word) != std::string::npos; });
  }

  [[nodiscard]] std::optional<figure::Figure> figure_at(const GridRow& row, std::size_t column,
                                                        bool rate) const {
    const auto& cell = row.cells[column];
    if (cell.kind == CellKind::blank) return std::nullopt;
    const auto text = cell.cell->joined().trimmed();
    std::string_view written = text.text();
    // ≥95% beside 92%: what was to be reached is the bound.
    static constexpr std::array<std::string_view, 5> bounds = {"≥", "＝", "=", ">=", "不低于"};
    for (const auto bound : bounds) {
      if (!rate && is_of_targets(column) && written.starts_with(bound)) {
        written.remove_prefix(bound.size());
      }
    }
    const auto number = figure::read_cell(written, state_.units);
    const auto* read = std::get_if<figure::NumberText>(&number);
    if (read == nullptr || read->approximate) return std::nullopt;
    const bool ratio =
        read->unit != nullptr && read->unit->dimension.kind() == figure::Dimension::Kind::ratio;
    const bool percent = rate && read->unit == nullptr && in_percent(column);
    if (ratio != rate && !percent && !(ratio && is_of_targets(column))) return std::nullopt;
    const auto& unit = percent ? state_.units.percent() : state_.units.bare();
    auto found = figure::make_figure(*read, &unit, std::nullopt, text.text(), text.place(0));
    if (found.decimals > 0) found.exact = false;
    return found;
  }

  void column_of_rates(std::size_t column) {
    std::vector<const GridRow*> stated;
    for (const auto* row : rows_) {
      const auto rate = figure_at(*row, column, true);
      if (rate && rate->value.coefficient > 0 && !claimed_.contains(row->cells[column].cell)) {
        stated.push_back(row);
      }
    }
    if (stated.empty()) return;
    std::optional<Pair> best;
    for (std::size_t part = 0; part < heads_->cells.size(); ++part) {
      for (std::size_t whole = 0; whole < heads_->cells.size(); ++whole) {
        if (part == whole || part == column || whole == column) continue;
        const auto pair = tried(stated, column, part, whole);
        const bool better = !best || pair.fitting > best->fitting ||
                            (pair.fitting == best->fitting && is_told(column, part, whole));
        if (pair.fitting > 0 && better) best = pair;
      }
    }
    if (!best) return;
    const bool enough =
        best->fitting >= fewest_fitting && best->strong && best->fitting * 3 >= stated.size() * 2;
    if (!enough && !is_told(column, best->part, best->whole)) return;
    for (const auto* row : stated) add(*row, column, *best, stated.size());
  }

  [[nodiscard]] Pair tried(const std::vector<const GridRow*>& stated, std::size_t column,
                           std::size_t part, std::size_t whole) const {
    Pair pair{.part = part, .whole = whole};
    for (const auto* row : stated) {
      const auto share = figure_at(*row, part, false);
      const auto of = figure_at(*row, whole, false);
      if (!share || !of || !narrative::comparable(*share, *of)) continue;
      if (!narrative::makes_share(*share, *of, *figure_at(*row, column, true))) continue;
      ++pair.fitting;
      pair.strong = pair.strong || share->base() != of->base();
    }
    return pair;
  }

  [[nodiscard]] bool is_told(std::size_t column, std::size_t part, std::size_t whole) const {
    return std::ranges::any_of(told, [&](const Told& each) {
      return head(column).ends_with(each.rate) &&
             std::ranges::find(each.parts, head(part)) != each.parts.end() &&
             std::ranges::find(each.wholes, head(whole)) != each.wholes.end();
    });
  }

  void add(const GridRow& row, std::size_t column, const Pair& pair, std::size_t count) {
    const auto rate = *figure_at(row, column, true);
    const auto part = figure_at(row, pair.part, false);
    const auto whole = figure_at(row, pair.whole, false);
    if (!part || !whole || !narrative::comparable(*part, *whole)) return;
    const bool fits = narrative::makes_share(*part, *whole, rate);
    const bool may_be_wrong = pair.fitting >= most_fitting && pair.fitting * 4 >= count * 3 &&
                              may_be_misprint(*part, *whole, rate);
    if (fits || may_be_wrong) add_ratio(row, rate, *part, *whole);
  }

  void add_ratio(const GridRow& row, const figure::Figure& rate, const figure::Figure& part,
                 const figure::Figure& whole) {
    std::string name;
    for (const auto& cell : row.cells) {
      if (cell.kind == CellKind::text && name.empty()) name = cell.cell->joined().trimmed().text();
    }
    auto added = table_.row(name, rate.place);
    table_.set(added, "name", narrative::text_value(name, rate.place));
    table_.set_rows(added, "parts", {{{"value", part}}});
    table_.set_rows(added, "whole", {{{"value", whole}}});
    table_.set(added, "percent", rate);
    table_.add(std::move(added));
  }

  /// Not capped, and off by no more than a misprint.
  [[nodiscard]] static bool may_be_misprint(const figure::Figure& part, const figure::Figure& whole,
                                            const figure::Figure& rate) {
    const bool capped = rate.base() == 1 && part.base() > whole.base();
    return !capped && narrative::nearly_makes_share(part, whole, rate);
  }

  const Grid& grid_;
  const std::unordered_set<const document::Cell*>& claimed_;
  ReadingState& state_;
  narrative::StatementTable table_;
  const GridRow* heads_ = nullptr;    ///< the row right above `rows_`
  std::vector<const GridRow*> rows_;  ///< of figures, as wide as the heads
};

}  // namespace

void write_table_rates(const Grid& grid, const std::unordered_set<const document::Cell*>& claimed,
                       ReadingState& state) {
  Rates(grid, claimed, state).write();
}

}  // namespace tieout::report
