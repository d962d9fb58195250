// Reads digits.
#include "report/written_number.hpp"

namespace tieout::report {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<WrittenNumber> written_number(std::string_view text) {
  constexpr std::ptrdiff_t most = 18;  // of which every number fits 64 bits
  const char* at = text.data();
  const char* const end = at + text.size();
  const bool negative = at != end && *at == '-';
  if (negative) ++at;
  std::uint64_t digits = 0;  // wraps where there are too many, which are not taken then
  const auto take_digits = [&] {
    const char* const begin = at;
    for (; at != end && is_digit(*at); ++at) {
      digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
    }
    return at - begin;
  };
  const bool zero = at != end && *at == '0';
  const std::ptrdiff_t whole = take_digits();
  if (whole == 0 || (zero && whole > 1)) return std::nullopt;
  std::ptrdiff_t decimals = 0;
  if (at != end && *at == '.') {
    ++at;
    decimals = take_digits();
    if (decimals == 0) return std::nullopt;
  }
  if (whole + decimals > most) return std::nullopt;
  WrittenNumber number;
  number.digits = static_cast<std::int64_t>(digits);
  if (negative) number.digits = -number.digits;
  number.decimals = static_cast<std::size_t>(decimals);
  number.rest = {at, static_cast<std::size_t>(end - at)};
  return number;
}

}  // namespace tieout::report
