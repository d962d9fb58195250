// The tables of a document, one after another.
#include "report/tables.hpp"

#include "document/characters.hpp"
#include "report/code_columns.hpp"
#include "report/division_lists.hpp"
#include "report/items_down.hpp"
#include "report/labelled_groups.hpp"
#include "report/preamble.hpp"
#include "report/project_forms.hpp"
#include "report/scope.hpp"
#include "report/table_body.hpp"
#include "report/table_differences.hpp"
#include "report/table_rates.hpp"
#include "report/units_near.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <utility>

namespace tieout::report {

namespace {

constexpr std::size_t longest_title = 40;  // characters
constexpr std::size_t most_titles = 3;     // above one table
constexpr std::size_t rows_looked_at = 50;

bool is_title(std::string_view text) {
  return !text.empty() && document::count_characters(text) <= longest_title &&
         !document::ends_sentence(text);
}

/// What stands on a line with gaps of spaces between.
std::vector<std::string_view> parts_of(std::string_view text) {
  constexpr std::string_view gap = "  ";
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(gap), text.size());
    parts.push_back(text.substr(0, end));
    text = document::trimmed(text.substr(end));
  }
  return parts;
}

/// How many cells a row below the heads has: as many as the heads if any row does, else as most
/// rows have, up to the next title or head.
std::size_t common_width(const Grid& grid, std::size_t first, std::size_t head_width) {
  std::map<std::size_t, std::size_t> counts;
  const auto last = std::min(grid.rows().size(), first + rows_looked_at);
  for (auto index = first; index < last; ++index) {
    const auto& row = grid.rows()[index];
    const bool begins = counts.empty();
    if (row.cells.size() == 1 || (!begins && row.figures == 0 && row.texts > 1)) break;
    if (!row.blank()) ++counts[row.cells.size()];
  }
  if (counts.empty() || counts.contains(head_width)) return head_width;
  return std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; })
      ->first;
}

/// The words of the rows of heads, by which they are known again.
std::vector<std::string> words_of(const Grid& grid, RowRange rows) {
  std::vector<std::string> words;
  for (auto row = rows.first; row < rows.last; ++row) {
    for (const auto& cell : grid.rows()[row].cells) words.push_back(cell.word);
  }
  return words;
}

/// Whether a head may be that of an addend: it says no year, budget, share, remark or 其中.
bool may_be_addend(const Head& head, std::optional<int> period) {
  static constexpr std::array<std::string_view, 11> others = {
      "其中", "增", "率", "比", "%", "备注", "说明", "序号", "编码", "代码", "编号"};
  if (head.path.empty() || is_numbering_word(head.path.back().word)) return false;
  return std::ranges::none_of(head.path, [&](const HeadWords& words) {
    // 上年结转 of a budget adds to this year's.
    const bool carried = words.word.find("结转") != std::string::npos;
    return words.word.empty() || (other_year(words.written, period) && !carried) ||
           says_budget(words.written) || !code_part_of(words).empty() ||
           std::ranges::any_of(others, [&](std::string_view other) {
             return words.written.find(other) != std::string::npos;
           });
  });
}

/// Whether a head stands beside 小计 in a group of which only that is bound, and not as the total
/// of the rows: it is a part of that column alone (基本支出结转 of 年初结转和结余).
bool is_part_of_bound(const Head& head, const BoundHead& bound, const schema::Table& table) {
  constexpr std::string_view total_column = "total";
  if (head.path.size() < 2) return false;
  const auto* group = head.path[head.path.size() - 2].cell;
  const BoundColumn* whole = nullptr;
  for (const auto& column : bound.columns) {
    if (column.head == nullptr) continue;
    const auto& path = column.head->path;
    const auto in = std::ranges::find(path, group, &HeadWords::cell);
    if (in == path.end()) continue;
    const bool own = in + 2 == path.end() && is_total_word(path.back().word);
    if (!own || whole != nullptr) return false;
    whole = &column;
  }
  return whole != nullptr && table.columns[whole->column].id != total_column;
}

