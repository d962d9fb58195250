// What the room `check` says: why a check was not decided.
#include "source/sentences/sentences.hpp"

#include <array>

namespace tieout::source {

namespace {

constexpr std::array sentences = {
    Sentence{"check.all_blank", "所需数字全部为空", "every figure it needs is blank or missing"},
    Sentence{"check.approximate", "用到的数字是约数（余、近、约等），不作相等判断",
             "a figure is approximate, so it is not held to equality"},
    Sentence{"check.blank", "{label}（{name}）为空", "{label} ({name}) is blank"},
    Sentence{"check.condition_false", "规则的适用条件不成立", "the rule's condition is not met"},
    Sentence{"check.date_unclear", "日期不完整，无法比较：{left} {right}",
             "a date is incomplete, so it cannot be compared: {left} {right}"},
    Sentence{"check.decimals", "保留的小数位数不是合理的整数",
             "the number of decimals is not a sensible whole number"},
    Sentence{"check.dimensions", "两边的量纲不同（{left} 与 {right}），无法比较",
             "the two sides measure different things ({left} and {right})"},
    Sentence{"check.duplicate_key", "{name} 出现 {count} 次（第 {rows} 行），不能确定指哪一行",
             "{name} occurs {count} times (rows {rows}), so it is not clear which row is meant"},
    Sentence{"check.incomparable", "两边不是同类的值，无法比较",
             "the two sides are not values of one kind"},
    Sentence{"check.limit", "这条规则要访问的行超过 {limit}，请把规则改得更具体",
             "the rule would visit more than {limit} rows: make it more specific"},
    Sentence{"check.many_rows", "“{table}”中有 {count} 行符合，而这里只能是一行",
             "{count} rows of \"{table}\" fit where one row is meant"},
    Sentence{"check.missing", "缺少 {label}（{name}）", "{label} ({name}) is missing"},
    Sentence{"check.no_key", "“{table}”中没有“{key}”这一行", "\"{table}\" has no row \"{key}\""},
    Sentence{"check.no_prior", "没有本单位上年的报告（--prior）",
             "there is no report of this unit for last year (--prior)"},
    Sentence{"check.no_prior_in_run", "本次没有本单位上年的报告",
             "this run has no report of this unit for last year"},
    Sentence{"check.no_row", "“{table}”中没有所需的行，缺少{label}",
             "\"{table}\" lacks the row that is meant, so {label} is missing"},
    Sentence{"check.no_rows", "报告的“{table}”中没有可检查的行",
             "the report has no such row in \"{table}\""},
    Sentence{"check.no_table", "报告中没有“{table}”", "the report has no \"{table}\""},
    Sentence{"check.not_stated", "正文没有写明{label}（{name}）",
             "the text does not state {label} ({name})"},
    Sentence{"check.one_mention", "只提到一次，无从比较",
             "it is stated only once, so there is nothing to compare"},
    Sentence{"check.prior_reports", "本单位上年的报告有 {count} 份，不能确定指哪一份",
             "there are {count} reports of this unit for last year, so it is not clear which is "
             "meant"},
    Sentence{"check.readings", "原文有 {count} 种读法，都不相符，请人工判断",
             "the statement can be read in {count} ways and fits in none: judge it by hand"},
    Sentence{"check.some_missing", "{count} 份报告中缺少所需的数字，例如：{reason}",
             "{count} reports lack a figure that is needed, such as: {reason}"},
    Sentence{"check.undecided", "无法判断", "it could not be decided"},
    Sentence{"check.unit_assumed", "“{table}”没有写明单位，其中的数字只互相比较",
             "\"{table}\" states no unit, so its figures are only compared with one another"},
    Sentence{"check.unit_unknown", "{label}（{name}）的单位不明",
             "the unit of {label} ({name}) is not known"},
    Sentence{"check.unreadable", "{label}（{name}）无法读成数字：“{text}”",
             "{label} ({name}) cannot be read: \"{text}\""},
    Sentence{"check.wide_interval", "四舍五入的范围太宽，无法判断",
             "what rounding allows is too wide to decide"},
    Sentence{"check.zero_divisor", "除数为零或可能为零", "the divisor is zero or may be"},
};

}  // namespace

std::span<const Sentence> check_sentences() { return sentences; }

}  // namespace tieout::source
