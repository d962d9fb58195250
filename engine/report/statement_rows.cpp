// Rows below a head that state something by themselves: executions, changes, targets, goals.
#include "report/statement_rows.hpp"

#include "report/narrative/lookup.hpp"
#include "report/narrative/rows.hpp"
#include "report/scope.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace tieout::report {

const GridCell* label_cell(const Grid& grid, const BoundHead& head, const schema::Table& table,
                           const BodyRow& row, std::optional<std::size_t> column) {
  // 类 款 项 in front of 合计 are heads that the first row shares.
  const auto names = [](const GridCell* cell) {
    return cell != nullptr && cell->kind != CellKind::blank && !is_code_part(cell->word);
  };
  if (const auto place = column ? head.place_of(*column) : std::nullopt) {
    if (const auto* cell = row.at(grid, *place); names(cell)) return cell;
  }
  auto place = first_amount(head, table).value_or(0);
  while (place-- > head.section.first) {
    const auto* cell = row.at(grid, place);
    if (names(cell) && cell->kind == CellKind::text) return cell;
  }
  return nullptr;
}

void StatementRows::add(const BoundHead& head, const BodyRow& row, ReadTable& read) {
  const auto& table = state_.table(head.table);
  if (!table.statements) {
    add_items(head, table, row, read);
  } else if (table.id == targets_table) {
    add_targets(head, table, row, read);
  } else {
    add_amounts(head, table, row, read);
  }
}

/// Executions, changes: at least two amounts say something about each other.
void StatementRows::add_amounts(const BoundHead& head, const schema::Table& table,
                                const BodyRow& body_row, ReadTable& read) {
  const auto* label = label_cell(source_.grid, head, table, body_row, table.column("name"));
  const auto* named = label == nullptr ? covering_head(head, body_row) : label->cell;
  if (named == nullptr) return;
  const auto name = named->joined().trimmed();
  auto row = empty_row(table, name.place(0));
  std::vector<const document::Cell*> cells;
  std::size_t amounts = 0;
  for (const auto& column : head.columns) {
    const auto& item = table.columns[column.column];
    const auto* cell = body_row.at(source_.grid, column.place);
    if (cell == nullptr || !is_amount(item)) continue;
    auto value = cell_value(*cell->cell, item, source_.units_of(column), state_.units);
    if (std::holds_alternative<figure::Figure>(value)) ++amounts;
    row.values[column.column] = std::move(value);
    cells.push_back(cell->cell);
  }
  if (amounts < 2) return;
  row.label = name.text();
  if (table.id == executions_table) {
    choose_budget(head, table, body_row, row);
    take_as_bare(row);
    sign_difference(table, row);
  }
  if (const auto column = table.column("name")) {
    row.values[*column] = Text{name.text(), name.place(0)};
  }
  read.rows.push_back(std::move(row));
  read.cells.insert(read.cells.end(), cells.begin(), cells.end());
}

/// 预算数 | 执行数 | 执行率, none of them with a unit: a rate is of numbers, whatever they count.
void StatementRows::take_as_bare(Row& row) const {
  const auto figures = [&row](auto&& each) {
    for (auto& value : row.values) {
      if (auto* const figure = std::get_if<figure::Figure>(&value)) each(*figure);
    }
  };
  bool known = false;
  figures([&known](const figure::Figure& figure) {
    known = known || (figure.unit != nullptr &&
                      figure.unit->dimension.kind() != figure::Dimension::Kind::ratio);
  });
  if (known) return;
  figures([this](figure::Figure& figure) {
    if (figure.unit != nullptr) return;
    figure.unit = &state_.units.bare();
    figure.exact = figure.value.coefficient == 0;
  });
}

/// 预算数 | 支出数 | 差额: the head does not say which of the two is more.
void StatementRows::sign_difference(const schema::Table& table, Row& row) {
  const auto figure_in = [&](std::string_view id) {
    const auto column = table.column(id);
    return column ? std::get_if<figure::Figure>(&row.values[*column]) : nullptr;
  };
  const auto* const budget = figure_in("budget");
  const auto* const actual = figure_in("actual");
  auto* const difference = figure_in("difference");
  if (budget == nullptr || actual == nullptr || difference == nullptr) return;
  const bool saved = actual->value.rational() < budget->value.rational();
  if (saved != (difference->value.coefficient < 0)) *difference = narrative::negated(*difference);
}

