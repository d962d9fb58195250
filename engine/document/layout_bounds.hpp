// Where the heads and the rows of laid-out tables begin and end.
#pragma once

#include "document/laid_out_lines.hpp"

#include <cstddef>

namespace tieout::document {

class LayoutBounds {
 public:
  explicit LayoutBounds(const LaidOutLines& in) : in_(in) {}

  /// The line after the last data line of the rows that begin at `at`.
  [[nodiscard]] std::size_t body_end(std::size_t at) const;

  /// The first head line above `body`, at least line `done`. A line with a colon (单位：万元) is
  /// none; a lone label is one only between heads or beside their middle, for above them it is the
  /// table's title.
  [[nodiscard]] std::size_t heads_begin(std::size_t done, std::size_t body) const;

  /// The end of the page on which lines begin, or of the lines.
  [[nodiscard]] std::size_t page_end(LineRange lines) const;

  /// Whether rows on a new page stand right below a table that ends at line `done`.
  [[nodiscard]] bool is_more_of_table(std::size_t done, LineRange rows) const;

 private:
  class TextBegins;
  const LaidOutLines& in_;

  [[nodiscard]] bool begins_name(std::size_t line) const;
  [[nodiscard]] bool is_half_of_names(std::size_t line) const;
  [[nodiscard]] bool ends_name(std::size_t line) const;
  [[nodiscard]] bool begins_with_of_which(const LayoutLine& line) const;
  [[nodiscard]] bool has_colon(const LayoutLine& line) const;
  [[nodiscard]] bool notes_unit(const LayoutLine& line) const;
  [[nodiscard]] bool is_head_beside(std::size_t line) const;
};

}  // namespace tieout::document
