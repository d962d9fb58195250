// A folder of reports with hostile files among them: those that can be read are checked, each of
// the others has one sentence, and memory stays within bounds.
#include "program.hpp"

#include <sys/resource.h>
#include <map>
#include <set>

TEST_CASE("hostile files are told, and the reports beside them are checked") {
  const std::string folder = TIEOUT_REPORTS "/hostile/";
  const auto [output, status] = run("check --lang en --format json " + folder);
  CHECK(status == 2);
  const auto result = Json::parse(output);

  std::map<std::string, std::string> reasons;
  for (const auto& each : result.at("summary").at("unreadable")) {
    reasons.emplace(each.at("source").get<std::string>().substr(folder.size()), each.at("reason"));
  }
  CHECK(reasons ==
        std::map<std::string, std::string>{
            {"bomb.docx",
             "Bytes after inflating beyond the limit of 33554432; not read. If the file can be "
             "trusted, raise the limit with --limit inflated-bytes=NUMBER."},
            {"broken.docx",
             "The file is damaged: it is no whole zip file. Save it again, or get it again."},
            {"bzip2.docx",
             "word/document.xml in the file is packed in a way that documents do not use; not "
             "read. Save the file again with an office program."},
            {"encrypted.docx",
             "The file is protected by a password and cannot be read; save it without one."},
            {"picture.docx",
             "This is a picture, whose text cannot be read; submit the report as a document."},
        });

  std::set<std::string> checked;
  for (const auto& report : result.at("reports")) {
    checked.insert(report.at("source").get<std::string>().substr(folder.size()));
    CHECK(report.at("counts").at("fails") == 5);
  }
  CHECK(checked == std::set<std::string>{"office.docx", "office.xlsx", "report.doc", "report.docx",
                                         "report.html", "report.ods", "report.odt", "report.pdf",
                                         "report.rtf", "report.txt", "report.xls", "report.xlsx",
                                         "tables"});
}

#ifndef __SANITIZE_ADDRESS__  // which takes memory of its own
namespace {

/// Of the largest program that was run, in megabytes.
long peak() {
  rusage usage{};
  REQUIRE(getrusage(RUSAGE_CHILDREN, &usage) == 0);
  return usage.ru_maxrss / 1024;
}

}  // namespace

TEST_CASE("the densest files that can be made take less than 300 MB") {
  for (const char* name : {"cells.docx", "text.docx", "cells.xlsx", "shared.xlsx", "strings.xlsx",
                           "repeated.ods", "paragraphs.odt", "paragraphs.html", "fields.csv"}) {
    CAPTURE(name);
    const auto [output, status] =
        run("check --format json " TIEOUT_REPORTS "/dense/" + std::string(name));
    CHECK(status == 2);
    CHECK(Json::parse(output).at("summary").at("unreadable").size() == 1);
  }
  CHECK(peak() < 300);
}
#endif
