// The words by which documents name a schema's items, for looking them up.
#include "report/captions.hpp"

#include <algorithm>

namespace tieout::report {

namespace {

template <class Named>
const std::vector<Named>& found(const std::unordered_map<std::string, std::vector<Named>>& index,
                                std::string_view word) {
  static const std::vector<Named> none;
  const auto entry = index.find(std::string(word));
  return entry == index.end() ? none : entry->second;
}

}  // namespace

Captions::Captions(const schema::Schema& schema) : schema_(schema) {
  for (std::size_t scalar = 0; scalar < schema.scalars.size(); ++scalar) {
    const auto& item = schema.scalars[scalar];
    scalars_.try_emplace(schema::folded(item.title), scalar);
    for (const auto& caption : item.captions) scalars_.try_emplace(schema::folded(caption), scalar);
  }
  for (std::size_t index = 0; index < schema.tables.size(); ++index) {
    const auto& table = schema.tables[index];
    for (std::size_t column = 0; column < table.columns.size(); ++column) add_column(index, column);
    if (table.statements) continue;
    tables_[schema::folded(table.title)].push_back(index);
    for (const auto& caption : table.captions) tables_[schema::folded(caption)].push_back(index);
    for (std::size_t source = 0; source < table.from.size(); ++source) {
      for (const auto& caption : table.from[source].captions) {
        sources_[schema::folded(caption)].push_back({index, source});
      }
    }
  }
}

void Captions::add_column(std::size_t table, std::size_t column) {
  const auto& item = schema_.tables[table].columns[column];
  std::size_t rank = 0;
  const auto add = [&](const std::string& word, bool head) {
    columns_[schema::folded(word)].push_back({table, column, rank++, head});
  };
  add(item.title, false);
  for (const auto& caption : item.captions) add(caption, false);
  for (const auto& head : item.heads) add(head, true);
}

const std::vector<NamedColumn>& Captions::columns(std::string_view word) const {
  return found(columns_, word);
}

std::optional<std::size_t> Captions::scalar(std::string_view word) const {
  const auto entry = scalars_.find(std::string(word));
  return entry == scalars_.end() ? std::nullopt : std::optional(entry->second);
}

const std::vector<std::size_t>& Captions::tables(std::string_view word) const {
  return found(tables_, word);
}

const std::vector<std::size_t>& Captions::form(std::string_view title) const {
  static const std::vector<std::size_t> none;
  const std::vector<std::size_t>* best = &none;
  std::size_t longest = 0;
  if (title.find("表") == std::string_view::npos) return none;
  for (const auto& [caption, tables] : tables_) {
    if (caption.size() <= longest || !caption.ends_with("表")) continue;
    if (title.find(caption) == std::string_view::npos) continue;
    longest = caption.size();
    best = &tables;
  }
  return *best;
}

const std::vector<NamedSource>& Captions::sources(std::string_view word) const {
  return found(sources_, word);
}

bool Captions::labels(std::string_view word) const {
  if (word.empty()) return false;
  if (scalar(word) || !sources(word).empty()) return true;
  return std::ranges::any_of(columns(word), [this](const auto& named) {
    return !named.head && !schema_.tables[named.table].statements;
  });
}

}  // namespace tieout::report
