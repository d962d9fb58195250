// Forms: label cells with value cells beside or below them.
#pragma once

#include "report/grid.hpp"
#include "report/read_rows.hpp"

#include <map>
#include <string_view>
#include <vector>

namespace tieout::report {

/// Reads labels and values; finish() gives what became rows.
class FormReader {
 public:
  explicit FormReader(ReadingState& state) : state_(state) {}

  /// Reads the pairs of a row, or a row of labels with one of values below it. Returns the row
  /// behind what was read, at least `row` + 1. `of_project`: its amounts are one project's.
  std::size_t read(const Grid& grid, std::size_t row, bool stacked, bool of_project);

  /// Reads one label with its value.
  void read_pair(const GridCell& label, const GridCell& value);
  /// Takes a figure that is an amount of a table whose rows are summed up as that of their sum.
  void read_summed(const NamedColumn& named, const GridCell& label, const GridCell& value);

  /// Whether a row begins with the label of a form cell.
  [[nodiscard]] bool begins_form(const GridRow& row) const;

  void finish(std::vector<ReadTable>& tables);

 private:
  bool read_stacked(const Grid& grid, std::size_t row);
  void read_source(const NamedSource& named, const document::Cell& value);
  void read_total(std::size_t scalar, std::string_view word, const document::Cell& value);
  [[nodiscard]] bool is_label(const GridCell& cell) const;

  ReadingState& state_;
  bool of_project_ = false;                   ///< the row being read is of the form of one project
  std::map<std::size_t, ReadTable> sources_;  ///< rows of breakdowns, by table
  std::map<std::size_t, ReadTable> cells_;    ///< columns that stood in form cells, by table
};

}  // namespace tieout::report
