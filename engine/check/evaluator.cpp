// Runs every check of a program on one report and says what became of each.
#include "check/evaluator.hpp"

#include "check/evaluation.hpp"
#include "check/passed_over.hpp"
#include "check/prior_reports.hpp"
#include "check/subject.hpp"
#include "figure/linear.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

namespace tieout::check {

using figure::Verdict;
using source::Message;

namespace {

/// One rule on one report.
class RuleRun {
 public:
  RuleRun(const Context& context, const RuleTask& task, Detail detail, const TakeOutcome& take)
      : context_(context),
        rule_(context.program->rules[task.rule]),
        task_(task),
        detail_(detail),
        take_(take),
        passed_over_(*context.program, rule_, task, *context.current) {
    if (rule_.prior) priors_.emplace(context.current->rows(*rule_.over));
  }

  void run() {
    if (!rule_.over) {
      for (std::size_t i = 0; i < rule_.checks.size(); ++i) {
        if (!is_known(0, i)) add(i, std::nullopt, one(i, nullptr));
      }
      return;
    }
    const std::size_t table = *rule_.over;
    std::size_t made = 0;
    for (std::size_t row = 0; row < context_.current->rows(table).size(); ++row) {
      if (task_.at(row, 0, rule_.checks.size()) == Known::left_out) continue;
      RowRef ref = context_.current->row(table, row);
      const std::optional<Outcome> refused = task_.known.empty() ? filtered_out(ref) : std::nullopt;
      if (refused && refused->verdict == Verdict::not_applicable) continue;
      ++made;
      for (std::size_t i = 0; i < rule_.checks.size(); ++i) {
        if (!is_known(row, i)) add(i, ref, refused ? Outcome(*refused) : readings(i, ref));
      }
    }
    if (made > 0) return;
    const schema::Table& schema = context_.program->schema->tables[table];
    const bool present = context_.current->present(table);
    for (std::size_t i = 0; i < rule_.checks.size(); ++i) {
      Outcome outcome;
      outcome.verdict = Verdict::not_applicable;
      outcome.reason =
          Message(present ? "check.no_rows" : "check.no_table", {{"table", schema.title}});
      add(i, std::nullopt, std::move(outcome));
    }
  }

 private:
  [[nodiscard]] bool is_known(std::size_t row, std::size_t check) const {
    return task_.at(row, check, rule_.checks.size()) != Known::nothing;
  }

  /// Why the row is left out (not applicable) or cannot be judged (undecided); nothing if it is in.
  std::optional<Outcome> filtered_out(const RowRef& row) {
    if (!rule_.over_filter) return std::nullopt;
    Evaluation evaluation = on(&row);
    Outcome outcome;
    try {
      switch (evaluation.condition(*rule_.over_filter)) {
        case Verdict::holds:
        case Verdict::rounding:
          return std::nullopt;
        case Verdict::fails:
          outcome.verdict = Verdict::not_applicable;
          break;
        default:
          outcome.verdict = Verdict::undecided;
          outcome.reason = reason(evaluation.needs());
      }
    } catch (const LimitReached&) {
      return limit_reached();
    }
    return outcome;
  }

  /// What evaluates the rule on a row; null: on the report.
  Evaluation on(const RowRef* row) {
    Evaluation evaluation(context_, rule_.slots);
    if (row == nullptr) return evaluation;
    evaluation.bind(0, *row);
    if (!priors_) return evaluation;
    const std::vector<std::size_t>& before = priors_->before(*row->row);
    if (before.empty()) return evaluation;
    RowRef prior = context_.current->row(*rule_.over, before.front());
    if (before.size() > 1) {
      several_.doubt = Message("check.prior_reports", {{"count", std::to_string(before.size())}});
      prior.row = &several_;
    }
    evaluation.bind(*rule_.prior, prior);
    return evaluation;
  }

  static Outcome limit_reached() {
    Outcome outcome;
    outcome.verdict = Verdict::error;
    outcome.reason = Message("check.limit", {{"limit", std::to_string(row_visits_per_rule)}});
    return outcome;
  }

  /// The check on each reading of the row: the best verdict counts, and several readings that all
  /// fail are undecided.
  Outcome readings(std::size_t check, RowRef row) {
    const std::vector<report::Row>& others = row.row->alternatives;
    row.chosen = true;
    Outcome best = one(check, &row);
    for (const report::Row& other : others) {
      if (best.verdict == Verdict::holds) break;
      RowRef reading = row;
      reading.row = &other;
      Outcome outcome = one(check, &reading);
      const bool better =
          outcome.verdict == Verdict::holds ||
          (outcome.verdict == Verdict::rounding && best.verdict != Verdict::rounding);
      if (better) best = std::move(outcome);
    }
    if (best.verdict == Verdict::fails && !others.empty()) {
      best.verdict = Verdict::undecided;
      best.reason = Message("check.readings", {{"count", std::to_string(others.size() + 1)}});
    }
    return best;
  }

