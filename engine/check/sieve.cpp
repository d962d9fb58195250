// Runs plans over a batch in checked 128-bit arithmetic.
#include "check/sieve.hpp"

#include "check/sieve_plan.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace tieout::check {

class SievePlan {
 public:
  std::vector<std::optional<plan::Rule>> rules;
};

namespace {

__extension__ typedef __int128 Wide;

using report::Measure;
using report::NumberCell;
namespace measure = report::measure;

/// `absent`: of a table that is not there, or a sum over no rows.
enum class Truth { no, yes, unknown, absent };

Truth truth(bool value) { return value ? Truth::yes : Truth::no; }

/// A number that may have left the range of integers; then nothing is known of it.
class Checked {
 public:
  Checked(Wide value) : value_(value) {}  // NOLINT(google-explicit-constructor): it is a number

  friend Checked operator*(Checked a, Checked b) {
    Checked result = 0;
    result.good_ =
        !__builtin_mul_overflow(a.value_, b.value_, &result.value_) && a.good_ && b.good_;
    return result;
  }
  friend Checked operator+(Checked a, Checked b) {
    Checked result = 0;
    result.good_ =
        !__builtin_add_overflow(a.value_, b.value_, &result.value_) && a.good_ && b.good_;
    return result;
  }
  friend Checked operator-(Checked a, Checked b) {
    Checked result = 0;
    result.good_ =
        !__builtin_sub_overflow(a.value_, b.value_, &result.value_) && a.good_ && b.good_;
    return result;
  }
  [[nodiscard]] Checked size() const { return value_ < 0 ? Checked(0) - *this : *this; }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] Wide value() const { return value_; }

 private:
  Wide value_;
  bool good_ = true;
};

/// What a form comes to: value / divisor at the scale of its measure.
struct Amount {
  Checked value = 0;
  std::int64_t step = 0;  ///< of a single figure
  Measure measure = measure::any;
};

/// May values of the two be added and compared? What is not sure counts as no.
bool fit(Measure a, Measure b) {
  if (a == b || a == measure::any || b == measure::any) return true;
  const auto bare = [](Measure one) { return one < measure::first_physical; };
  return bare(a) && bare(b) && (a == measure::neutral || b == measure::neutral);
}

