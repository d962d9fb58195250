// Sums in tables that the schema does not know.
#include "report/table_sums.hpp"

#include "figure/number_text.hpp"
#include "report/narrative/rows.hpp"
#include "report/scope.hpp"
#include "report/sum_slip.hpp"
#include "report/total_rows.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace tieout::report {

namespace {

constexpr std::size_t fewest_parts = 2;  // that are not zero
constexpr std::size_t fewest_alike = 2;  // columns that add up beside one that does not
constexpr std::size_t most_columns = 60;

/// 合计, 金额合计, 总分: a row or column of sums.
bool says_total(std::string_view word) {
  static constexpr std::array<std::string_view, 6> ends = {"合计", "总计", "小计",
                                                           "总额", "总分", "总得分"};
  return std::ranges::any_of(ends, [word](std::string_view end) { return word.ends_with(end); });
}

bool is_ratio(const figure::Unit* unit) {
  return unit != nullptr && unit->dimension.kind() == figure::Dimension::Kind::ratio;
}

/// A row that states figures; cells without one have none.
struct Line {
  std::string label;
  bool total = false;
  std::vector<std::optional<figure::Figure>> figures;  ///< by column, without those claimed
  std::vector<std::optional<figure::Figure>> claimed;  ///< by column
  std::vector<bool> texts;                             ///< columns that hold words
};

/// How a total stands to its parts.
enum class Fit { none, adds_up, differs };

class Sums {
 public:
  Sums(const Grid& grid, const std::unordered_set<const document::Cell*>& claimed,
       const figure::UnitSystem& units, std::vector<TableSum>& sums)
      : grid_(grid), claimed_(claimed), units_(units), sums_(sums) {
    for (const auto& row : grid.rows()) width_ = std::max(width_, row.width);
  }

  void find() {
    if (width_ > most_columns) return;
    for (std::size_t row = 0; row < grid_.rows().size(); ++row) {
      const auto& cells = grid_.rows()[row];
      // Nothing was spent on what a label names alone.
      const bool without_figures = cells.texts == 1 && cells.figures == 0 && cells.cells.size() > 1;
      if (cells.blank() || without_figures || numbers_columns(cells)) continue;
      if (cells.figures > 0) {
        lines_.push_back(line_of(cells));
      } else if (!repeats_heads(row)) {
        finish();
        heads_ = row;
      }
    }
    finish();
  }

 private:
  const Grid& grid_;
  const std::unordered_set<const document::Cell*>& claimed_;
  const figure::UnitSystem& units_;
  std::vector<TableSum>& sums_;
  std::size_t width_ = 0;
  std::optional<std::size_t> heads_;  ///< the row right above `lines_`
  std::vector<Line> lines_;           ///< rows of figures, one below the other

  /// The column of a cell. Where spans were lost rows fit each other at their end.
  [[nodiscard]] std::size_t column_of(const GridRow& row, std::size_t cell) const {
    return grid_.spans_known() ? row.cells[cell].cell->column : width_ - row.cells.size() + cell;
  }

  /// 栏次 1 2 3
  [[nodiscard]] static bool numbers_columns(const GridRow& row) {
    std::size_t number = 0;
    for (const auto& cell : row.cells) {
      if (cell.kind != CellKind::figure) continue;
      if (cell.cell->joined().trimmed().text() != std::to_string(++number)) return false;
    }
    return number > 1;
  }

  [[nodiscard]] bool repeats_heads(std::size_t row) const {
    return heads_ && std::ranges::equal(grid_.rows()[*heads_].cells, grid_.rows()[row].cells, {},
                                        &GridCell::word, &GridCell::word);
  }

  [[nodiscard]] Line line_of(const GridRow& row) const {
    Line line{.label = {},
              .total = false,
              .figures = std::vector<std::optional<figure::Figure>>(width_),
              .claimed = std::vector<std::optional<figure::Figure>>(width_),
              .texts = std::vector<bool>(width_, false)};
    for (std::size_t index = 0; index < row.cells.size(); ++index) {
      const auto& cell = row.cells[index];
      const auto column = column_of(row, index);
      if (cell.kind == CellKind::text) {
        line.texts[column] = true;
        const bool total = says_total(cell.word);
        if (line.label.empty() || (total && !line.total)) {
          line.label = cell.cell->joined().trimmed().text();
        }
        line.total = line.total || total;
      } else if (cell.kind == CellKind::figure) {
        const bool claimed = claimed_.contains(cell.cell);
        (claimed ? line.claimed : line.figures)[column] = figure_of(*cell.cell);
      }
    }
    return line;
  }

