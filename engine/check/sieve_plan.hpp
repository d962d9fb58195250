// Checked rules lowered to what the sieve runs: linear forms over columns, and what compares them.
#pragma once

#include "figure/relation.hpp"
#include "language/checked.hpp"
#include "report/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tieout::check::plan {

/// A column of the row of `over`, or of a row that a sum ranges over.
struct RowColumn {
  std::size_t table = 0;
  std::size_t column = 0;
};
/// An item of the report.
struct Item {
  std::size_t item = 0;
};
/// The row of another table with the key of the row of `over`.
struct AlignedColumn {
  std::size_t table = 0;
  std::size_t column = 0;
};

/// A row set, and its number among all of the schema.
struct Set {
  const schema::RowSet* rows = nullptr;
  std::size_t number = 0;
};

/// Which rows of a table: at most one of the two.
struct Rows {
  std::size_t table = 0;
  std::optional<std::string> key;  ///< folded
  std::optional<Set> set;
};
/// A column of the one row that there must be.
struct OnlyColumn {
  Rows rows;
  std::size_t column = 0;
};
struct Form;
struct Sum {
  Rows rows;
  std::shared_ptr<const Form> value;  ///< of each row, over RowColumns
};

struct Part {
  std::variant<RowColumn, Item, AlignedColumn, OnlyColumn, Sum> what;
  std::int64_t coefficient = 1;
};

/// (sum of coefficient x part + constant) / divisor, every part and the constant in the integers
/// of one measure.
struct Form {
  std::vector<Part> parts;
  std::int64_t constant = 0;
  std::int64_t divisor = 1;
  /// What the constant is in, if there is no part; `any` for zero.
  report::Measure measure = report::measure::any;
  bool neutral = false;     ///< a product or quotient of counts and shares: fits either
  bool calculated = false;  ///< written as arithmetic: no figure, even if it comes to one

  [[nodiscard]] bool is_figure() const {
    return !calculated && parts.size() == 1 && constant == 0 && divisor == 1 &&
           parts[0].coefficient == 1 && !std::holds_alternative<Sum>(parts[0].what);
  }
};

/// A form, or a form divided by another.
struct Side {
  Form form;
  std::optional<Form> by;
};

struct Comparison {
  figure::Relation relation = figure::Relation::equal;
  Side left;
  Side right;
  std::optional<figure::Tolerance> tolerance;
};

struct Condition;
struct All {
  std::vector<Condition> conditions;
};
struct Any {
  std::vector<Condition> conditions;
};
struct Not {
  std::shared_ptr<const Condition> condition;
};
struct InRowSet {
  std::size_t table = 0;
  Set set;
};
struct Present {
  std::variant<RowColumn, Item> what;
  bool wanted = true;  ///< false: missing()
};

struct Condition {
  std::variant<Comparison, All, Any, Not, InRowSet, Present> what;
};

struct Check {
  std::optional<Condition> when;
  Condition condition;
};

struct Rule {
  std::optional<std::size_t> over;
  std::optional<Condition> filter;
  std::vector<Check> checks;
};

/// The rule as the sieve runs it; nothing if it says what forms cannot express.
[[nodiscard]] std::optional<Rule> lowered(const language::Rule& rule, const schema::Schema& schema,
                                          const report::Measures& measures);

}  // namespace tieout::check::plan
