// Lines, columns and the order of places.
#include "source/source.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <stdexcept>
#include <string>
#include <vector>

using tieout::source::in_file;
using tieout::source::Place;
using tieout::source::Source;

namespace {

std::string where(const Source& source, std::size_t offset) {
  const auto place = source.place(offset);
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

}  // namespace

TEST_CASE("columns count characters, not bytes") {
  const Source source("报告.txt", "支出合计\t359.39\n结余");
  CHECK(where(source, 0) == "1:1");
  CHECK(where(source, 3) == "1:2");
  CHECK(where(source, 12) == "1:5");  // the TAB
  CHECK(where(source, 13) == "1:6");
  CHECK(where(source, 20) == "2:1");
  CHECK(where(source, 26) == "2:3");  // the end of the text
  CHECK(source.place(0).source_name() == "报告.txt");
}

TEST_CASE("an offset inside a character is the place of that character") {
  const Source source("a", "甲乙");
  CHECK(where(source, 4) == "1:2");
  CHECK(where(source, 5) == "1:2");
  CHECK_THROWS_AS((void)source.place(7), std::out_of_range);
}

TEST_CASE("every kind of line end ends a line once") {
  const Source source("a", "一\r\n二\r三\n\n四\n");
  REQUIRE(source.lines() == 6);
  const std::vector<std::string> lines = {"一", "二", "三", "", "四", ""};
  for (std::size_t number = 1; number <= lines.size(); ++number) {
    CHECK(source.line(number) == lines[number - 1]);
  }
  CHECK(where(source, source.line_start(3)) == "3:1");
  CHECK(where(source, 4) == "1:3");  // between \r and \n
  CHECK_THROWS_AS((void)source.line(7), std::out_of_range);
  CHECK_THROWS_AS((void)source.line(0), std::out_of_range);
}

TEST_CASE("an empty text has one empty line") {
  const Source source("a", "");
  CHECK(source.lines() == 1);
  CHECK(source.line(1).empty());
  CHECK(where(source, 0) == "1:1");
}

TEST_CASE("places agree with counting one character after the other") {
  CHECK(rc::check("places of random texts", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        *rc::gen::inRange<std::size_t>(0, 2500),
        rc::gen::element<std::string>("a", "é", "额", "𠀀", "\n", "\r\n", "\t"));
    std::string text;
    for (const auto& piece : pieces) text += piece;
    const Source source("a", text);
    std::size_t offset = 0;
    std::size_t line = 1;
    std::size_t column = 1;
    for (const auto& piece : pieces) {
      RC_ASSERT(where(source, offset) == std::to_string(line) + ":" + std::to_string(column));
      offset += piece.size();
      const bool ends_line = piece.back() == '\n';
      line += ends_line ? 1 : 0;
      column = ends_line ? 1 : column + 1;
    }
  }));
}

TEST_CASE("places of one file agree whoever made them, and are ordered") {
  Place a = in_file("a.txt");
  Place same = in_file("a.txt");
  CHECK(a == same);
  a.line = 2;
  same.line = 10;
  CHECK(a < same);
  Place pointer = a;
  pointer.pointer = "/spending/0/total";
  CHECK(a < pointer);
  CHECK(same < in_file("b.txt"));
  CHECK(Place{} < a);
}
