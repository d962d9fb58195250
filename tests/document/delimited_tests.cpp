// Tables as .csv and .tsv files.
#include "document/delimited_reader.hpp"

#include "failure.hpp"
#include "shown.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::document;

namespace {

std::string shown_csv(const std::string& text) {
  return shown(read_delimited(source::Source("t.csv", text), {}));
}

}  // namespace

TEST_CASE("csv: records, quoted fields with separators, marks and lines in them") {
  CHECK(shown_csv(
            "机构,合计\r\n\"甲,乙\",\"1,003.30\"\r\n\"他说\"\"好\"\"\",\"公共财\n政拨款\"\r\n") ==
        "table\n"
        "[1:1 机构][1:4 合计]\n"
        "[2:2 甲,乙][2:8 1,003.30]\n"
        "[3:2 他说\"好\"][3:12 公共财*4:1 政拨款]\n");
}

TEST_CASE("csv: the separator is what parts most records alike") {
  CHECK(shown_csv("机构;合计;基本\n甲;1,5;0,5\n乙;2,5;1,0\n") ==
        "table\n[1:1 机构][1:4 合计][1:7 基本]\n[2:1 甲][2:3 1,5][2:7 0,5]\n[3:1 乙][3:3 "
        "2,5][3:7 1,0]\n");
  CHECK(shown_csv("机构\t合计\n甲\t5\n") == "table\n[1:1 机构][1:4 合计]\n[2:1 甲][2:3 5]\n");
  CHECK(shown_csv("sep=|\n机构|合计\n甲|5\n") == "table\n[2:1 机构][2:4 合计]\n[3:1 甲][3:3 5]\n");
}

TEST_CASE("csv: titles, blank lines, blank fields and old line ends") {
  CHECK(shown_csv("收入情况,,\n\n机构,合计,其他\r甲,5,\r") ==
        "table\n[1:1 收入情况][1:6 ][1:7 ]\n[3:1 机构][3:4 合计][3:7 其他]\n[4:1 甲][4:3 5][4:5 "
        "]\n");
}

TEST_CASE("csv: a quotation mark that is never closed is text") {
  CHECK(shown_csv("甲,\"5\n乙,6\n") == "table\n[1:1 甲][1:3 \"5]\n[2:1 乙][2:3 6]\n");
}

TEST_CASE("csv: many open marks and many fields are read in linear time, up to the limit") {
  std::string marks;
  for (int count = 0; count < 300'000; ++count) marks += "\"x,";
  CHECK(std::get<Table>(read_delimited(source::Source("t.csv", marks + "\""), {}).blocks.at(0))
            .rows.size() == 1);
  source::Limits limits;
  limits.table_cells = 1000;
  CHECK(failure_of([&] {
          (void)read_delimited(source::Source("t.csv", std::string(2000, ',') + "1"), limits);
        }) ==
        "t.csv: Paragraphs and table cells beyond the limit of 1000; not read. If the file can be "
        "trusted, raise "
        "the limit with --limit table-cells=NUMBER.");
}
