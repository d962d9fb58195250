// Checks the clauses of a rule.
#include "language/checked_rule.hpp"

#include "language/example_json.hpp"
#include "language/run_group.hpp"
#include "language/words.hpp"

#include <algorithm>
#include <array>

namespace tieout::language {

using source::Message;

namespace {

constexpr std::array severities = {Severity::error, Severity::warning, Severity::query,
                                   Severity::note};

constexpr std::array holes = {
    std::pair("left", Hole::Which::left), std::pair("right", Hole::Which::right),
    std::pair("difference", Hole::Which::difference), std::pair("allowed", Hole::Which::allowed)};

/// The bytes at which the stars of `.*` stand.
std::set<std::size_t> stars_in(const source::Source& file, const syntax::Node& root) {
  std::set<std::size_t> stars;
  std::vector<const syntax::Node*> waiting = {&root};
  while (!waiting.empty()) {
    const auto& node = *waiting.back();
    waiting.pop_back();
    if (const auto* star = std::get_if<syntax::Star>(&node.node)) {
      stars.insert(star_in(file, {star->object->span.end, node.span.end}));
    }
    syntax::for_each_child(
        node, [&waiting](const syntax::NodePtr& child) { waiting.push_back(child.get()); });
  }
  return stars;
}

/// May `.*` stand for the column?
bool is_starred(const schema::Item& item) {
  return item.additive && item.kind == schema::Kind::number &&
         item.dimension.kind() != figure::Dimension::Kind::ratio;
}

/// The ids of the columns that `.*` stands for in every one of the tables, in the first one's
/// order.
std::vector<std::string> common_columns(const std::vector<const schema::Table*>& tables) {
  std::vector<std::string> result;
  for (const auto& item : tables.front()->columns) {
    const auto has = [&item](const schema::Table* table) {
      const auto same = std::ranges::find(table->columns, item.id, &schema::Item::id);
      return same != table->columns.end() && is_starred(*same);
    };
    if (std::ranges::all_of(tables, has)) result.push_back(item.id);
  }
  return result;
}

class RuleChecker {
 public:
  RuleChecker(Workshop& workshop, const syntax::File& file, const syntax::Rule& rule)
      : workshop_(workshop), lowering_(workshop), rule_(rule) {
    scope_.file = file.source;
    scope_.profile = workshop.profile;
    scope_.bindings = &lets_;
  }

  void run() {
    texts();
    examples();
    if (!over()) return;
    for (const auto& let : rule_.lets) {
      if (lowering_.stopped()) return;
      lets_.emplace(let.name.text, lowering_.let(let, scope_));
    }
    if (rule_.when) when_ = lowering_.condition(*rule_.when, scope_);
    checks();
    messages();
    result_.tables.assign(lowering_.tables().begin(), lowering_.tables().end());
    result_.slots = lowering_.slots();
    result_.prior = lowering_.prior_slot();
    if (workshop_.of_run) group();
  }

  [[nodiscard]] Rule& result() { return result_; }

 private:
  void texts() {
    result_.id = rule_.id.text;
    result_.span = rule_.span;
    for (const auto& title : rule_.titles) result_.titles[title.language] = title.text.text;
    if (rule_.basis) result_.basis = rule_.basis->text;
    if (rule_.hint) result_.hint = rule_.hint->text;
    if (rule_.acceptable) result_.acceptable = rule_.acceptable->text;
    for (const auto& tag : rule_.tags) result_.tags.push_back(tag.text);
    for (const auto severity : severities) {
      if (rule_.severity && name(severity) == rule_.severity->text) result_.severity = severity;
    }
  }

  /// False if there is no such table: then no name in the rule can be judged.
  bool over() {
    if (!rule_.over) return true;
    const auto& over = *rule_.over;
    const auto& tables = workshop_.names.tables();
    const auto found = tables.find(over.table.text);
    if (!found.index) {
      std::vector<std::string_view> known(tables.spellings().begin(), tables.spellings().end());
      known.insert(known.end(), {"reports", "copies"});  // see schema::run_schema
      lowering_.error(scope_, over.table.span,
                      Message("rule.unknown_table", {{"name", over.table.text}}),
                      lowering_.near(over.table.text, std::move(known)));
      return false;
    }
    const auto& table = workshop_.schema.tables[*found.index];
    const Row row = {0, &table, found.index};
    result_.over = found.index;
    scope_.row = row;
    lowering_.need(*found.index);
    if (over.alias) {
      lowering_.declare(*over.alias, scope_);
      scope_.variables.push_back({over.alias->text, row});
      result_.alias = over.alias->text;
    }
    if (over.filter) result_.over_filter = lowering_.over_filter(*over.filter, scope_);
    return true;
  }

