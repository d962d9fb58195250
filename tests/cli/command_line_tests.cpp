// What the command line means, and what is said of one that means nothing.
#include "cli/command_line.hpp"
#include "failure.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

using namespace tieout;
using source::Language;
using Words = std::vector<std::string>;

namespace {

cli::Options options(const Words& words) {
  return std::get<cli::Options>(cli::parse(words, Language::en));
}

std::string refusal(const Words& words, Language language = Language::en) {
  return failure_of([&] { (void)cli::parse(words, language); }, language);
}

std::string answer(const Words& words, Language language) {
  return std::get<cli::Answer>(cli::parse(words, language)).text;
}

/// Sets the variables of the language for one test.
class Environment {
 public:
  Environment(const char* all, const char* messages, const char* lang) {
    set("LC_ALL", all);
    set("LC_MESSAGES", messages);
    set("LANG", lang);
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment() {
    for (const auto& [name, value] : before_) {
      if (value) {
        setenv(name, value->c_str(), 1);
      } else {
        unsetenv(name);
      }
    }
  }

 private:
  void set(const char* name, const char* value) {
    const char* const old = std::getenv(name);
    before_.emplace_back(name, old == nullptr ? std::nullopt : std::optional<std::string>(old));
    if (value == nullptr) {
      unsetenv(name);
    } else {
      setenv(name, value, 1);
    }
  }

  std::vector<std::pair<const char*, std::optional<std::string>>> before_;
};

}  // namespace

TEST_CASE("what is not said is as the contract has it") {
  const auto given = options({"check", "a.txt"});
  CHECK(given.command == cli::Command::check);
  CHECK(given.paths == Words{"a.txt"});
  CHECK(given.format == "pretty");
  CHECK(!given.all_checks);
  CHECK(given.fail_on == language::Severity::error);
  CHECK(given.rounding == finding::RoundingPolicy::note);
  CHECK(given.color == cli::ColorChoice::automatic);
  CHECK(given.rules.empty());
}

TEST_CASE("every option of check is understood") {
  const auto given = options({"check",
                              "--rules",
                              "r1",
                              "a",
                              "--rules",
                              "r2",
                              "b",
                              "--schema",
                              "s",
                              "--prior",
                              "p1",
                              "--prior",
                              "p2",
                              "--profile",
                              "hunan",
                              "--param",
                              "limit=5%",
                              "--param",
                              "x=a=b",
                              "--output",
                              "json=o.json",
                              "--output",
                              "concise=o.txt",
                              "--format",
                              "jsonl",
                              "--checks",
                              "all",
                              "--fail-on",
                              "never",
                              "--rounding",
                              "fail",
                              "--color",
                              "always",
                              "-q",
                              "-"});
  CHECK(given.paths == Words{"a", "b", "-"});
  CHECK(given.rules == Words{"r1", "r2"});
  CHECK(given.priors == Words{"p1", "p2"});
  CHECK(given.schema == "s");
  CHECK(given.profile == "hunan");
  CHECK(given.parameters == std::map<std::string, std::string>{{"limit", "5%"}, {"x", "a=b"}});
  REQUIRE(given.outputs.size() == 2);
  CHECK(given.outputs[0].format == "json");
  CHECK(given.outputs[1].path == "o.txt");
  CHECK(given.format == "jsonl");
  CHECK(given.all_checks);
  CHECK(given.fail_on == std::nullopt);
  CHECK(given.rounding == finding::RoundingPolicy::fail);
  CHECK(given.color == cli::ColorChoice::always);
  CHECK(given.quiet);
}

TEST_CASE("options of the whole program may stand before or after the command") {
  CHECK(options({"--verbose", "read", "a"}).verbose);
  CHECK(options({"read", "a", "--verbose"}).verbose);
  CHECK(options({"read", "--lang", "en", "a"}).paths == Words{"a"});
}

TEST_CASE("files may be called as commands are, and begin with a dash after --") {
  CHECK(options({"check", "test", "read"}).paths == Words{"test", "read"});
  CHECK(options({"explain", "check"}).name == "check");
  CHECK(options({"check", "--", "--rules", "-a"}).paths == Words{"--rules", "-a"});
}

TEST_CASE("test and schema may stand alone") {
  CHECK(options({"test"}).paths.empty());
  CHECK(options({"schema"}).name.empty());
  CHECK(options({"test", "rules", "more.tie"}).paths == Words{"rules", "more.tie"});
}

TEST_CASE("a wrong command line is refused with what to write instead") {
  CHECK(refusal({}) == "No command was given; for example: tieout check report.txt.");
  CHECK(
      refusal({"chek", "a"}) ==
      "There is no command chek; there are: check, read, test, lint, fmt, explain, schema, accept, "
      "baseline, diff, merge. Did you mean "
      "check?");
  CHECK(refusal({"check", "a", "--formt", "json"}) ==
        "There is no option --formt. Did you mean --format?");
  CHECK(refusal({"check", "a", "--zzz=1"}) == "There is no option --zzz.");
  CHECK(refusal({"--rulez", "check", "a"}) == "There is no option --rulez. Did you mean --rules?");
  CHECK(refusal({"read", "a", "--rules", "r"}) == "There is no option --rules.");
  CHECK(refusal({"check", "a", "--rules"}) == "--rules needs a value after it.");
  CHECK(refusal({"check"}) == "check needs PATH after it.");
  CHECK(refusal({"explain"}) == "explain needs RULE after it.");
  CHECK(refusal({"explain", "a", "b"}) == "The argument b is one too many.");
  CHECK(refusal({"check", "a", "--quiet=perhaps"}) ==
        "The command is not written as it should be.");
}

TEST_CASE("a value that an option does not know is refused with those it knows") {
  CHECK(refusal({"check", "a", "--fail-on", "eror"}) ==
        "--fail-on cannot be eror; it may be: error, warning, query, note, never. Did you mean "
        "error?");
  CHECK(refusal({"check", "a", "--rounding", "x"}) ==
        "--rounding cannot be x; it may be: note, pass, fail.");
  CHECK(refusal({"check", "a", "--format", "jsonn"}) ==
        "--format cannot be jsonn; it may be: pretty, concise, json, jsonl, sarif, junit, github, "
        "markdown, html, xlsx. Did you mean json?");
  CHECK(refusal({"--lang", "fr", "check", "a"}) == "--lang cannot be fr; it may be: zh, en.");
  CHECK(refusal({"check", "a", "--output", "json"}) == "--output takes NAME=VALUE, not json.");
  CHECK(refusal({"check", "a", "--param", "=5"}) == "--param takes NAME=VALUE, not =5.");
}

TEST_CASE("refusals are said in Chinese too") {
  CHECK(refusal({"check", "a", "--formt", "json"}, Language::zh) ==
        "没有名为 --formt 的选项。是否应为 --format？");
  CHECK(refusal({"check", "a", "--rules"}, Language::zh) == "--rules 后面缺少值。");
}

TEST_CASE("help comes in both languages, a page a command") {
  const auto whole = answer({"--help"}, Language::en);
  for (const auto* name : {"check", "read", "test", "explain", "schema", "--lang"}) {
    CHECK(whole.find(name) != std::string::npos);
  }
  const auto check = answer({"check", "--help"}, Language::zh);
  CHECK(check.starts_with("用法：tieout check PATH..."));
  CHECK(check.find("--fail-on LEVEL") != std::string::npos);
  CHECK(check.find("--lang zh|en") != std::string::npos);
}

TEST_CASE("the language is the one asked for, else the environment's") {
  const Environment neither("", nullptr, nullptr);
  CHECK(cli::language_of({"check", "a"}) == Language::en);
  CHECK(cli::language_of({"check", "--lang", "zh"}) == Language::zh);
  CHECK(cli::language_of({"--lang=zh", "check"}) == Language::zh);
  CHECK(cli::language_of({"check", "--", "--lang", "zh"}) == Language::en);
  {
    const Environment chinese(nullptr, nullptr, "zh_CN.UTF-8");
    CHECK(cli::language_of({"check"}) == Language::zh);
    CHECK(cli::language_of({"check", "--lang", "en"}) == Language::en);
  }
  {
    const Environment all("C", "zh_CN.UTF-8", "zh_CN.UTF-8");
    CHECK(cli::language_of({"check"}) == Language::en);
  }
  {
    const Environment messages("", "zh_CN", "en_US.UTF-8");
    CHECK(cli::language_of({"check"}) == Language::zh);
  }
}
