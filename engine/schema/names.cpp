// Finds items, tables and rows by the names that people use for them.
#include "schema/schema.hpp"

#include <algorithm>

namespace tieout::schema {
namespace {

/// The index of the item or table that has `name`: by id, else by what `has_name` says.
template <class Part, class HasName>
std::optional<std::size_t> find(const std::vector<Part>& parts, std::string_view name,
                                HasName has_name) {
  auto found = std::ranges::find(parts, name, &Part::id);
  if (found == parts.end()) {
    const std::string wanted = folded(name);
    const auto is_wanted = [&](const std::string& word) { return folded(word) == wanted; };
    found = std::ranges::find_if(parts, [&](const Part& part) {
      return is_wanted(part.title) || has_name(part, is_wanted);
    });
  }
  return found == parts.end() ? std::nullopt
                              : std::optional(static_cast<std::size_t>(found - parts.begin()));
}

}  // namespace

bool RowSet::contains(std::string_view key) const {
  const bool matches = std::ranges::any_of(
      match, [&](const std::string& word) { return key.find(word) != std::string_view::npos; });
  return matches != all_but;
}

std::optional<std::size_t> Table::column(std::string_view name) const {
  return find(columns, name, [](const Item& item, const auto& is_wanted) {
    return std::ranges::any_of(item.captions, is_wanted) ||
           std::ranges::any_of(item.heads, is_wanted);
  });
}

std::string Table::key_of(std::string_view label) const {
  std::string name = folded(label);
  const auto found = canonical_keys.find(name);
  return found == canonical_keys.end() ? name : found->second;
}

std::optional<std::size_t> Schema::scalar(std::string_view name) const {
  return find(scalars, name, [](const Item& item, const auto& is_wanted) {
    return std::ranges::any_of(item.captions, is_wanted);
  });
}

std::optional<std::size_t> Schema::table(std::string_view name) const {
  return find(tables, name, [](const Table& table, const auto& is_wanted) {
    return std::ranges::any_of(table.captions, is_wanted);
  });
}

}  // namespace tieout::schema
