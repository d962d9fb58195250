// How a sheet recomputes a finding from its figures: a row a figure, and formulas over the rows.
#pragma once

#include "finding/finding.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::output {

/// A figure of a side. What the formulas add up is coefficient x value x factor of its unit.
struct Operand {
  enum class Role {
    addend,   ///< of the side, or of the numerator where the side is a quotient
    divisor,  ///< an addend of its denominator
    shown,    ///< no formula takes it: the check looked at it
  };
  Role role = Role::shown;
  check::Side side = check::Side::none;
  const check::Evidence* piece = nullptr;  ///< null: a constant of the rule
  figure::Rational coefficient = 0;        ///< of a constant: its value in base units; 0 if shown
};

class Recomputation {
 public:
  /// `found` must outlive it.
  explicit Recomputation(const finding::Finding& found);

  [[nodiscard]] const std::vector<Operand>& operands() const { return operands_; }

  /// The formulas of a finding that compares two sides, rounded as its amounts are printed. Nothing
  /// for others, and where some number has more digits than a sheet keeps.
  struct Formulas {
    std::string left;
    std::string right;
    std::string difference;
  };
  /// `column`: the sheet and column that hold what each operand comes to ('Figures'!K), the first
  /// of them in row `first_row`, the others below it.
  [[nodiscard]] std::optional<Formulas> formulas(std::string_view column,
                                                 std::size_t first_row) const;

 private:
  /// Operands [begin, end).
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct Side {
    bool derived = false;
    Range numerator;
    std::optional<Range> denominator;
  };

  [[nodiscard]] Side add(check::Side side, const std::optional<check::Derivation>& from);
  Range add(check::Side side, Operand::Role role, const check::Weighted& sum);
  void add_others();
  [[nodiscard]] bool fits() const;

  const finding::Finding& found_;
  std::vector<Operand> operands_;
  Side left_;
  Side right_;
};

/// The value as a sheet's formula: a decimal, or a ratio in brackets. Nothing where a sheet would
/// not keep its digits.
[[nodiscard]] std::optional<std::string> formula_number(const figure::Rational& value);

}  // namespace tieout::output
