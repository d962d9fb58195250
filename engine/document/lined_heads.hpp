// The heads of a table that stands a cell a line, with nothing that parts its rows.
#pragma once

#include "document/text_lines.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace tieout::document {

/// What stands side by side under one head: its rows' names, with their codes, and figures.
struct LinedSection {
  source::Span title;       ///< 收入, 支出; empty without one
  std::size_t parts = 0;    ///< 类 款 项 below the head of codes
  bool coded = false;       ///< codes stand in front of names
  std::size_t figures = 0;  ///< columns of them
  struct Level {
    std::vector<source::Span> keys;     ///< 项目, 编码, 名称, 类 款 项
    std::vector<source::Span> figures;  ///< one for all columns, or one each
  };
  std::vector<Level> levels;  ///< from the top
  /// Columns below one head of several in the row above, the others of which have none below.
  struct Divided {
    std::size_t first = 0;  ///< column of figures
    std::size_t count = 0;
    std::size_t level = 0;  ///< the row of heads above
  };
  std::optional<Divided> divided{};
  std::vector<source::Span> leaves{};  ///< the own heads of the columns of figures
};

/// The heads as sections; nothing if their number does not tell what stands over what: every row of
/// heads must name the rows' keys first, and then all columns of figures or one thing over them.
[[nodiscard]] std::optional<std::vector<LinedSection>> lined_sections(
    std::string_view text, const std::vector<source::Span>& heads);

/// Whether a head is that of names or codes of rows.
[[nodiscard]] bool is_key_head(std::string_view word);

/// Whether a head does not end as heads of figures do: its cell may have been broken.
[[nodiscard]] bool breaks_off(std::string_view head);

/// Rows of heads, blank cells put in, for `codes` columns of codes in each coded section.
[[nodiscard]] std::vector<std::vector<CellSketch>> lined_head_rows(
    std::string_view text, const std::vector<LinedSection>& sections, std::size_t codes);

}  // namespace tieout::document
