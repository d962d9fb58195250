// The functions that the language knows, by name.
#pragma once

#include "language/checked.hpp"

#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

namespace tieout::language {

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

struct Builtin {
  std::string_view name;
  std::variant<Call::Function, Aggregate::Function> function;
  std::size_t least = 1;  ///< arguments
  std::size_t most = 1;
};

/// All of them, by name.
[[nodiscard]] std::span<const Builtin> builtins();
/// Null if there is none of this name.
[[nodiscard]] const Builtin* builtin(std::string_view name);

}  // namespace tieout::language
