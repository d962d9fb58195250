// What a row of a table without a key is called by.
#pragma once

#include "report/report.hpp"

#include <string>

namespace tieout::report {

/// Its first text; of a fact, its item and row. For rows of report data.
[[nodiscard]] std::string name_of(const Row& row, const schema::Table& table);

}  // namespace tieout::report
