// Shares that were made to add up: found by their place, else by name and value.
#include "report/fitted_shares.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace tieout::report {

namespace {

const schema::Table* table_of(const schema::Schema& schema, std::string_view id) {
  const auto found = std::ranges::find(schema.tables, id, &schema::Table::id);
  return found == schema.tables.end() ? nullptr : &*found;
}

std::optional<std::size_t> column_of(const std::vector<schema::Item>& columns,
                                     std::string_view id) {
  const auto found = std::ranges::find(columns, id, &schema::Item::id);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

/// A percentage of one name.
struct Share {
  std::string name;
  figure::Rational value;
  friend bool operator<(const Share& a, const Share& b) {
    return std::tie(a.name, a.value) < std::tie(b.name, b.value);
  }
};

struct Known {
  std::set<source::Place> places;
  std::set<Share> shares;
};

std::string name_of(const Row& row, std::size_t column) {
  const auto* text = std::get_if<Text>(&row.values[column]);
  return text == nullptr ? std::string() : schema::folded(text->text);
}

/// Adds the percentages of a group, if they add up to exactly 100%.
void add_group(const std::vector<Row>& percents, std::size_t name, std::size_t value,
               Known& known) {
  figure::Rational sum = 0;
  for (const Row& row : percents) {
    const auto* percent = std::get_if<figure::Figure>(&row.values[value]);
    if (percent == nullptr || percent->unit == nullptr || percent->approximate) return;
    sum += percent->base();
  }
  if (sum != 1) return;
  for (const Row& row : percents) {
    const auto& percent = std::get<figure::Figure>(row.values[value]);
    known.places.insert(percent.place);
    known.shares.insert({name_of(row, name), percent.base()});
  }
}

void mark(Row& row, std::size_t name, std::size_t percent, const Known& known) {
  if (auto* figure = std::get_if<figure::Figure>(&row.values[percent])) {
    figure->fitted =
        figure->unit != nullptr && (known.places.contains(figure->place) ||
                                    known.shares.contains({name_of(row, name), figure->base()}));
  }
  for (Row& other : row.alternatives) mark(other, name, percent, known);
}

/// Where the first addend of a sum stands; nothing for fewer than two.
std::optional<source::Place> first_addend(const Value& whole) {
  const auto* rows = std::get_if<Rows>(&whole);
  if (rows == nullptr || (*rows)->size() < 2 || (*rows)->front().values.empty()) {
    return std::nullopt;
  }
  const auto* first = std::get_if<figure::Figure>(&(*rows)->front().values.front());
  return first == nullptr ? std::nullopt : std::optional(first->place);
}

/// Percentages of the sum of their own parts (甲70万元，占70%；乙30万元，占30%), which nothing else
/// states: those that add up to exactly 100%.
void mark_of_sums(std::vector<Row>& ratios, std::size_t percent, std::size_t whole) {
  std::map<source::Place, figure::Rational> sums;
  const auto of_sum = [&](const Row& row) -> const figure::Figure* {
    const auto* figure = std::get_if<figure::Figure>(&row.values[percent]);
    const bool plain = figure != nullptr && figure->unit != nullptr && !figure->approximate;
    return plain && first_addend(row.values[whole]) ? figure : nullptr;
  };
  for (const Row& row : ratios) {
    if (const auto* figure = of_sum(row)) sums[*first_addend(row.values[whole])] += figure->base();
  }
  for (Row& row : ratios) {
    if (of_sum(row) == nullptr || sums.at(*first_addend(row.values[whole])) != 1) continue;
    std::get<figure::Figure>(row.values[percent]).fitted = true;
  }
}

}  // namespace

void mark_fitted_shares(Report& report) {
  const schema::Schema& schema = *report.schema;
  const auto rows_of = [&](const schema::Table& table) -> std::vector<Row>& {
    return report.tables[static_cast<std::size_t>(&table - schema.tables.data())].rows;
  };
  if (const auto* ratios = table_of(schema, "ratios"); ratios != nullptr) {
    const auto percent = column_of(ratios->columns, "percent");
    const auto whole = column_of(ratios->columns, "whole");
    if (percent && whole) mark_of_sums(rows_of(*ratios), *percent, *whole);
  }
  const auto* shares = table_of(schema, "shares");
  const auto* groups = table_of(schema, "share_groups");
  if (shares == nullptr || groups == nullptr) return;
  const auto percents = column_of(groups->columns, "percents");
  const auto name = column_of(shares->columns, "name");
  const auto percent = column_of(shares->columns, "percent");
  if (rows_of(*groups).empty() || !percents || !name || !percent) return;
  const auto& nested = groups->columns[*percents].table;
  if (!nested) return;
  const auto part = column_of(nested->columns, "name");
  const auto value = column_of(nested->columns, "value");
  if (!part || !value) return;
  Known known;
  for (const Row& group : rows_of(*groups)) {
    if (const auto* rows = std::get_if<Rows>(&group.values[*percents])) {
      add_group(**rows, *part, *value, known);
    }
  }
  for (Row& share : rows_of(*shares)) mark(share, *name, *percent, known);
}

}  // namespace tieout::report
