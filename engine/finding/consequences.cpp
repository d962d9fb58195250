// One figure corrected by one amount: the failed checks that this mends have one cause.
#include "finding/consequences.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace tieout::finding {

namespace {

using check::Evidence;
using figure::Rational;

constexpr std::size_t most_figures = 64;   // of one check that are looked at
constexpr std::size_t most_findings = 32;  // with one figure that are looked at
constexpr std::size_t root_and_consequence = 2;

bool is_equation(const check::Outcome& outcome) {
  return outcome.relation == figure::Relation::equal ||
         outcome.relation == figure::Relation::identical;
}

bool is_exact(const Evidence& evidence) {
  return evidence.figure && evidence.figure->unit != nullptr && !evidence.figure->approximate &&
         evidence.side != check::Side::row;
}

/// What a figure would have to be more, and how far from that it may be.
struct Correction {
  Rational amount;
  Rational slack;
};

/// Only linear checks say what a figure should be.
std::optional<Correction> correction_of(const check::Outcome& outcome, const Evidence& evidence) {
  if (!is_equation(outcome) || !outcome.difference || evidence.coefficient == 0) {
    return std::nullopt;
  }
  return Correction{-*outcome.difference / evidence.coefficient,
                    outcome.allowed.value_or(0) / abs(evidence.coefficient)};
}

/// A stated share beside the quotient of two figures: does it fit once one of them is corrected?
bool mends_share(const check::Outcome& outcome, const Evidence& mended, const Correction& by) {
  const Evidence* share = nullptr;
  std::vector<const Evidence*> amounts;
  for (const Evidence& evidence : outcome.evidence) {
    if (!is_exact(evidence)) continue;
    if (evidence.side == check::Side::left) {
      share = &evidence;
    } else {
      amounts.push_back(&evidence);
    }
  }
  constexpr std::size_t part_and_whole = 2;
  if (share == nullptr || amounts.size() != part_and_whole || !outcome.left || !outcome.right) {
    return false;
  }
  const auto corrected = [&](const Evidence& each) {
    const Rational base = each.figure->base();
    return each.place == mended.place ? base + by.amount : base;
  };
  // part / whole, (current - prior) / prior, change / (current - change): whichever it was.
  using Shape = Rational (*)(const Rational&, const Rational&);
  static constexpr Shape top[] = {
      [](const Rational& a, const Rational&) { return a; },
      [](const Rational& a, const Rational& b) { return Rational(a - b); },
      [](const Rational& a, const Rational&) { return a; }};
  static constexpr Shape bottom[] = {
      [](const Rational&, const Rational& b) { return b; },
      [](const Rational&, const Rational& b) { return b; },
      [](const Rational& a, const Rational& b) { return Rational(b - a); }};
  for (std::size_t shape = 0; shape < std::size(top); ++shape) {
    for (const bool swapped : {false, true}) {
      const Evidence& a = *amounts[swapped ? 1 : 0];
      const Evidence& b = *amounts[swapped ? 0 : 1];
      const Rational of_a = a.figure->base();
      const Rational of_b = b.figure->base();
      const Rational below = bottom[shape](of_a, of_b);
      if (below == 0 || top[shape](of_a, of_b) / below != outcome.right->base) continue;
      const Rational divisor = bottom[shape](corrected(a), corrected(b));
      if (divisor == 0) return false;
      const Rational quotient = top[shape](corrected(a), corrected(b)) / divisor;
      return abs(quotient - share->figure->base()) <= share->figure->half_step();
    }
  }
  return false;
}

/// One fact said in several places: do the others say what this one would be?
bool mends_mentions(const check::Outcome& outcome, const Evidence& mended, const Correction& by) {
  return std::ranges::all_of(outcome.evidence, [&](const Evidence& evidence) {
    if (!is_exact(evidence)) return true;
    if (evidence.place == mended.place) return true;
    const figure::StatedNumber& figure = *mended.figure;
    const figure::StatedNumber& other = *evidence.figure;
    return other.unit->dimension == figure.unit->dimension &&
           abs(other.base() - figure.base() - by.amount) <= other.half_step() + by.slack;
  });
}

bool mends(const check::Outcome& outcome, const Evidence& evidence, const Correction& by) {
  if (const auto own = correction_of(outcome, evidence)) {
    return abs(own->amount - by.amount) <= own->slack + by.slack;
  }
  if (is_equation(outcome)) return mends_share(outcome, evidence, by);
  return !outcome.relation && mends_mentions(outcome, evidence, by);
}

/// A figure of a failed check.
struct Use {
  std::size_t finding;
  const Evidence* evidence;
  std::size_t order;  ///< among all

