// Totals and their parts, in whichever order the text gives them.
#include "report/narrative/groups.hpp"

#include "report/narrative/between.hpp"
#include "report/narrative/characters.hpp"
#include "report/narrative/far_totals.hpp"
#include "report/narrative/group_splits.hpp"
#include "report/narrative/headings.hpp"
#include "report/narrative/last_totals.hpp"
#include "report/narrative/list_bounds.hpp"
#include "report/narrative/listed_passages.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/openers.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/plain_sums.hpp"

#include <algorithm>
#include <ranges>
#include <string_view>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t most_parts = 100;
constexpr std::size_t farthest_total = 20;  // statements before 其中

class GroupFinder {
 public:
  GroupFinder(const Narrative& text, const NameIndex& names) : text_(text), names_(names) {}

  std::vector<Group> run() {
    for (const Span& span : text_.spans) this->span(span);
    for (Group& group : groups_) mend_total(text_, group);
    find_listed_passages(text_, groups_);
    find_plain_sums(text_, groups_);
    find_far_totals(text_, groups_);
    split_groups(text_, groups_);
    for (Group& group : groups_) mend_end(text_, group);
    return std::move(groups_);
  }

 private:
  void span(const Span& span) {
    const std::vector<std::size_t> statements = text_.statements_of(span);
    if (span.depth == 0) goes_on(span, statements);
    open_.clear();
    for (std::size_t at = 0; at < statements.size(); ++at) {
      const std::size_t index = statements[at];
      const Between between = between_of(text_, span, statements, at);
      if (at == 0) {
        first(span, statements, between);
      } else {
        if (between.besides || leaves_plan(index)) open_.clear();
        if (between.semicolon) end_first_run();
        if (between.semicolon && open_.size() > 1) open_.pop_back();
        if (between.semicolon && leaves_count(index)) open_.clear();
        if (between.semicolon && is_full() && goes_back(index)) open_.clear();
        if (between.opener != Opener::none) {
          open(statements, at, between);
        } else if (take_last_total(span, statements, at)) {
          continue;
        }
      }
      if (!open_.empty()) take(groups_[open_.back()], index, between);
    }
    if (span.depth == 0 && !statements.empty()) {
      if (states_any(statements) || before_passage_ != span.passage) stated_.clear();
      if (states_any(statements)) stated_ = statements;
      before_ = statements;
      before_passage_ = span.passage;
      if (!open_.empty() && groups_[open_.front()].form == Group::Form::among) {
        unfinished_ = open_.front();
      }
    }
  }

  void end_first_run() {
    for (const std::size_t open : open_) {
      Group& group = groups_[open];
      if (group.first_run == 0) group.first_run = group.parts.size();
    }
  }

  /// 车辆28辆，其中：轿车8辆、客车20辆；设备3台: what is counted otherwise is no part.
  [[nodiscard]] bool leaves_count(std::size_t index) const {
    if (open_.empty()) return false;
    const figure::Figure& total = text_.statements[groups_[open_.back()].total].figure;
    const figure::Figure& found = text_.statements[index].figure;
    return total.is(figure::Dimension::Kind::count) && !units_fit(found, total);
  }

  /// 甲12万元，占60%，其中：乙…；|丁8万元，占40%: beside the total of the list.
  [[nodiscard]] bool goes_back(std::size_t index) const {
    return has_plain_share(text_, index) && has_plain_share(text_, groups_[open_.back()].total);
  }

  /// 甲12万元，其中：乙8万元、丙4万元: its parts make the total.
  [[nodiscard]] bool is_full() const {
    if (open_.empty()) return false;
    const Group& group = groups_[open_.back()];
    return group.parts.size() > 1 && adds_up(text_, group.total, group.parts);
  }

