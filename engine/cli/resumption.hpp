// A run that goes on where an earlier one was stopped.
#pragma once

#include "cli/line_blocks.hpp"
#include "cli/printed.hpp"
#include "output/ranking.hpp"

#include <cstdint>
#include <fstream>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace tieout::cli {

/// Passes over the inputs whose reports stand in a jsonl file already. Both have the same order, so
/// no more than the next one is held. Inputs before it that have no report could not be read; they
/// are tried again.
class Resumption {
 public:
  /// Cuts a line off the file that was being written, and the summary. A file that is not there is
  /// an empty one. Throws Failure for what is no jsonl output.
  explicit Resumption(const std::string& path);

  /// Called with each report that is passed over, in their order.
  void on_passed(std::function<void(const output::ReportResult&)> take) { take_ = std::move(take); }

  /// Was the report with this label checked? Then it is passed over.
  [[nodiscard]] bool passes(const std::string& label);
  /// The rows of this file, if it is a table of them, whose reports were checked. They are passed
  /// over.
  [[nodiscard]] std::set<std::string> rows_of(const std::string& file);
  /// Leaves the lines that are still to be checked.
  void pass_over(LineBlock& block);
  /// The last report that was passed over; empty if none was.
  [[nodiscard]] const std::string& last() const { return last_; }
  /// To be called before a new report is written, and at the end: throws Failure if the file holds
  /// reports that the inputs do not have. It is another run's then.
  void finish() const;

 private:
  void read_next();

  std::string path_;
  std::function<void(const output::ReportResult&)> take_;
  std::ifstream in_;
  std::uint64_t end_ = 0;  ///< of the last whole report
  std::optional<output::ReportResult> next_;
  std::string last_;
};

}  // namespace tieout::cli
