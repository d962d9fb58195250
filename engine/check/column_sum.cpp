// Adds up columns one after the other.
#include "check/column_sum.hpp"

#include "check/column_kernels.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace tieout::check {
namespace {

using report::NumberColumn;

/// Twice the product of two such numbers, and the sum of two, still fit 128 bits.
constexpr std::uint64_t most = std::uint64_t{1} << 62U;

std::uint64_t size_of(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
}

}  // namespace

std::size_t Items::size() const { return over ? batch.tables[*over].keys.size() : batch.size(); }

ColumnSum::ColumnSum(const Items& items) : items_(items), number_(items.size()) {}

bool ColumnSum::add(const plan::Form& form, std::int64_t factor) {
  if (form.neutral) return false;
  for (const plan::Part& part : form.parts) {
    std::int64_t times = 0;
    if (__builtin_mul_overflow(part.coefficient, factor, &times) || !add(part, times)) return false;
  }
  if (form.constant == 0 && begun_) return true;
  begin();
  if (form.constant == 0) return true;
  if (!agrees(form.measure) || !has_room(size_, size_of(form.constant), factor, 1)) return false;
  for (std::size_t i = 0; i < number_; ++i) values_[i] += form.constant * factor;
  return true;
}

bool ColumnSum::may_be_multiplied(std::int64_t factor) const {
  std::uint64_t product = 0;
  return !__builtin_mul_overflow(size_, size_of(factor), &product) && product <= most;
}

bool ColumnSum::add(const plan::Part& part, std::int64_t factor) {
  const auto& batch = items_.batch;
  if (const auto* const row = std::get_if<plan::RowColumn>(&part.what)) {
    return add_column(batch.tables[row->table].columns[row->column], factor);
  }
  if (items_.over) return false;
  if (const auto* const item = std::get_if<plan::Item>(&part.what)) {
    return add_column(batch.scalars[item->item], factor);
  }
  if (const auto* const only = std::get_if<plan::OnlyColumn>(&part.what)) {
    return add_only(*only, factor);
  }
  const auto* const sum = std::get_if<plan::Sum>(&part.what);
  return sum != nullptr && add_sum(*sum, factor);
}

bool ColumnSum::add_column(const NumberColumn& column, std::int64_t factor) {
  if (!may_add(column, factor, 1)) return false;
  const auto* const values = column.values.data();
  if (!begun_ && factor == 1) {
    alone_ = values;
  } else if (alone_ != nullptr || !begun_) {
    const auto* const first = std::exchange(alone_, nullptr);
    first != nullptr ? kernel::set(room(), first, values, factor, number_)
                     : kernel::set(room(), values, factor, number_);
  } else {
    kernel::add(room(), values, factor, number_);
  }
  begun_ = true;
  if (!column.uniform) {
    keep_good([&](std::size_t item) { return column.kinds[item] == column.usual; });
  }
  return true;
}

bool ColumnSum::add_only(const plan::OnlyColumn& only, std::int64_t factor) {
  const auto& column = items_.batch.tables[only.rows.table].columns[only.column];
  if (!may_add(column, factor, 1)) return false;
  const ChosenRows& chosen = items_.row_sets.chosen(only.rows);
  if (chosen.stride > 0 && chosen.offsets.size() != 1) return false;
  if (chosen.stride == 0) {
    keep_good([&](std::size_t report) { return chosen.number(report) == 1; });
  }
  add_chosen(chosen, column, factor);
  return true;
}

bool ColumnSum::add_sum(const plan::Sum& sum, std::int64_t factor) {
  const plan::Form& form = *sum.value;
  if (form.neutral) return false;
  const ChosenRows& chosen = items_.row_sets.chosen(sum.rows);
  if (chosen.most == 0) return false;
  if (chosen.stride == 0) {
    keep_good([&](std::size_t report) { return chosen.number(report) > 0; });
  }
  for (const plan::Part& part : form.parts) {
    const auto* const row = std::get_if<plan::RowColumn>(&part.what);
    std::int64_t times = 0;
    if (row == nullptr || __builtin_mul_overflow(part.coefficient, factor, &times)) return false;
    const auto& column = items_.batch.tables[row->table].columns[row->column];
    if (!may_add(column, times, chosen.most)) return false;
    add_chosen(chosen, column, times);
  }
  return true;
}

void ColumnSum::add_chosen(const ChosenRows& chosen, const NumberColumn& column,
                           std::int64_t factor) {
  if (chosen.stride > 0) return add_strided(chosen, column, factor);
  begin();
  for (std::size_t report = 0; report < number_; ++report) {
    for (std::uint32_t i = chosen.begins[report]; i < chosen.begins[report + 1]; ++i) {
      values_[report] += factor * column.values[chosen.rows[i]];
    }
  }
  keep_good([&](std::size_t report) {
    return std::all_of(chosen.rows.begin() + chosen.begins[report],
                       chosen.rows.begin() + chosen.begins[report + 1],
                       [&column](std::uint32_t row) { return column.kinds[row] == column.usual; });
  });
}

void ColumnSum::add_strided(const ChosenRows& chosen, const NumberColumn& column,
                            std::int64_t factor) {
  const auto& offsets = chosen.offsets;
  for (std::size_t at = 0; at < offsets.size();) {
    std::size_t run = 1;
    while (at + run < offsets.size() && run < kernel::longest_run &&
           offsets[at + run] == offsets[at] + run) {
      ++run;
    }
    const kernel::Rows rows = {column.values.data() + offsets[at], chosen.stride, run};
    if (alone_ != nullptr) begin();
    begun_ ? kernel::add(values_.get(), rows, factor, number_)
           : kernel::set(room(), rows, factor, number_);
    begun_ = true;
    at += run;
  }
  if (column.uniform) return;
  for (const std::size_t offset : offsets) {
    keep_good(
        [&](std::size_t i) { return column.kinds[i * chosen.stride + offset] == column.usual; });
  }
}

template <typename IsGood>
void ColumnSum::keep_good(const IsGood& is_good) {
  if (good_.empty()) good_.assign(number_, 1);
  for (std::size_t i = 0; i < number_; ++i) {
    good_[i] = static_cast<std::uint8_t>(good_[i] & (is_good(i) ? 1 : 0));
  }
}

std::int64_t* ColumnSum::room() {
  if (!values_) values_ = std::make_unique_for_overwrite<std::int64_t[]>(number_);
  return values_.get();
}

void ColumnSum::begin() {
  if (alone_ != nullptr) {
    std::copy_n(std::exchange(alone_, nullptr), number_, room());
  } else if (!begun_) {
    std::fill_n(room(), number_, 0);
  }
  begun_ = true;
}

bool ColumnSum::may_add(const NumberColumn& column, std::int64_t factor, std::size_t times) {
  const auto& [measure, step] = items_.batch.kinds[column.usual];
  step_ = step;
  return agrees(measure) && has_room(size_, column.sizes, factor, times) &&
         has_room(reach_, size_of(step), factor, times);
}

bool ColumnSum::agrees(report::Measure measure) {
  if (measure == report::measure::any) return false;
  if (measure_ == report::measure::any) measure_ = measure;
  return measure_ == measure;
}

bool ColumnSum::has_room(std::uint64_t& all, std::uint64_t size, std::int64_t factor,
                         std::size_t times) {
  std::uint64_t more = 0;
  return !__builtin_mul_overflow(size, size_of(factor), &more) &&
         !__builtin_mul_overflow(more, times, &more) && !__builtin_add_overflow(all, more, &all) &&
         all <= most;
}

}  // namespace tieout::check
