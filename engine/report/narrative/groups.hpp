// Totals and their parts, in whichever order the text gives them.
#pragma once

#include "report/narrative/lookup.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace tieout::report::narrative {

/// A total with the figures that are said to be its parts.
struct Group {
  enum class Form {
    among,    ///< 共28人，其中：行编11人，事业编17人
    listed,   ///< 包括, 分别为, a colon: the text lists what there is
    bracket,  ///< 359.39万元（人员355.81万元，公用3.58万元）
    last,     ///< 3个村、2个协会共5个单位
  };
  Form form = Form::among;
  std::size_t total = 0;
  std::vector<std::size_t> parts;
  std::vector<std::size_t> further;       ///< figures of the next sentences that may be parts too
  std::vector<std::size_t> other_totals;  ///< that the list may belong to as well
  std::optional<std::size_t> parent;      ///< the group whose part this total is
  bool complete = false;      ///< the text says that the parts are all: 共, 合计, 分别为
  bool exact = true;          ///< false: some part is approximate, 等 or 主要 leaves the list open
  bool tidy = true;           ///< false: other figures stand between, or units differ
  std::size_t front = 0;      ///< parts in front of what made it untidy
  std::size_t first_run = 0;  ///< parts in front of the first semicolon behind one; 0 if none
  bool said = false;          ///< a bracket that begins with 其中
  bool sided = false;         ///< one side of a total of income and spending
  bool by_sum = false;        ///< no word makes it a list, only that it adds up
  bool certain = false;       ///< the words leave no doubt of what belongs to the list
  bool closed = false;        ///< the parts must add to the total
  bool apart = false;         ///< open, but no part overlaps another
  bool overlaps =
      false;  ///< each part is the share of the total that is stated with it, all are more
  bool doubtful = false;  ///< they should, but the list may have been read wrong
};

/// Every group of the text in order; which are closed is not decided yet.
[[nodiscard]] std::vector<Group> find_groups(const Narrative& text, const NameIndex& names);

/// 预算21.8万元，其中：接待11.8万元: the parts of a budget were budgeted too, and are no figures of
/// what was spent.
void plan_parts(Narrative& text, const std::vector<Group>& groups);

}  // namespace tieout::report::narrative