  /// 其中：甲5万元。乙3万元，同比…。丙2万元。: what follows may go on with the list.
  void goes_on(const Span& span, const std::vector<std::size_t>& statements) {
    if (statements.empty()) return;
    if (!follows_list(span.passage) || !unfinished_ ||
        between_of(text_, span, statements, 0).opener != Opener::none) {
      unfinished_.reset();
      return;
    }
    Group& group = groups_[*unfinished_];
    const Statement& total = text_.statements[group.total];
    for (const std::size_t index : statements) {
      const Statement& statement = text_.statements[index];
      if (!is_value(statement) || statement.divides) continue;
      // 支出90万元，其中：甲5万元。乙预算4万元，支出3万元: what was planned is no part of it.
      if (statement.role == Role::budget && total.role != Role::budget) continue;
      if (!is_exact_statement(statement) || !units_fit(statement.figure, total.figure) ||
          group.further.size() >= most_parts) {
        unfinished_.reset();
        return;
      }
      group.further.push_back(index);
    }
  }

  /// In the same passage, or in the next if that is no item of a list of its own.
  [[nodiscard]] bool follows_list(std::size_t passage) const {
    return before_passage_ == passage ||
           (before_passage_ + 1 == passage && !heading_mark(text_.passage_text(passage)));
  }

  /// The first statement of a span: a bracket belongs to its owner, 其中 to the sentence before.
  void first(const Span& span, const std::vector<std::size_t>& statements, const Between& between) {
    const std::size_t index = statements.front();
    if (span.depth > 0) {
      const auto owner = bracket_owner(span, statements);
      if (!owner) return;
      if (between.opener == Opener::none && statements.size() < 2) return;
      start(Group::Form::bracket, *owner, between);
      groups_.back().said = between.opener == Opener::among;
      return;
    }
    if (sorts(span, between)) return divide_section(span, index, between);
    // 支出90万元，比上年增加5万元。包括：甲…，乙…
    const bool lists = between.opener == Opener::listed &&
                       opener_of(text_.clause_text(span.clauses.front())) == Opener::listed;
    const bool goes_back = between.opener == Opener::among || between.opener == Opener::sided ||
                           between.opener == Opener::sorted || between.opener == Opener::partial ||
                           lists;
    const bool same_passage = !before_.empty() && before_passage_ == span.passage;
    if (!goes_back && same_passage && announces_parts(text_.span_of(before_.back()))) {
      start(Group::Form::listed, before_.back(), between);
      groups_.back().complete = true;
      return;
    }
    if (!goes_back) return of_topic(span, index, between);
    const std::size_t front = span.clauses.front();
    const bool next_passage =
        !before_.empty() && before_passage_ + 1 == span.passage &&
        (front == text_.statements[index].clause ||
         (front + 1 == text_.statements[index].clause && text_.clause_text(front) == "其中"));
    if (!same_passage && !next_passage) return;
    std::vector<std::size_t> totals = totals_in(before_, index);
    // 收入90万元。比上年增加5万元。其中：甲80万元…: a sentence of nothing but changes stands
    // between.
    if (totals.empty() && same_passage && !states_any(before_)) totals = totals_in(stated_, index);
    if (totals.empty()) return;
    // 收支总预算90万元。收入包括：…。支出包括：…: each side divides the same total.
    const bool divides = between.opener == Opener::sided || between.opener == Opener::sorted;
    // 收入90万元。其中：甲…，乙…。分部门看，…: another way to divide what that list divided.
    if (divides && !groups_.empty()) {
      const std::size_t listed = groups_.back().total;
      const Statement& total = text_.statements[listed];
      if (total.passage == span.passage &&
          units_fit(total.figure, text_.statements[index].figure) &&
          std::ranges::count(totals, listed) == 0) {
        totals.push_back(listed);
      }
    }
    const bool own_side = between.opener == Opener::sided && names_side(span, totals.front());
    if (divides && divided_ && !own_side &&
        text_.statements[groups_[*divided_].total].passage == span.passage) {
      const Group& other = groups_[*divided_];
      totals = {other.total};
      totals.insert(totals.end(), other.other_totals.begin(), other.other_totals.end());
    }
    // 支出90万元，其中：基本80万元，项目10万元。按功能分，…: of what the sentence before spoke of
    // first.
    if (divides && between.opener == Opener::sorted) std::ranges::sort(totals);
    if (divides) divided_ = groups_.size();
    start(Group::Form::among, totals.front(), between);
    groups_.back().other_totals.assign(totals.begin() + 1, totals.end());
  }

