// What is said about faulty characters, word for word in both languages.
#include "parsed.hpp"

#include <doctest/doctest.h>

using tieout::language::said;
using tieout::source::Language;

TEST_CASE("full-width punctuation: each names the ASCII character that is meant") {
  {
    constexpr auto text = R"(rule a
  check sum（x） = b
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:12: error: 规则中不能用 `（`，请改为英文半角的 `(`。
  check sum（x） = b
           ^~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:12: error: `（` has no meaning in rules; write `(` instead.
  check sum（x） = b
           ^~
)");
  }
  {
    constexpr auto text = R"(rule a
  check 支出，合计 = b
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:11: error: 规则中不能用 `，`，请改为英文半角的 `,`。
  check 支出，合计 = b
            ^~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:11: error: `，` has no meaning in rules; write `,` instead.
  check 支出，合计 = b
            ^~
)");
  }
  {
    constexpr auto text = R"(rule a
  check 支出 ＝ b ＋ c
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:12: error: 规则中不能用 `＝`，请改为英文半角的 `=`。
  check 支出 ＝ b ＋ c
             ^~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:12: error: `＝` has no meaning in rules; write `=` instead.
  check 支出 ＝ b ＋ c
             ^~
)");
  }
  {
    constexpr auto text = R"(rule a
  check t［k］ = b
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:10: error: 规则中不能用 `［`，请改为英文半角的 `[`。
  check t［k］ = b
         ^~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:10: error: `［` has no meaning in rules; write `[` instead.
  check t［k］ = b
         ^~
)");
  }
  {
    constexpr auto text = R"(rule a
  check all r in t：r
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:19: error: 规则中不能用 `：`，请改为英文半角的 `:`。
  check all r in t：r
                  ^~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:19: error: `：` has no meaning in rules; write `:` instead.
  check all r in t：r
                  ^~
)");
  }
  {
    constexpr auto text = R"(rule a
  check 支出。合计 = b
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:11: error: 规则中不能用 `。`，请改为英文半角的 `.`。
  check 支出。合计 = b
            ^~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:11: error: `。` has no meaning in rules; write `.` instead.
  check 支出。合计 = b
            ^~
)");
  }
  {
    constexpr auto text = R"(rule a
  hint “说明”
  check x
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:8: error: 规则中不能用 `“`，请改为英文半角的 `"`。
  hint “说明”
       ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:8: error: `“` has no meaning in rules; write `"` instead.
  hint “说明”
       ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check x = １０
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:13: error: 规则中不能用 `１`，请改为英文半角的 `1`。
  check x = １０
            ^~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:13: error: `１` has no meaning in rules; write `1` instead.
  check x = １０
            ^~
)");
  }
  {
    constexpr auto text = R"(profile a ｛
  define x = 1
}
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:1:11: error: 规则中不能用 `｛`，请改为英文半角的 `{`。
profile a ｛
          ^~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:1:11: error: `｛` has no meaning in rules; write `{` instead.
profile a ｛
          ^~
)");
  }
  {
    constexpr auto text = R"(rule a
  check a × b = c
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:11: error: 规则中不能用 `×`，请改为英文半角的 `*`。
  check a × b = c
          ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:11: error: `×` has no meaning in rules; write `*` instead.
  check a × b = c
          ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check a ！= b
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:11: error: 规则中不能用 `！=`，请改为英文半角的 `!=`。
  check a ！= b
          ^~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:11: error: `！=` has no meaning in rules; write `!=` instead.
  check a ！= b
          ^~
)");
  }
}

TEST_CASE("what other languages write") {
  {
    constexpr auto text = R"(rule a
  check a && b
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:11: error: 规则中不能用 `&&`，请改为英文半角的 `and`。
  check a && b
          ^~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:11: error: `&&` has no meaning in rules; write `and` instead.
  check a && b
          ^~
)");
  }
  {
    constexpr auto text = R"(rule a
  hint 'x'
  check a
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:8: error: 规则中不能用 `'`，请改为英文半角的 `"`。
  hint 'x'
       ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:8: error: `'` has no meaning in rules; write `"` instead.
  hint 'x'
       ^
)");
  }
  {
    constexpr auto text = R"(rule a
  check a；
  hint "b";
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:10: error: 不需要 `；`：换行即结束一个子句，请删去。
  check a；
         ^~
a.tie:3:11: error: 不需要 `;`：换行即结束一个子句，请删去。
  hint "b";
          ^
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:10: error: `；` is not needed: a clause ends with its line. Delete it.
  check a；
         ^~
a.tie:3:11: error: `;` is not needed: a clause ends with its line. Delete it.
  hint "b";
          ^
)");
  }
}

TEST_CASE("characters without a meaning") {
  {
    constexpr auto text = R"(rule a
  check 《合计》 = b
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:9: error: 规则中不能用 `《`。若它是名称的一部分，请把名称放在反引号 ` 中。
  check 《合计》 = b
        ^~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:9: error: `《` has no meaning in rules. If it is part of a name, put the name in backquotes `.
  check 《合计》 = b
        ^~
)");
  }
  {
    constexpr auto text = R"(rule a
  check 基本·项目 = b
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:2:11: error: `·` 不能直接写在名称里，请把整个名称放在反引号 ` 中；要取某一列，请用英文句点 `.`。
  check 基本·项目 = b
            ^
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:11: error: `·` cannot stand in a name as it is: put the whole name in backquotes `, or write `.` to name a column.
  check 基本·项目 = b
            ^
)");
  }
}

