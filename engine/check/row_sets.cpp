// Asks the schema about each key once.
#include "check/row_sets.hpp"

#include <algorithm>

namespace tieout::check {
namespace {

bool same(const plan::Rows& a, const plan::Rows& b) {
  return a.table == b.table && a.key == b.key && a.set.has_value() == b.set.has_value() &&
         (!a.set || a.set->number == b.set->number);
}

/// How many rows every report has, if all have the same keys in the same order; else 0.
std::size_t stride_of(const report::TableColumns& table) {
  const std::size_t reports = table.begins.size() - 1;
  const std::size_t stride = reports == 0 ? 0 : table.begins[1];
  if (stride == 0 || table.keys.size() != reports * stride) return 0;
  for (std::size_t report = 1; report < reports; ++report) {
    if (table.begins[report] != report * stride) return 0;
  }
  return std::equal(table.keys.begin() + static_cast<std::ptrdiff_t>(stride), table.keys.end(),
                    table.keys.begin())
             ? stride
             : 0;
}

}  // namespace

bool RowSets::contains(const plan::Set& set, std::uint32_t key) {
  if (set.number >= known_.size()) known_.resize(set.number + 1);
  std::vector<std::optional<bool>>& of_set = known_[set.number];
  if (of_set.empty()) of_set.resize(keys_.size());
  std::optional<bool>& known = of_set[key];
  if (!known) known = set.rows->contains(keys_.key(key));
  return *known;
}

bool RowSets::contains(const plan::Rows& rows, std::uint32_t row) {
  const std::uint32_t key = batch_.tables[rows.table].keys[row];
  return (!rows.key || keys_.key(key) == *rows.key) && (!rows.set || contains(*rows.set, key));
}

const ChosenRows& RowSets::chosen(const plan::Rows& rows) {
  const auto known =
      std::ranges::find_if(asked_, [&rows](const Asked& asked) { return same(asked.rows, rows); });
  if (known != asked_.end()) return known->chosen;
  return asked_.emplace_back(Asked{rows, choose(rows)}).chosen;
}

ChosenRows RowSets::choose(const plan::Rows& rows) {
  const auto& begins = batch_.tables[rows.table].begins;
  ChosenRows chosen;
  if (chosen.stride = stride_of(batch_.tables[rows.table]); chosen.stride > 0) {
    for (std::uint32_t row = 0; row < chosen.stride; ++row) {
      if (contains(rows, row)) chosen.offsets.push_back(row);
    }
    chosen.most = chosen.offsets.size();
    return chosen;
  }
  chosen.begins.reserve(begins.size());
  chosen.begins.push_back(0);
  for (std::size_t report = 0; report + 1 < begins.size(); ++report) {
    for (std::uint32_t row = begins[report]; row < begins[report + 1]; ++row) {
      if (contains(rows, row)) chosen.rows.push_back(row);
    }
    chosen.begins.push_back(static_cast<std::uint32_t>(chosen.rows.size()));
    chosen.most = std::max<std::size_t>(chosen.most, chosen.begins.back() - chosen.begins[report]);
  }
  return chosen;
}

}  // namespace tieout::check
