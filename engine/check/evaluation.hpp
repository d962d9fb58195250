// Evaluates the expressions of one check on one row.
#pragma once

#include "check/answers.hpp"
#include "check/needs.hpp"
#include "check/view.hpp"
#include "figure/term.hpp"
#include "figure/verdict.hpp"
#include "language/checked.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

namespace re2 {
class RE2;
}

namespace tieout::check {

/// A rule visited more rows than its budget allows: its check ends in `error`.
struct LimitReached {};

/// Rows that all checks of one rule may visit on one report: rules that compare every row with
/// every other one end here, not after hours.
inline constexpr std::size_t row_visits_per_rule = 5'000'000;

/// The rows of an aggregate's table by what it groups them by.
struct GroupIndex {
  bool known = true;  ///< false: of some row the group is not known
  std::unordered_map<std::string, std::vector<RowRef>> rows;
};
using GroupIndexes = std::map<const language::Aggregate*, GroupIndex>;

/// What stays the same for all checks of a rule.
struct Context {
  const language::Program* program = nullptr;
  const figure::UnitSystem* units = nullptr;
  View* current = nullptr;
  View* prior = nullptr;  ///< null: there is no report of last year
  std::map<std::string, std::shared_ptr<re2::RE2>>* patterns = nullptr;  ///< compiled once
  std::size_t* visits = nullptr;  ///< rows visited by this rule so far
  GroupIndexes* groups = nullptr;
  const Answers* answers = nullptr;  ///< null: there are none
};

/// Does it leave out not only rows of which its value is missing, but also those of which it cannot
/// be told?
[[nodiscard]] bool leaves_out_doubtful(const language::Aggregate& expr);

struct Nothing {};  ///< no value; the reason stands in the needs
struct TextValue {
  std::string text;
};
using Result = std::variant<Nothing, figure::Term, figure::Verdict, TextValue, report::Date,
                            report::TargetPtr>;

/// The two sides of the comparison that decided a check.
struct Sides {
  figure::Relation relation = figure::Relation::equal;
  bool tolerance = false;  ///< `within` was given
  figure::Decision decision;
  figure::Term left;
  figure::Term right;
};

class Evaluation {
 public:
  Evaluation(const Context& context, std::size_t slots) : context_(context), frames_(slots) {}

  /// Lets a row variable stand for a row.
  void bind(language::Slot slot, RowRef row) { frames_.at(slot) = std::move(row); }
  [[nodiscard]] const RowRef& frame(language::Slot slot) const { return frames_.at(slot); }

  /// A condition's verdict: holds, rounding, fails or undecided. `top`: the comparison that it is
  /// gives the check its sides.
  [[nodiscard]] figure::Verdict condition(const language::Expr& expr, bool top = false);
  [[nodiscard]] Result value(const language::Expr& expr);
  /// The value without what reading it would add to the needs; those go to `seen` if given.
  [[nodiscard]] Result quietly(const language::Expr& expr, Needs* seen = nullptr);

  [[nodiscard]] Needs& needs() { return needs_; }
  [[nodiscard]] const std::optional<Sides>& sides() const { return sides_; }

 private:
  // evaluation.cpp: values
  /// Several rows have the key that was asked for.
  [[nodiscard]] static source::Message duplicate_key(const std::string& name,
                                                     const std::vector<std::size_t>& rows);
  [[nodiscard]] Result read(const report::Value& value, const schema::Item& item,
                            const Origin& origin);
  [[nodiscard]] Result column_of(const RowRef& row, std::size_t column);
  [[nodiscard]] Result scalar(const language::Scalar& scalar);
  [[nodiscard]] Result report_field(const language::ReportField& field);
  [[nodiscard]] Result aligned(const language::AlignedColumn& aligned);
  void needs_duplicates(View& view, std::size_t table_index, const std::string& key);
  [[nodiscard]] Result only_row(const language::OnlyRow& only);
  [[nodiscard]] View* view(bool prior);  ///< null, and noted: no report of last year

