// The functions of the rule language.
#include "check/evaluation.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <chrono>
#include <set>

namespace tieout::check {

using figure::Relation;
using figure::Term;
using figure::Verdict;
using language::Call;
using source::Message;

namespace {

Verdict truth(bool value) { return value ? Verdict::holds : Verdict::fails; }

Term bound(const figure::Figure& figure) {
  return figure::constant(figure.base(), figure.unit->dimension, figure.unit);
}

/// How bad a pair is: fails before rounding before holds, then by the size of the difference.
bool worse(const figure::Decision& a, const figure::Decision& b) {
  if (a.verdict != b.verdict) return figure::both(a.verdict, b.verdict) == a.verdict;
  return abs(a.difference) > abs(b.difference);
}

}  // namespace

std::optional<std::string> Evaluation::text(const language::Expr& expr) {
  Result result = value(expr);
  if (auto* text = std::get_if<TextValue>(&result)) return std::move(text->text);
  return std::nullopt;
}

std::optional<report::Date> Evaluation::date(const language::Expr& expr) {
  Result result = value(expr);
  if (auto* date = std::get_if<report::Date>(&result)) return std::move(*date);
  return std::nullopt;
}

Result Evaluation::call(const Call& expr) {
  using Function = Call::Function;
  switch (expr.function) {
    case Function::abs: {
      const std::optional<Term> term = number(*expr.arguments.front());
      return term ? Result(figure::absolute(*term)) : Result(Nothing());
    }
    case Function::round:
    case Function::floor:
    case Function::ceiling:
      return rounded(expr);
    case Function::present:
      return is_there(*expr.arguments.front());
    case Function::missing:
      return figure::negated(is_there(*expr.arguments.front()));
    case Function::coalesce:
      return coalesce(expr);
    case Function::length: {
      const std::optional<std::string> counted = text(*expr.arguments.front());
      if (!counted) return Nothing();
      const int length = icu::UnicodeString::fromUTF8(*counted).countChar32();
      return figure::constant(length, figure::Dimension(figure::Dimension::Kind::count),
                              &context_.units->bare());
    }
    case Function::year:
    case Function::month:
    case Function::day:
    case Function::days_between:
      return date_part(expr);
    case Function::distinct:
      return distinct(*expr.arguments.front());
    case Function::lookup:
      return looked_up(expr);
    case Function::agree:
      return agree(*expr.arguments.front(), false);
    case Function::meets:
      return meets(expr, false);
  }
  return Nothing();
}

Verdict Evaluation::is_there(const language::Expr& expr) {
  if (expr.type.kind == language::Type::Kind::rows) {
    Needs kept = std::exchange(needs_, Needs());
    const RowList list = rows(expr);
    needs_ = std::move(kept);
    return truth(list.present && !list.rows.empty());
  }
  Needs seen;
  const Result result = quietly(expr, &seen);
  // Text that cannot be read is there all the same.
  if (std::holds_alternative<Nothing>(result)) return truth(!seen.troubles().empty());
  return truth(!seen.nothing_present());
}

Result Evaluation::coalesce(const Call& expr) {
  for (const language::ExprPtr& argument : expr.arguments) {
    Needs seen;
    const Result result = quietly(*argument, &seen);
    if (!std::holds_alternative<Nothing>(result) || !seen.troubles().empty()) {
      return value(*argument);
    }
    needs_.blank();
  }
  return Nothing();
}

Result Evaluation::rounded(const Call& expr) {
  const std::optional<Term> term = number(*expr.arguments.front());
  if (!term) return Nothing();
  int decimals = 0;
  if (expr.arguments.size() > 1) {
    const std::optional<Term> places = number(*expr.arguments[1]);
    const auto whole = places ? places->exact.int64() : std::nullopt;
    if (!whole || std::abs(*whole) > 30) {
      needs_.trouble(Message("check.decimals"));
      return Nothing();
    }
    decimals = static_cast<int>(*whole);
  }
  figure::Rounding how = figure::Rounding::nearest;
  if (expr.function == Call::Function::floor) how = figure::Rounding::down;
  if (expr.function == Call::Function::ceiling) how = figure::Rounding::up;
  const figure::Unit& unit = term->unit != nullptr ? *term->unit : context_.units->bare();
  return figure::rounded(*term, how, decimals, unit);
}

Result Evaluation::distinct(const language::Expr& values) {
  const auto* column = std::get_if<language::ColumnOf>(&values.node);
  if (column == nullptr) return Nothing();
  const RowList list = rows(*column->rows);
  if (!list.known) return Nothing();
  std::set<std::string> seen;
  for (const RowRef& row : list.rows) {
    const Result result = column_of(row, column->column);
    if (const auto* text = std::get_if<TextValue>(&result)) seen.insert(schema::folded(text->text));
    if (const auto* term = std::get_if<Term>(&result)) seen.insert(term->exact.str());
    if (const auto* date = std::get_if<report::Date>(&result)) seen.insert(date->raw);
  }
  return figure::constant(figure::Rational(seen.size()),
                          figure::Dimension(figure::Dimension::Kind::count),
                          &context_.units->bare());
}

Result Evaluation::date_part(const Call& expr) {
  const auto plain = [this](const figure::Rational& number) {
    return figure::constant(number, figure::Dimension(figure::Dimension::Kind::count),
                            &context_.units->bare());
  };
  const std::optional<report::Date> first = date(*expr.arguments.front());
  if (!first) return Nothing();
  int part = first->year;
  if (expr.function == Call::Function::month) part = first->month;
  if (expr.function == Call::Function::day) part = first->day;
  if (expr.function != Call::Function::days_between) {
    if (part != 0) return plain(part);
    needs_.trouble(Message("check.date_unclear", {{"left", first->raw}, {"right", ""}}));
    return Nothing();
  }
  const std::optional<report::Date> second = date(*expr.arguments[1]);
  if (!second) return Nothing();
  if (first->day == 0 || second->day == 0) {
    needs_.trouble(Message("check.date_unclear", {{"left", first->raw}, {"right", second->raw}}));
    return Nothing();
  }
  const auto days = [](const report::Date& date) {
    return std::chrono::sys_days(std::chrono::year(date.year) / date.month / date.day)
        .time_since_epoch()
        .count();
  };
  return plain(days(*second) - days(*first));
}

Result Evaluation::looked_up(const Call& expr) {
  const std::optional<std::string> key = text(*expr.arguments[1]);
  const auto* column = std::get_if<language::ColumnOf>(&expr.arguments[2]->node);
  if (!key || column == nullptr) return Nothing();
  const RowList list = rows(*expr.arguments.front());
  if (!list.known) return Nothing();
  const schema::Table& table = *expr.arguments.front()->type.table;
  if (!list.present) {
    needs_.no_data(Message("check.no_table", {{"table", table.title}}));
    return Nothing();
  }
  const std::string wanted = schema::folded(*key);
  std::vector<std::size_t> found;  // in the list
  for (std::size_t i = 0; i < list.rows.size(); ++i) {
    if (list.rows[i].row->key == wanted) found.push_back(i);
  }
  if (found.size() == 1) return column_of(list.rows[found.front()], column->column);
  if (found.empty()) {
    needs_.missing(Message("check.no_key", {{"table", table.title}, {"key", *key}}));
  } else {
    for (std::size_t& row : found) row = list.rows[row].index;
    needs_.trouble(duplicate_key(table.id + "[\"" + *key + "\"]", found));
  }
  return Nothing();
}

Verdict Evaluation::agree(const language::Expr& mentions, bool top) {
  const RowList list = rows(mentions);
  if (!list.known || !list.present) {
    if (!list.present) needs_.no_data(Message("check.no_rows", {{"table", ""}}));
    return Verdict::undecided;
  }
  std::size_t column = 0;
  if (const auto* of = std::get_if<language::ColumnOf>(&mentions.node)) {
    column = of->column;
  } else if (!list.rows.empty()) {
    column = list.rows.front().table->column("value").value_or(0);
  }
  std::vector<Term> terms;
  bool known = true;
  for (const RowRef& row : list.rows) {
    const Result result = column_of(row, column);
    const auto* term = std::get_if<Term>(&result);
    if (term == nullptr) {
      known = false;
    } else {
      terms.push_back(*term);
    }
  }
  if (!known) return Verdict::undecided;
  if (terms.size() < 2) {
    needs_.no_data(Message("check.one_mention"));
    return Verdict::undecided;
  }
  const std::optional<Sides> worst = worst_pair(terms);
  if (!worst) return Verdict::undecided;
  if (top) sides_ = worst;
  return worst->decision.verdict;
}

std::optional<Sides> Evaluation::worst_pair(const std::vector<Term>& terms) {
  // What the others are held to: the mention that is stated most finely, an approximate one (约,
  // 余) only where no other is there; the first of several.
  const auto rank = [this](const Term& term) {
    return std::pair(term.approximate, needs_.operands().half_step(*term.single));
  };
  const auto finest = std::ranges::min_element(
      terms, [&rank](const Term& a, const Term& b) { return rank(a) < rank(b); });
  std::optional<Sides> worst;
  for (auto other = terms.begin(); other != terms.end(); ++other) {
    if (other == finest) continue;
    if (!fit(finest->dimension, other->dimension)) return std::nullopt;
    // Approximate mentions are never held to equality, but two that say the same agree.
    if ((finest->approximate || other->approximate) && finest->exact != other->exact) continue;
    const figure::Decision decision =
        figure::decide(Relation::equal, *finest, *other, std::nullopt, needs_.operands());
    if (!worst || worse(decision, worst->decision)) {
      worst = Sides{Relation::equal, false, decision, *finest, *other};
    }
  }
  if (!worst) needs_.trouble(Message("check.approximate"));
  return worst;
}

Verdict Evaluation::meets(const Call& expr, bool top) {
  using Kind = report::Target::Kind;
  if (top) needs_.side(Side::left);
  const std::optional<Term> actual = number(*expr.arguments[0]);
  if (top) needs_.side(Side::right);
  const Result goal = value(*expr.arguments[1]);
  if (top) needs_.side(Side::none);
  const auto* found = std::get_if<report::TargetPtr>(&goal);
  if (!actual || found == nullptr) return Verdict::undecided;
  const report::TargetPtr& target = *found;
  const bool between = target->kind == Kind::between;
  if (target->low.unit == nullptr || (between && target->high.unit == nullptr)) {
    needs_.trouble(Message("check.unit_unknown", {{"name", target->raw}, {"label", target->raw}}));
    return Verdict::undecided;
  }
  const Term low = bound(target->low);
  switch (target->kind) {
    case Kind::at_least:
      return decide(Relation::greater_equal, *actual, low, std::nullopt, top);
    case Kind::more_than:
      return decide(Relation::greater, *actual, low, std::nullopt, top);
    case Kind::at_most:
      return decide(Relation::less_equal, *actual, low, std::nullopt, top);
    case Kind::less_than:
      return decide(Relation::less, *actual, low, std::nullopt, top);
    case Kind::equal:
      return decide(Relation::equal, *actual, low, std::nullopt, top);
    case Kind::between:
      break;
  }
  const Verdict over = decide(Relation::greater_equal, *actual, low, std::nullopt, top);
  if (over == Verdict::fails) return over;  // the sides are those of the bound that is missed
  const Term high = bound(target->high);
  return figure::both(over, decide(Relation::less_equal, *actual, high, std::nullopt, top));
}

}  // namespace tieout::check
