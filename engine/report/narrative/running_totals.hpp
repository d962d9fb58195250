// Totals of what the sentences before stated one by one, planned or spent, and amounts that are
// carried on.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <vector>

namespace tieout::report::narrative {

/// Writes to `decompositions` the sums that no group is: 人员经费预算68万元，支出67万元；项目经费
/// 预算32万元，支出30万元。两项合计预算100万元，支出97万元 adds up what was planned and what was
/// spent; 第二季度支付30万元，累计支付80万元 the amount and the one that was reached before.
void write_running_totals(const Narrative& text, const std::vector<Group>& groups,
                          const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
