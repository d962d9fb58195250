// Text on a terminal.
#include "output/columns.hpp"

#include <doctest/doctest.h>

using namespace tieout::output;

TEST_CASE("Han and full-width characters take two columns, marks none, all else one") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("基本支出") == 8);
  CHECK(display_width("１２，（") == 8);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\xff") == 1);  // a broken byte of a file's name
}

TEST_CASE("text is padded by columns and never cut by it") {
  CHECK(padded("收入", 6) == "收入  ");
  CHECK(padded("收入", 3) == "收入");
}

TEST_CASE("control characters of a report do not reach the terminal") {
  CHECK(printable("很\x1b[2J好") == "很 [2J好");
  CHECK(printable("a\r\n\tb") == "a b");
  CHECK(printable("\u202E结余\u2028x\u009B") == " 结余 x ");
  CHECK(printable("支出，合计") == "支出，合计");
}

TEST_CASE("long text is cut to the columns there are") {
  CHECK(shortened("基本支出", 8) == "基本支出");
  CHECK(shortened("基本支出", 7) == "基本支…");
  CHECK(shortened("基本支出", 6) == "基本…");
  CHECK(shortened("abcdef", 4) == "abc…");
}