  [[nodiscard]] std::optional<figure::Figure> figure_of(const document::Cell& cell) const {
    const auto text = cell.joined().trimmed();
    const auto number = figure::read_cell(text.text(), units_);
    const auto* read = std::get_if<figure::NumberText>(&number);
    if (read == nullptr || read->approximate) return std::nullopt;
    return figure::make_figure(*read, &units_.bare(), std::nullopt, text.text(), text.place(0));
  }

  void finish() {
    state_precision();
    std::vector<RowLabel> labels;
    labels.reserve(lines_.size());
    for (const auto& line : lines_) labels.push_back({line.total, numbering_of(line.label)});
    for (std::size_t at = 0; at < lines_.size(); ++at) sum_up(at, rows_of(labels, at));
    if (!lines_.empty() && heads_) {
      held_groups(labels);
      total_columns();
      total_groups();
    }
    lines_.clear();
  }

  /// 1003.3 in a column of two decimals is 1003.30, and none of its numbers is exact.
  void state_precision() {
    for (std::size_t column = 0; column < width_; ++column) {
      int decimals = 0;
      for (const auto& line : lines_) {
        if (line.figures[column]) decimals = std::max(decimals, line.figures[column]->decimals);
      }
      for (auto& line : lines_) {
        if (decimals > 0 && line.figures[column]) precise(*line.figures[column], decimals);
      }
    }
  }

  static void precise(figure::Figure& figure, int decimals) {
    if (figure.decimals < decimals) {
      figure.value = figure::rounded(figure.value.rational(), decimals);  // adds zeros only
      figure.decimals = decimals;
    }
    figure.exact = false;
  }

  /// Adds the sums of the rows, of several choices, of which most columns add up to the total.
  void sum_up(std::size_t total, std::vector<Indices> choices) {
    Indices best;
    std::size_t most = 0;
    for (auto& rows : choices) {
      std::size_t fitting = 0;
      for (std::size_t column = 0; column < width_; ++column) {
        if (all_add_up(total, rows, column)) ++fitting;
      }
      if (fitting <= most) continue;
      most = fitting;
      best = std::move(rows);
    }
    if (most == 0) {
      if (!closes_plain_rows(total)) return;
      for (std::size_t row = 0; row < total; ++row) best.push_back(row);
    }
    for (std::size_t column = 0; column < width_; ++column) {
      const auto found = fit(total, best, column);
      const bool sum = found == Fit::adds_up || (found == Fit::differs && is_amount(column) &&
                                                 must_add_up(total, best, column));
      if (sum) add_column(total, best, column);
    }
  }

  /// Whether a column that does not add up is a sum all the same: other columns add up over the
  /// same rows, or the total says that it closes the table and one figure has a slip.
  [[nodiscard]] bool must_add_up(std::size_t total, const Indices& rows, std::size_t column) const {
    const auto is_claimed = [&](std::size_t row) {
      return lines_[row].claimed[column].has_value();
    };
    if (std::ranges::any_of(rows, is_claimed)) return false;
    std::size_t alike = 0;
    for (std::size_t other = 0; other < width_; ++other) {
      if (all_add_up(total, rows, other) && shows_rows_of(rows, column, other)) ++alike;
    }
    const bool closes_table = closes_plain_rows(total) && rows.size() == total;
    return alike >= fewest_alike || (alike > 0 && closes_table) ||
           ((alike > 0 || closes_table) && has_slip(total, rows, column));
  }

