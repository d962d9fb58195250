// The rules over all reports of a run, for every schema that its reports are of.
#pragma once

#include "across/capture.hpp"
#include "across/comparison.hpp"
#include "cli/rulebook.hpp"
#include "finding/finding.hpp"
#include "output/ranking.hpp"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace tieout::cli {

class Across {
 public:
  /// The rulebook must outlive it.
  Across(Rulebook& rulebook, const finding::FindingOptions& options, source::Language language);

  /// What captures reports of this schema; null if no rule is over them. May be called by several
  /// threads.
  [[nodiscard]] const across::Capture* capture(const schema::Schema& schema);

  // Reports in the order of the run. One that cannot be kept ends the comparison, not the run:
  // finish() says why.
  void add(const std::string& schema, const across::Captured& report);
  /// One that was checked before. Throws Failure for one that was not captured as these rules do.
  void add(const output::ReportResult& printed);

  /// Compares them, in the order of the schemas' ids. Throws Failure if one could not be kept, or
  /// only some of a schema's reports were captured.
  void finish(const std::function<void(finding::CheckedReport)>& take);

 private:
  struct OfSchema {
    std::unique_ptr<const across::Capture> capture;  ///< null: no rule is over its reports
    std::unique_ptr<across::Comparison> comparison;
  };
  [[nodiscard]] OfSchema& of(const schema::Schema& schema);
  void keep(const across::Captured& report, across::Comparison& comparison);

  Rulebook& rulebook_;
  finding::FindingOptions options_;
  source::Language language_;
  std::mutex mutex_;
  std::map<std::string, OfSchema> schemas_;  ///< by id
  std::set<std::string> left_out_;           ///< schemas of reports of which nothing was captured
  std::optional<source::Failure> lost_;      ///< why a report could not be kept
};

}  // namespace tieout::cli
