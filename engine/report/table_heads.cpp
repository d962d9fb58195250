// What stands above each column of a table.
#include "report/table_heads.hpp"

#include "report/head_sections.hpp"
#include "report/scope.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace tieout::report {

namespace {

constexpr std::size_t most_head_rows = 6;
constexpr std::size_t most_candidates = 8;  // heads that may be over a column

/// Cells [first, last] of a row.
struct CellRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Which cell of a narrower row stands above each cell of the next: every blank cell continues one,
/// each run of others shares some. How the runs share is bounded from both sides.
std::optional<std::vector<CellRange>> cells_above(const GridRow& above, const GridRow& below) {
  struct Run {
    std::size_t first = 0;
    std::size_t length = 0;
  };
  std::vector<Run> runs;
  std::size_t blanks = 0;
  for (std::size_t cell = 0; cell < below.cells.size(); ++cell) {
    if (below.cells[cell].kind == CellKind::blank) {
      ++blanks;
    } else if (!runs.empty() && runs.back().first + runs.back().length == cell) {
      ++runs.back().length;
    } else {
      runs.push_back({cell, 1});
    }
  }
  if (above.cells.size() < blanks + runs.size()) return std::nullopt;
  const std::size_t shared = above.cells.size() - blanks;  // cells that stand above the runs
  std::size_t most = 0;
  for (const auto& run : runs) most += run.length;
  if (shared > most) return std::nullopt;

  std::vector<CellRange> result(below.cells.size());
  std::size_t before = 0;       // runs before this one ...
  std::size_t most_before = 0;  // ... and how many cells above they can have at most
  std::size_t blanks_before = 0;
  std::size_t run = 0;
  for (std::size_t cell = 0; cell < below.cells.size();) {
    // At least one cell above each run; not so many that later runs cannot take the rest.
    const auto later_most = most - most_before;
    const auto later_least = runs.size() - before;
    const auto low = std::max(before, shared > later_most ? shared - later_most : 0);
    const auto high = std::min(most_before, shared - later_least);
    if (below.cells[cell].kind == CellKind::blank) {
      result[cell] = {blanks_before + low, blanks_before + high};
      ++blanks_before;
      ++cell;
      continue;
    }
    const auto length = runs[run].length;
    const auto rest_most = later_most - length;
    const auto rest_least = later_least - 1;
    const auto low_end = std::max(before + 1, shared > rest_most ? shared - rest_most : 0);
    const auto high_end = std::min(most_before + length, shared - rest_least);
    for (std::size_t inside = 0; inside < length; ++inside) {
      // From the left every cell has a column at least; so it has from the right.
      const auto from_right = length - 1 - inside;
      const auto first = std::max(low, low_end > from_right + 1 ? low_end - from_right - 1 : 0);
      const auto last = std::min(high + inside, high_end - 1);
      result[cell + inside] = {blanks_before + first, blanks_before + std::max(first, last)};
    }
    ++before;
    most_before += length;
    ++run;
    cell += length;
  }
  return result;
}

/// Whether a head begins the columns of another group: 小计 before its parts, 增减额 before its
/// rate.
bool begins_group(const GridCell& cell) {
  static constexpr std::array<std::string_view, 4> totals = {"小计", "合计", "总计", "增减额"};
  return std::ranges::find(totals, cell.word) != totals.end();
}

/// As `cells_above`, where each run begins with the total of its first group and there are as many
/// groups and blanks as cells above: each group stands below a cell of its own. Nothing if not.
std::optional<std::vector<CellRange>> cells_above_groups(const GridRow& above,
                                                         const GridRow& below) {
  constexpr std::string_view difference = "增减额";
  std::vector<CellRange> result;
  std::string_view total;
  std::size_t group = 0;
  bool in_run = false;
  for (const auto& cell : below.cells) {
    const bool blank = cell.kind == CellKind::blank;
    const bool begins = !blank && begins_group(cell);
    if (!blank && !in_run && !begins) return std::nullopt;
    if (begins && cell.word != difference) {
      if (!total.empty() && total != cell.word) return std::nullopt;  // one may be part of another
      total = cell.word;
    }
    if (blank || begins) ++group;
    in_run = !blank;
    result.push_back({group - 1, group - 1});
  }
  return group == above.cells.size() && group > 1 ? std::optional(std::move(result)) : std::nullopt;
}

/// How many heads from the left on name rows (编码, 名称), as they stand below 项目.
std::size_t heads_of_keys(const GridRow& row) {
  static constexpr std::array<std::string_view, 3> ends = {"编码", "代码", "名称"};
  const auto end = std::ranges::find_if_not(row.cells, [](const GridCell& cell) {
    return std::ranges::any_of(ends, [&](std::string_view e) { return cell.word.ends_with(e); });
  });
  return static_cast<std::size_t>(end - row.cells.begin());
}

/// As `cells_above`; where 项目 stands over 编码 and 名称, it stands over nothing else.
std::optional<std::vector<CellRange>> cells_above_keys(const GridRow& above, const GridRow& below) {
  static constexpr std::array<std::string_view, 3> ends = {"项目", "科目", "分类"};
  const auto keys = heads_of_keys(below);
  const bool over_keys = std::ranges::any_of(
      ends, [&](std::string_view end) { return above.cells.front().word.ends_with(end); });
  if (!over_keys || keys < 2 || keys == below.cells.size() || above.cells.size() < 2) {
    return cells_above(above, below);
  }
  const auto from = [](const GridRow& row, std::size_t first) {
    GridRow rest;
    rest.cells.assign(row.cells.begin() + static_cast<std::ptrdiff_t>(first), row.cells.end());
    return rest;
  };
  auto rest = cells_above_groups(from(above, 1), from(below, keys));
  if (!rest) rest = cells_above(from(above, 1), from(below, keys));
  if (!rest) return cells_above(above, below);
  for (auto& range : *rest) range = {range.first + 1, range.last + 1};
  rest->insert(rest->begin(), keys, CellRange{0, 0});
  return rest;
}

/// 类 款 项 栏次 1 2 3: the parts of a code on the row that numbers the columns.
bool divides_code(const GridRow& row) {
  constexpr std::size_t fewest = 2;  // parts of a code
  const auto rest = std::ranges::find_if_not(
      row.cells, [](const GridCell& cell) { return is_code_part(cell.word); });
  const bool numbers = std::all_of(rest, row.cells.end(), [](const GridCell& cell) {
    return cell.kind != CellKind::text || is_numbering_word(cell.word);
  });
  return numbers && row.figures > 0 && static_cast<std::size_t>(rest - row.cells.begin()) >= fewest;
}

class HeadReader {
 public:
  HeadReader(const Grid& grid, RowRange rows) : grid_(grid), rows_(rows) {}

