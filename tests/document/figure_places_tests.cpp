// In which columns figures stand whose blank neighbours were left out.
#include "document/figure_places.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

using tieout::document::figure_places;
using tieout::document::FigureColumns;
using tieout::document::FigureRow;
using tieout::document::read_amount;

namespace {

/// 合计 | 基本 | 项目.
const FigureColumns kinds{.count = 3, .relations = {{1, -1, -1}}};

FigureRow row(const std::vector<std::string>& figures, std::optional<std::size_t> whole = {}) {
  FigureRow result{.figures = {}, .whole = whole};
  for (const auto& figure : figures) result.figures.push_back(read_amount(figure));
  return result;
}

/// The columns of each row as text; ? where they cannot be said.
std::string places(const FigureColumns& columns, const std::vector<FigureRow>& rows) {
  std::string text;
  std::size_t sums = 100000;
  for (const auto& found : figure_places(columns, rows, sums)) {
    if (!text.empty()) text += ' ';
    if (!found) text += '?';
    if (!found) continue;
    for (const auto column : *found) text += std::to_string(column);
  }
  return text;
}

}  // namespace

TEST_SUITE("places of figures") {
  TEST_CASE("amounts") {
    CHECK(read_amount("1,234.50")->value == 12'345'000);
    CHECK(read_amount("1,234.50")->decimals == 2);
    CHECK(read_amount("-3")->value == -30'000);
    CHECK(read_amount("-")->value == 0);
    CHECK_FALSE(read_amount("3.00001"));
    CHECK_FALSE(read_amount("12人"));
    CHECK_FALSE(read_amount("99999999999999999999"));
  }

  TEST_CASE("a full row is as it stands, whatever it adds up to") {
    CHECK(places(kinds, {row({"9", "6", "2"})}) == "012");
  }

  TEST_CASE("parts find their columns by their whole, down to the last") {
    CHECK(places(kinds, {row({"9", "7", "2"}), row({"7", "7"}, 0), row({"2", "2"}, 0),
                         row({"4", "4"}, 1), row({"3", "3"}, 1)}) == "012 01 02 01 01");
    // The whole may lack a figure too.
    CHECK(places(kinds, {row({"9", "6", "3"}), row({"6", "6"}, 0), row({"3", "3"}, 0),
                         row({}, 0)}) == "012 01 02 ");
  }

  TEST_CASE("several ways that add up are no way") {
    CHECK(places(kinds, {row({"4", "2", "2"}), row({"2", "2"}, 0), row({"2", "2"}, 0)}) ==
          "012 ? ?");
    CHECK(places(kinds, {row({"5", "5"}), row({"5", "5"}, 0)}) == "? ?");
  }

  TEST_CASE("a misprint leaves its whole's other parts open") {
    const auto total = row({"9.00", "6.00", "3.00"});
    CHECK(places(kinds, {total, row({"6.00", "6.00"}, 0), row({"2.00", "2.00"}, 0)}) == "012 ? ?");
    CHECK(places(kinds, {total, row({"6.00", "7.00"}, 0), row({"3.00", "3.00"}, 0)}) == "012 ? ?");
  }

  TEST_CASE("the last digit may be rounded") {
    CHECK(places(kinds, {row({"3742.47", "2385.48", "1356.98"}), row({"2385.49", "2385.49"}, 0),
                         row({"1356.98", "1356.98"}, 0)}) == "012 01 02");
  }

  TEST_CASE("columns that the whole leaves blank are blank in its parts, misprinted ones too") {
    const FigureColumns four{.count = 4, .relations = {{1, -1, -1, -1}}};
    auto total = row({"9", "6", "3"});
    total.said = {{*read_amount("9")}, {*read_amount("6")}, {*read_amount("3")}, {}};
    CHECK(places(four, {total, row({"9", "5", "3"}, 0)}) == "012 012");
  }

  TEST_CASE("what another table states is taken only if the sums allow it") {
    auto stated = row({"2", "2"}, 0);
    stated.stated = {read_amount("2"), read_amount("0"), read_amount("2")};
    CHECK(places(kinds, {row({"4", "2", "2"}), stated, row({"2", "2"}, 0)}) == "012 02 01");
    auto other = row({"2", "2"}, 0);
    other.stated = {read_amount("3"), read_amount("0"), read_amount("3")};
    CHECK(places(kinds, {row({"4", "2", "2"}), other, row({"2", "2"}, 0)}) == "012 ? ?");
  }

  TEST_CASE("work is bounded") {
    std::vector<FigureRow> rows = {row({"500500", "250250", "250250"})};
    for (int part = 1; part <= 400; ++part) {
      const auto amount = std::to_string(part * 7919 % 100003) + "." + std::to_string(part % 97);
      rows.push_back(row({amount, amount}, 0));
    }
    const auto begin = std::chrono::steady_clock::now();
    std::size_t sums = 100000;
    CHECK(figure_places(kinds, rows, sums).size() == rows.size());
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
  }
}
