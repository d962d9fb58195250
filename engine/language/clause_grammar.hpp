// The grammar of clauses and declarations, over tokens. For parser.cpp alone.
#pragma once

#include "language/expression_grammar.hpp"
#include "language/json_text.hpp"

#include <utility>
#include <vector>

namespace tieout::language::grammar {

/// The text of a message clause with the expressions in its holes. Throws Fault.
syntax::Message message_of(const TreeBuilder& builder, const Token& quoted);

/// A balanced JSON object; its attribute is its extent in the passage.
struct ObjectText : x3::parser<ObjectText> {
  using attribute_type = source::Span;
  static constexpr bool has_attribute = true;

  template <typename Iterator, typename Context, typename RuleContext>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext& /*rule*/,
             source::Span& extent) const {
    if (first == last || first->kind != Kind::open_brace) return false;
    const auto size = tokens_of_object(builder(context).passage(), {first, last});
    extent.begin = first->span.begin;
    first += static_cast<std::ptrdiff_t>(size);
    extent.end = std::prev(first)->span.end;
    return true;
  }
};

/// An expression in the hole of a message.
const TreeRule<struct HoleTag> hole = expects::expression;
const auto hole_def = expression[keep] > mark(Kind::close_brace);

// ---- Clauses of a rule. Each hands what it says to the rule that is being read.

/// An action that calls `tell` with (rule, builder, context).
template <typename Tell>
constexpr auto tell(Tell tell_rule) {
  return [tell_rule](const auto& context) {
    tell_rule(*x3::get<State>(context).rule, builder(context), context);
  };
}

inline std::vector<syntax::Name> names(const TreeBuilder& build, const std::vector<Token>& tokens) {
  std::vector<syntax::Name> result;
  for (const auto& token : tokens) result.push_back(build.name(token));
  return result;
}

const auto id = x3::rule<struct IdTag, std::vector<Token>>(expects::rule_id);
const auto id_def = any_name >> *(mark(Kind::dot) > any_name);

constexpr auto begin_rule =
    tell([](RuleDraft& rule, const TreeBuilder& build, const auto& context) {
      rule.rule.id = build.dotted(part<0>(context));
      if (const auto& title = part<1>(context)) {
        Token clause = *title;
        clause.word = Word::title;
        rule.add_title(clause, nullptr, build.text(*title));
      }
    });
const auto rule_head = (word(Word::rule) > id > -text)[begin_rule];

constexpr auto tell_title =
    tell([](RuleDraft& rule, const TreeBuilder& build, const auto& context) {
      rule.add_title(part<0>(context), part<1>(context).get_ptr(), build.text(part<2>(context)));
    });
const auto title = (the(Word::title) > -name > text)[tell_title];

constexpr auto tell_message =
    tell([](RuleDraft& rule, const TreeBuilder& build, const auto& context) {
      rule.add_message(part<0>(context), part<1>(context).get_ptr(),
                       message_of(build, part<2>(context)));
    });
const auto message = (the(Word::message) > -name > text)[tell_message];

constexpr auto tell_severity = tell([](RuleDraft& rule, const TreeBuilder&, const auto& context) {
  rule.set_severity(part<0>(context), part<1>(context));
});
const auto severity = (the(Word::severity) > a(is_any_name, expects::severity))[tell_severity];

constexpr auto tell_basis =
    tell([](RuleDraft& rule, const TreeBuilder& build, const auto& context) {
      rule.set_basis(part<0>(context), build.text(part<1>(context)));
    });
const auto basis = (the(Word::basis) > text)[tell_basis];

constexpr auto tell_hint = tell([](RuleDraft& rule, const TreeBuilder& build, const auto& context) {
  rule.set_hint(part<0>(context), build.text(part<1>(context)));
});
const auto hint = (the(Word::hint) > text)[tell_hint];

constexpr auto tell_acceptable =
    tell([](RuleDraft& rule, const TreeBuilder& build, const auto& context) {
      rule.set_acceptable(part<0>(context), build.text(part<1>(context)));
    });
const auto acceptable = (the(Word::acceptable) > text)[tell_acceptable];

/// A name after a tag, which no comma need part: not what would start a clause.
inline bool is_next_tag(const Token& token) {
  const auto what = role(token.word);
  return is_name(token) && !token.first_on_line && what != Role::clause &&
         what != Role::declaration;
}
constexpr auto push = [](const auto& context) { x3::_val(context).push_back(whole(context)); };
const auto tag_list = x3::rule<struct TagListTag, std::vector<Token>>(expects::name);
const auto next_tag = a(is_next_tag, expects::name);
const auto tag_list_def = name[push] >> *((mark(Kind::comma) > name[push]) | next_tag[push]);

constexpr auto tell_tags = tell([](RuleDraft& rule, const TreeBuilder& build, const auto& context) {
  rule.set_tags(part<0>(context), names(build, part<1>(context)));
});
const auto tags = (the(Word::tags) > tag_list)[tell_tags];

