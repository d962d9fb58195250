// Text on a terminal: how wide it is, and that it is only text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tieout::output {

/// Columns that the text takes: wide and full-width characters (Han) two, combining marks none.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text with spaces after it up to `width` columns.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

/// The text with every run of control characters, line ends included, as one space, and bytes that
/// are no UTF-8 as U+FFFD: what a report holds cannot move the cursor of the terminal that shows
/// it, nor spoil the file that it is written to.
[[nodiscard]] std::string printable(std::string_view text);

/// At most `width` columns, cut with "…".
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

}  // namespace tieout::output
