// The rows below a head that was bound.
#include "report/table_body.hpp"

#include "document/characters.hpp"
#include "report/row_keys.hpp"
#include "report/scope.hpp"
#include "report/statement_rows.hpp"
#include "report/units_near.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <ranges>
#include <utility>

namespace tieout::report {

namespace {

constexpr std::string_view unread_column = "unread";  // says which head was not understood

class Body {
 public:
  Body(const Grid& grid, const BoundTable& table, const TableContext& context, ReadingState& state)
      : grid_(grid),
        table_(table),
        state_(state),
        rows_(grid, table, state),
        labels_(context, state),
        keys_(table.bound.size()) {
    for (const auto& bound : table.bound) {
      auto& read = read_.emplace_back();
      read.table = bound.table;
      read.beside = bound.beside;
      read.by_form =
          context.by_form && std::ranges::find(context.titled, bound.table) != context.titled.end();
      read.place = grid.rows()[table.head_rows.first].cells.front().cell->joined().place(0);
      for (const auto& column : bound.columns) read.columns.push_back(column.column);
      std::ranges::sort(read.columns);
    }
    find_units();
  }

  std::size_t read(std::vector<ReadTable>& read) {
    auto index = table_.head_rows.last;
    for (; index < grid_.rows().size(); ++index) {
      const auto row = rows_.look_at(index);
      if (row.kind == RowKind::end) break;
      if (row.kind == RowKind::data) mark_numbering(row);
      if (row.kind == RowKind::totals) add_totals(index);
      if (row.kind == RowKind::heads) index += table_.head_rows.last - table_.head_rows.first - 1;
      const bool holds_figures =
          row.kind == RowKind::data || row.kind == RowKind::total || row.kind == RowKind::doubted;
      for (std::size_t bound = 0; holds_figures && bound < table_.bound.size(); ++bound) {
        add(bound, row);
      }
    }
    std::ranges::move(read_, std::back_inserter(read));
    labels_.finish(read);
    return index;
  }

 private:
  const Grid& grid_;
  const BoundTable& table_;
  ReadingState& state_;
  BodyRows rows_;
  std::vector<ReadTable> read_;  // by bound head
  LabelledItems labels_;
  std::vector<KeyReader> keys_;  // by bound head
  std::vector<const figure::Unit*> table_units_;

  /// Columns that number the rows hold no figures.
  void mark_numbering(const BodyRow& row) const {
    for (std::size_t place = 0; place < table_.heads.size(); ++place) {
      const auto& path = table_.heads[place].path;
      if (path.empty() || !is_numbering_word(path.back().word)) continue;
      if (const auto* cell = row.at(grid_, place)) state_.structural.insert(cell->cell);
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
      for (const auto& part : std::views::reverse(column.head->path)) {
        noted = noted_units(part.written, state_.units);
        if (!noted.empty()) break;
      }
    }
    return state_.units_of(std::move(noted), table_units_);
  }

  [[nodiscard]] StatementRows statements() const {
    const auto units = [this](const BoundColumn& column) { return units_of(column); };
    return {{grid_, table_, units, rows_.own_of_texts()}, state_};
  }

  void add(std::size_t bound, const BodyRow& row) {
    const auto& head = table_.bound[bound];
    const auto& table = state_.table(head.table);
    if (!table.statements && table.key) {
      add_keyed(bound, table, row);
    } else if (row.kind == RowKind::data) {
      statements().add(head, row, read_[bound]);
    }
  }

  void add_keyed(std::size_t bound, const schema::Table& table, const BodyRow& body_row) {
    const auto& head = table_.bound[bound];
    auto& read = read_[bound];
    const auto& source = grid_.rows()[body_row.index];
    const bool whole = body_row.kind == RowKind::data;
    const bool one_row = head.key_words != nullptr || !head.said_key.empty();
    if (one_row && (!whole || !read.rows.empty())) return;
    const auto& front = source.cells.front();
    const auto key = whole ? key_of(head, table, body_row, keys_[bound])
                           : RowKey{&front, front.cell->joined().trimmed(), true};
    if (!key.own && (source.figures == 0 || states_nothing(head, table, body_row))) return;
    const auto start = front.cell->joined().place(0);
    auto row = empty_row(table, key.text.empty() ? start : key.text.place(0));
    if (const auto column = table.column(unread_column); column && head.unread != nullptr) {
      const auto words = head.unread->path.back().cell->joined().trimmed();
      row.values[*column] = Text{words.text(), words.place(0)};
    }
    if (body_row.kind != RowKind::doubted) {
      fill(head, table, body_row, row, read);
    } else {
      row.doubt = {
          "report.row_width",
          {{"cells", fmt::to_string(source.cells.size())},
           {"heads", fmt::to_string(table_.fits ? table_.row_width : table_.heads.size())}}};
    }
    if (body_row.kind == RowKind::doubted) labels_.doubt(source, table);
    if (key.text.empty()) {
      row.doubt = source::Message("report.row_without_key");
    } else {
      set_key(row, table, key.text.text(), key.text.place(0));
      if (head.key_words != nullptr) row.key = key_of_year(table, row.key, key.text.text());
      keys_[bound].nest(row, table, read.rows);
      if (row.doubt.empty()) {
        if (key.cell != nullptr) read.cells.push_back(key.cell->cell);
        labels_.add(row, table);
      }
    }
    read.rows.push_back(std::move(row));
  }