  std::vector<Head> read() {
    const auto& leaves = grid_.rows()[rows_.last - 1];
    heads_.resize(leaves.width);
    if (grid_.spans_known()) {
      for (auto row = rows_.first; row < rows_.last; ++row) add_known(row);
    } else {
      add_inferred();
    }
    mark_shared();
    return std::move(heads_);
  }

 private:
  const Grid& grid_;
  RowRange rows_;
  std::vector<Head> heads_;

  static void add(Head& head, const GridCell& cell) {
    if (cell.kind == CellKind::blank || cell.word == "其中") return;
    // A merged cell may be repeated in every row and column that it covers.
    const auto same = [&cell](const HeadWords& above) {
      return above.cell == cell.cell || (!cell.word.empty() && above.word == cell.word);
    };
    if (!head.path.empty() && same(head.path.back())) return;
    head.path.push_back({cell.cell, cell.cell->joined().text(), cell.word});
  }

  /// A column's head is the cell of the last row that begins there; one that reaches over further
  /// columns of the grid is one head all the same.
  void add_known(std::size_t row) {
    const bool numbers = divides_code(grid_.rows()[row]);
    for (std::size_t column = 0; column < heads_.size(); ++column) {
      if (grid_.at(rows_.last - 1, column) == nullptr) continue;
      const auto* cell = grid_.over(row, column);
      if (cell != nullptr && (!numbers || is_code_part(cell->word))) add(heads_[column], *cell);
    }
  }

  /// 决算数 below each of several heads, and nothing else on its row.
  void mark_shared() {
    const auto& leaves = grid_.rows()[rows_.last - 1];
    const std::string* word = nullptr;
    for (const auto& cell : leaves.cells) {
      if (cell.kind == CellKind::blank) continue;
      if (cell.word.empty() || (word != nullptr && *word != cell.word)) return;
      word = &cell.word;
    }
    if (word == nullptr || leaves.texts < 2) return;
    for (auto& head : heads_) {
      head.shared = head.path.size() > 1 && head.path.back().word == *word;
    }
  }

