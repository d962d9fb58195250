// Layouts of tables, each in several formats: the same is read of each, and what was planted found.
#include "program.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;

Json expected_of(const fs::path& file) {
  std::ifstream in(file);
  return Json::parse(in);
}

}  // namespace

TEST_CASE("every layout of tables is read in every format, and its fault is found") {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(TIEOUT_LAYOUTS)) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  REQUIRE(names.size() == 7);
  for (const auto& name : names) {
    const auto made = TIEOUT_REPORTS "/layouts/" + name;
    const auto expected = expected_of(TIEOUT_LAYOUTS "/" + name + ".found.json");
    const auto values = values_of(made + ".txt");
    for (const char* extension : {".txt", ".docx", ".xlsx", ".html", ".pdf"}) {
      CAPTURE(name);
      CAPTURE(extension);
      CHECK(values_of(made + extension).dump(1) == as_read_of(extension, values).dump(1));
      const auto reading = Json::parse(run("read " + made + extension).output).at("reading");
      CHECK(reading.at("table_figures_used") == reading.at("table_figures"));
      const auto [output, status] = run("check --format json " + made + extension);
      CHECK(status == 1);
      const auto result = Json::parse(output);
      CHECK(lines_of(result.at("reports").at(0).at("findings")) ==
            expected.at("findings").get<std::vector<std::string>>());
    }
  }
}
