// What the HTML page says of its own.
#include "source/sentences/sentences.hpp"

#include <array>

namespace tieout::source {

std::span<const Sentence> page_sentences() {
  static constexpr std::array sentences = {
      Sentence{"output.page_title", "勾稽检查结果", "Tie-out findings"},
      Sentence{"output.page_skip", "跳到问题清单", "Skip to the findings"},
      Sentence{"output.page_overview", "概览", "Overview"},
      Sentence{"output.page_findings", "问题清单", "Findings"},
      Sentence{"output.page_checks", "检查结论", "Checks by verdict"},
      Sentence{"output.page_by_rule", "各规则的结论", "Verdicts by rule"},
      Sentence{"output.page_by_report", "各报告的问题", "Findings by report"},
      Sentence{"output.page_scatter", "左边与右边（对数刻度，斜线上为相等）",
               "Left against right (logarithmic; equal on the line)"},
      Sentence{"output.page_search", "搜索", "Search"},
      Sentence{"output.page_order", "排序", "Order"},
      Sentence{"output.page_order_severity", "按级别", "by severity"},
      Sentence{"output.page_order_report", "按报告", "by report"},
      Sentence{"output.page_order_apart", "按相差比例", "by relative difference"},
      Sentence{"output.page_all", "全部", "all"},
      Sentence{"output.page_reset", "清除筛选", "Clear filters"},
      Sentence{"output.page_shown", "显示 {count} 项，共 {total} 项", "{count} of {total} shown"},
      Sentence{"output.page_no_match", "没有符合筛选条件的问题。",
               "No finding matches the filters."},
      Sentence{"output.page_root", "随此项改正而解决：", "Mended by correcting this one:"},
      Sentence{"output.page_working", "计算过程", "Arithmetic"},
      Sentence{"output.page_document", "报告原文", "The report's document"},
      Sentence{"output.page_omitted", "后面还有 {count} 段未显示。",
               "{count} more blocks are not shown."},
      Sentence{"output.page_keys",
               "键盘：n 下一项，p 上一项，/ 搜索；点击原文中标出的数字可回到计算过程。",
               "Keys: n next, p previous, / search; click a marked figure to see its arithmetic."},
  };
  return sentences;
}

}  // namespace tieout::source
