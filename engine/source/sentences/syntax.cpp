// What the parser of the room `language` says about how rule text is written.
#include "source/sentences/sentences.hpp"

#include <array>

namespace tieout::source {

std::span<const Sentence> syntax_sentences() {
  static constexpr std::array sentences = {
      // A diagnostic, as it is printed.
      Sentence{"syntax.hint", "提示：{sentence}", "hint: {sentence}"},
      Sentence{"syntax.other_place", "另见此处。", "See here as well."},

      // Characters.
      Sentence{"syntax.write_ascii", "规则中不能用 {found}，请改为英文半角的 {meant}。",
               "{found} has no meaning in rules; write {meant} instead."},
      Sentence{"syntax.no_meaning",
               "规则中不能用 {found}。若它是名称的一部分，请把名称放在反引号 ` 中。",
               "{found} has no meaning in rules. If it is part of a name, put the name in "
               "backquotes `."},
      Sentence{
          "syntax.middle_dot",
          "{found} 不能直接写在名称里，请把整个名称放在反引号 ` 中；要取某一列，请用英文句点 `.`。",
          "{found} cannot stand in a name as it is: put the whole name in backquotes `, or "
          "write `.` to name a column."},
      Sentence{"syntax.semicolon", "不需要 {found}：换行即结束一个子句，请删去。",
               "{found} is not needed: a clause ends with its line. Delete it."},
      Sentence{"syntax.unclosed_text", "这段文字缺少结尾的引号 `\"`，引号须在同一行内成对。",
               "This text has no closing quote `\"`; a text ends on the line where it starts."},
      Sentence{"syntax.unclosed_backquoted", "这个名称缺少结尾的反引号 `，反引号须在同一行内成对。",
               "This name has no closing backquote `; a name ends on the line where it starts."},
      Sentence{"syntax.straight_quotes", "文字用英文直引号 \" 括起，而不是“”",
               "texts stand in straight quotes \", not in “”"},

      // Literals and names.
      Sentence{"syntax.date_form", "{date} 不是规定的日期写法：月和日须各写两位，如 2018-06-10。",
               "{date} is not how dates are written: month and day take two digits each, as in "
               "2018-06-10."},
      Sentence{"syntax.no_such_day", "日历上没有 {date} 这一天。",
               "The calendar has no day {date}."},
      Sentence{"syntax.long_number", "这个数超过 {limit} 个字符，无法使用。",
               "This number has more than {limit} characters."},
      Sentence{"syntax.empty_name", "反引号中没有名称。", "There is no name in the backquotes."},
      Sentence{"syntax.unknown_escape",
               "文字中的反斜杠后面不能是这个字符（{escape}）；只能写 \\\" \\\\ \\n \\{{ \\}} 或 "
               "\\u{{4e07}}。",
               "{escape} is no escape; a backslash starts only \\\" \\\\ \\n \\{{ \\}} or "
               "\\u{{4e07}}."},
      Sentence{"syntax.code_point",
               "{escape} 不是可打印的字符；请写成 \\u{{4e07}} 的形式，括号中为一至六位十六进制数。",
               "{escape} is no character that can be printed; write \\u{{4e07}}, with one to six "
               "hexadecimal digits."},

      // Expressions.
      Sentence{"syntax.missing_value", "{after} 后面缺少一个值。",
               "A value is missing after {after}."},
      Sentence{"syntax.bracket_not", "这里的 not 须放在括号里，如 a = (not b)。",
               "Here `not` needs brackets around it, as in a = (not b)."},
      Sentence{"syntax.chain", "比较不能连写：请用 and 连接两个比较，再写 {found}。",
               "Comparisons do not chain: join two of them with `and` instead of going on with "
               "{found}."},
      Sentence{"syntax.stray_suffix",
               "{found} 只能写在比较之后，如 a = b exactly，或 a = b within 1%。",
               "{found} stands only after a comparison, as in a = b exactly or a = b within 1%."},
      Sentence{
          "syntax.unexpected",
          "{found} 不能写在这里：前面的内容已经完整。请用运算符连接，或另起一行写新的子句。",
          "{found} cannot stand here, because what comes before it is complete. Join them with "
          "an operator, or start a clause on a new line."},
      Sentence{"syntax.too_deep", "嵌套超过 {limit} 层。请用 let 把它拆开。",
               "This is nested more than {limit} deep. Split it with `let`."},
      Sentence{"syntax.too_long_chain",
               "这个表达式超过 {limit} 层。请用 sum(...) 求和，或用 let 把它拆开。",
               "This expression is more than {limit} levels high. Use sum(...), or split it with "
               "`let`."},

      // Brackets.
      Sentence{"syntax.unclosed_bracket", "括号 {open} 没有闭合，此处缺少 {close}。",
               "The bracket {open} is not closed: {close} is missing here."},
      Sentence{"syntax.wrong_bracket", "{found} 与前面的 {open} 不成对。",
               "{found} does not close the {open} before it."},
      Sentence{"syntax.stray_bracket", "{found} 没有对应的开括号，请删去或补上。",
               "{found} closes nothing: delete it, or add the bracket that it closes."},
      Sentence{"syntax.empty_hole", "花括号中缺少表达式；若要显示花括号本身，请写 \\{{。",
               "There is no expression between the braces; write \\{{ for a brace that is shown."},
      Sentence{"syntax.unclosed_hole", "花括号 `{{` 没有闭合；若要显示花括号本身，请写 \\{{。",
               "The brace `{{` is not closed; write \\{{ for a brace that is shown."},
      Sentence{"syntax.stray_brace", "`}}` 没有对应的 `{{`；若要显示花括号本身，请写 \\}}。",
               "`}}` closes nothing; write \\}} for a brace that is shown."},

      // Something else than expected, and what was.
      Sentence{"syntax.expected", "这里应是{expected}，却写了 {found}。",
               "{expected} is needed here instead of {found}."},
      Sentence{"syntax.missing", "这里缺少{expected}。", "{expected} is missing here."},
      Sentence{"syntax.as_written", " {text}", "{text}"},
      Sentence{"syntax.a_name", "名称", "A name"},
      Sentence{"syntax.a_rule_id", "规则编号（如 spending.parts）",
               "A rule's id (such as spending.parts)"},
      Sentence{"syntax.a_member", "列名或 `*`", "A column's name or `*`"},
      Sentence{"syntax.a_text", "用英文引号括起的文字", "A text in quotes"},
      Sentence{"syntax.a_literal", "确定的值（如 36%、2 万元、\"优\"、2018-06-10、true）",
               "A plain value (such as 36%, 2 万元, \"优\", 2018-06-10, true)"},
      Sentence{"syntax.an_object", "花括号括起的 JSON 对象", "A JSON object in braces"},
      Sentence{"syntax.a_severity", "级别（error、warning、query 或 note）",
               "A level (error, warning, query or note)"},
      Sentence{"syntax.a_verdict", "结论（holds、rounding、fails、undecided 或 not_applicable）",
               "A verdict (holds, rounding, fails, undecided or not_applicable)"},
      Sentence{"syntax.list_end", " `,` 或 `)`", "`,` or `)`"},

      Sentence{"syntax.word_as_name", "{word} 是语言的关键字，要用作名称请放在反引号 ` 中",
               "{word} is a word of the language; in backquotes ` it is a name"},

      // Clauses and declarations.
      Sentence{"syntax.unknown_start", "{word} 既不是子句也不是声明。",
               "{word} starts no clause and no declaration."},
      Sentence{"syntax.no_clause",
               "{found} 不是子句。规则的子句有 title、over、when、let、check、message、severity、"
               "basis、hint、tags、acceptable、example。",
               "{found} starts no clause. The clauses of a rule are title, over, when, let, check, "
               "message, severity, basis, hint, tags, acceptable and example."},
      Sentence{"syntax.no_declaration",
               "{found} 不是声明。规则文件由 schema、use、define、param、profile、rule 组成。",
               "{found} starts no declaration. A rule file consists of schema, use, define, param, "
               "profile and rule."},
      Sentence{"syntax.no_definition", "{found} 不能写在 profile 中，其中只有 define 和 param。",
               "{found} cannot stand in a profile, which holds only define and param."},
      Sentence{"syntax.clause_outside_rule", "子句 {clause} 不属于任何规则，前面须先有一行 rule。",
               "The clause {clause} belongs to no rule: a line with `rule` must come before it."},
      Sentence{"syntax.no_check", "这条规则没有 check 子句，请补上一行 check。",
               "This rule checks nothing: add a line with `check`."},
      Sentence{"syntax.second_clause", "{clause} 在一条规则中只能写一次。",
               "{clause} may stand only once in a rule."},
      Sentence{"syntax.second_schema", "一个规则文件只能有一行 schema。",
               "A rule file names only one schema."},
      Sentence{"syntax.unknown_severity", "没有 {word} 这个级别。", "There is no level {word}."},
      Sentence{"syntax.unknown_verdict", "没有 {word} 这个结论。", "There is no verdict {word}."},
      Sentence{"syntax.unknown_language", "标题和消息没有 {word} 这种语言。",
               "Titles and messages have no language {word}."},
      Sentence{"syntax.did_you_mean", "是否想写 {word}？", "did you mean {word}?"},
      Sentence{"syntax.choices", "可用的有：{words}", "known are {words}"},

      // Limits.
      Sentence{"syntax.too_many_rules", "规则超过 {limit} 条的上限，其余没有读取。",
               "There are more than {limit} rules; the rest was not read."},
      Sentence{
          "syntax.too_many_faults", "错误已达 {limit} 处，其余部分没有检查。请先改正以上各处。",
          "With {limit} errors found, the rest of the file was not checked. Mend these first."},
  };
  return sentences;
}

}  // namespace tieout::source
