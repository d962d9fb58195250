// Marks and scores that headings state, of a chapter and of the sections below it.
#pragma once

#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// Writes to `decompositions` what （一）过程（满分20分，得分18.6分） has
/// from 1.资金管理（满分12分，得分 10.6分） and 2.组织实施（满分8分，得分8分）: the next headings
/// below it, all of which state theirs.
void write_score_headings(const Narrative& text, const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