  /// From the leaves upwards: which cell of each row stands above which column.
  void add_inferred() {
    std::vector<CellRange> above(heads_.size());
    for (std::size_t column = 0; column < above.size(); ++column) above[column] = {column, column};
    std::vector<std::vector<CellRange>> levels(rows_.last - rows_.first);
    levels.back() = above;
    for (auto row = rows_.last - 1; row-- > rows_.first;) {
      const auto& narrow = grid_.rows()[row];
      const auto& wide = grid_.rows()[row + 1];
      if (narrow.cells.size() == wide.cells.size()) {
        levels[row - rows_.first] = above = full_width(row, above);
        continue;
      }
      if (auto begins = above_sections(row, levels)) {
        levels[row - rows_.first] = above = std::move(*begins);
        continue;
      }
      const auto mapped = cells_above_keys(narrow, wide);
      if (!mapped) {
        // It cannot be said what this row stands above, nor the rows over it.
        for (auto& head : heads_) head.maybe.push_back(all_words(narrow));
        break;
      }
      for (auto& range : above) {
        range = {(*mapped)[range.first].first, (*mapped)[range.last].last};
      }
      levels[row - rows_.first] = above;
    }
    for (auto row = rows_.first; row < rows_.last; ++row) {
      const auto& level = levels[row - rows_.first];
      const bool numbers = divides_code(grid_.rows()[row]);
      for (std::size_t column = 0; column < level.size(); ++column) {
        const auto range = level[column];
        if (numbers && !is_code_part(grid_.rows()[row].cells[range.first].word)) continue;
        add_range(heads_[column], grid_.rows()[row], range);
      }
    }
  }

  /// A row that has as many cells as the heads below it begin anew (收入 and 支出 above 项目 金额
  /// 项目 金额): each of its cells stands over the columns from one beginning to the next.
  [[nodiscard]] std::optional<std::vector<CellRange>> above_sections(
      std::size_t row, const std::vector<std::vector<CellRange>>& levels) const {
    const auto words = [&](std::size_t column) {
      std::string joined;
      for (auto below = row + 1; below < rows_.last; ++below) {
        const auto& range = levels[below - rows_.first][column];
        if (range.first == range.last) joined += grid_.rows()[below].cells[range.first].word;
      }
      return joined;
    };
    const auto& cells = grid_.rows()[row].cells;
    const bool blank = std::ranges::any_of(
        cells, [](const GridCell& cell) { return cell.kind == CellKind::blank; });
    const auto first = words(0);
    if (cells.size() < 2 || first.empty()) return std::nullopt;
    std::vector<CellRange> result(heads_.size());
    std::size_t section = 0;
    bool even = true;  // 预算数 决算数 below each, blank or not
    for (std::size_t column = 0; column < heads_.size(); ++column) {
      if (column > 0 && words(column) == first) ++section;
      result[column] = {section, section};
      even = even && section == column * cells.size() / heads_.size();
    }
    if (blank && !even) return std::nullopt;
    return section + 1 == cells.size() ? std::optional(std::move(result)) : std::nullopt;
  }

  /// Rows of one width: a blank cell above a head belongs to the head on its left, unless a head
  /// begins above it. Below it stands its own cell of the next row, or the one that this continues.
  std::vector<CellRange> full_width(std::size_t row, std::vector<CellRange> above) const {
    const auto& cells = grid_.rows()[row].cells;
    std::vector<std::size_t> owner(cells.size());
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      const bool continues = cell > 0 && cells[cell].kind == CellKind::blank &&
                             cells[owner[cell - 1]].kind != CellKind::blank &&
                             !begins_above(row, cell) && headed(row, cell, above) &&
                             headed(row, owner[cell - 1], above);
      owner[cell] = continues ? owner[cell - 1] : cell;
    }
    for (auto& range : above) range = {owner[range.first], owner[range.last]};
    return above;
  }

  /// Whether a text stands in one of the rows of the same width over a cell.
  [[nodiscard]] bool begins_above(std::size_t row, std::size_t cell) const {
    const auto width = grid_.rows()[row].cells.size();
    while (row-- > rows_.first && grid_.rows()[row].cells.size() == width) {
      if (grid_.rows()[row].cells[cell].kind != CellKind::blank) return true;
    }
    return false;
  }

  /// Whether a text stands below a cell: in its column, if all rows below are of one width.
  [[nodiscard]] bool headed(std::size_t row, std::size_t cell,
                            const std::vector<CellRange>& above) const {
    const auto& rows = grid_.rows();
    const auto width = rows[row].cells.size();
    bool filled = false;
    for (auto below = row + 1; below < rows_.last; ++below) {
      if (rows[below].cells.size() != width) {
        const bool by_column = above.size() == width && above[cell].first == above[cell].last;
        const auto& next = rows[row + 1].cells;
        return next[by_column ? above[cell].first : cell].kind != CellKind::blank;
      }
      filled = filled || rows[below].cells[cell].kind != CellKind::blank;
    }
    return filled;
  }

