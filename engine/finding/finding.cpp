// Outcomes to findings and counts.
#include "finding/finding.hpp"

#include "finding/consequences.hpp"
#include "finding/diagnosis.hpp"
#include "finding/fingerprint.hpp"
#include "finding/printed.hpp"
#include "finding/sentence.hpp"
#include "language/plain_sum.hpp"

#include <unordered_map>
#include <utility>

namespace tieout::finding {

using figure::Verdict;

namespace {

language::Severity severity_of(const language::Rule& rule, Verdict verdict,
                               RoundingPolicy rounding) {
  if (verdict == Verdict::rounding && rounding != RoundingPolicy::fail) {
    return language::Severity::note;
  }
  if (verdict == Verdict::error) return language::Severity::error;
  return rule.severity;
}

void print_amounts(Finding& finding, const figure::UnitSystem& units) {
  const check::Outcome& outcome = finding.outcome;
  if (!outcome.left || !outcome.right) return;
  // Both sides in the left side's unit, so that they can be compared by eye.
  check::Amount right = *outcome.right;
  if (outcome.left->unit != nullptr) right.unit = outcome.left->unit;
  const int decimals = stated_decimals(*outcome.left, outcome.evidence);
  finding.left = printed(*outcome.left, decimals, units);
  finding.right = printed(right, decimals, units);
  const auto distance = [&](const figure::Rational& base) {
    check::Amount amount = *outcome.left;
    amount.base = base;
    amount.difference = true;
    amount.approximate = false;
    return printed(amount, decimals, units);
  };
  if (outcome.difference) finding.difference = distance(*outcome.difference);
  if (outcome.allowed) finding.allowed = distance(*outcome.allowed);
}

bool is_finding(Verdict verdict, RoundingPolicy rounding) {
  return verdict == Verdict::fails || verdict == Verdict::error ||
         (verdict == Verdict::rounding && rounding != RoundingPolicy::pass);
}

}  // namespace

const std::string& title_of(const language::Rule& rule, source::Language language) {
  static const std::string none;
  const bool zh = language == source::Language::zh;
  for (const char* const wanted : {zh ? "zh" : "en", "", zh ? "en" : "zh"}) {
    if (const auto title = rule.titles.find(wanted); title != rule.titles.end()) {
      return title->second;
    }
  }
  return none;
}

class FindingCollector::Work {
 public:
  Work(const language::Program& program, const report::Report& report,
       const figure::UnitSystem& units, const FindingOptions& options)
      : program_(program),
        report_(report),
        units_(units),
        options_(options),
        diagnostician_(report) {
    checked_.source = report.source;
    checked_.schema = program.schema->id;
    checked_.entity = report.entity;
    checked_.period = report.period;
    checked_.notes = report.notes;
    checked_.rules.reserve(program.rules.size());
    for (const language::Rule& rule : program.rules) checked_.rules.push_back({&rule, {}});
  }

  void add(check::Outcome&& outcome) {
    ++checked_.counts[static_cast<std::size_t>(outcome.verdict)];
    ++checked_.rules[outcome.rule].counts[static_cast<std::size_t>(outcome.verdict)];
    const check::Subject& subject = outcome.subject;
    const language::Rule& rule = program_.rules[outcome.rule];
    const auto seen =
        seen_.try_emplace(identity(rule.id, report_, subject, key_of(subject)), 0).first;
    const std::size_t occurrence = outcome.passed_over + seen->second++;
    const bool found = is_finding(outcome.verdict, options_.rounding);
    if (!found && !options_.all_checks) return;
    const language::Check& check = rule.checks[outcome.check];
    constexpr std::size_t as_most_have = 4;
    auto& list = found ? checked_.findings : checked_.checks;
    if (list.empty()) list.reserve(as_most_have);
    Finding& finding = list.emplace_back();  // it is large: filled where it stays
    finding.rule = &rule;
    finding.severity = severity_of(rule, outcome.verdict, options_.rounding);
    finding.check = check.text;
    finding.fingerprint = fingerprint(seen->first, occurrence);
    finding.acceptable =
        outcome.verdict != Verdict::error && language::may_be_accepted(rule, check);
    finding.outcome = std::move(outcome);
    print_amounts(finding, units_);
    if (found) {
      finding.own_message_zh = own_message(finding.outcome, "zh", units_);
      finding.own_message_en = own_message(finding.outcome, "en", units_);
      finding.message = made_message(finding, check);
      if (options_.diagnosis) finding.diagnosis = diagnostician_.diagnose(finding);
      if (options_.all_checks) checked_.checks.push_back(finding);
    }
  }

  CheckedReport finish() {
    fold_consequences(checked_.findings);
    return std::move(checked_);
  }

 private:
  /// The row as fingerprints take it: one key, however it is spelled. Rules look at the same rows
  /// again and again.
  const std::string& key_of(const check::Subject& subject) {
    const auto [known, is_new] = keys_[subject.table].try_emplace(subject.row);
    if (is_new) {
      const auto table = report_.schema->table(subject.table);
      known->second =
          table ? report_.schema->tables[*table].key_of(subject.row) : schema::folded(subject.row);
    }
    return known->second;
  }

  const language::Program& program_;
  const report::Report& report_;
  const figure::UnitSystem& units_;
  FindingOptions options_;
  Diagnostician diagnostician_;
  CheckedReport checked_;
  /// By table, by row.
  std::unordered_map<std::string, std::unordered_map<std::string, std::string>> keys_;
  std::unordered_map<std::string, std::size_t>
      seen_;  ///< how many checks there were of an identity
};

FindingCollector::FindingCollector(const language::Program& program, const report::Report& report,
                                   const figure::UnitSystem& units, const FindingOptions& options)
    : work_(std::make_unique<Work>(program, report, units, options)) {}

FindingCollector::~FindingCollector() = default;

void FindingCollector::add(check::Outcome outcome) { work_->add(std::move(outcome)); }

CheckedReport FindingCollector::finish() { return work_->finish(); }

CheckedReport to_findings(const language::Program& program, const report::Report& report,
                          std::vector<check::Outcome> outcomes, const figure::UnitSystem& units,
                          const FindingOptions& options) {
  FindingCollector collector(program, report, units, options);
  for (check::Outcome& outcome : outcomes) collector.add(std::move(outcome));
  return collector.finish();
}

}  // namespace tieout::finding
