// Which year, and whether a budget or what became of it, the words above figures speak of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report {

/// The calendar years that a text names (2017年, 2017年度, ２０１７年, 二〇一七年), in its order.
[[nodiscard]] std::vector<int> years_in(std::string_view text);

/// Those that a text does not only compare with (较2016年度, 与2016年相比).
[[nodiscard]] std::vector<int> years_spoken_of(std::string_view text);

/// Whether words speak of another year than `period`: they name others only, or say 上年 and the
/// like. Without a period a named year is another one only where several are named.
[[nodiscard]] bool other_year(std::string_view words, std::optional<int> period);

/// Whether words speak of a budget and not of what became of it.
[[nodiscard]] bool says_budget(std::string_view words);

/// The words with the report's year as 本年 and the one before as 上年: 2017年决算数 is 本年决算数
/// in the report of 2017. Other words come back as they are.
[[nodiscard]] std::string relative_to(std::string_view words, std::optional<int> period);

/// The names that a label or head with the year in it answers to: as written, with 本年 or 上年,
/// and without 本年. Folded.
[[nodiscard]] std::vector<std::string> names_in_year(std::string_view written,
                                                     std::optional<int> period);

/// A head without the remark in brackets that says how its figures are worked out: 预算数(A),
/// 执行率(B/A), 得分（20分*执行率）. Empty if it has none.
[[nodiscard]] std::string without_formula(std::string_view written);

/// Whether a word heads numbers of rows or columns: 行次, 序号.
[[nodiscard]] bool is_numbering_word(std::string_view folded_word);

/// Whether a word only says that its figure is a sum: 合计, 小计.
[[nodiscard]] bool is_total_word(std::string_view folded_word);

/// Whether a word says that its figure is the sum of all there is: 合计, where 小计 or 资产总额 may
/// be of some of it.
[[nodiscard]] bool is_grand_total_word(std::string_view folded_word);

}  // namespace tieout::report
