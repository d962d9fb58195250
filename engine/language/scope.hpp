// Which names an expression can see.
#pragma once

#include "language/reporter.hpp"
#include "language/syntax.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::language {

/// The row that a slot stands for.
struct Row {
  Slot slot = 0;
  const schema::Table* table = nullptr;
  std::optional<std::size_t> index;  ///< of the table in the schema; none for a nested one
};

/// A name for a row: the alias of `over`, or the variable of a quantifier.
struct RowVariable {
  std::string name;
  Row row;
};

struct Scope;

/// What a name stands for: a `let`, or a parameter of a function.
struct Binding {
  At at;                   ///< the name, where it is declared
  ExprPtr value;           ///< null: it was wrong and reported, or is not known yet
  bool varies = true;      ///< may differ from report to report
  std::size_t parts = 0;   ///< how much it adds to the size of a rule,
  std::size_t height = 0;  ///< and to its depth, where it is used
  /// A `let` with `.*` is lowered anew for each column, in the scope it was written in.
  const syntax::Node* starred = nullptr;
  const Scope* scope = nullptr;
};
using Bindings = std::map<std::string, Binding, std::less<>>;

/// The rows that an aggregate ranges over: those named in its argument.
struct Range {
  ExprPtr rows;       ///< null until they are met
  std::string words;  ///< how they are written, without spaces that mean nothing
  Slot slot = 0;      ///< each row in turn
};

/// What `ROWS.column` means.
enum class RowsMean {
  only_row,  ///< the column of the one row there must be
  each_row,  ///< of each row in turn: the argument of an aggregate
  all_rows,  ///< of all rows: distinct(), agree()
};

struct Scope {
  std::shared_ptr<const source::Source> file;
  std::optional<Row> row;              ///< whose columns are bare names
  bool filter = false;                 ///< inside [...]: `row` is the candidate
  std::optional<Row> outside;          ///< inside [...]: the row that `row` was before
  std::vector<RowVariable> variables;  ///< inner ones last
  const Bindings* bindings = nullptr;
  RowsMean rows_mean = RowsMean::only_row;
  Range* range = nullptr;  ///< where rows_mean is each_row
  std::string profile;     ///< whose declarations are seen
  std::optional<At> use;   ///< inside a define: where the rule uses it

  [[nodiscard]] std::string_view text(source::Span span) const {
    return file->text().substr(span.begin, span.end - span.begin);
  }
};

}  // namespace tieout::language
