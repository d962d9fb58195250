// Prints exact amounts.
#include "finding/printed.hpp"

#include <algorithm>
#include <utility>

namespace tieout::finding {

namespace {

using figure::Dimension;

const figure::Unit* unit_for(const check::Amount& amount, const figure::UnitSystem& units) {
  const bool is_share = amount.unit != nullptr
                            ? amount.unit->dimension.kind() == Dimension::Kind::ratio
                            : amount.dimension.kind() == Dimension::Kind::ratio ||
                                  amount.dimension.kind() == Dimension::Kind::neutral;
  const bool in_percent = amount.unit == nullptr || amount.unit == &units.percent();
  if (is_share && amount.difference && in_percent) return &units.percentage_point();
  if (amount.unit != nullptr) return amount.unit;
  if (is_share) return &units.percent();
  if (amount.dimension.kind() != Dimension::Kind::physical) return &units.bare();
  const auto base = std::ranges::find_if(units.units(), [&amount](const figure::Unit& unit) {
    return unit.factor == 1 && unit.dimension == amount.dimension;
  });
  return base == units.units().end() ? nullptr : &*base;
}

}  // namespace

int stated_decimals(const check::Amount& amount, const std::vector<check::Evidence>& evidence) {
  int decimals = 0;
  for (const check::Evidence& each : evidence) {
    if (each.figure && each.figure->unit == amount.unit) {
      decimals = std::max(decimals, each.figure->decimals);
    }
  }
  return decimals;
}

PrintedAmount printed(const figure::Rational& base, std::string unit,
                      const figure::Rational& factor, int decimals) {
  PrintedAmount result;
  result.unit = std::move(unit);
  result.factor = factor;
  const auto steps = (base * figure::power_of_ten(decimals) / factor).int64();
  if (steps && decimals >= 0) {  // as most are
    result.value = figure::Decimal{*steps, decimals}.text();
    return result;
  }
  const figure::Rational value = base / factor;
  if (const std::optional<std::string> exact = figure::finite_decimal(value)) {
    result.value = *exact;
    const std::size_t point = exact->find('.');
    const int has = point == std::string::npos ? 0 : static_cast<int>(exact->size() - point - 1);
    if (has < decimals) result.value = figure::rounded(value, decimals).text();
    return result;
  }
  result.value = figure::significant(value);
  result.ratio = value.str();
  return result;
}

PrintedAmount printed(const check::Amount& amount, int decimals, const figure::UnitSystem& units) {
  const figure::Unit* unit = unit_for(amount, units);
  // A product such as money per square metre has no unit of its own: the base units say what it is.
  auto result = printed(amount.base, unit != nullptr ? unit->id : amount.dimension.text(),
                        unit != nullptr ? unit->factor : figure::Rational(1), decimals);
  result.approximate = amount.approximate;
  const bool is_share = unit != nullptr && unit->dimension.kind() == Dimension::Kind::ratio;
  if (is_share && !result.ratio.empty()) result.ratio = amount.base.str();
  return result;
}

std::string text_of(const PrintedAmount& amount) { return amount.value + amount.unit; }

}  // namespace tieout::finding
