// Which row of a list is the sum of which others, by their codes and names.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tieout::document {

struct ListedName {
  std::string code;  ///< 2080501; empty without one
  std::string name;
};

/// For each row the one that it is a part of: of codes the longest that begins it, of the highest
/// codes the only total; of numbered names (一、) the first total behind them. Codes that come
/// twice, or two totals beside codes, say nothing.
[[nodiscard]] std::vector<std::optional<std::size_t>> wholes_of(
    const std::vector<ListedName>& rows);

}  // namespace tieout::document