/// Whether a head is 小计 of a group of which other columns are bound: it adds nothing to them.
bool is_subtotal(const Head& head, const BoundHead& bound) {
  if (head.path.size() < 2 || !is_total_word(head.path.back().word)) return false;
  const auto* group = head.path[head.path.size() - 2].cell;
  return std::ranges::any_of(bound.columns, [&](const BoundColumn& column) {
    return column.head != nullptr &&
           std::ranges::find(column.head->path, group, &HeadWords::cell) != column.head->path.end();
  });
}

/// Notes for each table of the schema's own a column of figures among its own that it does not
/// have: what its rows add up to cannot be said.
void find_unread(const Grid& grid, BoundTable& table, const schema::Schema& schema,
                 std::optional<int> period) {
  std::vector<bool> bound(table.heads.size(), false);
  for (const auto& head : table.bound) {
    for (const auto& column : head.columns) {
      if (column.head != nullptr) {
        bound[static_cast<std::size_t>(column.head - table.heads.data())] = true;
      }
    }
    for (const auto part : head.code_parts) bound[part] = true;
  }
  const auto last = std::min(grid.rows().size(), table.head_rows.last + rows_looked_at);
  for (auto& head : table.bound) {
    for (auto place = head.section.first; place < head.section.last; ++place) {
      if (bound[place] || !may_be_addend(table.heads[place], period)) continue;
      if (is_subtotal(table.heads[place], head)) continue;
      if (is_part_of_bound(table.heads[place], head, schema.tables[head.table])) continue;
      for (auto row = table.head_rows.last; row < last; ++row) {
        const auto* cell = grid.at(row, place);
        if (cell != nullptr && cell->kind == CellKind::figure) head.unread = &table.heads[place];
      }
    }
  }
}

/// 类 款 项 in front of the first row below one head 科目编码: that head reaches over them.
bool stretch_code(const Grid& grid, BoundTable& table) {
  constexpr std::size_t parts = 3;
  const auto& first = grid.rows()[std::min(table.head_rows.last, grid.rows().size() - 1)];
  if (table.row_width != table.heads.size() + parts - 1) return false;
  if (first.cells.size() != table.row_width) return false;
  for (std::size_t part = 0; part < parts; ++part) {
    if (!is_code_part(first.cells[part].word)) return false;
  }
  for (auto& head : table.bound) {
    for (auto& column : head.columns) {
      if (column.place > 0) column.place += parts - 1;
    }
  }
  return true;
}

/// 预算数 | 执行数 | 执行率 above rows of a label and three figures: the labels have no head.
bool stretch_labels(const Grid& grid, const schema::Schema& schema, BoundTable& table) {
  const bool amounts = std::ranges::any_of(table.bound, [&schema](const BoundHead& head) {
    if (head.columns.empty() || head.columns.front().place > 0) return false;
    const auto& columns = schema.tables[head.table].columns;
    return columns[head.columns.front().column].kind == schema::Kind::number;
  });
  if (!amounts || table.row_width != table.heads.size() + 1) return false;
  for (auto row = table.head_rows.last; row < grid.rows().size(); ++row) {
    const auto& cells = grid.rows()[row].cells;
    if (cells.size() != table.row_width) break;
    if (cells.front().kind != CellKind::text) return false;
    for (std::size_t cell = 1; cell < cells.size(); ++cell) {
      if (cells[cell].kind == CellKind::text) return false;
    }
  }
  for (auto& head : table.bound) {
    for (auto& column : head.columns) ++column.place;
  }
  return true;
}

/// Whether the only text of a row is a head over most columns, the first among them, and no title
/// of them all: below it, and beside that, stand the columns' own.
bool is_lone_head(const Grid& grid, std::size_t index) {
  const auto* only = grid.rows()[index].only();
  if (!grid.spans_known() || only == nullptr || only->kind != CellKind::text) return false;
  const auto last = only->cell->column_span;
  if (only->cell->column > 0 || last < 2) return false;
  const auto& leaves = grid.rows()[index + count_head_rows(grid, index) - 1];
  std::size_t below = 0;
  std::size_t beside = 0;
  for (const auto& cell : leaves.cells) {
    if (cell.kind != CellKind::text) continue;
    ++(cell.cell->column < last ? below : beside);
  }
  return &leaves != &grid.rows()[index] && beside > 0 && below > beside;
}

