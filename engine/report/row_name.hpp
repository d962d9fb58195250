// What a row of a table without a key is called by.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>

namespace tieout::report {

/// Its first text; of a fact, what fact_name says. For rows of report data.
[[nodiscard]] std::string name_of(const Row& row, const schema::Table& table,
                                  const schema::Schema& schema);

/// What a fact is called whose item is `item` (an item of the schema by its id, spending.basic, or
/// words of the text) in the row labelled `row`, if any: 部门汇总 / 基本支出.
[[nodiscard]] std::string fact_name(const std::string& item, const std::string& row,
                                    const schema::Schema& schema);

}  // namespace tieout::report
