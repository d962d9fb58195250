// Which rows of a table are the children of which: code prefixes, numbered captions, parent keys.
#pragma once

#include "report/report.hpp"

#include <cstddef>
#include <vector>

namespace tieout::check {

/// For each row the indexes of the rows whose nearest present ancestor it is, in table order. The
/// row of the row set `summary` has as children the outermost rows: by code those of the whole
/// table, by numbering those above it. It has none where they cannot be told: there are several
/// such rows, or rows with and without a code or number stand side by side.
[[nodiscard]] std::vector<std::vector<std::size_t>> children_of(
    const std::vector<report::Row>& rows, const schema::Table& table);

/// The level that a caption's numbering gives: 一、 is 1, （一） 2, 1、 3, (1) 4, ① 5, 其中： one
/// below what stands before it; 0 for none.
[[nodiscard]] int numbering_level(std::string_view caption);

}  // namespace tieout::check
