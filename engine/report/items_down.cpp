// Tables whose items stand in rows, and whose heads say whose or of when the figures are.
#include "report/items_down.hpp"

#include "document/characters.hpp"
#include "report/scope.hpp"
#include "report/units_near.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace tieout::report {

namespace {

using schema::Kind;

/// What a column of figures is by its head.
enum class Column { label, whole, unit, other };

/// Heads that say no more than that figures stand below.
constexpr std::array<std::string_view, 6> plain_heads = {"金额",     "数额",   "数值",
                                                         "资金数额", "本年数", "本期数"};
/// Parts of heads that are of no unit: differences, shares, remarks, numbering.
constexpr std::array<std::string_view, 16> no_units = {
    "增",   "减",   "率",   "比",   "差", "注", "说明", "原因",
    "序号", "行次", "栏次", "预算", "年", "月", "%",    "编码"};

class ItemsDown {
 public:
  ItemsDown(const Grid& grid, std::size_t first, const TableContext& context, ReadingState& state)
      : grid_(grid), context_(context), state_(state) {
    head_rows_ = {first, first + count_head_rows(grid, first)};
    heads_ = read_heads(grid, head_rows_);
    find_rows();
    find_columns();
  }

  /// The row behind the table; nothing if this is none.
  std::optional<std::size_t> read(std::vector<ReadTable>& read) {
    read_rows();
    if (named_ < 2) return std::nullopt;
    // Now it is known whose items these are, and what their heads name among them.
    among_own_ = true;
    read_rows();
    for (const auto row : unread_) doubt(grid_.rows()[row]);
    mark_numbering();
    for (const auto& [scalar, figure] : scalars_) {
      state_.set_scalar(scalar, figure.value);
      state_.used.insert(figure.cell);
    }
    for (auto& [table, rows] : tables_) read.push_back(std::move(rows));
    return end_;
  }

 private:
  struct ScalarCell {
    Value value;
    const document::Cell* cell = nullptr;
  };

  const Grid& grid_;
  const TableContext& context_;
  ReadingState& state_;
  RowRange head_rows_;
  std::vector<Head> heads_;
  std::vector<std::size_t> rows_;    // of the body that fit the heads
  std::vector<std::size_t> unread_;  // of the body that do not
  std::size_t end_ = 0;
  std::vector<Column> columns_;
  bool has_whole_ = false;
  std::size_t named_ = 0;   // labels that named an item
  bool among_own_ = false;  // heads of the tables that were met count as names, too
  std::map<std::size_t, ReadTable> tables_;
  std::map<std::size_t, ScalarCell> scalars_;
  std::unordered_set<const document::Cell*> taken_;
  std::set<std::tuple<std::size_t, std::string, std::size_t>> stated_none_;  // table, row, column

  void read_rows() {
    for (const auto row : rows_) {
      for (std::size_t label = 0; label < columns_.size(); ++label) {
        if (columns_[label] == Column::label) read_row(row, label);
      }
    }
  }

  /// What a row names whose figures lie one knows not where is there and cannot be read: it is not
  /// blank.
  void doubt(const GridRow& row) {
    if (row.figures == 0) return;
    for (const auto& cell : row.cells) {
      if (cell.kind != CellKind::text) continue;
      const auto label = cell.cell->joined().trimmed();
      for (const auto& name : names_in_year(label.text(), context_.period)) {
        const auto named = summed_column(name);
        const auto known = named ? tables_.find(named->table) : tables_.end();
        if (known == tables_.end()) continue;
        for (auto& each : known->second.rows) {
          auto& value = each.values[named->column];
          if (std::holds_alternative<Missing>(value)) {
            value = Unreadable{label.text(), label.place(0)};
          }
        }
      }
    }
  }

  void mark_numbering() const {
    for (std::size_t column = 0; column < heads_.size(); ++column) {
      const auto& path = heads_[column].path;
      if (path.empty() || !is_numbering_word(path.back().word)) continue;
      for (const auto row : rows_) {
        if (const auto* cell = grid_.at(row, column)) state_.structural.insert(cell->cell);
      }
    }
  }

  void find_rows() {
    end_ = head_rows_.last;
    for (auto index = end_; index < grid_.rows().size(); ++index) {
      const auto& row = grid_.rows()[index];
      if (row.blank()) continue;
      if (row.cells.size() == 1 || (row.figures == 0 && row.texts > 1)) break;
      end_ = index + 1;
      const bool fits =
          grid_.spans_known()
              ? row.width <= heads_.size() && same_columns(row, grid_.rows()[head_rows_.last - 1])
              : row.cells.size() == heads_.size();
      (fits ? rows_ : unread_).push_back(index);
    }
  }

