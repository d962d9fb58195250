// Binds every statement of a text to the items of the schema.
#include "report/narrative/binding.hpp"
#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/narrow_scope.hpp"
#include "report/narrative/openers.hpp"
#include "report/narrative/phrases.hpp"
#include "report/narrative/plan_wording.hpp"
#include "report/narrative/project_scope.hpp"
#include "report/narrative/sentence_scope.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tieout::report::narrative {
namespace {

class StatementBinder {
 public:
  StatementBinder(Narrative& text, const Binder& binder, const schema::Schema& schema,
                  Report& report)
      : text_(text), binder_(binder), phrases_(schema), report_(report) {}

  void run() {
    lengths_.resize(text_.statements.size());
    for (std::size_t index = 0; index < text_.statements.size(); ++index) by_name(index);
    for (const auto& sentences : text_.sentences) {
      for (const std::size_t sentence : sentences) by_phrase(sentence);
      std::vector<std::size_t> kept;
      for (const std::size_t sentence : sentences) separate(text_.spans[sentence], kept);
    }
    leave_scores_of_parts();
  }

 private:
  void by_name(std::size_t index) {
    Statement& found = text_.statements[index];
    if (found.range || scores_a_part(index)) return;
    for (const std::string& name : names_of(index)) {
      Binder::Mention mention = mention_of(index);
      mention.name = name;
      mention.planned = found.role == Role::budget && name == found.name && !budget_words(name);
      found.items = binder_.bind(mention, text_.period);
      if (found.items.empty()) continue;
      found.headed = std::any_of(
          mention.scope->begin(), mention.scope->end(), [&found](const Subject& subject) {
            return subject.table && subject.table == found.items.front().table;
          });
      if (is_of_part(found)) {
        found.items.clear();
        continue;
      }
      lengths_[index] = han_count(name);
      return;
    }
  }

  /// Stands under a heading that narrows what the text speaks of, where the item is the whole's.
  [[nodiscard]] bool is_of_part(const Statement& found) {
    if (found.items.empty() || !found.items.front().row.empty()) return false;
    if (!found.headed && is_generic(found.name) && follows_fund(found)) return true;
    if (is_opening_of_general(found) || goes_on_with_appropriation(found)) return true;
    const bool plain = !found.headed && is_generic(found.name);
    const bool called_alone = plain || (!found.headed && !found.named);
    if (called_alone && of_project(found.passage)) return true;
    const Scope sentence = sentence_scope(text_.clauses[found.clause].span);
    if (sentence == Scope::unit || (sentence == Scope::fund && plain)) return true;
    const std::size_t section = text_.passages.list[found.passage].section;
    auto known = narrowed_.find(section);
    if (known == narrowed_.end()) {
      const Scope scope = scope_of(text_.passages.sections.titles(section), text_.entity);
      known = narrowed_.emplace(section, scope).first;
    }
    return known->second == Scope::unit || (known->second == Scope::fund && plain);
  }

  [[nodiscard]] Scope sentence_scope(std::size_t span) {
    const auto [known, added] = sentences_.try_emplace(span, Scope::whole);
    if (added) known->second = scope_of_sentence(text_, text_.spans[span]);
    return known->second;
  }

  /// 年初财政拨款结转和结余5万元 below a heading of the general budget: of that budget alone.
  [[nodiscard]] bool is_opening_of_general(const Statement& found) const {
    static constexpr std::string_view carried[] = {"年初财政拨款结转", "年末财政拨款结转"};
    static constexpr std::string_view general = "一般公共预算";
    if (prefix_of(found.name, carried).empty()) return false;
    const std::size_t section = text_.passages.list[found.passage].section;
    return std::ranges::any_of(text_.passages.sections.titles(section), [](std::string_view title) {
      return title.find(general) != std::string_view::npos;
    });
  }

  /// 财政拨款收入总计90万元，支出总计90万元: of the appropriation, both.
  [[nodiscard]] bool goes_on_with_appropriation(const Statement& found) const {
    constexpr std::string_view appropriation = "财政拨款";
    constexpr std::string_view total = "总计";
    const auto index = static_cast<std::size_t>(&found - text_.statements.data());
    if (index == 0 || !is_generic(found.name) || !found.name.ends_with(total)) return false;
    const Statement& before = text_.statements[index - 1];
    return text_.clauses[before.clause].span == text_.clauses[found.clause].span &&
           before.name.find(appropriation) != std::string::npos && before.name.ends_with(total) &&
           same_value(before.figure, found.figure);
  }

