// Units that stand beside figures rather than with them: in heads, in notes above tables.
#pragma once

#include "figure/number_text.hpp"
#include "figure/unit.hpp"

#include <deque>
#include <string_view>
#include <vector>

namespace tieout::report {

/// The units that a text notes: （万元）, 单位：万元, 单位：万元、人; a share's sign at its end
/// (占比%). Empty if it notes none. 单位：市图书馆 is no note.
[[nodiscard]] std::vector<const figure::Unit*> noted_units(std::string_view text,
                                                           const figure::UnitSystem& units);

/// The one of the units that an item of this dimension can be in; null if none or several can.
[[nodiscard]] const figure::Unit* fitting_unit(const std::vector<const figure::Unit*>& noted,
                                               const figure::Dimension& dimension);

/// The notes that were met so far in one part of the document.
class UnitNotes {
 public:
  explicit UnitNotes(const figure::UnitSystem& units) : units_(units) {}

  /// Takes up the next text of the document. A heading of the first level begins a part, whose
  /// notes are its own; those above the first part are of the whole document.
  void meet(std::string_view text);

  /// The unit of the nearest note that an item of this dimension can be in; null if there is none.
  [[nodiscard]] const figure::Unit* nearest(const figure::Dimension& dimension) const;

 private:
  const figure::UnitSystem& units_;
  std::deque<std::vector<const figure::Unit*>> notes_;  ///< nearest first
  std::deque<std::vector<const figure::Unit*>> front_;  ///< above the first part: of all parts
  bool in_part_ = false;
};

/// The unit of a figure that states none itself, where `unit` is the one that is meant: 20万 below
/// 单位：万元 is 20万元 and not 20万 times that, so a figure with 万 or 亿 is in the unit of factor
/// 1 of the same dimension (null if there is none).
[[nodiscard]] const figure::Unit* unit_of_bare(const figure::NumberText& number,
                                               const figure::Unit* unit,
                                               const figure::UnitSystem& units);

}  // namespace tieout::report
