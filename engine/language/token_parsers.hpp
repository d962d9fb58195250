// What the grammar is made of: X3 parsers of single tokens, the guard of its depth, and actions.
// For the grammar's headers, which parser.cpp alone includes.
#pragma once

#include "language/fault.hpp"
#include "language/rule_draft.hpp"
#include "language/tree_builder.hpp"

#include <boost/fusion/include/at_c.hpp>
#include <boost/spirit/home/x3.hpp>

#include <string>
#include <type_traits>

namespace tieout::language::grammar {

namespace x3 = boost::spirit::x3;

// ---- Tokens.

struct IsKind {
  Kind kind;
  bool operator()(const Token& token) const { return token.kind == kind; }
  [[nodiscard]] std::string expected() const { return quoted(spelling(kind)); }
};
struct IsWord {
  Word word;
  bool operator()(const Token& token) const { return token.word == word; }
  [[nodiscard]] std::string expected() const { return quoted(spelling(word)); }
};
struct IsSort {
  bool (*belongs)(const Token&);
  const char* name;
  bool operator()(const Token& token) const { return belongs(token); }
  [[nodiscard]] std::string expected() const { return name; }
};

/// One token that `accepts` likes; its attribute is the token if it is kept.
template <typename Accepts, bool kept>
struct One : x3::parser<One<Accepts, kept>> {
  using attribute_type = std::conditional_t<kept, Token, x3::unused_type>;
  static constexpr bool has_attribute = kept;
  Accepts accepts;

  explicit constexpr One(Accepts test) : accepts(test) {}

  template <typename Iterator, typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& /*context*/,
             RuleContext& /*rule*/, Attribute& attribute) const {
    if (first == last || !accepts(*first)) return false;
    if constexpr (kept) x3::traits::move_to(Token(*first), attribute);
    ++first;
    return true;
  }
};

constexpr auto mark(Kind kind) { return One<IsKind, false>({kind}); }
constexpr auto word(Word which) { return One<IsWord, false>({which}); }
constexpr auto the(Kind kind) { return One<IsKind, true>({kind}); }
constexpr auto the(Word which) { return One<IsWord, true>({which}); }
/// `expected` names it in messages if something else was found.
constexpr auto a(bool (*belongs)(const Token&), const char* expected) {
  return One<IsSort, true>({belongs, expected});
}

// ---- What parsers and actions share.

struct State {
  const TreeBuilder& builder;
  RuleDraft* rule = nullptr;  ///< null outside rules
  std::size_t depth = 0;      ///< each expression inside another one takes stack
};

template <typename Subject>
struct Deeper : x3::unary_parser<Subject, Deeper<Subject>> {
  using x3::unary_parser<Subject, Deeper<Subject>>::unary_parser;
  static constexpr bool is_pass_through_unary = true;
  static constexpr bool handles_container = Subject::handles_container;

  template <typename Iterator, typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext& rule,
             Attribute& attribute) const {
    State& state = x3::get<State>(context);
    const auto limit = state.builder.limits().rule_depth;
    if (state.depth == limit) throw too_deep(state.builder.passage(), *first, limit);
    ++state.depth;
    const bool parsed = this->subject.parse(first, last, context, rule, attribute);
    --state.depth;  // where an exception leaves, nothing is parsed any further
    return parsed;
  }
};

template <typename Subject>
constexpr auto deeper(const Subject& subject) {
  return Deeper<Subject>(subject);
}

// ---- Actions. `_attr` is what the parser before [...] read, `_val` what its rule makes of it.

template <typename Context>
const TreeBuilder& builder(const Context& context) {
  return x3::get<State>(context).builder;
}
template <typename Context>
const auto& whole(const Context& context) {
  return x3::_attr(context);
}
template <std::size_t i, typename Context>
const auto& part(const Context& context) {
  return boost::fusion::at_c<i>(x3::_attr(context));
}

/// The rule's value is what `value` makes of (builder, context).
template <typename Value>
constexpr auto make(Value value) {
  return [value](const auto& context) { x3::_val(context) = value(builder(context), context); };
}
constexpr auto keep = [](const auto& context) { x3::_val(context) = x3::_attr(context); };

}  // namespace tieout::language::grammar

// What messages call a parser that was expected. Whatever stands right after `>` in the grammar is
// a rule or one of these; other parsers would print as the compiler's names for them.
namespace boost::spirit::x3 {

template <typename Accepts, bool kept>
struct get_info<tieout::language::grammar::One<Accepts, kept>> {
  using result_type = std::string;
  std::string operator()(const tieout::language::grammar::One<Accepts, kept>& parser) const {
    return parser.accepts.expected();
  }
};
template <typename Subject>
struct get_info<tieout::language::grammar::Deeper<Subject>> {
  using result_type = std::string;
  std::string operator()(const tieout::language::grammar::Deeper<Subject>& parser) const {
    return what(parser.subject);
  }
};
template <typename Subject, typename Action>
struct get_info<action<Subject, Action>> {
  using result_type = std::string;
  std::string operator()(const action<Subject, Action>& parser) const {
    return what(parser.subject);
  }
};
template <typename Subject>
struct get_info<omit_directive<Subject>> {
  using result_type = std::string;
  std::string operator()(const omit_directive<Subject>& parser) const {
    return what(parser.subject);
  }
};

}  // namespace boost::spirit::x3
