// Where the results of a run go: standard output, and the files of --output.
#pragma once

#include "cli/command_line.hpp"
#include "output/writer.hpp"

#include <fstream>
#include <list>
#include <memory>
#include <string>
#include <vector>

namespace tieout::cli {

class Writers {
 public:
  /// Opens every file. Throws Failure where one cannot be written, or is itself one of the files
  /// that the run reads.
  explicit Writers(const Options& options);

  /// What the formats need of each report.
  [[nodiscard]] output::Needs needs() const;

  void report(const finding::CheckedReport& report);
  /// The findings of rules over reports, after the reports.
  void over_reports(const finding::CheckedReport& found);
  /// Throws Failure if something could not be written to its end.
  void finish(const output::Summary& summary);

 private:
  struct File {
    std::string path;
    std::ofstream out;
  };

  std::list<File> files_;
  std::vector<std::unique_ptr<output::Writer>> writers_;
};

}  // namespace tieout::cli
