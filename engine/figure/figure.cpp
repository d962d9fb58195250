// What a stated number is worth and how precisely it is stated.
#include "figure/figure.hpp"

#include "figure/number_text.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace tieout::figure {

namespace {

const Unit& known(const Unit* unit) {
  if (unit == nullptr) throw std::logic_error("a figure without a unit has no value in base units");
  return *unit;
}

/// 10^-decimals of a unit.
Rational in_base_units(int decimals, const Unit& unit) {
  return unit.factor / power_of_ten(decimals);
}

}  // namespace

Rational StatedNumber::base() const {
  // Most units are whole in the base unit to the last decimal: of 万元 and 0.01 there are no parts.
  return Rational(value.coefficient) * in_base_units(value.scale, known(unit));
}

Rational StatedNumber::half_step() const {
  if (exact) return 0;
  return in_base_units(decimals, known(unit)) / 2;
}

Figure make_figure(const NumberText& number, const Unit* unit, std::optional<int> declared_decimals,
                   std::string raw, source::Place place) {
  Figure figure;
  figure.unit = number.unit != nullptr ? number.unit : unit;
  figure.value = number.value;
  figure.decimals = number.decimals;
  figure.approximate = number.approximate;
  const bool as_written = number.scaled || number.approximate || figure.unit != unit;
  if (declared_decimals && !as_written && *declared_decimals > number.decimals) {
    figure.decimals = *declared_decimals;
    figure.value = rounded(number.value.rational(), figure.decimals);  // adds zeros only
  }
  const bool counted = figure.unit != nullptr && figure.unit->factor == 1 &&
                       figure.unit->dimension.kind() == Dimension::Kind::count;
  figure.exact = counted && !number.scaled && !number.approximate;
  figure.raw = std::move(raw);
  figure.place = std::move(place);
  return figure;
}

}  // namespace tieout::figure
