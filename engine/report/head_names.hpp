// The names that a head of a table answers to.
#pragma once

#include "report/table_heads.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tieout::report {

/// A name that a head answers to.
struct HeadName {
  std::string word;     ///< folded
  bool of_path = true;  ///< with the words of all heads over it that are known
};

/// The words over a column from a level downwards.
using Path = std::span<const HeadWords>;

/// The most telling names first: with all that stands above, then with less, then its own.
/// `period`: the report's year.
[[nodiscard]] std::vector<HeadName> names_of(const Head& head, Path path,
                                             std::optional<int> period);

}  // namespace tieout::report
