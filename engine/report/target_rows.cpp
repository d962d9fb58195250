// Cells that promise and cells that say what was reached, as rows of goals and targets.
#include "report/target_rows.hpp"

#include "document/characters.hpp"
#include "figure/number_text.hpp"
#include "report/narrative/targets.hpp"
#include "report/numbered_items.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::report {

namespace {

/// Without the sign that parts an item from the next.
std::string label_of(const document::PlacedText& text) {
  static constexpr std::array<std::string_view, 4> ends = {"；", ";", "。", "，"};
  auto label = document::trimmed(text.text());
  for (const auto end : ends) {
    if (label.ends_with(end)) label.remove_suffix(end.size());
  }
  return std::string(label);
}

/// The only number in a text that says more than a number; nothing if there are several.
std::optional<figure::TextNumber> only_number(std::string_view text,
                                              const figure::UnitSystem& units) {
  constexpr std::size_t longest = 200;  // bytes; longer texts say more than what was reached
  if (text.size() > longest) return std::nullopt;
  std::optional<figure::TextNumber> only;
  for (std::size_t at = 0; at < text.size();) {
    const auto number = figure::number_at(text, at, units);
    if (!number) {
      (void)document::next_character(text, at);
      continue;
    }
    if (only) return std::nullopt;
    only = number;
    at = number->end;
  }
  return only;
}

/// What was reached: the cell's figure, or the only number in its words.
Value reached(const document::PlacedText& text, const schema::Item& item,
              const UnitSources& sources, const figure::Unit* fallback,
              const figure::UnitSystem& units) {
  auto value = text_value(text, item, sources, units);
  if (std::holds_alternative<Unreadable>(value)) {
    if (const auto number = only_number(text.text(), units)) {
      const auto part = text.part(number->begin, number->end);
      auto figure = item_figure(number->number, item, sources, units, part.text(), part.place(0));
      if (figure) value = std::move(*figure);
    }
  }
  // 6 beside ≥5次: what was reached is of what was promised.
  if (auto* figure = std::get_if<figure::Figure>(&value); figure && figure->unit == nullptr) {
    const auto number = figure::read_cell(figure->raw, units);
    if (const auto* read = std::get_if<figure::NumberText>(&number)) {
      value = figure::make_figure(*read, fallback != nullptr ? fallback : &units.bare(),
                                  std::nullopt, figure->raw, figure->place);
    }
  }
  return value;
}

/// What a promise says: one bound, where its operator or unit stand in cells of their own, else
/// what the cell lists.
std::vector<NumberedItem> promises_of(const Promise& promise, const figure::UnitSystem& units) {
  const bool apart = promise.sign != nullptr || promise.measure != nullptr;
  if (!apart) return numbered_items(*promise.target);
  return {{.number = std::nullopt, .text = promised(promise, units)}};
}

/// The clauses of a promise that state a bound each; the whole if they are not several.
std::vector<document::PlacedText> bounds_of(const document::PlacedText& promise,
                                            const figure::UnitSystem& units) {
  static constexpr std::array<std::string_view, 4> marks = {"，", "；", ";", "。"};
  const auto& text = promise.text();
  std::vector<document::PlacedText> bounds;
  std::size_t begin = 0;
  while (begin < text.size()) {
    auto end = text.size();
    std::size_t mark = 0;
    for (const auto each : marks) {
      const auto at = text.find(each, begin);
      if (at < end) {
        end = at;
        mark = each.size();
      }
    }
    auto clause = promise.part(begin, end);
    if (narrative::read_target(clause, units)) bounds.push_back(std::move(clause));
    begin = end + mark;
  }
  if (bounds.size() > 1) return bounds;
  return {promise};
}

void set_text(Row& row, std::optional<std::size_t> column, const document::Cell* cell) {
  if (!column || cell == nullptr) return;
  const auto text = cell->joined().trimmed();
  row.values[*column] = Text{text.text(), text.place(0)};
}

const NumberedItem* numbered(const std::vector<NumberedItem>& items, std::optional<int> number) {
  if (!number) return nullptr;
  const auto found = std::ranges::find(items, number, &NumberedItem::number);
  return found == items.end() ? nullptr : &*found;
}

/// Whether the two cells list the same numbers.
bool alike(const std::vector<NumberedItem>& a, const std::vector<NumberedItem>& b) {
  return a.size() == b.size() && a.size() > 1 &&
         std::ranges::equal(a, b, {}, &NumberedItem::number, &NumberedItem::number);
}

}  // namespace

