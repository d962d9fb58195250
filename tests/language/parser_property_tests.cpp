// Any tree, written down, is parsed as itself; any text ends in a tree or in sentences.
#include "parsed.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

using namespace tieout::language;

namespace {

/// An expression as it may be written, and as it must be shown.
struct Written {
  std::string text;
  std::string tree;
};

template <std::size_t size>
std::string_view one_of(const std::array<std::string_view, size>& choices) {
  return choices[*rc::gen::inRange<std::size_t>(0, size)];
}

Written any_operand() {
  constexpr std::array<std::string_view, 10> operands = {
      "a", "支出合计", "index", "title", "36%", "2万元", "1003.30", "2018-06-10", "\"优\"", "true"};
  const auto operand = std::string(one_of(operands));
  return {operand, operand};
}

/// Every operand of an operator is in brackets, so that only the shape counts.
Written any_expression(int depth) {
  if (depth == 0) return any_operand();
  const auto part = [&] { return any_expression(depth - 1); };
  switch (*rc::gen::inRange(0, 9)) {
    case 0: {
      constexpr std::array<std::string_view, 17> operators = {
          "+", "-",  "*",  "/",       "=",        "==",  "!=", "<",      "<=",
          ">", ">=", "in", "matches", "contains", "and", "or", "implies"};
      const auto [left, right, op] = std::tuple(part(), part(), one_of(operators));
      return {fmt::format("({}) {} ({})", left.text, op, right.text),
              fmt::format("({} {} {})", op, left.tree, right.tree)};
    }
    case 1: {
      const auto inner = part();
      return {fmt::format("-({})", inner.text), fmt::format("(- {})", inner.tree)};
    }
    case 2: {
      const auto inner = part();
      return {fmt::format("not ({})", inner.text), fmt::format("(not {})", inner.tree)};
    }
    case 3: {
      const auto [object, inside] = std::pair(part(), part());
      return {fmt::format("({})[{}].总计", object.text, inside.text),
              fmt::format("(. ([] {} {}) 总计)", object.tree, inside.tree)};
    }
    case 4: {
      const auto [first, second] = std::pair(part(), part());
      return {fmt::format("sum({}, {})", first.text, second.text),
              fmt::format("(call sum {} {})", first.tree, second.tree)};
    }
    case 5: {
      const auto [condition, yes, no] = std::tuple(part(), part(), part());
      return {fmt::format("if {} then {} else {}", condition.text, yes.text, no.text),
              fmt::format("(if {} {} {})", condition.tree, yes.tree, no.tree)};
    }
    case 6: {
      const auto inner = part();
      return {fmt::format("all r in t: {}", inner.text), fmt::format("(all r t {})", inner.tree)};
    }
    case 7: {
      const auto [left, right] = std::pair(part(), part());
      return {fmt::format("({}) = ({}) within 1%", left.text, right.text),
              fmt::format("(= within 1% {} {})", left.tree, right.tree)};
    }
    default: {
      const auto [first, second] = std::pair(part(), part());
      return {fmt::format("({}, {})", first.text, second.text),
              fmt::format("(list {} {})", first.tree, second.tree)};
    }
  }
}

std::string any_soup() {
  constexpr std::array<std::string_view, 52> pieces = {
      "rule ",      "rule",     "define ", "param ", "profile ", "use ",     "schema ",
      "check ",     "over ",    "when ",   "let ",   "message ", "example ", "holds ",
      "severity ",  "tags ",    "title ",  "hint ",  "all ",     "in ",      "if ",
      "then ",      "else ",    "not ",    "and ",   "sum(",     "present ", "group by ",
      "within ",    "exactly ", "\n",      "\n",     "\r\n",     " ",        "\"",
      "\\",         "{",        "}",       "(",      ")",        "[",        "]",
      "`",          ".",        ",",       "=",      "-",        "支出",     "（",
      "2018-06-10", "3 万元",   "#"};
  std::string text;
  const auto length = *rc::gen::inRange(0, 60);
  for (int i = 0; i < length; ++i) text += one_of(pieces);
  return text;
}

}  // namespace

TEST_CASE("an expression is parsed as it was meant") {
  CHECK(rc::check([] {
    const auto expression = any_expression(*rc::gen::inRange(0, 5));
    RC_ASSERT(tree(expression.text) == expression.tree);
  }));
}

TEST_CASE("whatever the text, its faults lie in it and can be said") {
  CHECK(rc::check([] {
    const auto text = any_soup();
    for (const auto& diagnostic : parsed(text).diagnostics) {
      RC_ASSERT(diagnostic.span.begin <= diagnostic.span.end);
      RC_ASSERT(diagnostic.span.end <= text.size());
      for (const auto language : {tieout::source::Language::zh, tieout::source::Language::en}) {
        const auto sentence = render(diagnostic, language);
        RC_ASSERT(sentence.find("boost") == std::string::npos);
        RC_ASSERT(sentence.find("tieout") == std::string::npos);
      }
    }
  }));
}

TEST_CASE("what is sound stays sound behind any other text") {
  CHECK(rc::check([] {
    auto text = any_soup();
    text += "\nrule the.last\n  check a = b\n";
    const auto [file, diagnostics] = parsed(text);
    RC_PRE(diagnostics.size() < 100U);
    RC_ASSERT(!file.rules.empty());
    RC_ASSERT(file.rules.back().id.text == "the.last");
    RC_ASSERT(shown(file.rules.back().check) == "(= a b)");
  }));
}
