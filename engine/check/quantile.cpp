// Picks the member of a rank.
#include "check/quantile.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace tieout::check {

namespace {

using figure::Interval;
using figure::Rational;
using figure::Term;

/// The value of this rank among one of each member.
template <typename Value>
Rational ranked(const std::vector<Interval>& members, std::size_t rank, const Value& value) {
  std::vector<Rational> values;
  values.reserve(members.size());
  for (const Interval& member : members) values.push_back(member.*value);
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(rank);
  std::ranges::nth_element(values, at);
  return *at;
}

std::set<figure::FigureId> figures_of(const Term& term) {
  auto figures = term.figures;
  const auto add = [&figures](const figure::Linear& sum) {
    for (const auto& [id, coefficient] : sum.coefficients) figures.insert(id);
  };
  if (term.linear) add(*term.linear);
  if (term.quotient) {
    add(term.quotient->numerator);
    add(term.quotient->denominator);
  }
  return figures;
}

}  // namespace

std::size_t rank_of(const Rational& fraction, std::size_t members) {
  const Rational place = fraction * Rational(members);
  std::size_t rank = 0;
  // The least whole number that is not below `place`, less one, by halving.
  for (std::size_t low = 0, high = members - 1; low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    if (Rational(middle + 1) < place) {
      low = middle + 1;
    } else {
      high = middle;
    }
    rank = low;
  }
  return rank;
}

Term quantile(std::vector<Term> members, const Rational& fraction,
              const figure::Operands& operands) {
  const std::size_t rank = rank_of(fraction, members.size());
  const auto at = members.begin() + static_cast<std::ptrdiff_t>(rank);
  std::ranges::nth_element(members, at, {}, &Term::exact);
  std::vector<Interval> ranges;
  ranges.reserve(members.size());
  for (const Term& member : members) ranges.push_back(figure::values(member, operands));
  const Interval own = ranges[rank];
  const Interval range = {ranked(ranges, rank, &Interval::lo), ranked(ranges, rank, &Interval::hi)};
  std::set<figure::FigureId> figures;
  bool alone = true;
  bool repeated = false;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const bool apart = ranges[i].hi <= own.lo || ranges[i].lo >= own.hi;
    if (i != rank && !apart) alone = false;
    if (i != rank && apart) continue;
    repeated = repeated || figure::may_be_wide(members[i]);
    for (const figure::FigureId id : figures_of(members[i])) {
      repeated = !figures.insert(id).second || repeated;
    }
  }
  Term result = std::move(*at);
  if (alone) return result;
  result.range = range;
  result.linear.reset();
  result.quotient.reset();
  result.figures = std::move(figures);
  result.single.reset();
  result.repeated = repeated;
  return result;
}

}  // namespace tieout::check
