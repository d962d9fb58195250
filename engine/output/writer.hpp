// One writer a format. Output is deterministic, byte for byte; no time stamps.
#pragma once

#include "finding/finding.hpp"
#include "output/summary.hpp"
#include "source/message.hpp"

#include <iosfwd>
#include <memory>
#include <span>
#include <string_view>

namespace tieout::output {

struct Style {
  source::Language language = source::Language::zh;
  bool color = false;
  bool all_checks = false;        ///< every check with its verdict, not only the findings
  bool sarif_for_github = false;  ///< what GitHub's code scanning takes
  FailOn fail_on = language::Severity::error;  ///< from here on a finding is a failure (junit)
};

/// What a format shows beside the findings.
struct Needs {
  bool checks = false;    ///< CheckedReport::checks
  bool document = false;  ///< CheckedReport::document
};

/// Takes the reports of a run one at a time, in their final order, and forgets each as soon as its
/// format allows (json alone keeps what it prints until the end).
class Writer {
 public:
  Writer() = default;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  virtual ~Writer() = default;

  [[nodiscard]] virtual Needs needs() const { return {}; }
  /// Does report() write what is said of a report, whatever was written before, and keep nothing of
  /// it? Then several writers may write parts of a run, and one of them finish it.
  [[nodiscard]] virtual bool each_by_itself() const { return false; }
  virtual void report(const finding::CheckedReport& report) = 0;
  /// The findings of rules over reports, of each schema that has such rules; after the reports.
  virtual void over_reports(const finding::CheckedReport& found) { report(found); }
  /// Called once, after the last report.
  virtual void finish(const Summary& summary) = 0;
};

/// The names of the formats that there are, as the command line takes them.
[[nodiscard]] std::span<const std::string_view> formats();

/// Is what the format writes no text?
[[nodiscard]] bool is_binary(std::string_view format);

/// The writer of one of formats(); null for any other name. Writes to `out`, which must outlive it.
[[nodiscard]] std::unique_ptr<Writer> make_writer(std::string_view format, std::ostream& out,
                                                  const Style& style);

}  // namespace tieout::output
