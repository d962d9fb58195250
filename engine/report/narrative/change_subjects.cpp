// What changed: the figure that a change is of.
#include "report/narrative/change_subjects.hpp"

#include "report/narrative/between.hpp"
#include "report/narrative/characters.hpp"
#include "report/narrative/named_cell.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/openers.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <ranges>
#include <string_view>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t nearest_totals = 3;   // passages before a change that names no figure
constexpr std::size_t longest_lead = 8;     // statements of each
constexpr std::size_t shortest_name = 4;    // Han characters that may stand for a longer name ...
constexpr std::size_t farthest_head = 200;  // clauses from what a list divides to a change
constexpr std::size_t farthest_name = 30;   // ... so many statements before
/// What stands in front of so much for each.
constexpr std::string_view averages[] = {"人均", "平均", "户均", "车均", "次均", "每", "均"};

/// 费用支出较上年减少5万元: the expense that the text is speaking of.
bool stands_for_another(std::string_view name) {
  static constexpr std::string_view words[] = {"费用支出", "费用",   "该项支出",
                                               "该项经费", "该费用", "此项支出"};
  return std::ranges::find(words, name) != std::end(words);
}

/// 收支, 收入支出: of the totals of both.
bool is_both_sides(std::string_view name) {
  static constexpr std::string_view words[] = {"收支",       "收、支",   "收入支出",
                                               "收入、支出", "收支总体", "收入支出总体"};
  static constexpr std::string_view sums[] = {"总计", "总额", "总预算", "总数"};
  return std::ranges::find(words, without_suffixes(name, sums)) != std::end(words);
}

}  // namespace

