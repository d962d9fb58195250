// Totals that stand behind their parts.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {

/// 资产购置47.34万元，资产价值17.95万元，共计65.29万元: the group whose total is the statement `at`
/// of a sentence's `statements`. `sentence_before`: those of the sentence before in the passage.
[[nodiscard]] std::optional<Group> total_last(const Narrative& text,
                                              const std::vector<std::size_t>& statements,
                                              std::size_t at,
                                              const std::vector<std::size_t>& sentence_before);

/// 年初预算90万元，年中追加10万元，全年预算100万元, where `groups` are those found so far.
[[nodiscard]] std::optional<Group> adjusted_plan(const Narrative& text,
                                                 const std::vector<Group>& groups,
                                                 const std::vector<std::size_t>& statements,
                                                 std::size_t at);

/// 年中追加, 调整后预算: the words before a figure make it no part of what was planned first.
[[nodiscard]] bool changes_plan(std::string_view lead);

}  // namespace tieout::report::narrative
