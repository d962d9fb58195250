// Heads over several columns in tables that lost the blank cells below the others.
#include "document/lost_heads.hpp"

#include <algorithm>
#include <array>

namespace tieout::document {

void complete_heads(std::string_view text, std::vector<std::vector<CellSketch>>& rows,
                    std::size_t heads, std::size_t columns) {
  static constexpr std::array<std::string_view, 3> parts = {"编码", "代码", "名称"};
  if (heads != 2 || rows[1].size() >= columns || rows[1].size() < 2) return;
  if (rows[0].size() - 1 + rows[1].size() != columns) return;
  const bool below_first = std::ranges::all_of(rows[1], [text](const CellSketch& cell) {
    const auto& span = cell.paragraphs.front();
    const auto head = text.substr(span.begin, span.end - span.begin);
    return std::ranges::any_of(
        parts, [head](std::string_view part) { return head.find(part) != std::string_view::npos; });
  });
  if (!below_first) return;
  const auto end = rows[1].back().paragraphs.back().end;
  while (rows[1].size() < columns) {
    rows[1].push_back({.paragraphs = {{end, end}}, .column = rows[1].size()});
  }
}

}  // namespace tieout::document
