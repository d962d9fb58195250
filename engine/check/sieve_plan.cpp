// Lowers checked expressions to forms; gives up where a form cannot say what a rule says.
#include "check/sieve_plan.hpp"

#include <limits>
#include <utility>

namespace tieout::check::plan {
namespace {

using figure::Rational;
using report::Measure;

/// Thrown where forms cannot express what a rule says.
struct Beyond {};

std::int64_t integer(const Rational& value) {
  const auto whole = value.int64();
  if (!whole) throw Beyond();
  return *whole;
}

std::int64_t product(std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (__builtin_mul_overflow(a, b, &result)) throw Beyond();
  return result;
}

std::int64_t sum(std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (__builtin_add_overflow(a, b, &result)) throw Beyond();
  return result;
}

Form scaled(Form form, std::int64_t by) {
  for (Part& part : form.parts) part.coefficient = product(part.coefficient, by);
  form.constant = product(form.constant, by);
  return form;
}

class Lowering {
 public:
  Lowering(const language::Rule& rule, const schema::Schema& schema,
           const report::Measures& measures)
      : rule_(rule), schema_(schema), measures_(measures) {}

  Rule run() {
    Rule result;
    result.over = rule_.over;
    if (rule_.over_filter) result.filter = condition(*rule_.over_filter, true);
    for (const language::Check& check : rule_.checks) {
      Check& lowered = result.checks.emplace_back();
      if (check.when) lowered.when = condition(*check.when, true);
      lowered.condition = condition(*check.condition, false);
    }
    return result;
  }

 private:
  /// `guard`: of a filter or `when`, where tests of presence have no say in what a check needs.
  Condition condition(const language::Expr& expr, bool guard) {
    if (const auto* node = std::get_if<language::Comparison>(&expr.node)) {
      if (node->left->type.kind != language::Type::Kind::number) throw Beyond();
      return {Comparison{node->relation, side(*node->left), side(*node->right), node->tolerance}};
    }
    if (const auto* node = std::get_if<language::Logic>(&expr.node)) {
      std::vector<Condition> both;
      both.push_back(condition(*node->left, guard));
      both.push_back(condition(*node->right, guard));
      switch (node->op) {
        case language::Logic::Op::conjunction:
          return {All{std::move(both)}};
        case language::Logic::Op::disjunction:
          return {Any{std::move(both)}};
        case language::Logic::Op::implication:
          throw Beyond();
      }
    }
    if (const auto* node = std::get_if<language::Not>(&expr.node)) {
      return {Not{std::make_shared<const Condition>(condition(*node->operand, guard))}};
    }
    if (const auto* node = std::get_if<language::InRowSet>(&expr.node)) {
      if (!guard || node->slot != 0 || !rule_.over) throw Beyond();
      return {InRowSet{*rule_.over, set(*rule_.over, node->row_set)}};
    }
    if (const auto* node = std::get_if<language::Call>(&expr.node)) {
      using Function = language::Call::Function;
      const bool present = node->function == Function::present;
      if (guard && (present || node->function == Function::missing)) {
        return {Present{subject(*node->arguments.front()), present}};
      }
    }
    throw Beyond();
  }

  Set set(std::size_t table, std::size_t index) const {
    std::size_t number = index;
    for (std::size_t before = 0; before < table; ++before) {
      number += schema_.tables[before].row_sets.size();
    }
    return {&schema_.tables[table].row_sets[index], number};
  }

  std::variant<RowColumn, Item> subject(const language::Expr& expr) {
    if (expr.type.kind != language::Type::Kind::number) throw Beyond();
    const Form one = form(expr);
    if (!one.is_figure()) throw Beyond();
    if (const auto* item = std::get_if<Item>(&one.parts[0].what)) return *item;
    if (const auto* column = std::get_if<RowColumn>(&one.parts[0].what)) return *column;
    throw Beyond();
  }

  Side side(const language::Expr& expr) {
    if (const auto* node = std::get_if<language::Arithmetic>(&expr.node)) {
      if (node->op == language::Arithmetic::Op::divide) {
        Form by = form(*node->right);
        if (!by.parts.empty()) return {form(*node->left), std::move(by)};
      }
    }
    return {form(expr), std::nullopt};
  }

  Form form(const language::Expr& expr) {
    using namespace language;
    if (const auto* node = std::get_if<NumberLiteral>(&expr.node)) return literal(*node, expr);
    if (const auto* node = std::get_if<Scalar>(&expr.node)) {
      if (node->prior) throw Beyond();
      return figure(Item{node->item}, schema_.scalars[node->item]);
    }
    if (const auto* node = std::get_if<language::Column>(&expr.node)) {
      const auto table = table_of(node->slot);
      return figure(RowColumn{table, node->column}, schema_.tables[table].columns[node->column]);
    }
    if (const auto* node = std::get_if<language::AlignedColumn>(&expr.node)) {
      if (node->prior || node->slot != 0 || in_sum_) throw Beyond();
      return figure(plan::AlignedColumn{node->table, node->column},
                    schema_.tables[node->table].columns[node->column]);
    }
    if (const auto* node = std::get_if<OnlyRow>(&expr.node)) {
      const Rows from = rows(*node->rows).first;
      return figure(OnlyColumn{from, node->column},
                    schema_.tables[from.table].columns[node->column]);
    }
    if (const auto* node = std::get_if<Aggregate>(&expr.node)) return aggregate(*node);
    if (const auto* node = std::get_if<Negation>(&expr.node)) {
      Form negated = scaled(form(*node->operand), -1);
      negated.calculated = true;
      return negated;
    }
    if (const auto* node = std::get_if<Arithmetic>(&expr.node)) return arithmetic(*node, expr);
    throw Beyond();
  }