void ChangeSubjects::choose(Change& change, std::size_t index, const Spoken& spoken) const {
  const Statement& found = text_.statements[index];
  // 收入支出总体与上年相比，增加5万元: the name stands with the comparison.
  const bool in_base = !found.named && !spoken.base_name.empty();
  if ((found.named || in_base) && !change.each) {
    change.name = in_base ? spoken.base_name : found.name;
    change.currents = of_name(change, index);
    if (change.currents.empty()) change.cell = named_cell(text_, binder_, change.name, index);
    if (change.cell) return;
    if (in_base && change.currents.empty() && !stands_for_another(change.name)) {
      if (!spoken.values.empty()) return;
      change.distant = totals_before(index);
      if (is_generic(change.name)) change.currents = the_total(change, spoken.subjects);
      return;
    }
    // 收入总计90万元，支出总计90万元。收支较上年增加5万元
    if (change.currents.empty() && is_both_sides(change.name)) {
      change.currents = the_total(change, spoken.subjects);
      return;
    }
    static constexpr std::string_view roles[] = {"决算", "预算", "支出数", "总数", "总额"};
    if (change.currents.empty()) change.currents = total_of_side(change.name, index);
    const bool open = stands_for_another(change.name) ||
                      (is_generic(found.name) && contains_any(found.name, roles));
    if (!change.currents.empty() || !open) return;
  }
  // 接待费较预算减少2万元，较上年增加1万元: of the same figure.
  if (!found.named && !in_base && !change.each && spoken.values.empty() && spoken.last &&
      !spoken.last->currents.empty()) {
    change.currents = spoken.last->currents;
    change.distant = spoken.last->distant;
    change.cell = spoken.last->cell;
    change.name = spoken.last->name;
    return;
  }
  // 运行费比预算减少2万元，比上年增加1万元: of what it named, whose figure stands elsewhere.
  if (!found.named && !in_base && !change.each && spoken.values.empty() && spoken.last &&
      !spoken.last->name.empty() && !is_generic(spoken.last->name)) {
    change.name = spoken.last->name;
    change.distant = spoken.last->distant;
    return;
  }
  std::vector<std::size_t> values = spoken.subjects;
  if (values.empty()) change.distant = totals_before(index);
  // 支出总计5万元，其中：年末结转1万元。收入、支出总计各增加1万元
  static constexpr std::string_view totals[] = {"总计", "总决算", "总预算", "总收入", "总支出"};
  if (change.each && contains_any(text_.lead(index), totals)) {
    const auto is_total = [&](std::size_t at) {
      return contains_any(text_.statements[at].name, totals);
    };
    const auto is_of_part = [&](std::size_t at) {
      const std::string& name = text_.statements[at].name;
      return !is_generic(name) && !is_both_sides(name);
    };
    if (std::ranges::any_of(values, is_total)) {
      std::erase_if(values, std::not_fn(is_total));
    } else {
      std::erase_if(values, is_of_part);
    }
    // 收、支总决算90万元。…其中，…。与年初预算相比，收、支总计各增加5万元
    if (values.empty() && found.named) {
      change.name = found.name;
      values = of_name(change, index);
    }
  }
  // 结转40万元，结转率7%，较上年的47万元下降15%: of what is counted as the change or its base is.
  const std::optional<std::size_t> alike = change.amount ? change.amount : change.prior;
  if (!change.each && alike) {
    std::erase_if(values, [&](std::size_t at) {
      return !comparable(text_.statements[at].figure, text_.statements[*alike].figure);
    });
  }
  drop_averages(change, values, spoken, index);
  // 培训费8万元，人均250元，比上年10万元减少2万元: of what is counted in its unit, not per head.
  if (!change.each && alike && values.size() > 1) leave_averages(values, *alike);
  const std::size_t last =
      values.size() - std::min(values.size(), change.each ? std::size_t{2} : 1);
  change.currents.assign(values.begin() + static_cast<std::ptrdiff_t>(last), values.end());
  // Of several figures of the sentence before, the change may be of its first or of its last.
  const auto planned = [this](std::size_t at) { return text_.statements[at].role == Role::budget; };
  if (!change.each && spoken.values.empty() && values.size() > 1) {
    // 预算20万元，支出12万元，其中：甲10万元，乙2万元。较上年减少1万元: not of what was planned.
    const auto first = std::ranges::find_if(
        values, [&](std::size_t at) { return planned(at) == planned(values.back()); });
    if (!same_value(text_.statements[*first].figure, text_.statements[values.back()].figure)) {
      change.currents.push_back(*first);
    }
  }
  if (!change.each && !spoken.values.empty()) add_head_of_list(change, index);
  // 人口90万人，其中…。老人20万人，占22%。与2010年相比减少5万人: of what the passage spoke of
  // first.
  if (!change.each && spoken.values.empty() && !change.head) {
    for (const std::size_t at : text_.first_statements(found.passage, 1)) {
      if (at < index && states_value(text_.statements[at])) change.head = at;
    }
  }
  std::erase_if(change.currents, [&](std::size_t at) {
    const Statement& value = text_.statements[at];
    return !is_exact_statement(value) || (change.amount && !comparable(value.figure, found.figure));
  });
  // 收、支总计90万元。与年初预算80万元相比，支出决算数减少2万元: none of the totals of both sides.
  constexpr std::string_view spent = "支出";
  constexpr std::string_view grand = "总计";
  if (found.named && found.name.starts_with(spent) && found.name.find(grand) == found.name.npos) {
    std::erase_if(change.currents,
                  [&](std::size_t at) { return text_.statements[at].name.ends_with(grand); });
  }
  drop_impossible(change);
  drop_unlike_prior(change);
  change.name =
      change.currents.empty() ? found.name : text_.statements[change.currents.front()].name;
}

/// 接待费5万元。接待90批次，人均113元。较上年42万元减少3万元: a sentence that compares by itself
/// goes on with what the passage spoke of first, not with so much a head.
void ChangeSubjects::drop_averages(const Change& change, std::vector<std::size_t>& values,
                                   const Spoken& spoken, std::size_t index) const {
  if (change.each || !spoken.values.empty() || values.empty()) return;
  const auto is_average = [&](std::size_t at) {
    return !prefix_of(trimmed(text_.lead(at)), averages).empty();
  };
  if (!is_average(values.back())) return;
  std::erase_if(values, is_average);
  if (!change.amount || !change.prior) return;
  constexpr std::size_t most = 6;
  const figure::Figure& prior = text_.statements[*change.prior].figure;
  const figure::Figure& amount = text_.statements[*change.amount].figure;
  for (const std::size_t at : text_.first_statements(text_.statements[index].passage, most)) {
    const Statement& value = text_.statements[at];
    if (at >= *change.prior || !states_value(value) || !comparable(value.figure, prior)) continue;
    const figure::Rational moved = change.direction == Direction::down
                                       ? figure::Rational(prior.base() - value.figure.base())
                                       : figure::Rational(value.figure.base() - prior.base());
    if (moved == amount.base()) {
      values = {at};
      return;
    }
  }
}