/// A table of contents: captions, each with the number of a page.
bool is_contents(const Grid& grid) {
  constexpr std::size_t fewest = 4;
  std::size_t numbered = 0;
  long previous = 0;
  for (const auto& row : grid.rows()) {
    if (row.cells.size() != 2 || row.cells[0].kind != CellKind::text) return false;
    const auto page = row.cells[1].cell->joined().trimmed().text();
    const bool plain = !page.empty() && page.size() <= 4 &&
                       page.find_first_not_of("0123456789") == std::string::npos;
    if (!plain || std::stol(page) < previous) return false;
    previous = std::stol(page);
    if (document::begins_section(row.cells[0].cell->joined().trimmed().text())) ++numbered;
  }
  return grid.rows().size() >= fewest && 2 * numbered >= grid.rows().size();
}

}  // namespace

void TableReader::read(const document::Paragraph& paragraph) {
  const auto text = document::trimmed(paragraph.text.text());
  const auto parts = parts_of(text);
  // 公开05表 … 单位：万元 at the two ends of a line are two notes.
  const bool notes = parts.size() > 1 && std::ranges::any_of(parts, [this](std::string_view part) {
                       return is_preamble(part, state_.units);
                     });
  if (!notes) return meet(text);
  for (const auto part : parts) meet(part);
}

void TableReader::meet(std::string_view text) {
  units_.meet(text);
  state_.notes.meet(text);
  if (is_preamble(text, state_.units)) return;
  if (!is_title(text)) {
    titles_.clear();
    return;
  }
  titles_.emplace_back(text);
  if (titles_.size() > most_titles) titles_.erase(titles_.begin());
}

void TableReader::read(const document::Table& table) {
  const Grid grid(table, state_.units);
  if (is_contents(grid)) {
    for (const auto& row : grid.rows()) state_.structural.insert(row.cells[1].cell);
    return;
  }
  for (std::size_t row = 0; row < grid.rows().size();) row = read_row(grid, row);
  if (grid.rows().size() <= most_summed_rows && summed_figures_ < most_summed_figures) {
    const auto known = sums_.size();
    find_table_sums(grid, claimed_, state_.units, sums_);
    find_labelled_groups(grid, state_.units, sums_);
    find_division_lists(grid, state_.units, sums_);
    auto taken = claimed_;
    taken.insert(rates_.begin(), rates_.end());
    find_table_differences(grid, taken, state_.units, sums_);
    write_table_rates(grid, rates_, state_);
    for (auto sum = known; sum < sums_.size(); ++sum) summed_figures_ += sums_[sum].parts.size();
  }
  claimed_.clear();
  rates_.clear();
}

bool TableReader::is_other_unit() const { return own_unit_ && *own_unit_ != units_.current(); }

void TableReader::leave_other_unit(std::size_t known) {
  const auto is_own = [this](const ReadTable& read) {
    return !state_.table(read.table).statements && !read.rows.empty();
  };
  const auto first = tables_.begin() + static_cast<std::ptrdiff_t>(known);
  if (is_other_unit()) {
    tables_.erase(std::remove_if(first, tables_.end(), is_own), tables_.end());
  } else if (std::any_of(first, tables_.end(), is_own)) {
    own_unit_ = units_.current();
  }
}

std::size_t TableReader::read_row(const Grid& grid, std::size_t row) {
  // Titles stand until a table was read below them, over blank rows and notes of units, too.
  auto next = is_lone_head(grid, row) ? row : read_title(grid, row);
  if (next > row) return next;
  const auto known = tables_.size();
  next = read_table(grid, row);
  leave_other_unit(known);
  if (next > row) {
    titles_.clear();
    return next;
  }
  next = read_title(grid, row);
  if (next > row) return next;
  meet_people(grid.rows()[row]);
  return forms_.read(grid, row, !is_foreign(grid, row),
                     is_other_unit() || is_of_project(grid, row, titles_, state_.captions));
}

