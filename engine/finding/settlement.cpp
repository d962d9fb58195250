// Findings against the files of known ones.
#include "finding/settlement.hpp"

namespace tieout::finding {

namespace {

std::string key_of(const std::string& entity, const std::string& period, const std::string& rule) {
  return entity + '\n' + period + '\n' + rule;
}

std::string listed(const std::vector<std::string>& values) {
  std::string text;
  for (const auto& value : values) text += (text.empty() ? "" : ", ") + value;
  return text;
}

/// Why the explanation does not count for the finding; empty if it does.
source::Message fault_of(const Entry& entry, const Finding& finding, const std::string& today) {
  if (!finding.acceptable) {
    return source::Message(finding.outcome.verdict == figure::Verdict::error
                               ? "finding.void_error"
                               : "finding.void_plain_sum");
  }
  if (entry.values != values_of(finding)) {
    return {"finding.void_changed", {{"values", listed(entry.values)}}};
  }
  if (entry.acceptance->until < today) {
    return {"finding.void_expired", {{"until", entry.acceptance->until}}};
  }
  return {};
}

}  // namespace

void Settlement::apply(CheckedReport& report) {
  if (accepted_ == nullptr && baseline_ == nullptr) return;  // and keep nothing of a long stream
  for (auto& finding : report.findings) {
    settle(finding);
    found_.insert(finding.fingerprint);
  }
  const auto is_finding = [](const Finding& check) {
    using figure::Verdict;
    const auto verdict = check.outcome.verdict;
    return verdict == Verdict::fails || verdict == Verdict::rounding || verdict == Verdict::error;
  };
  for (auto& check : report.checks) {
    if (is_finding(check)) settle(check);
  }
  for (const auto& [rule, counts] : report.rules) {
    examined_.insert(key_of(report.entity, report.period, rule->id));
  }
}

void Settlement::settle(Finding& finding) const {
  if (accepted_ != nullptr) {
    if (const auto* entry = accepted_->find(finding.fingerprint)) {
      finding.void_acceptance = fault_of(*entry, finding, today_);
      if (finding.void_acceptance.empty()) finding.accepted = entry->acceptance;
    }
  }
  if (baseline_ != nullptr) {
    const auto* entry = baseline_->find(finding.fingerprint);
    finding.known = entry != nullptr && entry->values == values_of(finding) &&
                    finding.outcome.verdict != figure::Verdict::error;
  }
}

std::vector<const Entry*> Settlement::unused(const Ledger* ledger) const {
  std::vector<const Entry*> result;
  if (ledger == nullptr) return result;
  for (const auto& [fingerprint, entry] : ledger->entries()) {
    const bool examined = examined_.contains(key_of(entry.entity, entry.period, entry.rule));
    if (examined && !found_.contains(fingerprint)) result.push_back(&entry);
  }
  return result;
}

}  // namespace tieout::finding
