// Marks and the score that goes with them: 绩效目标合理性3分，得3分.
#pragma once

#include "report/narrative/statement.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {

/// Points, exact and no bound of a range.
[[nodiscard]] bool states_points(const Statement& statement);
/// 得15分, 自评得分为93.5分: what was reached.
[[nodiscard]] bool is_score(const Narrative& text, std::size_t statement);
/// 扣1.5分: what was taken off.
[[nodiscard]] bool is_deduction(const Narrative& text, std::size_t statement);

/// 产出指标满分50分，自评得分|48分; 经济性10分，自评|10分: the score of that group, of less than a
/// hundred marks.
[[nodiscard]] bool is_score_of_group(const Narrative& text, std::size_t statement);

struct ScorePair {
  std::size_t marks = 0;
  std::size_t score = 0;
  std::string_view name;  ///< of what was scored, as the text has it
  bool heads = false;     ///< a colon behind it opens the list of its parts
  bool total = false;     ///< 总分100分，得分95分
};

/// All pairs of the text, in its order.
[[nodiscard]] std::vector<ScorePair> find_score_pairs(const Narrative& text);

}  // namespace tieout::report::narrative
