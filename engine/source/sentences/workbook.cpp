// What the working paper for Excel says: sheets, titles of columns, remarks.
#include "source/sentences/sentences.hpp"

#include <array>

namespace tieout::source {

std::span<const Sentence> workbook_sentences() {
  static constexpr std::array sentences = {
      Sentence{"output.sheet_checklist", "检查表", "Check sheet"},
      Sentence{"output.sheet_findings", "问题", "Findings"},
      Sentence{"output.sheet_figures", "计算", "Figures"},
      Sentence{"output.sheet_checks", "全部检查", "All checks"},
      Sentence{"output.sheet_summary", "汇总", "Summary"},
      Sentence{"output.head_number", "序号", "No."},
      Sentence{"output.head_entity", "单位", "Entity"},
      Sentence{"output.head_period", "年度", "Period"},
      Sentence{"output.head_source", "报告", "Report"},
      Sentence{"output.head_content", "检查内容", "What is checked"},
      Sentence{"output.head_meets", "符合", "Met"},
      Sentence{"output.head_remark", "说明", "Remarks"},
      Sentence{"output.head_report_remark", "备注", "Remarks"},
      Sentence{"output.head_verdict", "结论", "Verdict"},
      Sentence{"output.head_item", "项目", "Item"},
      Sentence{"output.head_difference", "相差", "Difference"},
      Sentence{"output.head_allowed", "尾差上限", "Rounding explains"},
      Sentence{"output.head_hint", "建议", "Hint"},
      Sentence{"output.head_basis", "依据", "Basis"},
      Sentence{"output.head_check", "算式", "Check"},
      Sentence{"output.head_fingerprint", "指纹", "Fingerprint"},
      Sentence{"output.head_side", "所在边", "Side"},
      Sentence{"output.head_role", "用途", "Use"},
      Sentence{"output.head_figure", "数字", "Figure"},
      Sentence{"output.head_raw", "原文", "As written"},
      Sentence{"output.head_value", "数值", "Value"},
      Sentence{"output.head_unit", "计量单位", "Unit"},
      Sentence{"output.head_factor", "折算", "Base units in one"},
      Sentence{"output.head_coefficient", "系数", "Coefficient"},
      Sentence{"output.head_amount", "计入", "Counts as"},
      Sentence{"output.head_reason", "原因", "Reason"},
      Sentence{"output.role_addend", "加数", "added"},
      Sentence{"output.role_divisor", "除数", "divides"},
      Sentence{"output.role_shown", "参考", "looked at"},
      Sentence{"output.yes", "是", "yes"},
      Sentence{"output.no", "否", "no"},
      Sentence{"output.more_findings", "另有 {count} 项，见“问题”表", "{count} more: see Findings"},
      Sentence{"output.some_undecided", "另有 {count} 处无法判断", "{count} could not be decided"},
      Sentence{"output.some_rounding", "其中 {count} 处为尾差", "{count} by rounding"},
      Sentence{"output.rows_omitted", "另有 {count} 行超出工作表的行数，未列出",
               "{count} rows more than a sheet holds are left out"},
      Sentence{"output.sum", "合计", "Total"},
      Sentence{"output.workbook_not_written",
               "Excel 工作底稿无法生成，请检查临时文件夹是否还有空间。",
               "The Excel workbook could not be made; check the room in the temporary folder."},
  };
  return sentences;
}

}  // namespace tieout::source