void ChangeSubjects::leave_averages(std::vector<std::size_t>& values, std::size_t alike) const {
  const figure::Unit* const unit = text_.statements[alike].figure.unit;
  const auto other_unit = [&](std::size_t at) { return text_.statements[at].figure.unit != unit; };
  while (values.size() > 1 && other_unit(values.back()) &&
         contains_any(text_.lead(values.back()), averages) &&
         !std::ranges::all_of(values, other_unit)) {
    values.pop_back();
  }
}

void ChangeSubjects::add_head_of_list(Change& change, std::size_t index) const {
  if (change.currents.size() != 1) return;
  const Span& span = text_.span_of(index);
  const std::size_t own = text_.statements[index].clause;
  std::optional<std::size_t> head;
  std::size_t listed = 0;
  bool of_part = false;    // a share, a rate or a change of a part was stated last
  bool semicolon = false;  // ... but a semicolon ended the list
  const auto near = std::ranges::lower_bound(span.clauses, own - std::min(own, farthest_head));
  for (const std::size_t at : std::ranges::subrange(near, span.clauses.end())) {
    if (at > own) break;
    const Clause& clause = text_.clauses[at];
    const bool opens = opener_of(text_.clause_text(at)) != Opener::none;
    if (const auto total = opens ? total_before(clause.first, own) : std::nullopt) {
      head = total;
      listed = 0;
      of_part = semicolon = false;
    }
    for (std::size_t each = clause.first; each < clause.last && each < index; ++each) {
      const Statement& statement = text_.statements[each];
      const bool value = states_value(statement) && statement.role != Role::base;
      if (value) {
        ++listed;
        semicolon = false;
      }
      // 其中：甲…，占40%；乙…，完成预算的80%，比上年…: what is said of each part is not of the
      // whole.
      of_part = of_part || (!value && statement.role != Role::base);
    }
    semicolon = semicolon || clause.mark == U'；' || clause.mark == U';';
  }
  const bool ended = semicolon && text_.clauses[own].base;
  change.head = head;
  if (!head || listed < 2 ||
      follows_semicolon(text_, text_.statements[change.currents.front()].clause) ||
      (of_part && !ended) || !states_value(text_.statements[*head]) ||
      text_.clauses[text_.statements[*head].clause].span != text_.clauses[own].span ||
      same_value(text_.statements[*head].figure,
                 text_.statements[change.currents.front()].figure)) {
    return;
  }
  change.currents.push_back(*head);
}

std::optional<std::size_t> ChangeSubjects::total_before(std::size_t first, std::size_t own) const {
  constexpr std::size_t farthest = 4;  // statements: its share, its bracket
  const std::size_t span = text_.clauses[own].span;
  for (std::size_t at = first; at > first - std::min(first, farthest); --at) {
    const Statement& total = text_.statements[at - 1];
    if (total.passage != text_.spans[span].passage) break;
    if (text_.clauses[total.clause].span == span && states_value(total) &&
        total.role != Role::base) {
      return at - 1;
    }
  }
  return std::nullopt;
}

void ChangeSubjects::drop_impossible(Change& change) const {
  if (!change.amount || change.direction != Direction::up || change.currents.size() < 2) return;
  const figure::Rational more = text_.statements[*change.amount].figure.base();
  const auto impossible = [&](std::size_t at) { return text_.statements[at].figure.base() < more; };
  if (!std::ranges::all_of(change.currents, impossible)) {
    std::erase_if(change.currents, impossible);
  }
}

