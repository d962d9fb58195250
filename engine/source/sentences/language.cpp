// What the room `language` says.
#include "source/sentences/sentences.hpp"

namespace tieout::source {

std::span<const Sentence> language_sentences() { return {}; }

}  // namespace tieout::source
