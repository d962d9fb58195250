// Last year's reports, found by entity and period.
#pragma once

#include "cli/rulebook.hpp"
#include "finding/finding.hpp"
#include "report/report.hpp"
#include "source/source.hpp"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace tieout::cli {

class Priors {
 public:
  /// Reads the reports that the paths mean; what cannot be read is added to `unreadable`.
  Priors(const std::vector<std::string>& paths, const Rulebook& rulebook,
         const source::Limits& limits, std::vector<finding::Unreadable>& unreadable);

  /// The report of the same schema and entity for the year before; null if there is none.
  [[nodiscard]] const report::Report* of(const report::Report& report) const;

 private:
  using Key = std::tuple<const schema::Schema*, std::string, int>;  ///< entity folded, year

  void add(report::Report report);

  std::map<Key, report::Report> reports_;
};

}  // namespace tieout::cli
