// Words with which a sentence, a label or a heading says whose, of when and by which accounts its
// figures are.
#pragma once

#include <string_view>
#include <vector>

namespace tieout::report::narrative {

/// 截至6月底, 上半年, 1-11月: a part of the year. `front` is what a sentence says before a figure.
[[nodiscard]] bool is_part_of_year(std::string_view front);

/// 按财务会计口径, 部门预算批复收入总计: other books than the accounts that are reported.
[[nodiscard]] bool is_by_other_accounts(std::string_view front);

/// 市图书馆|2021年度收入总计…, 下属文化馆|在职人员…: the name with which a sentence begins, before
/// what is told of it; empty if it begins with what is told.
[[nodiscard]] std::string_view subject_of(std::string_view front);

/// The name of a body below or beside `entity`, whose report it is: 局本级, 市图书馆.
[[nodiscard]] bool names_unit(std::string_view words, std::string_view entity);

/// 馆舍维修项目, 展厅运维经费, 就业补助资金, but not 项目支出 or 专项资金, of which a department
/// has one sum.
[[nodiscard]] bool names_project(std::string_view words);

/// 一、中央资金, 二、省级资金: whose money a section tells of, by its titles; empty if none says.
[[nodiscard]] std::string_view payer_of(const std::vector<std::string_view>& titles);

}  // namespace tieout::report::narrative
