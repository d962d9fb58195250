// What the exit status is, and what it is said to mean.
#include "output/summary.hpp"
#include "output/words.hpp"
#include "sample.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using output::Summary;
using source::Language;

namespace {

Summary of(const std::vector<finding::Finding>& findings) {
  Summary summary;
  summary.add(sample::report(findings));
  return summary;
}

std::string meaning(const Summary& summary) {
  return output::joined(output::exit_status(summary).reasons, Language::en);
}

}  // namespace

TEST_CASE("findings count from the level on that is asked for") {
  auto summary = of({sample::share_fails(), sample::units_rounding()});  // a warning, a note
  CHECK(summary.by_severity == std::array<std::size_t, 4>{0, 1, 0, 1});
  CHECK(output::exit_status(summary).code == 0);
  CHECK(meaning(summary) == "no findings of severity error or graver");
  summary.fail_on = language::Severity::warning;
  CHECK(output::exit_status(summary).code == 1);
  CHECK(meaning(summary) == "1 finding(s) of severity warning or graver");
  summary.fail_on = language::Severity::note;
  CHECK(output::exit_status(summary).code == 1);
  CHECK(meaning(summary) == "2 finding(s) of severity note or graver");
  summary.fail_on = std::nullopt;
  CHECK(output::exit_status(summary).code == 0);
  CHECK(meaning(summary) == "findings do not count, as asked");
}

TEST_CASE("undecided checks beside decided ones do not change the exit status") {
  auto report = sample::report({sample::undecided()});
  report.counts[static_cast<std::size_t>(figure::Verdict::holds)] = 1;
  Summary summary;
  summary.add(report);
  CHECK(output::exit_status(summary).code == 0);
}

TEST_CASE("a report in which nothing was decided was not checked") {
  const auto summary = of({sample::undecided()});
  CHECK(output::exit_status(summary).code == 2);
  CHECK(meaning(summary) == "no check was decided in 1 report(s)");
}

TEST_CASE("what could not be read or evaluated outweighs findings") {
  auto broken = sample::logic_fails();
  broken.outcome.verdict = figure::Verdict::error;
  auto summary = of({sample::logic_fails(), broken});
  summary.unreadable.push_back({"a.txt", source::Message("source.not_found"), {}});
  CHECK(output::exit_status(summary).code == 2);
  CHECK(meaning(summary) ==
        "1 file(s) or report(s) could not be read; 1 check(s) ended in an error");
}

TEST_CASE("a run without any report is never green") {
  CHECK(output::exit_status(Summary{}).code == 2);
  CHECK(meaning(Summary{}) == "no report was checked");
}
