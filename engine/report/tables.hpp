// The tables of a document, one after another: their titles, heads, rows, and what is a form.
#pragma once

#include "report/forms.hpp"
#include "report/grid.hpp"
#include "report/read_rows.hpp"
#include "report/table_body.hpp"
#include "report/table_sums.hpp"
#include "report/unit_titles.hpp"

#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace tieout::report {

/// Reads the blocks of a document in their order; finish() gives the report what was read.
class TableReader {
 public:
  explicit TableReader(ReadingState& state) : state_(state), forms_(state) {}

  /// Text between tables: titles and notes of units.
  void read(const document::Paragraph& paragraph);
  void read(const document::Table& table);
  void finish();

 private:
  /// Each reads what begins at `row` and returns the row behind it; `row` if that is none of its.
  std::size_t read_table(const Grid& grid, std::size_t row);
  std::size_t read_row(const Grid& grid, std::size_t row);
  std::size_t read_title(const Grid& grid, std::size_t row);

  /// Heads that were bound, and how many columns that took.
  struct BestHeads {
    BoundTable table;
    std::size_t columns = 0;
  };
  [[nodiscard]] BestHeads best_heads(const Grid& grid, RowRange rows,
                                     const TableContext& context) const;
  [[nodiscard]] bool may_be_labelled(const GridRow& row) const;

  /// Takes up a text between tables: a title, a note of units, what stands above tables.
  void meet(std::string_view text);
  void name_tables(TableContext& context) const;
  /// Whether what stands above a row speaks of another year or of a budget.
  [[nodiscard]] bool is_foreign(const Grid& grid, std::size_t row) const;
  void meet_people(const GridRow& row);
  void close_people();
  [[nodiscard]] std::size_t next_title(const Grid& grid, std::size_t first) const;
  [[nodiscard]] TableContext context_at(const Grid& grid, std::size_t row) const;
  /// Whether what is read is of another unit than the report's own tables.
  [[nodiscard]] bool is_other_unit() const;
  /// Leaves out the schema's own tables from the one numbered `known` on, if they are another
  /// unit's: the report is that of the unit whose tables come first.
  void leave_other_unit(std::size_t known);
  /// Keeps what tables of the schema took of rows from being added up again.
  void claim(const Grid& grid, RowRange rows, const BoundTable& table);

  ReadingState& state_;
  FormReader forms_;
  std::vector<ReadTable> tables_;
  UnitTitles units_;
  std::optional<std::size_t> own_unit_;  ///< whose tables the report has; none were read yet
  std::vector<TableSum> sums_;
  std::size_t summed_figures_ = 0;
  std::unordered_set<const document::Cell*> claimed_;  ///< of the document's table being read
  std::unordered_set<const document::Cell*> rates_;    ///< ... that rows of statements took
  std::vector<std::string> titles_;  ///< short texts since the last rows, nearest last
  /// What the last table was known by: below a page break its heads come again without a title.
  std::vector<std::string> last_heads_;
  std::vector<std::string> last_titles_;

  /// A section that is there if it lists anything (评价人员): its scalar, and the rows seen since.
  std::optional<std::size_t> listed_;
  source::Place listed_place_;
  std::size_t listed_rows_ = 0;
};

}  // namespace tieout::report
