// The derivation of each side, laid out for a sheet.
#include "output/recomputation.hpp"

#include "output/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tieout::output {

namespace {

// From base units to the unit and the decimals that are printed.
std::string printed(const std::string& formula, const finding::PrintedAmount& amount) {
  const auto point = amount.value.find('.');
  const auto decimals = point == std::string::npos ? 0 : amount.value.size() - point - 1;
  const auto unit = amount.factor == 1 ? "" : "/" + *formula_number(amount.factor);
  return fmt::format("ROUND({}{},{})", formula, unit, decimals);
}

}  // namespace

std::optional<std::string> formula_number(const figure::Rational& value) {
  const auto decimal = figure::finite_decimal(value);
  if (decimal && fits_number(*decimal)) return value < 0 ? "(" + *decimal + ")" : *decimal;
  const auto top = numerator(value).str();
  const auto bottom = denominator(value).str();
  if (!fits_number(top) || !fits_number(bottom)) return std::nullopt;
  return "(" + top + "/" + bottom + ")";
}

Recomputation::Recomputation(const finding::Finding& found) : found_(found) {
  left_ = add(check::Side::left, found.outcome.left_from);
  right_ = add(check::Side::right, found.outcome.right_from);
  add_others();
}

Recomputation::Side Recomputation::add(check::Side side,
                                       const std::optional<check::Derivation>& from) {
  Side made;
  if (!from) return made;
  made.derived = true;
  made.numerator = add(side, Operand::Role::addend, from->numerator);
  if (from->denominator) made.denominator = add(side, Operand::Role::divisor, *from->denominator);
  return made;
}

Recomputation::Range Recomputation::add(check::Side side, Operand::Role role,
                                        const check::Weighted& sum) {
  Range range = {operands_.size(), operands_.size()};
  for (const auto& [index, factor] : sum.figures) {
    operands_.push_back({role, side, &found_.outcome.evidence.at(index), factor});
  }
  if (sum.constant != 0) operands_.push_back({role, side, nullptr, sum.constant});
  range.end = operands_.size();
  return range;
}

// Figures that no formula takes, texts, the captions of rows.
void Recomputation::add_others() {
  std::vector<const check::Evidence*> used;
  used.reserve(operands_.size());
  for (const auto& operand : operands_) used.push_back(operand.piece);
  std::ranges::sort(used);
  for (const auto& piece : found_.outcome.evidence) {
    if (std::ranges::binary_search(used, &piece)) continue;
    operands_.push_back({Operand::Role::shown, piece.side, &piece, 0});
  }
}

bool Recomputation::fits() const {
  for (const auto& amount : {found_.left, found_.right, found_.difference}) {
    if (!fits_number(amount->value) || !formula_number(amount->factor)) return false;
  }
  return std::ranges::all_of(operands_, [](const Operand& operand) {
    if (operand.role == Operand::Role::shown) return true;
    if (!formula_number(operand.coefficient)) return false;
    if (operand.piece == nullptr) return true;
    const auto& figure = *operand.piece->figure;
    return fits_number(figure.value.text()) && formula_number(figure.unit->factor).has_value();
  });
}

std::optional<Recomputation::Formulas> Recomputation::formulas(std::string_view column,
                                                               std::size_t first_row) const {
  const auto& outcome = found_.outcome;
  if (!found_.left || !found_.right || !found_.difference || !fits()) return std::nullopt;
  const auto sum = [&](const Range& range) -> std::string {
    if (range.begin == range.end) return "0";
    return fmt::format("SUM({}{}:{}{})", column, first_row + range.begin,
                       column.substr(column.rfind('!') + 1), first_row + range.end - 1);
  };
  const auto formula = [&](const Side& side, const check::Amount& amount) {
    if (!side.derived) return formula_number(amount.base);
    auto made = sum(side.numerator);
    if (side.denominator) made += "/" + sum(*side.denominator);
    return std::optional(made);
  };
  const auto left = formula(left_, *outcome.left);
  const auto right = formula(right_, *outcome.right);
  if (!left || !right) return std::nullopt;
  return Formulas{printed(*left, *found_.left), printed(*right, *found_.right),
                  printed("(" + *left + "-" + *right + ")", *found_.difference)};
}

}  // namespace tieout::output
