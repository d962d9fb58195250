// A finding: an outcome as people and machines are told of it.
#pragma once

#include "check/outcome.hpp"
#include "document/document.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tieout::finding {

/// A value as printed: exact decimal text, or ten significant digits with the exact ratio.
struct PrintedAmount {
  std::string value;
  std::string unit;             ///< empty: none
  std::string ratio;            ///< "35939/100330" where `value` is rounded, else empty
  figure::Rational factor = 1;  ///< base units in one of `unit`
  bool approximate = false;
};

struct Diagnosis {
  std::string kind;  ///< see schemas/findings.schema.json
  source::Message text;
};

/// A person's explanation of a finding, from the file of reviewed ones.
struct Acceptance {
  std::string reason;
  std::string by;
  std::string until;  ///< the last day on which it counts: 2027-06-30
};

/// Counts by verdict, in the order of figure::verdicts.
using Counts = std::array<std::size_t, 6>;

struct Finding {
  const language::Rule* rule = nullptr;
  language::Severity severity = language::Severity::error;  ///< as it counts: rounding is a note
  source::Message message;     ///< the rule's own (as given text) or one made for the relation
  std::string own_message_zh;  ///< not empty: used instead of `message`
  std::string own_message_en;
  std::string check;  ///< the relation's text
  check::Outcome outcome;
  std::optional<PrintedAmount> left;
  std::optional<PrintedAmount> right;
  std::optional<PrintedAmount> difference;
  std::optional<PrintedAmount> allowed;
  std::vector<Diagnosis> diagnosis;
  std::optional<std::size_t> follows;  ///< the finding of the report that this one follows from
  std::string fingerprint;  ///< XXH3-128 in hex over rule id, entity, period, subject keys
  bool acceptable = true;   ///< false for errors, and for plain sums whose rule does not say so
  std::optional<Acceptance> accepted;
  source::Message void_acceptance;  ///< why the explanation that there is does not count
  std::optional<bool> known;        ///< is it in the baseline? nothing if there is none
};

/// The rule's title in a language, else the one for all, else the other; empty if it has none.
[[nodiscard]] const std::string& title_of(const language::Rule& rule, source::Language language);

/// Does the finding still count? Not if it was explained or is in the baseline.
[[nodiscard]] inline bool is_open(const Finding& finding) {
  return !finding.accepted && !finding.known.value_or(false);
}

/// How `rounding` counts; the verdict stays.
enum class RoundingPolicy { note, pass, fail };

/// What is made of outcomes.
struct FindingOptions {
  RoundingPolicy rounding = RoundingPolicy::note;
  bool all_checks = false;  ///< keep every check, not only the findings
  bool diagnosis = true;    ///< look for the likely slip
};

/// What became of the checks of one rule.
struct RuleCounts {
  const language::Rule* rule = nullptr;
  Counts counts{};
};

struct CheckedReport {
  std::string source;
  std::string schema;
  std::string entity;
  std::string period;
  Counts counts{};
  std::vector<RuleCounts> rules;  ///< every rule that was evaluated, in its order
  std::vector<Finding> findings;  ///< fails, rounding (unless passed), error; rule, row, column
  std::vector<Finding> checks;    ///< every check; only filled if asked for
  std::vector<source::Message> notes;
  /// What rules over all reports of the run need of this one, as JSON; empty if there are none.
  std::string across;
  /// These are the findings of such rules: `source` is the table of reports.
  bool over_reports = false;
  /// What was read, for those who show it; null unless asked for.
  std::shared_ptr<const document::Document> document;
};

/// Takes the outcomes of one report one after the other, in their order, and keeps those that are
/// findings: of a report with many rows most are not.
class FindingCollector {
 public:
  /// All must outlive it.
  FindingCollector(const language::Program& program, const report::Report& report,
                   const figure::UnitSystem& units, const FindingOptions& options);
  ~FindingCollector();

  void add(check::Outcome outcome);
  /// Called once, after the last outcome.
  [[nodiscard]] CheckedReport finish();

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

/// The same of all outcomes together.
[[nodiscard]] CheckedReport to_findings(const language::Program& program,
                                        const report::Report& report,
                                        std::vector<check::Outcome> outcomes,
                                        const figure::UnitSystem& units,
                                        const FindingOptions& options);

struct Unreadable {
  std::string source;
  source::Message reason;
  source::Place place;
};

}  // namespace tieout::finding
