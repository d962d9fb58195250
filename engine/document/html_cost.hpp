// What a HTML parser would make of a page, told before it is let to.
#pragma once

#include "source/source.hpp"

namespace tieout::document {

/// Throws Failure for a page that would become a tree too deep or too large. A HTML parser repairs
/// what it reads: elements that are never closed nest, and formatting that is left open is copied
/// into every block behind it, so that a small page may become a huge tree.
void check_html(const source::Source& text, const source::Limits& limits);

}  // namespace tieout::document