/// 年初预算数 | 追加金额 | 执行数 | 执行率, 年初预算数 | 变更后的预算 | 执行数 | 执行率: a rate
/// that is not of the budget that was bound is of another one, or of the budget with what was added
/// to it.
void StatementRows::choose_budget(const BoundHead& head, const schema::Table& table,
                                  const BodyRow& body_row, Row& row) const {
  static constexpr std::array<std::string_view, 7> additions = {
      "追加", "调增", "调减", "增减", "调整数", "调整额", "调整金额"};
  const auto column = [&](std::string_view id) { return table.column(id); };
  const auto figure_in = [&](std::string_view id) {
    return column(id) ? std::get_if<figure::Figure>(&row.values[*column(id)]) : nullptr;
  };
  auto* const budget = figure_in("budget");
  const auto* const actual = figure_in("actual");
  const auto* const rate = figure_in("rate");
  if (budget == nullptr || actual == nullptr || rate == nullptr) return;
  const auto in_bare = [this](figure::Figure figure) {
    if (figure.unit == nullptr) figure.unit = &state_.units.bare();
    return figure;
  };
  const auto is_of = [&](const figure::Figure& plan) {
    return narrative::makes_share(in_bare(*actual), in_bare(plan), *rate);
  };
  if (is_of(*budget)) return;
  std::vector<figure::Figure> added;
  for (auto place = head.section.first; place < head.section.last; ++place) {
    const auto& path = source_.table.heads[place].path;
    const bool bound = std::ranges::any_of(
        head.columns, [place](const BoundColumn& other) { return other.place == place; });
    const auto* cell = body_row.at(source_.grid, place);
    if (bound || path.empty() || cell == nullptr || cell->kind != CellKind::figure) continue;
    const BoundColumn other{place, *column("budget"), false, &source_.table.heads[place]};
    auto value = cell_value(*cell->cell, table.columns[*column("budget")], source_.units_of(other),
                            state_.units);
    const auto* const figure = std::get_if<figure::Figure>(&value);
    if (figure == nullptr) continue;
    const auto& words = path.back().written;
    const bool adds = std::ranges::any_of(
        additions, [&](std::string_view word) { return words.find(word) != std::string::npos; });
    // 预算数 | 到位数 | 支出数 | 使用率: of what arrived.
    const bool arrived = words.find("到位") != std::string::npos;
    if (adds) {
      added.push_back(in_bare(*figure));
    } else if ((says_budget(words) || arrived) && is_of(*figure)) {
      *budget = *figure;
      return;
    }
  }
  if (added.empty()) return;
  const narrative::StatementTable ratios(state_.schema(), state_.report, "ratios");
  auto sum = ratios.row(row.label, rate->place);
  std::vector<std::vector<narrative::StatementTable::Field>> whole = {
      {{"value", in_bare(*budget)}}};
  for (const auto& each : added) whole.push_back({{"value", each}});
  ratios.set(sum, "name", narrative::text_value(row.label, rate->place));
  ratios.set_rows(sum, "parts", {{{"value", in_bare(*actual)}}});
  ratios.set_rows(sum, "whole", whole);
  ratios.set(sum, "percent", *rate);
  ratios.add(std::move(sum));
  row.values[*column("rate")] = Missing{};
}

/// The first head, where it reaches down over a row without a name: 人员情况 over 编制数 |
/// 在职人数.
const document::Cell* StatementRows::covering_head(const BoundHead& head,
                                                   const BodyRow& row) const {
  const auto place = head.section.first;
  const auto* cell = row.at(source_.grid, place);
  const auto& path = source_.table.heads[place].path;
  const bool below_heads = row.index == source_.table.head_rows.last;
  const bool free = std::ranges::none_of(
      head.columns, [place](const BoundColumn& column) { return column.place == place; });
  if (!below_heads || !free || path.empty()) return nullptr;
  return cell == nullptr || cell->kind == CellKind::blank ? path.back().cell : nullptr;
}

const GridCell* StatementRows::cell_of(const BoundHead& head, const schema::Table& table,
                                       const BodyRow& row, std::string_view column) const {
  const auto index = table.column(column);
  const auto place = index ? head.place_of(*index) : std::nullopt;
  const auto* cell = place ? row.at(source_.grid, *place) : nullptr;
  return cell == nullptr || cell->kind == CellKind::blank ? nullptr : cell;
}

