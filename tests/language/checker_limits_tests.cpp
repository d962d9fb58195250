// Rule text that is meant to exhaust: it ends in a sentence, not in memory or on the stack.
#include "compiled.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tieout::language;
using tieout::source::Language;

namespace {

/// `first`, then `count` defines each of which uses the one before, then a rule that uses the last.
std::string defines(std::string text, int count, const std::string& before,
                    const std::string& after, bool doubled) {
  for (int i = 1; i <= count; ++i) {
    const auto last = "d" + std::to_string(i - 1) + after;
    text += "define d" + std::to_string(i) + before + " = " + last + " + ";
    text += (doubled ? last : "1") + "\n";
  }
  return text;
}

std::size_t faults(const std::string& text, const Options& options = {}) {
  return compiled(text, options).diagnostics.size();
}

}  // namespace

TEST_CASE("defines that double at every level") {
  const auto values = defines("define d0 = staff\n", 60, "", "", true);
  CHECK(refused(values + "rule r check d60 > 0") ==
        "a.tie:14:20: error: With its defines and `.*` written out, this rule has more than 20000 "
        "parts; split it.\n"
        "define d13 = d12 + d12\n"
        "                   ^~~\n");
  const auto functions = defines("define d0(x) = x\n", 60, "(x)", "(x)", true);
  CHECK(faults(functions + "rule r\n  check d60(staff) > 0") > 0);
  std::string lets = "rule r\n  let d0 = staff\n";
  for (int i = 1; i < 1000; ++i) {
    const auto last = "d" + std::to_string(i - 1);
    lets += "  let d" + std::to_string(i) + " = " + last + " + " + last + "\n";
  }
  CHECK(faults(lets + "  check d999 > 0") == 1);
  std::string stars = "rule r\n  over spending\n  let d0 = this.*\n";
  for (int i = 1; i < 100; ++i) {
    const auto last = "d" + std::to_string(i - 1);
    stars += "  let d" + std::to_string(i) + " = " + last + " + " + last + "\n";
  }
  CHECK(faults(stars + "  check d99 > 0") == 1);
}

TEST_CASE("doubling defines with a fault at the bottom, in either order") {
  const auto up = defines("define d0 = stafff\n", 60, "", "", true);
  CHECK(faults(up) == 1);
  std::string down;
  for (int i = 60; i > 0; --i) {
    const auto next = "d" + std::to_string(i - 1);
    down += "define d" + std::to_string(i) + " = " + next + " + " + next + "\n";
  }
  CHECK(faults(down + "define d0 = stafff\n") == 1);
}

TEST_CASE("defines on defines, as deep as the stack would go") {
  const auto text = defines("define d0 = staff\n", 5000, "", "", false);
  CHECK(refused(text + "rule r check d5000 > 0") ==
        "a.tie:301:15: error: With its defines written out, the expression is more than 600 levels "
        "high; nest less.\n"
        "define d300 = d299 + 1\n"
        "              ^~~~\n");
  std::string lets = "rule r\n  let d0 = staff\n";
  for (int i = 1; i < 5000; ++i) {
    lets += "  let d" + std::to_string(i) + " = d" + std::to_string(i - 1) + " + 1\n";
  }
  CHECK(faults(lets + "  check d4999 > 0") == 1);
  std::string circle;
  for (int i = 0; i < 2000; ++i) {
    circle += "define d" + std::to_string(i) + " = d" + std::to_string((i + 1) % 2000) + "\n";
  }
  CHECK(faults(circle) > 0);
}

TEST_CASE("all rules together are bounded, and the bounds are options") {
  Options small;
  small.rule_parts = 10;
  CHECK(faults("rule r check staff + staff + staff > 0", small) == 0);
  CHECK(faults("rule r check staff + staff + staff + staff + staff > 0", small) == 1);
  Options few;
  few.total_parts = 30;
  std::string rules;
  for (int i = 0; i < 20; ++i) {
    rules += "rule r" + std::to_string(i) + " check staff > posts + 1\n";
  }
  const auto result = compiled(rules, few);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(render(result.diagnostics[0], Language::en).find("more than 30 parts in all") !=
        std::string::npos);
  CHECK(result.program.rules.size() < 20);
  Options one;
  one.limits.rules = 1;
  CHECK(faults("rule a check staff > 0", one) == 0);
  CHECK(faults("rule a check staff > 0\nrule b check staff > 0", one) > 0);
}

TEST_CASE("so many messages and no more are given about a file") {
  std::string rules;
  for (int i = 0; i < 300; ++i) rules += "rule r" + std::to_string(i) + " check nothing > 0\n";
  CHECK(faults(rules) == 100);
}

TEST_CASE("example data nested without end") {
  std::string json;
  for (int i = 0; i < 5000; ++i) json += "{\"a\":";
  CHECK(faults("rule r check staff > 0 example holds " + json + "1" + std::string(5000, '}')) == 1);
}
