// Arithmetic that remembers which stated figures it came from.
#include "figure/term.hpp"

#include "figure/linear.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace tieout::figure {

namespace {

/// Of what tells the figures of a check apart; their source rarely does.
std::size_t hash_of(const source::Place& place) {
  std::size_t hash = 0;
  const auto add = [&hash](std::size_t part) { hash = hash * 1'000'003 + part; };
  for (const auto number : {place.line, place.column, place.paragraph, place.table, place.row,
                            place.cell, place.page}) {
    add(number);
  }
  for (const auto* text : {&place.sheet, &place.address, &place.pointer}) {
    if (!text->empty()) add(std::hash<std::string>()(*text));
  }
  return hash;
}

/// One value, whatever its figures are: constants, counts.
bool is_point(const Term& term) { return term.range.lo == term.range.hi; }

template <typename Visit>
void each_figure(const Term& term, const Visit& visit) {
  if (term.linear) {
    for (const auto& [id, coefficient] : term.linear->coefficients) visit(id);
  } else if (term.quotient) {
    for (const auto& [id, coefficient] : term.quotient->numerator.coefficients) visit(id);
    for (const auto& [id, coefficient] : term.quotient->denominator.coefficients) visit(id);
  } else {
    for (const FigureId id : term.figures) visit(id);
  }
}

bool contains(const Term& term, FigureId id) {
  if (term.linear) return term.linear->coefficients.contains(id);
  if (!term.quotient) return term.figures.contains(id);
  return term.quotient->numerator.coefficients.contains(id) ||
         term.quotient->denominator.coefficients.contains(id);
}

/// Whether some figure is in both. Linear in the figures of `b`.
bool share_figures(const Term& a, const Term& b) {
  bool shared = false;
  each_figure(b, [&](FigureId id) { shared = shared || contains(a, id); });
  return shared;
}

/// Forgets both forms; the figures stay known.
void drop_forms(Term& term) {
  if (!term.linear && !term.quotient) return;
  std::set<FigureId> figures;
  each_figure(term, [&](FigureId id) { figures.insert(id); });
  term.figures = std::move(figures);
  term.linear.reset();
  term.quotient.reset();
}

/// Makes `a` a term of the figures of both, of no form.
void merge_figures(Term& a, const Term& b) {
  drop_forms(a);
  each_figure(b, [&](FigureId id) { a.figures.insert(id); });
}

/// The unit to print a result of this dimension in: of the operand that has the dimension, of the
/// first if both have it, but a bare number's only if the other has none.
const Unit* unit_of(const Dimension& dimension, const Term& a, const Term& b) {
  const auto suits = [&](const Term& term) {
    return term.unit != nullptr &&
           (dimension.kind() == Dimension::Kind::any || term.unit->dimension == dimension);
  };
  if (suits(a) && !(a.unit->id.empty() && suits(b))) return a.unit;
  return suits(b) ? b.unit : nullptr;
}

/// Of a product or quotient: half of 30 people are people, twice a share is a share, and people by
/// people have no unit.
const Unit* unit_of_product(const Dimension& dimension, const Term& a, const Term& b) {
  using Kind = Dimension::Kind;
  const Unit* unit = unit_of(dimension, a, b);
  const bool mixed = dimension.kind() == Kind::neutral && a.dimension != b.dimension;
  if (unit != nullptr || !mixed) return unit;
  for (const Kind kind : {Kind::count, Kind::ratio}) {
    for (const Unit* each : {a.unit, b.unit}) {
      if (each != nullptr && each->dimension.kind() == kind && !each->id.empty()) return each;
    }
  }
  return nullptr;
}

/// Whether a + b has the form of a quotient: a point counts as one over any denominator.
bool share_denominator(const Term& a, const Term& b) {
  if (a.quotient && b.quotient) return a.quotient->denominator == b.quotient->denominator;
  return (a.quotient && is_point(b)) || (b.quotient && is_point(a));
}

/// The form of a + sign x b, given that they share a denominator.
Quotient sum_over_denominator(Term& a, const Term& b, const Rational& sign,
                              const Operands& operands) {
  Quotient form = a.quotient
                      ? std::move(*a.quotient)
                      : Quotient{scaled(b.quotient->denominator, a.exact), b.quotient->denominator};
  if (b.quotient) {
    add(form.numerator, b.quotient->numerator, sign, operands);
  } else {
    add(form.numerator, form.denominator, sign * b.exact, operands);
  }
  return form;
}

/// a + sign x b; `sign` is 1 or -1.
Term added(Term a, const Term& b, const Rational& sign, const Operands& operands) {
  const Rational exact = sign > 0 ? a.exact + b.exact : a.exact - b.exact;
  if (a.linear && b.linear) {
    const Rational widened = add(*a.linear, *b.linear, sign, operands);
    const Rational half = (a.range.hi - a.range.lo) / 2 + widened;
    a.range = {exact - half, exact + half};
  } else {
    const bool keeps_form = share_denominator(a, b);
    const bool shared = share_figures(a, b);
    // In a long sum over one denominator the exact range waits until values() is asked for it.
    const Interval left = keeps_form ? a.range : values(a, operands);
    const Interval right = keeps_form ? b.range : values(b, operands);
    a.repeated =
        shared || (keeps_form ? a.repeated || b.repeated : may_be_wide(a) || may_be_wide(b));
    a.range = sign > 0 ? Interval{left.lo + right.lo, left.hi + right.hi}
                       : Interval{left.lo - right.hi, left.hi - right.lo};
    if (keeps_form) {
      a.quotient = sum_over_denominator(a, b, sign, operands);
      a.linear.reset();
    } else {
      merge_figures(a, b);
    }
  }
  a.exact = exact;
  a.single.reset();
  a.approximate = a.approximate || b.approximate;
  Dimension dimension = Dimension::joined(a.dimension, b.dimension);
  a.unit = unit_of(dimension, a, b);
  a.dimension = dimension;
  return a;
}

/// A term that is one point, of no figures.
void make_point(Term& term, const Rational& value) {
  term.exact = value;
  term.range = {value, value};
  term.linear = Linear{{}, value};
  term.quotient.reset();
  term.figures.clear();
  term.single.reset();
  term.repeated = false;
}

/// The term with all its values multiplied.
Term times(Term term, const Rational& factor) {
  if (factor == 0) {
    make_point(term, 0);
    return term;
  }
  term.exact *= factor;
  term.range = {term.range.lo * factor, term.range.hi * factor};
  if (factor < 0) std::swap(term.range.lo, term.range.hi);
  if (term.linear) term.linear = scaled(std::move(*term.linear), factor);
  if (term.quotient) {
    term.quotient->numerator = scaled(std::move(term.quotient->numerator), factor);
  }
  term.single.reset();
  return term;
}

/// The smallest interval that holds the four.
Interval hull(const Rational& a, const Rational& b, const Rational& c, const Rational& d) {
  const auto [lo, hi] = std::minmax({a, b, c, d});
  return {lo, hi};
}

/// a / b as a quotient of linear forms, if it is one; b is no point and nowhere zero.
std::optional<Quotient> quotient_form(const Term& a, const Term& b) {
  std::optional<Quotient> form;
  if (a.linear && b.linear) {
    form = Quotient{*a.linear, *b.linear};
  } else if (is_point(a) && b.quotient) {
    form = Quotient{scaled(b.quotient->denominator, a.exact), b.quotient->numerator};
  }
  if (form && b.exact < 0) {
    form->numerator = scaled(std::move(form->numerator), -1);
    form->denominator = scaled(std::move(form->denominator), -1);
  }
  return form;
}

/// What product and quotient make of dimension, unit and the rest.
Term finished(Term result, const Term& a, const Term& b, Dimension dimension) {
  result.unit = unit_of_product(dimension, a, b);
  result.dimension = dimension;
  result.approximate = a.approximate || b.approximate;
  result.single.reset();
  return result;
}

Term chosen(Term a, const Term& b, bool smaller) {
  const bool a_below = a.range.hi <= b.range.lo;
  const bool b_below = b.range.hi <= a.range.lo;
  const bool approximate = a.approximate || b.approximate;
  Dimension dimension = Dimension::joined(a.dimension, b.dimension);
  const Unit* unit = unit_of(dimension, a, b);
  if (a_below || b_below) {
    if (a_below != smaller) a = b;  // b is it, wherever the figures lie
  } else {
    const auto pick = [smaller](const Rational& x, const Rational& y) {
      return smaller ? std::min(x, y) : std::max(x, y);
    };
    a.exact = pick(a.exact, b.exact);
    a.range = {pick(a.range.lo, b.range.lo), pick(a.range.hi, b.range.hi)};
    a.repeated = a.repeated || b.repeated || share_figures(a, b);
    a.single.reset();
    merge_figures(a, b);
  }
  a.approximate = approximate;
  a.unit = unit;
  a.dimension = dimension;
  return a;
}

Rational stepped(const Rational& value, Rounding how, int decimals) {
  Rational result = rounded(value, decimals).rational();
  const Rational step = power_of_ten(-decimals);
  if (how == Rounding::down && result > value) return result - step;
  if (how == Rounding::up && result < value) return result + step;
  return result;
}

}  // namespace

