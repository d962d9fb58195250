// The one layout of rule files.
#include "language/format.hpp"
#include "parsed.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

using namespace tieout;
using namespace tieout::language;

namespace {

std::string laid(const std::string& text) {
  std::vector<Diagnostic> diagnostics;
  auto result = formatted(std::make_shared<const source::Source>("a.tie", text), {}, diagnostics);
  for (const auto& diagnostic : diagnostics) MESSAGE(render(diagnostic, source::Language::en));
  CHECK(diagnostics.empty());
  return result;
}

std::string without_space(const std::string& json) {
  std::string text;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '"' && (i == 0 || json[i - 1] != '\\')) quoted = !quoted;
    if (quoted || std::string_view(" \t\r\n").find(json[i]) == std::string_view::npos) {
      text += json[i];
    }
  }
  return text;
}

/// All that a file says, whatever its layout.
std::string said_by(const std::string& text) {
  const auto [file, diagnostics] = parsed(text);
  REQUIRE(diagnostics.empty());
  std::string all;
  const auto put = [&all](const auto& what) { all += fmt::format("{}\n", what); };
  if (file.schema) put(file.schema->text);
  for (const auto& use : file.uses) put(use.text);
  const auto definitions = [&put](const auto& defines, const auto& params) {
    for (const auto& define : defines) {
      put(fmt::format("define {} {}", define.name.text, shown(define.value)));
      for (const auto& parameter : define.parameters) put(parameter.text);
    }
    for (const auto& param : params) {
      put(fmt::format("param {} {} {}", param.name.text, shown(param.value),
                      param.meaning ? param.meaning->text : ""));
    }
  };
  definitions(file.defines, file.params);
  for (const auto& profile : file.profiles) {
    put(fmt::format("profile {} {}", profile.name.text, profile.is_default));
    definitions(profile.defines, profile.params);
  }
  for (const auto& rule : file.rules) {
    put("rule " + rule.id.text);
    for (const auto& title : rule.titles) put(title.language + title.text.text);
    put(rule.severity ? rule.severity->text : "");
    put(rule.basis ? rule.basis->text : "");
    put(rule.hint ? rule.hint->text : "");
    put(rule.acceptable ? rule.acceptable->text : "");
    for (const auto& tag : rule.tags) put(tag.text);
    if (rule.over) put(rule.over->table.text + (rule.over->alias ? rule.over->alias->text : ""));
    if (rule.over && rule.over->filter) put(shown(rule.over->filter));
    if (rule.when) put(shown(rule.when));
    for (const auto& let : rule.lets) put(let.name.text + shown(let.value));
    put(shown(rule.check));
    for (const auto& message : rule.messages) put(message.language + message.text.text);
    for (const auto& example : rule.examples) {
      put(example.verdict.text + without_space(example.json));
    }
  }
  return all;
}

std::size_t comments_in(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count(text, '#'));
}

}  // namespace

TEST_CASE("a clause a line, spaces where they belong") {
  CHECK(laid("schema   \"s\"\nuse \"a\"\nrule  a.b \"t\"  severity  error check\n  ( a+b )*-c=d.x "
             "[ y>1 ].*   and f ( x,y )>=2万元  # end\nrule c check x  ≠ 36 %\n") ==
        R"(schema "s"
use "a"

rule a.b
  "t"
  severity error
  check (a + b) * -c = d.x[y > 1].* and f(x, y) >= 2 万元  # end

rule c
  check x != 36%
)");
}

TEST_CASE("comments stay where they are, blank lines are one at most") {
  CHECK(laid("# of the file\n\n\n# of the rule\nrule a # behind\n\n  # above\n  check x = y\n\n\n"
             "  # last\n# of the next\nrule b check x = (y # inside\n   + z)\n# end\n") ==
        R"(# of the file

# of the rule
rule a  # behind

  # above
  check x = y

# last
# of the next
rule b
  check x = (y  # inside
      + z)
# end
)");
}