  Outcome one(std::size_t check_index, const RowRef* row) {
    const language::Check& check = rule_.checks[check_index];
    Outcome outcome;
    try {
      if (check.when && !applies(*check.when, row, outcome)) return outcome;
      Evaluation evaluation = on(row);
      outcome.verdict = evaluation.condition(*check.condition, true);
      settle(evaluation, outcome);
      if (detail_ == Detail::all || is_found(outcome.verdict)) fill(evaluation, outcome);
    } catch (const LimitReached&) {
      return limit_reached();
    }
    return outcome;
  }

  /// Evaluates `when`; where it does not hold the outcome says so.
  bool applies(const language::Expr& when, const RowRef* row, Outcome& outcome) {
    Evaluation evaluation = on(row);
    switch (evaluation.condition(when)) {
      case Verdict::holds:
      case Verdict::rounding:
        return true;
      case Verdict::fails:
        outcome.verdict = Verdict::not_applicable;
        outcome.reason = Message("check.condition_false");
        return false;
      default:
        const bool no_data = !evaluation.needs().no_data().empty();
        outcome.verdict = no_data ? Verdict::not_applicable : Verdict::undecided;
        outcome.reason = reason(evaluation.needs());
        return false;
    }
  }

  static Message reason(const Needs& needs) {
    if (!needs.no_data().empty()) return needs.no_data().front();
    if (!needs.troubles().empty()) return needs.troubles().front();
    if (!needs.missing().empty()) return needs.missing().front();
    return Message("check.undecided");
  }

  /// The order of the semantics: no table or rows, nothing present, something missing, decided.
  static void settle(Evaluation& evaluation, Outcome& outcome) {
    const Needs& needs = evaluation.needs();
    if (!needs.no_data().empty()) {
      outcome.verdict = Verdict::not_applicable;
      outcome.reason = needs.no_data().front();
    } else if (needs.nothing_present()) {
      outcome.verdict = Verdict::not_applicable;
      outcome.reason = Message("check.all_blank");
    } else if (outcome.verdict == Verdict::undecided) {
      outcome.reason = reason(needs);
    } else if (const std::string table = needs.assumed_unit_conflict(); !table.empty()) {
      outcome.verdict = Verdict::undecided;
      outcome.reason = Message("check.unit_assumed", {{"table", table}});
    } else if (outcome.verdict == Verdict::fails && needs.is_ambiguous()) {
      outcome.verdict = Verdict::undecided;
      outcome.reason = Message("check.readings", {{"count", "2"}});
    }
  }

  static bool is_found(Verdict verdict) {
    return verdict == Verdict::fails || verdict == Verdict::rounding;
  }

  static Amount amount(const figure::Term& term, const figure::Term& other) {
    Amount amount;
    amount.base = term.exact;
    amount.unit = term.unit != nullptr ? term.unit : other.unit;
    amount.dimension = figure::Dimension::joined(term.dimension, other.dimension);
    amount.approximate = term.approximate;
    return amount;
  }

  void fill(Evaluation& evaluation, Outcome& outcome) const {
    const std::optional<Sides>& sides = evaluation.sides();
    const figure::Linear* difference = nullptr;
    std::optional<figure::Linear> calculated;
    if (sides) {
      outcome.relation = sides->relation;
      outcome.tolerance = sides->tolerance;
      outcome.left = amount(sides->left, sides->right);
      outcome.right = amount(sides->right, sides->left);
      outcome.difference = sides->decision.difference;
      outcome.allowed = sides->decision.allowed;
      if (sides->decision.gap) {
        difference = &*sides->decision.gap;
      } else if (sides->left.linear && sides->right.linear) {
        difference = &calculated.emplace(*sides->left.linear);
        figure::add(*calculated, *sides->right.linear, -1, evaluation.needs().operands());
      }
    }
    outcome.evidence = evaluation.needs().evidence(difference);
    if (is_found(outcome.verdict)) {
      if (sides) {
        outcome.left_from = evaluation.needs().derivation(sides->left);
        outcome.right_from = evaluation.needs().derivation(sides->right);
      }
      for (const auto& [language, parts] : rule_.messages) {
        std::vector<MessagePiece>& pieces = outcome.messages[language];
        for (const language::MessagePart& part : parts) {
          pieces.push_back(piece(evaluation, outcome, part, language));
        }
      }
    }
  }

