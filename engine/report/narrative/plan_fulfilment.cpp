// Rates of what was planned, where the plan stands in another sentence.
#include "report/narrative/plan_fulfilment.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/plain_targets.hpp"
#include "report/narrative/rows.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest = 8;   // passages from a rate back to its plan
constexpr std::size_t nearest = 100;  // ... and statements

/// 超任务, 超额完成年度目标任务的: the percentage is beyond the plan.
bool exceeds_plan(std::string_view lead) {
  static const RE2 pattern(
      "超(?:额|出|过)?(?:完成)?(?:了)?(?:年度|全年|年初|既定|预定|预期|计划|目标|省|市|县|区|下达|"
      "的)*"
      "(?:任务|计划|目标|指标)(?:任务|数|值)?(?:的|约)?$|超额完成(?:了)?$");
  return RE2::PartialMatch({lead.data(), lead.size()}, pattern);
}

/// 完工率 is of what was done.
bool is_completion(std::string_view name) {
  static constexpr std::string_view rates[] = {"完成率", "完工率", "竣工率"};
  return !suffix_of(name, rates).empty();
}

bool says_done(std::string_view lead) {
  static constexpr std::string_view done[] = {"完成", "完工", "竣工"};
  static constexpr std::string_view not_yet[] = {"未完成", "计划", "目标", "任务", "率", "投资"};
  return contains_any(lead, done) && !contains_any(lead, not_yet);
}

class FulfilmentFinder {
 public:
  FulfilmentFinder(const Narrative& text, const schema::Schema& schema, Report& report)
      : text_(text), changes_(schema, report, "changes"), ratios_(schema, report, "ratios") {}

  void run() {
    for (std::size_t index = 0; index < text_.statements.size(); ++index) {
      const Statement& rate = text_.statements[index];
      const bool percent = rate.figure.unit != nullptr && !rate.range && !rate.figure.approximate &&
                           rate.figure.is(figure::Dimension::Kind::ratio);
      if (!percent) continue;
      if (exceeds_plan(text_.lead(index))) {
        exceeded(index);
      } else if (rate.role == Role::ratio && rate.named && is_completion(rate.name)) {
        completed(index);
      }
    }
  }

 private:
  using Statements = std::vector<std::size_t>;

  /// The counts that the words before them say to be of a kind, back to some passages before; of
  /// the nearest passage that has any.
  template <typename Says>
  [[nodiscard]] Statements before(std::size_t index, const Says& says) const {
    Statements found;
    const std::size_t passage = text_.statements[index].passage;
    const std::size_t last = index - std::min(index, nearest);
    for (std::size_t at = index; at > last; --at) {
      const Statement& candidate = text_.statements[at - 1];
      if (candidate.passage + farthest < passage) break;
      if (!found.empty() && candidate.passage != text_.statements[found.front()].passage) break;
      const bool counts = states_value(candidate) && is_exact_statement(candidate) &&
                          candidate.figure.is(figure::Dimension::Kind::count);
      if (counts && says(text_.lead(at - 1))) found.push_back(at - 1);
    }
    return found;
  }

  /// One figure of each, counted alike.
  [[nodiscard]] bool one_each(const Statements& plans, const Statements& actuals) const {
    const auto single = [this](const Statements& list) {
      return !list.empty() && std::ranges::all_of(list, [&](std::size_t each) {
        return same_value(text_.statements[each].figure, text_.statements[list.front()].figure);
      });
    };
    return single(plans) && single(actuals) &&
           text_.statements[plans.front()].figure.unit ==
               text_.statements[actuals.front()].figure.unit;
  }

  void exceeded(std::size_t index) {
    const Statements plans = before(index, promises);
    const Statements actuals = before(index, says_reached);
    if (!one_each(plans, actuals)) return;
    const Statement& rate = text_.statements[index];
    const Statement& actual = text_.statements[actuals.front()];
    Row row = changes_.row(actual.name, rate.figure.place);
    changes_.set(row, "name", text_value(actual.name, rate.figure.place));
    changes_.set(row, "current", actual.figure);
    changes_.set(row, "prior", text_.statements[plans.front()].figure);
    changes_.set(row, "percent", rate.figure);
    changes_.set(row, "direction", direction_value(Direction::up, rate.figure.place));
    changes_.add(std::move(row));
  }

  /// Only where its own sentence has no plan: what is planned there is known to `ratios`.
  void completed(std::size_t index) {
    const Span& span = text_.span_of(index);
    std::optional<std::size_t> actual;
    for (const std::size_t each : text_.statements_of(span)) {
      if (each >= index) break;
      if (promises(text_.lead(each))) return;
      if (is_exact_statement(text_.statements[each]) && says_done(text_.lead(each))) actual = each;
    }
    if (!actual) return;
    const Statements plans = before(span_begin(span), promises);
    if (!one_each(plans, {*actual})) return;
    const Statement& rate = text_.statements[index];
    Row row = ratios_.row(rate.name, rate.figure.place);
    ratios_.set(row, "name", text_value(rate.name, rate.figure.place));
    ratios_.set_rows(row, "parts", {{{"value", text_.statements[*actual].figure}}});
    ratios_.set_rows(row, "whole", {{{"value", text_.statements[plans.front()].figure}}});
    ratios_.set(row, "percent", rate.figure);
    ratios_.add(std::move(row));
  }

  [[nodiscard]] std::size_t span_begin(const Span& span) const {
    return text_.statements_of(span).front();
  }

  const Narrative& text_;
  StatementTable changes_;
  StatementTable ratios_;
};

}  // namespace

void write_plan_fulfilment(const Narrative& text, const schema::Schema& schema, Report& report) {
  FulfilmentFinder(text, schema, report).run();
}

}  // namespace tieout::report::narrative
