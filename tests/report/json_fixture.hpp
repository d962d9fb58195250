// JSON report data as the tests read it, and reports compared member by member.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>

namespace tieout::report {

/// Reads an example (nothing is required) of the schema department-spending.
[[nodiscard]] Report example(std::string_view json);

/// What reading it says: "line:column sentence"; empty if it is read.
[[nodiscard]] std::string refusal(std::string_view json,
                                  source::Language language = source::Language::en);

[[nodiscard]] const Value& scalar(const Report& report, std::string_view id);
[[nodiscard]] const Table& table(const Report& report, std::string_view id);
[[nodiscard]] const Value& cell(const Report& report, std::string_view table_id, std::size_t row,
                                std::string_view column);

/// A value in one line: `1003.30 万元 /2`, then what is particular about it; for figures the
/// decimals stand behind the slash.
[[nodiscard]] std::string shown(const Value& value);

/// Everything of a report in lines, places included: equal reports give equal texts.
[[nodiscard]] std::string dump(const Report& report);

}  // namespace tieout::report
