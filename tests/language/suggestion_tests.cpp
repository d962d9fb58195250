// Which name a misspelt one is taken to mean.
#include "language/suggestion.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using tieout::language::nearest;

namespace {

constexpr std::array<std::string_view, 6> known = {"total",    "basic",    "project",
                                                   "支出合计", "基本支出", "in"};

}  // namespace

TEST_CASE("one character added, left out, replaced or swapped") {
  CHECK(nearest("totall", known) == "total");
  CHECK(nearest("ttal", known) == "total");
  CHECK(nearest("totel", known) == "total");
  CHECK(nearest("toatl", known) == "total");
  CHECK(nearest("on", known) == "in");
}

TEST_CASE("more edits only in longer words") {
  CHECK(nearest("porjetc", known) == "project");
  CHECK(nearest("tolat", known).empty());
  CHECK(nearest("unrelated", known).empty());
}

TEST_CASE("case does not count") {
  CHECK(nearest("TOTAL", known) == "total");
  CHECK(nearest("Basik", known) == "basic");
}

TEST_CASE("characters are counted, not bytes") {
  CHECK(nearest("支出合记", known) == "支出合计");
  CHECK(nearest("基本支", known) == "基本支出");
  CHECK(nearest("项目收入", known).empty());
}

TEST_CASE("a word of one character, an empty one and a very long one are near nothing") {
  CHECK(nearest("n", known).empty());
  CHECK(nearest("", known).empty());
  CHECK(nearest(std::string(1000, 't'), known).empty());
}

TEST_CASE("the first of two that are as near is taken") {
  constexpr std::array<std::string_view, 2> pair = {"bat", "cat"};
  CHECK(nearest("rat", pair) == "bat");
}