  Form literal(const language::NumberLiteral& node, const language::Expr& expr) const {
    Form form;
    form.measure = measures_.of(expr.type.dimension);
    if (form.measure == report::measure::any && node.value != 0) throw Beyond();
    form.constant = integer(node.value * figure::power_of_ten(report::decimals_of(form.measure)));
    return form;
  }

  template <typename What>
  Form figure(What what, const schema::Item& item) const {
    if (item.kind != schema::Kind::number) throw Beyond();
    Form form;
    form.parts.push_back({std::move(what), 1});
    return form;
  }

  std::size_t table_of(language::Slot slot) const {
    if (in_sum_) {
      if (slot != in_sum_->first) throw Beyond();
      return in_sum_->second;
    }
    if (slot != 0 || !rule_.over) throw Beyond();
    return *rule_.over;
  }

  /// The rows of a table, and the slot of its filter.
  std::pair<Rows, language::Slot> rows(const language::Expr& expr) const {
    const auto* node = std::get_if<language::TableRows>(&expr.node);
    if (node == nullptr || node->prior || node->filter || in_sum_) throw Beyond();
    Rows rows;
    rows.table = node->table;
    rows.key = node->key;
    if (node->row_set) rows.set = set(node->table, *node->row_set);
    return {rows, node->slot};
  }

  Form aggregate(const language::Aggregate& node) {
    if (node.function != language::Aggregate::Function::sum || node.present || node.group) {
      throw Beyond();
    }
    Sum sum;
    sum.rows = rows(*node.rows).first;
    in_sum_.emplace(node.slot, sum.rows.table);
    auto value = std::make_shared<Form>(form(*node.value));
    in_sum_.reset();
    if (value->parts.empty() || value->constant != 0 || value->divisor != 1) throw Beyond();
    sum.value = std::move(value);
    Form form;
    form.parts.push_back({std::move(sum), 1});
    return form;
  }

  Form arithmetic(const language::Arithmetic& node, const language::Expr& expr) {
    using Op = language::Arithmetic::Op;
    Form left = form(*node.left);
    Form right = form(*node.right);
    Form result;
    switch (node.op) {
      case Op::add:
        result = added(std::move(left), std::move(right));
        break;
      case Op::subtract:
        result = added(std::move(left), scaled(std::move(right), -1));
        break;
      case Op::multiply:
        if (left.parts.empty()) std::swap(left, right);
        result = times(std::move(left), number(right));
        break;
      case Op::divide: {
        const Rational by = number(right);
        if (by == 0) throw Beyond();
        result = times(std::move(left), 1 / by);
        break;
      }
    }
    result.calculated = true;
    result.neutral |= expr.type.dimension.kind() == figure::Dimension::Kind::neutral;
    return result;
  }

  static Form added(Form a, Form b) {
    const std::int64_t divisor = product(a.divisor, b.divisor);
    const bool neutral = a.neutral || b.neutral;
    if (!a.parts.empty() && !b.parts.empty() && a.neutral != b.neutral) throw Beyond();
    const std::int64_t of_a = b.divisor;
    Form result = scaled(std::move(a), of_a);
    b = scaled(std::move(b), result.divisor);
    if (result.measure != b.measure && result.constant != 0 && b.constant != 0) throw Beyond();
    if (result.constant == 0) result.measure = b.measure;
    result.constant = sum(result.constant, b.constant);
    result.parts.insert(result.parts.end(), std::make_move_iterator(b.parts.begin()),
                        std::make_move_iterator(b.parts.end()));
    result.divisor = divisor;
    result.neutral = neutral;
    return result;
  }

  /// The plain number that a form without figures is.
  static Rational number(const Form& form) {
    if (!form.parts.empty() || report::decimals_of(form.measure) != 8) throw Beyond();
    return Rational(form.constant) * figure::power_of_ten(-8) / form.divisor;
  }

  static Form times(Form form, const Rational& by) {
    form.divisor = product(form.divisor, integer(denominator(by)));
    return scaled(std::move(form), integer(numerator(by)));
  }

  const language::Rule& rule_;
  const schema::Schema& schema_;
  const report::Measures& measures_;
  std::optional<std::pair<language::Slot, std::size_t>> in_sum_;  ///< its slot and table
};

}  // namespace

std::optional<Rule> lowered(const language::Rule& rule, const schema::Schema& schema,
                            const report::Measures& measures) {
  try {
    return Lowering(rule, schema, measures).run();
  } catch (const Beyond&) {
    return std::nullopt;
  }
}

}  // namespace tieout::check::plan
