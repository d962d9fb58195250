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
    Sentence{"finding.diagnosis.rounding", "四舍五入可以造成不超过 {allowed} 的差异（尾差）",
             "rounding of the stated figures explains a difference of up to {allowed}"},
    Sentence{"finding.diagnosis.rounding_only", "差异可以由四舍五入解释（尾差）",
             "rounding of the stated figures explains the difference"},
    Sentence{"finding.disagree",
             "{subject}：同一指标一处为 {left}，另一处为 {right}，相差 {difference}",
             "{subject}: one place states {left}, another {right}; they differ by {difference}"},
    Sentence{"finding.error", "{subject}：未能检查，{reason}", "{subject}: not checked: {reason}"},
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
};

}  // namespace

std::span<const Sentence> finding_sentences() { return sentences; }

}  // namespace tieout::source
