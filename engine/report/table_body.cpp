// The rows below a head that was bound.
#include "report/table_body.hpp"

#include "document/characters.hpp"
#include "report/preamble.hpp"
#include "report/row_keys.hpp"
#include "report/scope.hpp"
#include "report/target_rows.hpp"
#include "report/units_near.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::report {

namespace {

using schema::Kind;

constexpr std::string_view targets_table = "targets";
constexpr std::string_view unread_column = "unread";  // says which head was not understood

bool is_amount(const schema::Item& item) {
  return item.kind == Kind::number || item.kind == Kind::target;
}

/// A number of a row of column numbers: "3", "3=1+2".
bool states_number(const document::Cell& cell, std::size_t number) {
  const auto text = cell.joined().trimmed().text();
  const auto digits = fmt::to_string(number);
  if (!text.starts_with(digits)) return false;
  return text.size() == digits.size() || text[digits.size()] == '=';
}

class Body {
 public:
  Body(const Grid& grid, const BoundTable& table, const TableContext& context, ReadingState& state)
      : grid_(grid),
        table_(table),
        state_(state),
        labels_(context, state),
        keys_(table.bound.size()) {
    for (const auto& bound : table.bound) {
      const auto& schema_table = state.table(bound.table);
      auto& read = read_.emplace_back();
      read.table = bound.table;
      read.beside = bound.beside;
      read.place = grid.rows()[table.head_rows.first].cells.front().cell->joined().place(0);
      for (const auto& column : bound.columns) read.columns.push_back(column.column);
      std::ranges::sort(read.columns);
      own_of_texts_ = own_of_texts_ || (!schema_table.statements && !schema_table.key);
      keyed_ = keyed_ || (!schema_table.statements && schema_table.key);
    }
    find_units();
  }

  std::size_t read(std::vector<ReadTable>& read) {
    auto row = table_.head_rows.last;
    for (; row < grid_.rows().size(); ++row) {
      const auto kind = kind_of(row);
      if (kind == RowKind::end) break;
      if (kind == RowKind::data) mark_numbering(row);
      if (kind == RowKind::totals) add_totals(row);
      if (kind == RowKind::heads) row += table_.head_rows.last - table_.head_rows.first - 1;
      if (kind == RowKind::data || kind == RowKind::total || kind == RowKind::doubted) {
        for (std::size_t bound = 0; bound < table_.bound.size(); ++bound) add(bound, row, kind);
      }
    }
    std::ranges::move(read_, std::back_inserter(read));
    labels_.finish(read);
    return row;
  }

 private:
  enum class RowKind { data, total, totals, doubted, heads, passed_over, end };

  const Grid& grid_;
  const BoundTable& table_;
  ReadingState& state_;
  std::vector<ReadTable> read_;  // by bound head
  LabelledItems labels_;
  std::vector<KeyReader> keys_;  // by bound head
  std::vector<const figure::Unit*> table_units_;
  bool own_of_texts_ = false;  // some bound table is one of texts (goals)
  bool keyed_ = false;         // some bound table of the schema's own has keys

  /// Columns that number the rows hold no figures.
  void mark_numbering(std::size_t row) const {
    for (std::size_t column = 0; column < table_.heads.size(); ++column) {
      const auto& path = table_.heads[column].path;
      if (path.empty() || !is_numbering_word(path.back().word)) continue;
      if (const auto* cell = grid_.at(row, column)) state_.structural.insert(cell->cell);
    }
  }

  void find_units() {
    std::vector<bool> bound(table_.heads.size(), false);
    for (const auto& head : table_.bound) {
      for (const auto& column : head.columns) {
        const auto& item = state_.table(head.table).columns[column.column];
        if (column.head != nullptr && is_amount(item)) {
          bound[static_cast<std::size_t>(column.head - table_.heads.data())] = true;
        }
      }
    }
    for (std::size_t head = 0; head < table_.heads.size(); ++head) {
      if (bound[head]) continue;
      const auto& path = table_.heads[head].path;
      if (path.empty()) continue;
      auto noted = noted_units(path.back().written, state_.units);
      if (!noted.empty() && table_units_.empty()) table_units_ = std::move(noted);
    }
  }

