// Which rows of a table a row may be the total of, by what its label and theirs say.
#include "report/total_rows.hpp"

#include <algorithm>
#include <utility>

namespace tieout::report {

namespace {

std::vector<Indices> rows_of_total(const std::vector<RowLabel>& rows, std::size_t total) {
  Indices above;
  auto first = total;
  while (first > 0 && !rows[first - 1].total) above.push_back(--first);
  std::ranges::reverse(above);
  std::vector<Indices> choices = {above};
  if (first > 0) {
    Indices with_total = {first - 1};
    with_total.insert(with_total.end(), above.begin(), above.end());
    choices.push_back(std::move(with_total));
  }
  Indices below;
  for (auto row = total + 1; row < rows.size() && !rows[row].total; ++row) below.push_back(row);
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
  return {numbered_below(rows, row), of_which_below(rows, row)};
}

}  // namespace tieout::report
