// Plain text: paragraphs, exported tables (a cell a line after a TAB; cells separated by TAB, "|"
// or runs of spaces).
#pragma once

#include "document/document.hpp"
#include "document/layout_table.hpp"
#include "source/source.hpp"

namespace tieout::document {

/// Reads a decoded text. A TAB at the start of a line starts a cell; lines without one continue it,
/// past blank lines too; a blank line before a TAB ends a row. Lines with TABs or "|" inside are
/// rows of their own. Never fails on text; throws Failure when a limit is passed.
[[nodiscard]] Document read_text(const source::Source& text, const source::Limits& limits);
/// The same for a text of which more is known than its spaces say: where its words stand.
[[nodiscard]] Document read_text(const source::Source& text, const LayoutOf& layout_of,
                                 const source::Limits& limits);

}  // namespace tieout::document