  [[nodiscard]] UnitSources units_of(const BoundColumn& column) const {
    std::vector<const figure::Unit*> noted;
    if (column.head != nullptr) {
      for (auto part = column.head->path.rbegin(); part != column.head->path.rend(); ++part) {
        noted = noted_units(part->written, state_.units);
        if (!noted.empty()) break;
      }
    }
    return state_.units_of(std::move(noted), table_units_);
  }

  [[nodiscard]] bool fits(const GridRow& row) const {
    if (!table_.fits) return false;
    if (!grid_.spans_known()) return row.cells.size() == table_.row_width;
    return row.width <= table_.heads.size() &&
           same_columns(row, grid_.rows()[table_.head_rows.last - 1]);
  }

  [[nodiscard]] RowKind kind_of(std::size_t index) const {
    const auto& row = grid_.rows()[index];
    if (row.blank()) return RowKind::passed_over;
    if (is_numbering(index)) {
      for (const auto& cell : row.cells) state_.structural.insert(cell.cell);
      return RowKind::passed_over;
    }
    if (repeats_heads(index)) return RowKind::heads;
    if (is_preamble(row, state_.units)) return RowKind::passed_over;
    if (is_row_of_totals(row)) return RowKind::totals;
    if (const auto* only = row.only(); only != nullptr && only->kind == CellKind::text) {
      if (is_title(row, *only)) return RowKind::end;
      if (row.cells.size() == 1) return RowKind::passed_over;  // a heading between rows
    }
    if (is_other_head(row) || begins_form(row)) return RowKind::end;
    if (fits(row)) return is_text_row(index) ? RowKind::end : RowKind::data;
    if (row.figures == 0) return RowKind::end;
    if (is_total(index)) return RowKind::total;
    return row.cells.front().kind == CellKind::blank ? RowKind::end : RowKind::doubted;
  }

  /// 栏次 1 2 3, right below the heads.
  [[nodiscard]] bool is_numbering(std::size_t index) const {
    if (index > table_.head_rows.last + 1) return false;
    const auto& row = grid_.rows()[index];
    std::size_t number = 0;
    for (const auto& cell : row.cells) {
      if (cell.kind == CellKind::blank) continue;
      const bool word = is_numbering_word(cell.word) || is_code_part(cell.word);
      if (cell.kind == CellKind::text && word) continue;
      if (!states_number(*cell.cell, ++number)) return false;
    }
    return number > 1;
  }

  /// The same heads again, as below a page break.
  [[nodiscard]] bool repeats_heads(std::size_t index) const {
    const auto& first = grid_.rows()[table_.head_rows.first];
    const auto& row = grid_.rows()[index];
    const auto height = table_.head_rows.last - table_.head_rows.first;
    return row.figures == 0 && index + height <= grid_.rows().size() &&
           std::ranges::equal(first.cells, row.cells, {}, &GridCell::word, &GridCell::word) &&
           std::ranges::any_of(row.cells, [](const auto& cell) { return !cell.word.empty(); });
  }

  [[nodiscard]] bool is_title(const GridRow& row, const GridCell& only) const {
    if (row.cells.size() == 1 && only.word.empty()) return true;  // a text of its own
    const auto text = only.cell->joined().trimmed().text();
    if (text.starts_with("注") || text.starts_with("备注") || text.starts_with("说明")) return true;
    if (!state_.captions.tables(only.word).empty()) return true;
    if (!noted_units(text, state_.units).empty()) return true;
    return row.cells.size() == 1 && document::begins_section(text);
  }

  [[nodiscard]] bool is_other_head(const GridRow& row) const {
    if (row.figures > 0 || row.texts < 2) return false;
    return std::ranges::count_if(row.cells, [this](const GridCell& cell) {
             return !cell.word.empty() && !state_.captions.columns(cell.word).empty();
           }) >= 2;
  }

  /// 绩效自评得分 | 98: rows of units and subjects are not called what scalars are.
  [[nodiscard]] bool begins_form(const GridRow& row) const {
    const auto& word = row.cells.front().word;
    if (word.empty() || row.cells.size() < 2 || row.texts + row.figures < 2) return false;
    const bool labels = state_.captions.scalar(word) || !state_.captions.sources(word).empty();
    return labels && (keyed_ || !fits(row));
  }

