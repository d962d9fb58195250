// Where the results of a run go: standard output, and the files of --output.
#pragma once

#include "cli/command_line.hpp"
#include "cli/text_sink.hpp"
#include "output/writer.hpp"

#include <fstream>
#include <list>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace tieout::cli {

/// What is written of some reports, while others are written by other threads.
class Drafts {
 public:
  void report(const finding::CheckedReport& report) {
    for (auto& draft : drafts_) draft.writer->report(report);
  }
  /// Hands over the texts that were written since, one for each output.
  [[nodiscard]] std::vector<std::string> take();

 private:
  friend class Writers;
  struct Draft {
    TextSink text;
    std::ostream out{&text};
    std::unique_ptr<output::Writer> writer;
  };
  std::list<Draft> drafts_;  ///< stay where they are
};

class Writers {
 public:
  /// Opens every file. Throws Failure where one cannot be written, or is itself one of the files
  /// that the run reads.
  explicit Writers(const Options& options);

  /// What the formats need of each report.
  [[nodiscard]] output::Needs needs() const;

  /// May parts of the run be written by themselves?
  [[nodiscard]] bool take_drafts() const;
  [[nodiscard]] Drafts drafts() const;

  // Throw Failure if nobody gets the results.
  void report(const finding::CheckedReport& report);
  /// What was drafted of the reports that come next.
  void report(const std::vector<std::string>& drafted);
  /// The findings of rules over reports, after the reports.
  void over_reports(const finding::CheckedReport& found);
  /// Throws Failure if something could not be written to its end.
  void finish(const output::Summary& summary);

 private:
  struct File {
    std::string path;
    std::ofstream out;
  };
  struct Output {
    std::string format;
    output::Style style;
    std::ostream* out;
    std::unique_ptr<output::Writer> writer;
  };
  void add(const std::string& format, const output::Style& style, std::ostream& out);
  void see_that_it_arrives() const;

  std::list<File> files_;
  std::vector<Output> outputs_;
};

}  // namespace tieout::cli
