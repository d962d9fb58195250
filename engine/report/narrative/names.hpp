// What figures are called, and when two names mean one thing.
#pragma once

#include <string>
#include <string_view>

namespace tieout::report::narrative {

/// The name in the words before a figure: without what leads in (其中, 一是, 另), the date,
/// quotation marks and what leads over (为, 共). A date at a year's end or beginning leaves 年末 or
/// 年初.
[[nodiscard]] std::string name_in(std::string_view words);

/// The byte of the 等 that leaves a list open (甲、乙等|学会); npos if there is none. 一等, 高等
/// and their like are none.
[[nodiscard]] std::size_t and_so_on(std::string_view words);

/// The noun that follows a count (5个|学会), at most a few characters; empty if a verb follows.
[[nodiscard]] std::string counted_noun(std::string_view tail);

/// The name without what only dresses it: 本年度总收入合计 is 收入, 结转经费 is 结转. Names with
/// one core may mean one thing. `entity` is whose report it is; its short forms (市科协) are dress
/// too.
[[nodiscard]] std::string core_of(std::string_view name, std::string_view entity);

/// A core without what kind of money it is: 接待费支出 and 接待费 have one stem.
[[nodiscard]] std::string stem_of(std::string_view core);

/// Is this the name or a short form of the entity (市科协 of 某某市科学技术协会), or 我局, 本部门?
[[nodiscard]] bool is_entity(std::string_view name, std::string_view entity);

/// Nothing but words that every report uses for totals and times (本年支出合计): such a name says
/// something only together with the section that it stands in.
[[nodiscard]] bool is_generic(std::string_view name);

}  // namespace tieout::report::narrative
