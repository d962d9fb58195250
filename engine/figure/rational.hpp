// Exact rationals. Nearly all that reports give rise to fit two machine words; the others are kept
// by Boost, so that none ever overflows or rounds.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace tieout::figure {

using Integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                              boost::multiprecision::et_off>;

/// A rational number of any size, in lowest terms, with a positive denominator.
class Rational {
 public:
  Rational() = default;
  /// Integers are rationals: implicit.
  template <std::integral Number>
  Rational(Number value) {
    if (std::in_range<std::int64_t>(value) && static_cast<std::int64_t>(value) != outside) {
      top_ = static_cast<std::int64_t>(value);
    } else {
      big_ = std::make_unique<const Big>(value);
    }
  }
  Rational(const Integer& value);
  /// bottom != 0
  Rational(const Integer& top, const Integer& bottom);
  template <std::integral Top, std::integral Bottom>
  Rational(Top top, Bottom bottom) : Rational(top) {
    *this /= bottom;
  }

  Rational(const Rational& other)
      : top_(other.top_), bottom_(other.bottom_), big_(other.copied_big()) {}
  Rational(Rational&& other) noexcept = default;
  Rational& operator=(const Rational& other) {
    top_ = other.top_;
    bottom_ = other.bottom_;
    if (big_ || other.big_) big_ = other.copied_big();
    return *this;
  }
  Rational& operator=(Rational&& other) noexcept = default;
  ~Rational() = default;

  // Nearly all are integers: amounts in base units, the coefficients of sums.
  Rational& operator+=(const Rational& other) {
    std::int64_t sum = 0;
    const bool fits = is_integer(other) && !__builtin_add_overflow(top_, other.top_, &sum);
    return fits && sum != outside ? set(sum) : add(other);
  }
  Rational& operator-=(const Rational& other) {
    std::int64_t rest = 0;
    const bool fits = is_integer(other) && !__builtin_sub_overflow(top_, other.top_, &rest);
    return fits && rest != outside ? set(rest) : subtract(other);
  }
  Rational& operator*=(const Rational& other) {
    std::int64_t product = 0;
    const bool fits = is_integer(other) && !__builtin_mul_overflow(top_, other.top_, &product);
    return fits && product != outside ? set(product) : multiply(other);
  }
  Rational& operator/=(const Rational& other);  ///< other != 0

  [[nodiscard]] friend Rational operator+(Rational a, const Rational& b) {
    a += b;
    return a;
  }
  [[nodiscard]] friend Rational operator-(Rational a, const Rational& b) {
    a -= b;
    return a;
  }
  [[nodiscard]] friend Rational operator*(Rational a, const Rational& b) {
    a *= b;
    return a;
  }
  [[nodiscard]] friend Rational operator/(Rational a, const Rational& b) {
    a /= b;
    return a;
  }
  [[nodiscard]] Rational operator-() const;
  [[nodiscard]] friend Rational abs(const Rational& value) { return value < 0 ? -value : value; }

  [[nodiscard]] friend bool operator==(const Rational& a, const Rational& b) {
    if (a.big_ || b.big_) return a.big_ && b.big_ && *a.big_ == *b.big_;
    return a.top_ == b.top_ && a.bottom_ == b.bottom_;
  }
  [[nodiscard]] friend std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
    return a.bottom_ == b.bottom_ && !a.big_ && !b.big_ ? a.top_ <=> b.top_ : a.compared(b);
  }

  [[nodiscard]] friend Integer numerator(const Rational& value) {
    return value.big_ ? Integer(boost::multiprecision::numerator(*value.big_))
                      : Integer(value.top_);
  }
  [[nodiscard]] friend Integer denominator(const Rational& value) {
    return value.big_ ? Integer(boost::multiprecision::denominator(*value.big_))
                      : Integer(value.bottom_);
  }

  /// Numerator and denominator in machine words, if they fit.
  struct Words {
    std::int64_t top;
    std::int64_t bottom;
  };
  [[nodiscard]] std::optional<Words> words() const {
    return big_ ? std::nullopt : std::optional(Words{top_, bottom_});
  }
  /// The value, if it is an integer that fits.
  [[nodiscard]] std::optional<std::int64_t> int64() const {
    return big_ || bottom_ != 1 ? std::nullopt : std::optional(top_);
  }

  /// "7", "-1/3"
  [[nodiscard]] std::string str() const;
  friend std::ostream& operator<<(std::ostream& out, const Rational& value);

 private:
  using Big = boost::multiprecision::number<
      boost::multiprecision::rational_adaptor<boost::multiprecision::cpp_int_backend<>>,
      boost::multiprecision::et_off>;
  /// The one word whose negative is none. Without it, whatever fits has a negative that fits.
  static constexpr std::int64_t outside = std::numeric_limits<std::int64_t>::min();

  explicit Rational(Big value);
  /// And is this one too, in one word each?
  [[nodiscard]] bool is_integer(const Rational& other) const {
    return (bottom_ | other.bottom_) == 1 && !big_ && !other.big_;
  }
  Rational& set(std::int64_t integer) {
    top_ = integer;
    return *this;
  }
  Rational& add(const Rational& other);
  Rational& subtract(const Rational& other);
  Rational& multiply(const Rational& other);
  [[nodiscard]] std::unique_ptr<const Big> copied_big() const {
    return big_ ? std::make_unique<const Big>(*big_) : nullptr;
  }
  [[nodiscard]] Big to_big() const;
  [[nodiscard]] std::strong_ordering compared(const Rational& other) const;
  /// Adds top / bottom if the result fits.
  [[nodiscard]] bool add_words(std::int64_t top, std::int64_t bottom);
  /// Multiplies by top / bottom, in lowest terms but of any signs, if the result fits.
  [[nodiscard]] bool multiply_words(std::int64_t top, std::int64_t bottom);

  // Each value has one form only: words where both fit, else big_ (and 0 / 1 here).
  std::int64_t top_ = 0;
  std::int64_t bottom_ = 1;
  std::unique_ptr<const Big> big_;
};

}  // namespace tieout::figure
