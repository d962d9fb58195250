// Tables in which each row is a report: the heads name scalar items, one column names the unit.
#pragma once

#include "document/document.hpp"
#include "report/captions.hpp"
#include "report/report.hpp"
#include "report/wide_heads.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tieout::report {

/// A document that holds nothing but such tables. Its rows are read one at a time, by any thread.
class WideTable {
 public:
  /// Takes the document if it is one: each of its tables that has figures has a head with the
  /// entity's caption and three further scalar items, and more of its rows name their unit than do
  /// not. Otherwise nothing, and the document stays as it is. Of several schemas it is of the one
  /// that the texts above name, else of the one that has most of its columns, else of the first.
  /// `schemas` and `units` must outlive it.
  [[nodiscard]] static std::optional<WideTable> from(document::Document& document,
                                                     std::span<const schema::Schema> schemas,
                                                     const figure::UnitSystem& units);

  /// How many rows are reports. Blank rows, totals, notes and heads that come again are none.
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// What a row's report is called: file.csv:17, file.xlsx:Sheet1!17.
  [[nodiscard]] std::string label(std::size_t index) const;
  /// Throws Failure for a row that names no unit, and for one with more cells than the head has.
  [[nodiscard]] Report read(std::size_t index) const;
  /// What the row's report was read from: the texts above, the heads, and the row.
  [[nodiscard]] document::Document excerpt(std::size_t index) const;

 private:
  struct BodyRow {
    std::size_t table = 0;  ///< in heads_
    std::size_t row = 0;    ///< in the document's table
  };

  /// What of a document are heads and rows.
  struct Layout {
    std::vector<WideHead> heads;
    std::vector<BodyRow> rows;
    std::pair<std::size_t, std::size_t> weight;  ///< characters that name the schema, columns
  };
  [[nodiscard]] static std::optional<Layout> layout_of(const document::Document& document,
                                                       const schema::Schema& schema,
                                                       const figure::UnitSystem& units);

  WideTable(document::Document document, Layout layout, const schema::Schema& schema,
            const figure::UnitSystem& units);

  [[nodiscard]] const document::TableRow& row(const BodyRow& at) const;
  void refuse_broken(std::size_t index) const;
  void read_cells(const WideHead& head, const document::TableRow& row, ReadingState& state) const;

  document::Document document_;
  std::vector<WideHead> heads_;
  std::vector<BodyRow> rows_;
  const figure::UnitSystem& units_;
  Captions captions_;
};

}  // namespace tieout::report
