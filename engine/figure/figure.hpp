// A figure: what a report states.
#pragma once

#include "figure/exact.hpp"
#include "figure/unit.hpp"
#include "source/place.hpp"

#include <string>
#include <string_view>

namespace tieout::figure {

/// What a stated number says: (value, decimals, unit). It stands for the closed interval
/// [value - u/2, value + u/2], u = 10^-decimals in its own unit, unless it is exact.
struct StatedNumber {
  Decimal value;               ///< in `unit`, multipliers applied: 1.85万册 is 18500
  int decimals = 0;            ///< precision at which it is stated; -2: to hundreds (1.85万册)
  bool exact = false;          ///< a point: counts, blank read as zero
  bool approximate = false;    ///< 余 近 约 多 超过: never held to equality
  bool unit_assumed = false;   ///< from the schema alone: decides only inside its own table
  bool fitted = false;         ///< a share whose last place may have been moved to make 100%
  const Unit* unit = nullptr;  ///< null: not known

  /// The value in the base unit of its dimension (元, 1); `unit` must be known.
  [[nodiscard]] Rational base() const;
  /// Whether its unit is known and of this kind.
  [[nodiscard]] bool is(Dimension::Kind kind) const {
    return unit != nullptr && unit->dimension.kind() == kind;
  }
  /// Whether its unit is known and is this one.
  [[nodiscard]] bool is_in(std::string_view id) const { return unit != nullptr && unit->id == id; }
  /// Half the step in the base unit; 0 if exact.
  [[nodiscard]] Rational half_step() const;
};

/// A stated number and where it is stated.
struct Figure : StatedNumber {
  std::string raw;  ///< the characters it was read from, evidence
  source::Place place;
};

}  // namespace tieout::figure
