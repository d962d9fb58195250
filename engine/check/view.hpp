// A report as the evaluator walks it: rows by key, by row set and by hierarchy.
#pragma once

#include "report/report.hpp"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace tieout::check {

/// A row that a row variable stands for.
struct RowRef {
  const report::Row* row = nullptr;
  const schema::Table* table = nullptr;
  std::size_t index = 0;        ///< in its table, from 0
  std::size_t table_index = 0;  ///< of the table it belongs to, or that its outer row belongs to
  bool nested = false;          ///< a row of a nested table
  bool prior = false;           ///< of last year's report
  bool chosen = false;          ///< one reading of several, each of which is evaluated
  std::string outer;            ///< nested: name of the row and column it stands in

  /// As a rule would write it: spending["科协机关"], shares[3], decompositions[1].parts[2].
  [[nodiscard]] std::string name() const;
};

class View {
 public:
  View(const report::Report& report, bool prior) : report_(&report), prior_(prior) {}

  [[nodiscard]] const report::Report& report() const { return *report_; }
  [[nodiscard]] bool prior() const { return prior_; }
  [[nodiscard]] bool present(std::size_t table) const { return report_->tables[table].present; }
  [[nodiscard]] const std::vector<report::Row>& rows(std::size_t table) const {
    return report_->tables[table].rows;
  }
  [[nodiscard]] RowRef row(std::size_t table, std::size_t index) const;
  /// Indexes of the rows with this folded key; the index is built on first use.
  [[nodiscard]] const std::vector<std::size_t>& with_key(std::size_t table, const std::string& key);
  /// The rows whose nearest present ancestor in the table's hierarchy is row `index`.
  [[nodiscard]] const std::vector<std::size_t>& children(std::size_t table, std::size_t index);

 private:
  using KeyIndex = std::unordered_map<std::string, std::vector<std::size_t>>;
  const report::Report* report_;
  bool prior_;
  std::unordered_map<std::size_t, KeyIndex> keys_;
  std::unordered_map<std::size_t, std::vector<std::vector<std::size_t>>> children_;
};

/// Does the row belong to the row set? Compares folded keys.
[[nodiscard]] bool in_row_set(const report::Row& row, const schema::RowSet& set);

}  // namespace tieout::check
