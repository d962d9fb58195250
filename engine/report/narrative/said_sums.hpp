// Sums that the meaning of the words makes.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <vector>

namespace tieout::report::narrative {

/// 108个指标中，完成103个，未完成5个; 原值92万元，累计折旧28万元，净值64万元;
/// 预算15万元，支出14万元， …，结余1万元: rows of `decompositions`. What `groups` already adds up
/// is left out.
void write_said_sums(const Narrative& text, const std::vector<Group>& groups,
                     const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