  // rows.cpp: which rows an expression ranges over; null if that cannot be told
  struct RowList {
    std::vector<RowRef> rows;
    bool known = true;     ///< false: a filter was undecided or a table is in doubt
    bool present = true;   ///< false: the report has no such table
    bool grouped = false;  ///< all are of the group that is wanted
  };
  [[nodiscard]] RowList rows(const language::Expr& expr);
  void visit(std::size_t rows);  ///< throws LimitReached past the budget
  [[nodiscard]] RowList table_rows(const language::TableRows& expr);
  [[nodiscard]] RowList nested_rows(const language::NestedRows& expr);
  [[nodiscard]] RowList children(const language::Children& expr);
  [[nodiscard]] bool keep(const language::ExprPtr& filter, language::Slot slot, const RowRef& row,
                          bool& known);
  [[nodiscard]] Result aggregate(const language::Aggregate& expr);
  /// The values that an aggregate is of.
  struct Members {
    /// All of them for a quantile; else, if there are any, what was made of them so far.
    std::vector<figure::Term> terms;
    std::size_t number = 0;
    figure::Dimension dimension;  ///< of the first

    void add(language::Aggregate::Function function, figure::Term term,
             const figure::Operands& operands);
  };
  [[nodiscard]] std::optional<Members> members(const language::Aggregate& expr, RowList&& list);
  [[nodiscard]] bool in_group(const language::Aggregate& expr, bool& known);
  /// What a group is known by; nothing, and noted, if one of its parts is missing.
  [[nodiscard]] std::optional<std::string> group_key(const language::Expr& expr);
  /// The rows of the current row's group; nothing if only each row itself can tell.
  [[nodiscard]] std::optional<RowList> group_rows(const language::Aggregate& expr);
  [[nodiscard]] Result answered(const Answer& answer);
  void note_members(const RowList& list);
  [[nodiscard]] Result count(const language::Aggregate& expr, RowList&& list);
  [[nodiscard]] figure::Term counted(std::size_t number) const;
  [[nodiscard]] figure::Verdict quantifier(const language::Quantifier& expr);

  // arithmetic.cpp: numbers
  [[nodiscard]] Result arithmetic(const language::Arithmetic& expr);
  [[nodiscard]] Result conditional(const language::Conditional& expr);
  [[nodiscard]] std::optional<figure::Term> number(const language::Expr& expr);
  [[nodiscard]] bool fit(const figure::Dimension& a, const figure::Dimension& b);

  // comparison.cpp: conditions
  [[nodiscard]] figure::Verdict comparison(const language::Comparison& expr, bool top);
  [[nodiscard]] figure::Verdict decide(figure::Relation relation, figure::Term left,
                                       figure::Term right,
                                       const std::optional<figure::Tolerance>& tolerance, bool top);
  [[nodiscard]] figure::Verdict logic(const language::Logic& expr);
  [[nodiscard]] figure::Verdict membership(const language::Membership& expr);
  [[nodiscard]] figure::Verdict text_test(const language::TextTest& expr);

  // functions.cpp: calls
  [[nodiscard]] Result call(const language::Call& expr);
  [[nodiscard]] figure::Verdict agree(const language::Expr& mentions, bool top);
  /// Of mentions, the pair that agrees least; nothing if all that differ are approximate.
  [[nodiscard]] std::optional<Sides> worst_pair(const std::vector<figure::Term>& terms);
  [[nodiscard]] figure::Verdict meets(const language::Call& expr, bool top);
  [[nodiscard]] figure::Verdict is_there(const language::Expr& expr);
  [[nodiscard]] Result coalesce(const language::Call& expr);
  [[nodiscard]] Result rounded(const language::Call& expr);
  [[nodiscard]] Result distinct(const language::Expr& values);
  [[nodiscard]] Result date_part(const language::Call& expr);
  [[nodiscard]] Result looked_up(const language::Call& expr);
  [[nodiscard]] std::optional<report::Date> date(const language::Expr& expr);
  [[nodiscard]] std::optional<std::string> text(const language::Expr& expr);

  Context context_;
  std::vector<RowRef> frames_;
  Needs needs_;
  std::optional<Sides> sides_;
};

}  // namespace tieout::check
