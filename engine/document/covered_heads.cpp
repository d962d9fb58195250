// Rows of heads that lack the cells which taller ones above them cover.
#include "document/covered_heads.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace tieout::document {

namespace {

using Row = std::vector<CellSketch>;
using Columns = std::vector<std::size_t>;

constexpr std::size_t most_heads = 6;   // rows
constexpr std::size_t most_width = 60;  // columns
constexpr std::size_t most_groups = 8;  // heads over several columns in a row

/// Columns that a lower row's cells may stand in.
struct Group {
  Columns columns;
  bool divided = false;  ///< below one head, to be taken apart
};

class Heads {
 public:
  Heads(std::string_view text, std::vector<Row>& rows) : text_(text), rows_(rows) {}

  void complete() {
    const auto heads = head_rows();
    if (heads == 0 || heads == rows_.size() || heads > most_heads) return;
    const auto width = rows_[heads].size();
    if (width > most_width || rows_.front().size() != width) return;
    const bool fits = std::ranges::all_of(
        rows_, [width](const Row& row) { return row.size() <= width && !row.empty(); });
    if (!fits) return;
    auto completed = std::vector<Row>{rows_.front()};
    std::vector<bool> own(width, true);  // columns in which the row above has cells of its own
    for (std::size_t row = 1; row < heads; ++row) {
      const auto columns = columns_of(rows_[row], completed.back(), own);
      if (!columns) return;
      completed.push_back(placed(rows_[row], *columns, width));
      own.assign(width, false);
      for (const auto column : *columns) own[column] = true;
    }
    std::ranges::move(completed, rows_.begin());
  }

 private:
  std::string_view text_;
  std::vector<Row>& rows_;

  [[nodiscard]] std::string_view words(const CellSketch& cell) const {
    const auto span = cell.paragraphs.front();
    return text_.substr(span.begin, span.end - span.begin);
  }

  [[nodiscard]] bool is_blank(const CellSketch& cell) const { return words(cell).empty(); }

  /// How many rows stand above the first figure.
  [[nodiscard]] std::size_t head_rows() const {
    const auto body = std::ranges::find_if(rows_, [this](const Row& row) {
      return std::ranges::any_of(
          row, [this](const CellSketch& cell) { return resembles_figure(words(cell)); });
    });
    return static_cast<std::size_t>(body - rows_.begin());
  }

  /// The columns that the cells of a row stand in; nothing if that cannot be said.
  [[nodiscard]] std::optional<Columns> columns_of(const Row& row, const Row& above,
                                                  const std::vector<bool>& own) const {
    if (row.size() == above.size()) {
      Columns all(row.size());
      for (std::size_t column = 0; column < all.size(); ++column) all[column] = column;
      return all;
    }
    const auto groups = groups_below(above, own);
    if (groups.size() > most_groups) return std::nullopt;
    std::optional<Columns> found;
    for (std::size_t chosen = 1; chosen < std::size_t{1} << groups.size(); ++chosen) {
      const auto columns = columns_in(groups, chosen, row);
      if (!columns) continue;
      if (found) return std::nullopt;
      found = columns;
    }
    return found;
  }

  [[nodiscard]] std::vector<Group> groups_below(const Row& above,
                                                const std::vector<bool>& own) const {
    std::vector<Group> groups;
    Group left_out;
    for (std::size_t column = 0; column < above.size();) {
      if (!own[column]) {
        left_out.columns.push_back(column++);
        continue;
      }
      Group group{.columns = {column}, .divided = true};
      while (++column < above.size() && own[column] && is_blank(above[column])) {
        group.columns.push_back(column);
      }
      if (group.columns.size() > 1) groups.push_back(std::move(group));
    }
    if (!left_out.columns.empty()) groups.push_back(std::move(left_out));
    return groups;
  }

  /// The columns of some groups, if a row has as many cells and takes each of the heads apart.
  [[nodiscard]] std::optional<Columns> columns_in(const std::vector<Group>& groups,
                                                  std::size_t chosen, const Row& row) const {
    Columns result;
    for (std::size_t group = 0; group < groups.size(); ++group) {
      if ((chosen >> group & 1U) == 0) continue;
      std::ranges::copy(groups[group].columns, std::back_inserter(result));
    }
    if (result.size() != row.size()) return std::nullopt;
    std::ranges::sort(result);
    for (std::size_t group = 0; group < groups.size(); ++group) {
      const bool taken = (chosen >> group & 1U) != 0;
      if (taken && groups[group].divided && !divides(groups[group], result, row)) {
        return std::nullopt;
      }
    }
    return result;
  }

  /// Whether a row has two heads or more below one, the first where that one begins.
  [[nodiscard]] bool divides(const Group& group, const Columns& columns, const Row& row) const {
    std::size_t heads = 0;
    for (std::size_t cell = 0; cell < row.size(); ++cell) {
      const auto column = columns[cell];
      if (column < group.columns.front() || column > group.columns.back()) continue;
      if (column == group.columns.front() && is_blank(row[cell])) return false;
      if (!is_blank(row[cell])) ++heads;
    }
    return heads > 1;
  }

  /// A row with its cells in their columns, blank ones in the others.
  [[nodiscard]] static Row placed(const Row& row, const Columns& columns, std::size_t width) {
    const auto end = row.back().paragraphs.back().end;
    Row result(width);
    for (std::size_t column = 0; column < width; ++column) {
      result[column] = {.paragraphs = {{end, end}}, .column = column};
    }
    for (std::size_t cell = 0; cell < row.size(); ++cell) {
      result[columns[cell]] = row[cell];
      result[columns[cell]].column = columns[cell];
    }
    return result;
  }
};

}  // namespace

void complete_covered_heads(std::string_view text, std::vector<std::vector<CellSketch>>& rows) {
  if (!rows.empty()) Heads(text, rows).complete();
}

}  // namespace tieout::document
