// Fuzzing of plain text: paragraphs and all forms of tables in it.
#include "target.hpp"

#include "document/text_reader.hpp"

namespace tieout::fuzz {

void read(std::string_view bytes) { check(document::read_text(text_of(bytes), limits)); }

}  // namespace tieout::fuzz
