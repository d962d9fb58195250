// Explanations and baselines: what they settle, and when they do not.
#include "failure.hpp"
#include "finding/settlement.hpp"
#include "findings.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tieout;
using namespace tieout::finding;

namespace {

constexpr const char* over_posts =
    R"({"entity": "甲", "period": "2017", "staffing": [{"kind": "行政", "established": 11,
        "actual": 13}]})";
constexpr const char* more_over =
    R"({"entity": "甲", "period": "2017", "staffing": [{"kind": "行政", "established": 11,
        "actual": 14}]})";
constexpr const char* within_posts =
    R"({"entity": "甲", "period": "2017", "staffing": [{"kind": "行政", "established": 11,
        "actual": 11}]})";

const Rules& staff() {
  static const Rules made("rule staff.within over staffing check actual <= established\n");
  return made;
}

Ledger ledger_of(Ledger::Kind kind, const CheckedReport& report) {
  Ledger ledger(kind);
  for (const auto& found : report.findings) {
    auto entry = entry_of(report, found);
    if (kind == Ledger::Kind::accepted) entry.acceptance = {"借调", "审核一处", "2027-06-30"};
    ledger.put(entry);
  }
  return ledger;
}

std::string void_reason(const Finding& found) {
  return found.void_acceptance.empty()
             ? ""
             : source::render(found.void_acceptance, source::Language::en);
}

}  // namespace

TEST_CASE("an explanation counts through its last day") {
  auto report = staff().check(over_posts);
  const auto ledger = ledger_of(Ledger::Kind::accepted, report);
  Settlement(&ledger, nullptr, "2027-06-30").apply(report);
  REQUIRE(report.findings.at(0).accepted);
  CHECK(report.findings[0].accepted->reason == "借调");
  CHECK_FALSE(is_open(report.findings[0]));

  auto later = staff().check(over_posts);
  Settlement(&ledger, nullptr, "2027-07-01").apply(later);
  CHECK(is_open(later.findings.at(0)));
  CHECK(void_reason(later.findings[0]) == "there is an explanation, but it ended on 2027-06-30");
}

TEST_CASE("an explanation is void when a value changed") {
  const auto ledger = ledger_of(Ledger::Kind::accepted, staff().check(over_posts));
  auto report = staff().check(more_over);
  Settlement settlement(&ledger, nullptr, "2027-01-01");
  settlement.apply(report);
  CHECK(is_open(report.findings.at(0)));
  CHECK(void_reason(report.findings[0]) ==
        "there is an explanation, but it is void: the values changed (it was given for 13人, "
        "11人)");
  CHECK(settlement.unused_explanations().empty());
}

TEST_CASE("an explanation that fits no finding of its report any more is unused") {
  const auto ledger = ledger_of(Ledger::Kind::accepted, staff().check(over_posts));
  Settlement settlement(&ledger, nullptr, "2027-01-01");
  auto other = staff().check(R"({"entity": "乙", "period": "2017", "staffing": []})");
  settlement.apply(other);
  CHECK(settlement.unused_explanations().empty());  // its own report is not in this run
  auto fixed = staff().check(within_posts);
  settlement.apply(fixed);
  REQUIRE(settlement.unused_explanations().size() == 1);
  CHECK(settlement.unused_explanations()[0]->rule == "staff.within");
}

TEST_CASE("a plain sum cannot be explained, unless its rule says so") {
  constexpr const char* sum =
      R"({"entity": "甲", "period": "2017", "spending": [{"unit": "甲", "total": 4.00,
          "basic": 1.00, "project": 2.00}]})";
  const Rules plain("rule r over spending check total = basic + project\n");
  auto report = plain.check(sum);
  CHECK_FALSE(report.findings.at(0).acceptable);
  const auto ledger = ledger_of(Ledger::Kind::accepted, report);
  Settlement(&ledger, nullptr, "2027-01-01").apply(report);
  CHECK(is_open(report.findings[0]));
  CHECK(void_reason(report.findings[0]).find("plain sum") != std::string::npos);

  const Rules said(
      "rule r acceptable \"会计差错更正\" over spending check total = basic + project\n");
  auto explained = said.check(sum);
  CHECK(explained.findings.at(0).acceptable);
  Settlement(&ledger, nullptr, "2027-01-01").apply(explained);
  CHECK_FALSE(is_open(explained.findings[0]));
}

TEST_CASE("a baseline knows a finding as long as its values are the same") {
  auto report = staff().check(over_posts);
  const auto baseline = ledger_of(Ledger::Kind::baseline, report);
  Settlement(nullptr, &baseline, "2027-01-01").apply(report);
  CHECK(report.findings.at(0).known == true);
  CHECK_FALSE(is_open(report.findings[0]));
  auto changed = staff().check(more_over);
  Settlement(nullptr, &baseline, "2027-01-01").apply(changed);
  CHECK(changed.findings.at(0).known == false);
  CHECK(is_open(changed.findings[0]));
  auto without = staff().check(more_over);
  Settlement(nullptr, nullptr, "2027-01-01").apply(without);
  CHECK_FALSE(without.findings.at(0).known);
}

TEST_CASE("a ledger is read as it was written") {
  const auto report = staff().check(over_posts);
  const auto text = ledger_of(Ledger::Kind::accepted, report).text();
  const Ledger read(Ledger::Kind::accepted, source::Source("a.json", text));
  CHECK(read.text() == text);
  const auto* entry = read.find(report.findings.at(0).fingerprint);
  REQUIRE(entry != nullptr);
  CHECK(entry->values == std::vector<std::string>{"13人", "11人"});
  CHECK(entry->entity == "甲");
  CHECK(entry->acceptance->until == "2027-06-30");
  CHECK(failure_of(
            [&text] { (void)Ledger(Ledger::Kind::baseline, source::Source("a.json", text)); }) ==
        "a.json: \"baseline\" is missing here. Such files are written by tieout accept and tieout "
        "baseline.");
}
