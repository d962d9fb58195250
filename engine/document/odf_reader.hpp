// OpenDocument text and spreadsheets (.odt, .ods).
#pragma once

#include "document/archive.hpp"
#include "document/document.hpp"

#include <string>

namespace tieout::document {

/// Reads a text as read_docx does: child tables, text boxes and notes stand behind what they hang
/// on, generated numbers in the text, and changes count as accepted.
[[nodiscard]] Document read_odt(Archive& package, const std::string& name);

/// Reads a spreadsheet as read_xlsx does: a table for each sheet, cells as they are shown.
[[nodiscard]] Document read_ods(Archive& package, const std::string& name);

}  // namespace tieout::document