TEST_CASE("what fits a line is put on one, what does not keeps its breaks or is given some") {
  CHECK(laid("rule a\n  check total\n    = basic\n    + project\n") ==
        "rule a\n  check total = basic + project\n");
  CHECK(laid("rule a check " + std::string(40, 'a') + " = " + std::string(30, 'b') + " + sum(" +
             std::string(10, 'c') + ", " + std::string(30, 'd') + ") + e\n") ==
        "rule a\n  check " + std::string(40, 'a') + " = " + std::string(30, 'b') +
            "\n      + sum(" + std::string(10, 'c') + ", " + std::string(30, 'd') + ") + e\n");
  CHECK(laid("rule a check if x then " + std::string(40, 'a') + "\nelse " + std::string(60, 'b') +
             "\n") == "rule a\n  check if x then " + std::string(40, 'a') + "\n      else " +
                          std::string(60, 'b') + "\n");
}

TEST_CASE("words that would start a clause never begin a line") {
  const auto text = laid("rule a check " + std::string(90, 'a') + " = f(" + std::string(20, 'b') +
                         ", check, title)\n");
  CHECK(text.find("\n      check") == std::string::npos);
  CHECK(said_by(text).find("(call f") != std::string::npos);
}

TEST_CASE("profiles and examples") {
  CHECK(laid("profile h default{define a=1 param b=2 %\"m\"\n# last\n}\nrule r check a\nexample "
             "holds\n"
             "{\"x\":\n [ {\"a\": 1} ]}\n") ==
        R"(profile h default {
  define a = 1
  param b = 2% "m"
  # last
}

rule r
  check a
  example holds {"x": [ {"a": 1} ]}
)");
}

TEST_CASE("a file that cannot be parsed stays as it is") {
  std::vector<Diagnostic> diagnostics;
  const std::string text = "rule  a  check\n";
  CHECK(formatted(std::make_shared<const source::Source>("a.tie", text), {}, diagnostics) == text);
  CHECK(diagnostics.size() == 1);
}

TEST_CASE("every shipped file keeps its meaning and comments, and is laid out once and for all") {
  for (const auto* folder : {"/rules", "/samples", "/tests/language"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(TIEOUT_ROOT) + folder)) {
      if (entry.path().extension() != ".tie") continue;
      CAPTURE(entry.path());
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      const auto once = laid(text);
      CHECK(said_by(once) == said_by(text));
      CHECK(comments_in(once) == comments_in(text));
      CHECK(laid(once) == once);
    }
  }
}

namespace {

std::string any_text(int depth);

/// White space and comments as people strew them.
std::string any_gap() {
  const auto which = *rc::gen::inRange(0, 12);
  if (which == 0) return " # 说明\n ";
  if (which == 1) return "\n\n  ";
  if (which < 4) return "\n";
  return which < 6 ? "   " : " ";
}

std::string any_text(int depth) {
  const auto gap = any_gap;
  if (depth == 0) {
    constexpr std::array<const char*, 9> operands = {
        "支出合计", "b", "36%", "2 万元", "\"优 # x\"", "true", "t.b", "2018-06-10", "`a b`"};
    return operands.at(*rc::gen::inRange<std::size_t>(0, operands.size()));
  }
  const auto part = [&] { return any_text(depth - 1); };
  switch (*rc::gen::inRange(0, 7)) {
    case 0:
      return fmt::format("({}{}{}+{}{}{})", gap(), part(), gap(), gap(), part(), gap());
    case 1:
      return fmt::format("({} <= {} within{}1%)", part(), part(), gap());
    case 2:
      return fmt::format("-{}({})", gap(), part());
    case 3:
      return fmt::format("sum({},{}{}{})", part(), gap(), part(), gap());
    case 4:
      return fmt::format("if {} then{}{} else {}", part(), gap(), part(), part());
    case 5:
      return fmt::format("not ({}{}and {})", part(), gap(), part());
    default:
      return fmt::format("rows[{}{}].total", gap(), part());
  }
}

}  // namespace

TEST_CASE("any rule keeps its tree and its comments, and is laid out once and for all") {
  CHECK(rc::check([] {
    const auto text = fmt::format("rule a{}check {}{}\n{}let y = {}\n", any_gap(),
                                  any_text(*rc::gen::inRange(1, 5)), any_gap(), any_gap(),
                                  any_text(*rc::gen::inRange(0, 3)));
    if (!parsed(text).diagnostics.empty()) RC_DISCARD("not a rule");
    const auto once = laid(text);
    RC_ASSERT(said_by(once) == said_by(text));
    RC_ASSERT(comments_in(once) == comments_in(text));
    RC_ASSERT(laid(once) == once);
  }));
}
