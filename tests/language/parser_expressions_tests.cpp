// What is said about faulty expressions, word for word in both languages.
#include "parsed.hpp"

#include <doctest/doctest.h>

using tieout::language::said;
using tieout::source::Language;

TEST_CASE("a value is missing") {
  {
    constexpr auto text = R"(rule a
  check total = # the parts
  over t
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:16: error: `=` 后面缺少一个值。
  check total = # the parts
               ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:16: error: A value is missing after `=`.
  check total = # the parts
               ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check = b
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:9: error: `check` 后面缺少一个值。
  check = b
        ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:9: error: A value is missing after `check`.
  check = b
        ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check a + * b
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:13: error: `+` 后面缺少一个值。
  check a + * b
            ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:13: error: A value is missing after `+`.
  check a + * b
            ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check a and
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:14: error: `and` 后面缺少一个值。
  check a and
             ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:14: error: A value is missing after `and`.
  check a and
             ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check a = - * b
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:15: error: `-` 后面缺少一个值。
  check a = - * b
              ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:15: error: A value is missing after `-`.
  check a = - * b
              ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check not
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:12: error: `not` 后面缺少一个值。
  check not
           ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:12: error: A value is missing after `not`.
  check not
           ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check sum(a, )
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:16: error: `,` 后面缺少一个值。
  check sum(a, )
               ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:16: error: A value is missing after `,`.
  check sum(a, )
               ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check t[]
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:11: error: `[` 后面缺少一个值。
  check t[]
          ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:11: error: A value is missing after `[`.
  check t[]
          ^
)");
  }
  {
    constexpr auto text = R"(rule a
  when
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:7: error: `when` 后面缺少一个值。
  when
      ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:7: error: A value is missing after `when`.
  when
      ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check all r in : x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:18: error: `in` 后面缺少一个值。
  check all r in : x
                 ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:18: error: A value is missing after `in`.
  check all r in : x
                 ^
)");
  }
}

TEST_CASE("comparisons do not chain") {
  {
    constexpr auto text = R"(rule a
  check 0 <= a <= b
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:16: error: 比较不能连写：请用 and 连接两个比较，再写 `<=`。
  check 0 <= a <= b
               ^~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:16: error: Comparisons do not chain: join two of them with `and` instead of going on with `<=`.
  check 0 <= a <= b
               ^~
)");
  }
  {
    constexpr auto text = R"(rule a
  check a = b exactly = c
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:23: error: 比较不能连写：请用 and 连接两个比较，再写 `=`。
  check a = b exactly = c
                      ^
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:23: error: Comparisons do not chain: join two of them with `and` instead of going on with `=`.
  check a = b exactly = c
                      ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check a in ("x") = b
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:20: error: 比较不能连写：请用 and 连接两个比较，再写 `=`。
  check a in ("x") = b
                   ^
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:20: error: Comparisons do not chain: join two of them with `and` instead of going on with `=`.
  check a in ("x") = b
                   ^
)");
  }
}

TEST_CASE("`exactly` and `within` in the wrong place") {
  {
    constexpr auto text = R"(rule a
  check a exactly = b
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:11: error: `exactly` 只能写在比较之后，如 a = b exactly，或 a = b within 1%。
  check a exactly = b
          ^~~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:11: error: `exactly` stands only after a comparison, as in a = b exactly or a = b within 1%.
  check a exactly = b
          ^~~~~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  check a within 2
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:11: error: `within` 只能写在比较之后，如 a = b exactly，或 a = b within 1%。
  check a within 2
          ^~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:11: error: `within` stands only after a comparison, as in a = b exactly or a = b within 1%.
  check a within 2
          ^~~~~~
)");
  }
}

TEST_CASE("`not` is looser than a comparison") {
  {
    constexpr auto text = R"(rule a
  check a = not b
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:13: error: 这里的 not 须放在括号里，如 a = (not b)。
  check a = not b
            ^~~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:13: error: Here `not` needs brackets around it, as in a = (not b).
  check a = not b
            ^~~
)");
  }
}