document::PlacedText promised(const Promise& promise, const figure::UnitSystem& units) {
  auto bound = promise.target->joined().trimmed();
  const auto number = figure::read_cell(bound.text(), units);
  const auto* read = std::get_if<figure::NumberText>(&number);
  if (read == nullptr) return bound;
  document::PlacedText whole;
  if (promise.sign != nullptr) whole.append(promise.sign->joined().trimmed());
  whole.append(bound);
  if (promise.measure != nullptr && read->unit == nullptr) {
    whole.append(promise.measure->joined().trimmed());
  }
  return whole;
}

void add_target_rows(const Promise& promise, const schema::Table& targets,
                     const figure::UnitSystem& units, std::vector<Row>& rows) {
  const auto name = targets.column("name");
  const auto target = targets.column("target");
  const auto actual = targets.column("actual");
  if (!name || !target || !actual) return;
  const auto promises = promises_of(promise, units);
  const auto results = numbered_items(*promise.actual);
  const bool paired = alike(promises, results);
  const bool alone = promises.size() == 1;
  for (const auto& item : promises) {
    const auto* result = paired ? numbered(results, item.number) : nullptr;
    const auto achieved = result != nullptr ? result->text : promise.actual->joined();
    for (const auto& bound : bounds_of(item.text, units)) {
      const auto read = narrative::read_target(bound, units);
      auto value = reached(achieved, targets.columns[*actual], promise.units,
                           read ? read->low.unit : nullptr, units);
      if (!read && !std::holds_alternative<figure::Figure>(value)) continue;
      auto row = empty_row(targets, bound.place(0));
      const bool labelled = promise.label != nullptr && alone;
      row.label = labelled ? label_of(promise.label->joined()) : label_of(bound);
      row.values[*name] =
          Text{row.label, labelled ? promise.label->joined().place(0) : bound.place(0)};
      row.values[*target] =
          read ? as_value(*read) : Value(Unreadable{bound.text(), bound.place(0)});
      row.values[*actual] = std::move(value);
      if (const auto admitted = targets.column("admitted"); admitted && promise.admitted) {
        row.values[*admitted] = Boolean{true, bound.place(0)};
      }
      set_text(row, targets.column("sign"), promise.sign);
      set_text(row, targets.column("measure"), promise.measure);
      rows.push_back(std::move(row));
    }
  }
}

void add_item_rows(const std::vector<const document::Cell*>& cells,
                   const std::vector<std::size_t>& columns, const schema::Table& table,
                   const figure::UnitSystem& units, std::vector<Row>& rows) {
  std::vector<std::vector<NumberedItem>> lists;
  lists.reserve(cells.size());
  for (const auto* cell : cells) lists.push_back(numbered_items(*cell));
  if (lists.empty() || lists.front().empty()) return;
  const auto& leading = lists.front();
  const auto ordinal = table.columns.front().kind == schema::Kind::number &&
                       std::ranges::find(columns, std::size_t{0}) == columns.end();
  for (std::size_t index = 0; index < leading.size(); ++index) {
    const auto& item = leading[index];
    auto row = empty_row(table, item.text.place(0));
    row.label = label_of(item.text);
    if (ordinal) {
      figure::NumberText number;
      number.value.coefficient = item.number.value_or(static_cast<int>(index) + 1);
      row.values.front() = figure::make_figure(number, &units.bare(), std::nullopt,
                                               number.value.text(), item.text.place(0));
    }
    for (std::size_t list = 0; list < lists.size(); ++list) {
      const auto& items = lists[list];
      // One text without numbers speaks of all items.
      const auto* part = list == 0                      ? &item
                         : items.size() == 1            ? &items.front()
                         : numbered(items, item.number) ? numbered(items, item.number)
                                                        : nullptr;
      if (part == nullptr) continue;
      row.values[columns[list]] = Text{part->text.text(), part->text.place(0)};
    }
    rows.push_back(std::move(row));
  }
}

}  // namespace tieout::report
