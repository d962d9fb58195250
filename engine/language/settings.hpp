// The profile and the parameters of a run: as the rule files declare them and the caller sets them.
#pragma once

#include "language/lowering.hpp"

namespace tieout::language {

/// Chooses the profile that the options name, else the default one.
void choose_profile(Workshop& workshop);

/// Gives every param its value: the literal it is declared with, or the caller's. Returns those
/// that the chosen profile has.
[[nodiscard]] std::vector<Parameter> settle_parameters(Workshop& workshop);

}  // namespace tieout::language