  /// 总支出90万元。支出构成：…: the total of that side alone.
  [[nodiscard]] bool names_side(const Span& span, std::size_t total) const {
    static constexpr std::string_view sides[] = {"收入", "支出"};
    const std::string_view words = text_.clause_text(span.clauses.front());
    const std::string& name = text_.statements[total].name;
    std::size_t named = 0;
    std::size_t meant = 0;
    for (const std::string_view side : sides) {
      const bool has = name.find(side) != std::string::npos;
      if (has) ++named;
      if (has && words.find(side) != std::string_view::npos) ++meant;
    }
    return named == 1 && meant == 1;
  }

  /// 支出90万元（甲…，乙…）; 支出90万元，占60%（其中甲…，乙…）: the percentage is of the amount
  /// that the bracket divides.
  [[nodiscard]] std::optional<std::size_t> bracket_owner(
      const Span& span, const std::vector<std::size_t>& statements) const {
    if (!span.owner) return std::nullopt;
    const std::size_t owner = *span.owner;
    const Statement& said = text_.statements[owner];
    if (is_value(said)) return owner;
    constexpr std::ptrdiff_t fewest = 2;  // one part alone may be of anything
    const auto values = std::ranges::count_if(
        statements, [&](std::size_t at) { return is_value(text_.statements[at]); });
    if (values < fewest) return std::nullopt;
    const bool is_rate = said.figure.is(figure::Dimension::Kind::ratio);
    if (!is_rate || owner == 0 || &text_.span_of(owner - 1) != &text_.span_of(owner)) {
      return std::nullopt;
    }
    const Statement& before = text_.statements[owner - 1];
    const bool fits = is_value(before) && is_exact_statement(before) && !before.divides &&
                      units_fit(before.figure, text_.statements[statements.front()].figure);
    return fits ? std::optional(owner - 1) : std::nullopt;
  }

  /// What a sentence states that may be the total of a list which a statement begins, the last
  /// first.
  [[nodiscard]] std::vector<std::size_t> totals_in(const std::vector<std::size_t>& sentence,
                                                   std::size_t index) const {
    std::vector<std::size_t> totals;
    const std::size_t reasons = first_reason(text_, sentence);
    for (const std::size_t at : std::views::reverse(sentence)) {
      const Statement& total = text_.statements[at];
      if (total.clause >= reasons) continue;
      if (is_value(total) && is_exact_statement(total) && !total.divides && !is_average(total) &&
          units_fit(total.figure, text_.statements[index].figure)) {
        totals.push_back(at);
      }
    }
    put_latest_first(text_, totals);
    return totals;
  }

  /// 指标108个，平均每个项目|12个，其中：…: no list divides an average.
  [[nodiscard]] static bool is_average(const Statement& statement) {
    static constexpr std::string_view words[] = {"平均", "人均", "户均", "车均", "批均"};
    return !prefix_of(statement.name, words).empty();
  }

  [[nodiscard]] bool states_any(const std::vector<std::size_t>& statements) const {
    return std::ranges::any_of(statements,
                               [&](std::size_t at) { return is_value(text_.statements[at]); });
  }

  /// 按资金类型划分，甲80万元，乙20万元, or 按项目类型，分为甲、乙两种。其中：甲80万元…: one more
  /// way to divide what the section speaks of.
  [[nodiscard]] bool sorts(const Span& span, const Between& between) const {
    const bool begins = before_.empty() || before_passage_ != span.passage;
    if (begins && opener_of(text_.clause_text(span.clauses.front())) == Opener::sorted) return true;
    const auto& sentences = text_.sentences[span.passage];
    const Span& first = text_.spans[sentences.front()];
    return begins && between.opener == Opener::among && sentences.size() > 1 && &first != &span &&
           !first.clauses.empty() &&
           trimmed(text_.clause_text(first.clauses.front())).starts_with("按");
  }

