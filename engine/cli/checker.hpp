// Checks what was submitted, piece by piece; pieces may be checked side by side.
#pragma once

#include "check/sieve.hpp"
#include "cli/across.hpp"
#include "cli/command_line.hpp"
#include "cli/log.hpp"
#include "cli/priors.hpp"
#include "cli/rulebook.hpp"
#include "cli/submissions.hpp"
#include "finding/finding.hpp"
#include "output/writer.hpp"
#include "report/column_reader.hpp"
#include "report/line_reader.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
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

/// What became of a piece: its reports in their order, or a table of which each row is one, still
/// to be checked.
struct CheckedPiece {
  std::vector<Checked> reports;
  std::shared_ptr<const report::WideTable> rows;  ///< null: none
};

/// Rows of such a table.
struct Rows {
  std::shared_ptr<const report::WideTable> table;
  std::vector<std::size_t> numbers;
};

/// What all threads check with.
class Checker {
 public:
  Checker(const Options& options, Rulebook& rulebook, const Priors& priors, Across& across,
          const output::Needs& needs)
      : options_(options), rulebook_(rulebook), priors_(priors), across_(across), needs_(needs) {}

  [[nodiscard]] const Options& options() const { return options_; }
  [[nodiscard]] const Rulebook& rulebook() const { return rulebook_; }
  [[nodiscard]] const Priors& priors() const { return priors_; }
  [[nodiscard]] const output::Needs& needs() const { return needs_; }
  /// Is every check to be handed over, findings or not?
  [[nodiscard]] bool all_checks() const { return options_.all_checks || needs_.checks; }

  // Made when they are first asked for.
  [[nodiscard]] const language::Program& program(const schema::Schema& schema) {
    return rulebook_.program(schema);
  }
  /// What captures reports for the rules over all of them; null if there are none.
  [[nodiscard]] const across::Capture* capture(const schema::Schema& schema) {
    return across_.capture(schema);
  }
  [[nodiscard]] const check::Sieve& sieve(const schema::Schema& schema,
                                          const report::Measures& measures);
  /// May the sieve decide, or is there something that only the evaluator gives?
  [[nodiscard]] bool sieves() const;

 private:
  const Options& options_;
  Rulebook& rulebook_;
  const Priors& priors_;
  Across& across_;
  output::Needs needs_;
  std::mutex mutex_;
  std::map<const schema::Schema*, std::unique_ptr<const check::Sieve>> sieves_;
};

/// What one thread checks with.
class CheckerThread {
 public:
  explicit CheckerThread(Checker& shared) : shared_(&shared) {}

  /// Throws BadRules.
  [[nodiscard]] CheckedPiece check(const Piece& piece);
  /// In their order. Throws BadRules.
  [[nodiscard]] std::vector<Checked> check(const Rows& rows);

 private:
  struct Columns {
    std::unique_ptr<report::ColumnReader> reader;
    std::unique_ptr<report::LineReader> line_reader;
    std::vector<std::size_t> lines;  ///< of the block, by report of the batch
  };

  /// Nothing: all rules.
  using Tasks = std::optional<std::span<const check::RuleTask>>;
  void check(const Submission& submission, CheckedPiece& checked);
  /// What the sieve left of a line that columns do not hold.
  [[nodiscard]] Checked check_line(const Submission& line, const Tasks& tasks = {});
  [[nodiscard]] Checked checked(ReadReport read, const Tasks& tasks);
  /// The findings of a report that was read.
  [[nodiscard]] finding::CheckedReport evaluated(const report::Report& report, const Tasks& tasks);
  /// What the sieve left of a report of the batch.
  [[nodiscard]] Checked check_rest(const LineBlock& block, std::size_t line, Columns& columns,
                                   const std::vector<check::RuleTask>& tasks);
  /// Fills `checked` with what the rules over reports need of the report.
  void capture(const report::Report& report, Checked& checked);
  /// The same of a line that was proven clean, and so was not read as a report.
  void capture(const LineBlock& block, std::size_t line, Columns& columns, Checked& checked);
  [[nodiscard]] std::vector<Checked> check(const LineBlock& block);
  void say_read(Checked& checked, const std::string& source, const schema::Schema& schema) const;
  void settle(const LineBlock& block, const schema::Schema& schema, Columns& columns,
              std::vector<Checked>& results);
  [[nodiscard]] Columns* columns_of(std::string_view line);

  Checker* shared_;
  std::map<std::string, Columns, std::less<>> columns_;  ///< by schema
};

}  // namespace tieout::cli
