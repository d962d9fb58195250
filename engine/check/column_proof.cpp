// Conditions become a byte an item: a row of the rule's table, or a report.
#include "check/column_proof.hpp"

#include "check/column_kernels.hpp"
#include "check/column_sum.hpp"
#include "check/known.hpp"
#include "check/sieve_comparison.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace tieout::check {
namespace {

using figure::Relation;

using Sight = std::vector<Seen>;

/// Rounding may explain what looks wrong.
Reading reading_of(Relation relation) {
  switch (relation) {
    case Relation::equal:
      return {Seen::lost, Seen::yes, Seen::lost};
    case Relation::less_equal:
      return {Seen::yes, Seen::yes, Seen::lost};
    case Relation::greater_equal:
      return {Seen::lost, Seen::yes, Seen::yes};
    case Relation::less:
      return {Seen::yes, Seen::no, Seen::no};
    case Relation::greater:
      return {Seen::no, Seen::no, Seen::yes};
    case Relation::identical:
      return {Seen::no, Seen::yes, Seen::no};
    case Relation::different:
      return {Seen::yes, Seen::no, Seen::yes};
  }
  return {};
}

class Prover {
 public:
  Prover(const plan::Rule& plan, const report::Batch& batch, RowSets& row_sets)
      : plan_(plan), batch_(batch), row_sets_(row_sets), items_{batch, row_sets, plan.over} {}

  std::vector<std::uint32_t> run(std::size_t rule, Proofs& proofs) {
    known_.resize(items_.size() * plan_.checks.size());
    worst_.assign(items_.size(), Seen::yes);
    for (std::size_t check = 0; check < plan_.checks.size(); ++check) this->check(check);
    if (plan_.filter) in_ = decide(*plan_.filter);
    if (are_all(Seen::yes, in_)) in_.clear();
    if (in_.empty() && !some_beside_) return enter_held(rule, proofs);
    return enter_each(rule, proofs);
  }

 private:
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  /// The items of a report.
  [[nodiscard]] Range items_of(std::size_t report) const {
    if (!plan_.over) return {report, report + 1};
    const auto& begins = batch_.tables[*plan_.over].begins;
    return {begins[report], begins[report + 1]};
  }
  [[nodiscard]] Known* known(std::size_t check) { return known_.data() + check * items_.size(); }
  [[nodiscard]] const Known* known(std::size_t check) const {
    return known_.data() + check * items_.size();
  }

  void check(std::size_t number) {
    const plan::Check& check = plan_.checks[number];
    const Sight holds = decide(check.condition);
    const Sight applies = check.when ? decide(*check.when) : Sight();
    some_beside_ |= check.when && !are_all(Seen::yes, applies);
    kernel::settle(known(number), worst_.data(), holds.data(),
                   check.when ? applies.data() : nullptr, items_.size());
  }

  [[nodiscard]] static bool are_all(Seen wanted, const Sight& sight) {
    return kernel::is_all(wanted, sight.data(), sight.size());
  }

  /// Where every check applies to every item.
  std::vector<std::uint32_t> enter_held(std::size_t rule, Proofs& proofs) const {
    if (const auto items = items_of_each()) {
      proofs.enter_usual(rule, held(*items));
    } else {
      for (std::size_t report = 0; report < batch_.size(); ++report) {
        const auto [begin, end] = items_of(report);
        proofs.enter(report, rule, held(end - begin));
      }
    }
    std::vector<std::uint32_t> open;
    for (const auto& [report, worst] : not_held()) {
      if (worst == Seen::open) {
        open.push_back(report);
      } else {
        proofs.leave(report, task(rule, report));
      }
    }
    return open;
  }

  /// How many items every report has, if all have as many.
  [[nodiscard]] std::optional<std::size_t> items_of_each() const {
    const std::size_t reports = batch_.size();
    if (reports == 0 || items_.size() % reports != 0) return std::nullopt;
    const std::size_t number = items_.size() / reports;
    if (!plan_.over) return number;
    const std::uint32_t* const begins = batch_.tables[*plan_.over].begins.data();
    std::size_t others = 0;
    for (std::size_t report = 0; report < reports; ++report) {
      others |= begins[report] ^ (report * number);
    }
    return others == 0 ? std::optional(number) : std::nullopt;
  }

  /// All checks hold on so many items.
  [[nodiscard]] Proof held(std::size_t items) const {
    const auto checks = static_cast<std::uint32_t>(plan_.checks.size());
    return {true, static_cast<std::uint32_t>(items) * checks, items == 0 ? checks : 0};
  }

