// Integers that are machine words after all, which nearly all are.
#pragma once

#include "figure/rational.hpp"

#include <cstdint>
#include <limits>
#include <optional>

namespace tieout::figure {

/// The value, if it is a word whose negative is one too.
[[nodiscard]] inline std::optional<std::int64_t> word_of(const Integer& value) {
  const auto& limbs = value.backend();
  constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
  static_assert(sizeof *limbs.limbs() == sizeof most);
  if (limbs.size() > 1 || *limbs.limbs() > most) return std::nullopt;
  const auto size = static_cast<std::int64_t>(*limbs.limbs());
  return limbs.sign() ? -size : size;
}

}  // namespace tieout::figure