std::size_t TableReader::read_title(const Grid& grid, std::size_t index) {
  const auto& row = grid.rows()[index];
  if (row.blank()) return index + 1;
  if (row.texts > 1 && is_preamble(row, state_.units)) {
    for (const auto& cell : row.cells) {
      if (cell.kind != CellKind::blank) meet(document::trimmed(cell.cell->joined().text()));
    }
    return index + 1;
  }
  const auto* only = row.only();
  if (only == nullptr || only->kind != CellKind::text) return index;
  // The label of a form whose value was left blank is no title.
  if (row.cells.size() > 1 && forms_.begins_form(row)) return index;
  close_people();
  const auto scalar = state_.captions.scalar(only->word);
  if (scalar && state_.schema().scalars[*scalar].kind == schema::Kind::boolean) {
    listed_ = scalar;
    listed_place_ = only->cell->joined().trimmed().place(0);
  }
  for (const auto& paragraph : only->cell->paragraphs) meet(document::trimmed(paragraph.text()));
  return index + 1;
}

/// Rows below a title such as 评价人员: heads, then those whom it lists.
void TableReader::meet_people(const GridRow& row) {
  if (listed_ && row.texts + row.figures > 1) ++listed_rows_;
}

void TableReader::close_people() {
  if (listed_) state_.set_scalar(*listed_, Boolean{listed_rows_ > 1, listed_place_});
  listed_.reset();
  listed_rows_ = 0;
}

void TableReader::name_tables(TableContext& context) const {
  const auto add = [&context](const std::vector<std::size_t>& named) {
    context.titled.insert(context.titled.end(), named.begin(), named.end());
  };
  // The nearest title that is a form's says which table it is; others say what it may be.
  for (const auto& title : std::views::reverse(titles_)) {
    const auto& named = state_.captions.form(schema::folded(title));
    if (named.empty()) continue;
    add(named);
    context.by_form = true;
    context.form_title = title;
    break;
  }
  for (const auto& title : titles_) {
    const bool three_public = title.find("三公") != std::string::npos;
    context.of_grants = !context.by_form && !three_public &&
                        (context.of_grants || title.find("财政拨款") != std::string::npos);
    if (!context.by_form) add(state_.captions.tables(schema::folded(title)));
    context.other_year = context.other_year || other_year(title, state_.period);
  }
}

bool TableReader::is_foreign(const Grid& grid, std::size_t row) const {
  const auto speaks = [this](std::string_view words) {
    return other_year(words, state_.period) || (says_budget(words) && !state_.of_budget);
  };
  if (std::ranges::any_of(titles_, speaks)) return true;
  if (row == 0 || grid.rows()[row - 1].figures > 0) return false;
  return std::ranges::any_of(grid.rows()[row - 1].cells, [&](const GridCell& cell) {
    return cell.kind == CellKind::text && speaks(cell.cell->joined().text());
  });
}

/// The row below `first` that is the title of another table, where several stand on one sheet.
std::size_t TableReader::next_title(const Grid& grid, std::size_t first) const {
  const auto last = std::min(grid.rows().size(), first + rows_looked_at);
  for (auto row = first; row < last; ++row) {
    const auto* only = grid.rows()[row].only();
    if (only != nullptr && !state_.captions.form(only->word).empty()) return row;
  }
  return grid.rows().size();
}

TableContext TableReader::context_at(const Grid& grid, std::size_t row) const {
  TableContext context{.period = state_.period,
                       .titled = {},
                       .of_budget = state_.of_budget,
                       .keys_met = [&grid, row, end = next_title(grid, row + 1)](
                                       const schema::Table& table, std::size_t place) {
                         std::size_t met = 0;
                         const auto last = std::min(end, row + rows_looked_at);
                         for (auto below = row + 1; below < last; ++below) {
                           const auto* cell = grid.at(below, place);
                           if (cell == nullptr || cell->word.empty()) continue;
                           if (table.canonical_keys.contains(cell->word)) ++met;
                         }
                         return met;
                       }};
  name_tables(context);
  return context;
}