  void divide_section(const Span& span, std::size_t index, Between between) {
    constexpr std::size_t farthest = 4;  // passages back
    constexpr std::size_t most = 3;      // statements of each
    const auto& list = text_.passages.list;
    std::vector<std::size_t> totals;
    std::size_t first = span.passage;
    while (first > 0 && span.passage - first < farthest &&
           list[first - 1].section == list[span.passage].section) {
      --first;
    }
    // What leads the section goes before what another way to divide it states.
    for (std::size_t at = first; at < span.passage; ++at) {
      for (const std::size_t total : text_.first_statements(at, most)) {
        const Statement& statement = text_.statements[total];
        if (is_value(statement) && is_exact_statement(statement) && !statement.divides &&
            units_fit(statement.figure, text_.statements[index].figure)) {
          totals.push_back(total);
        }
      }
    }
    if (totals.empty()) return;
    between.opener = Opener::sorted;
    start(Group::Form::listed, totals.front(), between);
    groups_.back().other_totals.assign(totals.begin() + 1, totals.end());
    groups_.back().exact = false;  // of which of them is not said: only the sum tells
  }

  /// 基本支出90万元，包括人员经费和公用经费两部分。: what these come to is said next.
  [[nodiscard]] bool announces_parts(const Span& sentence) const {
    static constexpr std::string_view ends[] = {
        "两部分", "三部分", "四部分", "两个部分", "三个部分", "两项", "三项", "两类", "三类"};
    const Clause& last = text_.clauses[sentence.clauses.back()];
    return sentence.depth == 0 && last.first == last.last &&
           is_value(text_.statements[before_.back()]) &&
           is_exact_statement(text_.statements[before_.back()]) &&
           !suffix_of(trimmed(text_.clause_text(sentence.clauses.back())), ends).empty();
  }

  /// 基本支出中，人员经费90万元，公用经费10万元: the total is named, its figure stands elsewhere.
  /// The list may name some parts only.
  void of_topic(const Span& span, std::size_t index, const Between& between) {
    const std::size_t front = span.clauses.front();
    if (front == text_.statements[index].clause) return of_joined_topic(index, between);
    // 支出构成情况：本年支出合计90万元，其中…: what follows is itself the total.
    static constexpr std::string_view sums[] = {"合计", "总计"};
    if (contains_any(text_.statements[index].name, sums)) return;
    const Topic topic = topic_of(text_.clause_text(front));
    const auto totals = named_before(name_in(topic.whole), index);
    if (totals.empty()) return;
    start(Group::Form::among, totals.front(), between);
    groups_.back().other_totals.assign(totals.begin() + 1, totals.end());
    groups_.back().complete = topic.complete;
    groups_.back().tidy = topic.complete;
  }

  /// 基本支出中人员经费90万元，公用经费10万元: nothing parts the total's name from the first part.
  void of_joined_topic(std::size_t index, const Between& between) {
    constexpr std::string_view among = "中";
    const std::string_view lead = text_.lead(index);
    const std::size_t at = lead.find(among);
    if (at == std::string_view::npos || at == 0 || at + among.size() == lead.size()) return;
    const auto totals = named_before(name_in(lead.substr(0, at)), index);
    if (totals.empty()) return;
    start(Group::Form::among, totals.front(), between);
    groups_.back().other_totals.assign(totals.begin() + 1, totals.end());
  }

  /// Exact amounts of a name before a statement that are counted alike.
  [[nodiscard]] std::vector<std::size_t> named_before(const std::string& name,
                                                      std::size_t index) const {
    if (name.empty() || is_generic(name)) return {};
    NameIndex::Query query;
    query.name = name;
    query.from = index;
    query.like = &text_.statements[index].figure;
    std::vector<std::size_t> totals = names_.find(query);
    std::erase_if(totals, [&](std::size_t total) {
      return total >= index || !is_value(text_.statements[total]) ||
             !is_exact_statement(text_.statements[total]);
    });
    return totals;
  }

