// Totals whose parts follow without a word that opens a list.
#include "report/narrative/plain_sums.hpp"

#include "report/narrative/lookup.hpp"
#include "report/narrative/parts.hpp"

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t fewest_parts = 2;   // of money with places ...
constexpr std::size_t fewest_counts = 3;  // ... of anything that may add up by chance
constexpr std::size_t most_parts = 20;

class PlainSums {
 public:
  PlainSums(const Narrative& text, std::vector<Group>& groups) : text_(text), groups_(groups) {
    for (const Group& group : groups) {
      RunningSum sum;
      std::size_t count = 0;
      // 基本支出50万元，其中：甲30万元，乙20万元；项目支出…: the first ones add up.
      for (const std::size_t part : group.parts) {
        parts_.insert(part);
        sum.add(text.statements[part].figure);
        if (++count >= fewest_parts && sum.makes(text.statements[group.total].figure)) break;
      }
    }
  }

  void run() {
    for (const Span& span : text_.spans) {
      if (span.depth == 0) sentence(span);
    }
  }

 private:
  void sentence(const Span& span) {
    std::vector<std::size_t> values;
    for (const std::size_t index : text_.statements_of(span)) {
      const Statement& statement = text_.statements[index];
      if (is_value(statement) && !statement.divides) values.push_back(index);
    }
    // 甲单位48个，优37个、中5个、良6个；乙单位14个，…: each behind a semicolon by itself.
    std::vector<std::size_t> segment;
    bool first_sums = false;
    for (const std::size_t value : values) {
      if (!segment.empty() && semicolon_between(segment.back(), value)) {
        const bool first = segment.front() == values.front();
        const bool sums = sum_of(std::exchange(segment, {}));
        first_sums = first_sums || (first && sums);
      }
      segment.push_back(value);
    }
    if (!first_sums) (void)sum_of(values);
    if (segment.size() < values.size()) (void)sum_of(std::move(segment));
  }

  [[nodiscard]] bool semicolon_between(std::size_t before, std::size_t behind) const {
    for (std::size_t at = text_.statements[before].clause; at < text_.statements[behind].clause;
         ++at) {
      if (text_.clauses[at].mark == U'；' || text_.clauses[at].mark == U';') return true;
    }
    return false;
  }

  /// The first of `values` is the sum of those behind it, or of as many as make it.
  bool sum_of(std::vector<std::size_t> values) {
    // 得分97分，甲单位48个，…: what is counted otherwise is of none of them.
    while (values.size() > 1 &&
           !units_fit(text_.statements[values[0]].figure, text_.statements[values[1]].figure)) {
      values.erase(values.begin());
    }
    if (values.size() <= fewest_parts || parts_.contains(values.front())) return false;
    const Statement& total = text_.statements[values.front()];
    if (!is_exact_statement(total) || !total.named) return false;
    // 甲50万元，占50%；乙38万元，占38%；丙12万元，占12%: the first is one of the list.
    if (has_plain_share(text_, values[0]) && has_plain_share(text_, values[1])) return false;
    Group group;
    group.form = Group::Form::listed;
    group.total = values.front();
    group.exact = false;  // nothing says that they must add up
    group.by_sum = true;
    RunningSum sum;
    const std::size_t fewest = is_precise(total) ? fewest_parts : fewest_counts;
    for (std::size_t at = 1; at < values.size() && group.parts.size() < most_parts; ++at) {
      if (parts_.contains(values[at])) continue;
      const Statement& part = text_.statements[values[at]];
      if (!part.named || !is_exact_statement(part) || !units_fit(part.figure, total.figure) ||
          part.figure.base() >= total.figure.base()) {
        return false;
      }
      group.parts.push_back(values[at]);
      sum.add(part.figure);
      if (group.parts.size() < fewest || !sum.makes(total.figure)) continue;
      groups_.push_back(std::move(group));
      return true;
    }
    return false;
  }

  /// Money of which two amounts hardly add to a third by chance.
  [[nodiscard]] static bool is_precise(const Statement& total) {
    constexpr int shortest = 1000;
    return total.figure.is(figure::Dimension::Kind::physical) &&
           total.figure.value.coefficient >= shortest;
  }

  const Narrative& text_;
  std::vector<Group>& groups_;
  std::set<std::size_t> parts_;
};

}  // namespace

void find_plain_sums(const Narrative& text, std::vector<Group>& groups) {
  PlainSums(text, groups).run();
}

}  // namespace tieout::report::narrative
