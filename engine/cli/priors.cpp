// Last year's reports.
#include "cli/priors.hpp"

#include "cli/reading.hpp"

#include <charconv>
#include <optional>
#include <utility>

namespace tieout::cli {

namespace {

std::optional<int> year_of(const report::Report& report) {
  int year = 0;
  const auto* const end = report.period.data() + report.period.size();
  const auto [stop, error] = std::from_chars(report.period.data(), end, year);
  if (error != std::errc() || stop != end) return std::nullopt;
  return year;
}

}  // namespace

Priors::Priors(const std::vector<std::string>& paths, const Rulebook& rulebook,
               const source::Limits& limits, std::vector<finding::Unreadable>& unreadable) {
  for_each_report(paths, rulebook, limits, unreadable,
                  [this](ReadReport read) { add(std::move(read.report)); });
}

void Priors::add(report::Report report) {
  const auto year = year_of(report);
  if (report.entity.empty() || !year) {
    throw source::Failure(source::Message("cli.prior_unnamed"), source::in_file(report.source));
  }
  const Key key = {report.schema, schema::folded(report.entity), *year};
  if (const auto known = reports_.find(key); known != reports_.end()) {
    throw source::Failure(
        {"cli.prior_twice",
         {{"entity", report.entity}, {"period", report.period}, {"other", known->second.source}}},
        source::in_file(report.source));
  }
  reports_.emplace(key, std::move(report));
}

const report::Report* Priors::of(const report::Report& report) const {
  const auto year = year_of(report);
  if (!year) return nullptr;
  const auto found = reports_.find({report.schema, schema::folded(report.entity), *year - 1});
  return found == reports_.end() ? nullptr : &found->second;
}

}  // namespace tieout::cli
