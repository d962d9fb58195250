// One report in many formats: the same values are read of each, and the same is found.
#include "program.hpp"

#include <filesystem>
#include <fstream>

namespace {

const std::string folder = TIEOUT_REPORTS "/report/";

/// A file for what `read` prints, beside the reports that the scripts made.
std::string data_file(const std::string& name) {
  const std::filesystem::path data = TIEOUT_REPORTS "/data";
  std::filesystem::create_directories(data);
  return (data / name).string();
}

struct Found {
  std::vector<std::string> checks;
  int status = 0;
};

/// Every check with its verdict and both sides.
Found found_in(const std::string& file) {
  const auto [output, status] = run("check --format json --checks all " + file);
  return {lines_of(Json::parse(output).at("reports").at(0).at("checks")), status};
}

/// Calls `visit` with each object that has a member `value` of characters: not true or false.
template <typename Visit>
void for_each_figure(const Json& json, const Visit& visit) {
  if (json.is_object() && json.contains("value") && json.at("value").is_string()) visit(json);
  if (json.is_structured()) {
    for (const auto& each : json) for_each_figure(each, visit);
  }
}

}  // namespace

TEST_CASE("the same values and the same findings in every format") {
  const auto data = data_file("report.json");
  std::ofstream(data) << run("read " + folder + "report.txt").output;
  const auto values = values_of(folder + "report.txt");
  const auto found = found_in(folder + "report.txt");
  REQUIRE(found.status == 1);
  REQUIRE(found.checks.size() > 50);
  for (const std::string name :
       {"report.json", "report.docx", "office.docx", "report.xlsx", "office.xlsx", "report.ods",
        "report.odt", "report.html", "report.doc", "report.rtf", "report.xls", "report.pdf",
        "tables"}) {
    SUBCASE(name.c_str()) {
      const auto file = name.ends_with(".json") ? data : folder + name;
      CHECK(values_of(file).dump(1) == as_read_of(file, values).dump(1));
      const auto own = found_in(file);
      CHECK(own.status == found.status);
      CHECK(own.checks == found.checks);
    }
  }
}

TEST_CASE("figures of a PDF say that they are less certain, in what is read and what is found") {
  const auto certain = [](const Json& json) {
    std::size_t low = 0;
    std::size_t full = 0;
    for_each_figure(json, [&](const Json& figure) {
      if (figure.contains("place")) ++(figure.value("certainty", "") == "low" ? low : full);
    });
    return std::pair(low > 0, full > 0);
  };
  for (const auto& [file, low] : {std::pair("report.pdf", true), std::pair("report.docx", false)}) {
    CAPTURE(file);
    const auto read = run("read " + folder + file).output;
    CHECK(certain(Json::parse(read)) == std::pair(low, !low));
    // It is kept where the data is read again.
    const auto again = data_file(std::string(file) + ".json");
    std::ofstream(again) << read;
    CHECK(certain(Json::parse(run("read " + again).output)) == std::pair(low, !low));
    const auto found = Json::parse(run("check --format json " + folder + file).output);
    for (const auto& finding : found.at("reports").at(0).at("findings")) {
      for (const auto& piece : finding.at("evidence")) {
        if (!piece.contains("decimals")) continue;
        CHECK((piece.value("certainty", "") == "low") == low);
      }
    }
  }
}
