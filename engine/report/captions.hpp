// The words by which documents name a schema's items, for looking them up.
#pragma once

#include "schema/schema.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieout::report {

/// A column that a word names.
struct NamedColumn {
  std::size_t table = 0;
  std::size_t column = 0;
  std::size_t rank = 0;  ///< of the word among the column's: its title is 0
  bool head = false;     ///< names it within its table only
};
/// A form cell whose breakdown becomes rows (x-from).
struct NamedSource {
  std::size_t table = 0;
  std::size_t source = 0;
};

/// Words are given folded (schema::folded); only exact matches count.
class Captions {
 public:
  explicit Captions(const schema::Schema& schema);

  [[nodiscard]] const schema::Schema& schema() const { return schema_; }
  /// Columns of any table, the schema's own tables first.
  [[nodiscard]] const std::vector<NamedColumn>& columns(std::string_view word) const;
  [[nodiscard]] std::optional<std::size_t> scalar(std::string_view word) const;
  /// Tables of the schema's own whose title or caption this is.
  [[nodiscard]] const std::vector<std::size_t>& tables(std::string_view word) const;
  /// Tables whose form a title names: the longest caption that ends in 表 and stands in it
  /// (2022年度支出决算表（公开03表）).
  [[nodiscard]] const std::vector<std::size_t>& form(std::string_view title) const;
  [[nodiscard]] const std::vector<NamedSource>& sources(std::string_view word) const;

  /// Whether the word names anything that a form cell may be the label of: a scalar, a source of
  /// rows, or a column outside its table.
  [[nodiscard]] bool labels(std::string_view word) const;

 private:
  template <class Named>
  using Index = std::unordered_map<std::string, std::vector<Named>>;

  void add_column(std::size_t table, std::size_t column);

  const schema::Schema& schema_;
  Index<NamedColumn> columns_;
  std::unordered_map<std::string, std::size_t> scalars_;
  Index<std::size_t> tables_;
  Index<NamedSource> sources_;
};

}  // namespace tieout::report
