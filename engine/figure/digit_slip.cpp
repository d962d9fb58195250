// Compares the digits of two figures.
#include "figure/digit_slip.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace tieout::figure {

namespace {

std::string digits_of(const Decimal& value) {
  std::string text = value.text();
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  return text;
}

std::string stated_to(const Decimal& value, int scale) {
  return rounded(value.rational(), scale).text();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Where `longer` has one digit that `shorter` lacks, the first such place.
std::optional<std::size_t> extra_digit(std::string_view longer, std::string_view shorter) {
  if (longer.size() != shorter.size() + 1) return std::nullopt;
  const auto at =
      static_cast<std::size_t>(std::ranges::mismatch(longer, shorter).in1 - longer.begin());
  if (!is_digit(longer[at]) || longer.substr(at + 1) != shorter.substr(at)) return std::nullopt;
  return at;
}

/// Of one scale; digits beside the point are neighbours, too: 28.43 for 24.83.
bool is_transposed(std::string a, std::string b) {
  std::erase(a, '.');
  std::erase(b, '.');
  if (a.size() != b.size()) return false;
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return at + 1 < a.size() && is_digit(a[at]) && is_digit(a[at + 1]) && a[at] == b[at + 1] &&
         a[at + 1] == b[at] && a.compare(at + 2, a.npos, b, at + 2, b.npos) == 0;
}

}  // namespace

DigitSlip digit_slip(const Decimal& stated, const Decimal& fitting) {
  const int scale = std::max({stated.scale, fitting.scale, 0});
  if (is_transposed(stated_to(stated, scale), stated_to(fitting, scale))) {
    return DigitSlip::transposed;
  }
  const std::string a = digits_of(stated);
  const std::string b = digits_of(fitting);
  // A last digit that is lacking is a figure stated less precisely, or a factor of ten.
  if (const auto at = extra_digit(b, a); at && *at + 1 < b.size()) return DigitSlip::dropped;
  // The first of two equal digits is found as the last of them.
  if (const auto at = extra_digit(a, b); at && *at > 0 && a[*at] == a[*at - 1]) {
    return DigitSlip::doubled;
  }
  return DigitSlip::none;
}

bool has_other_digit(const Decimal& stated, const Decimal& fitting) {
  const int scale = std::max({stated.scale, fitting.scale, 0});
  const std::string a = stated_to(stated, scale);
  const std::string b = stated_to(fitting, scale);
  if (a.size() != b.size()) return false;
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return at < a.size() && is_digit(a[at]) && is_digit(b[at]) &&
         std::string_view(a).substr(at + 1) == std::string_view(b).substr(at + 1);
}

}  // namespace tieout::figure
