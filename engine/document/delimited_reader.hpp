// Tables as .csv and .tsv files.
#pragma once

#include "document/document.hpp"
#include "source/source.hpp"

namespace tieout::document {

/// Reads records as RFC 4180 has them; the separator is the comma, semicolon, TAB or "|" that parts
/// most records alike, or what a first line "sep=;" names. Blank lines are passed over; lines
/// inside of a quoted field are paragraphs of its cell. A quotation mark that is never closed is
/// text.
[[nodiscard]] Document read_delimited(const source::Source& text, const source::Limits& limits);

}  // namespace tieout::document