  /// 其中 or its like behind a figure of the same span.
  void open(const std::vector<std::size_t>& statements, std::size_t at, const Between& between) {
    const bool among = between.opener == Opener::among || between.opener == Opener::sided ||
                       between.opener == Opener::sorted;
    const Group::Form form = among ? Group::Form::among : Group::Form::listed;
    if (between.semicolon && !open_.empty()) {
      // 编制30人，其中：…；其中：…: again of the first total.
      const std::size_t total = groups_[open_.back()].total;
      open_.clear();
      start(form, total, between);
      return;
    }
    std::optional<std::size_t> total;
    for (std::size_t before = at; before > 0 && !total && at - before < farthest_total; --before) {
      const Statement& candidate = text_.statements[statements[before - 1]];
      // 车辆5辆，价值92万元，其中：轿车3辆…: of what is counted alike.
      if (is_value(candidate) && !candidate.divides && !is_average(candidate) &&
          comparable(candidate.figure, text_.statements[statements[at]].figure) &&
          !is_score_of(candidate, text_.statements[statements[at]])) {
        total = statements[before - 1];
      }
    }
    if (!total) return;
    const Statement& whole = text_.statements[*total];
    if (!is_exact_statement(whole)) return;
    std::optional<std::size_t> parent;
    if (!open_.empty()) {
      const auto& parts = groups_[open_.back()].parts;
      if (std::find(parts.begin(), parts.end(), *total) != parts.end()) parent = open_.back();
    }
    if (!parent) open_.clear();
    start(form, *total, between);
    groups_.back().parent = parent;
  }

  /// 自评得分97分，其中：甲单位48个项目…: things are no parts of a score.
  [[nodiscard]] static bool is_score_of(const Statement& total, const Statement& part) {
    constexpr std::string_view point = "分";
    // 其中项目A自评得分98分
    constexpr std::string_view score = "自评得分";
    if (total.name.ends_with(score) && part.name.ends_with(score)) return true;
    return total.figure.is_in(point) && !part.figure.is_in(point);
  }

  /// 支出90万元，其中：甲项目总投资600万元，累计支付480万元: what was spent in a year has no parts
  /// of several years; nor has it changes for parts (，其中人员经费变动5万元).
  [[nodiscard]] static bool is_of_years(const Statement& total, const Statement& part) {
    static constexpr std::string_view words[] = {"总投资", "概算",   "合同总额",
                                                 "累计",   "总投入", "变动"};
    return contains_any(part.name, words) && !contains_any(total.name, words);
  }

  void start(Group::Form form, std::size_t total, const Between& between) {
    Group group;
    group.form = form;
    group.total = total;
    group.complete = text_.statements[total].complete || between.opener == Opener::parted ||
                     between.opener == Opener::sorted;
    group.sided = between.opener == Opener::sided;
    if (between.opener == Opener::partial) group.exact = false;
    open_.push_back(groups_.size());
    groups_.push_back(std::move(group));
  }

  void take(Group& group, std::size_t index, const Between& between) {
    const Statement& statement = text_.statements[index];
    if (!is_value(statement) || index == group.total || group.parts.size() >= most_parts) return;
    const Statement& total = text_.statements[group.total];
    if (statement.divides || of_other_kind(total, statement) || is_full_mark(text_, index)) return;
    if (is_score_of(total, statement) || is_of_years(total, statement)) return;
    if (qualifies(group, index)) return;
    if (!comparable(statement.figure, total.figure)) {
      group.tidy = false;
      return;
    }
    if (!is_exact_statement(statement)) {
      group.exact = false;
      return;
    }
    if (!units_fit(statement.figure, total.figure)) group.tidy = false;
    if (between.prose && !group.parts.empty()) group.tidy = false;
    if (trimmed(text_.tail(index)).starts_with("等")) group.exact = false;
    group.parts.push_back(index);
    if (group.tidy) group.front = group.parts.size();
  }

