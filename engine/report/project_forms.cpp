// Forms of one project: what they state is the project's, not its department's.
#include "report/project_forms.hpp"

#include "report/scope.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <string_view>

namespace tieout::report {

namespace {

constexpr std::size_t rows_above = 20;  // that may stand between a form's first row and a sum

/// 项目名称 | 信息化建设: a name, and no head of a column beside 项目名称.
bool names_project(const GridRow& row, const Captions& captions) {
  constexpr std::string_view label = "项目名称";
  const auto found = std::ranges::find(row.cells, label, &GridCell::word);
  if (found == row.cells.end() || row.figures > 0) return false;
  const auto name = std::ranges::find_if(
      found + 1, row.cells.end(), [](const GridCell& cell) { return cell.kind == CellKind::text; });
  if (name == row.cells.end()) return false;
  return captions.columns(name->word).empty() && !captions.labels(name->word) &&
         !is_numbering_word(name->word);
}

/// 项目支出绩效目标表, 项目支出绩效自评表.
bool is_title_of_projects(std::string_view title) {
  static constexpr std::array<std::string_view, 4> kinds = {"目标", "自评", "申报", "评价"};
  const auto says = [title](std::string_view word) {
    return title.find(word) != std::string_view::npos;
  };
  return says("项目") && says("表") && !says("整体") && std::ranges::any_of(kinds, says);
}

/// Whether a title is that of a table or form, and no note below one: （2021年度）.
bool names_form(std::string_view title) { return title.find("表") != std::string_view::npos; }

}  // namespace

bool is_of_project(const Grid& grid, std::size_t row, std::span<const std::string> titles,
                   const Captions& captions) {
  const auto first = row > rows_above ? row - rows_above : 0;
  for (auto above = row; above > first; --above) {
    const auto& cells = grid.rows()[above - 1];
    if (names_project(cells, captions)) return true;
    const auto* only = cells.only();
    if (only == nullptr || only->kind != CellKind::text) continue;
    if (!names_form(only->cell->joined().text())) continue;
    return is_title_of_projects(only->cell->joined().text());
  }
  for (const auto& title : std::views::reverse(titles)) {
    if (names_form(title)) return is_title_of_projects(title);
  }
  return false;
}

}  // namespace tieout::report
