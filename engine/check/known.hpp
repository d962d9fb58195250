// What is known of checks before they are evaluated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tieout::check {

enum class Known : std::uint8_t {
  nothing,
  holds,
  not_applicable,
  left_out,  ///< the rule's filter leaves the row out
};

/// A rule to evaluate. What is known of it stands in the order of the rows of its table (a rule
/// without `over` has one), for each row in the order of its checks; empty: nothing.
struct RuleTask {
  std::size_t rule = 0;  ///< index in the program
  std::vector<Known> known = {};

  [[nodiscard]] Known at(std::size_t row, std::size_t check, std::size_t checks) const {
    return known.empty() ? Known::nothing : known[row * checks + check];
  }
};

}  // namespace tieout::check
