// What the room `report` says.
#include "source/sentences/sentences.hpp"

#include <array>

namespace tieout::source {

std::span<const Sentence> report_sentences() {
  static constexpr std::array sentences = {
      Sentence{"report.json_bound",
               "{pointer} 处的指标值缺少界限：运算符 {operator} 需要数值“{name}”。",
               "The target at {pointer} lacks its bound: the operator {operator} needs a figure "
               "\"{name}\"."},
      Sentence{"report.json_decimals",
               "{pointer} 处的 {value} 有比 decimals（{decimals}）更多的小数位，请核对二者。",
               "The {value} at {pointer} has more decimal places than its \"decimals\" "
               "({decimals}) says; check the two."},
      Sentence{"report.json_not_object", "报告数据应是一个 JSON 对象 {{...}}，实际不是。",
               "Report data should be a JSON object {{...}}, and this is none."},
      Sentence{"report.json_number_large", "{pointer} 处的数 {number} 超出可处理的范围，请核对。",
               "The number {number} at {pointer} is beyond what can be handled; check it."},
      Sentence{"report.json_period", "{pointer} 处应为年份（如 \"2017\"），实际为“{text}”。",
               "{pointer} should be a year (\"2017\") but is \"{text}\"."},
      Sentence{"report.json_schema", "{pointer} 处应为报告种类的名称（文字）。",
               "{pointer} should be the name of a kind of report, as text."},
      Sentence{"report.json_two_units",
               "{pointer} 处的数值写明单位为{one}，“unit”却是{other}，请只保留正确的一个。",
               "The figure at {pointer} is written in {one}, but its \"unit\" is {other}; keep the "
               "right one."},
      Sentence{"report.json_unit", "{pointer} 处的单位“{unit}”不认识，请用 units.json 中的单位。",
               "The unit \"{unit}\" at {pointer} is not known; use one of units.json."},
      Sentence{"report.json_unit_near", "{pointer} 处的单位“{unit}”不认识，是否应为“{near}”？",
               "The unit \"{unit}\" at {pointer} is not known; did you mean \"{near}\"?"},
      Sentence{"report.json_unit_unfit",
               "{pointer} 处的单位{unit}不能用于“{item}”（量纲为 {dimension}）。",
               "The unit {unit} at {pointer} does not go with \"{item}\", which measures "
               "{dimension}."},
      Sentence{"report.list_uncertain",
               "“{name}”后面所列的数，无法确定是否都是它的组成部分；请核对分项与总数。",
               "It cannot be told whether all the figures listed behind \"{name}\" are its parts; "
               "check the parts against the total."},
      Sentence{
          "report.row_width",
          "这一行有 {cells} 个单元格，表头有 {heads} 列，无法确定各数属于哪一列；请核对该行是否漏填"
          "或错位。",
          "This row has {cells} cells under {heads} heads: it cannot be told which figure "
          "belongs to which. Check whether a cell is left out or shifted."},
      Sentence{"report.row_without_key",
               "这一行没有名称，无法确定其中的数属于谁；请补上该行的名称。",
               "This row has no name: it cannot be told whose figures these are. Give it one."},
      Sentence{
          "report.told_twice", "“{name}”在此出现两次，无法确定以哪一个数为准；请保留正确的一个。",
          "\"{name}\" stands here twice: it cannot be told which figure counts. Keep the right "
          "one."},
      // Words of the data itself: why a row was doubted, what a reader noted.
      Sentence{"report.row_too_wide",
               "这一行有 {cells} 格，表头只有 {heads} 格：数字中可能有未加引号的千位逗号，请核对。",
               "This row has {cells} cells, the head only {heads}: a number may have a comma in it "
               "without quotation marks; check it."},
      Sentence{"report.row_without_unit",
               "这一行有数字而没有单位名称，无法作为一份报告检查，请补上名称。",
               "This row has figures and no unit's name, so it is no report to check; give it its "
               "name."},
      Sentence{"report.told", "{text}", "{text}"},
  };
  return sentences;
}

}  // namespace tieout::source