Promise StatementRows::promise_of(const BoundHead& head, const BodyRow& row) const {
  const auto& table = state_.table(head.table);
  const auto cell = [&](std::string_view column) {
    const auto* found = cell_of(head, table, row, column);
    return found == nullptr ? nullptr : found->cell;
  };
  return {.label = cell("name"),
          .target = cell("target"),
          .actual = cell("actual"),
          .sign = cell("sign"),
          .measure = cell("measure"),
          .units = {},
          .admitted = admits(row)};
}

/// 时效指标（10分）: what can be scored, at the end of a cell.
std::optional<figure::Decimal> StatementRows::marks_in_bracket(std::string_view text) const {
  static constexpr std::array<std::string_view, 2> opens = {"（", "("};
  static constexpr std::array<std::string_view, 2> closes = {"分）", "分)"};
  for (std::size_t bracket = 0; bracket < opens.size(); ++bracket) {
    const auto open = text.rfind(opens[bracket]);
    if (open == std::string_view::npos || !text.ends_with(closes[bracket])) continue;
    const auto begin = open + opens[bracket].size();
    const auto number = figure::read_cell(
        text.substr(begin, text.size() - begin - closes[bracket].size()), state_.units);
    if (const auto* read = std::get_if<figure::NumberText>(&number)) return read->value;
  }
  return std::nullopt;
}

/// 分值 10 | 得分 9.5, or a reason below 偏差原因分析: the row says itself that a target was
/// missed.
bool StatementRows::admits(const BodyRow& row) const {
  static constexpr std::array<std::string_view, 4> marks = {"分值", "权重", "满分", "标准分"};
  static constexpr std::array<std::string_view, 6> reasons = {"偏差", "扣分",   "未完成",
                                                              "原因", "未达标", "未达到"};
  static constexpr std::array<std::string_view, 8> none = {"无", "—",  "-",      "/",
                                                           "－", "——", "不适用", "无偏差"};
  std::optional<figure::Decimal> full;
  std::optional<figure::Decimal> score;
  bool reasoned = false;
  for (std::size_t place = 0; place < source_.table.heads.size(); ++place) {
    const auto& path = source_.table.heads[place].path;
    const auto* cell = row.at(source_.grid, place);
    if (path.empty() || cell == nullptr || cell->kind == CellKind::blank) continue;
    const auto& head = path.back().word;
    const auto text = cell->cell->joined().trimmed();
    if (cell->kind == CellKind::text && !full) full = marks_in_bracket(text.text());
    const auto number = figure::read_cell(text.text(), state_.units);
    const auto* read = std::get_if<figure::NumberText>(&number);
    if (std::ranges::find(marks, head) != marks.end()) {
      if (read != nullptr) full = read->value;
    } else if (head.ends_with("得分") || head == "自评分") {
      if (read != nullptr) score = read->value;
    } else if (std::ranges::any_of(reasons, [&](auto each) { return head.starts_with(each); })) {
      reasoned = std::ranges::find(none, text.text()) == none.end();
    }
  }
  return reasoned || (full && score && score->rational() < full->rational());
}

void StatementRows::add_targets(const BoundHead& head, const schema::Table& table,
                                const BodyRow& row, ReadTable& read) {
  auto promise = promise_of(head, row);
  if (promise.target == nullptr || promise.actual == nullptr) return;
  // Goals in words are answered in words: those are no targets.
  const auto* reached = cell_of(head, table, row, "actual");
  if (source_.own_of_texts && reached->kind != CellKind::figure) return;
  const auto before = read.rows.size();
  const auto column =
      std::ranges::find(head.columns, *table.column("actual"), &BoundColumn::column);
  promise.units.column = source_.units_of(*column).column;
  add_target_rows(promise, table, state_.units, read.rows);
  if (read.rows.size() > before) {
    read.cells.push_back(promise.target);
    read.cells.push_back(promise.actual);
  }
}

/// A table of texts, such as goals; a row that answers with a figure is one of targets.
void StatementRows::add_items(const BoundHead& head, const schema::Table& table, const BodyRow& row,
                              ReadTable& read) {
  std::vector<const document::Cell*> cells;
  std::vector<std::size_t> columns;
  for (const auto& column : head.columns) {
    const auto* cell = row.at(source_.grid, column.place);
    if (cell == nullptr || cell->kind != CellKind::text) return;
    cells.push_back(cell->cell);
    columns.push_back(column.column);
  }
  add_item_rows(cells, columns, table, state_.units, read.rows);
}

}  // namespace tieout::report
