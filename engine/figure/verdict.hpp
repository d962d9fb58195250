// The six verdicts and the logic over them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tieout::figure {

enum class Verdict : std::uint8_t { holds, rounding, fails, undecided, not_applicable, error };
inline constexpr std::array<Verdict, 6> verdicts = {Verdict::holds,          Verdict::rounding,
                                                    Verdict::fails,          Verdict::undecided,
                                                    Verdict::not_applicable, Verdict::error};

/// "holds", "rounding", "fails", "undecided", "not_applicable", "error".
[[nodiscard]] std::string_view name(Verdict verdict);

/// fails < undecided < rounding < holds: `both` takes the least, `either` the greatest. Only these
/// four may be given.
[[nodiscard]] Verdict both(Verdict a, Verdict b);
[[nodiscard]] Verdict either(Verdict a, Verdict b);
/// Swaps holds and fails, keeps the others.
[[nodiscard]] Verdict negated(Verdict a);

}  // namespace tieout::figure
