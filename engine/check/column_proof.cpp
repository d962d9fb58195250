// Conditions become a byte an item: a row of the rule's table, or a report.
#include "check/column_proof.hpp"

#include "check/column_sum.hpp"
#include "check/sieve_comparison.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace tieout::check {
namespace {

using figure::Relation;

/// `open`: somebody has to look.
enum class Seen : std::uint8_t { no, yes, open };
using Sight = std::vector<Seen>;

/// What the order of two exact sides says; rounding may explain what looks wrong.
struct Reading {
  Seen less;
  Seen same;
  Seen greater;
};

Reading reading_of(Relation relation) {
  switch (relation) {
    case Relation::equal:
      return {Seen::open, Seen::yes, Seen::open};
    case Relation::less_equal:
      return {Seen::yes, Seen::yes, Seen::open};
    case Relation::greater_equal:
      return {Seen::open, Seen::yes, Seen::yes};
    case Relation::less:
      return {Seen::yes, Seen::no, Seen::no};
    case Relation::greater:
      return {Seen::no, Seen::no, Seen::yes};
    case Relation::identical:
      return {Seen::no, Seen::yes, Seen::no};
    case Relation::different:
      return {Seen::yes, Seen::no, Seen::yes};
  }
  return {Seen::open, Seen::open, Seen::open};
}

class Prover {
 public:
  Prover(const plan::Rule& plan, const report::Batch& batch, RowSets& row_sets)
      : plan_(plan), batch_(batch), row_sets_(row_sets), items_{batch, row_sets, plan.over} {}

  void run(std::size_t rule, Proofs& proofs) {
    const std::size_t items = items_.size();
    holds_.assign(items, 0);
    not_applicable_.assign(items, 0);
    open_.assign(items, 0);
    for (const plan::Check& check : plan_.checks) this->check(check);
    if (!plan_.over) {
      for (std::size_t report = 0; report < items; ++report) {
        if (open_[report] == 0) {
          proofs.at(report, rule) = {true, holds_[report], not_applicable_[report]};
        }
      }
    } else {
      enter_rows(rule, proofs);
    }
  }

 private:
  void check(const plan::Check& check) {
    const Sight holds = decide(check.condition);
    if (!check.when) {
      for (std::size_t i = 0; i < holds.size(); ++i) {
        const bool held = holds[i] == Seen::yes;
        holds_[i] += held ? 1 : 0;
        open_[i] = held ? open_[i] : std::uint8_t{1};
      }
      return;
    }
    const Sight applies = decide(*check.when);
    for (std::size_t i = 0; i < holds.size(); ++i) {
      const bool held = applies[i] == Seen::yes && holds[i] == Seen::yes;
      const bool beside = applies[i] == Seen::no;
      holds_[i] += held ? 1 : 0;
      not_applicable_[i] += beside ? 1 : 0;
      open_[i] = held || beside ? open_[i] : std::uint8_t{1};
    }
  }

  void enter_rows(std::size_t rule, Proofs& proofs) const {
    const Sight in = plan_.filter ? decide(*plan_.filter) : Sight();
    const auto& begins = batch_.tables[*plan_.over].begins;
    for (std::size_t report = 0; report + 1 < begins.size(); ++report) {
      Proof proof;
      bool any = false;
      bool open = false;
      for (std::uint32_t row = begins[report]; row < begins[report + 1]; ++row) {
        if (!in.empty() && in[row] == Seen::no) continue;
        any = true;
        open |= open_[row] != 0 || (!in.empty() && in[row] == Seen::open);
        proof.holds += holds_[row];
        proof.not_applicable += not_applicable_[row];
      }
      if (open) continue;
      if (!any) proof.not_applicable = static_cast<std::uint32_t>(plan_.checks.size());
      proof.proven = true;
      proofs.at(report, rule) = proof;
    }
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
        if (sight[i] == Seen::no || result[i] == Seen::yes) result[i] = sight[i];
      }
    }
    return result;
  }

  [[nodiscard]] Sight see(const plan::Any& any) const {
    Sight result = all(Seen::no);
    for (const plan::Condition& one : any.conditions) {
      const Sight sight = decide(one);
      for (std::size_t i = 0; i < result.size(); ++i) {
        if (sight[i] == Seen::open || result[i] == Seen::no) result[i] = sight[i];
      }
    }
    return result;
  }

  [[nodiscard]] Sight see(const plan::Not& inner) const {
    Sight result = decide(*inner.condition);
    for (Seen& seen : result) {
      if (seen != Seen::open) seen = seen == Seen::yes ? Seen::no : Seen::yes;
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
    const auto& [less, same, greater] = reading_of(relation);
    const auto& values = difference.values();
    const auto& good = difference.good();
    Sight result(values.size());
    for (std::size_t i = 0; i < result.size(); ++i) {
      const Seen seen = values[i] == 0 ? same : values[i] < 0 ? less : greater;
      result[i] = good[i] != 0 ? seen : Seen::open;
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
    const Wide reach = below.reach();
    const Reading reading = reading_of(relation);
    Sight result(items_.size(), Seen::open);
    for (std::size_t i = 0; i < result.size(); ++i) {
      if ((one.good()[i] & above.good()[i] & below.good()[i]) == 0) continue;
      const std::int64_t divisor = below.values()[i];
      // Nothing is said of a quotient by what may be zero.
      if (2 * Wide(divisor < 0 ? -divisor : divisor) <= reach) continue;
      const std::int64_t weight = divisor * factors->below;
      Wide order = Wide(one.values()[i]) * weight - Wide(above.values()[i]) * factors->above;
      if (weight < 0) order = -order;
      const bool rounds = relation == Relation::equal && 2 * (order < 0 ? -order : order) <=
                                                             step * (weight < 0 ? -weight : weight);
      result[i] = order == 0 || rounds ? reading.same : order < 0 ? reading.less : reading.greater;
    }
    return result;
  }

  const plan::Rule& plan_;
  const report::Batch& batch_;
  RowSets& row_sets_;
  Items items_;
  std::vector<std::uint32_t> holds_;
  std::vector<std::uint32_t> not_applicable_;
  std::vector<std::uint8_t> open_;
};

}  // namespace

void prove_by_columns(const plan::Rule& plan, std::size_t rule, const report::Batch& batch,
                      RowSets& row_sets, Proofs& proofs) {
  Prover(plan, batch, row_sets).run(rule, proofs);
}

}  // namespace tieout::check