TEST_CASE("two values without an operator") {
  {
    constexpr auto text = R"(rule a
  check basic project
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:2:15: error: `project` 不能写在这里：前面的内容已经完整。请用运算符连接，或另起一行写新的子句。
  check basic project
              ^~~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:15: error: `project` cannot stand here, because what comes before it is complete. Join them with an operator, or start a clause on a new line.
  check basic project
              ^~~~~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  check a AND b
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:2:11: error: `AND` 不能写在这里：前面的内容已经完整。请用运算符连接，或另起一行写新的子句。
  check a AND b
          ^~~
提示：是否想写 `and`？
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:11: error: `AND` cannot stand here, because what comes before it is complete. Join them with an operator, or start a clause on a new line.
  check a AND b
          ^~~
hint: did you mean `and`?
)");
  }
  {
    constexpr auto text = R"(rule a
  check a adn b
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:2:11: error: `adn` 不能写在这里：前面的内容已经完整。请用运算符连接，或另起一行写新的子句。
  check a adn b
          ^~~
提示：是否想写 `and`？
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:11: error: `adn` cannot stand here, because what comes before it is complete. Join them with an operator, or start a clause on a new line.
  check a adn b
          ^~~
hint: did you mean `and`?
)");
  }
  {
    constexpr auto text = R"(rule a
  check a, b
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:2:10: error: `,` 不能写在这里：前面的内容已经完整。请用运算符连接，或另起一行写新的子句。
  check a, b
         ^
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:10: error: `,` cannot stand here, because what comes before it is complete. Join them with an operator, or start a clause on a new line.
  check a, b
         ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check a.*.b
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:2:12: error: `.` 不能写在这里：前面的内容已经完整。请用运算符连接，或另起一行写新的子句。
  check a.*.b
           ^
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:12: error: `.` cannot stand here, because what comes before it is complete. Join them with an operator, or start a clause on a new line.
  check a.*.b
           ^
)");
  }
}

TEST_CASE("brackets that are not closed") {
  {
    constexpr auto text = R"(rule a
  check total = sum(parts
  over t
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:26: error: 括号 `(` 没有闭合，此处缺少 `)`。
  check total = sum(parts
                         ^
a.tie:2:20: note: 另见此处。
  check total = sum(parts
                   ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:26: error: The bracket `(` is not closed: `)` is missing here.
  check total = sum(parts
                         ^
a.tie:2:20: note: See here as well.
  check total = sum(parts
                   ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check (a + t[k = 1) * 2
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:21: error: `)` 与前面的 `[` 不成对。
  check (a + t[k = 1) * 2
                    ^
a.tie:2:15: note: 另见此处。
  check (a + t[k = 1) * 2
              ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:21: error: `)` does not close the `[` before it.
  check (a + t[k = 1) * 2
                    ^
a.tie:2:15: note: See here as well.
  check (a + t[k = 1) * 2
              ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check f(a b)
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:13: error: 这里应是 `,` 或 `)`，却写了 `b`。
  check f(a b)
            ^
a.tie:2:10: note: 另见此处。
  check f(a b)
         ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:13: error: `,` or `)` is needed here instead of `b`.
  check f(a b)
            ^
a.tie:2:10: note: See here as well.
  check f(a b)
         ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check t[k = 1

rule b check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:16: error: 括号 `[` 没有闭合，此处缺少 `]`。
  check t[k = 1
               ^
a.tie:2:10: note: 另见此处。
  check t[k = 1
         ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:16: error: The bracket `[` is not closed: `]` is missing here.
  check t[k = 1
               ^
a.tie:2:10: note: See here as well.
  check t[k = 1
         ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check a + b)
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:14: error: `)` 没有对应的开括号，请删去或补上。
  check a + b)
             ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:14: error: `)` closes nothing: delete it, or add the bracket that it closes.
  check a + b)
             ^
)");
  }
}

TEST_CASE("parts of an expression that are missing") {
  {
    constexpr auto text = R"(rule a
  check all r rows: x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:15: error: 这里应是 `in`，却写了 `rows`。
  check all r rows: x
              ^~~~
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:15: error: `in` is needed here instead of `rows`.
  check all r rows: x
              ^~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  check all r in rows x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:23: error: 这里应是 `:`，却写了 `x`。
  check all r in rows x
                      ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:23: error: `:` is needed here instead of `x`.
  check all r in rows x
                      ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check if a else b
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:14: error: 这里应是 `then`，却写了 `else`。
  check if a else b
             ^~~~
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:14: error: `then` is needed here instead of `else`.
  check if a else b
             ^~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  check if a then b
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:20: error: 这里缺少 `else`。
  check if a then b
                   ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:20: error: `else` is missing here.
  check if a then b
                   ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check a.
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:11: error: 这里缺少列名或 `*`。
  check a.
          ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:11: error: A column's name or `*` is missing here.
  check a.
          ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check a.3
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:11: error: 这里应是列名或 `*`，却写了 `3`。
  check a.3
          ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:11: error: A column's name or `*` is needed here instead of `3`.
  check a.3
          ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check sum(a group b)
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:21: error: 这里应是 `by`，却写了 `b`。
  check sum(a group b)
                    ^
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:21: error: `by` is needed here instead of `b`.
  check sum(a group b)
                    ^
)");
  }
}
