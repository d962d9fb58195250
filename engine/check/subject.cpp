// Names the subject of a check from its rule and its left side.
#include "check/subject.hpp"

namespace tieout::check {

namespace {

/// The left side of the comparison, or the first argument of agree and meets.
const language::Expr* left_side(const language::Expr& condition) {
  if (const auto* comparison = std::get_if<language::Comparison>(&condition.node)) {
    return comparison->left.get();
  }
  if (const auto* choice = std::get_if<language::Conditional>(&condition.node)) {
    return left_side(*choice->otherwise);
  }
  if (const auto* call = std::get_if<language::Call>(&condition.node)) {
    return call->arguments.empty() ? nullptr : call->arguments.front().get();
  }
  return nullptr;
}

void set_column(Subject& subject, const schema::Table& table, std::size_t column) {
  subject.column = table.columns[column].id;
  subject.label += " / " + table.columns[column].title;
}

Subject of_row(const language::Check& check, const RowRef& row) {
  Subject subject;
  subject.kind = row.table->statements ? Subject::Kind::statement : Subject::Kind::row;
  subject.table = row.table->id;
  subject.row = row.row->label;
  subject.label = row.table->title;
  if (!subject.row.empty()) subject.label += " / " + subject.row;
  if (const language::Expr* left = left_side(*check.condition)) {
    if (const auto* column = std::get_if<language::Column>(&left->node)) {
      if (column->slot == 0) set_column(subject, *row.table, column->column);
    }
  }
  return subject;
}

/// The row that a rows expression names, as far as it names one.
std::string named_row(const language::TableRows& rows, const schema::Table& table, View& view) {
  if (rows.prior || !view.present(rows.table)) return rows.key.value_or(std::string());
  std::string label = rows.key.value_or(std::string());
  std::size_t matching = 0;
  for (const report::Row& row : view.rows(rows.table)) {
    const bool is_it = rows.key ? row.key == *rows.key
                                : rows.row_set && in_row_set(row, table.row_sets[*rows.row_set]);
    if (!is_it) continue;
    ++matching;
    label = row.label;
  }
  return matching > 1 ? rows.key.value_or(std::string()) : label;
}

}  // namespace

Subject subject_of(const language::Program& program, const language::Rule& rule,
                   const language::Check& check, const RowRef* row, View& view) {
  if (row != nullptr) return of_row(check, *row);
  Subject subject;
  if (rule.over) {  // no row was there to be checked
    const schema::Table& table = program.schema->tables[*rule.over];
    subject.kind = Subject::Kind::document;
    subject.table = table.id;
    subject.label = table.title;
    return subject;
  }
  const language::Expr* left = left_side(*check.condition);
  if (left == nullptr) return subject;
  if (const auto* scalar = std::get_if<language::Scalar>(&left->node)) {
    subject.kind = Subject::Kind::scalar;
    subject.column = program.schema->scalars[scalar->item].id;
    subject.label = program.schema->scalars[scalar->item].title;
  } else if (const auto* only = std::get_if<language::OnlyRow>(&left->node)) {
    const auto* rows = std::get_if<language::TableRows>(&only->rows->node);
    if (rows == nullptr) return subject;
    const schema::Table& table = program.schema->tables[rows->table];
    subject.kind = Subject::Kind::column;
    subject.table = table.id;
    subject.row = named_row(*rows, table, view);
    subject.label = table.title;
    if (!subject.row.empty()) subject.label += " / " + subject.row;
    set_column(subject, table, only->column);
  }
  return subject;
}

std::string_view column_of_subject(const language::Program& program, const language::Rule& rule,
                                   const language::Check& check) {
  const language::Expr* const left = left_side(*check.condition);
  if (left == nullptr) return {};
  const auto& schema = *program.schema;
  if (rule.over) {
    const auto* const column = std::get_if<language::Column>(&left->node);
    if (column == nullptr || column->slot != 0) return {};
    return schema.tables[*rule.over].columns[column->column].id;
  }
  if (const auto* const scalar = std::get_if<language::Scalar>(&left->node)) {
    return schema.scalars[scalar->item].id;
  }
  const auto* const only = std::get_if<language::OnlyRow>(&left->node);
  const auto* const rows =
      only == nullptr ? nullptr : std::get_if<language::TableRows>(&only->rows->node);
  return rows == nullptr ? std::string_view() : schema.tables[rows->table].columns[only->column].id;
}

}  // namespace tieout::check