  /// 临聘272人、3个|公司聘用人员1155人: a count in front of what is counted, none of the list. Of
  /// 20批次、150人次 both are.
  [[nodiscard]] bool qualifies(const Group& group, std::size_t index) const {
    constexpr std::size_t shortest = 2;  // Han characters
    const Statement& found = text_.statements[index];
    const Statement& total = text_.statements[group.total];
    if (index + 1 >= text_.clauses[found.clause].last || units_fit(found.figure, total.figure) ||
        han_count(text_.tail(index)) < shortest) {
      return false;
    }
    const bool pair =
        group.total > 0 && text_.statements[group.total - 1].figure.unit == found.figure.unit;
    return !pair && units_fit(text_.statements[index + 1].figure, total.figure);
  }

  bool take_last_total(const Span& span, const std::vector<std::size_t>& statements,
                       std::size_t at) {
    static const std::vector<std::size_t> none;
    const auto& before = before_passage_ == span.passage ? before_ : none;
    auto group = total_last(text_, statements, at, before);
    if (group && are_spent(*group)) group.reset();
    if (group) {
      open_.clear();
      groups_.push_back(*std::move(group));
      return true;
    }
    group = adjusted_plan(text_, groups_, statements, at);
    if (group) {
      groups_.push_back(*std::move(group));
      return true;
    }
    return false;
  }

  /// 收入合计90万元，其中：甲60万元、乙30万元；|支出合计80万元: its parts made another total
  /// before.
  [[nodiscard]] bool are_spent(const Group& found) const {
    if (open_.empty() || adds_up(text_, found.total, found.parts)) return false;
    const Group& open = groups_[open_.back()];
    return open.parts.size() > 1 && adds_up(text_, open.total, open.parts) &&
           std::ranges::all_of(found.parts, [&](std::size_t part) {
             return part == open.total || std::ranges::count(open.parts, part) != 0;
           });
  }

  /// 年初预算90万元，其中：甲60万元、乙30万元；|年中追加10万元
  [[nodiscard]] bool leaves_plan(std::size_t index) const {
    return !open_.empty() && text_.statements[groups_[open_.front()].total].role == Role::budget &&
           changes_plan(text_.lead(index));
  }

  const Narrative& text_;
  const NameIndex& names_;
  std::vector<Group> groups_;
  std::optional<std::size_t> divided_;     ///< the last that divides the sentence before
  std::optional<std::size_t> unfinished_;  ///< a 其中 that the next sentences may go on with
  std::vector<std::size_t> open_;          ///< groups that still take parts, innermost last
  std::vector<std::size_t> stated_;  ///< of the last sentence of the passage that states values
  std::vector<std::size_t> before_;  ///< the statements of the sentence before
  std::size_t before_passage_ = 0;
};

}  // namespace

std::vector<Group> find_groups(const Narrative& text, const NameIndex& names) {
  return GroupFinder(text, names).run();
}

namespace {

/// 年初预算90万元，其中邮电费47万元，完成年初预算45万元的104%: what has a budget of its own was
/// spent.
bool has_own_budget(const Narrative& text, std::size_t part) {
  if (part + 1 >= text.statements.size()) return false;
  const Statement& next = text.statements[part + 1];
  return next.role == Role::budget && next.divides &&
         text.clauses[next.clause].span == text.clauses[text.statements[part].clause].span;
}

}  // namespace

void plan_parts(Narrative& text, const std::vector<Group>& groups) {
  for (const Group& group : groups) {
    if (text.statements[group.total].role != Role::budget) continue;
    for (const std::size_t part : group.parts) {
      Statement& statement = text.statements[part];
      // 上年结转10万元 of the year's budget was there, not planned.
      static constexpr std::string_view carried[] = {"结转", "结余"};
      if (statement.role != Role::amount || has_own_budget(text, part) ||
          contains_any(statement.name, carried)) {
        continue;
      }
      statement.role = Role::budget;
      statement.items.clear();
    }
  }
}

}  // namespace tieout::report::narrative
