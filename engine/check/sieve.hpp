// Proves checks of many reports at once over columns of integers. What it cannot prove is left to
// the evaluator, so it makes a run faster, never different.
#pragma once

#include "check/known.hpp"
#include "check/used_figures.hpp"
#include "language/checked.hpp"
#include "report/columns.hpp"

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
};

/// Proofs of every rule of a program on every report of a batch.
class Proofs {
 public:
  Proofs(std::size_t rules, std::size_t reports) : proofs_(rules * reports), left_(reports) {}

  [[nodiscard]] Proof& at(std::size_t report, std::size_t rule) {
    return proofs_[rule * left_.size() + report];
  }
  [[nodiscard]] const Proof& at(std::size_t report, std::size_t rule) const {
    return proofs_[rule * left_.size() + report];
  }

  /// What is left to the evaluator, in the order of the rules.
  [[nodiscard]] const std::vector<RuleTask>& left(std::size_t report) const {
    return left_[report];
  }
  void leave(std::size_t report, RuleTask task) { left_[report].push_back(std::move(task)); }

 private:
  std::vector<Proof> proofs_;                ///< by rule, by report
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
