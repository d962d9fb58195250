// Linear forms over stated figures and quotients of two.
#include "figure/linear.hpp"

#include <utility>
#include <vector>

namespace tieout::figure {

namespace {

/// One figure in a quotient: its coefficients above and below the line, and its interval.
struct Part {
  Rational above;
  Rational below;
  Rational center;
  Rational half_step;
};

/// A quotient of two linear forms over a box, at whose vertices it is largest and smallest.
class Fraction {
 public:
  Fraction(const Quotient& quotient, const Operands& operands)
      : above_(quotient.numerator.constant), below_(quotient.denominator.constant) {
    auto top = quotient.numerator.coefficients.begin();
    auto bottom = quotient.denominator.coefficients.begin();
    const auto top_end = quotient.numerator.coefficients.end();
    const auto bottom_end = quotient.denominator.coefficients.end();
    while (top != top_end || bottom != bottom_end) {
      const bool take_top = top != top_end && (bottom == bottom_end || top->first <= bottom->first);
      const FigureId id = take_top ? top->first : bottom->first;
      Part part{0, 0, operands.base(id), operands.half_step(id)};
      if (take_top) part.above = (top++)->second;
      if (bottom != bottom_end && bottom->first == id) part.below = (bottom++)->second;
      parts_.push_back(std::move(part));
    }
  }

  /// The largest value (sign 1) or the smallest (sign -1). Dinkelbach's method: from a value v, the
  /// vertex at which numerator - v x denominator is largest is at least as good, and better unless
  /// v is the largest. Vertices are finitely many, and few are visited: it converges faster than
  /// linearly.
  [[nodiscard]] Rational extreme(int sign) const {
    Rational best = value_at([](const Part&) { return 0; });
    for (;;) {
      Rational next = value_at([&](const Part& part) {
        const Rational slope = part.above - best * part.below;
        return slope > 0 ? sign : slope < 0 ? -sign : 0;
      });
      if (next == best) return best;
      best = std::move(next);
    }
  }

 private:
  /// The value where each figure is at its upper end, its lower end or as stated: `end` is 1, -1,
  /// 0.
  template <typename End>
  [[nodiscard]] Rational value_at(const End& end) const {
    Rational above = above_;
    Rational below = below_;
    for (const Part& part : parts_) {
      const Rational point = part.center + end(part) * part.half_step;
      above += part.above * point;
      below += part.below * point;
    }
    return above / below;
  }

  Rational above_;
  Rational below_;
  std::vector<Part> parts_;
};

}  // namespace

Rational add(Linear& a, const Linear& b, const Rational& factor, const Operands& operands) {
  Rational growth = 0;
  a.constant += factor * b.constant;
  for (const auto& [id, coefficient] : b.coefficients) {
    const auto [place, added] = a.coefficients.try_emplace(id, 0);
    const Rational before = abs(place->second);
    place->second += factor * coefficient;
    growth += (abs(place->second) - before) * operands.half_step(id);
    if (place->second == 0) a.coefficients.erase(place);
  }
  return growth;
}

Linear scaled(Linear a, const Rational& factor) {
  a.constant *= factor;
  if (factor == 0) a.coefficients.clear();
  for (auto& [id, coefficient] : a.coefficients) coefficient *= factor;
  return a;
}

Interval range(const Quotient& quotient, const Operands& operands) {
  const Fraction fraction(quotient, operands);
  return {fraction.extreme(-1), fraction.extreme(1)};
}

}  // namespace tieout::figure
