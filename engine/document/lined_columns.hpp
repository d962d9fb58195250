// What the heads of a table that stands a cell a line say of how its figures add up.
#pragma once

#include "document/figure_places.hpp"
#include "document/lined_heads.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tieout::document {

/// The columns of figures of a section: 合计 in front is the sum of those behind it.
[[nodiscard]] FigureColumns figure_columns(std::string_view text, const LinedSection& section);

/// The words of the heads of a section's figures; 合计 for every total.
[[nodiscard]] std::vector<std::string> column_words(std::string_view text,
                                                    const LinedSection& section);

}  // namespace tieout::document
