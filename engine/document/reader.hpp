// Any file of a report as a Document.
#pragma once

#include "document/document.hpp"
#include "document/format.hpp"
#include "source/limits.hpp"

#include <string>
#include <string_view>

namespace tieout::document {

/// Reads a file that is no JSON. A name that belongs to another format is told in the notes. Throws
/// Failure for what is broken, hostile, or needs a program that is not installed.
[[nodiscard]] Document read_document(const Recognised& recognised, const std::string& name,
                                     std::string_view bytes, const source::Limits& limits);

}  // namespace tieout::document
