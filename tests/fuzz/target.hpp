// What the fuzz targets share. Each target defines read(); entry.cpp calls it with every input.
#pragma once

#include "document/document.hpp"
#include "source/limits.hpp"
#include "source/source.hpp"

#include <string_view>

namespace tieout::fuzz {

/// Reads an input. It may throw source::Failure with a sentence about it, and nothing else.
void read(std::string_view bytes);

inline const source::Limits limits;

/// What must be so whatever the input is.
void require(bool holds);

/// The input as text. Throws Failure for bytes that are none.
[[nodiscard]] source::Source text_of(std::string_view bytes);

/// Every text of the document is valid UTF-8 and has a place, rows keep to their grid, and the
/// notes have sentences.
void check(const document::Document& document);

/// The input as a zip file of parts, each behind a line "=== PATH": what is changed at random in a
/// real zip file is only refused.
[[nodiscard]] std::string package_of(std::string_view parts);

}  // namespace tieout::fuzz
