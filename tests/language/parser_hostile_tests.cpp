// Text that is made to hurt: it ends in a tree or a sentence, without growing stack or time.
#include "parsed.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace tieout::language;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

/// The id of the one thing that is said about a check; empty if nothing is.
std::string fault_of(const std::string& check, const tieout::source::Limits& limits = {}) {
  const auto diagnostics = parsed("rule a check " + check, limits).diagnostics;
  REQUIRE(diagnostics.size() <= 1);
  return diagnostics.empty() ? "" : diagnostics.front().message.id;
}

constexpr std::size_t many = 100'000;

}  // namespace

TEST_CASE("nesting is bounded") {
  CHECK(fault_of(repeated("(", many)) == "syntax.too_deep");
  CHECK(fault_of(repeated("(", many) + "a" + repeated(")", many)) == "syntax.too_deep");
  CHECK(fault_of(repeated("f(", many)) == "syntax.too_deep");
  CHECK(fault_of(repeated("a[", many)) == "syntax.too_deep");
  CHECK(fault_of(repeated("not ", many) + "a") == "syntax.too_deep");
  CHECK(fault_of("a = " + repeated("-", many) + "b") == "syntax.too_deep");
  CHECK(fault_of(repeated("if a then b else ", many) + "c") == "syntax.too_deep");
  CHECK(fault_of(repeated("if ", many)) == "syntax.too_deep");
  CHECK(fault_of(repeated("all r in t: ", many) + "a") == "syntax.too_deep");
  CHECK(fault_of(repeated("a implies ", many) + "b") == "syntax.too_deep");
  CHECK(fault_of(repeated("sum(x group by ", many)) == "syntax.too_deep");
}

TEST_CASE("long chains are bounded, since their trees are as high as they are long") {
  CHECK(fault_of("a" + repeated(".b", many)) == "syntax.too_long_chain");
  CHECK(fault_of("a" + repeated("[b]", many)) == "syntax.too_long_chain");
  CHECK(fault_of("1" + repeated("+1", many)) == "syntax.too_long_chain");
  CHECK(fault_of("1" + repeated("*1", many)) == "syntax.too_long_chain");
  CHECK(fault_of("a" + repeated(" and a", many)) == "syntax.too_long_chain");
  CHECK(fault_of("a" + repeated(" or a", many)) == "syntax.too_long_chain");
}

TEST_CASE("the limit is what it says: as deep passes, deeper does not") {
  tieout::source::Limits limits;
  limits.rule_depth = 20;
  CHECK(fault_of("1" + repeated("+1", 19), limits).empty());
  CHECK(fault_of("1" + repeated("+1", 20), limits) == "syntax.too_long_chain");
  CHECK(fault_of(repeated("(", 19) + "a" + repeated(")", 19), limits).empty());
  CHECK(fault_of(repeated("(", 20) + "a" + repeated(")", 20), limits) == "syntax.too_deep");
  // No caller's limit is deeper than the stack.
  limits.rule_depth = many;
  CHECK(fault_of(repeated("(", many), limits) == "syntax.too_deep");
}

TEST_CASE("wide lists are no chains") {
  CHECK(fault_of("x in (1" + repeated(",1", many) + ")").empty());
  CHECK(fault_of("f(1" + repeated(",1", many) + ")").empty());
}

TEST_CASE("a tree is taken apart without recursion, however high it is") {
  namespace syntax = tieout::language::syntax;
  auto tree = std::make_shared<syntax::Node>();
  for (int i = 0; i < 1'000'000; ++i) {
    auto next = std::make_shared<syntax::Node>();
    next->node = syntax::Unary{syntax::UnaryOp::minus, tree};
    tree = std::move(next);
  }
  const std::weak_ptr<syntax::Node> last = tree;
  tree.reset();
  CHECK(last.expired());
}

TEST_CASE("taking a tree apart leaves what others hold") {
  namespace syntax = tieout::language::syntax;
  const auto shared = parsed("rule a check x + y").file.rules.at(0).check;
  {
    syntax::Node owner;
    owner.node = syntax::Unary{syntax::UnaryOp::minus, shared};
  }
  CHECK(shown(shared) == "(+ x y)");
}

TEST_CASE("floods of one character, word or line end in a bounded number of sentences") {
  for (const auto* piece : {"(",
                            ")",
                            "[",
                            "]",
                            "{",
                            "}",
                            "\"",
                            "`",
                            "（",
                            "#",
                            "\\",
                            "·",
                            "a ",
                            "1",
                            ".",
                            "=",
                            "-",
                            "rule ",
                            "rule\n",
                            "check ",
                            "check\n",
                            "rule a check ",
                            "define ",
                            "profile p {\n",
                            "example holds {",
                            "not ",
                            "in ",
                            "2018-06-10",
                            "use \"\"",
                            "\r",
                            "x\n",
                            "e\u0301"}) {
    CAPTURE(piece);
    const auto result = parsed(repeated(piece, 20'000));
    CHECK(result.diagnostics.size() <= 102);
    for (const auto& diagnostic : result.diagnostics) {
      CHECK(render(diagnostic, tieout::source::Language::zh).size() < 4000);
    }
  }
}

TEST_CASE("JSON of an example may be deep: only its brackets are matched") {
  const auto deep = repeated("[", many) + repeated("]", many);
  const auto [file, diagnostics] = parsed("rule a check x example holds {\"a\":" + deep + "}");
  CHECK(diagnostics.empty());
  REQUIRE(file.rules.size() == 1);
  CHECK(file.rules[0].examples.at(0).json.size() == 2 * many + 6);
  CHECK(parsed("rule a check x example holds " + repeated("{", many)).diagnostics.size() == 1);
}

TEST_CASE("messages with very many holes, or with one that never ends") {
  const auto [file, diagnostics] =
      parsed("rule a check x message \"" + repeated("{a}", many) + "\"");
  CHECK(diagnostics.empty());
  CHECK(file.rules.at(0).messages.at(0).parts.size() == many + 1);
  CHECK(parsed("rule a check x message \"" + repeated("{", many) + "\"").diagnostics.size() == 1);
  CHECK(parsed("rule a check x message \"{" + repeated("\\\"", many) + "\"").diagnostics.size() ==
        1);
}
