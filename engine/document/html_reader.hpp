// Web pages, and what spreadsheets save as such.
#pragma once

#include "document/document.hpp"
#include "source/source.hpp"

namespace tieout::document {

/// Reads the paragraphs and tables of a page, with rowspan and colspan. A table that only lays out
/// other tables is read as what stands in its cells. Scripts, comments and what is not displayed
/// are left out. Places are lines and columns of the file. Throws Failure beyond a limit.
[[nodiscard]] Document read_html(const source::Source& text, const source::Limits& limits);

}  // namespace tieout::document
