// Fuzzing of Excel workbooks, part by part.
#include "target.hpp"

#include "document/opc.hpp"
#include "document/xlsx_reader.hpp"

namespace tieout::fuzz {

void read(std::string_view bytes) {
  const auto package = package_of(bytes);
  document::Archive archive(package, "fuzzed.txt", limits);
  check(document::read_xlsx(archive, "fuzzed.txt", document::main_part(archive)));
}

}  // namespace tieout::fuzz
