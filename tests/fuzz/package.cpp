// Fuzzing of zip files as they come, and of telling formats apart.
#include "target.hpp"

#include "document/reader.hpp"

namespace tieout::fuzz {

void read(std::string_view bytes) {
  using document::Format;
  const auto recognised = document::recognise_format("fuzzed.txt", bytes, limits);
  switch (recognised.format) {
    case Format::docx:
    case Format::xlsx:
    case Format::odt:
    case Format::ods:
      return check(document::read_document(recognised, "fuzzed.txt", bytes, limits));
    default:
      return;  // text has targets of its own; no other program is started here
  }
}

}  // namespace tieout::fuzz
