// Linear forms of figures, added up for all items of a rule at once, in 64 bits.
#pragma once

#include "check/row_sets.hpp"
#include "check/sieve_plan.hpp"
#include "report/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace tieout::check {

/// The items of a rule: the rows of the table that it ranges over, else the reports.
struct Items {
  const report::Batch& batch;
  RowSets& row_sets;
  std::optional<std::size_t> over;

  [[nodiscard]] std::size_t size() const;
};

class ColumnSum {
 public:
  explicit ColumnSum(const Items& items);

  /// Adds factor x form, its divisor left out. False: not every figure of it is a column of one
  /// measure, or 64 bits may not do; the sum is of no use then.
  [[nodiscard]] bool add(const plan::Form& form, std::int64_t factor);

  /// By item, at the scale of the measure; of use where it is good.
  [[nodiscard]] const std::int64_t* values() const {
    return alone_ != nullptr ? alone_ : values_.get();
  }
  /// By item: is every figure stated, in what its column's others are in? Empty: all are good.
  [[nodiscard]] const std::vector<std::uint8_t>& good() const { return good_; }
  [[nodiscard]] report::Measure measure() const { return measure_; }
  /// Of the figure that was added last.
  [[nodiscard]] std::int64_t step() const { return step_; }
  /// The figures' intervals leave a value no wider than value +- reach / 2.
  [[nodiscard]] std::int64_t reach() const { return static_cast<std::int64_t>(reach_); }
  /// Do the values times the factor stay well within 64 bits?
  [[nodiscard]] bool may_be_multiplied(std::int64_t factor) const;

 private:
  [[nodiscard]] bool add(const plan::Part& part, std::int64_t factor);
  [[nodiscard]] bool add_column(const report::NumberColumn& column, std::int64_t factor);
  /// Are up to `times` cells of the column of a measure and a size that can be added?
  [[nodiscard]] bool may_add(const report::NumberColumn& column, std::int64_t factor,
                             std::size_t times);
  [[nodiscard]] bool add_only(const plan::OnlyColumn& only, std::int64_t factor);
  [[nodiscard]] bool add_sum(const plan::Sum& sum, std::int64_t factor);
  void add_chosen(const ChosenRows& chosen, const report::NumberColumn& column,
                  std::int64_t factor);
  /// Where all reports have the same rows.
  void add_strided(const ChosenRows& chosen, const report::NumberColumn& column,
                   std::int64_t factor);
  /// `is_good`: by item, whether what was added for it is.
  template <typename IsGood>
  void keep_good(const IsGood& is_good);
  /// Memory for values that are not those of one column.
  [[nodiscard]] std::int64_t* room();
  /// Makes the values sums of their own; those that nothing was added to yet are zero.
  void begin();
  [[nodiscard]] bool agrees(report::Measure measure);
  /// Stays `all` in range if `times` of what is at most `size` are added?
  [[nodiscard]] static bool has_room(std::uint64_t& all, std::uint64_t size, std::int64_t factor,
                                     std::size_t times);

  const Items& items_;
  std::size_t number_;  ///< of the items
  /// The values of the one column that was added so far; most sums begin with one, and many have no
  /// other. Null: they stand in values_.
  const std::int64_t* alone_ = nullptr;
  std::unique_ptr<std::int64_t[]> values_;
  bool begun_ = false;  ///< do the values say anything yet?
  std::vector<std::uint8_t> good_;
  report::Measure measure_ = report::measure::any;
  std::int64_t step_ = 0;
  std::uint64_t size_ = 0;   ///< no value is larger in size
  std::uint64_t reach_ = 0;  ///< no value's figures reach further
};

}  // namespace tieout::check