void ChangeSubjects::drop_unlike_prior(Change& change) const {
  constexpr int near = 10;  // one figure is off by no more than this part of what is expected ...
  constexpr int far = 7;    // ... and the others by more than this
  if ((!change.amount && !change.percent) || !change.prior || change.currents.size() < 2) return;
  const figure::Rational prior = text_.statements[*change.prior].figure.base();
  const figure::Rational moved =
      change.amount ? text_.statements[*change.amount].figure.base()
                    : figure::Rational(prior * text_.statements[*change.percent].figure.base());
  const figure::Rational expected =
      change.direction == Direction::down ? prior - moved : prior + moved;
  const auto apart = [&](std::size_t at) {
    const figure::Rational value = text_.statements[at].figure.base();
    return value > expected ? figure::Rational(value - expected)
                            : figure::Rational(expected - value);
  };
  const auto unlike = [&](std::size_t at) {
    const figure::Rational value = text_.statements[at].figure.base();
    return value > expected * 2 || value * 2 < expected;
  };
  if (!std::ranges::all_of(change.currents, unlike)) std::erase_if(change.currents, unlike);
  const auto is_near = [&](std::size_t at) { return apart(at) * near <= expected; };
  const auto is_far = [&](std::size_t at) { return apart(at) * far > expected; };
  const auto count = std::ranges::count_if(change.currents, is_near);
  const bool clear = std::ranges::all_of(change.currents,
                                         [&](std::size_t at) { return is_near(at) || is_far(at); });
  if (count == 1 && clear) std::erase_if(change.currents, is_far);
}

std::vector<std::size_t> ChangeSubjects::of_name(Change& change, std::size_t index) const {
  const Statement& found = text_.statements[index];
  static constexpr std::string_view plan = "预算";
  NameIndex::Query query;
  query.name = change.name;
  query.from = index;
  query.year = found.year ? found.year : text_.period;
  if (is_generic(change.name)) query.reach = NameIndex::Query::Reach::passage;
  if (change.name.find(plan) == std::string::npos) query.avoided = Role::budget;
  if (change.amount) query.like = &found.figure;
  std::vector<std::size_t> currents = names_.find(query);
  // 收入总计90万元，支出总计90万元。|与上年相比，收入总计减少5万元: in the next passage.
  static constexpr std::string_view sums[] = {"总计", "合计", "本年"};
  if (currents.empty() && query.reach == NameIndex::Query::Reach::passage &&
      contains_any(change.name, sums)) {
    query.reach = NameIndex::Query::Reach::section;
    currents = names_.find(query);
  }
  if (currents.empty()) currents = of_longer_name(change.name, index);
  std::erase_if(currents, [&](std::size_t at) {
    const Statement& candidate = text_.statements[at];
    return candidate.role == Role::base ||
           (change.base && change.base->kind == Base::Kind::year && !change.base->year &&
            candidate.year && text_.period && *candidate.year < *text_.period);
  });
  // 总收入90万元，其中：本年收入80万元。收入总计增加5万元: of the one that is a grand total too.
  constexpr std::string_view grand = "总";
  const auto is_part = [&](std::size_t at) {
    return text_.statements[at].name.find(grand) == std::string::npos;
  };
  if (change.name.find(grand) != std::string::npos && !std::ranges::all_of(currents, is_part)) {
    std::erase_if(currents, is_part);
  }
  // 收入总计90万元，其中：本年收入80万元。本年收入减少5万元: of the one that is of the year alone.
  constexpr std::string_view own_year = "本年";
  const auto is_all = [&](std::size_t at) {
    return text_.statements[at].name.find(own_year) == std::string::npos;
  };
  if (change.name.find(own_year) != std::string::npos && !std::ranges::all_of(currents, is_all)) {
    std::erase_if(currents, is_all);
  }
  std::copy_if(currents.begin(), currents.end(), std::back_inserter(change.distant),
               [&](std::size_t at) { return too_far(at, found.passage); });
  std::erase_if(currents, [&](std::size_t at) { return too_far(at, found.passage); });
  return currents;
}