  /// A condition in a message: 是 or 否, yes or no; rounding agrees.
  static MessagePiece said(figure::Verdict truth, const std::string& language) {
    const bool chinese = language != "en";
    switch (truth) {
      case figure::Verdict::holds:
      case figure::Verdict::rounding:
        return std::string(chinese ? "是" : "yes");
      case figure::Verdict::fails:
        return std::string(chinese ? "否" : "no");
      default:
        return std::monostate();
    }
  }

  static MessagePiece piece(Evaluation& evaluation, const Outcome& outcome,
                            const language::MessagePart& part, const std::string& language) {
    using Which = language::Hole::Which;
    if (const auto* text = std::get_if<std::string>(&part)) return *text;
    const auto& hole = std::get<language::Hole>(part);
    const auto of_left = [&outcome](const std::optional<figure::Rational>& base) -> MessagePiece {
      if (!base || !outcome.left) return std::monostate();
      Amount amount = *outcome.left;
      amount.base = *base;
      amount.difference = true;
      return amount;
    };
    switch (hole.which) {
      case Which::left:
        return outcome.left ? MessagePiece(*outcome.left) : MessagePiece(std::monostate());
      case Which::right:
        return outcome.right ? MessagePiece(*outcome.right) : MessagePiece(std::monostate());
      case Which::difference:
        return of_left(outcome.difference);
      case Which::allowed:
        return of_left(outcome.allowed);
      case Which::expression:
        break;
    }
    Needs seen;
    const Result result = evaluation.quietly(*hole.expression, &seen);
    if (const auto* term = std::get_if<figure::Term>(&result)) {
      Amount shown = amount(*term, *term);
      if (term->single) shown.decimals = seen.operands()[*term->single].decimals;
      return shown;
    }
    if (const auto* text = std::get_if<TextValue>(&result)) return text->text;
    if (const auto* truth = std::get_if<figure::Verdict>(&result)) return said(*truth, language);
    if (const auto* date = std::get_if<report::Date>(&result)) return date->raw;
    if (const auto* target = std::get_if<report::TargetPtr>(&result)) return (*target)->raw;
    return std::monostate();
  }

  void add(std::size_t check, const std::optional<RowRef>& row, Outcome&& outcome) {
    outcome.rule = task_.rule;
    outcome.check = check;
    if (row) {
      outcome.row = row->index;
      outcome.over_row = row->row->label;
    }
    outcome.subject = subject_of(*context_.program, rule_, rule_.checks[check],
                                 row ? &*row : nullptr, *context_.current);
    if (detail_ == Detail::all || is_found(outcome.verdict) || outcome.verdict == Verdict::error) {
      outcome.passed_over = passed_over_.before(outcome.row, check, outcome.subject);
    }
    take_(std::move(outcome));
  }

  const Context& context_;
  const language::Rule& rule_;
  const RuleTask& task_;
  Detail detail_;
  const TakeOutcome& take_;
  PassedOver passed_over_;
  std::optional<PriorReports> priors_;  ///< where the rule uses them
  report::Row several_;  ///< stands for last year's report where there are more than one
};

}  // namespace

std::vector<Outcome> evaluate(const language::Program& program, const report::Report& report,
                              const report::Report* prior, const figure::UnitSystem& units) {
  std::vector<Outcome> outcomes;
  evaluate(program, report, prior, units, std::nullopt, Detail::all,
           [&outcomes](Outcome&& outcome) { outcomes.push_back(std::move(outcome)); });
  return outcomes;
}

void evaluate(const language::Program& program, const report::Report& report,
              const report::Report* prior, const figure::UnitSystem& units,
              const std::optional<std::span<const RuleTask>>& tasks, Detail detail,
              const TakeOutcome& take, const Answers* answers) {
  View current(report, false);
  std::optional<View> last_year;
  if (prior != nullptr) last_year.emplace(*prior, true);
  std::map<std::string, std::shared_ptr<re2::RE2>> patterns;
  Context context;
  context.program = &program;
  context.units = &units;
  context.current = &current;
  context.prior = last_year ? &*last_year : nullptr;
  context.patterns = &patterns;
  context.answers = answers;
  const auto run = [&](const RuleTask& task) {
    std::size_t visits = 0;
    GroupIndexes groups;
    Context of_rule = context;
    of_rule.visits = &visits;
    of_rule.groups = &groups;
    RuleRun(of_rule, task, detail, take).run();
  };
  if (tasks) {
    std::ranges::for_each(*tasks, run);
  } else {
    for (std::size_t rule = 0; rule < program.rules.size(); ++rule) run({rule});
  }
}

}  // namespace tieout::check
