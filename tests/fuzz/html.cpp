// Fuzzing of web pages.
#include "target.hpp"

#include "document/html_reader.hpp"

namespace tieout::fuzz {

void read(std::string_view bytes) { check(document::read_html(text_of(bytes), limits)); }

}  // namespace tieout::fuzz