  static std::string all_words(const GridRow& row) {
    std::string words;
    for (const auto& cell : row.cells) {
      if (cell.kind == CellKind::text && words.size() < 1000) words += cell.cell->joined().text();
    }
    return words;
  }

  static void add_range(Head& head, const GridRow& row, CellRange range) {
    if (range.first == range.last) {
      add(head, row.cells[range.first]);
      return;
    }
    const auto last = std::min(range.last, range.first + most_candidates);
    for (auto cell = range.first; cell <= last; ++cell) {
      const auto& candidate = row.cells[cell];
      if (candidate.kind == CellKind::blank || candidate.word == "其中") continue;
      head.maybe.push_back(candidate.cell->joined().text());
    }
  }
};

/// Whether a row that repeats a merged cell's words in every column that it covers is divided by
/// the row below it.
bool repeats_merged(const GridRow& upper, const GridRow& lower) {
  for (std::size_t cell = 1; cell < upper.cells.size(); ++cell) {
    const auto& word = upper.cells[cell].word;
    if (word.empty() || word != upper.cells[cell - 1].word) continue;
    const auto& below = lower.cells[cell];
    if (below.kind == CellKind::text && below.word != lower.cells[cell - 1].word) return true;
  }
  return false;
}

/// Whether `below` divides columns that `above` heads together.
bool divides(const Grid& grid, std::size_t above, std::size_t below) {
  const auto& upper = grid.rows()[above];
  const auto& lower = grid.rows()[below];
  if (divides_code(lower) && lower.width == upper.width) return true;
  if (lower.figures > 0 || lower.texts == 0) return false;
  // Captions are short; a row that is not has begun the body.
  if (std::ranges::any_of(lower.cells, [](const GridCell& cell) {
        return cell.kind == CellKind::text && cell.word.empty();
      })) {
    return false;
  }
  if (grid.spans_known()) {
    // Columns may be headed on a row of their own, the cells above left blank and not merged.
    bool beside_heads = lower.texts > 1;
    bool under_merged = false;
    for (const auto& cell : lower.cells) {
      if (cell.kind != CellKind::text) continue;
      const auto* over = grid.over(above, cell.cell->column);
      beside_heads = beside_heads && over != nullptr && over->kind == CellKind::blank;
      under_merged =
          under_merged || over == nullptr || over->cell->column_span > cell.cell->column_span;
    }
    return under_merged || beside_heads;
  }
  if (lower.cells.size() != upper.cells.size()) return lower.cells.size() > upper.cells.size();
  if (repeats_merged(upper, lower)) return true;
  // Below a merged cell stands the first of what it is over, with another beside it.
  bool under_merged = upper.cells.size() > 1 && upper.cells[1].kind == CellKind::blank &&
                      lower.cells[1].kind == CellKind::text;
  for (std::size_t cell = 1; cell < upper.cells.size(); ++cell) {
    under_merged = under_merged || (upper.cells[cell - 1].kind == CellKind::text &&
                                    upper.cells[cell].kind == CellKind::blank &&
                                    lower.cells[cell - 1].kind == CellKind::text &&
                                    lower.cells[cell].kind == CellKind::text);
  }
  // 项目 and blanks above 编码, blank, 名称: new heads only where none stand above.
  bool beside_heads = true;
  for (std::size_t cell = 1; cell < upper.cells.size(); ++cell) {
    beside_heads = beside_heads && (lower.cells[cell].kind != CellKind::text ||
                                    upper.cells[cell].kind == CellKind::blank);
  }
  const bool first_headed = lower.cells.front().kind != CellKind::blank;
  if (first_headed && !under_merged && !beside_heads) return false;
  for (std::size_t cell = 0; cell < lower.cells.size(); ++cell) {
    if (upper.cells[cell].kind == CellKind::blank && lower.cells[cell].kind == CellKind::text) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Head> read_heads(const Grid& grid, RowRange rows) {
  return HeadReader(grid, rows).read();
}

std::size_t count_head_rows(const Grid& grid, std::size_t first) {
  auto last = first + 1;
  while (last < grid.rows().size() && last - first < most_head_rows &&
         divides(grid, last - 1, last)) {
    ++last;
  }
  return last - first;
}

}  // namespace tieout::report
