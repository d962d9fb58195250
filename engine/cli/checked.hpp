// What became of what was checked.
#pragma once

#include "across/capture.hpp"
#include "cli/log.hpp"
#include "finding/finding.hpp"
#include "output/summary.hpp"
#include "report/wide_table.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tieout::cli {

/// Something to be said on standard error when its turn comes.
struct Said {
  Level level = Level::error;
  source::Message message;
  source::Place place;
};

/// A report that was checked, or why it could not be.
struct Checked {
  std::optional<finding::CheckedReport> report;
  std::optional<finding::Unreadable> unreadable;
  std::vector<Said> said;
  std::optional<across::Captured> captured;  ///< for the rules over reports, if there are any
};

/// What reports one after the other add to a run, where nobody has to see each of them.
struct Digest {
  output::Summary summary;
  std::vector<Said> said;
  std::vector<std::pair<std::string, across::Captured>> captured;  ///< with their schemas
  std::string last;                 ///< the report, or what could not be read, that came last
  std::vector<std::string> drafts;  ///< Drafts::take()

  /// Leaves the report as it is.
  void add(Checked& checked);
};

/// What became of a piece: its reports in their order, or a table of which each row is one, still
/// to be checked.
struct CheckedPiece {
  std::vector<Checked> reports;
  std::optional<Digest> digest;                   ///< of the reports, instead of them
  std::shared_ptr<const report::WideTable> rows;  ///< null: none
};

}  // namespace tieout::cli
