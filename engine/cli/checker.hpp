// Checks what was submitted, piece by piece; pieces may be checked side by side.
#pragma once

#include "check/sieve.hpp"
#include "cli/across.hpp"
#include "cli/checked.hpp"
#include "cli/command_line.hpp"
#include "cli/priors.hpp"
#include "cli/rulebook.hpp"
#include "cli/submissions.hpp"
#include "cli/writers.hpp"
#include "finding/finding.hpp"
#include "report/column_reader.hpp"
#include "report/line_reader.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace tieout::cli {

/// Rows of a table of which each is a report.
struct Rows {
  std::shared_ptr<const report::WideTable> table;
  std::vector<std::size_t> numbers;
};

/// What all threads check with.
class Checker {
 public:
  /// All must outlive it. `writers`: what takes drafts of reports; null: each report has to be
  /// seen.
  Checker(const Options& options, Rulebook& rulebook, const Priors& priors, Across& across,
          const output::Needs& needs, const Writers* writers)
      : options_(options),
        rulebook_(rulebook),
        priors_(priors),
        across_(across),
        needs_(needs),
        writers_(writers) {}

  [[nodiscard]] const Options& options() const { return options_; }
  [[nodiscard]] const Rulebook& rulebook() const { return rulebook_; }
  [[nodiscard]] const Priors& priors() const { return priors_; }
  [[nodiscard]] const output::Needs& needs() const { return needs_; }
  /// What a thread writes reports to; nothing if each has to be seen.
  [[nodiscard]] std::optional<Drafts> drafts() const {
    return writers_ == nullptr ? std::nullopt : std::optional(writers_->drafts());
  }
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
  const Writers* writers_;
  std::mutex mutex_;
  std::map<const schema::Schema*, std::unique_ptr<const check::Sieve>> sieves_;
};

/// What one thread checks with.
class CheckerThread {
 public:
  explicit CheckerThread(Checker& shared) : shared_(&shared), drafts_(shared.drafts()) {}

  /// Throws BadRules.
  [[nodiscard]] CheckedPiece check(const Piece& piece);
  /// In their order. Throws BadRules.
  [[nodiscard]] CheckedPiece check(const Rows& rows);

 private:
  /// Lines of one schema.
  struct Columns {
    std::unique_ptr<report::ColumnReader> reader;
    std::unique_ptr<report::LineReader> line_reader;
    // Known once the reports of a batch are proven.
    const report::Batch* batch = nullptr;
    const language::Program* program = nullptr;
    const check::Sieve* sieve = nullptr;
    const across::Capture* capture = nullptr;       ///< null: no rule is over these reports
    std::optional<report::WantedFigures> captured;  ///< what it reads, if there is one
    std::optional<check::Proofs> proofs;
    /// The last report that was proven. Nearly all are: its memory is used again.
    Checked clean;
    bool clean_is_counted = false;  ///< as every report is that `proofs` leaves nothing of
  };
  /// A line of a block; without columns: the sieve does not take it.
  struct Line {
    Columns* columns = nullptr;
    std::size_t report = 0;  ///< of their batch
  };

  /// Nothing: all rules.
  using Tasks = std::optional<std::span<const check::RuleTask>>;
  /// What `check` adds.
  template <typename Check>
  [[nodiscard]] CheckedPiece gathered(const Check& check);
  void add(Checked checked);
  /// Writes and adds up a report; what is left of it is for its memory.
  void draft(Checked& checked);
  void check(const std::string& path);
  void check(const Submission& submission);
  void check(const LineBlock& block);
  void check(const Refusal& refusal);
  /// What the sieve left of a line that columns do not hold.
  [[nodiscard]] Checked check_line(const Submission& line, const Tasks& tasks = {});
  [[nodiscard]] Checked checked(ReadReport read, const Tasks& tasks);
  /// The findings of a report that was read.
  [[nodiscard]] finding::CheckedReport evaluated(const report::Report& report, const Tasks& tasks);
  /// What the sieve left of a report of the batch.
  [[nodiscard]] Checked check_rest(const LineBlock& block, std::size_t index, const Line& line);
  /// Fills `checked` with what the rules over reports need of the report.
  void capture(const report::Report& report, Checked& checked);
  /// The same of a line that was proven clean, and so was not read as a report.
  void capture(const LineBlock& block, std::size_t index, const Line& line, Checked& checked);
  void prove(Columns& columns);
  /// A line that the columns took.
  void add_settled(const LineBlock& block, std::size_t index, const Line& line);
  static void count_proofs(const Line& line, finding::CheckedReport& checked);
  /// One that was proven: fills its columns' `clean`.
  void fill_clean(const LineBlock& block, std::size_t index, const Line& line);
  void say_read(Checked& checked, const std::string& source, const schema::Schema& schema) const;
  [[nodiscard]] Columns* columns_of(std::string_view line);

  Checker* shared_;
  std::optional<Drafts> drafts_;  ///< of the reports; nothing: each has to be seen
  CheckedPiece result_;           ///< of what is being checked
  std::map<std::string, Columns, std::less<>> columns_;  ///< by schema
  std::string beginning_;            ///< of the last line, as far as it names its schema
  Columns* of_beginning_ = nullptr;  ///< which it had
};

}  // namespace tieout::cli
