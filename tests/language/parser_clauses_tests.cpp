// What is said about faulty clauses, word for word in both languages.
#include "parsed.hpp"

#include <doctest/doctest.h>

using tieout::language::said;
using tieout::source::Language;

TEST_CASE("unknown clauses, with a suggestion where one is near") {
  {
    constexpr auto text = R"(rule a
  chek x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:3: error: `chek` 既不是子句也不是声明。
  chek x
  ^~~~
提示：是否想写 `check`？
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:3: error: `chek` starts no clause and no declaration.
  chek x
  ^~~~
hint: did you mean `check`?
)");
  }
  {
    constexpr auto text = R"(rule a
  assert x
  check y
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:2:3: error: `assert` 不是子句。规则的子句有 title、over、when、let、check、message、severity、basis、hint、tags、acceptable、example。
  assert x
  ^~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:3: error: `assert` starts no clause. The clauses of a rule are title, over, when, let, check, message, severity, basis, hint, tags, acceptable and example.
  assert x
  ^~~~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  Check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:3: error: `Check` 既不是子句也不是声明。
  Check x
  ^~~~~
提示：是否想写 `check`？
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:3: error: `Check` starts no clause and no declaration.
  Check x
  ^~~~~
hint: did you mean `check`?
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  servity note
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:3:3: error: `servity` 不是子句。规则的子句有 title、over、when、let、check、message、severity、basis、hint、tags、acceptable、example。
  servity note
  ^~~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:3:3: error: `servity` starts no clause. The clauses of a rule are title, over, when, let, check, message, severity, basis, hint, tags, acceptable and example.
  servity note
  ^~~~~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
rul b
  check y
)";
    CHECK(said(text, Language::zh) == R"(a.tie:3:1: error: `rul` 既不是子句也不是声明。
rul b
^~~
提示：是否想写 `rule`？
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:3:1: error: `rul` starts no clause and no declaration.
rul b
^~~
hint: did you mean `rule`?
)");
  }
}

TEST_CASE("a rule checks one thing") {
  {
    constexpr auto text = R"(rule 支出.合计
  over t
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:1:6: error: 这条规则没有 check 子句，请补上一行 check。
rule 支出.合计
     ^~~~~~~~~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:1:6: error: This rule checks nothing: add a line with `check`.
rule 支出.合计
     ^~~~~~~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  check y
)";
    CHECK(said(text, Language::zh) == R"(a.tie:3:3: error: `check` 在一条规则中只能写一次。
  check y
  ^~~~~
a.tie:2:3: note: 另见此处。
  check x
  ^~~~~
)");
    CHECK(said(text, Language::en) == R"(a.tie:3:3: error: `check` may stand only once in a rule.
  check y
  ^~~~~
a.tie:2:3: note: See here as well.
  check x
  ^~~~~
)");
  }
}

TEST_CASE("clauses that may stand once") {
  {
    constexpr auto text = R"(rule a "t"
  title "u"
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:3: error: `title` 在一条规则中只能写一次。
  title "u"
  ^~~~~
a.tie:1:8: note: 另见此处。
rule a "t"
       ^~~
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:3: error: `title` may stand only once in a rule.
  title "u"
  ^~~~~
a.tie:1:8: note: See here as well.
rule a "t"
       ^~~
)");
  }
  {
    constexpr auto text = R"(rule a
  over t
  check x
  over u
)";
    CHECK(said(text, Language::zh) == R"(a.tie:4:3: error: `over` 在一条规则中只能写一次。
  over u
  ^~~~
a.tie:2:3: note: 另见此处。
  over t
  ^~~~
)");
    CHECK(said(text, Language::en) == R"(a.tie:4:3: error: `over` may stand only once in a rule.
  over u
  ^~~~
a.tie:2:3: note: See here as well.
  over t
  ^~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  title en "t"
  title en "u"
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:3:3: error: `title en` 在一条规则中只能写一次。
  title en "u"
  ^~~~~
a.tie:2:3: note: 另见此处。
  title en "t"
  ^~~~~
)");
    CHECK(said(text, Language::en) == R"(a.tie:3:3: error: `title en` may stand only once in a rule.
  title en "u"
  ^~~~~
a.tie:2:3: note: See here as well.
  title en "t"
  ^~~~~
)");
  }
}

