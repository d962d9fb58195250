// Last year's report of the same entity, among the reports of a run.
#pragma once

#include "report/report.hpp"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace tieout::check {

class PriorReports {
 public:
  /// Rows of the table of reports (see schema::run_schema).
  explicit PriorReports(const std::vector<report::Row>& reports);

  /// Indexes of those of the year before the report's own, of the same entity.
  [[nodiscard]] const std::vector<std::size_t>& before(const report::Row& report) const;

 private:
  std::unordered_map<std::string, std::vector<std::size_t>> by_entity_and_year_;
};

}  // namespace tieout::check
