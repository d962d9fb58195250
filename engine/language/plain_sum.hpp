// Is a check a plain sum (基本平衡)? No explanation makes one right.
#pragma once

#include "language/checked.hpp"

namespace tieout::language {

/// Equality, without a tolerance, of sides that only add, subtract and sum what is stated: total =
/// basic + project. One figure beside another, a product or a share is none; of several relations
/// joined by logic or chosen by a condition, each must be one.
[[nodiscard]] bool is_plain_sum(const Check& check);

/// May a person's explanation settle a finding of this check?
[[nodiscard]] bool may_be_accepted(const Rule& rule, const Check& check);

}  // namespace tieout::language
