// Rule text to what it was parsed as, written compactly, and to what was said about it.
#pragma once

#include "language/diagnostic.hpp"
#include "language/parser.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tieout::language {

/// A parsed text.
struct Parsed {
  syntax::File file;
  std::vector<Diagnostic> diagnostics;  ///< sorted
};
[[nodiscard]] Parsed parsed(const std::string& text, const source::Limits& limits = {});

/// What is said about `text`, all diagnostics after each other.
[[nodiscard]] std::string said(const std::string& text,
                               source::Language language = source::Language::en);

/// A tree as an s-expression: (+ a (* b 3万元)).
[[nodiscard]] std::string shown(const syntax::NodePtr& tree);

/// The tree of one expression, which must be all of `text` and without fault; else what is said.
[[nodiscard]] std::string tree(const std::string& text);

}  // namespace tieout::language
