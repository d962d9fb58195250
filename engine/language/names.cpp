// Looks names up by id, title and caption.
#include "language/names.hpp"

#include <algorithm>

namespace tieout::language {

namespace {

/// Each part of a header path folded. A part that folding leaves nothing of stays as it is.
std::string folded_path(std::string_view path) {
  std::string result;
  while (true) {
    const auto dot = path.find('.');
    const auto part = path.substr(0, dot);
    const auto folded = schema::folded(part);
    result += folded.empty() ? part : folded;
    if (dot == std::string_view::npos) return result;
    result += '.';
    path.remove_prefix(dot + 1);
  }
}

void add_once(std::vector<std::size_t>& positions, std::size_t position) {
  if (std::ranges::find(positions, position) == positions.end()) positions.push_back(position);
}

}  // namespace

void NameIndex::add(std::size_t position, std::string_view id, std::string_view title,
                    const std::vector<std::string>& captions) {
  ids_.emplace(id, position);
  spellings_.emplace_back(id);
  if (!title.empty()) {
    add_once(titles_[folded_path(title)], position);
    spellings_.emplace_back(title);
  }
  for (const auto& caption : captions) add_once(captions_[folded_path(caption)], position);
}

Found NameIndex::find(std::string_view name) const {
  if (const auto id = ids_.find(std::string(name)); id != ids_.end()) return {id->second, {}};
  const auto path = folded_path(name);
  for (const auto* by_text : {&titles_, &captions_}) {
    const auto found = by_text->find(path);
    if (found == by_text->end()) continue;
    if (found->second.size() == 1) return {found->second.front(), {}};
    return {std::nullopt, found->second};
  }
  return {};
}

source::Message ambiguous(std::string_view name, const std::vector<schema::Item>& items,
                          const std::vector<std::size_t>& several) {
  std::string ids;
  for (const auto position : several) {
    if (!ids.empty()) ids += ", ";
    ids += items[position].id;
  }
  return source::Message("rule.ambiguous", {{"name", std::string(name)}, {"names", ids}});
}

SchemaNames::SchemaNames(const schema::Schema& schema) {
  for (std::size_t i = 0; i < schema.scalars.size(); ++i) {
    const auto& item = schema.scalars[i];
    scalars_.add(i, item.id, item.title, item.captions);
  }
  for (std::size_t i = 0; i < schema.tables.size(); ++i) {
    const auto& table = schema.tables[i];
    tables_.add(i, table.id, table.title, table.captions);
    add(table);
  }
}

void SchemaNames::add(const schema::Table& table) {
  auto& columns = columns_[&table];
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto& item = table.columns[i];
    columns.add(i, item.id, item.title, item.captions);
    if (item.table) add(*item.table);
  }
  auto& row_sets = row_sets_[&table];
  for (std::size_t i = 0; i < table.row_sets.size(); ++i) {
    row_sets.add(i, table.row_sets[i].id, table.row_sets[i].title);
  }
}

std::string row_key(const schema::Table& table, std::string_view written) {
  auto key = schema::folded(written);
  for (const auto& synonyms : table.key_synonyms) {
    const auto same = [&key](const std::string& synonym) { return schema::folded(synonym) == key; };
    if (std::ranges::any_of(synonyms, same)) return schema::folded(synonyms.front());
  }
  return key;
}

}  // namespace tieout::language
