// The characters of a number as an integer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tieout::report {

/// `digits` without the point, of which `decimals` stand after it; `rest` is what follows.
struct WrittenNumber {
  std::int64_t digits = 0;
  std::size_t decimals = 0;
  std::string_view rest;
};

/// The number that a text begins with, in JSON's grammar but without an exponent; nothing if it
/// begins with none, or with one of more than 18 digits.
[[nodiscard]] std::optional<WrittenNumber> written_number(std::string_view text);

}  // namespace tieout::report