  /// Whether a column adds up, of whatever table of the schema its figures are.
  [[nodiscard]] bool all_add_up(std::size_t total, const Indices& rows, std::size_t column) const {
    const auto* whole = figure_at(total, column);
    std::vector<const figure::Figure*> parts;
    for (const auto row : rows) {
      if (lines_[row].texts[column]) return false;
      if (const auto* part = figure_at(row, column)) parts.push_back(part);
    }
    return whole != nullptr && fit(*whole, parts) == Fit::adds_up;
  }

  /// Whether a row that counts in `column` counts in `other` too, so that it is one of the parts.
  [[nodiscard]] bool shows_rows_of(const Indices& rows, std::size_t column,
                                   std::size_t other) const {
    const auto counts = [&](std::size_t row, std::size_t at) {
      const auto* figure = figure_at(row, at);
      return figure != nullptr && figure->value.coefficient != 0;
    };
    return std::ranges::all_of(
        rows, [&](std::size_t row) { return !counts(row, column) || counts(row, other); });
  }

  /// 合计 as the last row below rows that no other total, number or 其中 sets apart.
  [[nodiscard]] bool closes_plain_rows(std::size_t total) const {
    if (total + 1 != lines_.size() || total < fewest_parts ||
        !is_grand_total_word(schema::folded(lines_[total].label))) {
      return false;
    }
    return std::ranges::none_of(lines_.begin(), std::prev(lines_.end()), [](const Line& line) {
      const auto numbering = numbering_of(line.label);
      return line.total || line.label.empty() || line.label.starts_with("减") ||
             numbering.level > 0 || numbering.of_which;
    });
  }

  [[nodiscard]] bool has_slip(std::size_t total, const Indices& rows, std::size_t column) const {
    std::vector<const figure::Figure*> parts;
    for (const auto row : rows) {
      if (const auto& part = lines_[row].figures[column]) parts.push_back(&*part);
    }
    return slip_explains(*total_of(total, rows, column), parts);
  }

  /// Whether a column may be added up, by its head: no rates, prices, years, ranks.
  [[nodiscard]] bool is_amount(std::size_t column) const {
    static constexpr std::array<std::string_view, 13> others = {
        "率", "比", "均", "价", "年限", "%", "％", "序", "编码", "标准", "号", "排名", "名次"};
    const auto* head = heads_ ? head_over(column) : nullptr;
    if (head == nullptr) return false;
    if (is_numbering_word(head->word)) return false;
    const auto written = head->cell->joined().text();  // the folded word has lost its %
    return std::ranges::none_of(
        others, [&](std::string_view other) { return written.find(other) != std::string::npos; });
  }

  [[nodiscard]] const GridCell* head_over(std::size_t column) const {
    if (grid_.spans_known()) return grid_.over(*heads_, column);
    const auto& cells = grid_.rows()[*heads_].cells;
    return cells.size() == width_ ? &cells[column] : nullptr;
  }

  [[nodiscard]] Fit fit(std::size_t total, const Indices& rows, std::size_t column) const {
    std::vector<const figure::Figure*> parts;
    for (const auto row : rows) {
      if (lines_[row].texts[column]) return Fit::none;
      if (const auto& figure = lines_[row].figures[column]) parts.push_back(&*figure);
    }
    const auto* whole = total_of(total, rows, column);
    return whole != nullptr ? fit(*whole, parts) : Fit::none;
  }

  /// A total that a table of the schema holds is still that of rows which none does.
  [[nodiscard]] const figure::Figure* total_of(std::size_t total, const Indices& rows,
                                               std::size_t column) const {
    const auto& own = lines_[total].figures[column];
    if (own) return &*own;
    const bool held = std::ranges::any_of(
        rows, [&](std::size_t row) { return lines_[row].claimed[column].has_value(); });
    const auto& claimed = lines_[total].claimed[column];
    return claimed && !held ? &*claimed : nullptr;
  }

  [[nodiscard]] static Fit fit(const figure::Figure& total,
                               const std::vector<const figure::Figure*>& parts) {
    if (total.value.coefficient == 0 || is_ratio(total.unit)) return Fit::none;
    std::size_t counted = 0;
    figure::Rational difference = total.base();
    figure::Rational allowed = total.half_step();
    for (const auto* part : parts) {
      if (!figure::Dimension::fit(part->unit->dimension, total.unit->dimension)) return Fit::none;
      if (part->value.coefficient == 0) continue;
      ++counted;
      difference -= part->base();
      allowed += part->half_step();
    }
    if (counted < fewest_parts) return Fit::none;
    return difference <= allowed && -difference <= allowed ? Fit::adds_up : Fit::differs;
  }

