// Texts in traditional characters, as conversions of web pages leave them.
#pragma once

#include "source/source.hpp"

#include <optional>

namespace tieout::document {

/// A text that is written in traditional characters (決算, 萬元) in simplified ones, character by
/// character, so that every place stays what it is. None for any other text, whichever single
/// characters it has.
[[nodiscard]] std::optional<source::Source> simplified(const source::Source& text);

}  // namespace tieout::document
