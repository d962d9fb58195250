// Comparisons of the sieve, in checked 128-bit arithmetic.
#pragma once

#include "check/sieve_plan.hpp"
#include "report/columns.hpp"

#include <cstdint>
#include <optional>

namespace tieout::check {

__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using): that cannot be an extension

/// A number that may have left the range of integers; then nothing is known of it.
class Checked {
 public:
  Checked(Wide value) : value_(value) {}  // NOLINT(google-explicit-constructor): it is a number

  friend Checked operator*(Checked a, Checked b) {
    Checked result = 0;
    result.good_ =
        !__builtin_mul_overflow(a.value_, b.value_, &result.value_) && a.good_ && b.good_;
    return result;
  }
  friend Checked operator+(Checked a, Checked b) {
    Checked result = 0;
    result.good_ =
        !__builtin_add_overflow(a.value_, b.value_, &result.value_) && a.good_ && b.good_;
    return result;
  }
  friend Checked operator-(Checked a, Checked b) {
    Checked result = 0;
    result.good_ =
        !__builtin_sub_overflow(a.value_, b.value_, &result.value_) && a.good_ && b.good_;
    return result;
  }
  [[nodiscard]] Checked size() const { return value_ < 0 ? Checked(0) - *this : *this; }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] Wide value() const { return value_; }

 private:
  Wide value_;
  bool good_ = true;
};

/// What a form comes to: value / divisor at the scale of its measure.
struct FormValue {
  Checked value = 0;
  std::int64_t step = 0;  ///< of a single figure
  Checked reach = 0;      ///< the figures' intervals leave it so wide: value +- reach / 2
  report::Measure measure = report::measure::any;
};

/// What a side comes to; `by` only where it is a quotient.
struct SideValue {
  FormValue form;
  FormValue by;
};

/// May values of the two be added and compared? What is not sure counts as no.
[[nodiscard]] bool fit(report::Measure a, report::Measure b);

/// The relation of b to a that is the one of a to b.
[[nodiscard]] figure::Relation mirrored(figure::Relation relation);

/// To compare a form with a quotient of two others without dividing: form x below x this with above
/// x that, each without its divisor.
struct QuotientFactors {
  std::int64_t below = 1;
  std::int64_t above = 1;
};
/// Nothing where a quotient of the two measures is not to be compared with the one, or a factor
/// leaves 62 bits.
[[nodiscard]] std::optional<QuotientFactors> quotient_factors(const plan::Form& form,
                                                              report::Measure one,
                                                              const plan::Side& side,
                                                              report::Measure above,
                                                              report::Measure below);

/// Does the comparison hold as stated? Nothing where that cannot be told without choosing points of
/// the figures' intervals, and where a number leaves the range.
[[nodiscard]] std::optional<bool> compare(const plan::Comparison& comparison, const SideValue& left,
                                          const SideValue& right);

}  // namespace tieout::check
