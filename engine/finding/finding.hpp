// A finding: an outcome as people and machines are told of it.
#pragma once

#include "check/outcome.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace tieout::finding {

/// A value as printed: exact decimal text, or ten significant digits with the exact ratio.
struct PrintedAmount {
  std::string value;
  std::string unit;   ///< empty: none
  std::string ratio;  ///< "35939/100330" where `value` is rounded, else empty
  bool approximate = false;
};

struct Diagnosis {
  std::string kind;  ///< see schemas/findings.schema.json
  source::Message text;
};

/// Counts by verdict, in the order of figure::verdicts.
using Counts = std::array<std::size_t, 6>;

struct Finding {
  const language::Rule* rule = nullptr;
  std::string title_zh;
  std::string title_en;
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
};

/// How `rounding` counts; the verdict stays.
enum class RoundingPolicy { note, pass, fail };

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
};

/// Turns the outcomes of one report into findings and counts.
[[nodiscard]] CheckedReport to_findings(const language::Program& program,
                                        const report::Report& report,
                                        std::vector<check::Outcome> outcomes,
                                        const figure::UnitSystem& units, RoundingPolicy rounding,
                                        bool all_checks);

struct Unreadable {
  std::string source;
  source::Message reason;
  source::Place place;
};

/// A whole run, as the writers take it.
struct Run {
  std::vector<std::string> rule_files;
  std::size_t rule_count = 0;
  std::vector<CheckedReport> reports;
  std::vector<Unreadable> unreadable;
};

}  // namespace tieout::finding