  void find_columns() {
    std::vector<std::size_t> texts(heads_.size(), 0);
    std::vector<std::size_t> figures(heads_.size(), 0);
    for (const auto row : rows_) {
      for (std::size_t column = 0; column < heads_.size(); ++column) {
        const auto* cell = grid_.at(row, column);
        if (cell == nullptr) continue;
        if (cell->kind == CellKind::text) ++texts[column];
        if (cell->kind == CellKind::figure) ++figures[column];
      }
    }
    columns_.resize(heads_.size(), Column::other);
    for (std::size_t column = 0; column < heads_.size(); ++column) {
      if (texts[column] > figures[column]) {
        columns_[column] = Column::label;
      } else if (figures[column] > 0) {
        columns_[column] = kind_of(heads_[column]);
        has_whole_ = has_whole_ || columns_[column] == Column::whole;
      }
    }
  }

  [[nodiscard]] Column kind_of(const Head& head) const {
    if (context_.of_grants) return Column::other;
    if (head.path.empty()) return Column::whole;
    for (const auto& part : head.path) {
      if (other_year(part.written, context_.period)) return Column::other;
    }
    const auto& own = head.path.back();
    const auto relative = schema::folded(relative_to(own.written, context_.period));
    if (std::ranges::find(plain_heads, relative) != plain_heads.end()) return Column::whole;
    for (const auto& named : state_.captions.columns(relative)) {
      const auto& table = state_.table(named.table);
      if (!table.statements) continue;
      if (says_budget(own.written) && !context_.of_budget) return Column::other;
      const auto& id = table.columns[named.column].id;
      return id == "actual" || id == "current" ? Column::whole : Column::other;
    }
    const bool no_unit = std::ranges::any_of(no_units, [&](std::string_view part) {
      return own.written.find(part) != std::string::npos;
    });
    return no_unit || own.word.empty() ? Column::other : Column::unit;
  }

  void read_row(std::size_t row, std::size_t label) {
    const auto* cell = grid_.at(row, label);
    if (cell == nullptr || cell->word.empty()) return;
    const auto& cells = grid_.rows()[row].cells;
    if (follows_code(grid_.rows()[row], static_cast<std::size_t>(cell - cells.data()))) return;
    bool named = false;
    for (auto column = label + 1; column < columns_.size(); ++column) {
      if (columns_[column] == Column::label) break;
      const auto* value = grid_.at(row, column);
      if (value == nullptr || value->kind == CellKind::text) continue;
      if (read_cell(*cell, *value, column)) named = true;
    }
    if (named) ++named_;
  }

  bool read_cell(const GridCell& label, const GridCell& value, std::size_t column) {
    if (taken_.contains(value.cell)) return false;
    for (const auto& name : names_in_year(label.cell->joined().text(), context_.period)) {
      const auto named = summed_column(name);
      if (named && !key_in(state_.table(named->table), column).empty()) {
        return set(*named, label, value, column);
      }
    }
    if (value.kind == CellKind::figure && read_crossed(label, value, column)) return true;
    if (columns_[column] == Column::other) return false;
    if (columns_[column] == Column::unit && has_whole_) return false;
    for (const auto& name : names_in_year(label.cell->joined().text(), context_.period)) {
      if (const auto named = summed_column(name)) return set(*named, label, value, column);
      const auto scalar = state_.captions.scalar(name);
      if (!scalar || columns_[column] != Column::whole) continue;
      if (set_scalar(*scalar, label, value, column)) return true;
    }
    return false;
  }

  /// The key of a table's row that a column's head is (预算数); empty if it is none.
  [[nodiscard]] std::string key_in(const schema::Table& table, std::size_t column) const {
    const auto& path = heads_[column].path;
    if (!table.key || path.empty() || !keys_stand_in_heads(table)) return {};
    for (const auto& name : names_in_year(path.back().written, context_.period)) {
      const auto key = table.canonical_keys.find(name);
      if (key != table.canonical_keys.end()) return key->second;
    }
    return {};
  }

  /// 三公经费 | 预算数 is 三公经费预算数; 三公经费 | 2016年决算数 is 上年三公经费决算数 in 2017.
  bool read_crossed(const GridCell& label, const GridCell& value, std::size_t column) {
    constexpr std::string_view prior = "上年";
    if (heads_[column].path.empty()) return false;
    std::vector<std::string> words;
    for (const auto& head : names_in_year(heads_[column].path.back().written, context_.period)) {
      words.push_back(label.word + head);
      if (!head.starts_with(prior)) continue;
      words.push_back(std::string(prior) + label.word + head.substr(prior.size()));
      words.push_back(std::string(prior) + label.word);
    }
    for (const auto& word : words) {
      const auto scalar = state_.captions.scalar(word);
      if (scalar && set_scalar(*scalar, label, value, column)) return true;
      const auto named = summed_column(word);
      if (named && columns_[column] == Column::whole) return set(*named, label, value, column);
    }
    return false;
  }

