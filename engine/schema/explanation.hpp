// Says in the program's own words why a value does not fit a JSON Schema.
#pragma once

#include "schema/validator.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tieout::schema {

/// The first thing in `instance` that does not fit `schema`, which it is known not to fit. Looks at
/// the keywords that schema files may use; for others it can only name the whole.
[[nodiscard]] Violation explain(const nlohmann::json& schema, const Json& instance);

/// Written without a decimal point and an exponent.
[[nodiscard]] bool is_integer(const JsonNumber& number);

}  // namespace tieout::schema
