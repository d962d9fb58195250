// Rules after names, types, units and dimensions were checked: what the evaluator walks.
#pragma once

#include "figure/relation.hpp"
#include "figure/term.hpp"
#include "figure/verdict.hpp"
#include "schema/schema.hpp"
#include "source/source.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tieout::language {

struct Type {
  enum class Kind { number, text, date, boolean, target, rows, list } kind = Kind::number;
  figure::Dimension dimension;           ///< number
  const schema::Table* table = nullptr;  ///< rows
};

struct Expr;
using ExprPtr = std::shared_ptr<const Expr>;

/// A row variable: `over`, aggregates, filters and quantifiers each open one. Slots are numbered
/// from 0 (the rule's own `over` row) and never reused within a rule.
using Slot = std::size_t;

struct NumberLiteral {
  figure::Rational value;  ///< in base units
  const figure::Unit* unit = nullptr;
};
struct TextLiteral {
  std::string text;
};
struct BooleanLiteral {
  bool value = false;
};
struct DateLiteral {
  int year = 0;
  int month = 0;
  int day = 0;
};
struct ListLiteral {
  std::vector<ExprPtr> items;
};

/// A scalar item; `prior`: of last year's report.
struct Scalar {
  std::size_t item = 0;
  bool prior = false;
};
/// report.period (number, year), report.entity (text), report.date.
struct ReportField {
  enum class Which { period, entity, date } which = Which::period;
  bool prior = false;
};
/// A column of the row in a slot.
struct Column {
  Slot slot = 0;
  std::size_t column = 0;
};
/// Does the row in a slot belong to a row set of its table? For `over spending[units]` and
/// `spending[units and total > 0]`.
struct InRowSet {
  Slot slot = 0;
  std::size_t row_set = 0;  ///< index in the table's row_sets
};
/// `other.column` inside `over table`: the row of `other` with the key of the row in `slot`.
struct AlignedColumn {
  std::size_t table = 0;
  std::size_t column = 0;
  Slot slot = 0;
  bool prior = false;
};

// Expressions of type rows.

/// A whole table, or a part of it: at most one of key, row set; then the filter, if any, with the
/// candidate row in `slot`.
struct TableRows {
  std::size_t table = 0;
  bool prior = false;
  std::optional<std::string> key;      ///< folded
  std::optional<std::size_t> row_set;  ///< index in the table's row_sets
  ExprPtr filter;                      ///< boolean, may be null
  Slot slot = 0;                       ///< the candidate row, for `filter`
};
/// The rows of a nested table column of the row in `slot`, perhaps filtered.
struct NestedRows {
  Slot slot = 0;
  std::size_t column = 0;
  std::optional<std::string> key;  ///< folded
  ExprPtr filter;
  Slot inner = 0;
};
/// The row in a slot with its children in the table's hierarchy.
struct Children {
  Slot slot = 0;
};

/// The column of a rows expression that must have exactly one row.
struct OnlyRow {
  ExprPtr rows;
  std::size_t column = 0;
};

struct Aggregate {
  enum class Function { sum, count, min, max, average, quantile } function = Function::sum;
  ExprPtr rows;
  Slot slot = 0;         ///< each row in turn, for `value`
  ExprPtr value;         ///< null for count(rows)
  bool present = false;  ///< sum(present x): skip missing members
  ExprPtr group;         ///< `group by` key, compared with `group_of`; null without
  ExprPtr group_of;      ///< the outer row's value of the same key; lists where there are several
  figure::Rational fraction = 0;  ///< of quantile: 0 to 1
};
struct Quantifier {
  enum class Which { all, any, none } which = Which::all;
  ExprPtr rows;
  Slot slot = 0;
  ExprPtr condition;
};

