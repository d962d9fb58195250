// Which rows an expression ranges over, and what is made of all of them: aggregates, quantifiers.
#include "check/evaluation.hpp"
#include "check/quantile.hpp"

#include <algorithm>
#include <utility>

namespace tieout::check {

using figure::Term;
using figure::Verdict;
using source::Message;

void Evaluation::visit(std::size_t rows) {
  *context_.visits += rows;
  if (*context_.visits > row_visits_per_rule) throw LimitReached();
}

Evaluation::RowList Evaluation::rows(const language::Expr& expr) {
  if (const auto* table = std::get_if<language::TableRows>(&expr.node)) return table_rows(*table);
  if (const auto* nested = std::get_if<language::NestedRows>(&expr.node))
    return nested_rows(*nested);
  if (const auto* below = std::get_if<language::Children>(&expr.node)) return children(*below);
  if (const auto* column = std::get_if<language::ColumnOf>(&expr.node)) return rows(*column->rows);
  return {{}, false, true};
}

bool Evaluation::keep(const language::ExprPtr& filter, language::Slot slot, const RowRef& row,
                      bool& known) {
  if (!filter) return true;
  bind(slot, row);
  const Verdict verdict = condition(*filter);
  if (verdict == Verdict::undecided) known = false;
  return verdict == Verdict::holds || verdict == Verdict::rounding;
}

Evaluation::RowList Evaluation::table_rows(const language::TableRows& expr) {
  RowList list;
  View* from = view(expr.prior);
  if (from == nullptr) return {{}, false, false};
  list.present = from->present(expr.table);
  const schema::Table& table = from->report().schema->tables[expr.table];
  const auto consider = [&](std::size_t index) {
    RowRef row = from->row(expr.table, index);
    if (expr.row_set && !in_row_set(*row.row, table.row_sets[*expr.row_set])) return;
    if (keep(expr.filter, expr.slot, row, list.known)) list.rows.push_back(std::move(row));
  };
  if (expr.key) {
    for (const std::size_t index : from->with_key(expr.table, *expr.key)) consider(index);
  } else {
    visit(from->rows(expr.table).size());
    for (std::size_t i = 0; i < from->rows(expr.table).size(); ++i) consider(i);
  }
  return list;
}

Evaluation::RowList Evaluation::nested_rows(const language::NestedRows& expr) {
  RowList list;
  const RowRef outer = frame(expr.slot);
  if (outer.row == nullptr) {
    needs_.no_data(Message("check.no_prior_in_run"));
    return {{}, false, true};
  }
  if (!outer.row->doubt.empty()) {
    needs_.trouble(outer.row->doubt);
    return {{}, false, true};
  }
  const schema::Item& item = outer.table->columns[expr.column];
  const auto* inner = std::get_if<report::Rows>(&outer.row->values[expr.column]);
  list.present = inner != nullptr && *inner != nullptr;
  if (!list.present) return list;
  visit((*inner)->size());
  for (std::size_t i = 0; i < (*inner)->size(); ++i) {
    RowRef row;
    row.row = &(**inner)[i];
    row.table = item.table.get();
    row.index = i;
    row.table_index = outer.table_index;
    row.nested = true;
    row.prior = outer.prior;
    row.outer = outer.name() + "." + item.id;
    if (expr.key && row.row->key != *expr.key) continue;
    if (keep(expr.filter, expr.inner, row, list.known)) list.rows.push_back(std::move(row));
  }
  return list;
}

Evaluation::RowList Evaluation::children(const language::Children& expr) {
  RowList list;
  const RowRef own = frame(expr.slot);
  View* from = view(own.prior);
  for (const std::size_t index : from->children(own.table_index, own.index)) {
    list.rows.push_back(from->row(own.table_index, index));
  }
  return list;
}

bool Evaluation::in_group(const language::Aggregate& expr, bool& known) {
  if (!expr.group) return true;
  const std::optional<std::string> key = group_key(*expr.group);
  const std::optional<std::string> wanted = group_key(*expr.group_of);
  if (!key || !wanted) {
    known = false;
    return false;
  }
  return *key == *wanted;
}

std::optional<std::string> Evaluation::group_key(const language::Expr& expr) {
  if (const auto* list = std::get_if<language::ListLiteral>(&expr.node)) {
    std::string keys;
    bool whole = true;
    for (const auto& item : list->items) {
      const std::optional<std::string> key = group_key(*item);
      whole = whole && key;
      if (key) keys += std::to_string(key->size()) + ":" + *key;
    }
    return whole ? std::optional(keys) : std::nullopt;
  }
  const Result result = value(expr);
  if (const auto* term = std::get_if<Term>(&result)) return term->exact.str();
  if (const auto* text = std::get_if<TextValue>(&result)) return schema::folded(text->text);
  return std::nullopt;
}

std::optional<Evaluation::RowList> Evaluation::group_rows(const language::Aggregate& expr) {
  const auto* table = std::get_if<language::TableRows>(&expr.rows->node);
  // A filter may look at the current row, and a group at more than a column.
  if (!expr.group || table == nullptr || table->filter) return std::nullopt;
  const auto [found, is_new] = context_.groups->try_emplace(&expr);
  GroupIndex& index = found->second;
  if (is_new) {
    // What is noted here is noted again by those rows that need it.
    const Needs kept = std::exchange(needs_, Needs());
    RowList list = table_rows(*table);
    index.known = list.known && list.present;
    for (RowRef& row : list.rows) {
      bind(expr.slot, row);
      const std::optional<std::string> key = group_key(*expr.group);
      if (key) {
        index.rows[*key].push_back(std::move(row));
      } else {
        index.known = false;
      }
    }
    needs_ = kept;
  }
  if (!index.known) return std::nullopt;
  const std::optional<std::string> wanted = group_key(*expr.group_of);
  if (!wanted) return RowList{{}, false, true};
  RowList list;
  list.grouped = true;
  if (const auto rows = index.rows.find(*wanted); rows != index.rows.end()) {
    visit(rows->second.size());
    list.rows = rows->second;
  }
  return list;
}

Result Evaluation::answered(const Answer& answer) {
  if (answer.term) return *answer.term;
  if (answer.no_data) {
    needs_.no_data(answer.reason);
  } else {
    needs_.trouble(answer.reason);  // though nothing else may have been needed
  }
  return Nothing();
}

// Where the others lie can be told without the one that cannot; what they sum up to cannot.
bool leaves_out_doubtful(const language::Aggregate& expr) {
  return expr.present && expr.function == language::Aggregate::Function::quantile;
}

void Evaluation::Members::add(language::Aggregate::Function function, Term term,
                              const figure::Operands& operands) {
  using Function = language::Aggregate::Function;
  if (++number == 1) dimension = term.dimension;
  if (terms.empty() || function == Function::quantile) {
    terms.push_back(std::move(term));
    return;
  }
  Term& made = terms.front();
  switch (function) {
    case Function::min:
      made = figure::least(std::move(made), term);
      break;
    case Function::max:
      made = figure::greatest(std::move(made), term);
      break;
    default:
      made = figure::sum(std::move(made), term, operands);
  }
}

std::optional<Evaluation::Members> Evaluation::members(const language::Aggregate& expr,
                                                       RowList&& list) {
  Members members;
  bool known = list.known;
  for (RowRef& row : list.rows) {
    bind(expr.slot, std::move(row));
    if (!list.grouped && !in_group(expr, known)) continue;
    if (expr.present) {
      Needs seen;
      const bool nothing = std::holds_alternative<Nothing>(quietly(*expr.value, &seen));
      if (nothing && (seen.troubles().empty() || leaves_out_doubtful(expr))) {
        needs_.blank();
        continue;
      }
    }
    if (std::optional<Term> term = number(*expr.value)) {
      if (members.number > 0 && !fit(members.dimension, term->dimension)) known = false;
      if (known) members.add(expr.function, *std::move(term), needs_.operands());
    } else {
      known = false;  // go on: every figure that is missing is named
    }
  }
  if (!known) return std::nullopt;
  return members;
}

Term Evaluation::counted(std::size_t number) const {
  return figure::constant(figure::Rational(number),
                          figure::Dimension(figure::Dimension::Kind::count),
                          &context_.units->bare());
}

/// Which rows were counted, by their captions: a count has no figures that would tell.
void Evaluation::note_members(const RowList& list) {
  for (const RowRef& row : list.rows) {
    if (!row.table->key) return;
    if (const auto* caption = std::get_if<report::Text>(&row.row->values[*row.table->key])) {
      needs_.row_caption(*caption, {&row.table->columns[*row.table->key], row, row.prior});
    }
  }
}

Result Evaluation::count(const language::Aggregate& expr, RowList&& list) {
  if (!list.known) return Nothing();
  if (list.grouped) note_members(list);
  if (!expr.present && (list.grouped || !expr.group)) return counted(list.rows.size());
  std::size_t number = 0;
  bool known = true;
  for (RowRef& row : list.rows) {
    bind(expr.slot, std::move(row));
    if (!list.grouped && !in_group(expr, known)) continue;
    if (!expr.present || is_there(*expr.value) == Verdict::holds) ++number;
  }
  return known ? Result(counted(number)) : Result(Nothing());
}

Result Evaluation::aggregate(const language::Aggregate& expr) {
  using Function = language::Aggregate::Function;
  if (context_.answers != nullptr) {
    const auto answer = context_.answers->find(&expr);
    if (answer != context_.answers->end()) return answered(answer->second);
  }
  std::optional<RowList> grouped = group_rows(expr);
  RowList list = grouped ? *std::move(grouped) : rows(*expr.rows);
  if (expr.function == Function::count) return count(expr, std::move(list));

  const schema::Table* table = expr.rows->type.table;
  const bool present = list.present;
  const bool any = !list.rows.empty();
  const bool known_rows = list.known;
  std::optional<Members> members = this->members(expr, std::move(list));
  if (known_rows && !(present && any)) {
    needs_.no_data(Message(present ? "check.no_rows" : "check.no_table",
                           {{"table", table != nullptr ? table->title : std::string()}}));
    return Nothing();
  }
  if (!members) return Nothing();
  if (members->number == 0) {
    needs_.no_data(Message("check.no_rows", {{"table", table->title}}));
    return Nothing();
  }
  if (expr.function == Function::quantile) {
    return quantile(std::move(members->terms), expr.fraction, needs_.operands());
  }
  Term result = std::move(members->terms.front());
  if (expr.function == Function::average) {
    return *figure::quotient(result, counted(members->number), needs_.operands());
  }
  return result;
}

Verdict Evaluation::quantifier(const language::Quantifier& expr) {
  using Which = language::Quantifier::Which;
  RowList list = rows(*expr.rows);
  if (!list.known) return Verdict::undecided;
  if (!list.present) {
    const schema::Table* table = expr.rows->type.table;
    needs_.no_data(Message("check.no_table", {{"table", table->title}}));
    return Verdict::undecided;
  }
  Verdict verdict = expr.which == Which::all ? Verdict::holds : Verdict::fails;
  for (RowRef& row : list.rows) {
    bind(expr.slot, std::move(row));
    const Verdict each = condition(*expr.condition);
    verdict =
        expr.which == Which::all ? figure::both(verdict, each) : figure::either(verdict, each);
  }
  return expr.which == Which::none ? figure::negated(verdict) : verdict;
}

}  // namespace tieout::check
