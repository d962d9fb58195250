// Is the JSON of an example well formed?
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tieout::language {

/// The byte at which `text` stops being a JSON object, nested at most `depth` deep; nothing if all
/// of it is one. What the object says is not looked at.
[[nodiscard]] std::optional<std::size_t> json_fault(std::string_view text, std::size_t depth);

}  // namespace tieout::language
