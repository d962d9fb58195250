// What the room `schema` says: of JSON texts, of data that breaks a schema, of schema files.
#include "source/sentences/sentences.hpp"

#include <algorithm>
#include <array>

namespace tieout::source {
namespace {

constexpr std::array json_sentences = {
    Sentence{"schema.json_broken",
             "这不是合法的 JSON：“{found}”不应出现在此处。请检查附近的引号、逗号和括号。",
             "This is no valid JSON: \"{found}\" cannot stand here. Check the quotes, commas and "
             "brackets near it."},
    Sentence{"schema.json_open_text",
             "这不是合法的 JSON：此处开始的文字在本行没有写完，请补上引号（换行写作 \\n）。",
             "This is no valid JSON: the text that begins here does not end on its line. Close its "
             "quotes; a line break in it is written \\n."},
    Sentence{
        "schema.json_ends", "JSON 没有写完：文件在此处结束，缺少引号、括号或值。",
        "The JSON is incomplete: the file ends here, and a quote, bracket or value is missing."},
    Sentence{"schema.json_name_twice", "“{name}”在同一对象中出现了两次，请只保留一个。",
             "\"{name}\" occurs twice in one object; keep only one."},
    Sentence{"schema.json_number_large", "数 {number} 超出可处理的范围，请核对。",
             "The number {number} is beyond what can be handled; check it."},
    Sentence{"schema.json_number_long", "数 {number} 的字符数超过 {limit} 个的上限，请核对。",
             "The number {number} has more than the limit of {limit} characters; check it."},
    Sentence{
        "schema.json_deep",
        "JSON 的嵌套超过 {limit} 层的上限。文件确实可信时，可用 --limit json-depth=数值 调高上限。",
        "The JSON is nested deeper than the limit of {limit} levels. If the file can be "
        "trusted, raise the limit with --limit json-depth=NUMBER."},
    Sentence{
        "schema.json_large",
        "JSON 中的值超过 {limit} 个的上限。文件确实可信时，可用 --limit table-cells=数值 "
        "调高上限。",
        "The JSON has more than the limit of {limit} values. If the file can be trusted, raise "
        "the limit with --limit table-cells=NUMBER."},
};

constexpr std::array fit_sentences = {
    Sentence{"schema.wrong_type", "{pointer}：应为{expected}，实际为{found}。",
             "{pointer} should be {expected} but is {found}."},
    Sentence{"schema.not_one_of", "{pointer}：应为 {expected}，实际为{found}。",
             "{pointer} should be {expected} but is {found}."},
    Sentence{"schema.too_small", "{pointer}：应不小于 {bound}，实际为{found}。",
             "{pointer} should be at least {bound} but is {found}."},
    Sentence{"schema.too_large", "{pointer}：应不大于 {bound}，实际为{found}。",
             "{pointer} should be at most {bound} but is {found}."},
    Sentence{"schema.too_few", "{pointer}：至少应有 {bound} 项。",
             "{pointer} should have at least {bound} entries."},
    Sentence{"schema.all_data", "数据", "The data"},
    Sentence{"schema.lacks", "{pointer}：缺少“{name}”。", "{pointer} lacks \"{name}\"."},
    Sentence{"schema.unknown_name", "{pointer}：不应有“{name}”：结构定义中没有这个名称。",
             "{pointer} has \"{name}\", a name that the schema does not know."},
    Sentence{"schema.unknown_name_near",
             "{pointer}：不应有“{name}”：结构定义中没有这个名称，是否应为“{near}”？",
             "{pointer} has \"{name}\", a name that the schema does not know; did you mean "
             "\"{near}\"?"},
    Sentence{"schema.nothing_fits", "{pointer}：不应有值。",
             "There should be nothing at {pointer}."},
    Sentence{"schema.does_not_fit", "数据不符合结构定义。", "The data does not fit the schema."},
    Sentence{"schema.expects_number",
             "数值（如 1003.30、\"1,003.30\"、\"2.4万元\" 或 {{\"value\": \"1003.30\"}}）",
             "a figure (1003.30, \"1,003.30\", \"2.4万元\" or {{\"value\": \"1003.30\"}})"},
    Sentence{"schema.expects_text", "文字", "text"},
    Sentence{"schema.expects_date", "日期（如 \"2018-06-10\"）", "a date (\"2018-06-10\")"},
    Sentence{"schema.expects_target",
             "指标值（如 \"不低于10人\" 或 {{\"operator\": \">=\", \"low\": \"10\"}}）",
             "a target (\"不低于10人\" or {{\"operator\": \">=\", \"low\": \"10\"}})"},
    Sentence{"schema.expects_boolean", " true 或 false", "true or false"},
    Sentence{"schema.expects_integer", "整数", "an integer"},
    Sentence{"schema.expects_list", "列表 [...]", "a list [...]"},
    Sentence{"schema.expects_object", "对象 {{...}}", "an object {{...}}"},
    Sentence{"schema.expects_null", " null", "null"},
    Sentence{"schema.found_number", "数 {number}", "the number {number}"},
    Sentence{"schema.found_text", "文字“{text}”", "the text \"{text}\""},
    Sentence{"schema.found_boolean", " {value}", "{value}"},
    Sentence{"schema.found_list", "列表", "a list"},
    Sentence{"schema.found_object", "对象", "an object"},
    Sentence{"schema.found_null", " null", "null"},
};

constexpr std::array file_sentences = {
    Sentence{"schema.bad_id", "标识“{name}”应以小写字母开头，只含小写字母、数字和下划线。",
             "The id \"{name}\" should start with a lower-case letter and have only lower-case "
             "letters, digits and underscores."},
    Sentence{"schema.reserved_id", "标识“{name}”由程序使用，请另取一个。",
             "The id \"{name}\" is used by the program; choose another."},
    Sentence{"schema.name_twice", "名称“{name}”已经属于 {other}，同一处的名称不能相同。",
             "The name \"{name}\" belongs to {other} already; names in one place must differ."},
    Sentence{"schema.name_empty", "名称“{name}”没有文字或数字，不能用来查找。",
             "The name \"{name}\" has no letters or digits and can find nothing."},
    Sentence{"schema.member_wanted", "此处缺少“{name}”，请补上。",
             "\"{name}\" is missing here; add it."},
    Sentence{"schema.text_wanted", "此处应是一段文字。", "A text should stand here."},
    Sentence{"schema.object_wanted", "此处应是一个对象（花括号）。",
             "An object (in braces) should stand here."},
    Sentence{"schema.list_wanted", "此处应是一个列表（方括号）。",
             "A list (in square brackets) should stand here."},
    Sentence{"schema.no_kind",
             "“{name}”没有说明值的种类，请用 $ref 指向 statements.json 中的一种（如 "
             "statements.json#/definitions/figure）。",
             "\"{name}\" does not say what its values are; refer to a shape of statements.json by "
             "$ref (such as statements.json#/definitions/figure)."},
    Sentence{"schema.no_dimension",
             "数值“{name}”既没有 x-dimension 也没有 x-unit，请至少写明一个。",
             "The figure \"{name}\" has neither x-dimension nor x-unit; give one of them."},
    Sentence{"schema.unknown_unit", "没有名为“{name}”的单位，请用 units.json 中的单位。",
             "There is no unit \"{name}\"; use one of units.json."},
    Sentence{"schema.unknown_unit_near", "没有名为“{name}”的单位，是否应为“{near}”？",
             "There is no unit \"{name}\"; did you mean \"{near}\"?"},
    Sentence{"schema.unknown_dimension",
             "没有名为“{name}”的量纲，请用 count、ratio、stated 或 units.json 中的量纲。",
             "There is no dimension \"{name}\"; use count, ratio, stated or one of units.json."},
    Sentence{"schema.unknown_dimension_near", "没有名为“{name}”的量纲，是否应为“{near}”？",
             "There is no dimension \"{name}\"; did you mean \"{near}\"?"},
    Sentence{"schema.unit_not_of_dimension", "单位“{unit}”不属于量纲 {dimension}。",
             "The unit \"{unit}\" is not of the dimension {dimension}."},
    Sentence{"schema.unknown_column", "此表没有标识为“{name}”的列。",
             "This table has no column with the id \"{name}\"."},
    Sentence{"schema.unknown_column_near", "此表没有标识为“{name}”的列，是否应为“{near}”？",
             "This table has no column with the id \"{name}\"; did you mean \"{near}\"?"},
    Sentence{"schema.key_not_text", "列“{name}”不是文字，不能作 x-key。",
             "The column \"{name}\" is not text and cannot be the x-key."},
    Sentence{"schema.row_set_twice", "行集“{name}”定义了两次。",
             "The row set \"{name}\" is defined twice."},
    Sentence{"schema.row_set_all_but",
             "all_but 应单独使用，并指向前面一个用 match 定义的行集，“{name}”不是。",
             "all_but should stand alone and name an earlier row set that has match; \"{name}\" is "
             "none."},
    Sentence{"schema.row_set_empty", "行集“{name}”既没有 match 也没有 all_but。",
             "The row set \"{name}\" has neither match nor all_but."},
    Sentence{"schema.from_not_number", "x-from 只能填入有 x-key 的表的数值列，“{name}”不是。",
             "x-from fills a column of figures in a table with an x-key; \"{name}\" is none."},
    Sentence{"schema.phrase_hole",
             "说法“{phrase}”中的花括号有误：只能用 {{value}}、{{year}}、{{figure}}、{{words}}。",
             "The phrase \"{phrase}\" has a wrong hole: use {{value}}, {{year}}, {{figure}} and "
             "{{words}} only."},
    Sentence{"schema.phrase_value", "说法“{phrase}”中应有且只有一个 {{value}}。",
             "The phrase \"{phrase}\" should have exactly one {{value}}."},
    Sentence{"schema.reference_nowhere", "$ref 指向的“{reference}”不存在。",
             "$ref leads to \"{reference}\", which does not exist."},
    Sentence{"schema.reference_circle", "$ref 引用绕回了自身。",
             "These $refs lead back to themselves."},
    Sentence{"schema.shape_twice", "statements.json 已有另一个“{name}”，请换一个名称。",
             "statements.json has another \"{name}\" already; choose a different name."},
    Sentence{"schema.no_name",
             "properties 中应有 \"schema\": {{\"const\": \"{name}\"}}，与文件名一致。",
             "properties should have \"schema\": {{\"const\": \"{name}\"}}, as the file is named."},
    Sentence{"schema.no_identity", "properties 中应有文字项“{name}”：报告属于谁、属于哪一年。",
             "properties should have the text item \"{name}\": whose report it is and of which "
             "year."},
};

}  // namespace

std::span<const Sentence> schema_sentences() {
  static const auto all = [] {
    std::array<Sentence, json_sentences.size() + fit_sentences.size() + file_sentences.size()>
        joined{};
    auto end = std::copy(json_sentences.begin(), json_sentences.end(), joined.begin());
    end = std::copy(fit_sentences.begin(), fit_sentences.end(), end);
    std::copy(file_sentences.begin(), file_sentences.end(), end);
    return joined;
  }();
  return all;
}

}  // namespace tieout::source
