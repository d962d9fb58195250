// Targets that are told without a sign: 指标值1000元，实际完成值900元.
#pragma once

#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <string_view>

namespace tieout::report::narrative {

/// 指标值, 任务数, 计划完成, 计划补助: the figure behind these words is what was to be done.
[[nodiscard]] bool promises(std::string_view lead);
/// 实际完成, 实际发放: ... is what was reached.
[[nodiscard]] bool says_reached(std::string_view lead);

/// Adds to `targets` what was planned to be done, as a figure of its own, with what was done.
void write_plain_targets(const Narrative& text, const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
