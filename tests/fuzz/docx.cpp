// Fuzzing of Word documents, part by part.
#include "target.hpp"

#include "document/docx_reader.hpp"
#include "document/opc.hpp"

namespace tieout::fuzz {

void read(std::string_view bytes) {
  const auto package = package_of(bytes);
  document::Archive archive(package, "fuzzed.txt", limits);
  check(document::read_docx(archive, "fuzzed.txt", document::main_part(archive)));
}

}  // namespace tieout::fuzz
