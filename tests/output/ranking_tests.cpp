// What is at stake in a report, and which reports and rules stand first after a run.
#include "output/ranking.hpp"
#include "output/ranking_words.hpp"
#include "sample.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using output::Ranking;
using output::ReportResult;
using source::Language;

namespace {

/// "total = part" fails by so much, on the figure of a line.
finding::Finding off_by(int ten_thousand, std::uint32_t line) {
  auto found = sample::units_rounding();
  found.severity = language::Severity::error;
  found.outcome.verdict = figure::Verdict::fails;
  found.outcome.difference = ten_thousand * 10'000;
  found.outcome.evidence = {sample::evidence("汇总", "359.39", check::Side::left, 1, line),
                            sample::evidence("机关", "23.88", check::Side::right, -1, 150),
                            sample::evidence("学会", "283.54", check::Side::right, -1, 159)};
  return found;
}

std::string at_stake(const std::vector<finding::Finding>& findings) {
  return output::stake_in_yuan(output::at_stake(sample::report(findings))).value;
}

ReportResult result(const std::string& source, std::size_t errors, std::size_t queries,
                    int amount) {
  ReportResult made;
  made.source = source;
  made.by_severity = {errors, 0, queries, 0};
  made.at_stake = amount;
  return made;
}

std::string order(const Ranking& ranking) {
  std::string names;
  for (const auto& report : ranking.worst()) names += report.source + " ";
  return names;
}

}  // namespace

TEST_CASE("differences add up without their signs") {
  CHECK(at_stake({off_by(3, 10), off_by(-2, 20)}) == "50000");
}

TEST_CASE("what is not about money, no error, settled or rounded away is not at stake") {
  auto query = off_by(7, 10);
  query.severity = language::Severity::query;
  auto accepted = off_by(7, 20);
  accepted.accepted = finding::Acceptance{"调账", "审核人", "2030-12-31"};
  auto known = off_by(7, 30);
  known.known = true;
  CHECK(at_stake({query, accepted, known, sample::units_rounding(), sample::share_fails(),
                  sample::logic_fails()}) == "0");
}

TEST_CASE("consequences count with their root, and for themselves where it was explained") {
  auto root = off_by(3, 10);
  auto consequence = off_by(3, 20);
  consequence.follows = 0;
  CHECK(at_stake({root, consequence}) == "30000");
  root.accepted = finding::Acceptance{"调账", "审核人", "2030-12-31"};
  CHECK(at_stake({root, consequence}) == "30000");
}

TEST_CASE("a figure counts once, with its largest difference") {
  CHECK(at_stake({off_by(1, 10), off_by(-4, 10), off_by(2, 20)}) == "60000");
}

TEST_CASE("amounts are printed exactly or as a ratio") {
  CHECK(output::stake_in_ten_thousand(figure::Rational(123'400)).value == "12.34");
  CHECK(output::stake_in_ten_thousand(figure::Rational(50'000)).value == "5.00");
  CHECK(output::stake_in_ten_thousand(figure::Rational(1, 100)).value == "0.000001");
  CHECK(output::stake_in_yuan(figure::Rational(10, 3)).ratio == "10/3");
}

TEST_CASE("the gravest finding ranks before the amount, the amount before their number") {
  Ranking ranking;
  ranking.add(result("many-queries", 0, 9, 0));
  ranking.add(result("two-errors", 2, 0, 100));
  ranking.add(result("clean", 0, 0, 0));
  ranking.add(result("large-error", 1, 0, 500));
  ranking.add(result("two-more", 2, 0, 100));
  ranking.add(result("one-error", 1, 0, 100));
  CHECK(order(ranking) == "large-error two-errors two-more one-error many-queries ");
  CHECK(ranking.candidates() == 5);
}

TEST_CASE("however many reports there are, no more than the worst are held") {
  Ranking ranking;
  for (int i = 0; i < 1000; ++i) {
    ranking.add(result(std::to_string(i), 1, 0, (i * 7919) % 1000));
  }
  REQUIRE(ranking.worst().size() == Ranking::most);
  CHECK(ranking.candidates() == 1000);
  int stake = 999;
  for (const auto& report : ranking.worst()) CHECK(report.at_stake == stake--);
}

TEST_CASE("rules by the checks that failed, over all reports") {
  output::Summary summary;
  auto other = sample::report({sample::logic_fails(), sample::share_fails()});
  summary.add(sample::report({sample::share_fails(), sample::share_fails()}));
  CHECK(output::ranking_tables(summary, Language::zh).empty());  // one report
  summary.add(other);
  const auto rules = summary.ranking.rules();
  REQUIRE(rules.size() == 2);
  CHECK(rules[0].rule == "narrative.shares");
  CHECK(rules[0].checks == 3);
  CHECK(rules[0].reports == 2);
  CHECK(rules[1].rule == "grade.known");
  CHECK(rules[1].reports == 1);
}

TEST_CASE("a run that is added up in parts comes to the same") {
  output::Summary whole;
  output::Summary in_parts;
  for (int part = 0; part < 3; ++part) {
    output::Summary summary;
    for (int i = 0; i < 90; ++i) {
      auto report = i % 3 == 0 ? sample::report({off_by(1 + (i * 7919) % 10, 10)})
                               : sample::report({sample::logic_fails(), sample::share_fails()});
      report.source = std::to_string(90 * part + i);
      whole.add(report);
      summary.add(report);
    }
    summary.add(sample::report({}));
    whole.add(sample::report({}));
    summary.unreadable.push_back({std::to_string(part), source::Message("source.folder"), {}});
    in_parts.add(std::move(summary));
  }
  CHECK(in_parts.reports == 273);
  CHECK(in_parts.counts == whole.counts);
  CHECK(in_parts.by_severity == whole.by_severity);
  CHECK(in_parts.nothing_decided == whole.nothing_decided);
  CHECK(in_parts.unreadable.size() == 3);
  CHECK(in_parts.unreadable.back().source == "2");
  CHECK(in_parts.ranking.candidates() == whole.ranking.candidates());
  CHECK(order(in_parts.ranking) == order(whole.ranking));
  const auto rules = in_parts.ranking.rules();
  REQUIRE(rules.size() == whole.ranking.rules().size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    CHECK(rules[i].rule == whole.ranking.rules()[i].rule);
    CHECK(rules[i].checks == whole.ranking.rules()[i].checks);
    CHECK(rules[i].reports == whole.ranking.rules()[i].reports);
  }
}

TEST_CASE("the end of a run as people read it") {
  output::Summary summary;
  auto worse = sample::report({off_by(12, 10), off_by(3, 20)});
  worse.source = "乙.txt";
  worse.entity = "市图书馆";
  summary.add(sample::report({sample::logic_fails()}));
  summary.add(worse);
  CHECK("\n" + output::ranking_text(summary, Language::zh) == R"(
问题最重的报告：
  错误  警告  待核实   涉及金额  报告
     2     0       0  15.00万元  市图书馆，2017 年（乙.txt）
     1     0       0             市科学技术协会，2017 年（samples/city.txt）

不符最多的规则：
  不符项数  涉及报告  规则
         2         1  汇总数等于下级单位之和  spending.units
         1         1  等次在规定范围内  grade.known

)");
}
