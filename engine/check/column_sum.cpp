// Loops that a compiler makes wide: no branch, no call.
#include "check/column_sum.hpp"

#include <algorithm>
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

void add_all(std::int64_t* sums, const std::int64_t* values, std::int64_t factor,
             std::size_t size) {
  if (factor == 1) {
    for (std::size_t i = 0; i < size; ++i) sums[i] += values[i];
  } else if (factor == -1) {
    for (std::size_t i = 0; i < size; ++i) sums[i] -= values[i];
  } else {
    for (std::size_t i = 0; i < size; ++i) sums[i] += factor * values[i];
  }
}

void keep_kind(std::uint8_t* good, const NumberColumn::Kind* kinds, NumberColumn::Kind usual,
               std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    good[i] = static_cast<std::uint8_t>(good[i] & (kinds[i] == usual ? 1 : 0));
  }
}

}  // namespace

std::size_t Items::size() const { return over ? batch.tables[*over].keys.size() : batch.size(); }

ColumnSum::ColumnSum(const Items& items)
    : items_(items), values_(items.size(), 0), good_(items.size(), 1) {}

bool ColumnSum::add(const plan::Form& form, std::int64_t factor) {
  if (form.neutral) return false;
  for (const plan::Part& part : form.parts) {
    std::int64_t times = 0;
    if (__builtin_mul_overflow(part.coefficient, factor, &times) || !add(part, times)) return false;
  }
  if (form.constant == 0) return true;
  if (!agrees(form.measure) || !has_room(size_, size_of(form.constant), factor, 1)) return false;
  for (std::int64_t& value : values_) value += form.constant * factor;
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
  add_all(values_.data(), column.values.data(), factor, values_.size());
  keep_kind(good_.data(), column.kinds.data(), column.usual, good_.size());
  return true;
}

bool ColumnSum::add_only(const plan::OnlyColumn& only, std::int64_t factor) {
  const auto& column = items_.batch.tables[only.rows.table].columns[only.column];
  if (!may_add(column, factor, 1)) return false;
  const ChosenRows& chosen = items_.row_sets.chosen(only.rows);
  if (chosen.stride > 0 && chosen.offsets.size() != 1) return false;
  if (chosen.stride == 0) {
    for (std::size_t report = 0; report < good_.size(); ++report) {
      if (chosen.number(report) != 1) good_[report] = 0;
    }
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
    for (std::size_t report = 0; report < good_.size(); ++report) {
      if (chosen.number(report) == 0) good_[report] = 0;
    }
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
  const std::size_t reports = values_.size();
  if (chosen.stride > 0) {
    for (const std::size_t offset : chosen.offsets)
      add_every(chosen.stride, offset, column, factor);
    return;
  }
  for (std::size_t report = 0; report < reports; ++report) {
    for (std::uint32_t i = chosen.begins[report]; i < chosen.begins[report + 1]; ++i) {
      const std::uint32_t row = chosen.rows[i];
      values_[report] += factor * column.values[row];
      if (column.kinds[row] != column.usual) good_[report] = 0;
    }
  }
}

void ColumnSum::add_every(std::size_t stride, std::size_t offset, const NumberColumn& column,
                          std::int64_t factor) {
  const std::int64_t* const values = column.values.data() + offset;
  const NumberColumn::Kind* const kinds = column.kinds.data() + offset;
  const NumberColumn::Kind usual = column.usual;
  std::int64_t* const sums = values_.data();
  std::uint8_t* const good = good_.data();
  const std::size_t reports = values_.size();
  const auto each = [&](const auto& times) {
    for (std::size_t report = 0; report < reports; ++report) {
      sums[report] += times(values[report * stride]);
    }
  };
  if (factor == 1) {
    each([](std::int64_t value) { return value; });
  } else if (factor == -1) {
    each([](std::int64_t value) { return -value; });
  } else {
    each([factor](std::int64_t value) { return factor * value; });
  }
  for (std::size_t report = 0; report < reports; ++report) {
    good[report] =
        static_cast<std::uint8_t>(good[report] & (kinds[report * stride] == usual ? 1 : 0));
  }
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
