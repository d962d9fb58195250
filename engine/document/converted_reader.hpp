// Formats that LibreOffice converts to those that are read here.
#pragma once

#include "document/format.hpp"
#include "source/limits.hpp"

#include <string>
#include <string_view>

namespace tieout::document {

/// Converts .doc, .wps and .rtf to .docx, .xls to .xlsx, with LibreOffice in a profile of its own,
/// without macros, and returns the converted file's bytes. Throws Failure if LibreOffice is not
/// installed (it says what to install), if it cannot read the file, or beyond a limit.
[[nodiscard]] std::string converted(Format format, const std::string& name, std::string_view bytes,
                                    const source::Limits& limits);

}  // namespace tieout::document
