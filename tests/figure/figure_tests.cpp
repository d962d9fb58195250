// Figures: what a number states, and how precisely.
#include "figure/figure.hpp"

#include "figures.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

using tieout::figure::Decimal;
using tieout::figure::Figure;
using tieout::figure::make_figure;
using tieout::figure::NumberText;
using tieout::figure::read_cell;
using tieout::figure::Unit;
using tieout::figure::test::line;
using tieout::figure::test::rational;
using tieout::figure::test::unit;
using tieout::figure::test::units;

namespace {

Figure in_column(std::string_view text, const Unit* column, std::optional<int> decimals) {
  return make_figure(std::get<NumberText>(read_cell(text, units())), column, decimals,
                     std::string(text), line(85));
}

}  // namespace

TEST_CASE("a schema declares how precisely its own unit is stated") {
  const Figure figure = in_column("1003.3", &unit("万元"), 2);
  CHECK(figure.value.text() == "1003.30");
  CHECK(figure.decimals == 2);
  CHECK(figure.unit == &unit("万元"));
  CHECK(figure.base() == 10033000);
  CHECK(figure.half_step() == 50);
  CHECK(figure.raw == "1003.3");
  CHECK(figure.place == line(85));
  CHECK_FALSE(figure.exact);
  CHECK_FALSE(figure.approximate);
  CHECK_FALSE(figure.unit_assumed);
}

TEST_CASE("more digits than declared count as written") {
  const Figure figure = in_column("1003.304", &unit("万元"), 2);
  CHECK(figure.value.text() == "1003.304");
  CHECK(figure.decimals == 3);
}

TEST_CASE("a figure in another unit is stated as written") {
  CHECK(in_column("0.1亿元", &unit("万元"), 2).decimals == 1);
  CHECK(in_column("0.1亿元", &unit("万元"), 2).half_step() == 5000000);
  CHECK(in_column("5万元", &unit("万元"), 2).decimals == 2);  // the item's own unit, said again
  CHECK(in_column("36%", nullptr, std::nullopt).half_step() == rational("0.005"));
}

TEST_CASE("without a declaration a figure is stated as written") {
  CHECK(in_column("0.12亿元", nullptr, std::nullopt).half_step() == 500000);
  CHECK(in_column("1003万元", nullptr, std::nullopt).half_step() == 5000);
}

TEST_CASE("multipliers and approximations are as written, whatever is declared") {
  const Figure scaled = in_column("5万", &unit("元"), 2);
  CHECK(scaled.value.text() == "50000");
  CHECK(scaled.decimals == -4);
  CHECK(scaled.half_step() == 5000);
  const Figure about = in_column("约5", &unit("万元"), 2);
  CHECK(about.decimals == 0);
  CHECK(about.approximate);
}

TEST_CASE("counts are points unless written with 万 or approximate") {
  CHECK(in_column("13人", nullptr, std::nullopt).exact);
  CHECK(in_column("13人", nullptr, std::nullopt).half_step() == 0);
  CHECK(in_column("13", &unit("个"), std::nullopt).exact);
  CHECK(in_column("13", &units().bare(), std::nullopt).exact);
  const Figure books = in_column("1.85万册", nullptr, std::nullopt);
  CHECK_FALSE(books.exact);
  CHECK(books.base() == 18500);
  CHECK(books.half_step() == 50);
  CHECK_FALSE(in_column("100余人", nullptr, std::nullopt).exact);
  CHECK_FALSE(in_column("13", &unit("元"), std::nullopt).exact);
  CHECK_FALSE(in_column("13%", nullptr, std::nullopt).exact);
}

TEST_CASE("a column of counts in thousands is not exact") {
  const Figure figure = in_column("1.85", &unit("万册"), std::nullopt);
  CHECK_FALSE(figure.exact);
  CHECK(figure.base() == 18500);
  CHECK(figure.half_step() == 50);
}

TEST_CASE("a figure of unknown unit has no value in base units") {
  const Figure figure = in_column("359.39", nullptr, std::nullopt);
  CHECK(figure.unit == nullptr);
  CHECK_THROWS_AS((void)figure.base(), std::logic_error);
}