/// The most rows whose heads bind best: a row too many would be a row of the body.
TableReader::BestHeads TableReader::best_heads(const Grid& grid, RowRange rows,
                                               const TableContext& context) const {
  BestHeads best;
  for (auto last = rows.last; last > rows.first; --last) {
    BoundTable table{.heads = read_heads(grid, {rows.first, last}),
                     .bound = {},
                     .head_rows = {rows.first, last},
                     .row_width = 0,
                     .fits = true};
    const auto sections = find_sections(grid, table.heads, {last, next_title(grid, last)});
    table.bound = bind_heads(table.heads, sections, state_.captions, context);
    std::size_t columns = 0;
    for (const auto& bound : table.bound) columns += bound.columns.size();
    if (columns > best.columns)
      best = {std::move(table), columns};  // the heads keep their addresses
  }
  return best;
}

/// Whether a row is a line of a form, 主管部门 | 市水利局: no head of several columns, of a year or
/// a budget.
bool TableReader::may_be_labelled(const GridRow& row) const {
  return row.cells.size() == row.texts && row.texts % 2 == 0 &&
         std::ranges::none_of(row.cells, [this](const GridCell& cell) {
           const auto words = cell.cell->joined().text();
           const bool of_budget =
               says_budget(words) && (words.ends_with("数") || words.ends_with("预算"));
           return other_year(words, state_.period) || of_budget ||
                  !state_.captions.columns(cell.word).empty();
         });
}

std::size_t TableReader::read_table(const Grid& grid, std::size_t row) {
  const auto& first = grid.rows()[row];
  const bool single = first.cells.size() < 2 && !is_lone_head(grid, row);
  if (first.figures > 0 || first.texts == 0 || single) return row;
  const RowRange most_heads = {row, row + count_head_rows(grid, row)};
  auto words = words_of(grid, most_heads);
  if (titles_.empty() && words == last_heads_) titles_ = last_titles_;
  const auto context = context_at(grid, row);
  auto [best, most] = best_heads(grid, most_heads, context);
  if (may_be_labelled(first)) {
    for (auto below = row + 1; below < most_heads.last; ++below) {
      if (best_heads(grid, {below, most_heads.last}, context).columns > most) return row;
    }
  }
  auto end = row;
  bool own = false;
  if (most > 0) {
    last_heads_ = std::move(words);
    last_titles_ = titles_;
    own = std::ranges::any_of(best.bound, [this](const BoundHead& bound) {
      return !state_.table(bound.table).statements;
    });
    find_code_columns(grid, best.head_rows.last, state_.schema(), best.bound);
    find_unread(grid, best, state_.schema(), state_.period);
    // Rows that are narrower than the heads lost cells, each its own.
    best.row_width =
        std::max(best.heads.size(), common_width(grid, best.head_rows.last, best.heads.size()));
    if (!grid.spans_known()) {
      best.fits = stretch_code(grid, best) ||
                  stretch(best.bound, best.heads.size(), best.row_width) ||
                  stretch_labels(grid, state_.schema(), best);
    }
    end = read_body(grid, best, context, state_, tables_);
    claim(grid, {row, end}, best);
  }
  if (own || is_of_project(grid, row, titles_, state_.captions)) return end;
  const auto known = tables_.size();
  const auto down = read_items_down(grid, row, context, state_, tables_);
  for (auto read = known; read < tables_.size(); ++read) {
    claimed_.insert(tables_[read].cells.begin(), tables_[read].cells.end());
  }
  return std::max(end, down);
}

void TableReader::claim(const Grid& grid, RowRange rows, const BoundTable& table) {
  if (grid.rows().size() > most_summed_rows) return;
  for (const auto& head : table.bound) {
    auto& cells = state_.table(head.table).statements ? rates_ : claimed_;
    for (auto row = rows.first; row < rows.last; ++row) {
      for (const auto& column : head.columns) {
        if (const auto* cell = grid.at(row, column.place)) cells.insert(cell->cell);
      }
    }
  }
}

void TableReader::finish() {
  close_people();
  forms_.finish(tables_);
  settle(std::move(tables_), state_);
  write_table_sums(sums_, state_);
}

}  // namespace tieout::report
