// Adds up members report by report.
#include "check/fold.hpp"

#include "check/evaluation.hpp"
#include "check/quantile.hpp"
#include "language/parts.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace tieout::check {

namespace {

using figure::Rational;
using figure::Term;
using figure::Verdict;
using language::Aggregate;
using language::Expr;
using source::Message;
using Function = Aggregate::Function;

/// Is it an aggregate over the table of reports?
const Aggregate* over_reports(const Expr& expr) {
  const auto* const aggregate = std::get_if<Aggregate>(&expr.node);
  const bool of_table =
      aggregate != nullptr && std::holds_alternative<language::TableRows>(aggregate->rows->node);
  return of_table ? aggregate : nullptr;
}

/// Calls `visit` for each of them in a rule.
void for_each_aggregate(const language::Rule& rule,
                        const std::function<void(const Aggregate&)>& visit) {
  const std::function<void(const Expr&)> look = [&](const Expr& expr) {
    if (const auto* const aggregate = over_reports(expr)) visit(*aggregate);
    language::for_each_part(expr, look);
  };
  language::for_each_expression(rule, look);
}

/// The row variables of an expression: those that it opens, and those that it looks at.
struct Slots {
  std::set<language::Slot> opened;
  std::set<language::Slot> used;

  void operator()(const language::Column& node) { used.insert(node.slot); }
  void operator()(const language::InRowSet& node) { used.insert(node.slot); }
  void operator()(const language::Children& node) { used.insert(node.slot); }
  void operator()(const language::NestedRows& node) {
    used.insert(node.slot);
    opened.insert(node.inner);
  }
  void operator()(const language::TableRows& node) { opened.insert(node.slot); }
  void operator()(const Aggregate& node) { opened.insert(node.slot); }
  void operator()(const language::Quantifier& node) { opened.insert(node.slot); }
  template <typename Node>
  void operator()(const Node& /*without one of its own*/) {}

  void look(const Expr& expr) {
    std::visit([this](const auto& node) { (*this)(node); }, expr.node);
    language::for_each_part(expr, [this](const Expr& part) { look(part); });
  }
};

/// Does each member depend on its own report alone?
bool stands_alone(const Aggregate& aggregate) {
  Slots slots;
  slots.opened.insert(aggregate.slot);
  slots.look(*aggregate.rows);
  if (aggregate.value) slots.look(*aggregate.value);
  // Slot 0 is the report that is checked; a row without a filter opens it for show.
  slots.opened.erase(0);
  return std::ranges::includes(slots.opened, slots.used);
}

/// Does an expression look at the table of reports beside its aggregates?
bool looks_aside(const Expr& expr) {
  if (std::holds_alternative<language::TableRows>(expr.node)) return true;
  bool found = false;
  const auto look = [&found](const Expr& part) { found = found || looks_aside(part); };
  if (const auto* const aggregate = over_reports(expr)) {
    language::for_each_part(*aggregate->rows, look);
    if (aggregate->value) look(*aggregate->value);
  } else {
    language::for_each_part(expr, look);
  }
  return found;
}

}  // namespace

bool Fold::takes(const language::Rule& rule) {
  bool takes = !rule.prior;
  for_each_aggregate(
      rule, [&takes](const Aggregate& aggregate) { takes = takes && stands_alone(aggregate); });
  language::for_each_expression(
      rule, [&takes](const Expr& expr) { takes = takes && !looks_aside(expr); });
  return takes;
}

Fold::Fold(const language::Program& program, const language::Rule& rule,
           const figure::UnitSystem& units)
    : program_(program), rule_(rule), units_(units) {
  for_each_aggregate(rule, [this](const Aggregate& aggregate) { sums_[&aggregate]; });
}

void Fold::add(const report::Report& part) {
  for (auto& [aggregate, sum] : sums_) add(*aggregate, part, sum);
}

