// The unit system and unit files.
#include "figure/unit.hpp"

#include "failure.hpp"
#include "figures.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <string_view>
#include <utility>

using tieout::figure::Dimension;
using tieout::figure::Figure;
using tieout::figure::NumberText;
using tieout::figure::Rational;
using tieout::figure::Unit;
using tieout::figure::UnitSystem;
using tieout::figure::test::rational;
using tieout::figure::test::unit;
using tieout::figure::test::units;
using Kind = tieout::figure::Dimension::Kind;

namespace {

/// A unit file with what every one needs, and `more`.
std::string file_with(const std::string& more) {
  return R"([{"id": "%", "dimension": "ratio", "factor": "1/100"},
             {"id": "百分点", "dimension": "ratio", "factor": "1/100"})" +
         more + "]";
}

std::string failure_in(const std::string& text) {
  return failure_of([&] { (void)UnitSystem::from_json("units.json", text); });
}

std::pair<std::string, std::size_t> prefix(std::string_view text) {
  const auto [found, bytes] = units().prefix(text);
  return {found != nullptr ? found->id : "", bytes};
}

}  // namespace

TEST_CASE("the base of money is 元, and the others are exact multiples") {
  CHECK(unit("元").factor == 1);
  CHECK(unit("千元").factor == 1000);
  CHECK(unit("万元").factor == 10000);
  CHECK(unit("百万元").factor == 1000000);
  CHECK(unit("亿元").factor == 100000000);
  CHECK(unit("万元").dimension == Dimension::base("money"));
}

TEST_CASE("shares, counts, areas, lengths, masses and times") {
  CHECK(unit("%").factor == rational("1/100"));
  CHECK(unit("‰").factor == rational("1/1000"));
  CHECK(unit("百分点").factor == rational("1/100"));
  CHECK(unit("人").dimension.kind() == Kind::count);
  CHECK(unit("分").dimension.kind() == Kind::count);
  CHECK(unit("亩").factor == rational("2000/3"));
  CHECK(unit("公顷").factor == 15 * unit("亩").factor);
  CHECK(unit("公里").factor == 1000 * unit("米").factor);
  CHECK(unit("吨").factor == 1000 * unit("公斤").factor);
  CHECK(24 * unit("小时").factor == unit("天").factor);
  CHECK(unit("年").factor == 12 * unit("个月").factor);
  CHECK_FALSE(Dimension::fit(unit("天").dimension, unit("个月").dimension));
  CHECK_FALSE(Dimension::fit(unit("元").dimension, unit("美元").dimension));
  CHECK(unit("元/平方米").dimension ==
        Dimension::quotient(unit("元").dimension, unit("平方米").dimension));
}

TEST_CASE("a unit is found by id and name, whatever its width, case and spaces") {
  CHECK(units().find("万元") == &unit("万元"));
  CHECK(units().find(" 万 元 ") == &unit("万元"));
  CHECK(units().find("％") == &units().percent());
  CHECK(units().find("PERCENT") == &units().percent());
  CHECK(units().find("个百分点") == &units().percentage_point());
  CHECK(units().find("people") == &unit("人"));
  CHECK(units().find("㎡") == &unit("平方米"));
  CHECK(units().find("￥") == &unit("元"));
  CHECK(units().find("万") == nullptr);
  CHECK(units().find("") == nullptr);
  CHECK(units().find("元旦") == nullptr);
}

TEST_CASE("the longest spelling wins") {
  CHECK(prefix("人次，") == std::pair<std::string, std::size_t>("人次", 6));
  CHECK(prefix("人，") == std::pair<std::string, std::size_t>("人", 3));
  CHECK(prefix("万元以上") == std::pair<std::string, std::size_t>("万元", 6));
  CHECK(prefix("个百分点") == std::pair<std::string, std::size_t>("百分点", 12));
  CHECK(prefix("个月") == std::pair<std::string, std::size_t>("个月", 6));
  CHECK(prefix("万 元") == std::pair<std::string, std::size_t>("万元", 7));
  CHECK(prefix("％") == std::pair<std::string, std::size_t>("%", 3));
  CHECK(prefix("平方公里") == std::pair<std::string, std::size_t>("平方公里", 12));
  CHECK(prefix("学会") == std::pair<std::string, std::size_t>("", 0));
  CHECK(prefix("") == std::pair<std::string, std::size_t>("", 0));
}

TEST_CASE("a unit in letters ends where the word ends") {
  CHECK(prefix("km外") == std::pair<std::string, std::size_t>("公里", 2));
  CHECK(prefix("kmh").second == 0);
  CHECK(prefix("people's").first == "人");
  CHECK(prefix("peoples").second == 0);
}

TEST_CASE("a unit's characters at the start of another word are no unit") {
  CHECK(prefix("元旦晚会").second == 0);
  CHECK(prefix("年级").second == 0);
  CHECK(prefix("本科生").second == 0);
  CHECK(prefix("分公司").second == 0);
}