FigureId Operands::add(const Figure& figure) {
  constexpr std::size_t few = 8;  // as most checks have: looking at each costs less than a hash
  Rational base = figure.base();
  const auto id = static_cast<FigureId>(figures_.size());
  const auto is_it = [&](const Entry& other) {
    return other.base == base && other.figure->place == figure.place;
  };
  if (figure.place != source::Place()) {
    if (figures_.size() >= few && by_place_.empty()) {
      for (FigureId known = 0; known < id; ++known) {
        by_place_.emplace(hash_of(figures_[known].figure->place), known);
      }
    }
    if (figures_.size() < few) {
      const auto known = std::ranges::find_if(figures_, is_it);
      if (known != figures_.end()) return static_cast<FigureId>(known - figures_.begin());
    } else {
      const std::size_t hash = hash_of(figure.place);
      const auto [begin, end] = by_place_.equal_range(hash);
      for (auto known = begin; known != end; ++known) {
        if (is_it(figures_[known->second])) return known->second;
      }
      by_place_.emplace(hash, id);
    }
  }
  if (figures_.empty()) figures_.reserve(few);
  figures_.emplace_back(&figure, std::move(base), figure.half_step());
  return id;
}

FigureId Operands::add(Figure&& figure) {
  kept_.push_back(std::make_shared<const Figure>(std::move(figure)));
  return add(*kept_.back());
}

