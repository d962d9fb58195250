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
      totals_.insert(group.total);
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
    if (values.size() <= fewest_parts || taken(values.front())) return;
    const Statement& total = text_.statements[values.front()];
    if (!is_exact_statement(total) || !total.named) return;
    Group group;
    group.form = Group::Form::listed;
    group.total = values.front();
    group.exact = false;  // nothing says that they must add up
    RunningSum sum;
    const std::size_t fewest = is_precise(total) ? fewest_parts : fewest_counts;
    for (std::size_t at = 1; at < values.size() && group.parts.size() < most_parts; ++at) {
      if (parts_.contains(values[at])) continue;
      const Statement& part = text_.statements[values[at]];
      if (!part.named || !is_exact_statement(part) || !units_fit(part.figure, total.figure) ||
          part.figure.base() >= total.figure.base()) {
        return;
      }
      group.parts.push_back(values[at]);
      sum.add(part.figure);
      if (group.parts.size() < fewest || !sum.makes(total.figure)) continue;
      groups_.push_back(std::move(group));
      return;
    }
  }

  [[nodiscard]] bool taken(std::size_t index) const {
    return totals_.contains(index) || parts_.contains(index);
  }

  /// Money of which two amounts hardly add to a third by chance.
  [[nodiscard]] static bool is_precise(const Statement& total) {
    constexpr int shortest = 1000;
    return total.figure.unit->dimension.kind() == figure::Dimension::Kind::physical &&
           total.figure.value.coefficient >= shortest;
  }

  const Narrative& text_;
  std::vector<Group>& groups_;
  std::set<std::size_t> totals_;
  std::set<std::size_t> parts_;
};

}  // namespace

void find_plain_sums(const Narrative& text, std::vector<Group>& groups) {
  PlainSums(text, groups).run();
}

}  // namespace tieout::report::narrative