  /// Whether texts stand where the heads promise figures: the rows of another table.
  [[nodiscard]] bool is_text_row(std::size_t index) const {
    const auto& row = grid_.rows()[index];
    if (row.figures > 0 || own_of_texts_) return false;
    std::size_t texts = 0;
    for (const auto& column : table_.bound.front().columns) {
      const auto& item = state_.table(table_.bound.front().table).columns[column.column];
      const auto* cell = grid_.at(index, column.place);
      if (item.kind == Kind::number && cell != nullptr && cell->kind == CellKind::text) ++texts;
    }
    return texts >= 2;
  }

  /// A total's label reaches over all columns before the first that is summed up: what is left of
  /// the row are the cells below the rest.
  [[nodiscard]] bool is_total(std::size_t index) const {
    const auto& row = grid_.rows()[index];
    if (!table_.fits || grid_.spans_known() || row.cells.size() >= table_.row_width) return false;
    const auto missing = table_.row_width - row.cells.size();
    const auto& label = row.cells.front();
    return label.kind == CellKind::text &&
           std::ranges::any_of(table_.bound, [&](const BoundHead& bound) {
             const auto& table = state_.table(bound.table);
             return is_summary(table, table.key_of(label.cell->joined().text())) &&
                    first_summed(bound) == missing + 1;
           });
  }

  /// The place of the first column that `.*` adds up.
  [[nodiscard]] std::optional<std::size_t> first_summed(const BoundHead& bound) const {
    for (const auto& column : bound.columns) {
      if (state_.table(bound.table).columns[column.column].additive) return column.place;
    }
    return std::nullopt;
  }

  [[nodiscard]] static std::optional<std::size_t> first_amount(const BoundHead& bound,
                                                               const schema::Table& table) {
    for (const auto& column : bound.columns) {
      if (is_amount(table.columns[column.column])) return column.place;
    }
    return std::nullopt;
  }

  void add(std::size_t bound, std::size_t row, RowKind kind) {
    const auto& head = table_.bound[bound];
    const auto& table = state_.table(head.table);
    auto& read = read_[bound];
    if (table.statements || !table.key) {
      if (kind == RowKind::data) add_statement(head, table, row, read);
    } else {
      add_keyed(bound, table, row, kind);
    }
  }

  void add_keyed(std::size_t bound, const schema::Table& table, std::size_t index, RowKind kind) {
    const auto& head = table_.bound[bound];
    auto& read = read_[bound];
    const auto& cells = grid_.rows()[index].cells;
    if (head.key_words != nullptr && (kind != RowKind::data || !read.rows.empty())) return;
    const bool whole = kind == RowKind::data;
    const auto key = whole ? key_of(head, table, index, keys_[bound])
                           : RowKey{&cells.front(), cells.front().cell->joined().trimmed(), true};
    if (!key.own && (grid_.rows()[index].figures == 0 || states_nothing(head, table, index)))
      return;
    const auto start = cells.front().cell->joined().place(0);
    auto row = empty_row(table, key.text.empty() ? start : key.text.place(0));
    if (const auto column = table.column(unread_column); column && head.unread != nullptr) {
      const auto words = head.unread->path.back().cell->joined().trimmed();
      row.values[*column] = Text{words.text(), words.place(0)};
    }
    if (kind != RowKind::doubted) {
      fill(head, table, index, kind, row, read);
    } else {
      row.doubt = {
          "report.row_width",
          {{"cells", fmt::to_string(cells.size())},
           {"heads", fmt::to_string(table_.fits ? table_.row_width : table_.heads.size())}}};
    }
    if (key.text.empty()) {
      row.doubt = source::Message("report.row_without_key");
    } else {
      set_key(row, table, key.text.text(), key.text.place(0));
      keys_[bound].nest(row, table, read.rows);
      if (row.doubt.empty()) {
        if (key.cell != nullptr) read.cells.push_back(key.cell->cell);
        labels_.add(row, table);
      }
    }
    read.rows.push_back(std::move(row));
  }

