// What one section promises and a later one says was done.
#include "report/narrative/section_targets.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/targets.hpp"

#include <map>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t shortest_name = 4;  // Han characters

enum class Kind { other, goals, results };

/// 绩效目标, and not 绩效目标完成情况, which is of what became of them.
Kind kind_of(std::string_view title) {
  static constexpr std::string_view goals[] = {"绩效目标", "目标任务", "年度目标", "总体目标"};
  static constexpr std::string_view results[] = {"完成情况", "实现情况", "完成程度"};
  static constexpr std::string_view neither[] = {"分解下达", "设定情况", "管理",  "评价",
                                                 "分析",     "合理性",   "明确性"};
  if (contains_any(title, neither)) return Kind::other;
  if (!contains_any(title, goals)) return Kind::other;
  return contains_any(title, results) ? Kind::results : Kind::goals;
}

/// 完成治理支流 is 治理支流.
std::string stem(std::string_view name) {
  static constexpr std::string_view verbs[] = {"计划", "预计", "实际", "共", "完成",
                                               "实施", "累计", "已",   "将"};
  return std::string(without_prefixes(name, verbs));
}

class SectionTargets {
 public:
  SectionTargets(const Narrative& text, const schema::Schema& schema, Report& report)
      : text_(text), table_(schema, report, "targets") {}

  void run() {
    for (std::size_t index = 0; index < text_.statements.size(); ++index) {
      const Statement& statement = text_.statements[index];
      if (!may_be(statement)) continue;
      const Kind kind = kind_of_section(statement.passage);
      if (kind == Kind::other) continue;
      const std::string name = stem(statement.name);
      if (han_count(name) < shortest_name || is_generic(name)) continue;
      auto& side = kind == Kind::goals ? goals_ : results_;
      const auto [known, added] = side.try_emplace(Key{name, statement.figure.unit->id}, index);
      if (!added) known->second.reset();  // said twice: which of them?
    }
    std::map<std::size_t, std::size_t> pairs;  // in the order of the text
    for (const auto& [key, goal] : goals_) {
      const auto result = results_.find(key);
      if (goal && result != results_.end() && result->second && *goal < *result->second) {
        pairs.emplace(*goal, *result->second);
      }
    }
    for (const auto& [goal, result] : pairs) write(goal, result);
  }

 private:
  [[nodiscard]] static bool may_be(const Statement& statement) {
    return (statement.role == Role::amount || statement.role == Role::actual) && statement.named &&
           is_exact_statement(statement) && !statement.divides &&
           statement.figure.is(figure::Dimension::Kind::count) &&
           !statement.figure.unit->id.empty() && !statement.figure.is_in("分");
  }

  [[nodiscard]] Kind kind_of_section(std::size_t passage) const {
    const Passage& found = text_.passages.list[passage];
    const auto titles = text_.passages.sections.titles(found.section);
    for (const std::string_view title : std::views::reverse(titles)) {
      if (const Kind kind = kind_of(title); kind != Kind::other) return kind;
    }
    return Kind::other;
  }

  void write(std::size_t goal, std::size_t result) {
    static constexpr std::string_view low[] = {"事故", "投诉", "死亡", "差错", "违规",
                                               "案件", "控制", "减少", "下降", "压减"};
    const Statement& promised = text_.statements[goal];
    if (contains_any(promised.name, low)) return;
    write_promise(text_, promised, Target::Kind::at_least, text_.statements[result].figure, table_);
  }

  using Key = std::pair<std::string, std::string>;  // name and unit
  const Narrative& text_;
  StatementTable table_;
  std::map<Key, std::optional<std::size_t>> goals_;
  std::map<Key, std::optional<std::size_t>> results_;
};

}  // namespace

void write_section_targets(const Narrative& text, const schema::Schema& schema, Report& report) {
  SectionTargets(text, schema, report).run();
}

}  // namespace tieout::report::narrative
