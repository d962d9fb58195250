// Rows by key, by row set and by hierarchy.
#include "check/view.hpp"

#include "check/hierarchy.hpp"

#include <algorithm>

namespace tieout::check {

std::string RowRef::name() const {
  constexpr std::size_t as_most_columns_need = 32;  // whose names are put behind it
  const std::string& before = nested ? outer : table->id;
  std::string name;
  name.reserve(before.size() + row->label.size() + as_most_columns_need);
  if (!nested && prior) name += "prior.";
  name += before;
  if (table->key && !row->label.empty()) {
    name.append("[\"").append(row->label).append("\"]");
  } else {
    name.append(1, '[').append(std::to_string(index + 1)).append(1, ']');
  }
  return name;  // what append gives would be copied
}

RowRef View::row(std::size_t table, std::size_t index) const {
  RowRef ref;
  ref.row = &rows(table)[index];
  ref.table = &report_->schema->tables[table];
  ref.index = index;
  ref.table_index = table;
  ref.prior = prior_;
  return ref;
}

const std::vector<std::size_t>& View::with_key(std::size_t table, const std::string& key) {
  static const std::vector<std::size_t> none;
  const auto [index, is_new] = keys_.try_emplace(table);
  if (is_new) {
    const std::vector<report::Row>& all = rows(table);
    for (std::size_t i = 0; i < all.size(); ++i) index->second[all[i].key].push_back(i);
  }
  const auto found = index->second.find(key);
  return found == index->second.end() ? none : found->second;
}

const std::vector<std::size_t>& View::children(std::size_t table, std::size_t index) {
  const auto [known, is_new] = children_.try_emplace(table);
  if (is_new) known->second = children_of(rows(table), report_->schema->tables[table]);
  return known->second[index];
}

bool in_row_set(const report::Row& row, const schema::RowSet& set) {
  const bool matched = std::ranges::any_of(set.match, [&row](const std::string& word) {
    return row.key.find(word) != std::string::npos;
  });
  return matched != set.all_but;
}

}  // namespace tieout::check