TEST_CASE("counts in thousands head columns; after digits 万 multiplies") {
  CHECK(unit("万人次").factor == 10000);
  CHECK(prefix("万人次").second == 0);
}

TEST_CASE("bare numbers are a count without a name") {
  CHECK(units().bare().id.empty());
  CHECK(units().bare().dimension.kind() == Kind::count);
  CHECK(units().bare().factor == 1);
}

TEST_CASE("units stay where they are when the system moves") {
  UnitSystem system = UnitSystem::from_json("units.json", file_with(""));
  const Unit* percent = &system.percent();
  const Unit* bare = &system.bare();
  const UnitSystem moved = std::move(system);
  CHECK(&moved.percent() == percent);
  CHECK(&moved.bare() == bare);
  CHECK(moved.find("%") == percent);
}

TEST_CASE("a broken unit file is refused, naming the member") {
  CHECK(failure_in("{") ==
        "units.json: The unit file is no JSON array; check its brackets, quotes and commas.");
  CHECK(failure_in("{}").find("no JSON array") != std::string::npos);
  CHECK(failure_in(file_with(R"(, 5)")).find("/2 of the unit file") != std::string::npos);
  struct {
    const char* member;
    const char* pointer;
  } const cases[] = {
      {R"({"dimension": "money", "factor": "1"})", "/2/id of"},
      {R"({"id": "", "dimension": "money", "factor": "1"})", "/2/id of"},
      {R"({"id": "元", "factor": "1"})", "/2/dimension of"},
      {R"({"id": "元", "dimension": "money/", "factor": "1"})", "/2/dimension of"},
      {R"({"id": "元", "dimension": "money"})", "/2/factor of"},
      {R"({"id": "元", "dimension": "money", "factor": 1})", "/2/factor of"},
      {R"({"id": "元", "dimension": "money", "factor": "0"})", "/2/factor of"},
      {R"({"id": "元", "dimension": "money", "factor": "-1"})", "/2/factor of"},
      {R"({"id": "元", "dimension": "money", "factor": "1/0"})", "/2/factor of"},
      {R"({"id": "元", "dimension": "money", "factor": "ten"})", "/2/factor of"},
      {R"({"id": "元", "dimension": "money", "factor": "1", "names": "yuan"})", "/2/names of"},
      {R"({"id": "元", "dimension": "money", "factor": "1", "names": [1]})", "/2/names of"},
      {R"({"id": "元", "dimension": "money", "factor": "1", "name": "yuan"})", "/2/name of"},
  };
  for (const auto& [member, pointer] : cases) {
    CAPTURE(member);
    CHECK(failure_in(file_with(std::string(",") + member))
              .starts_with("units.json: " + std::string(pointer)));
  }
}

TEST_CASE("a spelling stands for one unit, and shares have theirs") {
  CHECK(failure_in(file_with(R"(, {"id": "元", "dimension": "money", "factor": "1"},
                                  {"id": "圆", "names": ["元"], "dimension": "money",
                                   "factor": "1"})")) ==
        "units.json: \"元\" stands twice in the unit file; remove one of the two.");
  CHECK(failure_in(file_with(R"(, {"id": "元", "names": [" "], "dimension": "money",
                                   "factor": "1"})")) ==
        "units.json: A name in the unit file is empty; write the unit's name.");
  CHECK(failure_in(R"([{"id": "%", "dimension": "ratio", "factor": "1/100"}])") ==
        "units.json: The unit file lacks the ratio unit \"百分点\"; add it.");
  CHECK(failure_in(R"([{"id": "%", "dimension": "count", "factor": "1/100"}])")
            .find("lacks the ratio unit \"%\"") != std::string::npos);
}

TEST_CASE("every spelling of every unit leads to it") {
  for (const Unit& each : units().units()) {
    CAPTURE(each.id);
    CHECK(units().find(each.id) == &each);
    for (const std::string& name : each.names) CHECK(units().find(name) == &each);
  }
}

TEST_CASE("a figure printed in another unit of its dimension is worth the same") {
  CHECK(rc::check([] {
    const auto pick = [] {
      const auto index = *rc::gen::inRange<std::size_t>(0, units().units().size());
      return &units().units()[index];
    };
    const Unit* from = pick();
    const Unit* to = pick();
    RC_PRE(from->dimension == to->dimension);
    Figure figure;
    figure.value = {*rc::gen::arbitrary<int>(), 2};
    figure.unit = from;
    const auto converted = tieout::figure::finite_decimal(figure.base() / to->factor);
    RC_PRE(converted.has_value());
    const auto cell = read_cell(*converted + to->id, units());
    const auto* number = std::get_if<NumberText>(&cell);
    RC_ASSERT(number != nullptr);
    RC_ASSERT(tieout::figure::make_figure(*number, nullptr, std::nullopt, "", {}).base() ==
              figure.base());
  }));
}
