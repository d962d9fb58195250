// Slips that a relation's own figures betray: a digit, a sign, a factor, an addend.
#pragma once

#include "finding/finding.hpp"

#include <vector>

namespace tieout::finding {

/// A stated figure of a linear relation, with what it would have to be for the relation to hold.
struct Operand {
  const check::Evidence* evidence = nullptr;
  /// Values stated to as many decimals that would fit, nearest first; several where the rounding of
  /// the other figures leaves room, none where one of the two has fewer than three digits: those
  /// fit by chance.
  std::vector<figure::Decimal> fitting;
};

/// The figures of a relation that fails, if it is linear in them; none else. Approximate figures
/// are left out.
[[nodiscard]] std::vector<Operand> operands_of(const check::Outcome& outcome);

/// What the operands betray, likeliest first.
[[nodiscard]] std::vector<Diagnosis> slips(const check::Outcome& outcome,
                                           const std::vector<Operand>& operands);

/// Has the value three digits or more? Fewer fit by chance.
[[nodiscard]] bool is_telling(const figure::Decimal& value);

/// "基本支出 359.39万元": a figure as messages name it, and the same with another value.
[[nodiscard]] std::string named(const check::Evidence& evidence);
[[nodiscard]] std::string valued(const figure::Decimal& value, const figure::StatedNumber& like);

}  // namespace tieout::finding
