// PDF files.
#pragma once

#include "document/document.hpp"
#include "source/limits.hpp"

#include <string>
#include <string_view>

namespace tieout::document {

/// Reads a PDF as text that is laid out in columns; places are lines of pages. That the words and
/// columns were found by where they stand is noted. Throws Failure if pdftotext is not installed
/// (it says what to install), if it cannot read the file, beyond a limit, and for a PDF without
/// text.
[[nodiscard]] Document read_pdf(const std::string& name, std::string_view bytes,
                                const source::Limits& limits);

/// The same of what `pdftotext -bbox` wrote of it.
[[nodiscard]] Document read_pdf_words(const std::string& name, std::string_view bbox,
                                      const source::Limits& limits);

}  // namespace tieout::document
