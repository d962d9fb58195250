// The names of a table that stands a cell a line, each with its codes and figures.
#pragma once

#include "document/lined_heads.hpp"
#include "document/lined_words.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tieout::document {

/// What may still be done for the tables of a text, most of which might be none.
struct LinedEffort {
  std::size_t groups = 0;  ///< to read
  std::size_t sums = 0;    ///< to add up
};

/// What a table's rows are read from: the pieces of its heads and, behind them, of its body.
struct LinedBody {
  const LinedPieces& pieces;
  LineRange heads;
  const std::vector<LinedSection>& sections;
  LinedEffort& effort;
};

/// Pieces of one name.
struct LinedGroup {
  std::vector<std::size_t> codes;
  LineRange names;  ///< its parts: cells may be broken
  LineRange rest;   ///< those on the next page
  std::vector<std::size_t> figures;
  std::size_t side = 0;  ///< the section that it belongs to
  /// The columns of its figures; nothing if that cannot be said.
  std::optional<std::vector<std::size_t>> places{};

  [[nodiscard]] std::string name(const LinedPieces& pieces) const;
  [[nodiscard]] std::string code(const LinedPieces& pieces) const;
};

struct LinedGroups {
  std::vector<LinedGroup> groups;
  std::size_t behind = 0;  ///< the piece behind the last
};

/// The groups up to the table's end, each on the first side; nothing if it cannot be said what
/// belongs together, or if figures follow that are of no group.
[[nodiscard]] std::optional<LinedGroups> lined_groups(const LinedBody& body);

}  // namespace tieout::document
