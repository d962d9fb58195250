// Proves a rule on all reports of a batch in passes over whole columns.
#pragma once

#include "check/row_sets.hpp"
#include "check/sieve.hpp"
#include "check/sieve_plan.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tieout::check {

/// Enters into `proofs` what can be seen of rule number `rule`, and what is left of it to the
/// evaluator. The result: reports where a figure is missing, in another unit than its column's
/// others or beyond 64 bits, so that somebody has to look at them one by one.
[[nodiscard]] std::vector<std::uint32_t> prove_by_columns(const plan::Rule& plan, std::size_t rule,
                                                          const report::Batch& batch,
                                                          RowSets& row_sets, Proofs& proofs);

}  // namespace tieout::check
