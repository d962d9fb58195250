// What is said about faulty declarations, word for word in both languages.
#include "parsed.hpp"

#include <doctest/doctest.h>

using tieout::language::said;
using tieout::source::Language;

TEST_CASE("what is no declaration") {
  {
    constexpr auto text = R"(check x
  over t
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:1:1: error: 子句 `check` 不属于任何规则，前面须先有一行 rule。
check x
^~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:1:1: error: The clause `check` belongs to no rule: a line with `rule` must come before it.
check x
^~~~~
)");
  }
  {
    constexpr auto text = R"(totals = 3
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:1:1: error: `totals` 不是声明。规则文件由 schema、use、define、param、profile、rule 组成。
totals = 3
^~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:1:1: error: `totals` starts no declaration. A rule file consists of schema, use, define, param, profile and rule.
totals = 3
^~~~~~
)");
  }
  {
    constexpr auto text = R"(}
)";
    CHECK(said(text, Language::zh) == R"(a.tie:1:1: error: `}` 没有对应的开括号，请删去或补上。
}
^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:1:1: error: `}` closes nothing: delete it, or add the bracket that it closes.
}
^
)");
  }
  {
    constexpr auto text = R"("合计"
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:1:1: error: `"合计"` 不是声明。规则文件由 schema、use、define、param、profile、rule 组成。
"合计"
^~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:1:1: error: `"合计"` starts no declaration. A rule file consists of schema, use, define, param, profile and rule.
"合计"
^~~~~~
)");
  }
  {
    constexpr auto text = R"(rulle a check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:1:1: error: `rulle` 既不是子句也不是声明。
rulle a check x
^~~~~
提示：是否想写 `rule`？
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:1:1: error: `rulle` starts no clause and no declaration.
rulle a check x
^~~~~
hint: did you mean `rule`?
)");
  }
  {
    constexpr auto text = R"(= 3
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:1:1: error: `=` 不是声明。规则文件由 schema、use、define、param、profile、rule 组成。
= 3
^
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:1:1: error: `=` starts no declaration. A rule file consists of schema, use, define, param, profile and rule.
= 3
^
)");
  }
}

TEST_CASE("a file names one schema") {
  {
    constexpr auto text = R"(schema "a"
schema "b"
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:1: error: 一个规则文件只能有一行 schema。
schema "b"
^~~~~~
a.tie:1:8: note: 另见此处。
schema "a"
       ^~~
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:1: error: A rule file names only one schema.
schema "b"
^~~~~~
a.tie:1:8: note: See here as well.
schema "a"
       ^~~
)");
  }
  {
    constexpr auto text = R"(schema a
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:1:8: error: 这里应是用英文引号括起的文字，却写了 `a`。
schema a
       ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:1:8: error: A text in quotes is needed here instead of `a`.
schema a
       ^
)");
  }
}