constexpr auto tell_over = tell([](RuleDraft& rule, const TreeBuilder& build, const auto& context) {
  const Token& clause = part<0>(context);
  syntax::Over over;
  over.table = build.name(part<1>(context));
  over.span = {build.passage().span(clause).begin, over.table.span.end};
  if (const auto& filter = part<2>(context)) {
    over.filter = boost::fusion::at_c<0>(*filter);
    over.span.end = build.passage().span(boost::fusion::at_c<1>(*filter)).end;
  }
  if (const auto& alias = part<3>(context)) {
    over.alias = build.name(*alias);
    over.span.end = over.alias->span.end;
  }
  rule.set_over(clause, std::move(over));
});
const auto filter = mark(Kind::open_square) > expression > the(Kind::close_square);
const auto over = (the(Word::over) > name > -filter > -(word(Word::as) > name))[tell_over];

constexpr auto tell_when = tell([](RuleDraft& rule, const TreeBuilder&, const auto& context) {
  rule.set_when(part<0>(context), part<1>(context));
});
const auto when = (the(Word::when) > expression)[tell_when];

constexpr auto tell_let = tell([](RuleDraft& rule, const TreeBuilder& build, const auto& context) {
  rule.rule.lets.push_back({build.name(part<0>(context)), part<1>(context)});
});
const auto let = (word(Word::let) > name > mark(Kind::equal) > expression)[tell_let];

constexpr auto tell_check = tell([](RuleDraft& rule, const TreeBuilder&, const auto& context) {
  rule.set_check(part<0>(context), part<1>(context));
});
const auto check = (the(Word::check) > expression)[tell_check];

const x3::rule<struct ObjectTag, source::Span> object = expects::object;
const auto object_def = ObjectText();

constexpr auto tell_example =
    tell([](RuleDraft& rule, const TreeBuilder& build, const auto& context) {
      const source::Span extent = part<1>(context);
      rule.add_example(part<0>(context), {.verdict = {},
                                          .json = std::string(build.passage().text(extent)),
                                          .span = build.passage().span(extent)});
    });
const auto example =
    (word(Word::example) > a(is_any_name, expects::verdict) > object)[tell_example];

const auto clause = title | message | severity | basis | hint | tags | acceptable | over | when |
                    let | check | example;

// ---- Declarations.

const x3::rule<struct DefineTag, syntax::Define> define = "define";
const x3::rule<struct ParamTag, syntax::Param> param = "param";
const x3::rule<struct ProfileTag, syntax::Profile> profile_head = "profile";
const x3::rule<struct PathTag, syntax::Text> use = "use";
const x3::rule<struct SchemaTag, syntax::Text> schema = "schema";
const TreeRule<struct LiteralTag> literal = expects::literal;

constexpr auto make_define = make([](const TreeBuilder& build, const auto& context) {
  const syntax::NodePtr value = part<3>(context);
  syntax::Define result;
  result.name = build.name(part<1>(context));
  result.function = part<2>(context).has_value();
  if (result.function) result.parameters = names(build, *part<2>(context));
  result.value = value;
  result.span = {build.passage().span(part<0>(context)).begin, value->span.end};
  return result;
});
const auto end_of_names = x3::omit[list_end];
const auto parameter_list = x3::rule<struct ParametersTag, std::vector<Token>>(expects::name);
const auto parameter_list_def = name >> *(mark(Kind::comma) > name);
const auto parameters = mark(Kind::open_round) > parameter_list > end_of_names;
const auto define_def =
    (the(Word::define) > name > -parameters > mark(Kind::equal) > expression)[make_define];

const auto literal_def =
    (the(Kind::minus) > constant)[apply] | constant[keep] |
    (the(Kind::open_round) > literal > *(mark(Kind::comma) > literal) > list_end)[make_bracketed];

constexpr auto make_param = make([](const TreeBuilder& build, const auto& context) {
  const syntax::NodePtr value = part<2>(context);
  syntax::Param result;
  result.name = build.name(part<1>(context));
  result.value = value;
  result.span = {build.passage().span(part<0>(context)).begin, value->span.end};
  if (const auto& meaning = part<3>(context)) {
    result.meaning = build.text(*meaning);
    result.span.end = result.meaning->span.end;
  }
  return result;
});
const auto param_def = (the(Word::param) > name > mark(Kind::equal) > literal > -text)[make_param];

constexpr auto make_profile = make([](const TreeBuilder& build, const auto& context) {
  syntax::Profile result;
  result.name = build.name(part<0>(context));
  result.is_default = part<1>(context).has_value();
  return result;
});
const auto profile_head_def =
    (word(Word::profile) > name > -the(Word::default_) > mark(Kind::open_brace))[make_profile];

constexpr auto make_text =
    make([](const TreeBuilder& build, const auto& context) { return build.text(whole(context)); });
const auto use_def = word(Word::use) > text[make_text];
const auto schema_def = word(Word::schema) > text[make_text];

BOOST_SPIRIT_DEFINE(hole, id, tag_list, parameter_list, object, define, param, profile_head, use,
                    schema, literal)

}  // namespace tieout::language::grammar
