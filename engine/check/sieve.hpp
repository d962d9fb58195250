// Proves checks of many reports at once over columns of integers. What it cannot prove is left to
// the evaluator, so it makes a run faster, never different.
#pragma once

#include "check/known.hpp"
#include "check/used_figures.hpp"
#include "language/checked.hpp"
#include "report/columns.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace tieout::check {

/// What is proven of one rule on one report.
struct Proof {
  bool proven = false;  ///< false: the rule is the evaluator's
  std::uint32_t holds = 0;
  std::uint32_t not_applicable = 0;

  friend bool operator==(const Proof& a, const Proof& b) = default;
};

/// Proofs of every rule of a program on every report of a batch. Nearly all of a batch hold in the
/// same way, and are entered at once.
class Proofs {
 public:
  Proofs(std::size_t rules, std::size_t reports) : rules_(rules), left_(reports) {}

  [[nodiscard]] Proof at(std::size_t report, std::size_t rule) const {
    if (!left_[report].empty() && is_left(report, rule)) return {};
    const OfRule& of_rule = rules_[rule];
    return of_rule.each.empty() ? of_rule.usual : of_rule.each[report];
  }
  /// Is the same proven of all reports of which nothing is left?
  [[nodiscard]] bool are_alike() const {
    return std::ranges::all_of(rules_, [](const OfRule& of_rule) { return of_rule.each.empty(); });
  }
  /// What is left to the evaluator, in the order of the rules.
  [[nodiscard]] const std::vector<RuleTask>& left(std::size_t report) const {
    return left_[report];
  }

  /// Of all reports for which nothing else is entered.
  void enter_usual(std::size_t rule, const Proof& proof) { rules_[rule].usual = proof; }
  void enter(std::size_t report, std::size_t rule, const Proof& proof);
  /// To be called in the order of the rules.
  void leave(std::size_t report, RuleTask task) { left_[report].push_back(std::move(task)); }

 private:
  [[nodiscard]] bool is_left(std::size_t report, std::size_t rule) const;

  struct OfRule {
    Proof usual;
    std::vector<Proof> each;  ///< by report; empty: all are as usual
  };
  std::vector<OfRule> rules_;
  std::vector<std::vector<RuleTask>> left_;  ///< by report
};

class SievePlan;

/// A program as the sieve runs it. May be shared by threads.
class Sieve {
 public:
  /// The program must outlive it.
  Sieve(const language::Program& program, const report::Measures& measures);
  ~Sieve();

  /// Can any check of the rule be proven to hold? Otherwise only that it does not apply.
  [[nodiscard]] bool takes(std::size_t rule) const;

  /// Which figures evaluating what was left may look at.
  [[nodiscard]] report::WantedFigures wanted(std::span<const RuleTask> tasks) const {
    return used_.wanted(tasks);
  }

  [[nodiscard]] Proofs prove(const report::Batch& batch, const report::Keys& keys) const;

 private:
  const language::Program* program_;
  std::unique_ptr<const SievePlan> plan_;
  UsedFigures used_;
};

}  // namespace tieout::check
