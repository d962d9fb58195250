// Which figures may be parts of another, and whether they add to it.
#pragma once

#include "report/narrative/statement.hpp"

#include <cstddef>
#include <vector>

namespace tieout::report::narrative {

/// Can one be a part of the other? Counts of different things cannot, unless both count people.
[[nodiscard]] bool units_fit(const figure::Figure& a, const figure::Figure& b);
/// An amount, planned or not; no share, change or the like.
[[nodiscard]] bool is_value(const Statement& statement);
/// 编制30人，其中：…在职55人: posts and those who hold them are two things.
[[nodiscard]] bool of_other_kind(const Statement& total, const Statement& part);
/// 投入满分20分，得分19分: what could be reached is no part of what was.
[[nodiscard]] bool is_full_mark(const Narrative& text, std::size_t statement);

/// The clause with which a sentence of those statements begins to explain what it stated
/// (主要原因是 新增人员3人，增加工资12万元): what stands from there on is no total; the highest
/// index if none.
[[nodiscard]] std::size_t first_reason(const Narrative& text,
                                       const std::vector<std::size_t>& sentence);

/// 甲5万元，占60%: a share behind it whose whole is not named.
[[nodiscard]] bool has_plain_share(const Narrative& text, std::size_t statement);

/// 2023年支出90万元，2022年支出80万元，增加10万元。其中：…: of several totals puts those of the
/// latest year, or of none, in front.
void put_latest_first(const Narrative& text, std::vector<std::size_t>& totals);

/// Figures that are added up one after another.
class RunningSum {
 public:
  void add(const figure::Figure& part);
  /// Is a figure the sum so far, give or take the rounding of all?
  [[nodiscard]] bool makes(const figure::Figure& total) const;

 private:
  figure::Rational sum_ = 0;
  figure::Rational allowed_ = 0;
};

/// Do the parts add to the total, give or take their rounding?
[[nodiscard]] bool adds_up(const Narrative& text, std::size_t total,
                           const std::vector<std::size_t>& parts);

}  // namespace tieout::report::narrative
