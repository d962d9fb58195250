// Expressions of one rule: from syntax to checked expressions. What is wrong is reported where it
// stands, and the rest is still looked at: an expression with an error in it becomes null.
#pragma once

#include "language/declarations.hpp"
#include "language/functions.hpp"
#include "language/scope.hpp"
#include "language/types.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tieout::language {

/// What the rules of a run share.
struct Workshop {
  const schema::Schema& schema;
  const figure::UnitSystem& units;
  const Options& options;
  const SchemaNames& names;
  Declarations declarations;
  Reporter& reporter;
  std::string profile = {};  ///< the chosen one
  std::size_t parts = 0;     ///< of all rules so far
  bool exhausted = false;    ///< there were too many; reported
  bool of_run = false;       ///< rules over reports: the schema is a schema::run_schema
};

/// What `.*` stands for.
struct Stars {
  enum class Use {
    refuse,  ///< no `.*` may stand here
    gather,  ///< note the tables that are starred
    column,  ///< the column `id` of each
  } use = Use::refuse;
  std::string id;
  std::vector<const schema::Table*> tables;
};

/// A name, or a value, followed by names: spending.total, prior.spending.total, other[...].total
struct Path {
  const syntax::Node* base = nullptr;  ///< what it starts with; null: the first name
  std::vector<const syntax::Name*> names;
  bool star = false;  ///< it ends in `.*`
  source::Span star_span;
  source::Span span;

  /// The characters of its first `count` names, the base included.
  [[nodiscard]] source::Span first(std::size_t count) const;
  /// Those of what follows them.
  [[nodiscard]] source::Span after(std::size_t count) const;
};
/// Of an identifier, a member or a star; of any other node: the node and no names.
[[nodiscard]] Path path_of(const syntax::Node& node);

/// The longest run of names from `from` on that is known: a header path (其中.其他) is one name.
struct Match {
  Found found;
  std::size_t used = 1;  ///< how many names it takes
};
[[nodiscard]] Match match(const NameIndex& index, const Path& path, std::size_t from);

/// Says that only these profiles declare `name`.
[[nodiscard]] source::Message in_profiles(std::string_view name,
                                          const std::vector<std::string>& profiles);

class Lowering {
 public:
  explicit Lowering(Workshop& workshop) : workshop_(workshop) {}

  /// The expression, of any type; null if something in it was wrong, which is reported.
  [[nodiscard]] ExprPtr lower(const syntax::Node& node, const Scope& scope);
  /// One that must be a condition which depends on the report.
  [[nodiscard]] ExprPtr condition(const syntax::Node& node, const Scope& scope);
  /// The rows of `over TABLE[inside]` that are taken, as a condition on the row in slot 0.
  [[nodiscard]] ExprPtr over_filter(const syntax::Node& inside, const Scope& scope);
  /// A `let`; its scope must live as long as it is used.
  [[nodiscard]] Binding let(const syntax::Let& let, const Scope& scope);
  /// Checks a define for itself, and notes it if it is wrong.
  void check(Declaration& define);

  /// Reports `name` if it already means something in `scope`.
  void declare(const syntax::Name& name, const Scope& scope);
  void error(const Scope& scope, source::Span span, source::Message message,
             source::Message hint = {});
  /// Null, for what uses something that was reported where it is declared.
  [[nodiscard]] ExprPtr known_to_be_wrong() {
    workshop_.reporter.repeated();
    return nullptr;
  }
  /// "did you mean ...", or nothing.
  [[nodiscard]] source::Message near(std::string_view name,
                                     std::vector<std::string_view> candidates) const;

  /// Does not note the tables that what is lowered while it lives needs.
  class Needless {
   public:
    explicit Needless(Lowering& lowering) : lowering_(lowering) { ++lowering_.needless_; }
    ~Needless() { --lowering_.needless_; }
    Needless(const Needless&) = delete;
    Needless& operator=(const Needless&) = delete;

   private:
    Lowering& lowering_;
  };

  /// Notes that the rule needs the table.
  void need(std::size_t table) {
    if (needless_ == 0) tables_.insert(table);
  }
  /// Was a limit hit, so that nothing more is lowered?
  [[nodiscard]] bool stopped() const { return stopped_ || workshop_.exhausted; }
  [[nodiscard]] Stars& stars() { return stars_; }
  [[nodiscard]] const std::set<std::size_t>& tables() const { return tables_; }
  [[nodiscard]] std::size_t slots() const { return slots_; }
  /// Of a rule over reports: the row of last year's report, if it is used.
  [[nodiscard]] const std::optional<Slot>& prior_slot() const { return prior_slot_; }

