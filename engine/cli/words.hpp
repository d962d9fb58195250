// Names in messages: lists of them, and the one that was probably meant.
#pragma once

#include "source/message.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::cli {

/// "a, b, c": the same in both languages, as names are.
[[nodiscard]] std::string list_of(const std::vector<std::string_view>& names);

/// The argument `suggestion`: "did you mean ..." with the name nearest to `wanted`, or nothing.
[[nodiscard]] source::Message::Argument suggestion(std::string_view wanted,
                                                   std::span<const std::string_view> known);

}  // namespace tieout::cli
