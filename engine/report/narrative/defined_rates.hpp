// Rates whose name alone says of what they are.
#pragma once

#include <span>
#include <string_view>

namespace tieout::report::narrative {

/// 结转结余率 is 结转结余 ÷ 预算: words of which one stands before the figure of each side.
struct DefinedRate {
  std::string_view name;
  std::span<const std::string_view> part;
  std::span<const std::string_view> whole;
};

/// By the end of its name (部门结转结余率); null for any other rate.
[[nodiscard]] const DefinedRate* defined_rate(std::string_view name);

}  // namespace tieout::report::narrative
