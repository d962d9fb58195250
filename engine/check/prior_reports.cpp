// Finds reports by entity and year.
#include "check/prior_reports.hpp"

#include "schema/run_schema.hpp"

#include <optional>

namespace tieout::check {

namespace {

using schema::ReportColumn;

const report::Value& value_of(const report::Row& report, ReportColumn column) {
  return report.values[static_cast<std::size_t>(column)];
}

/// Nothing if one of the two is not known.
std::optional<std::string> key_of(const report::Row& report, int years) {
  const auto* const entity = std::get_if<report::Text>(&value_of(report, ReportColumn::entity));
  const auto* const period = std::get_if<figure::Figure>(&value_of(report, ReportColumn::period));
  if (entity == nullptr || period == nullptr) return std::nullopt;
  const figure::Rational year = period->value.rational() + figure::Rational(years);
  return year.str() + ":" + schema::folded(entity->text);
}

}  // namespace

PriorReports::PriorReports(const std::vector<report::Row>& reports) {
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (const auto key = key_of(reports[i], 0)) by_entity_and_year_[*key].push_back(i);
  }
}

const std::vector<std::size_t>& PriorReports::before(const report::Row& report) const {
  static const std::vector<std::size_t> none;
  const auto key = key_of(report, -1);
  if (!key) return none;
  const auto found = by_entity_and_year_.find(*key);
  return found == by_entity_and_year_.end() ? none : found->second;
}

}  // namespace tieout::check
