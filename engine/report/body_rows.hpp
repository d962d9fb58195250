// What each row below a head that was bound is, and how its cells lie below the heads.
#pragma once

#include "report/grid.hpp"
#include "report/head_binding.hpp"
#include "report/reading_state.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace tieout::report {

/// A head that was bound, and what is below it.
struct BoundTable {
  std::vector<Head> heads;
  std::vector<BoundHead> bound;  ///< points into `heads`
  RowRange head_rows;
  std::size_t row_width = 0;  ///< cells of a row that fits
  bool fits = true;           ///< false: it cannot be said which cell stands below which head
};

enum class RowKind {
  data,
  total,        ///< its label reaches over all columns before the first that is summed up
  totals,       ///< several labels, each with its amount
  doubted,      ///< its cells do not fit the heads
  heads,        ///< the same heads again, as below a page break
  passed_over,  ///< blank, numbers of columns, notes, headings between rows
  end,          ///< the table is over
};

/// A row of the body. One that lost cells in front, which those above it reach over, lies further
/// to the right than it is written.
struct BodyRow {
  std::size_t index = 0;
  RowKind kind = RowKind::data;
  std::size_t shift = 0;  ///< cells that it lacks in front
  std::size_t first = 0;  ///< places before this one have no cell of their own

  /// The cell below a place of the heads; null if there is none.
  [[nodiscard]] const GridCell* at(const Grid& grid, std::size_t place) const {
    return place < first ? nullptr : grid.at(index, place - shift);
  }
};

/// Whether figures or bounds stand in a column.
[[nodiscard]] bool is_amount(const schema::Item& item);

/// The place of the first column of amounts; nothing if none is bound.
[[nodiscard]] std::optional<std::size_t> first_amount(const BoundHead& head,
                                                      const schema::Table& table);

/// Looks at the rows below a head, each by itself.
class BodyRows {
 public:
  BodyRows(const Grid& grid, const BoundTable& table, ReadingState& state);

  [[nodiscard]] BodyRow look_at(std::size_t index) const;

  /// Whether some bound table is one of texts (goals).
  [[nodiscard]] bool own_of_texts() const { return own_of_texts_; }
  /// The bound table with codes of which a word is the key of a total.
  [[nodiscard]] std::optional<std::size_t> total_of(std::string_view word) const;

 private:
  [[nodiscard]] RowKind kind_of(std::size_t index) const;
  [[nodiscard]] bool fits(const GridRow& row) const;
  [[nodiscard]] bool is_numbering(std::size_t index) const;
  [[nodiscard]] bool follows_heads(std::size_t index) const;
  [[nodiscard]] bool repeats_heads(std::size_t index) const;
  [[nodiscard]] bool names_blank_row(const GridCell& only) const;
  [[nodiscard]] bool names_only(const GridRow& row) const;
  [[nodiscard]] static bool is_note(const GridCell& only);
  [[nodiscard]] bool rows_go_on(std::size_t index) const;
  [[nodiscard]] bool is_title(const GridRow& row, const GridCell& only) const;
  [[nodiscard]] bool is_other_head(const GridRow& row) const;
  [[nodiscard]] bool begins_form(const GridRow& row) const;
  [[nodiscard]] bool is_text_row(std::size_t index) const;
  [[nodiscard]] bool is_row_of_totals(const GridRow& row) const;
  [[nodiscard]] std::optional<std::size_t> total_shift(std::size_t index) const;
  [[nodiscard]] bool total_follows(std::size_t index) const;
  [[nodiscard]] std::optional<std::size_t> lost_in_front(std::size_t index) const;
  [[nodiscard]] bool lies_at(const BodyRow& row) const;
  [[nodiscard]] bool lies_at(const BodyRow& row, const BoundHead& head) const;
  [[nodiscard]] std::size_t last_amount() const;

  const Grid& grid_;
  const BoundTable& table_;
  ReadingState& state_;
  bool fits_ = true;  // false: it cannot be said which cell stands below which head
  bool own_of_texts_ = false;
  bool keyed_ = false;  // some bound table of the schema's own has keys
};

}  // namespace tieout::report