  /// 政府性基金…；本年支出0万元: what its sentence spoke of first.
  [[nodiscard]] bool follows_fund(const Statement& found) const {
    static constexpr std::string_view funds[] = {"政府性基金", "国有资本经营"};
    const Span& span = text_.spans[text_.clauses[found.clause].span];
    if (span.clauses.empty() || span.clauses.front() == found.clause) return false;
    return contains_any(text_.clause_text(span.clauses.front()), funds);
  }

  /// 二、预算执行情况（自评得分10分）: of what the bracket stands behind, not of the report;
  /// 预算执行率 98%，自评得分9.8分: of that rate.
  [[nodiscard]] bool scores_a_part(std::size_t index) const {
    const Statement& found = text_.statements[index];
    if (!found.figure.is_in("分")) return false;
    const Span& span = text_.span_of(index);
    if (span.depth > 0) return true;
    // 项目A自评得分98分: not the report's.
    constexpr std::string_view project = "项目";
    if (found.name.find(project) != std::string::npos) return true;
    static constexpr std::string_view wholes[] = {"综合", "总", "最终"};
    if (index == 0 || contains_any(found.name, wholes)) return false;
    const Statement& before = text_.statements[index - 1];
    return text_.clauses[before.clause].span == text_.clauses[found.clause].span &&
           (before.role == Role::rate || before.role == Role::ratio);
  }

  /// （一）甲。…自评得分95分。（二）乙。…自评得分99分。: sections beside each other each have their
  /// own score, none of them the report's.
  void leave_scores_of_parts() {
    std::map<std::string, std::vector<std::size_t>> beside;  // by the titles above
    static constexpr std::string_view wholes[] = {"总", "合计", "综合"};
    for (std::size_t index = 0; index < text_.statements.size(); ++index) {
      Statement& found = text_.statements[index];
      const bool points = found.figure.is_in("分");
      if (!points || found.items.empty()) continue;
      // 预算管理25分，得分23.8分: of one indicator, and not the total of a table of scores.
      if (found.items.front().table) {
        if (!contains_any(text_.lead(index), wholes)) found.items.clear();
        continue;
      }
      const std::size_t section = text_.passages.list[found.passage].section;
      const auto titles = text_.passages.sections.titles(section);
      if (titles.size() < 2) continue;
      std::string above;
      for (std::size_t title = 0; title + 1 < titles.size(); ++title) {
        above.append(titles[title]).append("/");
      }
      beside[above].push_back(index);
    }
    for (const auto& [above, members] : beside) {
      const auto apart = [&](std::size_t at) {
        const Statement& a = text_.statements[members.front()];
        const Statement& b = text_.statements[at];
        return text_.passages.list[a.passage].section != text_.passages.list[b.passage].section &&
               !same_value(a.figure, b.figure);
      };
      if (std::ranges::none_of(members, apart)) continue;
      for (const std::size_t member : members) text_.statements[member].items.clear();
    }
  }

  /// Two figures of one sentence are two things: 总支出581万元，其中本年支出480万元. The first
  /// keeps the item. A sentence that begins with 其中 goes on with the one before.
  void separate(const Span& sentence, std::vector<std::size_t>& kept) {
    const bool goes_on = !sentence.clauses.empty() &&
                         opener_of(text_.clause_text(sentence.clauses.front())) == Opener::among;
    if (!goes_on) kept.clear();
    for (const std::size_t index : text_.statements_of(sentence)) {
      Statement& found = text_.statements[index];
      if (found.items.empty()) continue;
      const auto other = std::find_if(kept.begin(), kept.end(), [&](std::size_t earlier) {
        return text_.statements[earlier].items.front() == found.items.front();
      });
      if (other == kept.end()) {
        kept.push_back(index);
      } else if (!same_value(text_.statements[*other].figure, found.figure)) {
        found.items.clear();
      }
    }
  }

