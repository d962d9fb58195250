// Fuzzing of OpenDocument texts and spreadsheets, part by part; each input is read as both.
#include "target.hpp"

#include "document/odf_reader.hpp"

namespace tieout::fuzz {

void read(std::string_view bytes) {
  const auto package = package_of(bytes);
  document::Archive text(package, "fuzzed.txt", limits);
  check(document::read_odt(text, "fuzzed.txt"));
  document::Archive sheets(package, "fuzzed.txt", limits);
  check(document::read_ods(sheets, "fuzzed.txt"));
}

}  // namespace tieout::fuzz
