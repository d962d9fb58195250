// Reads digits.
#include "report/written_number.hpp"

namespace tieout::report {

std::optional<WrittenNumber> written_number(std::string_view text) {
  constexpr std::size_t most = 18;  // of which every number fits 64 bits
  WrittenNumber number;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto take_digits = [&](std::size_t room) {
    std::size_t taken = 0;
    for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; ++taken, text.remove_prefix(1)) {
      if (taken == room) return std::size_t{0};
      number.digits = number.digits * 10 + (text[0] - '0');
    }
    return taken;
  };
  const bool zero = text.starts_with('0');
  const std::size_t whole = take_digits(most);
  if (whole == 0 || (zero && whole > 1)) return std::nullopt;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    number.decimals = take_digits(most - whole);
    if (number.decimals == 0) return std::nullopt;
  }
  if (negative) number.digits = -number.digits;
  number.rest = text;
  return number;
}

}  // namespace tieout::report