void Fold::add(const Aggregate& aggregate, const report::Report& part, Sum& sum) {
  const auto& rows = std::get<language::TableRows>(aggregate.rows->node);
  View view(part, false);
  std::map<std::string, std::shared_ptr<re2::RE2>> patterns;
  GroupIndexes groups;
  std::size_t visits = 0;
  Context context;
  context.program = &program_;
  context.units = &units_;
  context.current = &view;
  context.patterns = &patterns;
  context.visits = &visits;
  context.groups = &groups;
  const auto unknown = [&sum](const Needs& needs) {
    if (sum.unknown++ > 0) return;
    for (const auto* const reasons : {&needs.no_data(), &needs.troubles(), &needs.missing()}) {
      if (!reasons->empty()) {
        sum.reason = reasons->front();
        return;
      }
    }
    sum.reason = Message("check.undecided");
  };
  for (std::size_t i = 0; i < view.rows(rows.table).size(); ++i) {
    visits = 0;  // of each report by itself
    Evaluation evaluation(context, rule_.slots);
    const RowRef row = view.row(rows.table, i);
    if (rows.filter) {
      evaluation.bind(rows.slot, row);
      const Verdict verdict = evaluation.condition(*rows.filter);
      if (verdict == Verdict::fails) continue;
      if (verdict == Verdict::undecided) {
        unknown(evaluation.needs());
        continue;
      }
    }
    evaluation.bind(aggregate.slot, row);
    if (!aggregate.value) {
      ++sum.count;
      continue;
    }
    const Result value = evaluation.value(*aggregate.value);
    const Needs& needs = evaluation.needs();
    const bool nothing = std::holds_alternative<Nothing>(value);
    if (aggregate.function == Function::count) {
      if (!nothing) ++sum.count;
    } else if (const auto* const term = std::get_if<Term>(&value)) {
      add(aggregate.function, *term, {term->exact, figure::values(*term, needs.operands())}, sum);
    } else if (!aggregate.present ||
               (!needs.troubles().empty() && !leaves_out_doubtful(aggregate))) {
      unknown(needs);
    }
  }
}

void Fold::add(Function function, const Term& term, Member member, Sum& sum) {
  if (sum.count++ == 0) {
    sum.first = term;
    if (function != Function::quantile) {
      sum.total = std::move(member);
      sum.approximate = term.approximate;
      return;
    }
  } else if (!figure::Dimension::fit(sum.first.dimension, term.dimension)) {
    if (sum.unknown++ == 0) {
      sum.reason = Message("check.dimensions", {{"left", sum.first.dimension.text()},
                                                {"right", term.dimension.text()}});
    }
    return;
  } else if (function == Function::sum || function == Function::average) {
    sum.total.exact += member.exact;
    sum.total.range.lo += member.range.lo;
    sum.total.range.hi += member.range.hi;
  } else if (function == Function::min) {
    sum.total = {std::min(sum.total.exact, member.exact),
                 {std::min(sum.total.range.lo, member.range.lo),
                  std::min(sum.total.range.hi, member.range.hi)}};
  } else if (function == Function::max) {
    sum.total = {std::max(sum.total.exact, member.exact),
                 {std::max(sum.total.range.lo, member.range.lo),
                  std::max(sum.total.range.hi, member.range.hi)}};
  }
  if (function == Function::quantile) sum.members.push_back(std::move(member));
  sum.approximate = sum.approximate || term.approximate;
}

Answers Fold::answers() {
  Answers answers;
  for (auto& [aggregate, sum] : sums_) answers.emplace(aggregate, answer(*aggregate, sum));
  return answers;
}

Answer Fold::answer(const Aggregate& aggregate, Sum& sum) const {
  if (sum.unknown > 0) {
    return {std::nullopt, Message("check.some_missing", {{"count", std::to_string(sum.unknown)},
                                                         {"reason", "", sum.reason}})};
  }
  if (aggregate.function == Function::count) {
    return {figure::constant(Rational(sum.count), figure::Dimension(figure::Dimension::Kind::count),
                             &units_.bare())};
  }
  if (sum.count == 0) {
    const auto* const table = aggregate.rows->type.table;
    return {std::nullopt, Message("check.no_rows", {{"table", table->title}}), true};
  }
  if (aggregate.function == Function::average) {
    const Rational count(sum.count);
    sum.total.exact /= count;
    sum.total.range.lo /= count;
    sum.total.range.hi /= count;
  } else if (aggregate.function == Function::quantile) {
    const auto at = sum.members.begin() +
                    static_cast<std::ptrdiff_t>(rank_of(aggregate.fraction, sum.members.size()));
    const auto ranked = [&](const auto& value) {
      std::ranges::nth_element(sum.members, at, {}, value);
      return value(*at);
    };
    sum.total = {ranked([](const Member& member) { return member.exact; }),
                 {ranked([](const Member& member) { return member.range.lo; }),
                  ranked([](const Member& member) { return member.range.hi; })}};
  }
  Term term = figure::constant(sum.total.exact, sum.first.dimension, sum.first.unit);
  // The reports that are compared with it are among its members: what it is to them is not known.
  term.linear.reset();
  term.range = sum.total.range;
  term.repeated = true;
  term.approximate = sum.approximate;
  return {std::move(term)};
}

}  // namespace tieout::check
