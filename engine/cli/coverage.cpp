// Counts verdicts by rule and report, and prints which rules were never seen to hold or to fail.
#include "cli/coverage.hpp"

#include "output/summary.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <functional>
#include <ostream>

namespace tieout::cli {

namespace {

using figure::Verdict;
using source::Message;

std::size_t of(const finding::Counts& counts, Verdict verdict) {
  return counts[static_cast<std::size_t>(verdict)];
}

void add(finding::Counts& to, const finding::Counts& counts) {
  std::ranges::transform(to, counts, to.begin(), std::plus());
}

}  // namespace

Coverage::Seen& Coverage::seen(const language::Program& program, const language::Rule& rule) {
  return rules_[program.schema->id + " " + rule.id];
}

void Coverage::rule(const language::Program& program, const language::Rule& rule) {
  seen(program, rule);
}

void Coverage::example(const language::Program& program, const language::Rule& rule,
                       const finding::Counts& counts) {
  Seen& found = seen(program, rule);
  add(found.examples, counts);
  add(found.all, counts);
}

void Coverage::report(const language::Program& program, const finding::CheckedReport& checked) {
  for (const finding::RuleCounts& each : checked.rules) {
    if (!output::anything_decided(each.counts)) continue;
    Seen& found = seen(program, *each.rule);
    add(found.all, each.counts);
    found.reports.emplace_back(checked.source, each.counts);
  }
}

std::size_t Coverage::print(std::ostream& out, source::Language language) const {
  const auto said = [language](const Message& message) {
    return source::render(message, language);
  };
  const auto verdicts = [language](const finding::Counts& counts) {
    std::string words;
    for (const Verdict verdict : {Verdict::holds, Verdict::rounding, Verdict::fails}) {
      if (of(counts, verdict) == 0) continue;
      words += (words.empty() ? "" : ", ") +
               source::render(output::verdict_word(verdict), language) + " " +
               std::to_string(of(counts, verdict));
    }
    return words.empty() ? std::string("—") : words;
  };
  std::vector<std::string> never_held;
  std::vector<std::string> never_failed;
  for (const auto& [name, found] : rules_) {
    out << name << "\n  " << said({"cli.coverage_examples", {{"counts", verdicts(found.examples)}}})
        << '\n';
    for (const auto& [source, counts] : found.reports) {
      out << "  " << source << ": " << verdicts(counts) << '\n';
    }
    if (of(found.all, Verdict::holds) == 0) never_held.push_back(name);
    if (of(found.all, Verdict::fails) == 0) never_failed.push_back(name);
  }
  out << said({"cli.coverage_totals",
               {{"rules", std::to_string(rules_.size())},
                {"held", std::to_string(rules_.size() - never_held.size())},
                {"failed", std::to_string(rules_.size() - never_failed.size())}}})
      << '\n';
  for (const auto& name : never_held) out << said({"cli.never_held", {{"rule", name}}}) << '\n';
  for (const auto& name : never_failed) out << said({"cli.never_failed", {{"rule", name}}}) << '\n';
  return never_held.size() + never_failed.size();
}

}  // namespace tieout::cli