  /// The reports on an item of which a check does not hold, with the worst that was seen of them.
  /// There are hardly any.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, Seen>> not_held() const {
    std::vector<std::pair<std::uint32_t, Seen>> reports;
    constexpr std::size_t at_once = 64;
    for (std::size_t first = 0; first < worst_.size(); first += at_once) {
      const std::size_t end = std::min(first + at_once, worst_.size());
      if (kernel::is_all(Seen::yes, worst_.data() + first, end - first)) continue;
      for (std::size_t item = first; item < end; ++item) {
        if (worst_[item] == Seen::yes) continue;
        const std::uint32_t report = report_of(item);
        if (reports.empty() || reports.back().first != report) {
          reports.emplace_back(report, worst_[item]);
        } else {
          reports.back().second = std::max(reports.back().second, worst_[item]);
        }
      }
    }
    return reports;
  }

  [[nodiscard]] std::uint32_t report_of(std::size_t item) const {
    if (!plan_.over) return static_cast<std::uint32_t>(item);
    const auto& begins = batch_.tables[*plan_.over].begins;
    const auto behind = std::upper_bound(begins.begin(), begins.end(), item);
    return static_cast<std::uint32_t>(behind - begins.begin()) - 1;
  }

  std::vector<std::uint32_t> enter_each(std::size_t rule, Proofs& proofs) const {
    std::vector<std::uint32_t> open;
    for (std::uint32_t report = 0; report < batch_.size(); ++report) {
      Proof proof;
      const Seen seen = enter(report, proof);
      if (seen == Seen::open) {
        open.push_back(report);
      } else if (seen == Seen::lost) {
        proofs.leave(report, task(rule, report));
      } else {
        proofs.enter(report, rule, proof);
      }
    }
    return open;
  }

  /// yes: proven; lost: what is known of the checks is all that can be; open: somebody has to look.
  [[nodiscard]] Seen enter(std::size_t report, Proof& proof) const {
    const auto [begin, end] = items_of(report);
    std::uint32_t rows = 0;
    Seen seen = Seen::yes;
    for (std::size_t item = begin; item < end; ++item) {
      const Seen in = in_.empty() ? Seen::yes : in_[item];
      if (in == Seen::no) continue;
      ++rows;
      seen = std::max({seen, in, worst_[item]});
    }
    if (seen == Seen::open) return seen;
    if (seen == Seen::lost) return seen;
    const auto checks = static_cast<std::uint32_t>(plan_.checks.size());
    proof.proven = true;
    if (rows == 0) {
      proof.not_applicable = checks;
      return seen;
    }
    if (some_beside_) proof.not_applicable = beside(begin, end);
    proof.holds = rows * checks - proof.not_applicable;
    return seen;
  }

  /// How many checks on these items do not apply.
  [[nodiscard]] std::uint32_t beside(std::size_t begin, std::size_t end) const {
    std::uint32_t number = 0;
    for (std::size_t check = 0; check < plan_.checks.size(); ++check) {
      const Known* const known = this->known(check);
      for (std::size_t item = begin; item < end; ++item) {
        const bool in = in_.empty() || in_[item] == Seen::yes;
        number += in && known[item] == Known::not_applicable ? 1 : 0;
      }
    }
    return number;
  }

  /// What is left of the rule on a report.
  [[nodiscard]] RuleTask task(std::size_t rule, std::size_t report) const {
    RuleTask task{rule};
    const Range items = items_of(report);
    task.known.reserve((items.end - items.begin) * plan_.checks.size());
    for (std::size_t item = items.begin; item < items.end; ++item) {
      const Seen in = in_.empty() ? Seen::yes : in_[item];
      // Nor is it known of the other rows whether there are any beside this.
      if (in == Seen::lost) return {rule};
      for (std::size_t check = 0; check < plan_.checks.size(); ++check) {
        task.known.push_back(in == Seen::no ? Known::left_out : known(check)[item]);
      }
    }
    return task;
  }

  [[nodiscard]] Sight all(Seen seen) const { return Sight(items_.size(), seen); }

  [[nodiscard]] Sight decide(const plan::Condition& condition) const {
    return std::visit([this](const auto& what) { return see(what); }, condition.what);
  }

  [[nodiscard]] Sight see(const plan::All& all) const {
    Sight result = this->all(Seen::yes);
    for (const plan::Condition& one : all.conditions) {
      const Sight sight = decide(one);
      for (std::size_t i = 0; i < result.size(); ++i) {
        // What is open may turn out not to be so, and then the rest does not matter.
        if (result[i] != Seen::no && (sight[i] == Seen::no || result[i] < sight[i])) {
          result[i] = sight[i];
        }
      }
    }
    return result;
  }

  [[nodiscard]] Sight see(const plan::Any& any) const {
    Sight result = all(Seen::no);
    for (const plan::Condition& one : any.conditions) {
      const Sight sight = decide(one);
      for (std::size_t i = 0; i < result.size(); ++i) {
        if (result[i] != Seen::lost && (sight[i] == Seen::lost || result[i] < sight[i])) {
          result[i] = sight[i];
        }
      }
    }
    return result;
  }

