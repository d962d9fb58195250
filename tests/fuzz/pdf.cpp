// Fuzzing of what pdftotext writes of the words of a PDF.
#include "target.hpp"

#include "document/pdf_reader.hpp"

namespace tieout::fuzz {

void read(std::string_view bytes) { check(document::read_pdf_words("fuzzed.txt", bytes, limits)); }

}  // namespace tieout::fuzz
