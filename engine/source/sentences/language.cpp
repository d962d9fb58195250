// What the checker of the room `language` says about names, types and units of rules.
#include "source/sentences/sentences.hpp"

#include <array>

namespace tieout::source {

std::span<const Sentence> language_sentences() {
  static constexpr std::array sentences = {

      // What the linter says.
      Sentence{"rule.lint_unused_define", "定义 `{name}` 没有用到。",
               "The define `{name}` is not used."},
      Sentence{"rule.lint_unused_param", "参数 `{name}` 没有用到。",
               "The param `{name}` is not used."},
      Sentence{"rule.lint_unused_let", "`{name}` 没有用到。", "`{name}` is not used."},
      Sentence{"rule.lint_no_title", "{rule} 没有标题。", "{rule} has no title."},
      Sentence{"rule.lint_no_basis", "{rule} 没有写明依据（basis）。", "{rule} has no basis."},
      Sentence{"rule.lint_no_example", "{rule} 没有示例（example）。", "{rule} has no example."},
      Sentence{"rule.lint_no_failing_example", "{rule} 没有不符的示例（example fails）。",
               "{rule} has no example that fails."},
      Sentence{"rule.lint_same_sides", "两边写的是同一个式子，不可能不符。",
               "Both sides are the same; this can never differ."},
      Sentence{"rule.lint_same_check", "{rule} 与另一条规则检查的是同一个关系。",
               "{rule} checks what another rule checks already."},
      Sentence{"rule.lint_wide_tolerance",
               "允许的差异大于四舍五入能造成的差异（最多 {allowed}），会放过真正的不符。",
               "The tolerance is wider than what rounding explains (at most {allowed}); it hides "
               "real differences."},
      Sentence{"rule.lint_repeated_figure",
               "“{item}”在这个关系中出现不止一次，又不是加减或一个比值，尾差无法精确判断。",
               "\"{item}\" stands in this relation more than once, and the relation is neither a "
               "sum nor one quotient: its rounding cannot be judged exactly."},

      // Names.
      Sentence{"rule.unknown_name", "没有叫 `{name}` 的指标、列、表或定义。",
               "There is no item, column, table or define called `{name}`."},
      Sentence{"rule.unknown_column", "表 `{table}` 没有 `{name}` 这一列。",
               "The table `{table}` has no column `{name}`."},
      Sentence{"rule.unknown_table", "没有 `{name}` 这张表。", "There is no table `{name}`."},
      Sentence{
          "rule.unknown_in_filter", "方括号里的 `{name}` 不是表 `{table}` 的列，也不是它的行集。",
          "Inside the square brackets, `{name}` is neither a column nor a row set of `{table}`."},
      Sentence{"rule.unknown_prior", "上年报告中没有 `{name}` 这个指标或表。",
               "Last year's report has no item or table `{name}`."},
      Sentence{"rule.unknown_field", "`report` 后面只能是 `.period`、`.entity` 或 `.date`。",
               "Only `.period`, `.entity` or `.date` can follow `report`."},
      Sentence{"rule.unknown_function", "没有 `{name}` 这个函数。",
               "There is no function `{name}`."},
      Sentence{"rule.unknown_unit", "没有 `{unit}` 这个计量单位。", "There is no unit `{unit}`."},
      Sentence{"rule.unknown_profile", "规则文件中没有 `{name}` 这个 profile。",
               "The rule files have no profile `{name}`."},
      Sentence{"rule.unknown_param", "规则文件中没有 `{name}` 这个 param。",
               "The rule files have no param `{name}`."},
      Sentence{"rule.ambiguous", "`{name}` 可以指几个指标（{names}），请改用其中一个的名称。",
               "`{name}` may mean several items ({names}); use the name of one of them."},
      Sentence{"rule.column_elsewhere", "是否指另一张表的列 `{column}`？",
               "did you mean `{column}`, a column of another table?"},
      Sentence{
          "rule.outer_column",
          "方括号里只能直接写表 `{table}` 的列；`{name}` 是外层那一行的列，要用该行的别名来写。",
          "Inside the square brackets only columns of `{table}` stand by themselves; `{name}` is a "
          "column of the outer row and needs its alias."},
      Sentence{"rule.give_alias", "用 `over … as r` 给外层行起别名，再写 `r.{name}`。",
               "name the outer row with `over … as r` and write `r.{name}`"},
      Sentence{"rule.outer_item",
               "方括号里只能直接写表 `{table}` 的列；请先用 let 给指标 `{name}` "
               "起一个名称，再写在这里。",
               "Inside the square brackets only columns of `{table}` stand by themselves; give the "
               "item `{name}` another name with `let` and use that here."},
      Sentence{"rule.no_row", "`{name}` 指当前行，这里没有当前行：规则须有 over。",
               "`{name}` is about the current row, and there is none here: the rule needs `over`."},
      Sentence{"rule.no_parts", "`{name}` 是一个值，后面不能再取列。",
               "`{name}` is a single value; nothing can be taken from it with a dot."},
      Sentence{"rule.hides_column", "`{name}` 与表 `{table}` 的列同名，请换一个名称。",
               "`{name}` is already the name of a column of `{table}`; choose another one."},
      Sentence{"rule.hides_item", "`{name}` 与一个指标同名，请换一个名称。",
               "`{name}` is already the name of an item; choose another one."},
      Sentence{"rule.hides_table", "`{name}` 与一张表同名，请换一个名称。",
               "`{name}` is already the name of a table; choose another one."},
      Sentence{"rule.reserved", "`{name}` 在规则中另有含义，请换一个名称。",
               "`{name}` has a meaning of its own in rules; choose another name."},

      // Declarations.
      Sentence{"rule.declared_twice", "`{name}` 已经声明过，请换一个名称或删去一处。",
               "`{name}` is declared already; rename or delete one of the two."},
      Sentence{"rule.rule_twice", "规则编号 `{id}` 已经用过，请换一个编号。",
               "The rule id `{id}` is taken; choose another one."},
      Sentence{"rule.second_default",
               "默认的 profile 只能有一个，`{first}` 已经是了，`{name}` 不能也是。",
               "Only one profile can be the default; that is `{first}`, so `{name}` cannot be."},
      Sentence{"rule.in_profile",
               "`{name}` 只在 profile {profiles} 中有定义，当前没有选用；请用 --profile "
               "选用，或在所选的 profile 中也给出定义。",
               "Only the profile {profiles} declares `{name}`, and it is not the chosen one: "
               "choose it with --profile, or declare `{name}` in the chosen profile too."},
      Sentence{"rule.recursive", "定义不能引用自己：{names}。",
               "A define cannot refer to itself: {names}."},
      Sentence{"rule.no_literal", "param 的值须是一个确定的值，如 36%、2 万元、\"优\"。",
               "The value of a param must be a plain value, such as 36%, 2 万元, \"优\"."},
      Sentence{"rule.param_value",
               "`{name}` 的值应是{wanted}，写法与规则文件中相同，如 36%、2 万元、2018-06-10。",
               "The value of `{name}` must be {wanted}, written as in a rule file: 36%, 2 万元, "
               "2018-06-10."},
      Sentence{"rule.use", "不能使用 {path}：{reason}", "{path} cannot be used: {reason}"},
      Sentence{"rule.too_many_rules", "全部规则超过 {limit} 条的上限。",
               "There are more than {limit} rules in all."},

      // Rows.
      Sentence{"rule.needs_one_row",
               "`{table}.{column}` 有许多行，这里需要一个值：请用 sum(...) 等汇总，或用 "
               "`{table}[...]` 指明一行。",
               "`{table}.{column}` has many rows where one value is needed: take sum(...) or the "
               "like, or name one row with `{table}[...]`."},
      Sentence{"rule.cannot_align",
               "`{table}` 与 `{over}` 不能按行对应，因为表 `{keyless}` 没有主键；请用 "
               "`{table}[...]` 指明一行。",
               "Rows of `{table}` and `{over}` cannot be matched, because `{keyless}` has no key; "
               "name one row with `{table}[...]`."},
      Sentence{"rule.rows_of_rows",
               "`{table}` 的每一行各有自己的 `{column}`：请逐行写，如 all r in {table}: "
               "sum(r.{column}.…) = r.…。",
               "Each row of `{table}` has its own `{column}`: take the rows one by one, as in all "
               "r in {table}: sum(r.{column}.…) = r.…."},
      Sentence{"rule.row_as_value", "`{name}` 是一行，请在后面写明哪一列。",
               "`{name}` is a row; say which column of it."},
      Sentence{"rule.not_rows", "这里需要表的若干行，却是{found}。",
               "Rows of a table are needed here; this is {found}."},
      Sentence{"rule.no_key", "表 `{table}` 没有主键，不能用文字指明一行；请改写为条件。",
               "The table `{table}` has no key by which a text could name a row; write a condition "
               "instead."},
      Sentence{"rule.key_alone", "主键已经指明一行，须直接写在表名后面，如 `{table}[\"…\"]`。",
               "A key names one row and stands right after its table, as in `{table}[\"…\"]`."},
      Sentence{
          "rule.over_key",
          "over 之后的方括号里应是行集或条件；只看一行时，请去掉 over，用 `表[\"…\"].列` 来写。",
          "After `over`, the square brackets hold a row set or a condition; for one row, leave out "
          "`over` and write `table[\"…\"].column`."},
      Sentence{"rule.not_filtered", "`children` 后面不能再加方括号筛选。",
               "`children` cannot be narrowed with square brackets."},
      Sentence{"rule.no_hierarchy", "表 `{table}` 没有声明层级，没有 `children`。",
               "The table `{table}` declares no hierarchy, so that its rows have no `children`."},

      // Aggregates.
      Sentence{"rule.which_column", "`{name}` 要写明汇总哪一列，如 {name}({table}.…)。",
               "`{name}` needs a column, as in {name}({table}.…)."},
      Sentence{"rule.no_range", "`{name}` 的括号里没有表：请写明对哪些行汇总，如 {name}(表.列)。",
               "`{name}` ranges over rows, and no table is named in its brackets: write "
               "{name}(table.column)."},
      Sentence{"rule.second_range",
               "一个汇总只能针对一组行，前面已经是 {first}；请分成两个汇总，或用 let 另起名称。",
               "One aggregate ranges over one set of rows, here {first}; write two aggregates, or "
               "name the other value with `let`."},
      Sentence{"rule.count_rows",
               "count 数的是行，请写 count(表) 或 count(表[条件])；要数有值的行，请写 "
               "count(present 表.列)。",
               "`count` counts rows: write count(table) or count(table[condition]), or "
               "count(present table.column) for those that have a value."},
      Sentence{"rule.count_present", "count(present …) 要写明哪一列。",
               "count(present ...) needs a column."},
      Sentence{"rule.no_aggregate",
               "present 和 group by 只能用在 sum、count、min、max、average、quantile 的括号里，"
               "不能用于 `{name}`。",
               "`present` and `group by` stand only in the brackets of sum, count, min, max, "
               "average and quantile, not of `{name}`."},
      Sentence{"rule.fraction", "quantile 的第二项须为 0 到 100% 之间的数，如 95%。",
               "The second argument of `quantile` is a number from 0 to 100%, such as 95%."},
      Sentence{"rule.group_reports",
               "reports 的 group by 后面须为各报告的文字或数字项目，如 report.entity，几项写作 "
               "(report.entity, report.period)。",
               "Reports are grouped by a text or a number of each, such as report.entity; several "
               "are written (report.entity, report.period)."},
      Sentence{"rule.copies_alone",
               "over copies 的规则只看相同的段落，其他规则不看它们；请分写为两条规则。",
               "A rule over copies looks at the passages alone, and no other rule at them; write "
               "two rules."},
      Sentence{"rule.run_groups",
               "一条规则只能在同一组报告之间比较：各处的 group by 须相同（prior 按 report.entity "
               "分组）；请分写为几条规则。",
               "A rule compares the reports of one group: each `group by` in it must be the same "
               "(`prior` goes by report.entity). Write several rules."},
      Sentence{"rule.group_place",
               "group by 按当前行的主键分组，规则须有 over，且不能写在方括号里。",
               "`group by` takes the rows with the key of the current row: the rule needs `over`, "
               "and it cannot stand inside square brackets."},
      Sentence{"rule.group_key", "表 `{table}` 的行没有可与 group by 对应的文字列或主键。",
               "Rows of `{table}` have no column or key of text for `group by` to compare with."},

      // Stars.
      Sentence{"rule.star_place", "`.*` 只能写在 check 或 let 中。",
               "`.*` stands only in `check` and `let`."},
      Sentence{"rule.no_common_column", "用 `.*` 的各表没有共同的可加列。",
               "The tables with `.*` have no additive column in common."},

      // Types and dimensions.
      Sentence{"rule.wants", "`{user}` 需要{wanted}，这里却是{found}。",
               "`{user}` needs {wanted}; this is {found}."},
      Sentence{"rule.dimensions", "`{op}` 两边的量不同：左边是{left}，右边是{right}。",
               "The sides of `{op}` measure different things: {left} on the left, {right} on the "
               "right."},
      Sentence{"rule.add_unit", "请给数加上单位，如 {example}。",
               "give the number its unit, as in {example}"},
      Sentence{"rule.kinds", "`{op}` 不能把{left}与{right}相比。",
               "`{op}` cannot compare {left} with {right}."},
      Sentence{"rule.no_order", "`{op}` 不能比较{left}与{right}：它们没有大小，只能比较是否相同。",
               "`{op}` cannot compare {left} with {right}: they have no order, only = and != can."},
      Sentence{"rule.target_compared",
               "指标值带有“不低于”“高于”等条件，不能用 `{op}` 比较，请写 meets(实际值, 指标值)。",
               "A target carries its own condition and cannot be compared with `{op}`: write "
               "meets(actual, target)."},
      Sentence{"rule.no_condition", "这里需要一个条件，却是{found}。",
               "A condition is needed here; this is {found}."},
      Sentence{"rule.constant", "这个条件与报告无关，总是同一结果，其余部分永远用不到。",
               "This condition does not depend on the report: it always comes out the same, and "
               "what hangs on it is never reached."},
      Sentence{
          "rule.branches", "then 和 else 的值须是同一类，这里一个是{then}，另一个是{else}。",
          "The values after `then` and `else` must be alike; one is {then}, the other {else}."},
      Sentence{"rule.list_item", "列表中只能是单个的值，这里却是{found}。",
               "A list holds single values; this is {found}."},
      Sentence{"rule.in_item", "`in` 只能用于数、文字或日期，这里却是{found}。",
               "`in` looks for a number, a text or a date; this is {found}."},
      Sentence{"rule.hole", "花括号里须是单个的值，这里却是{found}。",
               "The braces of a message hold a single value; this is {found}."},
      Sentence{"rule.number", "这个数太长，无法使用。", "This number is too long."},
      Sentence{"rule.exactly", "exactly 只能与 = 连用，且不能与 within 同用。",
               "`exactly` goes only with =, and not together with `within`."},
      Sentence{"rule.within", "within 只能与数的 =、<=、>= 连用，不能与 `{op}` 连用。",
               "`within` goes only with =, <= and >= between numbers, not with `{op}`."},
      Sentence{"rule.tolerance",
               "within 后面须是一个不小于零的数，如 0.02 万元、1%、1 百分点，或一个 param。",
               "`within` takes a number that is not negative, such as 0.02 万元, 1%, 1 百分点, or "
               "a param."},
      Sentence{"rule.pattern", "这个正则表达式写得不对：{reason}。",
               "This regular expression is not well formed: {reason}."},
      Sentence{"rule.pattern_literal", "matches 后面须是写明的文字，不能是算出来的。",
               "`matches` takes a text that is written out, not one that is worked out."},

      // Functions.
      Sentence{"rule.arity", "`{name}` 需要 {wanted} 个参数，这里写了 {found} 个。",
               "`{name}` takes {wanted} argument(s); here are {found}."},
      Sentence{"rule.arity_least", "`{name}` 至少需要 {wanted} 个参数，这里写了 {found} 个。",
               "`{name}` takes at least {wanted} arguments; here are {found}."},
      Sentence{"rule.needs_brackets", "`{name}` 是函数，后面须有括号和参数。",
               "`{name}` is a function and needs its arguments in brackets."},
      Sentence{"rule.no_function", "`{name}` 不是函数，后面不能有括号。",
               "`{name}` is no function; leave out the brackets."},
      Sentence{"rule.column_name", "这里应是表 `{table}` 的一列的名称。",
               "The name of a column of `{table}` is needed here."},
      Sentence{"rule.decimals", "`{name}` 的小数位数须是写明的整数，不超过 {most}。",
               "The decimal places of `{name}` must be a whole number of at most {most} that is "
               "written out."},

      // Examples.
      Sentence{"rule.example_json", "示例从这里起不是有效的 JSON 对象，或嵌套超过 {limit} 层。",
               "From here on the example is no well-formed JSON object, or is nested more than "
               "{limit} deep."},

      // Limits.
      Sentence{"rule.too_deep", "定义层层代入后，表达式超过 {limit} 层，请减少嵌套。",
               "With its defines written out, the expression is more than {limit} levels high; "
               "nest less."},
      Sentence{"rule.too_large", "定义和 `.*` 代入后，这条规则超过 {limit} 个运算，请拆成几条。",
               "With its defines and `.*` written out, this rule has more than {limit} parts; "
               "split it."},
      Sentence{"rule.all_too_large",
               "定义和 `.*` 代入后，全部规则超过 {limit} 个运算，其余没有检查。",
               "With their defines and `.*` written out, the rules have more than {limit} parts in "
               "all; the rest was not checked."},

      // What a value is.
      Sentence{"rule.type_number", "一个数", "a number"},
      Sentence{"rule.type_text", "文字", "text"},
      Sentence{"rule.type_date", "日期", "a date"},
      Sentence{"rule.type_boolean", "条件", "a condition"},
      Sentence{"rule.type_target", "指标值", "a target"},
      Sentence{"rule.type_rows", "表的若干行", "rows"},
      Sentence{"rule.type_list", "列表", "a list"},
      Sentence{"rule.type_count", "个数", "a count"},
      Sentence{"rule.type_ratio", "百分比", "a percentage"},
      Sentence{"rule.type_quotient", "比值", "a plain quotient"},
      Sentence{"rule.type_stated", "正文所述的数", "a stated figure"},
      Sentence{"rule.type_zero", "0", "0"},
      Sentence{"rule.type_value", "单个的值", "a single value"},
      Sentence{"rule.type_amount", "以{unit}计的数", "an amount in {unit}"},
      Sentence{"rule.type_rows_of", "表 {table} 的若干行", "rows of {table}"},
      Sentence{"rule.type_column", "若干行的一列，如 表.列",
               "a column of rows, as in table.column"},
  };
  return sentences;
}

}  // namespace tieout::source