  /// What names a row of a section.
  [[nodiscard]] RowKey key_of(const BoundHead& head, const schema::Table& table, std::size_t index,
                              KeyReader& keys) const {
    if (head.key_words != nullptr) {
      return {nullptr, head.key_words->cell->joined().trimmed(), true};
    }
    if (!head.code_parts.empty()) {
      if (auto code = keys.code(grid_, head, *head.place_of(*table.key), index)) return *code;
    }
    const auto* cell = label_cell(head, table, index, *table.key);
    if (cell == nullptr) return {};
    const auto place = head.place_of(*table.key);
    return {cell, cell->cell->joined().trimmed(), place && cell == grid_.at(index, *place)};
  }

  /// Totals of a table with codes, each with its amount: nothing else in the row.
  [[nodiscard]] bool is_row_of_totals(const GridRow& row) const {
    std::size_t named = 0;
    const GridCell* label = nullptr;  // the one whose amount comes next
    for (const auto& cell : row.cells) {
      if (cell.kind == CellKind::text) {
        // A label may be repeated in every column that it reaches over.
        if (label != nullptr && label->word == cell.word) continue;
        if (label != nullptr || !total_of(cell.word)) return false;
        label = &cell;
      } else if (cell.kind == CellKind::figure) {
        if (label == nullptr) return false;
        ++named;
        label = nullptr;
      }
    }
    return named > 1 && label == nullptr;
  }

  /// The bound table with codes of which a word is the key of a total.
  [[nodiscard]] std::optional<std::size_t> total_of(std::string_view word) const {
    for (std::size_t bound = 0; bound < table_.bound.size(); ++bound) {
      const auto& table = state_.table(table_.bound[bound].table);
      const bool coded = table.hierarchy.kind == schema::Hierarchy::Kind::code_prefix;
      if (coded && table.canonical_keys.contains(word)) return bound;
    }
    return std::nullopt;
  }

  void add_totals(std::size_t index) {
    const GridCell* label = nullptr;
    for (const auto& cell : grid_.rows()[index].cells) {
      if (cell.kind == CellKind::blank) continue;
      if (cell.kind == CellKind::text) {
        label = &cell;
        continue;
      }
      const auto bound = *total_of(label->word);
      const auto& head = table_.bound[bound];
      const auto& table = state_.table(head.table);
      const auto column = std::ranges::find_if(head.columns, [&](const BoundColumn& each) {
        return table.columns[each.column].additive;
      });
      if (column == head.columns.end()) continue;
      const auto name = label->cell->joined().trimmed();
      auto row = empty_row(table, name.place(0));
      row.values[column->column] =
          cell_value(*cell.cell, table.columns[column->column], units_of(*column), state_.units);
      set_key(row, table, name.text(), name.place(0));
      labels_.add(row, table);
      read_[bound].cells.push_back(label->cell);
      read_[bound].cells.push_back(cell.cell);
      read_[bound].rows.push_back(std::move(row));
    }
  }

  /// Whether all amounts of a row are blank.
  [[nodiscard]] bool states_nothing(const BoundHead& head, const schema::Table& table,
                                    std::size_t row) const {
    return std::ranges::all_of(head.columns, [&](const BoundColumn& column) {
      const auto* cell = grid_.at(row, column.place);
      return !is_amount(table.columns[column.column]) || cell == nullptr ||
             cell->kind == CellKind::blank;
    });
  }

  /// The cell that names a row: in its own column, else the last text before the figures.
  [[nodiscard]] const GridCell* label_cell(const BoundHead& head, const schema::Table& table,
                                           std::size_t row,
                                           std::optional<std::size_t> column) const {
    const auto names = [](const GridCell* cell) {
      return cell != nullptr && cell->kind != CellKind::blank;
    };
    if (const auto place = column ? head.place_of(*column) : std::nullopt) {
      if (const auto* cell = grid_.at(row, *place); names(cell)) return cell;
    }
    auto place = first_amount(head, table).value_or(0);
    while (place-- > head.section.first) {
      const auto* cell = grid_.at(row, place);
      if (names(cell) && cell->kind == CellKind::text) return cell;
    }
    return nullptr;
  }

