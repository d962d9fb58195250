// Marks and scores that running text lists: of each indicator, of each group of them, of all.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <vector>

namespace tieout::report::narrative {

/// 过程指标25分，得23分：执行率10分，得9分；管理15分，得14分。…总分100分，得分95分: rows of
/// `decompositions` for the marks and for the scores. What `groups` already adds up is left out.
void write_score_lists(const Narrative& text, const std::vector<Group>& groups,
                       const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