std::vector<std::size_t> ChangeSubjects::of_longer_name(std::string_view name,
                                                        std::size_t index) const {
  static constexpr std::string_view plans[] = {"预算", "预算数", "预算总额", "预算汇总数"};
  static constexpr std::string_view dresses[] = {
      "财政拨款", "一般公共预算", "公共财政预算", "财政", "安排", "部门", "使用",
      "的",       "全区",         "全市",         "全县", "全省", "全镇", "全乡",
      "市",       "县",           "区",           "省",   "本级", "总"};
  const Statement& found = text_.statements[index];
  const std::string_view plain = without_suffixes(name, plans);
  const bool planned = plain.size() < name.size();
  const std::string core = core_of(plain, text_.entity);
  if (han_count(plain) < shortest_name || is_generic(plain)) return {};
  const std::size_t last = index - std::min(index, farthest_name);
  for (std::size_t at = index; at > last; --at) {
    const Statement& candidate = text_.statements[at - 1];
    if (too_far(at - 1, found.passage)) break;
    if (!states_value(candidate) || !is_exact_statement(candidate) || candidate.divides ||
        (candidate.role == Role::budget) != planned ||
        !comparable(candidate.figure, found.figure) || !candidate.core.ends_with(core)) {
      continue;
    }
    const std::string_view front =
        std::string_view(candidate.core).substr(0, candidate.core.size() - core.size());
    if (without_prefixes(front, dresses).empty()) return {at - 1};
  }
  return {};
}

std::vector<std::size_t> ChangeSubjects::total_of_side(std::string_view name,
                                                       std::size_t index) const {
  static constexpr std::string_view plain[] = {"收入", "支出", "总收入", "总支出"};
  static constexpr std::string_view sums[] = {"合计", "总计", "总额", "总数", "总"};
  constexpr std::string_view spent = "支出";
  const std::string_view whole = suffix_of(name, plain);
  static constexpr std::string_view dresses[] = {"总", "年度", "本年", "全年", "实际"};
  if (whole.empty() ||
      !without_prefixes(name.substr(0, name.size() - whole.size()), dresses).empty())
    return {};
  const std::string_view side = whole.ends_with(spent) ? "支出" : "收入";
  const std::size_t last = index - std::min(index, farthest_name);
  for (std::size_t at = index; at > last; --at) {
    const Statement& candidate = text_.statements[at - 1];
    if (candidate.passage != text_.statements[index].passage) break;
    const std::size_t begin = candidate.name.rfind(side);
    if (begin == std::string::npos || !states_value(candidate) || !is_exact_statement(candidate) ||
        candidate.role == Role::base || candidate.role == Role::budget ||
        !comparable(candidate.figure, text_.statements[index].figure)) {
      continue;
    }
    const std::string_view behind = std::string_view(candidate.name).substr(begin + side.size());
    const std::string_view front = std::string_view(candidate.name).substr(0, begin);
    const bool total = front.ends_with("总") || !prefix_of(behind, sums).empty();
    if (total) return {at - 1};
  }
  return {};
}

bool ChangeSubjects::too_far(std::size_t at, std::size_t passage) const {
  const auto chapter = [this](std::size_t of) {
    return text_.passages.sections.chapter(text_.passages.list[of].section);
  };
  return chapter(text_.statements[at].passage) != chapter(passage);
}

std::vector<std::size_t> ChangeSubjects::totals_before(std::size_t index) const {
  std::vector<std::size_t> found;
  const std::size_t passage = text_.statements[index].passage;
  const auto& list = text_.passages.list;
  const std::size_t first = passage - std::min(passage, nearest_totals);
  for (std::size_t at = passage; at > first && list[at - 1].section == list[passage].section;
       --at) {
    for (const std::size_t of : text_.first_statements(at - 1, longest_lead)) {
      const Statement& total = text_.statements[of];
      if (states_value(total) && is_exact_statement(total) &&
          comparable(total.figure, text_.statements[index].figure)) {
        found.push_back(of);
      }
    }
  }
  return found;
}

std::vector<std::size_t> ChangeSubjects::the_total(const Change& change,
                                                   const std::vector<std::size_t>& subjects) const {
  static constexpr std::string_view words[] = {"总计", "总额", "总预算"};
  std::vector<std::size_t> totals = subjects.empty() ? change.distant : subjects;
  std::erase_if(totals, [this](std::size_t at) {
    return !is_exact_statement(text_.statements[at]) ||
           !contains_any(text_.statements[at].name, words);
  });
  const bool one = std::ranges::all_of(totals, [&](std::size_t at) {
    return same_value(text_.statements[at].figure, text_.statements[totals.front()].figure);
  });
  if (totals.empty() || !one) return {};
  return {totals.front()};
}

}  // namespace tieout::report::narrative
