// One cell of a table or form as a value of its item.
#pragma once

#include "document/document.hpp"
#include "figure/number_text.hpp"
#include "figure/unit.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tieout::report {

/// Where the unit of a figure without one of its own is looked for, nearest first.
struct UnitSources {
  std::vector<const figure::Unit*> column;  ///< noted in the head of its column
  std::vector<const figure::Unit*> table;   ///< noted in the table's head
  /// Noted nearest above in the same part, for items of a dimension; may be empty.
  std::function<const figure::Unit*(const figure::Dimension&)> above;
};

/// The value of a cell. A number's place is that of its first character; blank cells give Blank,
/// text where a number or date belongs, and figures of another dimension, Unreadable.
[[nodiscard]] Value cell_value(const document::Cell& cell, const schema::Item& item,
                               const UnitSources& sources, const figure::UnitSystem& units);

/// The same for a text that is not a whole cell.
[[nodiscard]] Value text_value(const document::PlacedText& text, const schema::Item& item,
                               const UnitSources& sources, const figure::UnitSystem& units);

/// The paragraphs, trimmed, with a line's end between them; those of a short text, which was broken
/// to fit its column, with nothing.
[[nodiscard]] std::string cell_text(const document::Cell& cell);

/// The figure that a number of an item is; nothing if its dimension is not the item's. `place` and
/// `raw` are those of the number.
[[nodiscard]] std::optional<figure::Figure> item_figure(const figure::NumberText& number,
                                                        const schema::Item& item,
                                                        const UnitSources& sources,
                                                        const figure::UnitSystem& units,
                                                        std::string raw, source::Place place);

}  // namespace tieout::report
