// Amounts that are so much for each of so many.
#pragma once

#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// 面积3.65万亩，每亩补助500元，应兑付1825万元; 受益学生34280人，每生每年800元: rows of `averages`.
/// Where several figures could be meant only what fits.
void write_products(const Narrative& text, const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
