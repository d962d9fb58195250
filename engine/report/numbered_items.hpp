// The items that one cell lists: 指标1：…；指标2：…, 目标1：…, 1、… 2、…
#pragma once

#include "document/document.hpp"

#include <optional>
#include <vector>

namespace tieout::report {

struct NumberedItem {
  std::optional<int> number;  ///< as written; none if the item has no number
  document::PlacedText text;  ///< without the number; paragraphs joined with a line's end
};

/// Items begin at a number at the start of a paragraph (1、 1. （1） ①), or at 指标1：, 目标1： and
/// the like anywhere. Text before the first number is an item of its own, the one before it: where
/// the next is 2, it is 1. Text without numbers is one item.
[[nodiscard]] std::vector<NumberedItem> numbered_items(const document::Cell& cell);

}  // namespace tieout::report
