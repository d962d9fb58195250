// Expressions to trees: precedence, operands, words that are names and words that are not.
#include "parsed.hpp"

#include <doctest/doctest.h>

using tieout::language::parsed;
using tieout::language::tree;

TEST_CASE("operators bind from loosest to tightest") {
  CHECK(tree("a implies b or c and not d = e + f * -g.h") ==
        "(implies a (or b (and c (not (= d (+ e (* f (- (. g h)))))))))");
  CHECK(tree("a * b + c = d") == "(= (+ (* a b) c) d)");
  CHECK(tree("not a = b and c") == "(and (not (= a b)) c)");
  CHECK(tree("-a * b") == "(* (- a) b)");
  CHECK(tree("-a.b[c]") == "(- ([] (. a b) c))");
}

TEST_CASE("operators of one level group to the left, `implies` to the right") {
  CHECK(tree("a - b + c - d") == "(- (+ (- a b) c) d)");
  CHECK(tree("a / b * c / d") == "(/ (* (/ a b) c) d)");
  CHECK(tree("a or b or c") == "(or (or a b) c)");
  CHECK(tree("a and b and c") == "(and (and a b) c)");
  CHECK(tree("a implies b implies c") == "(implies a (implies b c))");
  CHECK(tree("not not a") == "(not (not a))");
  CHECK(tree("a - - -b") == "(- a (- (- b)))");
}

TEST_CASE("brackets group; with commas they make a list") {
  CHECK(tree("(a + b) * c") == "(* (+ a b) c)");
  CHECK(tree("((a))") == "a");
  CHECK(tree("grade in (\"优\", \"良\")") == "(in grade (list \"优\" \"良\"))");
  CHECK(tree("grade in (\"优\")") == "(in grade \"优\")");
}

TEST_CASE("every comparison, with the signs that people also write") {
  CHECK(tree("a = b") == "(= a b)");
  CHECK(tree("a == b") == "(== a b)");
  CHECK(tree("a != b") == "(!= a b)");
  CHECK(tree("a < b") == "(< a b)");
  CHECK(tree("a <= b") == "(<= a b)");
  CHECK(tree("a > b") == "(> a b)");
  CHECK(tree("a >= b") == "(>= a b)");
  CHECK(tree("a ≤ b") == "(<= a b)");
  CHECK(tree("a ≥ b") == "(>= a b)");
  CHECK(tree("a ≠ b") == "(!= a b)");
  CHECK(tree("a matches \"^2\"") == "(matches a \"^2\")");
  CHECK(tree("a contains \"合计\"") == "(contains a \"合计\")");
}

TEST_CASE("a suffix belongs to its comparison") {
  CHECK(tree("a = b exactly and c") == "(and (= exactly a b) c)");
  CHECK(tree("a = b within 0.02 万元") == "(= within 0.02万元 a b)");
  CHECK(tree("a <= b + c within 1%") == "(<= within 1% a (+ b c))");
  CHECK(tree("a = b within 1 百分点 or c = d exactly") ==
        "(or (= within 1百分点 a b) (= exactly c d))");
}

TEST_CASE("a name after a number on the same line is its unit, a word of the language is not") {
  CHECK(tree("2 万元") == "2万元");
  CHECK(tree("2万元") == "2万元");
  CHECK(tree("28 人 + 1003.30") == "(+ 28人 1003.30)");
  CHECK(tree("36%") == "36%");
  CHECK(tree("5 ‰ * x") == "(* 5‰ x)");
  CHECK(tree("a = 2 within 1") == "(= within 1 a 2)");
  CHECK(tree("a = 1 and b") == "(and (= a 1) b)");
  CHECK(tree("sum(1 group by k)") == "(call sum 1 by k)");
  CHECK(tree("if a then 1 else 2") == "(if a 1 2)");
  CHECK(tree("a = 2 check b = 3").find("may stand only once") != std::string::npos);
}

TEST_CASE("a day is a date, a subtraction of three numbers has spaces") {
  CHECK(tree("d = 2018-06-10") == "(= d 2018-06-10)");
  CHECK(tree("2018 - 06 - 10") == "(- (- 2018 06) 10)");
  CHECK(tree("2016-02-29") == "2016-02-29");
  CHECK(tree("12018-06-10") == "(- (- 12018 06) 10)");
}

TEST_CASE("texts resolve their escapes") {
  CHECK(tree(R"("a\"b\\c\n\{\}\u{4e07}\u{1F4A7}")") == "\"a\"b\\c\n{}万💧\"");
  CHECK(tree("\"，。（）#\"") == "\"，。（）#\"");
  CHECK(tree("\"\"") == "\"\"");
}

