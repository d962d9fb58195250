// Excel workbooks (.xlsx).
#pragma once

#include "document/archive.hpp"
#include "document/document.hpp"

#include <string>

namespace tieout::document {

/// Reads the workbook whose main part is `part`: a table for each sheet that holds something, in
/// the workbook's order, hidden ones too. Cells say what the sheet shows; formulas what they came
/// to when they were last calculated. What is hidden, not calculated or in error is told in the
/// notes. Throws Failure for broken or hostile files.
[[nodiscard]] Document read_xlsx(Archive& package, const std::string& name,
                                 const std::string& part);

}  // namespace tieout::document