  void group() {
    auto group = run_group(result_);
    if (!group) {
      lowering_.error(scope_, rule_.check->span, Message("rule.run_groups"));
      return;
    }
    result_.group = std::move(*group);
  }

  void checks() {
    auto& stars = lowering_.stars();
    const auto errors = workshop_.reporter.errors();
    stars.use = Stars::Use::gather;
    auto condition = lowering_.condition(*rule_.check, scope_);
    const auto tables = std::exchange(stars, {}).tables;
    if (tables.empty()) {
      if (condition) add(std::move(condition), one_line(*scope_.file, rule_.check->span));
      return;
    }
    if (workshop_.reporter.errors() != errors) return;
    const auto columns = common_columns(tables);
    if (columns.empty()) {
      lowering_.error(scope_, rule_.check->span, Message("rule.no_common_column"));
    }
    const auto places = stars_in(*scope_.file, *rule_.check);
    for (const auto& column : columns) {
      stars = {Stars::Use::column, column, {}};
      condition = lowering_.condition(*rule_.check, scope_);
      if (!condition) break;
      add(std::move(condition), one_line(*scope_.file, rule_.check->span, places, column));
      name_star(result_.checks.back(), *tables.front(), column);
    }
    stars = {};
  }

  void name_star(Check& check, const schema::Table& table, const std::string& column) const {
    const auto& tables = workshop_.schema.tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
      if (&tables[i] != &table) continue;
      check.star_table = i;
      check.star_column = workshop_.names.columns(table).find(column).index;
    }
  }

  /// `P implies Q` at the top means: when P, check Q.
  void add(ExprPtr condition, std::string text) {
    Check check;
    check.when = when_;
    check.text = std::move(text);
    while (const auto* logic = std::get_if<Logic>(&condition->node)) {
      if (logic->op != Logic::Op::implication) break;
      check.when = !check.when
                       ? logic->left
                       : lowering_.make(Logic{Logic::Op::conjunction, check.when, logic->left},
                                        logic->left->type, logic->left->span, scope_);
      condition = ExprPtr(logic->right);
    }
    check.condition = std::move(condition);
    result_.checks.push_back(std::move(check));
  }

  void messages() {
    const Lowering::Needless needless(lowering_);
    for (const auto& message : rule_.messages) {
      auto& parts = result_.messages[message.language];
      for (const auto& part : message.parts) {
        if (!part.literal.empty()) parts.emplace_back(part.literal);
        if (part.hole) parts.emplace_back(hole(*part.hole));
      }
    }
  }

  Hole hole(const syntax::Node& node) {
    if (const auto* name = std::get_if<syntax::Identifier>(&node.node)) {
      const auto known =
          std::ranges::find(holes, name->name.text, [](const auto& word) { return word.first; });
      if (known != holes.end()) return {known->second, nullptr};
    }
    auto value = lowering_.lower(node, scope_);
    if (value && (value->type.kind == Type::Kind::rows || value->type.kind == Type::Kind::list)) {
      lowering_.error(
          scope_, node.span,
          Message("rule.hole", {{"found", "", described(value->type, workshop_.units)}}));
    }
    return {Hole::Which::expression, std::move(value)};
  }

  void examples() {
    for (const auto& example : rule_.examples) {
      Example checked;
      for (const auto verdict : figure::verdicts) {
        if (name(verdict) == example.verdict.text) checked.expected = verdict;
      }
      const auto depth = workshop_.options.limits.json_depth;
      if (const auto fault = json_fault(example.json, depth)) {
        const auto at = std::min(example.span.begin + *fault, example.span.end - 1);
        lowering_.error(scope_, {at, at + 1},
                        Message("rule.example_json", {{"limit", std::to_string(depth)}}));
      }
      checked.json = example.json;
      checked.span = example.span;
      result_.examples.push_back(std::move(checked));
    }
  }

  Workshop& workshop_;
  Lowering lowering_;
  const syntax::Rule& rule_;
  Scope scope_;
  Bindings lets_;
  ExprPtr when_;
  Rule result_;
};

}  // namespace

std::optional<Rule> checked_rule(Workshop& workshop, const syntax::File& file, std::size_t index,
                                 const syntax::Rule& rule) {
  const auto before = workshop.reporter.errors();
  RuleChecker checker(workshop, file, rule);
  checker.run();
  if (workshop.reporter.errors() != before || workshop.exhausted) return std::nullopt;
  checker.result().file = index;
  return std::move(checker.result());
}

}  // namespace tieout::language
