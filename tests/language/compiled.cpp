// Checked expressions as s-expressions.
#include "compiled.hpp"

#include "temporary_folder.hpp"
#include "test_schema.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace tieout::language {

namespace {

constexpr std::array<std::string_view, 7> relations = {"=", "<=", ">=", "<", ">", "==", "!="};
constexpr std::array<std::string_view, 6> aggregates = {"sum", "count",   "min",
                                                        "max", "average", "quantile"};
constexpr std::array<std::string_view, 3> quantifiers = {"all", "any", "none"};
constexpr std::array<std::string_view, 4> signs = {"+", "-", "*", "/"};
constexpr std::array<std::string_view, 3> logic = {"and", "or", "implies"};
constexpr std::array<std::string_view, 16> calls = {
    "abs",  "round", "floor", "ceiling",      "present",  "missing", "coalesce", "length",
    "year", "month", "day",   "days_between", "distinct", "lookup",  "agree",    "meets"};

template <class Words, class Word>
std::string_view word(const Words& words, Word which) {
  return words.at(static_cast<std::size_t>(which));
}

std::string exact(const figure::Rational& value) {
  return figure::finite_decimal(value).value_or(value.str());
}

/// Knows the tables that the slots it has met stand for.
class Printer {
 public:
  explicit Printer(const schema::Table* over) : over_(over) { tables_[0] = over; }

  std::string operator()(const ExprPtr& expr) { return std::visit(*this, expr->node); }
  std::string operator()(const NumberLiteral& literal) const { return exact(literal.value); }
  std::string operator()(const TextLiteral& literal) const {
    return fmt::format("\"{}\"", literal.text);
  }
  std::string operator()(const BooleanLiteral& literal) const {
    return literal.value ? "true" : "false";
  }
  std::string operator()(const DateLiteral& date) const {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  }
  std::string operator()(const ListLiteral& list) {
    return fmt::format("(list{})", all(list.items));
  }
  std::string operator()(const Scalar& scalar) const {
    return (scalar.prior ? "prior." : "") + test_schema().scalars[scalar.item].id;
  }
  std::string operator()(const ReportField& field) const {
    constexpr std::array<std::string_view, 3> fields = {"period", "entity", "date"};
    return fmt::format("{}report.{}", field.prior ? "prior." : "", word(fields, field.which));
  }
  std::string operator()(const Column& column) {
    return of(column.slot) + of_slot(column.slot)->columns[column.column].id;
  }
  std::string operator()(const InRowSet& in) {
    return of(in.slot) + of_slot(in.slot)->row_sets[in.row_set].id;
  }
  std::string operator()(const AlignedColumn& aligned) {
    const auto& other = table(aligned.table);
    return fmt::format("{}{}{}~{}", aligned.prior ? "prior." : "", of(aligned.slot), other.id,
                       other.columns[aligned.column].id);
  }
  std::string operator()(const TableRows& rows) {
    std::string result = (rows.prior ? "prior." : "") + table(rows.table).id;
    if (rows.key) result += fmt::format("[\"{}\"]", *rows.key);
    if (rows.row_set) result += fmt::format("[{}]", table(rows.table).row_sets[*rows.row_set].id);
    return result + filter(rows.filter, rows.slot, &table(rows.table));
  }
  std::string operator()(const NestedRows& rows) {
    const auto& column = of_slot(rows.slot)->columns[rows.column];
    const auto key = rows.key ? fmt::format("[\"{}\"]", *rows.key) : std::string();
    return of(rows.slot) + column.id + key + filter(rows.filter, rows.inner, column.table.get());
  }
  std::string operator()(const Children& children) { return of(children.slot) + "children"; }
  std::string operator()(const OnlyRow& only) {
    return fmt::format("{}!{}", (*this)(only.rows), only.rows->type.table->columns[only.column].id);
  }
  std::string operator()(const Aggregate& aggregate) {
    tables_[aggregate.slot] = aggregate.rows->type.table;
    auto result =
        fmt::format("({}{} #{} in {}", word(aggregates, aggregate.function),
                    aggregate.present ? " present" : "", aggregate.slot, (*this)(aggregate.rows));
    if (aggregate.value) result += ": " + (*this)(aggregate.value);
    if (aggregate.group) {
      result +=
          fmt::format(" where {} is {}", (*this)(aggregate.group), (*this)(aggregate.group_of));
    }
    return result + ")";
  }
  std::string operator()(const Quantifier& quantifier) {
    tables_[quantifier.slot] = quantifier.rows->type.table;
    return fmt::format("({} #{} in {}: {})", word(quantifiers, quantifier.which), quantifier.slot,
                       (*this)(quantifier.rows), (*this)(quantifier.condition));
  }
  std::string operator()(const Arithmetic& node) {
    return fmt::format("({} {} {})", word(signs, node.op), (*this)(node.left), (*this)(node.right));
  }
  std::string operator()(const Negation& node) {
    return fmt::format("(- {})", (*this)(node.operand));
  }
  std::string operator()(const Comparison& node) {
    std::string tolerance;
    if (node.tolerance) {
      tolerance = fmt::format(" within {}{}", exact(node.tolerance->amount),
                              node.tolerance->of_right ? " of the right" : "");
    }
    return fmt::format("({} {} {}{})", word(relations, node.relation), (*this)(node.left),
                       (*this)(node.right), tolerance);
  }
  std::string operator()(const Membership& node) {
    return fmt::format("(in {} {})", (*this)(node.item), (*this)(node.list));
  }
  std::string operator()(const TextTest& node) {
    return fmt::format("({} {} {})",
                       node.which == TextTest::Which::matches ? "matches" : "contains",
                       (*this)(node.text), (*this)(node.pattern));
  }
  std::string operator()(const Logic& node) {
    return fmt::format("({} {} {})", word(logic, node.op), (*this)(node.left), (*this)(node.right));
  }
  std::string operator()(const Not& node) { return fmt::format("(not {})", (*this)(node.operand)); }
  std::string operator()(const Conditional& node) {
    return fmt::format("(if {} {} {})", (*this)(node.condition), (*this)(node.then),
                       (*this)(node.otherwise));
  }
  std::string operator()(const Call& node) {
    return fmt::format("({}{})", word(calls, node.function), all(node.arguments));
  }
  std::string operator()(const ColumnOf& node) {
    return fmt::format("{}.{}", (*this)(node.rows), node.rows->type.table->columns[node.column].id);
  }