  template <class Node>
  [[nodiscard]] ExprPtr make(Node node, Type type, source::Span span, const Scope& scope) const {
    auto expr = std::make_shared<Expr>();
    expr->node = std::move(node);
    expr->type = std::move(type);
    expr->span = scope.use ? scope.use->span : span;
    return expr;
  }

 private:
  friend class Descent;

  // lowering.cpp: literals, limits
  [[nodiscard]] ExprPtr number_literal(const syntax::Number& number, source::Span span,
                                       const Scope& scope);
  [[nodiscard]] ExprPtr list(const syntax::List& list, source::Span span, const Scope& scope);
  template <class Lower>
  [[nodiscard]] Binding measured(Lower&& lower_value);
  [[nodiscard]] bool spend(std::size_t parts, std::size_t height, source::Span span,
                           const Scope& scope);
  [[nodiscard]] ExprPtr of_kind(Type::Kind kind, const syntax::Node& node, const Scope& scope,
                                std::string_view user);

  // paths.cpp: what names mean
  [[nodiscard]] ExprPtr path(const Path& path, const Scope& scope);
  [[nodiscard]] ExprPtr bound(const Binding& binding, const Path& path, const Scope& scope);
  [[nodiscard]] ExprPtr scalar(const Match& match, const Path& path, std::size_t from, bool prior,
                               const Scope& scope);
  [[nodiscard]] ExprPtr report_field(const Path& path, std::size_t from, bool prior,
                                     const Scope& scope);
  [[nodiscard]] ExprPtr prior(const Path& path, const Scope& scope);
  [[nodiscard]] bool hides_column(const syntax::Name& name, const Scope& scope,
                                  const std::optional<At>& declared);

  // over_reports.cpp: rules over reports
  [[nodiscard]] bool is_reports(const schema::Table* table) const;
  /// Would a rule over copies look at more than them, or another rule at copies? It is reported.
  [[nodiscard]] bool mixes_copies(std::size_t table, bool own, const Path& path,
                                  const Scope& scope);
  [[nodiscard]] ExprPtr of_report(const Path& path, const Scope& scope);
  [[nodiscard]] ExprPtr of_prior_report(const Path& path, const Scope& scope);
  [[nodiscard]] ExprPtr report_column(const syntax::Node& node, const Scope& scope);
  [[nodiscard]] bool group_reports(const syntax::Node& key, const Scope& scope,
                                   Aggregate& aggregate);

  // unknown_names.cpp: names that mean nothing; all report, and null is returned
  [[nodiscard]] ExprPtr unknown(const Path& path, const Scope& scope);
  [[nodiscard]] ExprPtr unknown_prior(const Path& path, const Scope& scope);
  [[nodiscard]] bool explained(const syntax::Name& name, const Scope& scope);
  [[nodiscard]] std::vector<std::string_view> visible(const Scope& scope) const;
  [[nodiscard]] source::Message elsewhere(std::string_view name) const;

  // columns.cpp: columns of rows
  [[nodiscard]] ExprPtr children(const Row& row, const Path& path, std::size_t from,
                                 const Scope& scope);
  [[nodiscard]] ExprPtr of_row(const Row& row, const Path& path, std::size_t from,
                               const Scope& scope);
  [[nodiscard]] ExprPtr of_table(std::size_t index, bool prior, const Path& path, std::size_t from,
                                 const Scope& scope);
  [[nodiscard]] ExprPtr of_rows(const ExprPtr& rows, const Path& path, std::size_t from,
                                const Scope& scope);
  struct NamedColumn {
    std::size_t column = 0;
    std::size_t used = 0;  ///< names it takes; 0: it is the column that `.*` stands for
  };
  [[nodiscard]] std::optional<NamedColumn> column(const schema::Table& table, const Path& path,
                                                  std::size_t from, const Scope& scope);
  [[nodiscard]] std::optional<std::size_t> starred(const schema::Table& table, const Path& path,
                                                   const Scope& scope);
  [[nodiscard]] bool range_over(const ExprPtr& rows, source::Span span, const Scope& scope);

  // rows.cpp: filters and quantifiers
  [[nodiscard]] ExprPtr index(const syntax::Index& index, source::Span span, const Scope& scope);
  [[nodiscard]] ExprPtr narrowed(const TableRows& rows, const syntax::Node& inside,
                                 source::Span span, const Scope& scope);
  [[nodiscard]] ExprPtr filtered(const Row& candidate, const ExprPtr& filter,
                                 const syntax::Node& inside, const Scope& scope);
  [[nodiscard]] std::optional<std::size_t> row_set(const schema::Table& table,
                                                   const syntax::Node& inside) const;
  [[nodiscard]] ExprPtr rows(const syntax::Node& node, const Scope& scope, std::string_view user);
  [[nodiscard]] ExprPtr quantifier(const syntax::Quantifier& quantifier, source::Span span,
                                   const Scope& scope);