TEST_CASE("texts and names that are not closed") {
  {
    constexpr auto text = R"(rule a
  "支出合计等于各项之和
  check x
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:3: error: 这段文字缺少结尾的引号 `"`，引号须在同一行内成对。
  "支出合计等于各项之和
  ^~~~~~~~~~~~~~~~~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:3: error: This text has no closing quote `"`; a text ends on the line where it starts.
  "支出合计等于各项之和
  ^~~~~~~~~~~~~~~~~~~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  hint "说明”
  check x
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:8: error: 这段文字缺少结尾的引号 `"`，引号须在同一行内成对。
  hint "说明”
       ^~~~~~
提示：文字用英文直引号 " 括起，而不是“”
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:8: error: This text has no closing quote `"`; a text ends on the line where it starts.
  hint "说明”
       ^~~~~~
hint: texts stand in straight quotes ", not in “”
)");
  }
  {
    constexpr auto text = R"(rule a
  check `支出 合计 = b
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:9: error: 这个名称缺少结尾的反引号 `，反引号须在同一行内成对。
  check `支出 合计 = b
        ^~~~~~~~~~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:9: error: This name has no closing backquote `; a name ends on the line where it starts.
  check `支出 合计 = b
        ^~~~~~~~~~~~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  check `` = b
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:9: error: 反引号中没有名称。
  check `` = b
        ^~
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:9: error: There is no name in the backquotes.
  check `` = b
        ^~
)");
  }
}

TEST_CASE("escapes") {
  {
    constexpr auto text = R"(rule a
  hint "C:\data"
  check x
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:2:11: error: 文字中的反斜杠后面不能是这个字符（\d）；只能写 \" \\ \n \{ \} 或 \u{4e07}。
  hint "C:\data"
          ^~
)");
    CHECK(said(text, Language::en) ==
          R"(a.tie:2:11: error: \d is no escape; a backslash starts only \" \\ \n \{ \} or \u{4e07}.
  hint "C:\data"
          ^~
)");
  }
  {
    constexpr auto text = R"(rule a
  hint "\u{110000}"
  check x
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:2:9: error: \u{110000} 不是可打印的字符；请写成 \u{4e07} 的形式，括号中为一至六位十六进制数。
  hint "\u{110000}"
        ^~~~~~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:9: error: \u{110000} is no character that can be printed; write \u{4e07}, with one to six hexadecimal digits.
  hint "\u{110000}"
        ^~~~~~~~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  hint "\u4e07"
  check x
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:2:9: error: \u 不是可打印的字符；请写成 \u{4e07} 的形式，括号中为一至六位十六进制数。
  hint "\u4e07"
        ^~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:9: error: \u is no character that can be printed; write \u{4e07}, with one to six hexadecimal digits.
  hint "\u4e07"
        ^~
)");
  }
  {
    constexpr auto text = R"(rule a
  hint "\u{1b}[2J"
  check x
)";
    CHECK(
        said(text, Language::zh) ==
        R"(a.tie:2:9: error: \u{1b} 不是可打印的字符；请写成 \u{4e07} 的形式，括号中为一至六位十六进制数。
  hint "\u{1b}[2J"
        ^~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:9: error: \u{1b} is no character that can be printed; write \u{4e07}, with one to six hexadecimal digits.
  hint "\u{1b}[2J"
        ^~~~~~
)");
  }
}

TEST_CASE("dates") {
  {
    constexpr auto text = R"(rule a
  check d = 2018-02-30
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:13: error: 日历上没有 2018-02-30 这一天。
  check d = 2018-02-30
            ^~~~~~~~~~
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:13: error: The calendar has no day 2018-02-30.
  check d = 2018-02-30
            ^~~~~~~~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  check d = 2018-6-1
)";
    CHECK(said(text, Language::zh) ==
          R"(a.tie:2:13: error: 2018-6-1 不是规定的日期写法：月和日须各写两位，如 2018-06-10。
  check d = 2018-6-1
            ^~~~~~~~
)");
    CHECK(
        said(text, Language::en) ==
        R"(a.tie:2:13: error: 2018-6-1 is not how dates are written: month and day take two digits each, as in 2018-06-10.
  check d = 2018-6-1
            ^~~~~~~~
)");
  }
  {
    constexpr auto text = R"(rule a
  check d = 0000-01-01
)";
    CHECK(said(text, Language::zh) == R"(a.tie:2:13: error: 日历上没有 0000-01-01 这一天。
  check d = 0000-01-01
            ^~~~~~~~~~
)");
    CHECK(said(text, Language::en) == R"(a.tie:2:13: error: The calendar has no day 0000-01-01.
  check d = 0000-01-01
            ^~~~~~~~~~
)");
  }
}
