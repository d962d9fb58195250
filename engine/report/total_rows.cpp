// Which rows of a table a row may be the total of, by what its label and theirs say.
#include "report/total_rows.hpp"

#include <algorithm>
#include <utility>

namespace tieout::report {

namespace {

/// The rows between two totals that are not taken apart from another: those of the first level of
/// numbers, or those that no 其中 opens a list with.
Indices of_first_level(const std::vector<RowLabel>& rows, std::size_t first, std::size_t last) {
  std::size_t level = 0;
  for (auto row = first; row < last; ++row) {
    const auto own = rows[row].numbering.level;
    if (own > 0 && (level == 0 || own < level)) level = own;
  }
  Indices found;
  bool apart = false;
  for (auto row = first; row < last; ++row) {
    const auto& own = rows[row].numbering;
    if (level > 0 && own.level != level) continue;
    apart = level == 0 && (apart || own.of_which);
    if (!apart) found.push_back(row);
  }
  return found;
}

std::vector<Indices> rows_of_total(const std::vector<RowLabel>& rows, std::size_t total) {
  Indices above;
  auto first = total;
  while (first > 0 && !rows[first - 1].total) above.push_back(--first);
  std::ranges::reverse(above);
  std::vector<Indices> choices = {above, of_first_level(rows, first, total)};
  if (first > 0) {
    Indices with_total = {first - 1};
    with_total.insert(with_total.end(), above.begin(), above.end());
    choices.push_back(std::move(with_total));
  }
  Indices below;
  for (auto row = total + 1; row < rows.size() && !rows[row].total; ++row) below.push_back(row);
  choices.push_back(of_first_level(rows, total + 1, total + 1 + below.size()));
  choices.push_back(std::move(below));
  if (total + 1 == rows.size()) {
    Indices totals;
    Indices others;
    for (std::size_t row = 0; row < total; ++row) {
      (rows[row].total ? totals : others).push_back(row);
    }
    choices.push_back(std::move(totals));
    choices.push_back(std::move(others));
  }
  return choices;
}

/// Rows of deeper levels are left out; where a number is left out, its row states no figures.
Indices numbered_below(const std::vector<RowLabel>& rows, std::size_t row) {
  Indices found;
  const auto above = rows[row].numbering;
  for (auto next = row + 1; next < rows.size() && !rows[next].total; ++next) {
    const auto& own = rows[next].numbering;
    if (found.empty()) {
      if (own.number != 1 || own.level <= above.level) return found;
      found.push_back(next);
      continue;
    }
    const auto level = rows[found.front()].numbering.level;
    if (own.level == 0 || own.level > level) continue;
    if (own.level < level || own.number <= rows[found.back()].numbering.number) break;
    found.push_back(next);
  }
  return found;
}

/// 一、基本支出 | 工资福利支出 | …: rows without numbers below a numbered one.
Indices plain_below(const std::vector<RowLabel>& rows, std::size_t row) {
  Indices found;
  if (rows[row].numbering.level == 0) return found;
  for (auto next = row + 1; next < rows.size() && !rows[next].total; ++next) {
    const auto& own = rows[next].numbering;
    if (own.level > 0) break;
    if (own.of_which) return {};
    found.push_back(next);
  }
  return found;
}

Indices of_which_below(const std::vector<RowLabel>& rows, std::size_t row) {
  Indices found;
  for (auto next = row + 1; next < rows.size() && !rows[next].total; ++next) {
    const auto& own = rows[next].numbering;
    if (own.level > 0 || own.of_which != found.empty()) break;
    found.push_back(next);
  }
  return found;
}

}  // namespace

std::vector<Indices> rows_of(const std::vector<RowLabel>& rows, std::size_t row) {
  if (rows[row].total) return rows_of_total(rows, row);
  return {numbered_below(rows, row), of_which_below(rows, row), plain_below(rows, row)};
}

}  // namespace tieout::report