TEST_CASE("names of any script; words of the language only as whole words") {
  CHECK(tree("支出.支出合计 = 支出.基本支出 + 支出.项目支出") ==
        "(= (. 支出 支出合计) (+ (. 支出 基本支出) (. 支出 项目支出)))");
  CHECK(tree("index + notes * orders") == "(+ index (* notes orders))");
  CHECK(tree("android or nothing and inner") == "(or android (and nothing inner))");
  CHECK(tree("_a1 + 第1项 + α") == "(+ (+ _a1 第1项) α)");
  CHECK(tree("truest = falsehood") == "(= truest falsehood)");
  CHECK(tree("`其中.其他` + `and`") == "(+ 其中.其他 and)");
}

TEST_CASE("names are compared in composed form") {
  CHECK(tree("cafe\u0301 = `cafe\u0301`") == "(= caf\u00e9 caf\u00e9)");
}

TEST_CASE("words that start clauses are names inside a line, and so are the quantifiers") {
  CHECK(tree("title + check = message.over") == "(= (+ title check) (. message over))");
  CHECK(tree("all + any = none") == "(= (+ all any) none)");
  CHECK(tree("group + by = present") == "(= (+ group by) present)");
  CHECK(tree("all in (\"a\", \"b\")") == "(in all (list \"a\" \"b\"))");
  CHECK(tree("a.in + b.and.not") == "(+ (. a in) (. (. b and) not))");
}

TEST_CASE("members, rows and stars") {
  CHECK(tree("this.* = sum(children.*)") == "(= (.* this) (call sum (.* children)))");
  CHECK(tree("spending[summary].basic") == "(. ([] spending summary) basic)");
  CHECK(tree("spending[\"科协机关\"].*") == "(.* ([] spending \"科协机关\"))");
  CHECK(tree("spending[total > 100 万元 and kind = s.kind]") ==
        "([] spending (and (> total 100万元) (= kind (. s kind))))");
  CHECK(tree("prior.spending[summary].total") == "(. ([] (. prior spending) summary) total)");
  CHECK(tree("a\n  .b\n  .c") == "(. (. a b) c)");
}

TEST_CASE("calls and aggregates") {
  CHECK(tree("agree(mentions)") == "(call agree mentions)");
  CHECK(tree("round(a / b, 2)") == "(call round (/ a b) 2)");
  CHECK(tree("today()") == "(call today)");
  CHECK(tree("sum(present income.total)") == "(call sum present (. income total))");
  CHECK(tree("count(present 3)") == "(call count present 3)");
  CHECK(tree("sum(present(x))") == "(call sum (call present x))");
  CHECK(tree("sum(present - x)") == "(call sum (- present x))");
  CHECK(tree("sum(present)") == "(call sum present)");
  CHECK(tree("sum(present in list)") == "(call sum (in present list))");
  CHECK(tree("sum(a.total group by unit)") == "(call sum (. a total) by unit)");
  CHECK(tree("sum(present a.total group by unit)") == "(call sum present (. a total) by unit)");
}

TEST_CASE("quantifiers and `if` reach as far as they can") {
  CHECK(tree("all r in rows: r.a = 1 and r.b = 2") ==
        "(all r rows (and (= (. r a) 1) (= (. r b) 2)))");
  CHECK(tree("x and none r in a.b[c]: any s in d: s = r") ==
        "(and x (none r ([] (. a b) c) (any s d (= s r))))");
  CHECK(tree("1 + if a then b else c + d") == "(+ 1 (if a b (+ c d)))");
  CHECK(tree("if a then if b then c else d else e implies f") == "(if a (if b c d) (implies e f))");
  CHECK(tree("(if a then b else c) + d") == "(+ (if a b c) d)");
}

TEST_CASE("line ends and comments are spaces inside an expression") {
  CHECK(tree("a # the whole\n  = b # one part\r\n  + c") == "(= a (+ b c))");
  CHECK(tree("a =　b") == "(= a b)");
}

TEST_CASE("a node knows its characters, its brackets included") {
  const std::string text = "rule r check (支出 + b) * 2 万元 = f(x)[\"a\"] within 1% when c";
  const auto result = parsed(text);
  REQUIRE(result.file.rules.size() == 1);
  const auto& rule = result.file.rules.front();
  const auto part = [&](const auto& span) {
    return text.substr(span.begin, span.end - span.begin);
  };
  namespace syntax = tieout::language::syntax;
  const auto& equality = std::get<syntax::Binary>(rule.check->node);
  CHECK(part(rule.check->span) == "(支出 + b) * 2 万元 = f(x)[\"a\"] within 1%");
  CHECK(part(equality.op_span) == "=");
  CHECK(part(equality.left->span) == "(支出 + b) * 2 万元");
  CHECK(part(equality.right->span) == "f(x)[\"a\"]");
  CHECK(part(equality.within->span) == "1%");
  const auto& product = std::get<syntax::Binary>(equality.left->node);
  CHECK(part(product.left->span) == "(支出 + b)");
  CHECK(part(std::get<syntax::Number>(product.right->node).unit_span) == "万元");
  CHECK(part(rule.when->span) == "c");
  CHECK(part(rule.span) == text);
}