TEST_CASE("defines and params") {
  {
    constexpr auto text = R"(define = 3
)";
    CHECK(said(text, Language::zh) == R"(a.tie:1:8: error: 这里应是名称，却写了 `=`。
define = 3
       ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:1:8: error: A name is needed here instead of `=`.
define = 3
       ^
)");
  }
  {
    constexpr auto text = R"(define x 3
)";
    CHECK(said(text, Language::zh) == R"(a.tie:1:10: error: 这里应是 `=`，却写了 `3`。
define x 3
         ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:1:10: error: `=` is needed here instead of `3`.
define x 3
         ^
)");
  }
  {
    constexpr auto text = R"(define f() = 3
)";
    CHECK(said(text, Language::zh) == R"(a.tie:1:10: error: 这里应是名称，却写了 `)`。
define f() = 3
         ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:1:10: error: A name is needed here instead of `)`.
define f() = 3
         ^
)");
  }
  {
    constexpr auto text = R"(define f(a, = 3
)";
    CHECK(said(text, Language::zh) == R"(a.tie:1:13: error: 这里应是名称，却写了 `=`。
define f(a, = 3
            ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:1:13: error: A name is needed here instead of `=`.
define f(a, = 3
            ^
)");
  }
  {
    constexpr auto text = R"(define f(a b) = 3
)";
    CHECK(said(text, Language::zh) == R"(a.tie:1:12: error: 这里应是 `,` 或 `)`，却写了 `b`。
define f(a b) = 3
           ^
a.tie:1:9: note: 另见此处。
define f(a b) = 3
        ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:1:12: error: `,` or `)` is needed here instead of `b`.
define f(a b) = 3
           ^
a.tie:1:9: note: See here as well.
define f(a b) = 3
        ^
)");
  }
  {
    constexpr auto text = R"(define x =
)";
    CHECK(said(text, Language::zh) == R"(a.tie:1:11: error: `=` 后面缺少一个值。
define x =
          ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:1:11: error: A value is missing after `=`.
define x =
          ^
)");
  }
  {
    constexpr auto text = R"(param x = y
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:1:11: error: 这里应是确定的值（如 36%、2 万元、"优"、2018-06-10、true），却写了 `y`。
param x = y
          ^
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:1:11: error: A plain value (such as 36%, 2 万元, "优", 2018-06-10, true) is needed here instead of `y`.
param x = y
          ^
)");
  }
  {
    constexpr auto text = R"(param x = 1 + 2
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:1:13: error: `+` 不能写在这里：前面的内容已经完整。请用运算符连接，或另起一行写新的子句。
param x = 1 + 2
            ^
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:1:13: error: `+` cannot stand here, because what comes before it is complete. Join them with an operator, or start a clause on a new line.
param x = 1 + 2
            ^
)");
  }
  {
    constexpr auto text = R"(param x = ("a", y)
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:1:17: error: 这里应是确定的值（如 36%、2 万元、"优"、2018-06-10、true），却写了 `y`。
param x = ("a", y)
                ^
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:1:17: error: A plain value (such as 36%, 2 万元, "优", 2018-06-10, true) is needed here instead of `y`.
param x = ("a", y)
                ^
)");
  }
  {
    constexpr auto text = R"(use common
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:1:5: error: 这里应是用英文引号括起的文字，却写了 `common`。
use common
    ^~~~~~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:1:5: error: A text in quotes is needed here instead of `common`.
use common
    ^~~~~~
)");
  }
}

TEST_CASE("profiles") {
  {
    constexpr auto text = R"(profile p
  define x = 1
)";
    CHECK(said(text, Language::zh) == R"(a.tie:1:10: error: 这里缺少 `{`。
profile p
         ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:1:10: error: `{` is missing here.
profile p
         ^
)");
  }
  {
    constexpr auto text = R"(profile p {
  define x = 1

rule a check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:15: error: 括号 `{` 没有闭合，此处缺少 `}`。
  define x = 1
              ^
a.tie:1:11: note: 另见此处。
profile p {
          ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:15: error: The bracket `{` is not closed: `}` is missing here.
  define x = 1
              ^
a.tie:1:11: note: See here as well.
profile p {
          ^
)");
  }
  {
    constexpr auto text = R"(profile p {
  check x
}
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:3: error: `check` 不能写在 profile 中，其中只有 define 和 param。
  check x
  ^~~~~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:3: error: `check` cannot stand in a profile, which holds only define and param.
  check x
  ^~~~~
)");
  }
  {
    constexpr auto text = R"(profile {
  define x = 1
}
)";
    CHECK(said(text, Language::zh) == R"(a.tie:1:9: error: 这里应是名称，却写了 `{`。
profile {
        ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:1:9: error: A name is needed here instead of `{`.
profile {
        ^
)");
  }
  {
    constexpr auto text = R"(profile p {
  defin x = 1
}
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:3: error: `defin` 既不是子句也不是声明。
  defin x = 1
  ^~~~~
提示：是否想写 `define`？
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:3: error: `defin` starts no clause and no declaration.
  defin x = 1
  ^~~~~
hint: did you mean `define`?
)");
  }
}
