// How much a title says that a document is of a schema.
#pragma once

#include "schema/schema.hpp"

#include <cstddef>
#include <string>

namespace tieout::report {

/// Characters of the schema's words of recognition that a folded title has: long words say more.
[[nodiscard]] std::size_t recognised(const schema::Schema& schema, const std::string& title);

}  // namespace tieout::report
