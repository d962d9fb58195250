// Headings under which a text speaks of a part of the whole: of one unit, or of one fund.
#pragma once

#include <string_view>
#include <vector>

namespace tieout::report::narrative {

enum class Scope {
  whole,
  unit,  ///< （一）局本级, （二）市图书馆
  fund,  ///< （一）一般公共预算: what it calls 收入合计 is not the department's
};

/// What the headings above a text, from the widest down, narrow it to. `entity` is whose report it
/// is.
[[nodiscard]] Scope scope_of(const std::vector<std::string_view>& headings,
                             std::string_view entity);

}  // namespace tieout::report::narrative