struct Arithmetic {
  enum class Op { add, subtract, multiply, divide } op = Op::add;
  ExprPtr left;
  ExprPtr right;
};
struct Negation {
  ExprPtr operand;
};
/// A comparison of numbers, dates, texts or booleans. `identical` is == (and = exactly).
struct Comparison {
  figure::Relation relation = figure::Relation::equal;
  ExprPtr left;
  ExprPtr right;
  std::optional<figure::Tolerance> tolerance;
};
struct Membership {  ///< in
  ExprPtr item;
  ExprPtr list;
};
struct TextTest {
  enum class Which { matches, contains } which = Which::contains;
  ExprPtr text;
  ExprPtr pattern;  ///< `matches`: a literal RE2 pattern, checked when compiled
};
struct Logic {
  enum class Op { conjunction, disjunction, implication } op = Op::conjunction;
  ExprPtr left;
  ExprPtr right;
};
struct Not {
  ExprPtr operand;
};
struct Conditional {
  ExprPtr condition;
  ExprPtr then;
  ExprPtr otherwise;
};
struct Call {
  enum class Function {
    abs,
    round,
    floor,
    ceiling,  // number[, decimals]
    present,
    missing,   // any value
    coalesce,  // values
    length,
    year,
    month,
    day,
    days_between,
    distinct,  // number of distinct values: a ColumnOf
    lookup,    // rows, key text, ColumnOf (of the same rows)
    agree,     // a ColumnOf: of `agree(mentions)` its column of values
    meets,     // actual, target
  } function = Function::abs;
  std::vector<ExprPtr> arguments;
};
/// All values of one column over rows, as distinct(), lookup() and agree() take them; its type is
/// that of one value.
struct ColumnOf {
  ExprPtr rows;
  std::size_t column = 0;
};

struct Expr {
  std::variant<NumberLiteral, TextLiteral, BooleanLiteral, DateLiteral, ListLiteral, Scalar,
               ReportField, Column, InRowSet, AlignedColumn, TableRows, NestedRows, Children,
               OnlyRow, Aggregate, Quantifier, Arithmetic, Negation, Comparison, Membership,
               TextTest, Logic, Not, Conditional, Call, ColumnOf>
      node;
  Type type;
  source::Span span;  ///< in the rule's file
};

enum class Severity { error, warning, query, note };
[[nodiscard]] std::string_view name(Severity severity);

/// A message template: literal text and holes in turn.
struct Hole {
  enum class Which { left, right, difference, allowed, expression } which = Which::expression;
  ExprPtr expression;
};
using MessagePart = std::variant<std::string, Hole>;

/// One check of a rule: a rule with `.*` has one a column.
struct Check {
  ExprPtr condition;  ///< boolean; never an implication at the top (see `when`)
  ExprPtr when;       ///< the rule's `when` and the left side of a top `implies`
  std::string text;   ///< as shown: `.*` replaced by the column
  std::optional<std::size_t> star_table;  ///< `.*`: which column of which table
  std::optional<std::size_t> star_column;
};

struct Example {
  figure::Verdict expected = figure::Verdict::holds;
  std::string json;   ///< partial report data
  source::Span span;  ///< of the JSON, in the rule's file
};

struct Rule {
  std::string id;
  std::map<std::string, std::string> titles;  ///< by language; "" is the first given
  Severity severity = Severity::error;
  std::string basis;
  std::string hint;
  std::string acceptable;  ///< which explanations are taken; empty: none where it is a plain sum
  std::vector<std::string> tags;
  std::optional<std::size_t> over;  ///< table index: one check a row, the row in slot 0
  ExprPtr over_filter;              ///< the candidate row in slot 0
  std::string alias;
  std::vector<Check> checks;
  std::map<std::string, std::vector<MessagePart>> messages;  ///< by language; "" for all
  std::vector<Example> examples;
  std::size_t file = 0;             ///< index in Program::files
  source::Span span;                ///< of the rule's text
  std::vector<std::size_t> tables;  ///< tables it needs outside present, missing, count
  std::size_t slots = 0;            ///< how many row variables it has
  /// Over reports: the columns of `reports` whose values decide which reports it compares a report
  /// with; empty: all of them.
  std::vector<std::size_t> group;
  std::optional<Slot> prior;  ///< over reports: the row of last year's report, if it is used
};

struct Parameter {
  std::string name;
  std::string meaning;
  std::string text;  ///< its value as written
};

/// Rules compiled against one schema, with one profile and its parameters.
struct Program {
  const schema::Schema* schema = nullptr;
  std::vector<std::shared_ptr<const source::Source>> files;
  std::vector<Rule> rules;
  std::vector<Parameter> parameters;
  std::vector<std::string> profiles;
  std::string profile;  ///< the chosen one; empty if the pack has none
  /// The rules over all reports of a run, and the schema that they are compiled against (see
  /// schema::run_schema); null if there are none.
  std::shared_ptr<const Program> over_reports;
  std::shared_ptr<const schema::Schema> run_schema;
};

}  // namespace tieout::language
