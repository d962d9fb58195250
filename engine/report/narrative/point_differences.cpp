// Two percentages and by how many points they differ.
#include "report/narrative/point_differences.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/wording.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace tieout::report::narrative {
namespace {

class PointDifferences {
 public:
  PointDifferences(const Narrative& text, const schema::Schema& schema,
                   const figure::UnitSystem& units, Report& report)
      : text_(text), units_(units), table_(schema, report, "changes") {}

  void run() {
    for (std::size_t index = 2; index < text_.statements.size(); ++index) {
      if (is_points(index)) {
        difference(index);
      } else {
        beyond_goal(index);
      }
    }
  }

 private:
  [[nodiscard]] bool is_points(std::size_t index) const {
    const Statement& found = text_.statements[index];
    return found.figure.unit == &units_.percentage_point() && !found.range &&
           is_exact_statement(found) && found.figure.value.coefficient > 0;
  }

  [[nodiscard]] bool is_percentage(std::size_t index) const {
    const Statement& found = text_.statements[index];
    return found.figure.unit == &units_.percent() && !found.range && !found.figure.approximate;
  }

  void difference(std::size_t index) {
    const std::size_t near = index - 1;
    std::size_t far = index - 2;
    // 普及率95.6%，高于目标值0.6个百分点，较上年94.1%提高|1.5个百分点
    if (far > 0 && is_points(far)) --far;
    if (!is_percentage(near) || !is_percentage(far) || !one_sentence(far, index)) return;
    const Role role = text_.statements[near].role;
    if (role == Role::to || role == Role::from || role == Role::change) return;
    if (text_.statements[far].role == Role::change) return;
    Direction direction = direction_of(text_.lead(index));
    if (is_base(text_.lead(near))) {
      if (direction == Direction::none) direction = direction_of(text_.lead(near));
      write(far, near, index, direction, true);
    } else if (is_goal(text_.lead(near)) && !is_goal(text_.lead(far))) {
      write(far, near, index, direction, is_goal(text_.lead(index)));
    } else if (is_goal(text_.lead(far)) && !is_goal(text_.lead(near))) {
      write(near, far, index, direction, is_goal(text_.lead(index)));
    } else {
      write(far, near, index, direction, false);
      write(near, far, index, direction, false);
    }
  }

  /// 购置18套，比目标值20套少|2套; 修复4.85万平方米，超计划4.5万平方米|0.35万平方米.
  void beyond_goal(std::size_t index) {
    const Statement& found = text_.statements[index];
    const Statement& goal = text_.statements[index - 1];
    const Statement& reached = text_.statements[index - 2];
    const bool alike = found.figure.unit != nullptr && found.figure.unit == goal.figure.unit &&
                       found.figure.unit == reached.figure.unit;
    if (!alike || !is_exact_statement(goal) || !is_exact_statement(reached) ||
        !is_exact_statement(found) || !one_sentence(index - 2, index) ||
        goal.clause != found.clause || !states_value(reached)) {
      return;
    }
    static const RE2 against(
        "^[，,]?\\s*(?:比|较|超过|超出|超额|超)(?:年度|年初|全年|既定|预期|预定|绩效)*"
        "(?:目标|计划|任务|指标)(?:值|数|任务)?(?:的)?$");
    static const RE2 words("^(?:多|少|增加|减少|高出?|低|超出?|超额|多完成|少完成|多出)?了?$");
    const std::string_view said = trimmed(text_.lead(index - 1));
    const std::string_view change = trimmed(text_.lead(index));
    if (!RE2::PartialMatch({said.data(), said.size()}, against) ||
        !RE2::PartialMatch({change.data(), change.size()}, words)) {
      return;
    }
    Direction direction = direction_of(change);
    if (direction == Direction::none && said.find("超") != std::string_view::npos) {
      direction = Direction::up;
    }
    write(index - 2, index - 1, index, direction, true);
  }

  [[nodiscard]] bool one_sentence(std::size_t first, std::size_t last) const {
    const Statement& begin = text_.statements[first];
    const Statement& end = text_.statements[last];
    if (begin.passage != end.passage || begin.clause + 4 < end.clause) return false;
    static constexpr std::string_view stops[] = {"。", "；", ";"};
    return !contains_any(text_.passage_text(begin.passage).substr(begin.end, end.begin - begin.end),
                         stops);
  }

  /// 比上年|93.2%, 高于国家规定|70%: what is compared with.
  [[nodiscard]] static bool is_base(std::string_view lead) {
    static const RE2 pattern("(?:比|较|高于|低于|高出|超过|超出|超)[^0-9，。；,;]*$");
    static const RE2 share("占比|比例|比重|比率|可比|对比|较好|比较");
    const re2::StringPiece words(lead.data(), lead.size());
    return RE2::PartialMatch(words, pattern) && !RE2::PartialMatch(words, share);
  }

  [[nodiscard]] static bool is_goal(std::string_view lead) {
    static constexpr std::string_view words[] = {"目标", "指标值", "标准", "计划",
                                                 "要求", "预期",   "规定", "任务"};
    return contains_any(lead, words);
  }

  [[nodiscard]] static Direction direction_of(std::string_view lead) {
    static constexpr std::string_view tails[] = {"了", "约", "的", "达"};
    if (const auto change = change_word(without_suffixes(trimmed(lead), tails), true)) {
      return change->direction;
    }
    // 高于目标值|1.2个百分点
    static constexpr std::string_view more[] = {"高于", "超过", "超出", "高出", "超"};
    static constexpr std::string_view less[] = {"低于", "少于"};
    const bool up = contains_any(lead, more);
    const bool down = contains_any(lead, less);
    if (up == down) return Direction::none;
    return up ? Direction::up : Direction::down;
  }

  void write(std::size_t current, std::size_t prior, std::size_t points, Direction direction,
             bool said) {
    if (direction != Direction::up && direction != Direction::down) return;
    const figure::Figure& amount = text_.statements[points].figure;
    const figure::Figure& now = text_.statements[current].figure;
    const figure::Figure& then = text_.statements[prior].figure;
    const figure::Figure change = direction == Direction::down ? negated(amount) : amount;
    const figure::Rational apart = now.base() - then.base() - change.base();
    const figure::Rational allowed = now.half_step() + then.half_step() + amount.half_step();
    if (!said && (apart > allowed || -apart > allowed)) return;
    const Statement& subject = text_.statements[current];
    Row row = table_.row(subject.name, amount.place);
    table_.set(row, "name", text_value(subject.name, subject.figure.place));
    table_.set(row, "current", now);
    table_.set(row, "prior", then);
    table_.set(row, "direction", direction_value(direction, amount.place));
    table_.set(row, "amount", change);
    table_.add(std::move(row));
  }

  const Narrative& text_;
  const figure::UnitSystem& units_;
  StatementTable table_;
};

}  // namespace

void write_point_differences(const Narrative& text, const schema::Schema& schema,
                             const figure::UnitSystem& units, Report& report) {
  PointDifferences(text, schema, units, report).run();
}

}  // namespace tieout::report::narrative
