// Word documents (.docx).
#pragma once

#include "document/archive.hpp"
#include "document/document.hpp"

#include <string>

namespace tieout::document {

/// Reads the document whose main part is `part`. Tables in cells become tables of their own behind
/// the one they stand in, text boxes and notes paragraphs behind the one they belong to; numbers
/// that Word generates stand in the text. Tracked changes are read as accepted, and told in the
/// notes. Throws Failure for broken or hostile files.
[[nodiscard]] Document read_docx(Archive& package, const std::string& name,
                                 const std::string& part);

}  // namespace tieout::document
