// Tieout as these tests run it.
#pragma once

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <sys/wait.h>
#include <array>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

using Json = nlohmann::ordered_json;

struct Run {
  std::string output;  ///< on standard output
  int status = 0;
};

/// The program with these arguments, as /bin/sh takes them.
inline Run run(const std::string& arguments) {
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

/// What `read` prints, without the members of these names, wherever they are.
inline void strip(Json& json, const std::vector<std::string>& names) {
  if (json.is_object()) {
    for (const auto& name : names) json.erase(name);
  }
  if (json.is_structured()) {
    for (auto& each : json) strip(each, names);
  }
}

/// Values as far as a format tells them: a PDF knows lines, not paragraphs.
inline Json as_read_of(const std::string& file, Json values) {
  if (file.ends_with(".pdf")) strip(values, {"paragraphs"});
  return values;
}

/// The values of a report, without what may differ: where they stand, how certain that is, and how
/// a format writes the same number.
inline Json values_of(const std::string& file) {
  auto json = Json::parse(run("read " + file).output);
  strip(json, {"place", "certainty", "reading", "notes"});
  return as_read_of(file, std::move(json));
}

/// Each finding or check as "rule label: verdict, left and right", in order.
inline std::vector<std::string> lines_of(const Json& findings) {
  std::vector<std::string> lines;
  for (const auto& each : findings) {
    const auto value = [&each](const char* side) {
      const auto& it = each.at(side);
      return it.is_null() ? std::string("-") : it.at("value").get<std::string>();
    };
    lines.push_back(each.at("rule").get<std::string>() + " " +
                    each.at("subject").at("label").get<std::string>() + ": " +
                    each.at("verdict").get<std::string>() + ", " + value("left") + " and " +
                    value("right"));
  }
  return lines;
}