bool may_be_wide(const Term& term) { return term.repeated && !term.quotient && !is_point(term); }

Interval values(const Term& term, const Operands& operands) {
  return term.repeated && term.quotient ? range(*term.quotient, operands) : term.range;
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): as the header has it
Term constant(Rational base_value, Dimension dimension, const Unit* unit) {
  Term term;
  make_point(term, base_value);
  term.dimension = dimension;
  term.unit = unit;
  return term;
}

Term stated(FigureId id, const Operands& operands) {
  const Figure& figure = operands[id];
  Term term;
  term.exact = operands.base(id);
  term.range = {term.exact - operands.half_step(id), term.exact + operands.half_step(id)};
  term.linear.emplace().coefficients.emplace(id, 1);
  term.single = id;
  term.approximate = figure.approximate;
  term.dimension = figure.unit->dimension;
  term.unit = figure.unit;
  return term;
}

Term sum(Term a, const Term& b, const Operands& operands) {
  return added(std::move(a), b, 1, operands);
}

Term difference(Term a, const Term& b, const Operands& operands) {
  return added(std::move(a), b, -1, operands);
}

Term negated(Term a) { return times(std::move(a), -1); }

Term product(const Term& a, const Term& b, const Operands& operands) {
  Term result;
  if (is_point(b)) {
    result = times(a, b.exact);
  } else if (is_point(a)) {
    result = times(b, a.exact);
  } else {
    const Interval x = values(a, operands);
    const Interval y = values(b, operands);
    result.exact = a.exact * b.exact;
    result.range = hull(x.lo * y.lo, x.lo * y.hi, x.hi * y.lo, x.hi * y.hi);
    result.repeated = may_be_wide(a) || may_be_wide(b) || share_figures(a, b);
    merge_figures(result, a);
    merge_figures(result, b);
  }
  return finished(std::move(result), a, b, Dimension::product(a.dimension, b.dimension));
}

std::optional<Term> quotient(const Term& a, const Term& b, const Operands& operands) {
  const Interval divisor = values(b, operands);
  if (divisor.lo <= 0 && divisor.hi >= 0) return std::nullopt;
  Term result;
  if (is_point(b)) {
    result = times(a, 1 / b.exact);
  } else if (is_point(a) && a.exact == 0) {
    make_point(result, 0);
  } else {
    const Interval dividend = values(a, operands);
    const bool shared = share_figures(a, b);
    result.exact = a.exact / b.exact;
    result.quotient = quotient_form(a, b);
    if (result.quotient && shared) {
      result.range = range(*result.quotient, operands);
    } else {
      result.range = hull(dividend.lo / divisor.lo, dividend.lo / divisor.hi,
                          dividend.hi / divisor.lo, dividend.hi / divisor.hi);
    }
    if (!result.quotient) {
      result.repeated = may_be_wide(a) || may_be_wide(b) || shared;
      merge_figures(result, a);
      merge_figures(result, b);
    }
  }
  return finished(std::move(result), a, b, Dimension::quotient(a.dimension, b.dimension));
}

Term absolute(Term a) {
  if (a.range.lo >= 0) return a;
  if (a.range.hi <= 0) return negated(std::move(a));
  a.exact = abs(a.exact);
  a.range = {0, std::max(Rational(-a.range.lo), a.range.hi)};
  a.single.reset();
  drop_forms(a);
  return a;
}

Term least(Term a, const Term& b) { return chosen(std::move(a), b, true); }

Term greatest(Term a, const Term& b) { return chosen(std::move(a), b, false); }

Term rounded(Term a, Rounding how, int decimals, const Unit& unit) {
  const auto step = [&](const Rational& value) {
    return stepped(value / unit.factor, how, decimals) * unit.factor;
  };
  const Interval range = {step(a.range.lo), step(a.range.hi)};
  if (range.lo == range.hi) {
    make_point(a, range.lo);
    return a;
  }
  a.exact = step(a.exact);
  a.range = range;
  a.single.reset();
  a.repeated = true;  // it takes the steps in the range only
  drop_forms(a);
  return a;
}

}  // namespace tieout::figure
