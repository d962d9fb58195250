// Runs plans over the columns of a batch: what passes over whole columns leave open, report by
// report.
#include "check/sieve.hpp"

#include "check/column_proof.hpp"
#include "check/row_sets.hpp"
#include "check/sieve_comparison.hpp"
#include "check/sieve_plan.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace tieout::check {

class SievePlan {
 public:
  std::vector<std::optional<plan::Rule>> rules;
};

namespace {

using report::Measure;
using report::NumberColumn;
namespace measure = report::measure;

/// `absent`: of a table that is not there, or a sum over no rows.
enum class Truth { no, yes, unknown, absent };

Truth truth(bool value) { return value ? Truth::yes : Truth::no; }

/// One rule on one report.
class Run {
 public:
  Run(const report::Batch& batch, RowSets& row_sets, std::size_t report)
      : batch_(batch), row_sets_(row_sets), report_(report) {}

  Proof rule(const plan::Rule& rule) {
    known_.clear();
    if (!rule.over) {
      row(rule);
    } else {
      over_ = *rule.over;
      const auto [begin, end] = rows_of(over_);
      for (row_ = begin; row_ < end; ++row_) {
        const Truth in = rule.filter ? condition(*rule.filter) : Truth::yes;
        if (in == Truth::no) {
          known_.insert(known_.end(), rule.checks.size(), Known::left_out);
        } else if (in == Truth::yes) {
          row(rule);
        } else {
          known_.clear();  // nor is it known of the other rows whether there are any beside this
          return {};
        }
      }
    }
    Proof proof;
    const auto number = [this](Known known) {
      return static_cast<std::uint32_t>(std::ranges::count(known_, known));
    };
    if (number(Known::nothing) > 0) return proof;
    proof.proven = true;
    proof.holds = number(Known::holds);
    proof.not_applicable = number(Known::not_applicable);
    if (rule.over && number(Known::left_out) == known_.size()) {
      proof.not_applicable = static_cast<std::uint32_t>(rule.checks.size());
    }
    return proof;
  }

  /// What became of the single checks of the rule that was run last, as RuleTask has it.
  [[nodiscard]] const std::vector<Known>& known() const { return known_; }

 private:
  void row(const plan::Rule& rule) {
    for (const plan::Check& check : rule.checks) known_.push_back(this->check(check));
  }

  Known check(const plan::Check& check) {
    if (check.when) {
      const Truth applies = condition(*check.when);
      if (applies == Truth::no) return Known::not_applicable;
      if (applies != Truth::yes) return Known::nothing;
    }
    stated_ = missing_ = 0;
    trouble_ = false;
    switch (condition(check.condition)) {
      case Truth::yes:
        return Known::holds;
      case Truth::absent:
        return Known::not_applicable;
      case Truth::unknown:
        if (stated_ > 0 || missing_ == 0 || trouble_) break;
        return Known::not_applicable;  // nothing of what it needs is there
      case Truth::no:
        break;
    }
    return Known::nothing;
  }

  Truth condition(const plan::Condition& condition) {
    return std::visit([&](const auto& what) { return decide(what); }, condition.what);
  }

  Truth decide(const plan::All& all) {
    bool absent = false;
    bool unknown = false;
    bool no = false;
    for (const plan::Condition& one : all.conditions) {
      const Truth truth = condition(one);
      absent |= truth == Truth::absent;
      unknown |= truth == Truth::unknown;
      no |= truth == Truth::no;
    }
    if (no) return Truth::no;
    // What is not known may fail, and then the rest is not needed: nothing of it counts as absent.
    if (unknown) return Truth::unknown;
    return absent ? Truth::absent : Truth::yes;
  }

  Truth decide(const plan::Any& any) {
    Truth result = Truth::no;
    for (const plan::Condition& one : any.conditions) {
      const Truth truth = condition(one);
      if (truth == Truth::absent || truth == Truth::unknown) {
        trouble_ = true;
        return Truth::unknown;
      }
      if (truth == Truth::yes) result = Truth::yes;
    }
    return result;
  }

  Truth decide(const plan::Not& inner) {
    switch (condition(*inner.condition)) {
      case Truth::no:
        return Truth::yes;
      case Truth::yes:
        return Truth::no;
      default:
        trouble_ = true;
        return Truth::unknown;
    }
  }

  Truth decide(const plan::InRowSet& in) {
    return truth(row_sets_.contains(in.set, batch_.tables[in.table].keys[row_]));
  }

