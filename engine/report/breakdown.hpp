// Breakdowns in form cells: 共28人，其中：行编11人，事业编17人.
#pragma once

#include "document/document.hpp"
#include "figure/number_text.hpp"
#include "schema/schema.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tieout::report {

struct BreakdownPart {
  std::string name;           ///< as written
  document::PlacedText text;  ///< of the number
  figure::NumberText number;
};

struct Breakdown {
  std::optional<BreakdownPart> total;  ///< 共28人; 28人 at the beginning
  std::vector<BreakdownPart> parts;    ///< kinds that the table knows, and others behind 其中
};

/// Kinds stand before their number (行编11人) or, if the table knows them, behind it
/// (11名行政编制).
[[nodiscard]] Breakdown read_breakdown(const document::PlacedText& text, const schema::Table& table,
                                       const figure::UnitSystem& units);

}  // namespace tieout::report
