// One report in many formats: the same values are read of each, and the same is found.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <sys/wait.h>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

namespace {

using Json = nlohmann::ordered_json;

const std::string folder = TIEOUT_REPORTS;

struct Run {
  std::string output;
  int status = 0;
};

Run run(const std::string& arguments) {
  const auto command = std::string(TIEOUT_PROGRAM) + " " + arguments + " 2>/dev/null";
  FILE* const pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  Run result;
  std::array<char, 1U << 16U> chunk;
  while (const auto size = std::fread(chunk.data(), 1, chunk.size(), pipe)) {
    result.output.append(chunk.data(), size);
  }
  result.status = WEXITSTATUS(pclose(pipe));
  return result;
}

/// Without what may differ: where things stand, and how a format writes the same number.
void strip(Json& json, const std::vector<std::string>& names) {
  if (json.is_object()) {
    for (const auto& name : names) json.erase(name);
  }
  if (json.is_structured()) {
    for (auto& each : json) strip(each, names);
  }
}

Json values_of(const std::string& file) {
  auto json = Json::parse(run("read " + folder + "/" + file).output);
  strip(json, {"place", "reading", "notes"});
  return json;
}

struct Found {
  std::vector<std::string> checks;
  int status = 0;
};

/// Every check with its verdict and both sides, in order.
Found found_in(const std::string& file) {
  const auto [output, status] = run("check --format json --checks all " + folder + "/" + file);
  Found found{.checks = {}, .status = status};
  const auto json = Json::parse(output);
  for (const auto& check : json.at("reports").at(0).at("checks")) {
    const auto value = [&check](const char* side) {
      const auto& it = check.at(side);
      return it.is_null() ? std::string("-") : it.at("value").get<std::string>();
    };
    found.checks.push_back(check.at("rule").get<std::string>() + " " +
                           check.at("subject").at("label").get<std::string>() + ": " +
                           check.at("verdict").get<std::string>() + ", " + value("left") + " and " +
                           value("right"));
  }
  return found;
}

}  // namespace

TEST_CASE("the same values and the same findings in every format") {
  std::ofstream(folder + "/report.json") << run("read " + folder + "/report.txt").output;
  const auto values = values_of("report.txt");
  const auto found = found_in("report.txt");
  REQUIRE(found.status == 1);
  REQUIRE(found.checks.size() > 50);
  for (const char* file : {"report.json", "report.docx", "office.docx", "report.xlsx",
                           "office.xlsx", "report.ods", "report.odt", "report.html", "report.doc",
                           "report.rtf", "report.xls", "report.pdf", "tables"}) {
    SUBCASE(file) {
      auto read = values_of(file);
      auto expected = values;
      if (std::string_view(file).ends_with(".pdf")) {  // it knows lines, not paragraphs
        strip(read, {"paragraphs"});
        strip(expected, {"paragraphs"});
      }
      CHECK(read.dump(1) == expected.dump(1));
      const auto own = found_in(file);
      CHECK(own.status == found.status);
      CHECK(own.checks == found.checks);
    }
  }
}