 private:
  /// A rule over reports knows no table but these.
  [[nodiscard]] const schema::Table& table(std::size_t index) const {
    return over_ != nullptr && over_->id == "reports" ? *over_ : test_schema().tables[index];
  }
  static std::string of(Slot slot) { return slot == 0 ? std::string() : fmt::format("#{}.", slot); }
  std::string all(const std::vector<ExprPtr>& items) {
    std::string result;
    for (const auto& item : items) result += ' ' + (*this)(item);
    return result;
  }
  std::string filter(const ExprPtr& condition, Slot slot, const schema::Table* of_table) {
    if (!condition) return {};
    tables_[slot] = of_table;
    return fmt::format("[#{}: {}]", slot, (*this)(condition));
  }

  /// The row of last year's report is bound by nothing in its rule.
  [[nodiscard]] const schema::Table* of_slot(Slot slot) const {
    const auto known = tables_.find(slot);
    return known == tables_.end() ? over_ : known->second;
  }

  const schema::Table* over_;
  std::map<Slot, const schema::Table*> tables_;
};

}  // namespace

Compiled compiled(const Files& files, const Options& options) {
  const TemporaryFolder folder;
  for (const auto& [name, text] : files) (void)folder.write(name, text);
  return compile({(folder.path() / "a.tie").string()}, test_schema(), test_units(), options);
}

Compiled compiled(const std::string& text, const Options& options) {
  return compiled(Files{{"a.tie", text}}, options);
}

std::string refused(const std::string& text, source::Language language, const Options& options) {
  std::string result;
  for (auto diagnostic : compiled(text, options).diagnostics) {
    // Places in the test's own words, not in those of a temporary folder.
    const auto named = [](const std::shared_ptr<const source::Source>& file) {
      const auto& name = file->name();
      return std::make_shared<const source::Source>(name.substr(name.rfind('/') + 1),
                                                    std::string(file->text()));
    };
    diagnostic.file = named(diagnostic.file);
    if (diagnostic.other_file) diagnostic.other_file = named(diagnostic.other_file);
    result += render(diagnostic, language);
  }
  return result;
}

std::string shown(const ExprPtr& expr, const schema::Table* table) { return Printer(table)(expr); }

std::string meaning(const std::string& clauses) {
  const auto text = "rule r\n" + clauses;
  const auto result = compiled(text);
  if (!result.diagnostics.empty()) return refused(text);
  if (result.program.rules.size() != 1 || result.program.rules[0].checks.size() != 1) {
    return "not one check";
  }
  const auto& rule = result.program.rules[0];
  const auto* over = rule.over ? &test_schema().tables[*rule.over] : nullptr;
  const auto& check = rule.checks[0];
  const auto condition = shown(check.condition, over);
  return check.when ? fmt::format("if {}: {}", shown(check.when, over), condition) : condition;
}

}  // namespace tieout::language
