// What the page shows, as the JSON that its script reads.
#pragma once

#include "output/json_shape.hpp"
#include "output/marks.hpp"

namespace tieout::output {

/// Text in both languages: one string where they agree, else [zh, en].
[[nodiscard]] Json both(const std::string& zh, const std::string& en);
[[nodiscard]] Json both(const source::Message& message);

/// A report with its findings; the figures that they show are added to `marks`.
[[nodiscard]] Json page_report(const finding::CheckedReport& report, Marks& marks);

/// Its blocks in order. A paragraph is {"heading": level, "text": TEXT}, a table {"rows":
/// [[CELL]]}. A CELL is {"column", "span", "text": [TEXT]}, a TEXT a list of strings and of
/// [id, string] for the figures marked.
[[nodiscard]] Json page_document(const document::Document& document, const Marks& marks);

}  // namespace tieout::output
