// Exact rationals: arithmetic in machine words while it fits, by Boost where it does not.
#include "figure/rational.hpp"

#include "figure/word.hpp"

#include <numeric>
#include <ostream>

namespace tieout::figure {

namespace {

/// Holds the sum of two products of words.
__extension__ using Wide = __int128;

/// Whether both are words with a negative.
bool fit(Wide top, Wide bottom) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  return top <= most && top >= -most && bottom <= most;
}

}  // namespace

Rational::Rational(const Integer& value) {
  if (const auto word = word_of(value)) {
    top_ = *word;
  } else {
    *this = Rational(Big(value));
  }
}

Rational::Rational(const Integer& top, const Integer& bottom) : Rational(Big(top, bottom)) {}

Rational::Rational(Big value) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const auto top = boost::multiprecision::numerator(value);
  const auto bottom = boost::multiprecision::denominator(value);
  if (abs(top) <= most && bottom <= most) {
    top_ = top.convert_to<std::int64_t>();
    bottom_ = bottom.convert_to<std::int64_t>();
  } else {
    big_ = std::make_unique<const Big>(std::move(value));
  }
}

Rational::Big Rational::to_big() const { return big_ ? *big_ : Big(top_, bottom_); }

bool Rational::add_words(std::int64_t top, std::int64_t bottom) {
  Wide sum = 0;
  Wide below = 0;
  if (bottom == bottom_) {
    sum = Wide(top_) + top;
    below = bottom;
    if (bottom != 1) {
      const std::int64_t common = std::gcd(static_cast<std::int64_t>(sum % bottom), bottom);
      sum /= common;
      below /= common;
    }
  } else {
    // Knuth, The Art of Computer Programming 4.5.1: what divides both is a factor of `common`.
    const std::int64_t common = std::gcd(bottom_, bottom);
    sum = Wide(top_) * (bottom / common) + Wide(top) * (bottom_ / common);
    const std::int64_t rest = std::gcd(static_cast<std::int64_t>(sum % common), common);
    sum /= rest;
    below = Wide(bottom_ / common) * (bottom / rest);
  }
  if (!fit(sum, below)) return false;
  top_ = static_cast<std::int64_t>(sum);
  bottom_ = static_cast<std::int64_t>(below);
  return true;
}

bool Rational::multiply_words(std::int64_t top, std::int64_t bottom) {
  const std::int64_t across = bottom == 1 ? 1 : std::gcd(top_, bottom);
  const std::int64_t back = bottom_ == 1 ? 1 : std::gcd(top, bottom_);
  Wide above = Wide(top_ / across) * (top / back);
  Wide below = Wide(bottom_ / back) * (bottom / across);
  if (below < 0) {
    above = -above;
    below = -below;
  }
  if (!fit(above, below)) return false;
  top_ = static_cast<std::int64_t>(above);
  bottom_ = static_cast<std::int64_t>(below);
  return true;
}

Rational& Rational::add(const Rational& other) {
  if (big_ || other.big_ || !add_words(other.top_, other.bottom_)) {
    *this = Rational(Big(to_big() + other.to_big()));
  }
  return *this;
}

Rational& Rational::subtract(const Rational& other) {
  if (big_ || other.big_ || !add_words(-other.top_, other.bottom_)) {
    *this = Rational(Big(to_big() - other.to_big()));
  }
  return *this;
}

Rational& Rational::multiply(const Rational& other) {
  if (big_ || other.big_ || !multiply_words(other.top_, other.bottom_)) {
    *this = Rational(Big(to_big() * other.to_big()));
  }
  return *this;
}

Rational& Rational::operator/=(const Rational& other) {
  if (is_integer(other) && other.top_ != 0 && top_ % other.top_ == 0) {
    return set(top_ / other.top_);
  }
  // Zero below the line is Boost's to refuse, as it refuses that of big ones.
  if (big_ || other.big_ || other.top_ == 0 || !multiply_words(other.bottom_, other.top_)) {
    *this = Rational(Big(to_big() / other.to_big()));
  }
  return *this;
}

Rational Rational::operator-() const {
  if (big_) return Rational(Big(-*big_));
  Rational result = *this;
  result.top_ = -top_;
  return result;
}

std::strong_ordering Rational::compared(const Rational& other) const {
  if (big_ || other.big_) {
    const int order = to_big().compare(other.to_big());
    return order <=> 0;
  }
  const Wide left = Wide(top_) * other.bottom_;
  const Wide right = Wide(other.top_) * bottom_;
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

std::string Rational::str() const {
  if (big_) return big_->str();
  return bottom_ == 1 ? std::to_string(top_) : std::to_string(top_) + "/" + std::to_string(bottom_);
}

std::ostream& operator<<(std::ostream& out, const Rational& value) { return out << value.str(); }

}  // namespace tieout::figure
