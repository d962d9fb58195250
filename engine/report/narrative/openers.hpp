// The words that open a list of parts: 其中, 包括, 分别为.
#pragma once

#include <string_view>

namespace tieout::report::narrative {

enum class Opener {
  none,
  among,    ///< 其中: some parts
  listed,   ///< 包括, a colon
  sided,    ///< 收入包括, 支出包括: one side of a total of both
  sorted,   ///< 按性质分: all parts, of one way to divide
  parted,   ///< 分别为, 由 ... 组成: all parts
  partial,  ///< 主要包括: the larger ones
};

/// What words open at their start.
[[nodiscard]] Opener opener_of(std::string_view words);

/// Words that only name what the figures behind them are parts of.
struct Topic {
  std::string_view whole;  ///< 基本支出中: 基本支出; empty for other words
  bool complete = false;   ///< 本年收入的具体构成为: all parts follow
};
[[nodiscard]] Topic topic_of(std::string_view words);

}  // namespace tieout::report::narrative
