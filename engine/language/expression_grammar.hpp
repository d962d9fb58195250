// The grammar of expressions, over tokens. For parser.cpp alone.
#pragma once

#include "language/token_parsers.hpp"

#include <utility>

namespace tieout::language::grammar {

// ---- Sorts of tokens.

inline bool starts_line_of_its_own(const Token& token) {
  return token.starts_clause() || token.starts_declaration();
}
inline bool is_name(const Token& token) {
  if (token.kind == Kind::backquoted) return true;
  return token.kind == Kind::name && role(token.word) != Role::reserved &&
         !starts_line_of_its_own(token);
}
/// In ids and after a dot nothing else can follow, so that every word is a name.
inline bool is_any_name(const Token& token) {
  return token.kind == Kind::backquoted ||
         (token.kind == Kind::name && !starts_line_of_its_own(token));
}
inline bool is_text(const Token& token) { return token.kind == Kind::text; }
inline bool is_unit(const Token& token) {
  if (token.kind == Kind::unit_sign) return true;
  return token.kind == Kind::name && token.word == Word::ordinary && !token.first_on_line;
}
inline bool is_boolean(const Token& token) {
  return token.word == Word::true_ || token.word == Word::false_;
}
inline bool adds(const Token& token) {
  return token.kind == Kind::plus || token.kind == Kind::minus;
}
inline bool multiplies(const Token& token) {
  return token.kind == Kind::star || token.kind == Kind::slash;
}
inline bool is_relation(const Token& token) {
  return token.kind >= Kind::equal && token.kind <= Kind::greater_equal;
}
inline bool is_test(const Token& token) {
  return token.word == Word::in || token.word == Word::matches || token.word == Word::contains;
}
inline bool is_no_comparison(const Token& token) { return !is_relation(token) && !is_test(token); }
inline bool is_quantifier(const Token& token) {
  return token.word == Word::all || token.word == Word::any || token.word == Word::none;
}
/// What follows `present` where it is a word of the language: in present(x) it is a function.
inline bool follows_present(const Token& token) {
  return is_name(token) || is_boolean(token) || is_text(token) || token.word == Word::if_ ||
         token.kind == Kind::number || token.kind == Kind::date;
}
inline bool is_star(const Token& token) { return token.kind == Kind::star; }
inline bool closes_round(const Token& token) { return token.kind == Kind::close_round; }

const auto name = a(is_name, expects::name);
const auto any_name = a(is_any_name, expects::name);
const auto text = a(is_text, expects::text);
const auto list_end = a(closes_round, expects::list_end);

// ---- Rules, loosest first, one level of precedence each.

template <typename Tag>
using TreeRule = x3::rule<Tag, Tree>;

const TreeRule<struct ExpressionTag> expression = expects::expression;
const TreeRule<struct ImplicationTag> implication = expects::expression;
const TreeRule<struct DisjunctionTag> disjunction = expects::expression;
const TreeRule<struct ConjunctionTag> conjunction = expects::expression;
const TreeRule<struct NegationTag> negation = expects::expression;
const TreeRule<struct ComparisonTag> comparison = expects::expression;
const TreeRule<struct SumTag> sum = expects::expression;
const TreeRule<struct ProductTag> product = expects::expression;
const TreeRule<struct SignedTag> with_sign = expects::expression;
const TreeRule<struct PostfixTag> postfix = expects::expression;
const TreeRule<struct OperandTag> operand = expects::expression;
const TreeRule<struct ConstantTag> constant = expects::literal;
const TreeRule<struct BracketedTag> bracketed = expects::expression;
const TreeRule<struct CallTag> call_or_name = expects::expression;
const TreeRule<struct QuantifierTag> quantifier = expects::expression;
const TreeRule<struct ConditionalTag> conditional = expects::expression;
const x3::rule<struct ArgumentsTag, Arguments> arguments = expects::expression;
const x3::rule<struct NoChainTag> no_chain = expects::no_chain;

constexpr auto join = make([](const TreeBuilder& build, const auto& context) {
  return build.binary(x3::_val(context), part<0>(context), part<1>(context));
});
constexpr auto apply = make([](const TreeBuilder& build, const auto& context) {
  return build.unary(part<0>(context), part<1>(context));
});

const auto expression_def = deeper(implication);

const auto implication_def = disjunction[keep] >> -(the(Word::implies) > expression)[join];

const auto disjunction_def = conjunction[keep] >> *(the(Word::or_) > conjunction)[join];

const auto conjunction_def = negation[keep] >> *(the(Word::and_) > negation)[join];

const auto negation_def = (the(Word::not_) > deeper(negation))[apply] | comparison[keep];

constexpr auto add_exactly = [](const auto& context) {
  builder(context).add_exactly(x3::_val(context), whole(context));
};
constexpr auto add_within = [](const auto& context) {
  builder(context).add_within(x3::_val(context), whole(context));
};
const auto relation = a(is_relation, expects::expression);
const auto test = a(is_test, expects::expression);
const auto suffix = the(Word::exactly)[add_exactly] | (word(Word::within) > sum[add_within]);
const auto no_chain_def = &a(is_no_comparison, expects::no_chain);
const auto comparison_def = sum[keep] >> -(((relation > sum)[join] > -suffix > no_chain) |
                                           ((test > sum)[join] > no_chain));

const auto plus_or_minus = a(adds, expects::expression);
const auto sum_def = product[keep] >> *(plus_or_minus > product)[join];

const auto star_or_slash = a(multiplies, expects::expression);
const auto product_def = with_sign[keep] >> *(star_or_slash > with_sign)[join];

const auto with_sign_def = (the(Kind::minus) > deeper(with_sign))[apply] | postfix[keep];

constexpr auto add_member = make([](const TreeBuilder& build, const auto& context) {
  return build.member(x3::_val(context), whole(context));
});
constexpr auto add_star = make([](const TreeBuilder& build, const auto& context) {
  return build.star(x3::_val(context), whole(context));
});
constexpr auto add_index = make([](const TreeBuilder& build, const auto& context) {
  return build.index(x3::_val(context), part<0>(context), part<1>(context));
});
const auto member = mark(Kind::dot) >> any_name[add_member];
const auto index = (mark(Kind::open_square) > expression > the(Kind::close_square))[add_index];
const auto star = mark(Kind::dot) > a(is_star, expects::member)[add_star];
const auto postfix_def = operand[keep] >> *(member | index) >> -star;

const auto operand_def =
    constant[keep] | bracketed[keep] | conditional[keep] | quantifier[keep] | call_or_name[keep];

// ---- Operands.

constexpr auto make_number = make([](const TreeBuilder& build, const auto& context) {
  return build.number(part<0>(context), part<1>(context).get_ptr());
});
constexpr auto make_string = make(
    [](const TreeBuilder& build, const auto& context) { return build.string(whole(context)); });
constexpr auto make_date =
    make([](const TreeBuilder& build, const auto& context) { return build.date(whole(context)); });
constexpr auto make_boolean = make(
    [](const TreeBuilder& build, const auto& context) { return build.boolean(whole(context)); });
const auto number = the(Kind::number) >> -a(is_unit, expects::literal);
const auto boolean = a(is_boolean, expects::literal);
const auto constant_def =
    number[make_number] | text[make_string] | the(Kind::date)[make_date] | boolean[make_boolean];

constexpr auto make_bracketed = make([](const TreeBuilder& build, const auto& context) {
  return build.bracketed(part<0>(context), part<1>(context), part<2>(context), part<3>(context));
});
const auto bracketed_def = (the(Kind::open_round) > expression > *(mark(Kind::comma) > expression) >
                            list_end)[make_bracketed];

constexpr auto set_present = [](const auto& context) { x3::_val(context).present = true; };
constexpr auto add_argument = [](const auto& context) {
  x3::_val(context).items.push_back(whole(context));
};
constexpr auto set_group = [](const auto& context) { x3::_val(context).group = whole(context); };
const auto present = word(Word::present) >> &a(follows_present, expects::expression);
const auto items = expression[add_argument] >> *(mark(Kind::comma) > expression[add_argument]);
const auto group = word(Word::group) > word(Word::by) > expression[set_group];
const auto arguments_def = -present[set_present] >> -items >> -group;

constexpr auto make_call = make([](const TreeBuilder& build, const auto& context) {
  const auto& call = part<1>(context);
  return call ? build.call(part<0>(context), boost::fusion::at_c<0>(*call),
                           boost::fusion::at_c<1>(*call))
              : build.identifier(part<0>(context));
});
const auto call_or_name_def = (name >> -(mark(Kind::open_round) > arguments > list_end))[make_call];

constexpr auto make_quantifier = make([](const TreeBuilder& build, const auto& context) {
  return build.quantifier(part<0>(context), part<1>(context), part<2>(context), part<3>(context));
});
const auto quantifier_def = (a(is_quantifier, expects::expression) >> name > word(Word::in) >
                             postfix > mark(Kind::colon) > expression)[make_quantifier];

constexpr auto make_conditional = make([](const TreeBuilder& build, const auto& context) {
  return build.conditional(part<0>(context), part<1>(context), part<2>(context), part<3>(context));
});
const auto conditional_def = (the(Word::if_) > expression > word(Word::then) > expression >
                              word(Word::else_) > expression)[make_conditional];

BOOST_SPIRIT_DEFINE(expression, implication, disjunction, conjunction, negation, comparison, sum,
                    product, with_sign, postfix, operand, constant, bracketed, call_or_name,
                    quantifier, conditional, arguments, no_chain)

}  // namespace tieout::language::grammar