  /// What a statement may be called: budgets and actuals are 三公经费预算, 三公经费实际支出.
  [[nodiscard]] std::vector<std::string> names_of(std::size_t index) const {
    const Statement& found = text_.statements[index];
    const auto& base = text_.clauses[found.clause].base;
    switch (found.role) {
      case Role::base:
        // 比年初预算90万元减少: that is what was planned.
        if (base && base->kind == Base::Kind::budget) return {found.name + "预算"};
        return {found.name};
      case Role::amount:
      case Role::ratio:
        return {found.name};
      case Role::budget:
      case Role::actual:
        break;
      default:
        return {};
    }
    // 全年预算90万元，|执行81万元: not what the budget is called.
    static constexpr std::string_view plans[] = {"预算", "预算数"};
    if (found.role == Role::actual && !found.named && !suffix_of(found.name, plans).empty()) {
      return {};
    }
    const std::string whole = name_in(text_.lead(index));
    if (found.named) {
      static constexpr std::string_view kinds[] = {"支出", "收入"};
      const std::string role = found.role == Role::budget ? "预算" : "决算数";
      const std::string plain(without_suffixes(found.name, kinds));
      // 一般公共预算支出决算数 is of 一般公共预算支出.
      if (found.role == Role::budget) return {whole, found.name + role, plain + role, found.name};
      return {whole, found.name + role, plain + role, found.name, found.name + "支出"};
    }
    // The words with the figure say only 预算 or 实际支出; what was spoken of before is meant.
    return {found.name + whole, found.name};
  }

  [[nodiscard]] Binder::Mention mention_of(std::size_t index) {
    const Statement& found = text_.statements[index];
    const std::size_t section = text_.passages.list[found.passage].section;
    auto known = scopes_.find(section);
    if (known == scopes_.end()) {
      known =
          scopes_.emplace(section, binder_.subjects(text_.passages.sections.titles(section))).first;
    }
    const Span& span = text_.span_of(index);
    const std::size_t begin = text_.clauses[span.clauses.front()].begin;
    Binder::Mention mention;
    mention.before = text_.passage_text(found.passage).substr(begin, found.begin - begin);
    mention.scope = &known->second;
    mention.headings = text_.passages.sections.titles(section);
    mention.figure = &found.figure;
    mention.year = found.year;
    mention.entity = text_.entity;
    mention.of_project = of_project(found.passage);
    return mention;
  }

  [[nodiscard]] bool of_project(std::size_t passage) {
    const auto [known, added] = projects_.try_emplace(passage, false);
    if (added) known->second = speaks_of_project(text_, passage);
    return known->second;
  }

  void by_phrase(std::size_t sentence) {
    for (const PhraseMatch& match : phrases_.matches(text_, sentence)) {
      if (!match.statement) {
        fill_text(match, text_.spans[sentence].passage);
        continue;
      }
      Statement& found = text_.statements[*match.statement];
      if (scores_a_part(*match.statement)) continue;
      if (found.range || match.length <= lengths_[*match.statement]) continue;
      const int year = binder_.item(match.item).year;
      if (found.year && text_.period && *found.year != *text_.period + year) continue;
      BoundItem item = match.item;
      if (!binder_.fits(item, match.generic, {}, mention_of(*match.statement))) continue;
      const auto before = std::exchange(found.items, {item});
      if (is_of_part(found)) {
        found.items = before;
        continue;
      }
      lengths_[*match.statement] = match.length;
    }
  }

  /// A word that a phrase found; what a cell says comes first.
  void fill_text(const PhraseMatch& match, std::size_t passage) {
    if (match.item.table) return;
    Value& value = report_.scalars[match.item.item];
    if (!std::holds_alternative<Missing>(value) || match.end <= match.begin) return;
    const std::string_view word =
        text_.passage_text(passage).substr(match.begin, match.end - match.begin);
    value = report::Text{std::string(word), text_.place(passage, match.begin)};
  }

  Narrative& text_;
  const Binder& binder_;
  Phrases phrases_;
  Report& report_;
  std::map<std::size_t, std::vector<Subject>> scopes_;
  std::map<std::size_t, Scope> narrowed_;   ///< by section
  std::map<std::size_t, Scope> sentences_;  ///< by span
  std::map<std::size_t, bool> projects_;    ///< by passage
  std::vector<std::size_t> lengths_;        ///< of the names by which statements were bound
};

}  // namespace

void bind_statements(Narrative& text, const Binder& binder, const schema::Schema& schema,
                     Report& report) {
  StatementBinder(text, binder, schema, report).run();
}

}  // namespace tieout::report::narrative
