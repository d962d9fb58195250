// Two characters that a name and some words share.
#pragma once

#include "report/narrative/characters.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace tieout::report::narrative {

/// Whether two neighbouring characters of the name stand in the words, and are none of those left
/// out: 接待来访420人 and 国内接待支出.
template <std::size_t count>
[[nodiscard]] bool shares_pair(std::string_view name, std::string_view words,
                               const std::string_view (&left_out)[count]) {
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t next = at + character_at(name, at).bytes;
    if (next >= name.size()) break;
    const std::string_view pair = name.substr(at, next + character_at(name, next).bytes - at);
    if (words.find(pair) != std::string_view::npos &&
        std::ranges::find(left_out, pair) == std::end(left_out)) {
      return true;
    }
    at = next;
  }
  return false;
}

}  // namespace tieout::report::narrative