  void fill(const BoundHead& head, const schema::Table& table, std::size_t index, RowKind kind,
            Row& row, ReadTable& read) const {
    const auto width = grid_.rows()[index].cells.size();
    const auto missing = kind == RowKind::total ? table_.row_width - width : 0;
    for (const auto& column : head.columns) {
      if (column.place < missing || (kind == RowKind::total && column.place == missing)) continue;
      const auto* cell = grid_.at(index, column.place - missing);
      if (cell == nullptr) continue;
      row.values[column.column] =
          cell_value(*cell->cell, table.columns[column.column], units_of(column), state_.units);
      read.cells.push_back(cell->cell);
    }
  }

  void add_statement(const BoundHead& head, const schema::Table& table, std::size_t index,
                     ReadTable& read) {
    if (table.id == targets_table && table.statements) {
      add_targets(head, table, index, read);
    } else if (table.statements) {
      add_amounts(head, table, index, read);
    } else {
      add_items(head, table, index, read);
    }
  }

  /// Executions, changes: at least two amounts say something about each other.
  void add_amounts(const BoundHead& head, const schema::Table& table, std::size_t index,
                   ReadTable& read) {
    const auto* label = label_cell(head, table, index, table.column("name"));
    if (label == nullptr) return;
    const auto name = label->cell->joined().trimmed();
    auto row = empty_row(table, name.place(0));
    std::vector<const document::Cell*> cells;
    std::size_t amounts = 0;
    for (const auto& column : head.columns) {
      const auto& item = table.columns[column.column];
      const auto* cell = grid_.at(index, column.place);
      if (cell == nullptr || !is_amount(item)) continue;
      auto value = cell_value(*cell->cell, item, units_of(column), state_.units);
      if (std::holds_alternative<figure::Figure>(value)) ++amounts;
      row.values[column.column] = std::move(value);
      cells.push_back(cell->cell);
    }
    if (amounts < 2) return;
    row.label = name.text();
    if (const auto column = table.column("name")) {
      row.values[*column] = Text{name.text(), name.place(0)};
    }
    read.rows.push_back(std::move(row));
    read.cells.insert(read.cells.end(), cells.begin(), cells.end());
  }

  void add_targets(const BoundHead& head, const schema::Table& table, std::size_t index,
                   ReadTable& read) {
    const auto target = head.place_of(table.column("target").value_or(table.columns.size()));
    const auto actual_column = table.column("actual").value_or(table.columns.size());
    const auto actual = head.place_of(actual_column);
    if (!target || !actual) return;
    const auto* promised = grid_.at(index, *target);
    const auto* reached = grid_.at(index, *actual);
    if (promised == nullptr || reached == nullptr || promised->kind == CellKind::blank) return;
    if (reached->kind == CellKind::blank) return;
    // Goals in words are answered in words: those are no targets.
    if (own_of_texts_ && reached->kind != CellKind::figure) return;
    const auto named = head.place_of(table.column("name").value_or(table.columns.size()));
    const auto* label = named ? grid_.at(index, *named) : nullptr;
    const auto before = read.rows.size();
    const auto column = std::ranges::find(head.columns, actual_column, &BoundColumn::column);
    add_target_rows(
        {.label = label == nullptr || label->kind == CellKind::blank ? nullptr : label->cell,
         .target = promised->cell,
         .actual = reached->cell,
         .units = {.column = units_of(*column).column, .table = {}, .above = {}}},
        table, state_.units, read.rows);
    if (read.rows.size() > before) {
      read.cells.push_back(promised->cell);
      read.cells.push_back(reached->cell);
    }
  }

  /// A table of texts, such as goals; a row that answers with a figure is one of targets.
  void add_items(const BoundHead& head, const schema::Table& table, std::size_t index,
                 ReadTable& read) {
    std::vector<const document::Cell*> cells;
    std::vector<std::size_t> columns;
    for (const auto& column : head.columns) {
      const auto* cell = grid_.at(index, column.place);
      if (cell == nullptr || cell->kind != CellKind::text) return;
      cells.push_back(cell->cell);
      columns.push_back(column.column);
    }
    add_item_rows(cells, columns, table, state_.units, read.rows);
  }
};

}  // namespace

std::size_t read_body(const Grid& grid, const BoundTable& table, const TableContext& context,
                      ReadingState& state, std::vector<ReadTable>& read) {
  return Body(grid, table, context, state).read(read);
}

}  // namespace tieout::report