Checked power_of_ten(int exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

/// Which keys belong to which row sets, found out once for every key.
class Memberships {
 public:
  explicit Memberships(const report::Keys& keys) : keys_(keys) {}

  bool contains(const plan::Set& set, std::uint32_t key) {
    if (set.number >= known_.size()) known_.resize(set.number + 1);
    std::vector<std::optional<bool>>& of_set = known_[set.number];
    if (of_set.empty()) of_set.resize(keys_.size());
    std::optional<bool>& known = of_set[key];
    if (!known) known = set.rows->contains(keys_.key(key));
    return *known;
  }

 private:
  const report::Keys& keys_;
  std::vector<std::vector<std::optional<bool>>> known_;
};

/// One rule on one report.
class Run {
 public:
  Run(const report::Batch& batch, const report::Keys& keys, Memberships& memberships,
      std::size_t report)
      : batch_(batch), keys_(keys), memberships_(memberships), report_(report) {}

  Proof rule(const plan::Rule& rule) {
    Proof proof;
    if (!rule.over) {
      for (const plan::Check& check : rule.checks) {
        if (!this->check(check, proof)) return {};
      }
      proof.proven = true;
      return proof;
    }
    bool any = false;
    over_ = *rule.over;
    const auto [begin, end] = rows_of(over_);
    for (row_ = begin; row_ < end; ++row_) {
      if (rule.filter) {
        const Truth in = condition(*rule.filter);
        if (in == Truth::no) continue;
        if (in != Truth::yes) return {};
      }
      any = true;
      for (const plan::Check& check : rule.checks) {
        if (!this->check(check, proof)) return {};
      }
    }
    if (!any) proof.not_applicable = static_cast<std::uint32_t>(rule.checks.size());
    proof.proven = true;
    return proof;
  }

 private:
  bool check(const plan::Check& check, Proof& proof) {
    if (check.when) {
      const Truth applies = condition(*check.when);
      if (applies == Truth::no) {
        ++proof.not_applicable;
        return true;
      }
      if (applies != Truth::yes) return false;
    }
    stated_ = missing_ = 0;
    trouble_ = false;
    switch (condition(check.condition)) {
      case Truth::yes:
        ++proof.holds;
        return true;
      case Truth::absent:
        ++proof.not_applicable;
        return true;
      case Truth::unknown:
        if (stated_ > 0 || missing_ == 0 || trouble_) return false;
        ++proof.not_applicable;  // nothing of what it needs is there
        return true;
      case Truth::no:
        break;
    }
    return false;
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
    return truth(memberships_.contains(in.set, batch_.tables[in.table].keys[row_]));
  }

  Truth decide(const plan::Present& present) {
    const NumberCell* const cell =
        std::visit([&](const auto& what) { return at(what); }, present.what);
    return truth((cell->state == NumberCell::State::stated) == present.wanted);
  }

  Truth decide(const plan::Comparison& comparison) {
    absent_ = false;
    const auto left = form(comparison.left.form);
    const auto left_by = comparison.left.by ? form(*comparison.left.by) : Amount();
    const auto right = form(comparison.right.form);
    const auto right_by = comparison.right.by ? form(*comparison.right.by) : Amount();
    if (absent_) return Truth::absent;
    if (!left || !right || !left_by || !right_by) return Truth::unknown;
    if (comparison.left.by) {
      if (comparison.right.by) return unsure();
      return quotient(mirrored(comparison.relation), comparison.tolerance, false,
                      comparison.right.form, *right, comparison.left, *left, *left_by);
    }
    if (comparison.right.by) {
      return quotient(comparison.relation, comparison.tolerance, true, comparison.left.form, *left,
                      comparison.right, *right, *right_by);
    }
    return linear(comparison, *left, *right);
  }

  Truth unsure() {
    trouble_ = true;
    return Truth::unknown;
  }

  static figure::Relation mirrored(figure::Relation relation) {
    using figure::Relation;
    switch (relation) {
      case Relation::less:
        return Relation::greater;
      case Relation::less_equal:
        return Relation::greater_equal;
      case Relation::greater:
        return Relation::less;
      case Relation::greater_equal:
        return Relation::less_equal;
      default:
        return relation;
    }
  }

  Truth linear(const plan::Comparison& comparison, const Amount& left, const Amount& right) {
    if (!fit(left.measure, right.measure)) return unsure();
    const Checked a = left.value * comparison.right.form.divisor;
    const Checked b = right.value * comparison.left.form.divisor;
    const Checked unit = Checked(comparison.left.form.divisor) * comparison.right.form.divisor;
    if (comparison.tolerance) {
      const Measure common = left.measure == measure::any ? right.measure : left.measure;
      const auto slack = allowed(*comparison.tolerance, common, unit, b);
      return slack ? within(comparison.relation, a, b, *slack) : unsure();
    }
    // A single figure stands for what it was rounded from.
    const Checked half = std::max(figure_step(comparison.left.form, left),
                                  figure_step(comparison.right.form, right));
    return compared(comparison.relation, a, b, half * unit);
  }

  static std::int64_t figure_step(const plan::Form& form, const Amount& amount) {
    return form.is_figure() ? amount.step : 0;
  }

  /// a against p / q, by cross-multiplication. `right`: the quotient stands on the right.
  Truth quotient(figure::Relation relation, const std::optional<figure::Tolerance>& tolerance,
                 bool right, const plan::Form& form, const Amount& amount, const plan::Side& side,
                 const Amount& above, const Amount& below) {
    if (!below.value.good() || below.value.value() == 0 ||
        !divides(amount.measure, above.measure, below.measure)) {
      return unsure();
    }
    const int exponent = report::decimals_of(above.measure) - report::decimals_of(amount.measure) -
                         report::decimals_of(below.measure);
    // In units of 1 / (form's divisor), at the scale of its measure.
    const Checked weight = below.value * side.form.divisor * power_of_ten(exponent);
    Checked a = amount.value * weight;
    Checked b = above.value * form.divisor * side.by->divisor * power_of_ten(-exponent);
    if (below.value.value() < 0) std::tie(a, b) = std::pair(Checked(0) - a, Checked(0) - b);
    if (tolerance) {
      const auto slack =
          allowed(*tolerance, amount.measure, weight.size() * form.divisor, right ? b : a);
      const bool equality = relation == figure::Relation::equal;
      return slack && equality ? within(relation, a, b, *slack) : unsure();
    }
    return compared(relation, a, b, weight.size() * figure_step(form, amount));
  }

  /// Is the quotient of two measures something that the first can be compared with?
  static bool divides(Measure one, Measure above, Measure below) {
    const bool bare = one == measure::count || one == measure::ratio || one == measure::neutral;
    if (above >= measure::first_physical) {
      if (above == below) return one == measure::ratio;
      return one == above && below == measure::count;
    }
    return bare && above == measure::count && below == measure::count;
  }

  /// How far apart the sides may be, in the units in which one of the measure is `unit`; nothing if
  /// that is no integer.
  static std::optional<Checked> allowed(const figure::Tolerance& tolerance, Measure measure,
                                        Checked unit, Checked right) {
    if (tolerance.of_right) {
      constexpr int parts = 1'000'000;
      const figure::Rational share = tolerance.amount * parts;
      if (denominator(share) != 1 || share < 0 || share > parts * 1000) return std::nullopt;
      const Checked whole = right.size() * Checked(share.convert_to<std::int64_t>());
      if (!whole.good() || whole.value() % parts != 0) return std::nullopt;
      return Checked(whole.value() / parts);
    }
    const figure::Rational amount =
        tolerance.amount * figure::power_of_ten(report::decimals_of(measure));
    if (denominator(amount) != 1 || amount < 0 || amount > figure::power_of_ten(18)) {
      return std::nullopt;
    }
    return Checked(amount.convert_to<std::int64_t>()) * unit;
  }

  Truth within(figure::Relation relation, Checked a, Checked b, Checked slack) {
    using figure::Relation;
    const Checked difference = a - b;
    const Checked size = difference.size();
    if (!size.good() || !slack.good()) return unsure();
    switch (relation) {
      case Relation::equal:
        return truth(size.value() <= slack.value());
      case Relation::less_equal:
        return truth(difference.value() <= slack.value());
      case Relation::greater_equal:
        return truth(-difference.value() <= slack.value());
      default:
        return unsure();
    }
  }

  /// `step`: twice how far a single figure may be from its other side.
  Truth compared(figure::Relation relation, Checked a, Checked b, Checked step) {
    using figure::Relation;
    const Checked difference = a - b;
    const Checked twice = difference.size() * 2;
    if (!twice.good() || !step.good()) return unsure();
    const Wide order = difference.value();
    // Rounding may explain what is not so by the exact values: that is the evaluator's to say.
    const auto or_unsure = [&](bool holds) { return holds ? Truth::yes : unsure(); };
    switch (relation) {
      case Relation::equal:
        return or_unsure(order == 0 || twice.value() <= step.value());
      case Relation::less_equal:
        return or_unsure(order <= 0);
      case Relation::greater_equal:
        return or_unsure(order >= 0);
      case Relation::less:
        return truth(order < 0);
      case Relation::greater:
        return truth(order > 0);
      case Relation::identical:
        return truth(order == 0);
      case Relation::different:
        return truth(order != 0);
    }
    return unsure();
  }

  /// Nothing where some figure is missing or does not fit; every part is looked at all the same.
  std::optional<Amount> form(const plan::Form& form) {
    Amount result;
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

  const NumberCell* at(const plan::RowColumn& what) const {
    return &batch_.tables[what.table].columns[what.column][row_];
  }
  const NumberCell* at(const plan::Item& what) const { return &batch_.scalars[what.item][report_]; }

  std::optional<Amount> read(const NumberCell& cell) {
    if (cell.state == NumberCell::State::missing) {
      ++missing_;
      return std::nullopt;
    }
    ++stated_;
    return Amount{cell.value, cell.step, cell.measure};
  }

  std::optional<Amount> amount(const plan::RowColumn& what) { return read(*at(what)); }
  std::optional<Amount> amount(const plan::Item& what) { return read(*at(what)); }

  bool is_absent(std::size_t table) {
    if (batch_.tables[table].present[report_] != 0) return false;
    absent_ = true;
    return true;
  }

  std::optional<Amount> amount(const plan::AlignedColumn& what) {
    if (is_absent(what.table)) return std::nullopt;
    const report::TableColumns& other = batch_.tables[what.table];
    const std::uint32_t key = batch_.tables[over_].keys[row_];
    return only(what.table, what.column, [&](std::uint32_t row) { return other.keys[row] == key; });
  }

  std::optional<Amount> amount(const plan::OnlyColumn& what) {
    if (is_absent(what.rows.table)) return std::nullopt;
    return only(what.rows.table, what.column,
                [&](std::uint32_t row) { return in(what.rows, row); });
  }

  std::optional<Amount> amount(const plan::Sum& what) {
    if (is_absent(what.rows.table)) return std::nullopt;
    const auto [begin, end] = rows_of(what.rows.table);
    const std::uint32_t outer = row_;
    Amount result;
    bool any = false;
    bool known = true;
    for (std::uint32_t row = begin; row < end; ++row) {
      if (!in(what.rows, row)) continue;
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
    }
    row_ = outer;
    if (!any) absent_ = true;
    return any && known ? std::optional(result) : std::nullopt;
  }

  /// The column of the one row that is `wanted`.
  template <typename Wanted>
  std::optional<Amount> only(std::size_t table, std::size_t column, const Wanted& wanted) {
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
    return read(batch_.tables[table].columns[column][*found]);
  }

  bool in(const plan::Rows& rows, std::uint32_t row) {
    const std::uint32_t key = batch_.tables[rows.table].keys[row];
    return (!rows.key || keys_.key(key) == *rows.key) &&
           (!rows.set || memberships_.contains(*rows.set, key));
  }

  const report::Batch& batch_;
  const report::Keys& keys_;
  Memberships& memberships_;
  std::size_t report_;
  std::size_t over_ = 0;
  std::uint32_t row_ = 0;
  std::size_t stated_ = 0;
  std::size_t missing_ = 0;
  bool absent_ = false;
  bool trouble_ = false;  ///< beside what is missing
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

Sieve::Sieve(const language::Program& program, const report::Measures& measures)
    : program_(&program) {
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
  Memberships memberships(keys);
  for (std::size_t rule = 0; rule < program_->rules.size(); ++rule) {
    const std::optional<plan::Rule>& plan = plan_->rules[rule];
    for (std::size_t report = 0; report < batch.size(); ++report) {
      proofs.at(report, rule) = plan ? Run(batch, keys, memberships, report).rule(*plan)
                                     : over_nothing(program_->rules[rule], batch, report);
    }
  }
  return proofs;
}

}  // namespace tieout::check
