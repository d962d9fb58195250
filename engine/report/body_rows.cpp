// What each row below a head that was bound is, and how its cells lie below the heads.
#include "report/body_rows.hpp"

#include "document/characters.hpp"
#include "report/preamble.hpp"
#include "report/read_rows.hpp"
#include "report/scope.hpp"
#include "report/units_near.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string>

namespace tieout::report {

namespace {

using schema::Kind;

/// A number of a row of column numbers: "3", "3=1+2".
bool states_number(const document::Cell& cell, std::size_t number) {
  const auto text = cell.joined().trimmed().text();
  const auto digits = fmt::to_string(number);
  if (!text.starts_with(digits)) return false;
  return text.size() == digits.size() || text[digits.size()] == '=';
}

/// The place of the first column that `.*` adds up.
std::optional<std::size_t> first_summed(const BoundHead& head, const schema::Table& table) {
  for (const auto& column : head.columns) {
    if (table.columns[column.column].additive) return column.place;
  }
  return std::nullopt;
}

/// What was promised may be said in words, and so may what was reached.
bool takes_words(const schema::Item& item, const schema::Table& table) {
  if (item.kind == Kind::target) return true;
  return item.dimension.kind() == figure::Dimension::Kind::stated &&
         std::ranges::any_of(table.columns,
                             [](const schema::Item& other) { return other.kind == Kind::target; });
}

/// Whether a figure may stand in a column: a share only where one belongs.
bool may_hold(const document::Cell& cell, const schema::Item& item,
              const figure::UnitSystem& units) {
  const auto number = figure::read_cell(cell.joined().trimmed().text(), units);
  const auto* read = std::get_if<figure::NumberText>(&number);
  if (read == nullptr) return false;
  if (read->unit == nullptr) return true;
  const auto ratio = figure::Dimension::Kind::ratio;
  if (item.dimension.kind() == figure::Dimension::Kind::stated) {
    return read->unit->dimension.kind() != ratio;
  }
  return figure::Dimension::fit(read->unit->dimension, item.dimension);
}

/// 1.2.3, 10 20, ×: neither a letter nor a Han character in it.
bool is_no_word(std::string_view text) {
  constexpr char32_t first_han = 0x3400;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = document::next_character(text, at);
    const bool letter = character < 0x80 && std::isalpha(static_cast<int>(character)) != 0;
    if (letter || (character >= first_han && character < 0xE000)) return false;
  }
  return true;
}

}  // namespace

bool is_amount(const schema::Item& item) {
  return item.kind == Kind::number || item.kind == Kind::target;
}

std::optional<std::size_t> first_amount(const BoundHead& head, const schema::Table& table) {
  for (const auto& column : head.columns) {
    if (is_amount(table.columns[column.column])) return column.place;
  }
  return std::nullopt;
}

BodyRows::BodyRows(const Grid& grid, const BoundTable& table, ReadingState& state)
    : grid_(grid), table_(table), state_(state) {
  for (const auto& bound : table.bound) {
    const auto& own = state.table(bound.table);
    if (own.statements) continue;
    (own.key ? keyed_ : own_of_texts_) = true;
  }
  // 栏次 1 2 3 4 below fewer heads: some of them are lost, and so may be cells of each row.
  const auto below = table.head_rows.last;
  const bool numbered = below < grid.rows().size() && is_numbering(below);
  const auto filled = numbered ? grid.rows()[below].texts + grid.rows()[below].figures : 0;
  fits_ = table.fits && (grid.spans_known() || filled <= table.row_width);
}

BodyRow BodyRows::look_at(std::size_t index) const {
  BodyRow row{.index = index, .kind = kind_of(index)};
  if (row.kind == RowKind::total) {
    row.shift = *total_shift(index);
    row.first = row.shift + 1;
  } else if (row.kind == RowKind::data && !fits(grid_.rows()[index])) {
    row.shift = row.first = *lost_in_front(index);
  }
  return row;
}

