// Fuzzing of .csv and .tsv files.
#include "target.hpp"

#include "document/delimited_reader.hpp"

namespace tieout::fuzz {

void read(std::string_view bytes) { check(document::read_delimited(text_of(bytes), limits)); }

}  // namespace tieout::fuzz
