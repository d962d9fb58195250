// Changes that are listed as the parts of another.
#pragma once

#include "report/narrative/change_rows.hpp"
#include "report/narrative/statement.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// 比上年增加17.95万元，其中：甲增加18.98万元，乙减少1.03万元: a row of `change_groups` for each
/// such list that adds up, or that names all that the schema divides its total into.
void write_change_lists(const Narrative& text, const schema::Schema& schema, ChangeRows& rows);

}  // namespace tieout::report::narrative
