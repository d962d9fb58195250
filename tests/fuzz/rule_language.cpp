// Fuzzing of rule text: whatever the bytes, parsing ends in a tree or in sentences about them.
#include "language/diagnostic.hpp"
#include "language/parser.hpp"
#include "source/source.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace tieout;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

/// A message shows no name that a compiler or a library gave.
void check_sentence(const std::string& sentence, std::string_view text) {
  for (const std::string_view name : {"N5boost", "N6tieout"}) {
    require(sentence.find(name) == std::string::npos || text.find(name) != std::string_view::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::shared_ptr<const source::Source> file;
  try {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    file = std::make_shared<const source::Source>(source::decode("fuzzed.tie", bytes));
  } catch (const source::Failure&) {
    return -1;  // not text: nothing that the parser would be given
  }
  const source::Limits limits;
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
  return 0;
}