  void add_column(std::size_t total, const Indices& rows, std::size_t column) {
    TableSum sum{.name = lines_[total].label, .total = *total_of(total, rows, column), .parts = {}};
    for (const auto row : rows) {
      if (const auto& figure = lines_[row].figures[column]) {
        sum.parts.push_back({lines_[row].label, *figure});
      }
    }
    sums_.push_back(std::move(sum));
  }

  /// 一、预算执行 20 | 预算完成率 10 | …, of a table of the schema: groups with numbers, their
  /// parts without, and the total of the groups. Most of them must add up.
  void held_groups(const std::vector<RowLabel>& labels) {
    std::vector<std::size_t> groups;
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      if (labels[line].numbering.level > 0 && !labels[line].total) groups.push_back(line);
    }
    if (groups.size() < fewest_alike || groups.front() != 0) return;
    for (std::size_t column = 0; column < width_; ++column) {
      std::vector<TableSum> fitting;
      std::vector<TableSum> differing;
      for (const auto group : groups) {
        Indices parts;
        for (auto line = group + 1;
             line < lines_.size() && !labels[line].total && labels[line].numbering.level == 0;
             ++line) {
          parts.push_back(line);
        }
        add_held(group, parts, column, fitting, differing);
      }
      const auto last = lines_.size() - 1;
      if (labels[last].total) add_held(last, groups, column, fitting, differing);
      if (fitting.size() < fewest_alike || fitting.size() <= differing.size()) continue;
      std::ranges::move(fitting, std::back_inserter(sums_));
      std::ranges::move(differing, std::back_inserter(sums_));
    }
  }

  void add_held(std::size_t total, const Indices& parts, std::size_t column,
                std::vector<TableSum>& fitting, std::vector<TableSum>& differing) const {
    const auto& whole = lines_[total].claimed[column];
    if (!whole || whole->value.coefficient == 0 || is_ratio(whole->unit)) return;
    TableSum sum{.name = lines_[total].label, .total = *whole, .parts = {}};
    figure::Rational difference = whole->base();
    for (const auto part : parts) {
      const auto& figure = lines_[part].claimed[column];
      if (!figure || is_ratio(figure->unit)) return;
      difference -= figure->base();
      sum.parts.push_back({lines_[part].label, *figure});
    }
    if (sum.parts.empty()) return;
    (difference == figure::Rational(0) ? fitting : differing).push_back(std::move(sum));
  }

  /// 总额 | 财政拨款 | 其他资金: a column of totals in front of what it adds up, in every row.
  void total_columns() {
    for (std::size_t column = 0; column < width_; ++column) {
      const auto* head = head_over(column);
      if (head == nullptr || !says_total(head->word)) continue;
      Indices parts;
      for (auto next = column + 1; next < width_; ++next) {
        const auto* other = head_over(next);
        if (other == nullptr || says_total(other->word) || holds_words(next)) break;
        parts.push_back(next);
      }
      if (parts.size() >= fewest_parts) total_column(column, parts);
    }
  }

  /// 一级指标 | 分值 | 二级指标 | 分值: a figure that stands once for several rows is the sum of
  /// those of the next column with the same head, up to where the next one stands.
  void total_groups() {
    std::map<std::string_view, std::size_t> last;  // column by the word that heads it
    for (std::size_t column = 0; column < width_; ++column) {
      const auto* head = head_over(column);
      if (head == nullptr || head->word.empty() || !is_amount(column)) continue;
      const auto [before, is_new] = last.try_emplace(head->word, column);
      if (is_new) continue;
      total_groups(before->second, column);
      before->second = column;
    }
  }

  [[nodiscard]] const figure::Figure* figure_at(std::size_t line, std::size_t column) const {
    const auto& own = lines_[line].figures[column];
    const auto& claimed = lines_[line].claimed[column];
    return own ? &*own : claimed ? &*claimed : nullptr;
  }

