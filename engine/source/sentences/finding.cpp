// What the room `finding` says: sentences for findings whose rule has none of its own.
#include "source/sentences/sentences.hpp"

#include <array>

namespace tieout::source {

namespace {

constexpr std::array sentences = {
    Sentence{"finding.beyond_tolerance",
             "{subject}：{left} 与 {right} 相差 {difference}，超出规则允许的范围",
             "{subject}: {left} and {right} differ by {difference}, more than the rule tolerates"},
    Sentence{"finding.compared", "{subject}：{left} 与 {right} 不符合规则",
             "{subject}: {left} and {right} do not satisfy the rule"},
    Sentence{"finding.diagnosis.counted_twice", "差额恰好等于{figure}：合计可能把它算了两次",
             "the difference is exactly {figure}: the total may hold it twice"},
    Sentence{"finding.diagnosis.decimal_point", "{figure}若为 {fitting}，则相符：小数点可能错位",
             "with {fitting} in place of {figure} it would fit: perhaps a misplaced decimal point"},
    Sentence{"finding.diagnosis.doubled_digit",
             "{figure}若为 {fitting}，则相符：可能多打了一位重复的数字",
             "with {fitting} in place of {figure} it would fit: perhaps a digit typed twice"},
    Sentence{"finding.diagnosis.dropped_digit",
             "{figure}若为 {fitting}，则相符：可能漏打了一位数字",
             "with {fitting} in place of {figure} it would fit: perhaps a digit left out"},
    Sentence{"finding.diagnosis.neighbour",
             "{figure}若为 {fitting}，则相符，而这个数填在相邻的“{cell}”：可能错行或错列",
             "with {fitting} in place of {figure} it would fit, and {fitting} stands beside it in "
             "\"{cell}\": perhaps a row or column was shifted"},
    Sentence{"finding.diagnosis.omitted", "差额恰好等于{figure}：合计可能漏加了它",
             "the difference is exactly {figure}: the total may leave it out"},
    Sentence{"finding.diagnosis.other_amount",
             "{figure}与 {amount} 之比正是 {share}：百分比可能取自同一句中的另一个金额",
             "{figure} to {amount} is just {share}: the percentage may belong to another amount of "
             "the same sentence"},
    Sentence{"finding.diagnosis.other_base",
             "{amount} 与{figure}之比正是 {share}：百分比可能以它为基数",
             "{amount} to {figure} is just {share}: that may be the base of the percentage"},
    Sentence{"finding.diagnosis.rounding", "四舍五入可以造成不超过 {allowed} 的差异（尾差）",
             "rounding of the stated figures explains a difference of up to {allowed}"},
    Sentence{"finding.diagnosis.rounding_only", "差异可以由四舍五入解释（尾差）",
             "rounding of the stated figures explains the difference"},
    Sentence{"finding.diagnosis.sign", "{figure}若为 {fitting}，则相符：正负号可能写反",
             "with {fitting} in place of {figure} it would fit: perhaps the wrong sign"},
    Sentence{"finding.diagnosis.transposed",
             "{figure}若为 {fitting}，则相符：相邻两位数字可能写颠倒了",
             "with {fitting} in place of {figure} it would fit: perhaps two digits changed places"},
    Sentence{
        "finding.diagnosis.unit", "{figure}若为 {fitting}，则相符：可能混用了元、万元或亿元",
        "with {fitting} in place of {figure} it would fit: perhaps 元, 万元 and 亿元 were mixed "
        "up"},
    Sentence{"finding.disagree", "{subject}：一处为 {left}，另一处为 {right}，相差 {difference}",
             "{subject}: one place states {left}, another {right}; they differ by {difference}"},
    Sentence{"finding.error", "{subject}：未能检查，{reason}", "{subject}: not checked: {reason}"},
    Sentence{"finding.ledger_day", "“{name}”应是一天，写成 2027-06-30 的样子。",
             "\"{name}\" must be a day, written as 2027-06-30."},
    Sentence{"finding.ledger_list", "“{name}”应是一个列表（[...]）。",
             "\"{name}\" must be a list ([...])."},
    Sentence{"finding.ledger_member",
             "此处缺少“{name}”。这个文件由 tieout accept 或 tieout baseline 写成。",
             "\"{name}\" is missing here. Such files are written by tieout accept and tieout "
             "baseline."},
    Sentence{"finding.ledger_text", "“{name}”应是文字（加引号）。",
             "\"{name}\" must be text in quotes."},
    Sentence{"finding.logic", "{subject}：不满足 {check}", "{subject}: {check} is not satisfied"},
    Sentence{"finding.not_equal", "{subject}为 {left}，按其他数字应为 {right}，相差 {difference}",
             "{subject} is {left}, the other figures give {right}; the difference is {difference}"},
    Sentence{"finding.not_greater", "{subject}为 {left}，应大于 {right}",
             "{subject} is {left} and should be greater than {right}"},
    Sentence{"finding.not_less", "{subject}为 {left}，应小于 {right}",
             "{subject} is {left} and should be less than {right}"},
    Sentence{"finding.not_met", "{subject}：实际为 {left}，指标值为{target}，未达到",
             "{subject}: {left} was reached where the target is {target}"},
    Sentence{"finding.rounding",
             "{subject}为 {left}，按其他数字应为 {right}，相差 {difference}，四舍五入可以解释",
             "{subject} is {left}, the other figures give {right}; rounding explains the "
             "difference of {difference}"},
    Sentence{"finding.target.at_least", "不低于 {bound}", "at least {bound}"},
    Sentence{"finding.target.at_most", "不高于 {bound}", "at most {bound}"},
    Sentence{"finding.target.equal", "等于 {bound}", "exactly {bound}"},
    Sentence{"finding.target.less_than", "低于 {bound}", "less than {bound}"},
    Sentence{"finding.target.more_than", "高于 {bound}", "more than {bound}"},
    Sentence{"finding.too_large", "{subject}为 {left}，不应超过 {right}，超出 {difference}",
             "{subject} is {left}, above the {right} that it may not exceed, by {difference}"},
    Sentence{"finding.too_small", "{subject}为 {left}，不应低于 {right}，相差 {difference}",
             "{subject} is {left}, below the {right} that it must reach, by {difference}"},
    Sentence{"finding.void_changed", "已有说明，但数字已变（说明时为 {values}），说明失效",
             "there is an explanation, but it is void: the values changed (it was given for "
             "{values})"},
    Sentence{"finding.void_error", "已有说明，但这项检查未能完成，不能以说明代替",
             "there is an explanation, but a check that could not be made cannot be explained"},
    Sentence{"finding.void_expired", "已有说明，但已于 {until} 到期",
             "there is an explanation, but it ended on {until}"},
    Sentence{"finding.void_plain_sum",
             "已有说明，但这是基本平衡关系，规则没有写明可以说明（acceptable），说明无效",
             "there is an explanation, but it is void: this is a plain sum, and its rule does not "
             "say that one may be accepted"},
};

}  // namespace

std::span<const Sentence> finding_sentences() { return sentences; }

}  // namespace tieout::source
