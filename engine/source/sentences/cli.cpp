// What the room `cli` says.
#include "source/sentences/sentences.hpp"

namespace tieout::source {

std::span<const Sentence> cli_sentences() { return {}; }

}  // namespace tieout::source
