// What `check` finds in the samples: of a clean report nothing, of each planted fault what its
// .found.json says and nothing else, and of the published reports what an audit by hand found.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace {

using Json = nlohmann::json;
const std::filesystem::path samples = std::filesystem::path(TIEOUT_ROOT) / "samples";

/// The JSON that a command prints of a file.
Json printed(const std::string& command_line, const std::filesystem::path& file) {
  const std::string command =
      std::string(TIEOUT_PROGRAM) + " " + command_line + " '" + file.string() + "' 2>/dev/null";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string output;
  std::array<char, 65536> buffer{};
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    output.append(buffer.data(), size);
  }
  return Json::parse(output);
}

/// The one report of `tieout check FILE --format json`.
Json checked(const std::filesystem::path& file) {
  const Json document = printed("check --checks all --format json", file);
  REQUIRE(document.at("reports").size() == 1);
  return document.at("reports").at(0);
}

/// "rule verdict", once for each finding, sorted.
std::multiset<std::string> names(const Json& findings) {
  std::multiset<std::string> result;
  for (const Json& finding : findings) {
    result.insert(finding.at("rule").get<std::string>() + " " +
                  finding.at("verdict").get<std::string>());
  }
  return result;
}

/// "rule verdict left right lines...", lines in the order of the evidence, each once.
std::multiset<std::string> told(const Json& report) {
  std::multiset<std::string> result;
  for (const Json& finding : report.at("findings")) {
    std::string line =
        finding.at("rule").get<std::string>() + " " + finding.at("verdict").get<std::string>();
    for (const char* side : {"left", "right"}) {
      if (finding.at(side).is_null()) continue;
      line += " " + finding.at(side).at("value").get<std::string>() +
              finding.at(side).at("unit").get<std::string>();
    }
    std::set<int> lines;
    for (const Json& evidence : finding.at("evidence")) {
      if (evidence.at("side") != "row") lines.insert(evidence.at("place").at("line").get<int>());
    }
    for (const int each : lines) line += " " + std::to_string(each);
    result.insert(line);
  }
  return result;
}

}  // namespace

TEST_CASE("a clean report has no findings") {
  const Json report = checked(samples / "clean-2021.txt");
  CHECK(report.at("findings").empty());
  CHECK(report.at("counts").at("holds").get<int>() > 50);
}

TEST_CASE("clean final accounts have no findings, however their tables are laid out") {
  for (const char* name : {"library-2022.txt", "archives-2023.txt"}) {
    CAPTURE(name);
    const Json report = checked(samples / name);
    CHECK(report.at("schema") == "department-final-accounts");
    CHECK(report.at("findings").empty());
    CHECK(report.at("counts").at("holds").get<int>() > 180);
  }
}

TEST_CASE("each planted fault is found at its line, and nothing else is") {
  std::vector<std::filesystem::path> expectations;
  for (const auto& entry : std::filesystem::directory_iterator(samples / "faults")) {
    if (entry.path().extension() == ".json") expectations.push_back(entry.path());
  }
  CHECK(expectations.size() >= 13);
  for (const std::filesystem::path& path : expectations) {
    CAPTURE(path.string());
    std::ifstream file(path);
    const Json expected = Json::parse(file);
    std::filesystem::path text = path;
    text.replace_extension().replace_extension(".txt");
    const Json report = checked(text);
    CHECK(names(report.at("findings")) == names(expected.at("findings")));
    bool touched = false;
    for (const Json& finding : report.at("findings")) {
      for (const Json& evidence : finding.at("evidence")) {
        touched = touched || evidence.at("place").at("line") == expected.at("line");
      }
    }
    CHECK(touched);
  }
}

TEST_CASE("nearly all figures of every sample are taken up") {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(samples)) {
    if (entry.path().extension() != ".txt") continue;
    CAPTURE(entry.path());
    const Json reading = printed("read", entry.path()).at("reading");
    const auto count = [&reading](const char* name) { return reading.at(name).get<int>(); };
    CHECK(100 * count("table_figures_used") >= 95 * count("table_figures"));
    CHECK(100 * count("text_figures_used") >= 80 * count("text_figures"));
  }
}

TEST_CASE("the findings of the published reports") {
  CHECK(told(checked(samples / "yueyang-2017.txt")) ==
        std::multiset<std::string>{
            "balance.carried fails 164.90万元 158.39万元 59 300",
            "spending.surplus rounding 83.62万元 83.61万元 58 114 119",
            "spending.units rounding 355.81万元 355.82万元 116 125 134 143",
            "spending.units rounding 359.39万元 359.40万元 115 124 133 142",
            "spending.units rounding 643.91万元 643.90万元 118 127 136 145",
            "spending.units rounding 83.62万元 83.61万元 119 128 137 146",
            "staffing.within fails 13人 11人 17 19",
            "targets.met fails 95% 95% 251 254",
            "targets.met fails 95% 95% 253 254",
        });
  CHECK(told(checked(samples / "ganzhou-2018.txt")) ==
        std::multiset<std::string>{
            "narrative.sums fails 55人 24人 13",
            "staffing.people fails 55人 24人 13",
            "staffing.total_within fails 55人 30人 13",
        });
}

TEST_CASE("the JSON of a report has the findings of its text") {
  for (const char* name : {"yueyang-2017", "ganzhou-2018"}) {
    CAPTURE(name);
    CHECK(told(checked(samples / (std::string(name) + ".txt"))) ==
          told(checked(samples / (std::string(name) + ".json"))));
  }
}
