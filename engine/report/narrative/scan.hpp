// The numbers of a paragraph: what states an amount, what is a date, and what is neither.
#pragma once

#include "figure/number_text.hpp"
#include "figure/unit.hpp"
#include "report/narrative/calendar.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {

/// A number that states how much or how many; not numbering, ordinals, dates, codes, references to
/// documents, nor what stands in the title of one.
struct Quantity {
  std::size_t begin = 0;  ///< bytes, unit included
  std::size_t end = 0;
  figure::NumberText number;
  bool range = false;  ///< a bound of 5-10: states no one value
};

struct Scan {
  std::vector<Quantity> quantities;
  std::vector<DateMark> dates;
};

/// Both in the order of the text. Linear in its length.
[[nodiscard]] Scan scan(std::string_view text, const figure::UnitSystem& units);

}  // namespace tieout::report::narrative
