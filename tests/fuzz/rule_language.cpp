// Fuzzing of rule text: whatever the bytes, parsing ends in a tree or in sentences about them.
#include "target.hpp"

#include "language/diagnostic.hpp"
#include "language/parser.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::fuzz {

namespace {

/// A message shows no name that a compiler or a library gave.
void check_sentence(const std::string& sentence, std::string_view text) {
  for (const std::string_view name : {"N5boost", "N6tieout"}) {
    require(sentence.find(name) == std::string::npos || text.find(name) != std::string_view::npos);
  }
}

}  // namespace

void read(std::string_view bytes) {
  const auto file = std::make_shared<const source::Source>(text_of(bytes));
  std::vector<language::Diagnostic> diagnostics;
  const auto parsed = language::parse(file, limits, diagnostics);
  language::sort_diagnostics(diagnostics);
  require(diagnostics.size() <= 2 * limits.diagnostics);
  for (const auto& diagnostic : diagnostics) {
    require(diagnostic.span.begin <= diagnostic.span.end);
    require(diagnostic.span.end <= file->text().size());
    check_sentence(render(diagnostic, source::Language::zh), file->text());
    check_sentence(render(diagnostic, source::Language::en), file->text());
  }
  for (const auto& rule : parsed.rules) {
    require(rule.check != nullptr && rule.check->height <= limits.rule_depth);
  }
  (void)language::schema_of(*file);
}

}  // namespace tieout::fuzz