  /// 2018年预算数 in the heads of a budget of 2018 is the row 预算数.
  [[nodiscard]] std::string key_of_year(const schema::Table& table, std::string key,
                                        std::string_view written) const {
    for (const auto& name : names_in_year(written, state_.period)) {
      const auto known = table.canonical_keys.find(name);
      if (known != table.canonical_keys.end()) return known->second;
    }
    return key;
  }

  /// What names a row of a section.
  [[nodiscard]] RowKey key_of(const BoundHead& head, const schema::Table& table, const BodyRow& row,
                              KeyReader& keys) const {
    if (head.key_words != nullptr) {
      return {nullptr, head.key_words->cell->joined().trimmed(), true};
    }
    if (!head.said_key.empty()) {
      const auto& first = *grid_.rows()[row.index].cells.front().cell;
      return {nullptr, document::PlacedText(head.said_key, first.joined().place(0)), true};
    }
    if (!head.code_parts.empty()) {
      if (auto code = keys.code(grid_, head, *head.place_of(*table.key), row.index)) return *code;
    }
    const auto* cell = label_cell(grid_, head, table, row, table.key);
    if (cell == nullptr) return {};
    const auto place = head.place_of(*table.key);
    return {cell, cell->cell->joined().trimmed(), place && cell == row.at(grid_, *place)};
  }

  void add_totals(std::size_t index) {
    const GridCell* label = nullptr;
    for (const auto& cell : grid_.rows()[index].cells) {
      if (cell.kind == CellKind::blank) continue;
      if (cell.kind == CellKind::text) {
        label = &cell;
        continue;
      }
      if (label == nullptr) continue;
      const auto bound = *rows_.total_of(label->word);
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
                                    const BodyRow& row) const {
    return std::ranges::all_of(head.columns, [&](const BoundColumn& column) {
      const auto* cell = row.at(grid_, column.place);
      return !is_amount(table.columns[column.column]) || cell == nullptr ||
             cell->kind == CellKind::blank;
    });
  }

  void fill(const BoundHead& head, const schema::Table& table, const BodyRow& source, Row& row,
            ReadTable& read) const {
    const auto end = own_columns(source);
    for (const auto& column : head.columns) {
      const auto* cell = source.at(grid_, column.place);
      if (cell == nullptr) continue;
      const auto& item = table.columns[column.column];
      auto& value = row.values[column.column];
      if (column.place > end && is_amount(item)) {
        value = Blank{{}, cell->cell->joined().place(0)};
        continue;
      }
      value = cell_value(*cell->cell, item, units_of(column), state_.units);
      if (const auto target = item.kind == schema::Kind::target ? bound_of(source) : std::nullopt) {
        value = text_value(*target, item, units_of(column), state_.units);
      }
      read.cells.push_back(cell->cell);
    }
  }

  /// 一般公共预算 | 90.00 | 95.00 | 基本支出 | 60.00: the last place of a row that the heads are
  /// over, where a label stands in a column of amounts with a figure of its own behind it.
  [[nodiscard]] std::size_t own_columns(const BodyRow& row) const {
    constexpr std::size_t shortest_label = 4;  // characters
    constexpr std::size_t labels = 2;
    constexpr auto all = std::numeric_limits<std::size_t>::max();
    if (grid_.rows()[row.index].texts < labels) return all;
    for (const auto& head : table_.bound) {
      const auto& table = state_.table(head.table);
      for (const auto& column : head.columns) {
        const auto* cell = row.at(grid_, column.place);
        const auto* next = row.at(grid_, column.place + 1);
        const auto& item = table.columns[column.column];
        if (item.kind != schema::Kind::number || cell == nullptr || next == nullptr ||
            cell->kind != CellKind::text || next->kind != CellKind::figure) {
          continue;
        }
        // 举办4次: what was reached may be said in words.
        const bool in_words = item.dimension.kind() == figure::Dimension::Kind::stated;
        const bool label = in_words ? is_caption(cell->word)
                                    : document::count_characters(cell->word) >= shortest_label;
        if (label) return column.place;
      }
    }
    return all;
  }

  /// 基本支出, 其中：基本支出: what heads a column elsewhere.
  [[nodiscard]] bool is_caption(std::string_view word) const {
    constexpr std::string_view among = "其中";
    if (word.starts_with(among)) word.remove_prefix(among.size());
    return !word.empty() && !state_.captions.columns(word).empty();
  }

  /// The target of a row, where its operator and its unit have columns of their own.
  [[nodiscard]] std::optional<document::PlacedText> bound_of(const BodyRow& row) const {
    for (const auto& head : table_.bound) {
      const auto& table = state_.table(head.table);
      if (!table.statements || table.id != targets_table) continue;
      const auto promise = statements().promise_of(head, row);
      const bool apart = promise.sign != nullptr || promise.measure != nullptr;
      if (promise.target != nullptr && apart) return promised(promise, state_.units);
    }
    return std::nullopt;
  }
};

}  // namespace

std::size_t read_body(const Grid& grid, const BoundTable& table, const TableContext& context,
                      ReadingState& state, std::vector<ReadTable>& read) {
  return Body(grid, table, context, state).read(read);
}

}  // namespace tieout::report
