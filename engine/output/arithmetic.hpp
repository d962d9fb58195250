// The arithmetic of a finding as a small table: what was added up, what was stated, how far apart.
#pragma once

#include "finding/finding.hpp"
#include "source/message.hpp"

#include <string>
#include <vector>

namespace tieout::output {

/// One line: sign, number, unit, what it is, where it stands. Each may be empty.
struct ArithmeticLine {
  std::string sign;
  std::string number;
  std::string unit;
  std::string label;
  std::string place;
  const check::Evidence* piece = nullptr;  ///< the figure that it shows; null: none
};

/// The figures of each side with their signs, what they come to, and the difference. Shows the
/// largest figures of a side, in the order of their places, and says how many others there are.
[[nodiscard]] std::vector<ArithmeticLine> arithmetic_lines(const finding::Finding& found,
                                                           std::string_view report_source,
                                                           source::Language language);

/// The lines of the table, aligned in columns, without line ends; empty without evidence and sides.
[[nodiscard]] std::vector<std::string> arithmetic(const finding::Finding& found,
                                                  std::string_view report_source,
                                                  source::Language language);

}  // namespace tieout::output
