// Decides every check of a program on one report. Written to be read: exact rationals, intervals
// that belong to figures, every operand recorded.
#pragma once

#include "check/answers.hpp"
#include "check/known.hpp"
#include "check/outcome.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace tieout::check {

using TakeOutcome = std::function<void(Outcome&&)>;

/// Which outcomes come with sides, evidence and messages: all, or those that fail or are rounding.
enum class Detail { all, findings };

/// `tasks`: which of the program's rules, ascending; nothing: all. Last year's report of the
/// same entity, if there is one, lives as long as the call. Hands over each outcome as soon as it
/// is decided, in order of rule, row and check, except those that tasks know; each ends in exactly
/// one verdict. `answers`: what
/// aggregates come to that range over more than the report holds; null: none does.
void evaluate(const language::Program& program, const report::Report& report,
              const report::Report* prior, const figure::UnitSystem& units,
              const std::optional<std::span<const RuleTask>>& tasks, Detail detail,
              const TakeOutcome& take, const Answers* answers = nullptr);

/// Of every rule, all outcomes together, in all detail.
[[nodiscard]] std::vector<Outcome> evaluate(const language::Program& program,
                                            const report::Report& report,
                                            const report::Report* prior,
                                            const figure::UnitSystem& units);

}  // namespace tieout::check
