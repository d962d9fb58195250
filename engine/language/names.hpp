// What names of a schema mean in rules: by id, by title, by caption.
#pragma once

#include "schema/schema.hpp"
#include "source/message.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieout::language {

/// What a name was found to mean.
struct Found {
  std::optional<std::size_t> index;
  std::vector<std::size_t> several;  ///< a caption that more than one has: it names none of them
};

/// The names of one kind of thing: the columns of a table, the tables, ...
class NameIndex {
 public:
  void add(std::size_t position, std::string_view id, std::string_view title,
           const std::vector<std::string>& captions = {});
  /// An id as it is written; else a title; else a caption that only one has. Titles and captions
  /// are compared folded; the dots of a header path (其中.其他) count.
  [[nodiscard]] Found find(std::string_view name) const;
  /// Ids and titles, for suggestions.
  [[nodiscard]] const std::vector<std::string>& spellings() const { return spellings_; }

 private:
  using ByText = std::unordered_map<std::string, std::vector<std::size_t>>;
  std::unordered_map<std::string, std::size_t> ids_;
  ByText titles_;
  ByText captions_;
  std::vector<std::string> spellings_;
};

/// Says that `name` is a caption of several items.
[[nodiscard]] source::Message ambiguous(std::string_view name,
                                        const std::vector<schema::Item>& items,
                                        const std::vector<std::size_t>& several);

/// The names of a schema, which must live as long.
class SchemaNames {
 public:
  explicit SchemaNames(const schema::Schema& schema);

  [[nodiscard]] const NameIndex& scalars() const { return scalars_; }
  [[nodiscard]] const NameIndex& tables() const { return tables_; }
  /// Of a table of the schema or one nested in it.
  [[nodiscard]] const NameIndex& columns(const schema::Table& table) const {
    return columns_.at(&table);
  }
  [[nodiscard]] const NameIndex& row_sets(const schema::Table& table) const {
    return row_sets_.at(&table);
  }

 private:
  void add(const schema::Table& table);

  NameIndex scalars_;
  NameIndex tables_;
  std::map<const schema::Table*, NameIndex> columns_;
  std::map<const schema::Table*, NameIndex> row_sets_;
};

/// The key that `TABLE["key"]` means, folded: of synonyms the first.
[[nodiscard]] std::string row_key(const schema::Table& table, std::string_view written);

}  // namespace tieout::language
