// Rows are told apart by their keys, the checks on one by the columns that they are about.
#include "check/passed_over.hpp"

namespace tieout::check {

std::size_t PassedOver::before(std::size_t row, std::size_t check, const Subject& subject) {
  if (task_.known.empty()) return 0;
  if (columns_.empty()) {
    for (const auto& one : rule_.checks)
      columns_.push_back(column_of_subject(program_, rule_, one));
  }
  if (!rule_.over) return before_in_report(check, subject);
  const auto& rows = view_.rows(*rule_.over);
  const schema::Table& table = program_.schema->tables[*rule_.over];
  for (; counted_ < row; ++counted_) {
    auto& known = known_[table.key_of(rows[counted_].label)];
    known.resize(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) known[i] += is_known(counted_, i) ? 1 : 0;
  }
  std::size_t number = 0;
  const auto above = known_.find(table.key_of(subject.row));
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i] != subject.column) continue;
    if (above != known_.end()) number += above->second[i];
    if (i < check && is_known(row, i)) ++number;
  }
  return number;
}

std::size_t PassedOver::before_in_report(std::size_t check, const Subject& subject) const {
  std::size_t number = 0;
  for (std::size_t i = 0; i < check; ++i) {
    if (columns_[i] != subject.column || !is_known(0, i)) continue;
    const Subject other = subject_of(program_, rule_, rule_.checks[i], nullptr, view_);
    const bool same = other.table == subject.table && key_of_row(other) == key_of_row(subject);
    number += same ? 1 : 0;
  }
  return number;
}

std::string PassedOver::key_of_row(const Subject& subject) const {
  const auto table = program_.schema->table(subject.table);
  return table ? program_.schema->tables[*table].key_of(subject.row) : schema::folded(subject.row);
}

bool PassedOver::is_known(std::size_t row, std::size_t check) const {
  const Known known = task_.at(row, check, rule_.checks.size());
  return known == Known::holds || known == Known::not_applicable;
}

}  // namespace tieout::check
