// Formats that other programs read for Tieout: LibreOffice and pdftotext.
#pragma once

#include "document/document.hpp"
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

/// Reads a PDF as text that is laid out in columns; places are lines of pages. That the words and
/// columns were found by where they stand is noted. Throws Failure as above, and for a PDF without
/// text.
[[nodiscard]] Document read_pdf(const std::string& name, std::string_view bytes,
                                const source::Limits& limits);

}  // namespace tieout::document
