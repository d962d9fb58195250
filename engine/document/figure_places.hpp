// Rows of figures whose blank cells were left out: in which columns their figures stand, told from
// what the columns and the rows of such a table add up to.
#pragma once

#include "document/amount.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace tieout::document {

/// A row's figures, from the left.
struct FigureRow {
  std::vector<std::optional<Amount>> figures;
  std::optional<std::size_t> whole{};  ///< the row that it is a part of: no circles
  /// What other tables state of the row's columns, 0 for a blank one; by column, or empty.
  std::vector<std::optional<Amount>> stated{};
  /// What sentences say of columns; by column, or empty.
  std::vector<std::vector<Amount>> said{};
};

/// What is known of a table's columns of figures.
struct FigureColumns {
  std::size_t count = 0;
  /// For each relation of a row a factor for each column: the products add up to 0.
  std::vector<std::vector<int>> relations;
};

/// The columns of each row's figures; nothing for a row of which that cannot be said. A row with as
/// many figures as there are columns has one in each, whatever they add up to. Fewer are placed if
/// one way alone agrees with the relations of the row, with its whole and with its parts; ways that
/// give every column the same amount are one. A whole whose parts do not add up to it says nothing
/// of them. Of several ways that agree, the only one that is stated or said elsewhere is the row's.
/// Columns that the row of the whole table leaves blank are blank in all of its parts. Work is
/// bounded: where there are too many ways none is chosen.
[[nodiscard]] std::vector<std::optional<std::vector<std::size_t>>> figure_places(
    const FigureColumns& columns, const std::vector<FigureRow>& rows, std::size_t& sums);

}  // namespace tieout::document