  [[nodiscard]] Sight see(const plan::Not& inner) const {
    Sight result = decide(*inner.condition);
    for (Seen& seen : result) {
      if (seen <= Seen::yes) seen = seen == Seen::yes ? Seen::no : Seen::yes;
    }
    return result;
  }

  [[nodiscard]] Sight see(const plan::InRowSet& in) const {
    const auto& keys = batch_.tables[in.table].keys;
    Sight result(keys.size());
    for (std::size_t row = 0; row < keys.size(); ++row) {
      result[row] = row_sets_.contains(in.set, keys[row]) ? Seen::yes : Seen::no;
    }
    return result;
  }

  [[nodiscard]] Sight see(const plan::Present& present) const {
    const report::NumberColumn* column = nullptr;
    if (const auto* const row = std::get_if<plan::RowColumn>(&present.what)) {
      column = &batch_.tables[row->table].columns[row->column];
    } else if (!plan_.over) {
      column = &batch_.scalars[std::get<plan::Item>(present.what).item];
    } else {
      return all(Seen::open);
    }
    Sight result(items_.size());
    for (std::size_t i = 0; i < result.size(); ++i) {
      const bool stated = column->kinds[i] != report::NumberColumn::missing;
      result[i] = stated == present.wanted ? Seen::yes : Seen::no;
    }
    return result;
  }

  [[nodiscard]] Sight see(const plan::Comparison& comparison) const {
    const auto& [relation, left, right, tolerance] = comparison;
    if (tolerance || (left.by && right.by)) return all(Seen::open);
    if (left.by) return see_quotient(mirrored(relation), right.form, left);
    if (right.by) return see_quotient(relation, left.form, right);
    return see_linear(relation, left.form, right.form);
  }

  [[nodiscard]] Sight see_linear(Relation relation, const plan::Form& left,
                                 const plan::Form& right) const {
    ColumnSum difference(items_);
    if (!difference.add(left, right.divisor) || !difference.add(right, -left.divisor)) {
      return all(Seen::open);
    }
    // A single figure stands for what it was rounded from, and may be so near.
    const std::int64_t near = relation == Relation::equal ? difference.reach() / 2 : 0;
    Sight result(items_.size());
    kernel::read(result.data(), difference.values(), near, reading_of(relation), result.size());
    const auto& good = difference.good();
    for (std::size_t i = 0; i < good.size(); ++i) {
      if (good[i] == 0) result[i] = Seen::open;
    }
    return result;
  }

  /// One against above / below, by cross-multiplication.
  [[nodiscard]] Sight see_quotient(Relation relation, const plan::Form& form,
                                   const plan::Side& side) const {
    ColumnSum one(items_);
    ColumnSum above(items_);
    ColumnSum below(items_);
    if (!one.add(form, 1) || !above.add(side.form, 1) || !below.add(*side.by, 1)) {
      return all(Seen::open);
    }
    const auto factors =
        quotient_factors(form, one.measure(), side, above.measure(), below.measure());
    if (!factors || !below.may_be_multiplied(factors->below)) return all(Seen::open);
    // Products of two 64-bit numbers: nothing below can leave 128 bits.
    const Wide step = form.is_figure() ? one.step() : 0;
    const std::int64_t reach = below.reach();
    const Reading reading = reading_of(relation);
    const auto size = [](auto number) { return number < 0 ? -number : number; };
    const auto* const ones = one.values();
    const auto* const aboves = above.values();
    const auto* const belows = below.values();
    Sight result(items_.size());
    for (std::size_t i = 0; i < result.size(); ++i) {
      const std::int64_t weight = belows[i] * factors->below;
      const Wide order = Wide(ones[i]) * weight - Wide(aboves[i]) * factors->above;
      const Seen apart = (order < 0) == (weight < 0) ? reading.greater : reading.less;
      const bool same =
          relation == Relation::equal ? 2 * size(order) <= step * size(weight) : order == 0;
      // Nothing is said of a quotient by what may be zero.
      const bool is_said = size(belows[i]) > reach / 2;
      result[i] = !is_said ? Seen::lost : same ? reading.same : apart;
    }
    for (const ColumnSum* const sum : {&one, &above, &below}) {
      for (std::size_t i = 0; i < sum->good().size(); ++i) {
        if (sum->good()[i] == 0) result[i] = Seen::open;
      }
    }
    return result;
  }

  const plan::Rule& plan_;
  const report::Batch& batch_;
  RowSets& row_sets_;
  Items items_;
  std::vector<Known> known_;  ///< by check, by item
  Sight worst_;               ///< by item: of all checks
  Sight in_;                  ///< by item: does the filter let it in? Empty: all are in
  bool some_beside_ = false;  ///< may checks not apply?
};

}  // namespace

std::vector<std::uint32_t> prove_by_columns(const plan::Rule& plan, std::size_t rule,
                                            const report::Batch& batch, RowSets& row_sets,
                                            Proofs& proofs) {
  return Prover(plan, batch, row_sets).run(rule, proofs);
}

}  // namespace tieout::check
