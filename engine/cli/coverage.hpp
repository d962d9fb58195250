// Which rules have been seen to hold and to fail, in their examples and in reports.
#pragma once

#include "finding/finding.hpp"
#include "language/checked.hpp"
#include "source/message.hpp"

#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tieout::cli {

class Coverage {
 public:
  /// A rule that may have no example.
  void rule(const language::Program& program, const language::Rule& rule);
  /// What became of a rule's checks in one of its examples.
  void example(const language::Program& program, const language::Rule& rule,
               const finding::Counts& counts);
  /// What became of every rule's checks in a report.
  void report(const language::Program& program, const finding::CheckedReport& checked);

  /// A paragraph a rule: its examples, then the reports in which it was decided; last the rules
  /// that never held or never failed. How many those are.
  std::size_t print(std::ostream& out, source::Language language) const;

 private:
  struct Seen {
    finding::Counts examples{};
    finding::Counts all{};
    std::vector<std::pair<std::string, finding::Counts>> reports;
  };
  Seen& seen(const language::Program& program, const language::Rule& rule);

  std::map<std::string, Seen> rules_;  ///< "schema rule.id"
};

}  // namespace tieout::cli