  void total_groups(std::size_t column, std::size_t finer) {
    std::vector<TableSum> fitting;
    std::vector<TableSum> differing;
    for (std::size_t line = 0; line < lines_.size();) {
      const auto& total = lines_[line].figures[column];
      auto end = line + 1;
      if (total && !lines_[line].total) {
        while (end < lines_.size() && !lines_[end].total && figure_at(end, column) == nullptr)
          ++end;
        add_group(*total, {line, end}, finer, fitting, differing);
      }
      line = end;
    }
    // Where each figure stands beside one other (收入 金额 支出 金额), none is the other's sum.
    const bool divides = std::ranges::any_of(
        fitting, [](const TableSum& sum) { return sum.parts.size() >= fewest_parts; });
    const bool known = divides && fitting.size() >= fewest_alike;
    if (known) std::ranges::move(fitting, std::back_inserter(sums_));
    if (known && fitting.size() > 2 * differing.size()) {
      std::ranges::move(differing, std::back_inserter(sums_));
    }
  }

  void add_group(const figure::Figure& total, RowRange lines, std::size_t finer,
                 std::vector<TableSum>& fitting, std::vector<TableSum>& differing) const {
    if (total.value.coefficient == 0) return;  // 0 = 0 tells nothing
    TableSum sum{.name = lines_[lines.first].label, .total = total, .parts = {}};
    figure::Rational difference = total.base();
    for (auto line = lines.first; line < lines.last; ++line) {
      const auto* part = figure_at(line, finer);
      if (part == nullptr) continue;
      if (!figure::Dimension::fit(part->unit->dimension, total.unit->dimension)) return;
      difference -= part->base();
      sum.parts.push_back({lines_[line].label, *part});
    }
    if (sum.parts.empty()) return;
    (difference == figure::Rational(0) ? fitting : differing).push_back(std::move(sum));
  }

  [[nodiscard]] bool holds_words(std::size_t column) const {
    return std::ranges::any_of(lines_, [column](const Line& line) { return line.texts[column]; });
  }

  void total_column(std::size_t column, const Indices& parts) {
    std::vector<const Line*> fitting;
    for (const auto& line : lines_) {
      if (!line.figures[column]) continue;
      std::vector<const figure::Figure*> figures;
      for (const auto part : parts) {
        if (line.figures[part]) figures.push_back(&*line.figures[part]);
      }
      const auto found = fit(*line.figures[column], figures);
      if (found == Fit::differs) return;
      if (found == Fit::adds_up) fitting.push_back(&line);
    }
    for (const auto* line : fitting) {
      TableSum sum{.name = line->label, .total = *line->figures[column], .parts = {}};
      for (const auto part : parts) {
        if (line->figures[part]) {
          const auto* head = head_over(part);
          sum.parts.push_back({head->cell->joined().trimmed().text(), *line->figures[part]});
        }
      }
      sums_.push_back(std::move(sum));
    }
  }
};

}  // namespace

void find_table_sums(const Grid& grid, const std::unordered_set<const document::Cell*>& claimed,
                     const figure::UnitSystem& units, std::vector<TableSum>& sums) {
  Sums(grid, claimed, units, sums).find();
}

void write_table_sums(const std::vector<TableSum>& sums, ReadingState& state) {
  const narrative::StatementTable table(state.schema(), state.report, "decompositions");
  for (const auto& sum : sums) {
    const auto& place = sum.total.place;
    Row row = table.row(sum.name, place);
    table.set(row, "name", narrative::text_value(sum.name, place));
    table.set(row, "total", sum.total);
    std::vector<std::vector<narrative::StatementTable::Field>> parts;
    parts.reserve(sum.parts.size());
    for (const auto& part : sum.parts) {
      parts.push_back(
          {{"name", narrative::text_value(part.name, part.value.place)}, {"value", part.value}});
    }
    table.set_rows(row, "parts", parts);
    table.set(row, "closed", narrative::boolean_value(true, place));
    table.add(std::move(row));
  }
}

}  // namespace tieout::report
