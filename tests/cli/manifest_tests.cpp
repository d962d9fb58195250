// A folder of files that is one report.
#include "cli/manifest.hpp"

#include "cli/inputs.hpp"
#include "failure.hpp"
#include "temporary_folder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tieout;

namespace {

/// The texts of the paragraphs and cells, each with the name of its file.
std::vector<std::string> texts(const document::Document& document, const std::string& folder) {
  std::vector<std::string> all;
  const auto add = [&](const document::PlacedText& text) {
    const auto place = text.place(0);
    all.push_back(std::string(place.source_name()).substr(folder.size() + 1) + place.pointer +
                  ": " + text.text());
  };
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
      add(paragraph->text);
      continue;
    }
    for (const auto& row : std::get<document::Table>(block).rows) {
      for (const auto& cell : row.cells) add(cell.joined());
    }
  }
  return all;
}

}  // namespace

TEST_CASE("the files of a manifest are one document, in its order, each with its own places") {
  const TemporaryFolder folder;
  const auto root = (folder.path() / "report").string();
  folder.write("report/manifest.json",
               R"({"title": "自评报告", "files": ["b.txt", {"file": "t/a.csv", "title": "收入",)"
               R"( "unit": "万元"}]})");
  folder.write("report/b.txt", "一、概况\n");
  folder.write("report/t/a.csv", "机构,合计\n甲,5\n");
  CHECK(texts(cli::read_report_folder(root, {}), root) ==
        std::vector<std::string>{"manifest.json/title: 自评报告", "b.txt: 一、概况",
                                 "manifest.json/files/1/title: 收入",
                                 "manifest.json/files/1/unit: 单位：万元", "t/a.csv: 机构",
                                 "t/a.csv: 合计", "t/a.csv: 甲", "t/a.csv: 5"});
  folder.write("other.txt", "x");
  const auto outer = folder.path().string();
  CHECK(cli::expand({outer}).files == std::vector<std::string>{outer + "/other.txt", root});
  CHECK(cli::expand({root}).files == std::vector<std::string>{root});
}

TEST_CASE("a manifest that is wrong is refused with what is wrong in it") {
  const TemporaryFolder folder;
  const auto root = folder.path().string();
  folder.write("data.json", "{}");
  const auto refusal = [&](const char* manifest) {
    folder.write("manifest.json", manifest);
    return failure_of([&] { (void)cli::read_report_folder(root, {}); });
  };
  const auto said = [&](const std::string& sentence) {
    return root + "/manifest.json: " + sentence;
  };
  const std::string form =
      " of manifest.json is not written as it should be: {\"title\": \"...\", \"files\": "
      "[\"a.txt\", {\"file\": \"b.csv\", \"title\": \"...\", \"unit\": \"...\"}]}.";
  CHECK(refusal("{") == said("/files" + form));
  CHECK(refusal("[1]") == said("/files" + form));
  CHECK(refusal(R"({"files": []})") == said("/files" + form));
  CHECK(refusal(R"({"files": [7]})") == said("/files/0" + form));
  CHECK(refusal(R"({"title": 1, "files": ["a.txt"]})") == said("/title" + form));
  const std::string outside =
      "/files/0 of manifest.json must name a file in the folder, not one outside of it.";
  CHECK(refusal(R"({"files": ["../x.txt"]})") == said(outside));
  CHECK(refusal(R"({"files": ["/etc/passwd"]})") == said(outside));
  CHECK(refusal(R"({"files": [""]})") == said(outside));
  CHECK(refusal(R"({"files": ["data.json"]})") ==
        said("/files/0 of manifest.json is report data (JSON), which cannot be a part of another "
             "report."));
  CHECK(refusal(R"({"files": ["none.txt"]})") ==
        root + "/none.txt: There is no such file; check that its path is right.");
}
