#include "schema/nearest.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using tieout::schema::nearest;

TEST_CASE("the nearest name is suggested if it is near") {
  constexpr std::array<std::string_view, 4> names = {"total", "basic", "支出合计", "收入"};
  CHECK(nearest("totl", names) == "total");
  CHECK(nearest("toatl", names) == "total");
  CHECK(nearest("支出总计", names) == "支出合计");

  CHECK(nearest("收人", names).empty());
  CHECK(nearest("y", names).empty());
  CHECK(nearest("", names).empty());
  CHECK(nearest(std::string(1'000'000, 't'), names).empty());
}
