// Fuzzing of manifest.json of a report that is a folder of files.
#include "target.hpp"

#include "cli/manifest.hpp"
#include "temporary_folder.hpp"

namespace tieout::fuzz {

namespace {

const TemporaryFolder& folder() {
  static const TemporaryFolder made;
  made.write("收入.csv", "项目,金额\n合计,359.39\n");
  made.write("text/1.txt", "年度支出359.39万元。\n");
  made.write("data.json", "{}");
  return made;
}

}  // namespace

void read(std::string_view bytes) {
  static const TemporaryFolder& files = folder();
  files.write("manifest.json", bytes);
  (void)cli::read_report_folder(files.path().string(), limits);
}

}  // namespace tieout::fuzz
