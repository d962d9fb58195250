// Which rows of a batch belong to the row sets that plans name.
#pragma once

#include "check/sieve_plan.hpp"
#include "report/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace tieout::check {

/// The rows of each report that a plan asks for.
struct ChosenRows {
  std::size_t most = 0;  ///< of one report
  /// Where all reports have the same keys in the same order, as forms filled in from one template
  /// have: how many rows each has (0: not so), and which of them are chosen.
  std::size_t stride = 0;
  std::vector<std::size_t> offsets;
  /// Else report r has rows[begins[r]] to rows[begins[r + 1]], in the order of the columns.
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> begins;

  [[nodiscard]] std::size_t number(std::size_t report) const {
    return stride > 0 ? offsets.size() : begins[report + 1] - begins[report];
  }
};

/// Finds out once what is asked again and again. For one batch, and one thread.
class RowSets {
 public:
  /// Both must outlive it.
  RowSets(const report::Batch& batch, const report::Keys& keys) : batch_(batch), keys_(keys) {}

  /// Does a key belong to a row set?
  [[nodiscard]] bool contains(const plan::Set& set, std::uint32_t key);
  /// Is a row of `rows.table` among the rows?
  [[nodiscard]] bool contains(const plan::Rows& rows, std::uint32_t row);
  [[nodiscard]] const ChosenRows& chosen(const plan::Rows& rows);

 private:
  [[nodiscard]] ChosenRows choose(const plan::Rows& rows);

  struct Asked {
    plan::Rows rows;
    ChosenRows chosen;
  };
  const report::Batch& batch_;
  const report::Keys& keys_;
  std::vector<std::vector<std::optional<bool>>> known_;  ///< by the set's number, by key
  std::deque<Asked> asked_;                              ///< keeps its elements where they are
};

}  // namespace tieout::check
