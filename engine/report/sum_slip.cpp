// Whether a sum that does not come out has a slip in one of its figures.
#include "report/sum_slip.hpp"

#include "figure/digit_slip.hpp"

#include <algorithm>
#include <cstddef>

namespace tieout::report {

namespace {

/// Whether a part within the excess is the sum of those behind it.
bool counts_twice(const std::vector<const figure::Figure*>& parts, const figure::Rational& excess) {
  for (std::size_t above = 0; above + 1 < parts.size(); ++above) {
    auto rest = parts[above]->value.rational();
    if (rest <= figure::Rational(0) || rest > excess) continue;
    for (auto below = above + 1; below < parts.size() && rest > figure::Rational(0); ++below) {
      rest -= parts[below]->value.rational();
    }
    if (rest == figure::Rational(0)) return true;
  }
  return false;
}

bool is_slip(const figure::Figure& stated, const figure::Rational& fitting) {
  if (fitting <= figure::Rational(0)) return false;
  const auto right = figure::rounded(fitting, stated.decimals);
  return right.rational() == fitting &&
         (figure::has_other_digit(stated.value, right) ||
          figure::digit_slip(stated.value, right) != figure::DigitSlip::none);
}

}  // namespace

bool slip_explains(const figure::Figure& total, const std::vector<const figure::Figure*>& parts) {
  figure::Rational sum(0);
  for (const auto* part : parts) {
    if (part->unit != total.unit) return false;
    sum += part->value.rational();
  }
  const auto excess = sum - total.value.rational();
  if (counts_twice(parts, excess)) return false;
  return is_slip(total, sum) || std::ranges::any_of(parts, [&excess](const figure::Figure* part) {
           return is_slip(*part, part->value.rational() - excess);
         });
}

}  // namespace tieout::report
