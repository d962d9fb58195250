// Nodes from what the grammar recognised.
#include "language/tree_builder.hpp"

#include "language/characters.hpp"
#include "language/fault.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

namespace tieout::language {

using source::Span;
using syntax::BinaryOp;

namespace {

BinaryOp binary_op(const Token& op) {
  switch (op.kind) {
    case Kind::plus:
      return BinaryOp::add;
    case Kind::minus:
      return BinaryOp::subtract;
    case Kind::star:
      return BinaryOp::multiply;
    case Kind::slash:
      return BinaryOp::divide;
    case Kind::equal:
      return BinaryOp::equal;
    case Kind::identical:
      return BinaryOp::identical;
    case Kind::different:
      return BinaryOp::different;
    case Kind::less:
      return BinaryOp::less;
    case Kind::less_equal:
      return BinaryOp::less_equal;
    case Kind::greater:
      return BinaryOp::greater;
    case Kind::greater_equal:
      return BinaryOp::greater_equal;
    default:
      break;
  }
  switch (op.word) {
    case Word::in:
      return BinaryOp::in;
    case Word::matches:
      return BinaryOp::matches;
    case Word::contains:
      return BinaryOp::contains;
    case Word::and_:
      return BinaryOp::conjunction;
    case Word::or_:
      return BinaryOp::disjunction;
    default:
      return BinaryOp::implies;
  }
}

syntax::Quantifier::Which which_quantifier(const Token& token) {
  using Which = syntax::Quantifier::Which;
  return token.word == Word::all ? Which::all : token.word == Word::any ? Which::any : Which::none;
}

}  // namespace

void TreeBuilder::set_height(syntax::Node& node) const {
  std::size_t tallest = 0;
  syntax::for_each_child(
      node, [&](const syntax::NodePtr& child) { tallest = std::max(tallest, child->height); });
  node.height = tallest + 1;
  if (node.height > limits_->rule_depth) {
    throw Fault{
        .message = {"syntax.too_long_chain", {{"limit", std::to_string(limits_->rule_depth)}}},
        .span = node.span};
  }
}

template <typename Part>
Tree TreeBuilder::node(Part part, Span span) const {
  auto node = std::make_shared<syntax::Node>();
  node->node = std::move(part);
  node->span = span;
  set_height(*node);
  return node;
}

syntax::Name TreeBuilder::name(const Token& token) const {
  auto written = passage_->text(token);
  if (token.kind == Kind::backquoted) {
    written = written.substr(1, written.size() - 2);
    if (written.empty())
      throw Fault{.message = {"syntax.empty_name"}, .span = passage_->span(token)};
  }
  return {composed(written), passage_->span(token)};
}

syntax::Name TreeBuilder::dotted(const std::vector<Token>& parts) const {
  auto whole = name(parts.front());
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const auto part = name(parts[i]);
    whole.text += '.' + part.text;
    whole.span.end = part.span.end;
  }
  return whole;
}

syntax::Text TreeBuilder::text(const Token& quoted) const {
  return {unescape(*passage_, quoted).text, passage_->span(quoted)};
}

Tree TreeBuilder::number(const Token& digits, const Token* unit) const {
  const auto span = passage_->span(digits);
  const auto written = passage_->text(digits);
  if (written.size() > limits_->number_characters) {
    throw Fault{
        .message = {"syntax.long_number", {{"limit", std::to_string(limits_->number_characters)}}},
        .span = span};
  }
  syntax::Number number{.digits = std::string(written), .unit = {}, .unit_span = {}};
  if (unit == nullptr) return node(std::move(number), span);
  number.unit = composed(passage_->text(*unit));
  number.unit_span = passage_->span(*unit);
  const source::Span whole = {span.begin, number.unit_span.end};
  return node(std::move(number), whole);
}

Tree TreeBuilder::string(const Token& quoted) const {
  auto [text, span] = this->text(quoted);
  return node(syntax::String{std::move(text)}, span);
}

