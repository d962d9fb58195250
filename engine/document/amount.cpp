// Exact amounts of cells.
#include "document/amount.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <array>

namespace tieout::document {

std::int64_t power_of_ten(int power) {
  std::int64_t result = 1;
  for (; power > 0; --power) result *= 10;
  return result;
}

std::optional<Amount> read_amount(std::string_view text) {
  static constexpr std::array<std::string_view, 3> minuses = {"-", "－", "−"};
  text = trimmed(text);
  if (!resembles_figure(text)) return std::nullopt;
  const bool none = text.find_first_of("0123456789") == std::string_view::npos;
  const auto* minus = std::ranges::find_if(
      minuses, [text](std::string_view each) { return text.starts_with(each); });
  const bool negative = minus != minuses.end();
  if (negative) text.remove_prefix(minus->size());
  if (none) return count_characters(text) <= 1 ? std::optional(Amount{}) : std::nullopt;
  Amount amount;
  bool point = false;
  for (const char byte : text) {
    if (byte == ',' && !point) continue;
    if (byte == '.' && !point) {
      point = true;
      continue;
    }
    if (byte < '0' || byte > '9' || amount.value > most_value) return std::nullopt;
    amount.value = 10 * amount.value + (byte - '0');
    if (point) ++amount.decimals;
  }
  if (amount.decimals > Amount::most_decimals) return std::nullopt;
  const auto factor = power_of_ten(Amount::most_decimals - amount.decimals);
  if (amount.value > most_value / factor) return std::nullopt;
  amount.value *= negative ? -factor : factor;
  return amount;
}

}  // namespace tieout::document