bool BodyRows::fits(const GridRow& row) const {
  if (!fits_) return false;
  if (!grid_.spans_known()) return row.cells.size() == table_.row_width;
  return row.width <= table_.heads.size() &&
         same_columns(row, grid_.rows()[table_.head_rows.last - 1]);
}

RowKind BodyRows::kind_of(std::size_t index) const {
  const auto& row = grid_.rows()[index];
  if (row.blank()) return RowKind::passed_over;
  if (is_numbering(index)) {
    for (const auto& cell : row.cells) state_.structural.insert(cell.cell);
    return RowKind::passed_over;
  }
  if (repeats_heads(index)) return RowKind::heads;
  if (is_preamble(row, state_.units)) return RowKind::passed_over;
  if (is_row_of_totals(row)) return RowKind::totals;
  if (const auto* only = row.only();
      only != nullptr && only->kind == CellKind::text && !names_blank_row(*only)) {
    if (is_note(*only) && rows_go_on(index)) return RowKind::passed_over;
    if (is_title(row, *only)) return RowKind::end;
    if (row.cells.size() == 1) return RowKind::passed_over;  // a heading between rows
  }
  if (is_other_head(row) || begins_form(row)) return RowKind::end;
  if (fits(row)) return is_text_row(index) ? RowKind::end : RowKind::data;
  if (total_shift(index)) return RowKind::total;
  if (lost_in_front(index)) return RowKind::data;
  if (row.figures == 0) return total_follows(index) ? RowKind::passed_over : RowKind::end;
  return row.cells.front().kind == CellKind::blank ? RowKind::end : RowKind::doubted;
}

