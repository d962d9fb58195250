// Other readings of what a share is of, and wholes that it cannot be of.
#pragma once

#include "report/narrative/shares.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <map>
#include <vector>

namespace tieout::report::narrative {

class ShareDoubts {
 public:
  /// `totals`: of the lists that parts stand in, by part. Both must outlive it.
  ShareDoubts(const Narrative& text, const std::map<std::size_t, std::size_t>& totals)
      : text_(text), totals_(totals) {}

  /// 甲90万元，占60%，其中乙30万元，占20%: no whole is named; of what 甲 is a share of as well. One
  /// more reading, if the percentage fits it.
  void add_whole_of_others(Share& share, const std::vector<Share>& found) const;
  /// 社会保障支出90万元，占35%, where only 三公经费3万元 was stated before: no whole is less than
  /// its part.
  void drop_smaller(Share& share) const;
  /// 支出总计90万元。…占支出合计的20%；…年末结转5万元: the sum without what is carried over is
  /// stated nowhere.
  /// Whether the share was left without a whole for that.
  bool leave_other_sum(Share& share) const;

  /// 一般公共预算支出80万元：甲40万元，占财政拨款支出40%；乙…: several shares behind each other
  /// that none fit what stands for the whole by another name, and all imply one other: of what
  /// nobody states.
  void leave_other_whole(std::vector<Share>& shares) const;

 private:
  /// 支出90万元，占预算的90%。未支出10万元，占10%: of the budget, which nobody states.
  [[nodiscard]] bool completes_rate(std::size_t percent) const;
  /// 占预算的90%。…占8%。…占2%: the shares from the first on that name no whole of their own.
  [[nodiscard]] bool makes_all(std::size_t first) const;
  /// Whether all shares [first, last) may be of one whole.
  [[nodiscard]] bool imply_one(const std::vector<Share>& shares, std::size_t first,
                               std::size_t last) const;
  [[nodiscard]] bool may_be_whole(const Share& share, std::size_t index) const;
  [[nodiscard]] bool fits(const Share& share, std::size_t whole) const;

  const Narrative& text_;
  const std::map<std::size_t, std::size_t>& totals_;
};

}  // namespace tieout::report::narrative
