// Two percentages and by how many points they differ.
#pragma once

#include "figure/unit.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// 优良率95%，比上年93.2%提高1.8个百分点; 合格率89.6%，高于规定70%的标准19.6个百分点: rows of
/// `changes`. Where the words do not say what is compared, only what fits.
void write_point_differences(const Narrative& text, const schema::Schema& schema,
                             const figure::UnitSystem& units, Report& report);

}  // namespace tieout::report::narrative