  // operators.cpp
  [[nodiscard]] ExprPtr unary(const syntax::Unary& unary, source::Span span, const Scope& scope);
  [[nodiscard]] ExprPtr binary(const syntax::Binary& binary, source::Span span, const Scope& scope);
  [[nodiscard]] ExprPtr arithmetic(const syntax::Binary& binary, source::Span span,
                                   const Scope& scope);
  [[nodiscard]] ExprPtr logic(const syntax::Binary& binary, source::Span span, const Scope& scope);
  [[nodiscard]] ExprPtr membership(const syntax::Binary& binary, source::Span span,
                                   const Scope& scope);
  [[nodiscard]] ExprPtr text_test(const syntax::Binary& binary, source::Span span,
                                  const Scope& scope);
  [[nodiscard]] ExprPtr conditional(const syntax::Conditional& conditional, source::Span span,
                                    const Scope& scope);

  // comparisons.cpp
  [[nodiscard]] ExprPtr comparison(const syntax::Binary& binary, source::Span span,
                                   const Scope& scope);
  [[nodiscard]] std::optional<figure::Tolerance> tolerance(const syntax::Binary& binary,
                                                           const figure::Dimension& dimension,
                                                           const Scope& scope);
  [[nodiscard]] bool fit(const Expr& left, const Expr& right, std::string_view op,
                         source::Span span, const Scope& scope);
  void unfit(const Type& left, const Type& right, std::string_view op, source::Span span,
             const Scope& scope, source::Message hint = {});

  // calls.cpp: functions
  [[nodiscard]] ExprPtr call(const syntax::Call& call, source::Span span, const Scope& scope);
  [[nodiscard]] ExprPtr function(Call::Function function, const syntax::Call& call,
                                 source::Span span, const Scope& scope);
  [[nodiscard]] ExprPtr coalesce(const syntax::Call& call, source::Span span, const Scope& scope);
  [[nodiscard]] ExprPtr lookup(const syntax::Call& call, source::Span span, const Scope& scope);
  [[nodiscard]] ExprPtr column_of(const syntax::Node& node, const Scope& scope,
                                  std::string_view user);
  [[nodiscard]] ExprPtr user_function(const syntax::Call& call, source::Span span,
                                      const Scope& scope);
  [[nodiscard]] bool arity(const syntax::Call& call, std::size_t least, std::size_t most,
                           const Scope& scope);

  // defines.cpp: defines and params where they are used
  [[nodiscard]] ExprPtr declared(Declaration& declaration, source::Span span, const Scope& scope);
  [[nodiscard]] ExprPtr expanded(Declaration& define, const Bindings& arguments, source::Span span,
                                 const Scope& scope);

  // aggregates.cpp
  [[nodiscard]] ExprPtr aggregate(Aggregate::Function function, const syntax::Call& call,
                                  source::Span span, const Scope& scope);
  [[nodiscard]] ExprPtr count(const syntax::Call& call, source::Span span, const Scope& scope);
  /// A literal or param from 0 to 1.
  [[nodiscard]] std::optional<figure::Rational> fraction(const syntax::Node& node,
                                                         const Scope& scope);
  [[nodiscard]] bool group(const syntax::Call& call, const Scope& scope, Aggregate& aggregate);
  /// A bare name that is a text column of the rows that are ranged over; null if it is none.
  [[nodiscard]] ExprPtr group_column(const syntax::Node& node, const Scope& scope);

  Workshop& workshop_;
  std::size_t slots_ = 1;  ///< slot 0 is the row of `over`
  std::set<std::size_t> tables_;
  Stars stars_;
  std::size_t needless_ = 0;
  std::size_t varying_ = 0;  ///< how often something was met that differs from report to report
  std::size_t parts_ = 0;
  std::size_t depth_ = 0;
  std::size_t deepest_ = 0;
  bool stopped_ = false;  ///< a limit was hit: nothing more is lowered
  std::optional<Slot> prior_slot_;
  std::vector<Declaration*> active_;  ///< defines that are being written out
};

/// What `lower_value` returns, with how much it adds where it is used.
template <class Lower>
Binding Lowering::measured(Lower&& lower_value) {
  Binding binding;
  const auto parts = parts_;
  const auto varying = varying_;
  const auto deepest = std::exchange(deepest_, depth_);
  binding.value = lower_value();
  binding.parts = parts_ - parts;
  binding.height = deepest_ - depth_;
  binding.varies = varying_ != varying;
  deepest_ = std::max(deepest, deepest_);
  return binding;
}

}  // namespace tieout::language