  Truth decide(const plan::Present& present) {
    const auto [column, row] = std::visit([&](const auto& what) { return at(what); }, present.what);
    return truth((column->kinds[row] != NumberColumn::missing) == present.wanted);
  }

  Truth decide(const plan::Comparison& comparison) {
    absent_ = false;
    const auto left = form(comparison.left.form);
    const auto left_by = comparison.left.by ? form(*comparison.left.by) : FormValue();
    const auto right = form(comparison.right.form);
    const auto right_by = comparison.right.by ? form(*comparison.right.by) : FormValue();
    if (absent_) return Truth::absent;
    if (!left || !right || !left_by || !right_by) return Truth::unknown;
    const auto decided = compare(comparison, {*left, *left_by}, {*right, *right_by});
    return decided ? truth(*decided) : unsure();
  }

  Truth unsure() {
    trouble_ = true;
    return Truth::unknown;
  }

  /// Nothing where some figure is missing or does not fit; every part is looked at all the same.
  std::optional<FormValue> form(const plan::Form& form) {
    FormValue result;
    result.measure = form.measure;
    result.value = form.constant;
    bool known = true;
    for (const plan::Part& part : form.parts) {
      const auto amount =
          std::visit([&](const auto& what) { return this->amount(what); }, part.what);
      if (!amount) {
        known = false;
        continue;
      }
      if (!fit(result.measure, amount->measure)) {
        trouble_ = true;
        known = false;
        continue;
      }
      if (result.measure == measure::any) result.measure = amount->measure;
      result.value = result.value + amount->value * part.coefficient;
      result.reach = result.reach + amount->reach * Checked(part.coefficient).size();
      result.step = amount->step;
    }
    if (!known) return std::nullopt;
    if (form.neutral) result.measure = measure::neutral;
    return result;
  }

  std::pair<std::uint32_t, std::uint32_t> rows_of(std::size_t table) const {
    const report::TableColumns& columns = batch_.tables[table];
    return {columns.begins[report_], columns.begins[report_ + 1]};
  }

  struct Cell {
    const NumberColumn* column;
    std::size_t row;
  };
  Cell at(const plan::RowColumn& what) const {
    return {&batch_.tables[what.table].columns[what.column], row_};
  }
  Cell at(const plan::Item& what) const { return {&batch_.scalars[what.item], report_}; }

  std::optional<FormValue> read(const Cell& cell) {
    const auto kind = cell.column->kinds[cell.row];
    if (kind == NumberColumn::missing) {
      ++missing_;
      return std::nullopt;
    }
    ++stated_;
    const auto& [measure, step] = batch_.kinds[kind];
    return FormValue{cell.column->values[cell.row], step, step, measure};
  }

  std::optional<FormValue> amount(const plan::RowColumn& what) { return read(at(what)); }
  std::optional<FormValue> amount(const plan::Item& what) { return read(at(what)); }

  bool is_absent(std::size_t table) {
    if (batch_.tables[table].present[report_] != 0) return false;
    absent_ = true;
    return true;
  }

  std::optional<FormValue> amount(const plan::AlignedColumn& what) {
    if (is_absent(what.table)) return std::nullopt;
    const std::uint32_t key = batch_.tables[over_].keys[row_];
    const auto found = rows_with(what.table, key);
    if (found.size() > 1 || rows_with(over_, key).size() > 1) {
      trouble_ = true;
      return std::nullopt;
    }
    if (found.empty()) {
      ++missing_;
      return std::nullopt;
    }
    return read({&batch_.tables[what.table].columns[what.column], found.front()});
  }

  std::optional<FormValue> amount(const plan::OnlyColumn& what) {
    if (is_absent(what.rows.table)) return std::nullopt;
    return only(what.rows.table, what.column,
                [&](std::uint32_t row) { return row_sets_.contains(what.rows, row); });
  }

  std::optional<FormValue> amount(const plan::Sum& what) {
    if (is_absent(what.rows.table)) return std::nullopt;
    const auto [begin, end] = rows_of(what.rows.table);
    const std::uint32_t outer = row_;
    FormValue result;
    bool any = false;
    bool known = true;
    for (std::uint32_t row = begin; row < end; ++row) {
      if (!row_sets_.contains(what.rows, row)) continue;
      any = true;
      row_ = row;
      const auto one = form(*what.value);
      if (!one) {
        known = false;
        continue;
      }
      if (!fit(result.measure, one->measure)) {
        trouble_ = true;
        known = false;
        continue;
      }
      if (result.measure == measure::any) result.measure = one->measure;
      result.value = result.value + one->value;
      result.reach = result.reach + one->reach;
    }
    row_ = outer;
    if (!any) absent_ = true;
    return any && known ? std::optional(result) : std::nullopt;
  }

