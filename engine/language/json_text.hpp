// The extent of a JSON object in rule text. What it says is read later, with the report's schema.
#pragma once

#include "language/fault.hpp"

#include <cstddef>
#include <span>

namespace tieout::language {

/// How many tokens the object takes that `tokens` starts with, an opening brace: up to the brace
/// that closes it. Throws Fault if its brackets do not match or its texts are not closed.
[[nodiscard]] std::size_t tokens_of_object(const Passage& passage, std::span<const Token> tokens);

}  // namespace tieout::language