  /// The column that a label names: of the table in the title, else of the schema's first.
  [[nodiscard]] std::optional<NamedColumn> summed_column(std::string_view word) const {
    std::optional<NamedColumn> first;
    std::size_t heads = 0;
    for (const auto& named : state_.captions.columns(word)) {
      const auto& table = state_.table(named.table);
      if (table.statements || summary_key(table).empty()) continue;
      const bool titled = std::ranges::find(context_.titled, named.table) != context_.titled.end();
      if (context_.by_form && !titled) continue;
      if (table.columns[named.column].kind != Kind::number) continue;
      if (named.head && !(among_own_ && tables_.contains(named.table))) continue;
      if (titled) return named;
      if (named.head) ++heads;
      if (!first || (first->head && !named.head)) first = named;
    }
    // 合计 among the items of two tables is of neither.
    if (context_.other_year || (first && first->head && heads > 1)) return std::nullopt;
    return first;
  }

  [[nodiscard]] UnitSources units_of(const GridCell& label, std::size_t column) const {
    std::vector<const figure::Unit*> noted;
    const auto& path = heads_[column].path;
    for (auto part = path.rbegin(); part != path.rend() && noted.empty(); ++part) {
      noted = noted_units(part->written, state_.units);
    }
    if (noted.empty()) noted = noted_units(label.cell->joined().text(), state_.units);
    std::vector<const figure::Unit*> table;
    if (!heads_.front().path.empty()) {
      table = noted_units(heads_.front().path.back().written, state_.units);
    }
    return state_.units_of(std::move(noted), std::move(table));
  }

  bool set_scalar(std::size_t scalar, const GridCell& label, const GridCell& value,
                  std::size_t column) {
    const auto& item = state_.schema().scalars[scalar];
    if (item.kind != Kind::number) return false;
    auto read = cell_value(*value.cell, item, units_of(label, column), state_.units);
    if (!std::holds_alternative<figure::Figure>(read)) return false;
    scalars_.try_emplace(scalar, ScalarCell{std::move(read), value.cell});
    taken_.insert(value.cell);
    return true;
  }

  bool set(const NamedColumn& named, const GridCell& label, const GridCell& value,
           std::size_t column) {
    taken_.insert(value.cell);
    const auto& table = state_.table(named.table);
    auto [entry, added] = tables_.try_emplace(named.table);
    auto& read = entry->second;
    if (added) {
      read.table = named.table;
      read.items_down = true;
      read.place = grid_.rows()[head_rows_.first].cells.front().cell->joined().place(0);
    }
    auto& row = row_of(read, table, column);
    auto& cell = row.values[named.column];
    if (!std::holds_alternative<Missing>(cell)) {
      // 一、“三公”经费支出 above （一）支出合计 has no figure of its own.
      if (value.kind != CellKind::figure) return true;
      if (!stated_none_.erase({named.table, row.key, named.column})) {
        row.doubt = {"report.told_twice", {{"name", label.cell->joined().trimmed().text()}}};
        return true;
      }
    }
    if (value.kind != CellKind::figure) stated_none_.insert({named.table, row.key, named.column});
    cell =
        cell_value(*value.cell, table.columns[named.column], units_of(label, column), state_.units);
    if (std::ranges::find(read.columns, named.column) == read.columns.end()) {
      read.columns.push_back(named.column);
    }
    read.cells.push_back(value.cell);
    return true;
  }

  /// The row of the unit that the head names, or of the whole.
  Row& row_of(ReadTable& read, const schema::Table& table, std::size_t column) {
    const bool whole = columns_[column] == Column::whole;
    const auto& path = heads_[column].path;
    const auto written = path.empty() ? std::string() : path.back().written;
    const auto own = key_in(table, column);
    const auto key = !own.empty() ? own : whole ? summary_key(table) : table.key_of(written);
    const auto found = std::ranges::find(read.rows, key, &Row::key);
    if (found != read.rows.end()) return *found;
    const auto place = path.empty() ? read.place : path.back().cell->joined().place(0);
    auto row = empty_row(table, place);
    set_key(row, table, written.empty() ? key : written, place);
    row.key = key;
    return read.rows.emplace_back(std::move(row));
  }
};

}  // namespace

std::size_t read_items_down(const Grid& grid, std::size_t first, const TableContext& context,
                            ReadingState& state, std::vector<ReadTable>& read) {
  const auto& head = grid.rows()[first];
  if (head.figures > 0 || head.texts == 0 || head.cells.size() < 2) return first;
  return ItemsDown(grid, first, context, state).read(read).value_or(first);
}

}  // namespace tieout::report
