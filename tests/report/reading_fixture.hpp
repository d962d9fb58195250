// Reads a report's text with the schema of departments' spending and shows what was understood.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>

/// The schema and the units that it is read with.
[[nodiscard]] const tieout::schema::Schema& spending_schema();
[[nodiscard]] const tieout::figure::UnitSystem& spending_units();

/// What a text is read as, the way `tieout` does.
[[nodiscard]] tieout::report::Report read_report(const std::string& text);

/// A value with its place: 12.50万元@4:2; "~": its unit is the schema's only; blank@4:3; missing.
[[nodiscard]] std::string shown(const tieout::report::Value& value);

/// The rows of a table, one a line: "label: column=value column=value", missing columns left out; a
/// doubted row: "label: doubted: sentence".
[[nodiscard]] std::string rows(const tieout::report::Report& report, std::string_view table);

/// The value of a scalar, shown.
[[nodiscard]] std::string scalar(const tieout::report::Report& report, std::string_view id);