TEST_CASE("words that there are none of") {
  {
    constexpr auto text = R"(rule a
  severity 低
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:12: error: 没有 `低` 这个级别。
  severity 低
           ^~
提示：可用的有：`error` `warning` `query` `note`
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:12: error: There is no level `低`.
  severity 低
           ^~
hint: known are `error` `warning` `query` `note`
)");
  }
  {
    constexpr auto text = R"(rule a
  severity warn
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:12: error: 没有 `warn` 这个级别。
  severity warn
           ^~~~
提示：可用的有：`error` `warning` `query` `note`
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:12: error: There is no level `warn`.
  severity warn
           ^~~~
hint: known are `error` `warning` `query` `note`
)");
  }
  {
    constexpr auto text = R"(rule a
  message fr "x"
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:11: error: 标题和消息没有 `fr` 这种语言。
  message fr "x"
          ^~
提示：可用的有：`zh` `en`
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:11: error: Titles and messages have no language `fr`.
  message fr "x"
          ^~
hint: known are `zh` `en`
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  example passes {}
)";
    CHECK(said(text, Language::zh) == R"(a.tie:3:11: error: 没有 `passes` 这个结论。
  example passes {}
          ^~~~~~
提示：可用的有：`holds` `rounding` `fails` `undecided` `not_applicable`
)");
    CHECK(said(text, Language::en) == R"(a.tie:3:11: error: There is no verdict `passes`.
  example passes {}
          ^~~~~~
hint: known are `holds` `rounding` `fails` `undecided` `not_applicable`
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  example hold {}
)";
    CHECK(said(text, Language::zh) == R"(a.tie:3:11: error: 没有 `hold` 这个结论。
  example hold {}
          ^~~~
提示：是否想写 `holds`？
)");
    CHECK(said(text, Language::en) == R"(a.tie:3:11: error: There is no verdict `hold`.
  example hold {}
          ^~~~
hint: did you mean `holds`?
)");
  }
}

TEST_CASE("clauses without what they need") {
  {
    constexpr auto text = R"(rule
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:1:5: error: 这里缺少规则编号（如 spending.parts）。
rule
    ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:1:5: error: A rule's id (such as spending.parts) is missing here.
rule
    ^
)");
  }
  {
    constexpr auto text = R"(rule a.
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:1:8: error: 这里缺少名称。
rule a.
       ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:1:8: error: A name is missing here.
rule a.
       ^
)");
  }
  {
    constexpr auto text = R"(rule "合计"
  check x
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:1:6: error: 这里应是规则编号（如 spending.parts），却写了 `"合计"`。
rule "合计"
     ^~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:1:6: error: A rule's id (such as spending.parts) is needed here instead of `"合计"`.
rule "合计"
     ^~~~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  hint 说明
  check x
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:8: error: 这里应是用英文引号括起的文字，却写了 `说明`。
  hint 说明
       ^~~~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:8: error: A text in quotes is needed here instead of `说明`.
  hint 说明
       ^~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  over
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:7: error: 这里缺少名称。
  over
      ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:7: error: A name is missing here.
  over
      ^
)");
  }
  {
    constexpr auto text = R"(rule a
  over in
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:8: error: 这里应是名称，却写了 `in`。
  over in
       ^~
提示：`in` 是语言的关键字，要用作名称请放在反引号 ` 中
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:8: error: A name is needed here instead of `in`.
  over in
       ^~
hint: `in` is a word of the language; in backquotes ` it is a name
)");
  }
  {
    constexpr auto text = R"(rule a
  let = b
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:7: error: 这里应是名称，却写了 `=`。
  let = b
      ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:7: error: A name is needed here instead of `=`.
  let = b
      ^
)");
  }
  {
    constexpr auto text = R"(rule a
  let b c
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:9: error: 这里应是 `=`，却写了 `c`。
  let b c
        ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:9: error: `=` is needed here instead of `c`.
  let b c
        ^
)");
  }
  {
    constexpr auto text = R"(rule a
  severity
  check x
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:11: error: 这里缺少级别（error、warning、query 或 note）。
  severity
          ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:11: error: A level (error, warning, query or note) is missing here.
  severity
          ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  example {}
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:3:11: error: 这里应是结论（holds、rounding、fails、undecided 或 not_applicable），却写了 `{`。
  example {}
          ^
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:3:11: error: A verdict (holds, rounding, fails, undecided or not_applicable) is needed here instead of `{`.
  example {}
          ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  example holds []
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:3:17: error: 这里应是花括号括起的 JSON 对象，却写了 `[`。
  example holds []
                ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:3:17: error: A JSON object in braces is needed here instead of `[`.
  example holds []
                ^
)");
  }
  {
    constexpr auto text = R"(rule a
  tags 1
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:8: error: 这里应是名称，却写了 `1`。
  tags 1
       ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:8: error: A name is needed here instead of `1`.
  tags 1
       ^
)");
  }
}

