// What the room `output` says: the words around findings.
#include "source/sentences/sentences.hpp"

#include <array>

namespace tieout::source {

std::span<const Sentence> output_sentences() {
  static constexpr std::array sentences = {
      Sentence{"output.verdict_holds", "相符", "holds"},
      Sentence{"output.verdict_rounding", "尾差", "rounding"},
      Sentence{"output.verdict_fails", "不符", "fails"},
      Sentence{"output.verdict_undecided", "无法判断", "undecided"},
      Sentence{"output.verdict_not_applicable", "不适用", "not applicable"},
      Sentence{"output.verdict_error", "出错", "error"},
      Sentence{"output.severity_error", "错误", "error"},
      Sentence{"output.severity_warning", "警告", "warning"},
      Sentence{"output.severity_query", "待核实", "query"},
      Sentence{"output.severity_note", "说明", "note"},
      Sentence{"output.place_line", "第{number}行", "line {number}"},
      Sentence{"output.place_column", "第{number}列", "column {number}"},
      Sentence{"output.place_page", "第{number}页", "page {number}"},
      Sentence{"output.place_paragraph", "第{number}段", "paragraph {number}"},
      Sentence{"output.place_table", "表{number}", "table {number}"},
      Sentence{"output.place_row", "第{number}行", "row {number}"},
      Sentence{"output.place_cell", "第{number}格", "cell {number}"},
      Sentence{"output.place_sheet", "工作表“{sheet}”{address}", "sheet \"{sheet}\" {address}"},
      Sentence{"output.approximate", "约 {amount}", "about {amount}"},
      Sentence{"output.left", "左边", "left side"},
      Sentence{"output.right", "右边", "right side"},
      Sentence{"output.constant", "规则中的常数", "constant of the rule"},
      Sentence{"output.stated", "{label}（{side}）", "{label} ({side})"},
      Sentence{"output.quoted", "“{text}”", "\"{text}\""},
      Sentence{"output.more_figures", "另有 {count} 项", "{count} more"},
      Sentence{"output.difference", "相差（左边减右边）", "difference (left - right)"},
      Sentence{"output.difference_allowed", "相差（左边减右边）；四舍五入最多可解释 {allowed}",
               "difference (left - right); rounding explains at most {allowed}"},
      Sentence{"output.consequences", "改正后随之解决的：", "Mended by the same correction:"},
      Sentence{"output.hint", "建议：{text}", "Hint: {text}"},
      Sentence{"output.basis", "依据：{text}", "Basis: {text}"},
      Sentence{"output.report", "{entity}，{period} 年（{source}）",
               "{entity}, {period} ({source})"},
      Sentence{"output.report_undated", "{entity}（{source}）", "{entity} ({source})"},
      Sentence{"output.report_unnamed", "{source}", "{source}"},
      Sentence{"output.report_counts", "检查结果：{counts}", "Checks: {counts}"},
      Sentence{"output.no_findings", "没有发现数字不一致。", "No disagreement was found."},
      Sentence{"output.nothing_decided",
               "没有一项检查得出结论：这份报告等于没有检查。请核对报告内容和所用规则。",
               "No check was decided: this report has not been checked. Look at its content and at "
               "the rules used."},
      Sentence{"output.unreadable", "无法读取", "unreadable"},
      Sentence{"output.head_severity", "级别", "Severity"},
      Sentence{"output.head_place", "位置", "Place"},
      Sentence{"output.head_finding", "问题", "Finding"},
      Sentence{"output.head_rule", "规则", "Rule"},
      Sentence{"output.not_annotated", "另有 {count} 项未在此标注（每类最多十项），见作业摘要。",
               "{count} more are not annotated (ten of each kind at most); see the job summary."},
      Sentence{"output.totals",
               "共 {reports} 份报告，{checks} 项检查：{counts}。退出状态 {code}：{meaning}。",
               "{reports} report(s), {checks} check(s): {counts}. Exit status {code}: {meaning}."},
      Sentence{"output.exit_clean", "没有达到“{level}”级别的问题",
               "no findings of severity {level} or graver"},
      Sentence{"output.exit_findings", "有 {count} 项问题达到“{level}”级别",
               "{count} finding(s) of severity {level} or graver"},
      Sentence{"output.exit_never", "按要求，发现问题也不影响退出状态",
               "findings do not count, as asked"},
      Sentence{"output.exit_unreadable", "有 {count} 个文件或报告无法读取",
               "{count} file(s) or report(s) could not be read"},
      Sentence{"output.exit_errors", "有 {count} 项检查出错", "{count} check(s) ended in an error"},
      Sentence{"output.exit_undecided", "有 {count} 份报告没有一项检查得出结论",
               "no check was decided in {count} report(s)"},
      Sentence{"output.exit_no_report", "没有检查任何报告", "no report was checked"},
  };
  return sentences;
}

}  // namespace tieout::source
