// Values: from cells, scalars and rows to numbers, texts and dates, each noted as needed.
#include "check/evaluation.hpp"

#include <algorithm>
#include <utility>

namespace tieout::check {

using figure::Verdict;
using source::Message;

namespace {

/// Visits a variant with lambdas.
template <class... Functions>
struct Cases : Functions... {
  using Functions::operator()...;
};

Message about(const char* id, const Origin& origin) {
  return Message(id, {{"name", origin.name()}, {"label", origin.label()}});
}

Message missing(const std::string& name, const std::string& label) {
  return Message("check.missing", {{"name", name}, {"label", label}});
}

/// The item of the report's date if it holds something that is no date: that is not missing.
const schema::Item* unreadable_date(const report::Report& report) {
  const auto& items = report.schema->scalars;
  const auto item = std::ranges::find(items, "report_date", &schema::Item::id);
  if (item == items.end()) return nullptr;
  const auto& value = report.scalars[static_cast<std::size_t>(item - items.begin())];
  return std::holds_alternative<report::Unreadable>(value) ? &*item : nullptr;
}

}  // namespace

View* Evaluation::view(bool prior) {
  if (!prior) return context_.current;
  if (context_.prior == nullptr) needs_.no_data(Message("check.no_prior"));
  return context_.prior;
}

Result Evaluation::quietly(const language::Expr& expr, Needs* seen) {
  Needs kept = std::exchange(needs_, Needs());
  Result result = value(expr);
  Needs quiet = std::exchange(needs_, std::move(kept));
  if (seen != nullptr) *seen = std::move(quiet);
  return result;
}

Result Evaluation::value(const language::Expr& expr) {
  using namespace language;
  return std::visit(
      Cases{
          [&](const NumberLiteral& literal) -> Result {
            if (literal.unit != nullptr) needs_.literal(*literal.unit, literal.value);
            return figure::constant(literal.value, expr.type.dimension, literal.unit);
          },
          [](const TextLiteral& literal) -> Result { return TextValue{literal.text}; },
          [](const BooleanLiteral& literal) -> Result {
            return literal.value ? Verdict::holds : Verdict::fails;
          },
          [](const DateLiteral& literal) -> Result {
            report::Date date;
            date.year = literal.year;
            date.month = literal.month;
            date.day = literal.day;
            return date;
          },
          [&](const Scalar& node) -> Result { return scalar(node); },
          [&](const ReportField& node) -> Result { return report_field(node); },
          [&](const Column& node) -> Result { return column_of(frame(node.slot), node.column); },
          [&](const InRowSet& node) -> Result {
            const RowRef& row = frame(node.slot);
            const bool in = in_row_set(*row.row, row.table->row_sets[node.row_set]);
            return in ? Verdict::holds : Verdict::fails;
          },
          [&](const AlignedColumn& node) -> Result { return aligned(node); },
          [&](const OnlyRow& node) -> Result { return only_row(node); },
          [&](const Aggregate& node) -> Result { return aggregate(node); },
          [&](const Arithmetic& node) -> Result { return arithmetic(node); },
          [&](const Negation& node) -> Result {
            const std::optional<figure::Term> operand = number(*node.operand);
            return operand ? Result(figure::negated(*operand)) : Result(Nothing());
          },
          [&](const Conditional& node) -> Result { return conditional(node); },
          [&](const Call& node) -> Result { return call(node); },
          [&](const Quantifier&) -> Result { return condition(expr); },
          [&](const Comparison&) -> Result { return condition(expr); },
          [&](const Membership&) -> Result { return condition(expr); },
          [&](const TextTest&) -> Result { return condition(expr); },
          [&](const Logic&) -> Result { return condition(expr); },
          [&](const Not&) -> Result { return condition(expr); },
          // Rows and lists have no value of their own; what takes them asks for their rows.
          [](const ListLiteral&) -> Result { return Nothing(); },
          [](const TableRows&) -> Result { return Nothing(); },
          [](const NestedRows&) -> Result { return Nothing(); },
          [](const Children&) -> Result { return Nothing(); },
          [](const ColumnOf&) -> Result { return Nothing(); },
      },
      expr.node);
}

Result Evaluation::read(const report::Value& value, const schema::Item& item,
                        const Origin& origin) {
  return std::visit(
      Cases{
          [&](const report::Missing&) -> Result {
            needs_.missing(about("check.missing", origin));
            return Nothing();
          },
          [&](const report::Blank& blank) -> Result {
            if (item.blank == schema::Blank::missing || item.kind != schema::Kind::number) {
              needs_.missing(about("check.blank", origin));
              return Nothing();
            }
            figure::Figure zero;
            zero.exact = true;
            zero.unit = item.unit != nullptr ? item.unit : &context_.units->bare();
            zero.raw = blank.raw;
            zero.place = blank.place;
            figure::Term term =
                figure::stated(needs_.figure(zero, origin, true), needs_.operands());
            term.dimension = figure::Dimension();  // zero has every dimension
            return term;
          },
          [&](const report::Unreadable& text) -> Result {
            if (text.raw == report::not_stated) {
              needs_.trouble(about("check.not_stated", origin));
              return Nothing();
            }
            needs_.trouble(
                Message("check.unreadable",
                        {{"name", origin.name()}, {"label", origin.label()}, {"text", text.raw}}));
            return Nothing();
          },
          [&](const figure::Figure& figure) -> Result {
            if (figure.unit == nullptr) {
              needs_.trouble(about("check.unit_unknown", origin));
              return Nothing();
            }
            return figure::stated(needs_.figure(figure, origin, false), needs_.operands());
          },
          [&](const report::Text& text) -> Result {
            needs_.plain(text.text, text.place, origin);
            return TextValue{text.text};
          },
          [&](const report::Date& date) -> Result {
            needs_.plain(date.raw, date.place, origin);
            return date;
          },
          [&](const report::Boolean& boolean) -> Result {
            static const std::string yes = "true";
            static const std::string no = "false";
            needs_.plain(boolean.value ? yes : no, boolean.place, origin);
            return boolean.value ? Verdict::holds : Verdict::fails;
          },
          [&](const report::TargetPtr& target) -> Result {
            needs_.plain(target->raw, target->place, origin);
            return target;
          },
          [](const report::Rows&) -> Result { return Nothing(); },
      },
      value);
}

Result Evaluation::column_of(const RowRef& row, std::size_t column) {
  if (row.row == nullptr) {
    needs_.no_data(Message("check.no_prior_in_run"));
    return Nothing();
  }
  if (!row.row->doubt.empty()) {
    needs_.trouble(row.row->doubt);
    return Nothing();
  }
  if (!row.chosen && !row.row->alternatives.empty()) needs_.ambiguous();
  const schema::Item& item = row.table->columns[column];
  const report::Value& value = row.row->values[column];
  Result result = read(value, item, {&item, row, row.prior});
  if (row.table->key && *row.table->key != column) {
    const auto* caption = std::get_if<report::Text>(&row.row->values[*row.table->key]);
    const auto* figure = std::get_if<figure::Figure>(&value);
    // A row of exported text stands over many lines: its caption says where the row begins.
    if (caption != nullptr && figure != nullptr && figure->place.pointer.empty() &&
        caption->place.line > 0 && caption->place.line != figure->place.line) {
      needs_.row_caption(*caption, {&row.table->columns[*row.table->key], row, row.prior});
    }
  }
  return result;
}

Result Evaluation::scalar(const language::Scalar& scalar) {
  View* from = view(scalar.prior);
  if (from == nullptr) return Nothing();
  const schema::Item& item = from->report().schema->scalars[scalar.item];
  return read(from->report().scalars[scalar.item], item, {&item, {}, scalar.prior});
}

Result Evaluation::report_field(const language::ReportField& field) {
  View* from = view(field.prior);
  if (from == nullptr) return Nothing();
  const report::Report& report = from->report();
  const std::string prefix = field.prior ? "prior.report." : "report.";
  switch (field.which) {
    case language::ReportField::Which::entity:
      if (!report.entity.empty()) return TextValue{report.entity};
      needs_.missing(missing(prefix + "entity", prefix + "entity"));
      return Nothing();
    case language::ReportField::Which::date:
      if (report.date) return *report.date;
      if (const auto* const item = unreadable_date(report)) {
        return read(report.scalars[static_cast<std::size_t>(item - report.schema->scalars.data())],
                    *item, {item, {}, field.prior});
      }
      needs_.missing(missing(prefix + "date", prefix + "date"));
      return Nothing();
    case language::ReportField::Which::period:
      break;
  }
  const std::optional<figure::Decimal> year = figure::Decimal::parse(report.period);
  if (year) {
    return figure::constant(year->rational(), figure::Dimension(figure::Dimension::Kind::count),
                            &context_.units->bare());
  }
  needs_.missing(missing(prefix + "period", prefix + "period"));
  return Nothing();
}

Message Evaluation::duplicate_key(const std::string& name, const std::vector<std::size_t>& rows) {
  std::string numbers;
  for (const std::size_t row : rows) {
    numbers += (numbers.empty() ? "" : ", ") + std::to_string(row + 1);
  }
  return Message("check.duplicate_key",
                 {{"name", name}, {"count", std::to_string(rows.size())}, {"rows", numbers}});
}

Result Evaluation::aligned(const language::AlignedColumn& aligned) {
  View* from = view(aligned.prior);
  if (from == nullptr) return Nothing();
  const schema::Table& table = from->report().schema->tables[aligned.table];
  if (!from->present(aligned.table)) {
    needs_.no_data(Message("check.no_table", {{"table", table.title}}));
    return Nothing();
  }
  const RowRef& own = frame(aligned.slot);
  const std::string& key = own.row->key;
  View* const around = own.nested || key.empty() ? nullptr : view(own.prior);
  if (around != nullptr && around->with_key(own.table_index, key).size() > 1) {
    needs_duplicates(*around, own.table_index, key);
    return Nothing();
  }
  const std::vector<std::size_t>& found = from->with_key(aligned.table, key);
  if (found.size() == 1) return column_of(from->row(aligned.table, found.front()), aligned.column);
  if (found.empty()) {
    const schema::Item& item = table.columns[aligned.column];
    const std::string name =
        (aligned.prior ? "prior." : "") + table.id + "[\"" + own.row->label + "\"]";
    needs_.missing(missing(name + "." + item.id, item.title));
  } else {
    needs_duplicates(*from, aligned.table, key);
  }
  return Nothing();
}

/// A key that several rows of a table have: it is not clear which of them is meant.
void Evaluation::needs_duplicates(View& view, std::size_t table_index, const std::string& key) {
  const std::vector<std::size_t>& found = view.with_key(table_index, key);
  const RowRef first = view.row(table_index, found.front());
  const schema::Table& table = *first.table;
  const std::string name =
      (first.prior ? "prior." : "") + table.id + "[\"" + first.row->label + "\"]";
  needs_.trouble(duplicate_key(name, found));
  for (const std::size_t index : found) {
    const RowRef row = view.row(table_index, index);
    if (const auto* caption = std::get_if<report::Text>(&row.row->values[*table.key])) {
      needs_.row_caption(*caption, {&table.columns[*table.key], row, row.prior});
    }
  }
}

Result Evaluation::only_row(const language::OnlyRow& only) {
  RowList list = rows(*only.rows);
  if (!list.known) return Nothing();
  const schema::Table& table = *only.rows->type.table;
  if (!list.present) {
    needs_.no_data(Message("check.no_table", {{"table", table.title}}));
  } else if (list.rows.size() == 1) {
    return column_of(list.rows.front(), only.column);
  } else if (list.rows.empty()) {
    const schema::Item& item = table.columns[only.column];
    needs_.missing(Message("check.no_row", {{"table", table.title}, {"label", item.title}}));
  } else {
    needs_.trouble(Message("check.many_rows",
                           {{"table", table.title}, {"count", std::to_string(list.rows.size())}}));
  }
  return Nothing();
}

}  // namespace tieout::check