/// 栏次 1 2 3, right below the heads.
bool BodyRows::is_numbering(std::size_t index) const {
  if (index > table_.head_rows.last + 1 && !follows_heads(index)) return false;
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

/// Right below heads that a new page repeats.
bool BodyRows::follows_heads(std::size_t index) const {
  const auto height = table_.head_rows.last - table_.head_rows.first;
  return index >= height && repeats_heads(index - height);
}

bool BodyRows::repeats_heads(std::size_t index) const {
  const auto& first = grid_.rows()[table_.head_rows.first];
  const auto& row = grid_.rows()[index];
  const auto height = table_.head_rows.last - table_.head_rows.first;
  return row.figures == 0 && index + height <= grid_.rows().size() &&
         std::ranges::equal(first.cells, row.cells, {}, &GridCell::word, &GridCell::word) &&
         std::ranges::any_of(row.cells, [](const auto& cell) { return !cell.word.empty(); });
}

/// What stands alone below the names of a table names a row without figures: where the table does
/// not begin its rows, or by a name that it knows.
bool BodyRows::names_blank_row(const GridCell& only) const {
  if (!grid_.spans_known()) return false;
  return std::ranges::any_of(table_.bound, [&](const BoundHead& head) {
    const auto& table = state_.table(head.table);
    if (!table.key || head.place_of(*table.key) != only.cell->column) return false;
    return only.cell->column > 0 ||
           table.canonical_keys.contains(table.key_of(only.cell->joined().text()));
  });
}

bool BodyRows::is_note(const GridCell& only) {
  const auto text = only.cell->joined().trimmed().text();
  return text.starts_with("注") || text.starts_with("备注") || text.starts_with("说明");
}

/// Whether the next row is one of figures below the same heads.
bool BodyRows::rows_go_on(std::size_t index) const {
  for (++index; index < grid_.rows().size(); ++index) {
    const auto& next = grid_.rows()[index];
    if (next.blank()) continue;
    return next.figures > 0 && next.cells.front().kind == CellKind::text && fits(next) &&
           !begins_form(next);
  }
  return false;
}

bool BodyRows::is_title(const GridRow& row, const GridCell& only) const {
  if (row.cells.size() == 1 && only.word.empty()) return true;  // a text of its own
  if (is_note(only)) return true;
  const auto text = only.cell->joined().trimmed().text();
  if (!state_.captions.tables(only.word).empty()) return true;
  if (!noted_units(text, state_.units).empty()) return true;
  return row.cells.size() == 1 && document::begins_section(text);
}

/// 使用非财政拨款结余 | | 结余分配 | : a name for each of several tables side by side, all amounts
/// left blank.
bool BodyRows::names_only(const GridRow& row) const {
  if (!fits(row)) return false;
  std::size_t place = 0;
  for (const auto& cell : row.cells) {
    const auto at = grid_.spans_known() ? cell.cell->column : place++;
    if (cell.kind == CellKind::blank) continue;
    const bool names = std::ranges::any_of(table_.bound, [&](const BoundHead& head) {
      const auto& table = state_.table(head.table);
      return table.key && head.place_of(*table.key) == at &&
             table.canonical_keys.contains(table.key_of(cell.cell->joined().text()));
    });
    if (!names) return false;
  }
  return true;
}

bool BodyRows::is_other_head(const GridRow& row) const {
  if (row.figures > 0 || row.texts < 2 || names_only(row)) return false;
  return std::ranges::count_if(row.cells, [this](const GridCell& cell) {
           return !cell.word.empty() && !state_.captions.columns(cell.word).empty();
         }) >= 2;
}

/// 绩效自评得分 | 98: rows of units and subjects are not called what scalars are.
bool BodyRows::begins_form(const GridRow& row) const {
  const auto& word = row.cells.front().word;
  if (word.empty() || row.cells.size() < 2 || row.texts + row.figures < 2) return false;
  // 部门预算总额 | 5620 | 6250 | 5937: one label has one value in a form.
  constexpr std::size_t most_values = 2;
  if (row.texts == 1 && row.figures > most_values && fits(row)) return false;
  const bool labels = state_.captions.scalar(word) || !state_.captions.sources(word).empty();
  return labels && (keyed_ || !fits(row));
}

/// Whether texts stand where the heads promise figures: the rows of another table. One text in all
/// of them (见附件, 涉密), or what only failed to be numbers (1.2.3, ×), is a row that cannot be
/// read.
bool BodyRows::is_text_row(std::size_t index) const {
  const auto& row = grid_.rows()[index];
  if (row.figures > 0 || own_of_texts_) return false;
  std::vector<std::string> texts;
  for (const auto& column : table_.bound.front().columns) {
    const auto& item = state_.table(table_.bound.front().table).columns[column.column];
    const auto* cell = grid_.at(index, column.place);
    if (item.kind == Kind::number && cell != nullptr && cell->kind == CellKind::text) {
      texts.push_back(cell->cell->joined().trimmed().text());
    }
  }
  const bool alike = std::ranges::all_of(
      texts, [&](const std::string& text) { return text == texts.front() || is_no_word(text); });
  return texts.size() >= 2 && !alike;
}

/// Totals of a table with codes, each with its amount: nothing else in the row.
bool BodyRows::is_row_of_totals(const GridRow& row) const {
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

std::optional<std::size_t> BodyRows::total_of(std::string_view word) const {
  for (std::size_t bound = 0; bound < table_.bound.size(); ++bound) {
    const auto& table = state_.table(table_.bound[bound].table);
    const bool coded = table.hierarchy.kind == schema::Hierarchy::Kind::code_prefix;
    if (coded && table.canonical_keys.contains(word)) return bound;
  }
  return std::nullopt;
}

/// The place of the last column of amounts of any bound table.
std::size_t BodyRows::last_amount() const {
  std::size_t last = 0;
  for (const auto& head : table_.bound) {
    const auto& table = state_.table(head.table);
    for (const auto& column : head.columns) {
      if (is_amount(table.columns[column.column])) last = std::max(last, column.place);
    }
  }
  return last;
}

/// How many cells a total lacks whose label reaches over all columns before the first that is
/// summed up: what is left of the row are the cells below the rest, but for blank ones at the end.
std::optional<std::size_t> BodyRows::total_shift(std::size_t index) const {
  const auto& row = grid_.rows()[index];
  if (!fits_ || grid_.spans_known() || row.cells.size() >= table_.row_width) {
    return std::nullopt;
  }
  const auto& label = row.cells.front();
  if (row.figures == 0 || label.kind != CellKind::text) return std::nullopt;
  for (const auto& bound : table_.bound) {
    const auto& table = state_.table(bound.table);
    const auto first = first_summed(bound, table);
    if (!first || *first == 0 || !is_summary(table, table.key_of(label.cell->joined().text()))) {
      continue;
    }
    const auto end = *first - 1 + row.cells.size();
    if (end > last_amount() && end <= table_.row_width) return *first - 1;
    // 总分 | | | 100 | 96, with some of the blank cells: its figures are as many as are summed up.
    const auto figure = std::ranges::find(row.cells, CellKind::figure, &GridCell::kind);
    const auto before = static_cast<std::size_t>(figure - row.cells.begin());
    const bool blank = row.texts == 1 && before <= *first;
    if (blank && before + row.figures == row.cells.size() &&
        *first + row.figures == last_amount() + 1) {
      return *first - before;
    }
  }
  return std::nullopt;
}

/// Whether a remark (其他需要说明的事项 | 无) only stands between the rows and their total.
bool BodyRows::total_follows(std::size_t index) const {
  return index + 1 < grid_.rows().size() && total_shift(index + 1).has_value();
}

/// Where rows have fewer cells than the heads: how many are lacking in front, covered by those
/// above; the others are blank ones at the end. Nothing if the kinds of cells do not tell it.
std::optional<std::size_t> BodyRows::lost_in_front(std::size_t index) const {
  const auto& row = grid_.rows()[index];
  if (!fits_ || grid_.spans_known() || row.cells.size() >= table_.row_width) {
    return std::nullopt;
  }
  if (row.figures == 0) return std::nullopt;
  const auto lacking = table_.row_width - row.cells.size();
  std::optional<std::size_t> found;
  for (std::size_t shift = 0; shift <= lacking; ++shift) {
    if (shift + row.cells.size() <= last_amount()) continue;
    if (!lies_at({.index = index, .shift = shift, .first = shift})) continue;
    if (found) return std::nullopt;
    found = shift;
  }
  return found;
}

bool BodyRows::lies_at(const BodyRow& row) const {
  // Behind the amounts stand remarks.
  for (auto place = last_amount() + 1; place < table_.row_width; ++place) {
    const auto* cell = row.at(grid_, place);
    if (cell != nullptr && cell->kind == CellKind::figure) return false;
  }
  return std::ranges::all_of(table_.bound,
                             [&](const BoundHead& head) { return lies_at(row, head); });
}

bool BodyRows::lies_at(const BodyRow& row, const BoundHead& head) const {
  const auto& table = state_.table(head.table);
  for (const auto& column : head.columns) {
    const auto& item = table.columns[column.column];
    const auto* cell = row.at(grid_, column.place);
    if (!is_amount(item)) {
      // What names the row is there, in words; what it belongs to may be covered.
      const bool named = cell != nullptr && cell->kind == CellKind::text;
      if (table.key == column.column && !named) return false;
      if (cell != nullptr && cell->kind == CellKind::figure) return false;
      continue;
    }
    if (cell == nullptr) return false;
    if (takes_words(item, table)) continue;
    if (cell->kind == CellKind::text) return false;
    if (cell->kind == CellKind::blank) continue;
    if (!may_hold(*cell->cell, item, state_.units)) return false;
  }
  if (table.key) return true;
  const auto amount = first_amount(head, table);
  for (std::size_t place = row.first; amount && place < *amount; ++place) {
    const auto* cell = row.at(grid_, place);
    if (cell != nullptr && cell->kind == CellKind::text) return true;
  }
  return false;
}

}  // namespace tieout::report