TEST_CASE("objects of examples") {
  {
    constexpr auto text = R"(rule a
  check x
  example holds { "t": [ {"k": 1 ] }
)";
    CHECK(said(text, Language::zh) == R"(a.tie:3:34: error: `]` 与前面的 `{` 不成对。
  example holds { "t": [ {"k": 1 ] }
                                 ^
a.tie:3:26: note: 另见此处。
  example holds { "t": [ {"k": 1 ] }
                         ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:3:34: error: `]` does not close the `{` before it.
  example holds { "t": [ {"k": 1 ] }
                                 ^
a.tie:3:26: note: See here as well.
  example holds { "t": [ {"k": 1 ] }
                         ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  example holds { "t": [
  example fails {}
)";
    CHECK(said(text, Language::zh) == R"(a.tie:3:25: error: 括号 `[` 没有闭合，此处缺少 `]`。
  example holds { "t": [
                        ^
a.tie:3:24: note: 另见此处。
  example holds { "t": [
                       ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:3:25: error: The bracket `[` is not closed: `]` is missing here.
  example holds { "t": [
                        ^
a.tie:3:24: note: See here as well.
  example holds { "t": [
                       ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  example holds {“t”: 1}
)";
    CHECK(said(text, Language::zh) == R"(a.tie:3:18: error: 规则中不能用 `“`，请改为英文半角的 `"`。
  example holds {“t”: 1}
                 ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:3:18: error: `“` has no meaning in rules; write `"` instead.
  example holds {“t”: 1}
                 ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  example holds { "t: 1 }
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:3:19: error: 这段文字缺少结尾的引号 `"`，引号须在同一行内成对。
  example holds { "t: 1 }
                  ^~~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:3:19: error: This text has no closing quote `"`; a text ends on the line where it starts.
  example holds { "t: 1 }
                  ^~~~~~~
)");
  }
}

TEST_CASE("holes of messages") {
  {
    constexpr auto text = R"(rule a
  check x
  message "{a"
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:3:12: error: 花括号 `{` 没有闭合；若要显示花括号本身，请写 \{。
  message "{a"
           ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:3:12: error: The brace `{` is not closed; write \{ for a brace that is shown.
  message "{a"
           ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  message "a}"
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:3:13: error: `}` 没有对应的 `{`；若要显示花括号本身，请写 \}。
  message "a}"
            ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:3:13: error: `}` closes nothing; write \} for a brace that is shown.
  message "a}"
            ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  message "{}"
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:3:13: error: 花括号中缺少表达式；若要显示花括号本身，请写 \{。
  message "{}"
            ^
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:3:13: error: There is no expression between the braces; write \{ for a brace that is shown.
  message "{}"
            ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  message "{a b}"
)";
    CHECK(said(text, Language::zh) == R"(a.tie:3:15: error: 这里应是 `}`，却写了 `b`。
  message "{a b}"
              ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:3:15: error: `}` is needed here instead of `b`.
  message "{a b}"
              ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  message "实有 {a + }"
)";
    CHECK(said(text, Language::zh) == R"(a.tie:3:20: error: `+` 后面缺少一个值。
  message "实有 {a + }"
                     ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:3:20: error: A value is missing after `+`.
  message "实有 {a + }"
                     ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check x
  message "{t[\"一\"].}"
)";
    CHECK(said(text, Language::zh) == R"(a.tie:3:22: error: 这里应是列名或 `*`，却写了 `}`。
  message "{t[\"一\"].}"
                      ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:3:22: error: A column's name or `*` is needed here instead of `}`.
  message "{t[\"一\"].}"
                      ^
)");
  }
}