Tree TreeBuilder::date(const Token& token) const {
  const auto written = passage_->text(token);
  const auto fail = [&](const char* message) {
    return Fault{.message = {message, {{"date", std::string(written)}}},
                 .span = passage_->span(token)};
  };
  constexpr auto size = std::string_view("2018-06-10").size();
  if (written.size() != size || written[7] != '-') throw fail("syntax.date_form");
  const auto part = [&](std::size_t at, std::size_t digits) {
    int value = 0;
    std::from_chars(written.data() + at, written.data() + at + digits, value);
    return value;
  };
  const syntax::Date date{part(0, 4), part(5, 2), part(8, 2)};
  const std::chrono::year_month_day day{std::chrono::year(date.year),
                                        std::chrono::month(static_cast<unsigned>(date.month)),
                                        std::chrono::day(static_cast<unsigned>(date.day))};
  if (!day.ok() || date.year == 0) throw fail("syntax.no_such_day");
  return node(date, passage_->span(token));
}

Tree TreeBuilder::boolean(const Token& word) const {
  return node(syntax::Boolean{word.word == Word::true_}, passage_->span(word));
}

Tree TreeBuilder::identifier(const Token& token) const {
  return node(syntax::Identifier{name(token)}, passage_->span(token));
}

Tree TreeBuilder::bracketed(const Token& open, Tree first, const std::vector<Tree>& rest,
                            const Token& close) const {
  const Span span{passage_->span(open).begin, passage_->span(close).end};
  if (rest.empty()) {
    first->span = span;
    return first;
  }
  syntax::List list{{std::move(first)}};
  list.items.insert(list.items.end(), rest.begin(), rest.end());
  return node(std::move(list), span);
}

Tree TreeBuilder::call(const Token& function, const Arguments& arguments,
                       const Token& close) const {
  syntax::Call call{.function = name(function),
                    .arguments = {arguments.items.begin(), arguments.items.end()},
                    .present = arguments.present,
                    .group = arguments.group};
  return node(std::move(call), {passage_->span(function).begin, passage_->span(close).end});
}

Tree TreeBuilder::member(const Tree& object, const Token& name) const {
  return node(syntax::Member{object, this->name(name)},
              {object->span.begin, passage_->span(name).end});
}

Tree TreeBuilder::star(const Tree& object, const Token& star) const {
  return node(syntax::Star{object}, {object->span.begin, passage_->span(star).end});
}

Tree TreeBuilder::index(const Tree& object, const Tree& inside, const Token& close) const {
  return node(syntax::Index{object, inside}, {object->span.begin, passage_->span(close).end});
}

Tree TreeBuilder::quantifier(const Token& which, const Token& variable, const Tree& rows,
                             const Tree& condition) const {
  return node(syntax::Quantifier{which_quantifier(which), name(variable), rows, condition},
              {passage_->span(which).begin, condition->span.end});
}

Tree TreeBuilder::conditional(const Token& if_word, const Tree& condition, const Tree& then,
                              const Tree& otherwise) const {
  return node(syntax::Conditional{condition, then, otherwise},
              {passage_->span(if_word).begin, otherwise->span.end});
}

Tree TreeBuilder::unary(const Token& op, const Tree& operand) const {
  const auto which = op.kind == Kind::minus ? syntax::UnaryOp::minus : syntax::UnaryOp::logical_not;
  return node(syntax::Unary{which, operand}, {passage_->span(op).begin, operand->span.end});
}

Tree TreeBuilder::binary(const Tree& left, const Token& op, const Tree& right) const {
  syntax::Binary binary;
  binary.op = binary_op(op);
  binary.left = left;
  binary.right = right;
  binary.op_span = passage_->span(op);
  return node(std::move(binary), {left->span.begin, right->span.end});
}

void TreeBuilder::add_exactly(const Tree& comparison, const Token& word) const {
  std::get<syntax::Binary>(comparison->node).exactly = true;
  comparison->span.end = passage_->span(word).end;
}

void TreeBuilder::add_within(const Tree& comparison, const Tree& tolerance) const {
  std::get<syntax::Binary>(comparison->node).within = tolerance;
  comparison->span.end = tolerance->span.end;
  set_height(*comparison);
}

}  // namespace tieout::language