  [[nodiscard]] const source::Place& place() const { return evidence->place; }
};

/// The findings that one correction of one figure mends.
using Cause = std::vector<std::size_t>;

class Folder {
 public:
  explicit Folder(std::vector<Finding>& findings) : findings_(findings) {}

  void run() {
    std::vector<Cause> causes;
    const auto all = figures();
    for (auto begin = all.begin(); begin != all.end();) {
      const auto end = std::find_if(begin + 1, all.end(), [begin](const Use& other) {
        return other.place() != begin->place();
      });
      if (end - begin > 1) {
        if (auto cause = best(uses_of({begin, end}))) causes.push_back(std::move(*cause));
      }
      begin = end;
    }
    // What explains most goes first; a finding follows from one cause only.
    std::ranges::stable_sort(causes, std::ranges::greater(), &Cause::size);
    std::vector<bool> taken(findings_.size());
    for (Cause& cause : causes) {
      std::erase_if(cause, [&](std::size_t index) { return taken[index]; });
      if (cause.size() < root_and_consequence) continue;
      const std::size_t root = *std::ranges::min_element(cause, {}, [this](std::size_t index) {
        const Finding& finding = findings_[index];
        return std::pair(finding.severity, finding.outcome.evidence.size());
      });
      for (const std::size_t index : cause) {
        taken[index] = true;
        if (index != root) findings_[index].follows = root;
      }
    }
  }

 private:
  /// In the order of their places, those of one place in the order of the findings.
  [[nodiscard]] std::vector<Use> figures() const {
    constexpr std::size_t as_most_have = 16;
    std::vector<Use> found;
    found.reserve(as_most_have);
    for (std::size_t index = 0; index < findings_.size(); ++index) {
      const check::Outcome& outcome = findings_[index].outcome;
      if (outcome.verdict != figure::Verdict::fails) continue;
      std::size_t looked_at = 0;
      for (const Evidence& evidence : outcome.evidence) {
        if (!is_exact(evidence)) continue;
        if (++looked_at > most_figures) break;
        found.push_back({index, &evidence, found.size()});
      }
    }
    std::ranges::sort(found, [](const Use& a, const Use& b) {
      const auto places = a.place() <=> b.place();
      return places != 0 ? places < 0 : a.order < b.order;
    });
    return found;
  }

  /// Of the uses of one figure those that are looked at, each of a finding of its own.
  static std::vector<Use> uses_of(std::span<const Use> all) {
    std::vector<Use> uses;
    for (const Use& use : all) {
      const bool known = !uses.empty() && uses.back().finding == use.finding;
      if (!known && uses.size() < most_findings) uses.push_back(use);
    }
    return uses;
  }

  /// The correction of a figure that mends most; none if it mends less than two.
  [[nodiscard]] std::optional<Cause> best(const std::vector<Use>& uses) const {
    Cause cause;
    for (const Use& use : uses) {
      const auto by = correction_of(findings_[use.finding].outcome, *use.evidence);
      if (!by || by->amount == 0) continue;
      std::vector<std::size_t> mended;
      for (const Use& other : uses) {
        if (mends(findings_[other.finding].outcome, *other.evidence, *by)) {
          mended.push_back(other.finding);
        }
      }
      if (mended.size() > cause.size()) cause = std::move(mended);
    }
    return cause.size() < root_and_consequence ? std::nullopt : std::optional(std::move(cause));
  }

  std::vector<Finding>& findings_;
};

}  // namespace

void fold_consequences(std::vector<Finding>& findings) {
  if (findings.size() < root_and_consequence) return;
  Folder(findings).run();
}

}  // namespace tieout::finding
