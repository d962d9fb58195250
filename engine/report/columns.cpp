// Measures of dimensions, columns of numbers and numbers of keys.
#include "report/columns.hpp"

#include <algorithm>

namespace tieout::report {

Measures::Measures(const figure::UnitSystem& units) {
  for (const figure::Unit& unit : units.units()) {
    if (unit.dimension.kind() == figure::Dimension::Kind::physical &&
        std::ranges::find(physical_, unit.dimension) == physical_.end()) {
      physical_.push_back(unit.dimension);
    }
  }
}

Measure Measures::of(const figure::Dimension& dimension) const {
  using Kind = figure::Dimension::Kind;
  switch (dimension.kind()) {
    case Kind::count:
      return measure::count;
    case Kind::ratio:
      return measure::ratio;
    case Kind::neutral:
      return measure::neutral;
    case Kind::physical:
      break;
    case Kind::any:
    case Kind::stated:
      return measure::any;
  }
  const auto found = std::ranges::find(physical_, dimension);
  constexpr std::ptrdiff_t most = 0xFF - measure::first_physical;
  const auto index = found - physical_.begin();
  return found == physical_.end() || index > most
             ? measure::any
             : static_cast<Measure>(measure::first_physical + index);
}

namespace {

/// The bits of the sizes of all, in a loop that is compiled for wide registers too.
#if defined(__x86_64__) && defined(__gnu_linux__)
__attribute__((target_clones("avx2", "default")))
#endif
std::uint64_t
bits_of_sizes(const std::int64_t* values, std::size_t size) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto value = static_cast<std::uint64_t>(values[i]);
    const auto sign = values[i] < 0 ? ~std::uint64_t{0} : 0;
    bits |= (value ^ sign) - sign;
  }
  return bits;
}

}  // namespace

void NumberColumn::settle(std::size_t size) {
  uniform = false;
  usual = missing;
  sizes = 0;
  if (!used) return;
  const Kind* const all = kinds.data();
  const Kind* const first =
      std::find_if(all, all + size, [](Kind kind) { return kind != missing; });
  if (first == all + size) return;
  usual = *first;
  Kind others = 0;
  for (std::size_t i = 0; i < size; ++i) others = static_cast<Kind>(others | (all[i] ^ usual));
  uniform = others == 0;
  sizes = bits_of_sizes(values.data(), size);
}

void NumberColumn::forget(std::size_t begin, std::size_t end) {
  end = std::min(end, values.size());
  if (begin >= end || !used) return;
  std::fill(values.data() + begin, values.data() + end, 0);
  std::fill(kinds.data() + begin, kinds.data() + end, missing);
}

Batch::Tables Batch::tables_of(std::size_t report) const {
  Tables of_report;
  of_report.ends = std::span(table_ends).subspan(report * tables.size(), tables.size());
  for (const TableColumns& table : tables) {
    of_report.rows += table.begins[report + 1] - table.begins[report];
  }
  return of_report;
}

std::uint32_t Keys::number(const schema::Table& table, std::size_t index, std::string_view label) {
  if (index >= by_label_.size()) by_label_.resize(index + 1);
  Numbers& labels = by_label_[index];
  if (const auto known = labels.find(label); known != labels.end()) {
    return known->second;
  }
  const std::uint32_t result = number(table.key_of(label));
  labels.emplace(label, result);
  return result;
}

std::uint32_t Keys::number(const std::string& key) {
  const auto [entry, fresh] = by_key_.emplace(key, static_cast<std::uint32_t>(keys_.size()));
  if (fresh) {
    keys_.push_back(key);
  }
  return entry->second;
}

void Keys::clear() {
  by_label_.clear();
  by_key_.clear();
  keys_.clear();
}

}  // namespace tieout::report
