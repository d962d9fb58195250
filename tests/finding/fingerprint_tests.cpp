// What a fingerprint stays with, and what an entry is bound to.
#include "finding/ledger.hpp"
#include "findings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::finding;

namespace {

const Rules& rules() {
  static const Rules made(
      "rule spending.parts over spending check total = basic + project\n"
      "rule spending.units check spending[\"汇总\"].* = sum(spending[units].*)\n");
  return made;
}

struct Row {
  std::string unit;
  int total = 0;
  int basic = 0;
  int project = 0;
};

std::string json_of(const std::vector<Row>& rows) {
  std::string list;
  for (const auto& [unit, total, basic, project] : rows) {
    list += fmt::format(R"({}{{"unit": "{}", "total": {}.00, "basic": {}.00, "project": {}.00}})",
                        list.empty() ? "" : ", ", unit, total, basic, project);
  }
  return fmt::format(R"({{"entity": "甲单位", "period": "2017", "spending": [{}]}})", list);
}

/// Fingerprint to values, of every finding.
std::map<std::string, std::vector<std::string>> found_in(const std::vector<Row>& rows) {
  std::map<std::string, std::vector<std::string>> found;
  for (const auto& finding : rules().check(json_of(rows)).findings) {
    const auto [at, is_new] = found.emplace(finding.fingerprint, values_of(finding));
    CHECK(is_new);
  }
  return found;
}

std::vector<Row> any_rows() {
  std::vector<Row> rows;
  const auto count = *rc::gen::inRange(2, 7);
  for (int i = 0; i < count; ++i) {
    rows.push_back({i == 0 ? "汇总" : "单位" + std::string(1, static_cast<char>('A' + i)),
                    *rc::gen::inRange(1, 50), *rc::gen::inRange(1, 50), *rc::gen::inRange(1, 50)});
  }
  return rows;
}

}  // namespace

TEST_CASE("fingerprints do not depend on the order of rows") {
  CHECK(rc::check([] {
    auto rows = any_rows();
    const auto before = found_in(rows);
    std::ranges::rotate(rows, rows.begin() + *rc::gen::inRange(0, static_cast<int>(rows.size())));
    RC_ASSERT(found_in(rows) == before);
  }));
}

TEST_CASE("fingerprints of other findings stay when a row is inserted") {
  CHECK(rc::check([] {
    auto rows = any_rows();
    const auto before = found_in(rows);
    // It adds up, and adds nothing to the sums of the units.
    const auto at = *rc::gen::inRange(0, static_cast<int>(rows.size()) + 1);
    rows.insert(rows.begin() + at, Row{"新单位", 0, 0, 0});
    RC_ASSERT(found_in(rows) == before);
  }));
}

TEST_CASE(
    "the values that an entry is bound to change with the figures, the fingerprint does not") {
  CHECK(rc::check([] {
    auto rows = any_rows();
    rows[0].total = rows[0].basic + rows[0].project + 1;
    const auto before = found_in(rows);
    rows[0].total += *rc::gen::inRange(1, 9);
    const auto after = found_in(rows);
    std::size_t changed = 0;
    for (const auto& [fingerprint, values] : before) {
      const auto same = after.find(fingerprint);
      if (same != after.end() && same->second != values) ++changed;
    }
    RC_ASSERT(changed >= 1U);
  }));
}

TEST_CASE("entity, period, rule and row tell fingerprints apart") {
  const auto one = [](const std::string& json, const char* rule) {
    const Rules only(fmt::format("rule {} over spending check total = basic", rule));
    return only.check(json).findings.at(0).fingerprint;
  };
  const std::string row = R"("spending": [{"unit": "甲", "total": 2.00, "basic": 1.00}])";
  const auto first = one(R"({"entity": "e", "period": "2017", )" + row + "}", "r");
  CHECK(first == one(R"({"period": "2017", "entity": "e", )" + row + "}", "r"));
  CHECK(first != one(R"({"entity": "f", "period": "2017", )" + row + "}", "r"));
  CHECK(first != one(R"({"entity": "e", "period": "2018", )" + row + "}", "r"));
  CHECK(first != one(R"({"entity": "e", "period": "2017", )" + row + "}", "s"));
}

TEST_CASE("what a check of logic was made on binds it, in any order") {
  const Rules logic("rule r check all s in spending: s.total >= 10万元\n");
  const auto values = [&logic](const char* rows) {
    const auto json = fmt::format(R"({{"entity": "e", "period": "2017", "spending": [{}]}})", rows);
    return values_of(logic.check(json).findings.at(0));
  };
  const auto first = R"({"unit": "甲", "total": 2.00})";
  const auto second = R"({"unit": "乙", "total": 3.00})";
  CHECK(values(fmt::format("{}, {}", first, second).c_str()) ==
        values(fmt::format("{}, {}", second, first).c_str()));
  CHECK(values(first) != values(second));
}