  /// The column of the one row that is `wanted`.
  template <typename Wanted>
  std::optional<FormValue> only(std::size_t table, std::size_t column, const Wanted& wanted) {
    const auto [begin, end] = rows_of(table);
    std::optional<std::uint32_t> found;
    for (std::uint32_t row = begin; row < end; ++row) {
      if (!wanted(row)) continue;
      if (found) {
        trouble_ = true;
        return std::nullopt;
      }
      found = row;
    }
    if (!found) {
      ++missing_;
      return std::nullopt;
    }
    return read({&batch_.tables[table].columns[column], *found});
  }

  /// The report's rows of a table that have a key.
  std::span<const std::uint32_t> rows_with(std::size_t table, std::uint32_t key) {
    const auto& keys = batch_.tables[table].keys;
    const auto key_of = [&keys](std::uint32_t row) { return keys[row]; };
    const auto [by_key, is_new] = by_key_.try_emplace(table);
    auto& rows = by_key->second;
    if (is_new) {
      const auto [begin, end] = rows_of(table);
      rows.resize(end - begin);
      std::iota(rows.begin(), rows.end(), begin);
      std::ranges::sort(rows, {}, key_of);
    }
    return std::ranges::equal_range(rows, key, {}, key_of);
  }

  const report::Batch& batch_;
  RowSets& row_sets_;
  std::size_t report_;
  std::size_t over_ = 0;
  std::uint32_t row_ = 0;
  std::map<std::size_t, std::vector<std::uint32_t>> by_key_;  ///< rows in the order of their keys
  std::size_t stated_ = 0;
  std::size_t missing_ = 0;
  bool absent_ = false;
  bool trouble_ = false;  ///< beside what is missing
  std::vector<Known> known_;
};

/// A rule over a table that is not there makes no check, whatever it says.
Proof over_nothing(const language::Rule& rule, const report::Batch& batch, std::size_t report) {
  Proof proof;
  if (!rule.over) return proof;
  const report::TableColumns& table = batch.tables[*rule.over];
  if (table.begins[report] == table.begins[report + 1]) {
    proof.proven = true;
    proof.not_applicable = static_cast<std::uint32_t>(rule.checks.size());
  }
  return proof;
}

}  // namespace

void Proofs::enter(std::size_t report, std::size_t rule, const Proof& proof) {
  auto& [usual, each] = rules_[rule];
  if (each.empty()) {
    if (proof == usual) return;
    each.assign(left_.size(), usual);
  }
  each[report] = proof;
}

bool Proofs::is_left(std::size_t report, std::size_t rule) const {
  return std::ranges::binary_search(left_[report], rule, {}, &RuleTask::rule);
}

Sieve::Sieve(const language::Program& program, const report::Measures& measures)
    : program_(&program), used_(program) {
  auto plan = std::make_unique<SievePlan>();
  for (const language::Rule& rule : program.rules) {
    plan->rules.push_back(plan::lowered(rule, *program.schema, measures));
  }
  plan_ = std::move(plan);
}

Sieve::~Sieve() = default;

bool Sieve::takes(std::size_t rule) const { return plan_->rules[rule].has_value(); }

Proofs Sieve::prove(const report::Batch& batch, const report::Keys& keys) const {
  Proofs proofs(program_->rules.size(), batch.size());
  RowSets row_sets(batch, keys);
  for (std::size_t rule = 0; rule < program_->rules.size(); ++rule) {
    const std::optional<plan::Rule>& plan = plan_->rules[rule];
    if (plan) {
      for (const auto report : prove_by_columns(*plan, rule, batch, row_sets, proofs)) {
        Run run(batch, row_sets, report);
        const Proof proof = run.rule(*plan);
        proof.proven ? proofs.enter(report, rule, proof)
                     : proofs.leave(report, {rule, run.known()});
      }
    } else {
      for (std::size_t report = 0; report < batch.size(); ++report) {
        const Proof proof = over_nothing(program_->rules[rule], batch, report);
        proof.proven ? proofs.enter(report, rule, proof) : proofs.leave(report, {rule});
      }
    }
  }
  return proofs;
}

}  // namespace tieout::check
