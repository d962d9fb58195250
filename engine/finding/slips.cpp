// Tries what each figure would have to be, and which addend the difference is.
#include "finding/slips.hpp"

#include "figure/digit_slip.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace tieout::finding {

namespace {

using check::Evidence;
using figure::Decimal;
using figure::Rational;
using source::Message;

/// Figures of one relation that are looked at, largest first: a slip in a long sum is small beside
/// its largest addends.
constexpr std::size_t most_operands = 64;
/// Values that may fit one figure: as many as the rounding of 20 others leaves open.
constexpr int most_fitting = 20;

Rational step_of(const figure::StatedNumber& figure) {
  return figure::power_of_ten(-figure.decimals) * figure.unit->factor;
}

std::vector<Decimal> fitting(const Evidence& evidence, const check::Outcome& outcome) {
  const figure::StatedNumber& stated = *evidence.figure;
  const Rational coefficient = evidence.coefficient;
  const Rational needed = stated.base() - *outcome.difference / coefficient;
  Rational slack = outcome.allowed.value_or(0) / abs(coefficient) - stated.half_step();
  if (slack < 0) slack = 0;
  const Rational step = step_of(stated);
  const Decimal nearest = figure::rounded(needed / stated.unit->factor, stated.decimals);
  std::vector<Decimal> values;
  for (int away = 0; away <= most_fitting; ++away) {
    for (const int sign : {1, -1}) {
      Decimal value = nearest;
      value.coefficient += sign * away;
      const Rational off = value.rational() * stated.unit->factor - needed;
      if (abs(off) <= slack && is_telling(value)) values.push_back(value);
      if (away == 0) break;
    }
    if (Rational(away) * step > slack) break;
  }
  return values;
}

bool is_used(const Evidence& evidence) {
  return evidence.figure && evidence.coefficient != 0 && evidence.figure->unit != nullptr &&
         !evidence.figure->approximate && evidence.side != check::Side::row;
}

Diagnosis would_fit(const char* kind, const char* id, const Evidence& evidence,
                    const Decimal& value) {
  return {kind,
          Message(id, {{"figure", named(evidence)}, {"fitting", valued(value, *evidence.figure)}})};
}

std::optional<Diagnosis> factor_slip(const Operand& operand) {
  const figure::StatedNumber& stated = *operand.evidence->figure;
  constexpr int yuan_to_ten_thousand = 4;
  for (const Decimal& value : operand.fitting) {
    for (int power = -8; power <= 8; ++power) {
      if (power == 0) continue;
      if (value.rational() != stated.value.rational() * figure::power_of_ten(power)) continue;
      const bool unit = abs(power) == yuan_to_ten_thousand || abs(power) == 8;
      return unit ? would_fit("unit", "finding.diagnosis.unit", *operand.evidence, value)
                  : would_fit("decimal_point", "finding.diagnosis.decimal_point", *operand.evidence,
                              value);
    }
  }
  return std::nullopt;
}

std::optional<Diagnosis> digit_slip_in(const Operand& operand) {
  const Evidence& evidence = *operand.evidence;
  for (const Decimal& value : operand.fitting) {
    switch (figure::digit_slip(evidence.figure->value, value)) {
      case figure::DigitSlip::transposed:
        return would_fit("transposed", "finding.diagnosis.transposed", evidence, value);
      case figure::DigitSlip::dropped:
        return would_fit("dropped_digit", "finding.diagnosis.dropped_digit", evidence, value);
      case figure::DigitSlip::doubled:
        return would_fit("doubled_digit", "finding.diagnosis.doubled_digit", evidence, value);
      case figure::DigitSlip::none:
        break;
    }
    // 242.90 for 242.50 has another digit: that 242.49 would do as well, rounded, says nothing.
    if (figure::has_other_digit(evidence.figure->value, operand.fitting.front())) break;
  }
  return std::nullopt;
}

std::optional<Diagnosis> sign_slip(const Operand& operand) {
  const Rational stated = operand.evidence->figure->value.rational();
  for (const Decimal& value : operand.fitting) {
    if (value.rational() == -stated) {
      return would_fit("sign", "finding.diagnosis.sign", *operand.evidence, value);
    }
  }
  return std::nullopt;
}

/// The difference is an addend: the total lacks it, or holds it twice.
std::optional<Diagnosis> addend_slip(const Operand& operand, const check::Outcome& outcome,
                                     std::size_t beside) {
  const Evidence& evidence = *operand.evidence;
  const Rational part = evidence.coefficient * evidence.figure->base();
  if (beside == 0 || part == 0) return std::nullopt;
  const Rational room = outcome.allowed.value_or(0);
  const Message::Argument figure = {"figure", named(evidence)};
  if (abs(*outcome.difference - part) <= room) {
    return Diagnosis{"omitted", Message("finding.diagnosis.omitted", {figure})};
  }
  if (abs(*outcome.difference + part) <= room) {
    return Diagnosis{"counted_twice", Message("finding.diagnosis.counted_twice", {figure})};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Operand> operands_of(const check::Outcome& outcome) {
  using figure::Relation;
  std::vector<Operand> operands;
  const bool equation =
      outcome.relation == Relation::equal || outcome.relation == Relation::identical;
  if (outcome.verdict != figure::Verdict::fails || !equation || !outcome.difference) return {};
  for (const Evidence& evidence : outcome.evidence) {
    if (!is_used(evidence)) continue;
    operands.push_back({&evidence, {}});
    if (is_telling(evidence.figure->value)) operands.back().fitting = fitting(evidence, outcome);
    if (operands.size() == most_operands) break;
  }
  return operands;
}

std::vector<Diagnosis> slips(const check::Outcome& outcome, const std::vector<Operand>& operands) {
  std::vector<Diagnosis> found;
  using Look = std::optional<Diagnosis> (*)(const Operand&);
  constexpr std::array<Look, 3> looks = {factor_slip, digit_slip_in, sign_slip};
  for (const Look look : looks) {
    for (const Operand& operand : operands) {
      if (auto one = look(operand)) {
        found.push_back(std::move(*one));
        break;
      }
    }
  }
  for (const Operand& operand : operands) {
    const auto beside =
        static_cast<std::size_t>(std::ranges::count_if(operands, [&operand](const Operand& other) {
          return other.evidence != operand.evidence &&
                 other.evidence->side == operand.evidence->side;
        }));
    if (auto one = addend_slip(operand, outcome, beside)) {
      found.push_back(std::move(*one));
      break;
    }
  }
  return found;
}

bool is_telling(const Decimal& value) {
  constexpr int three_digits = 100;
  return abs(value.coefficient) >= three_digits;
}

std::string valued(const Decimal& value, const figure::StatedNumber& like) {
  return value.text() + like.unit->id;
}

std::string named(const Evidence& evidence) {
  return evidence.label + " " + valued(evidence.figure->value, *evidence.figure);
}

}  // namespace tieout::finding
