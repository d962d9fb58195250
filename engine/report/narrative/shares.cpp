// Shares of a whole: 基本支出359.39万元，占总支出的36%.
#include "report/narrative/shares.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/divisions.hpp"
#include "report/narrative/implied_wholes.hpp"
#include "report/narrative/named_cell.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/openers.hpp"
#include "report/narrative/own_words.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/plain_targets.hpp"
#include "report/narrative/plan_wording.hpp"
#include "report/narrative/share_doubts.hpp"
#include "report/narrative/share_lists.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest_part = 10;  // statements before the percentage
constexpr std::size_t farthest_lead = 20;  // statements from the start of the passage
constexpr std::size_t shortest_end = 5;    // Han characters in which two names of a whole end
constexpr std::size_t longest_list = 60;   // passages from what they share to the last of them

class ShareFinder {
 public:
  ShareFinder(const Narrative& text, const NameIndex& names, const std::vector<Group>& groups,
              const Binder& binder, const schema::Schema& schema)
      : text_(text),
        names_(names),
        binder_(binder),
        divisions_(schema, text.entity),
        doubts_(text, totals_) {
    for (const Group& group : groups) {
      for (const std::size_t part : group.parts) totals_.emplace(part, total_for(group, part));
    }
  }

  /// The total that a part is of: the one that the parts add to; one that is smaller than the part
  /// cannot be it.
  [[nodiscard]] std::size_t total_for(const Group& group, std::size_t part) const {
    const auto sum = [&](std::size_t total) { return adds_up(text_, total, group.parts); };
    if (!sum(group.total)) {
      const auto found = std::ranges::find_if(group.other_totals, sum);
      if (found != group.other_totals.end()) return *found;
    }
    const auto holds = [&](std::size_t total) {
      return text_.statements[part].figure.base() <= text_.statements[total].figure.base();
    };
    if (holds(group.total)) return group.total;
    const auto larger = std::ranges::find_if(group.other_totals, holds);
    return larger == group.other_totals.end() ? group.total : *larger;
  }

  std::vector<Share> run() {
    for (const Span& span : text_.spans) {
      const std::vector<std::size_t> statements = text_.statements_of(span);
      for (std::size_t at = 0; at < statements.size(); ++at) {
        if (text_.statements[statements[at]].role == Role::share) add(span, statements, at);
      }
    }
    settle_share_lists(text_, totals_, found_);
    leave_own_sums();
    imply_wholes(text_, divisions_, found_);
    doubts_.leave_other_whole(found_);
    return std::move(found_);
  }

 private:
  /// 收入总计90万元…。局本级支出10万元，占25%；所属单位支出30万元，占75%: percentages of a sentence
  /// that make 100% and are those of the sum of their parts are of nothing else.
  void leave_own_sums() {
    for (std::size_t first = 0; first < found_.size();) {
      std::size_t last = first + 1;
      while (last < found_.size() && span_of(last) == span_of(first)) ++last;
      if (are_of_own_sum(first, last)) {
        for (std::size_t at = first; at < last; ++at) found_[at].wholes.clear();
      }
      first = last;
    }
  }

  [[nodiscard]] const Span* span_of(std::size_t share) const {
    return &text_.span_of(found_[share].percent);
  }

  [[nodiscard]] bool are_of_own_sum(std::size_t first, std::size_t last) const {
    if (last - first < 2) return false;
    // 按功能分类：…: of what was spoken of before.
    const Clause& lead = text_.clauses[span_of(first)->clauses.front()];
    if (lead.first == lead.last) return false;
    figure::Rational sum = 0;
    figure::Rational percents = 0;
    for (std::size_t at = first; at < last; ++at) {
      const Share& share = found_[at];
      if (!share.part || !is_exact_statement(text_.statements[*share.part]) ||
          !comparable(text_.statements[*share.part].figure,
                      text_.statements[*found_[first].part].figure) ||
          !text_.statements[share.percent].of.empty() || totals_.contains(*share.part) ||
          std::ranges::any_of(share.wholes, [&](std::size_t whole) {
            return fits(share, whole) || &text_.span_of(whole) == span_of(first);
          })) {
        return false;
      }
      sum += text_.statements[*share.part].figure.base();
      percents += text_.statements[share.percent].figure.base();
    }
    if (sum <= 0 || percents != 1) return false;
    for (std::size_t at = first; at < last; ++at) {
      const figure::Figure& percent = text_.statements[found_[at].percent].figure;
      const figure::Rational apart =
          text_.statements[*found_[at].part].figure.base() / sum - percent.base();
      if (apart > percent.half_step() || -apart > percent.half_step()) return false;
    }
    return true;
  }

  void add(const Span& span, const std::vector<std::size_t>& statements, std::size_t at) {
    const bool said = text_.lead(statements[at]).find("分别") != std::string_view::npos;
    if (said || lists_percentages(statements, at)) return respectively(statements, at, said);
    Share share;
    share.percent = statements[at];
    const Statement& percent = text_.statements[share.percent];
    share.whole_name = percent.of;
    const bool behind = at + 1 < statements.size() && is_part_behind(text_, statements[at + 1]);
    share.part = behind ? std::optional(statements[at + 1]) : part_before(span, statements, at);
    if (percent.named && !is_part_name(share, percent.name)) {
      share.part = part_of_name(share.percent, percent.name);
      share.name = percent.name;
    } else if (share.part) {
      share.name = text_.statements[*share.part].name;
    }
    find_whole(share);
    keep(std::move(share));
  }

  void keep(Share share) {
    const bool chained = text_.statements[share.percent].of.empty();
    if (share.part && chained) chained_parts_.insert(*share.part);
    if (share.whole_name.empty() && !share.wholes.empty()) {
      share.whole_name = text_.statements[share.wholes.front()].name;
    }
    found_.push_back(std::move(share));
  }

  /// 占总支出的36%和64%
  [[nodiscard]] bool lists_percentages(const std::vector<std::size_t>& statements,
                                       std::size_t at) const {
    static constexpr std::string_view joints[] = {"和", "、", "及", "与"};
    if (at + 1 == statements.size()) return false;
    const Statement& first = text_.statements[statements[at]];
    const Statement& second = text_.statements[statements[at + 1]];
    const std::string_view between =
        trimmed(text_.passage_text(first.passage).substr(first.end, second.begin - first.end));
    return !between.empty() && prefix_of(between, joints) == between &&
           comparable(text_.statements[statements[at + 1]].figure,
                      text_.statements[statements[at]].figure);
  }

  /// 甲359万元、乙643万元，分别占总支出的36%、64%: as many figures as percentages, in their order.
  /// Where 分别 is not said with them, the figures must be such a list (359万元和643万元).
  void respectively(const std::vector<std::size_t>& statements, std::size_t at, bool said) {
    std::size_t end = at + 1;
    while (end < statements.size() && han_count(text_.lead(statements[end])) <= 1 &&
           comparable(text_.statements[statements[end]].figure,
                      text_.statements[statements[at]].figure)) {
      ++end;
    }
    const std::size_t count = end - at;
    if (count < 2 || at < count) return;
    if (!said && han_count(text_.lead(statements[at - 1])) > 1) return;
    if (is_of_money(statements[at]) && counts_things(statements[at - count])) return;
    for (std::size_t index = 0; index < count; ++index) {
      const std::size_t part = statements[at - count + index];
      if (!states_value(text_.statements[part]) || !is_exact_statement(text_.statements[part])) {
        return;
      }
    }
    for (std::size_t index = 0; index < count; ++index) {
      Share share;
      share.percent = statements[at + index];
      share.part = statements[at - count + index];
      share.name = text_.statements[*share.part].name;
      share.whole_name = text_.statements[statements[at]].of;
      find_whole(share);
      keep(std::move(share));
    }
  }

  /// 甲15个、乙11个，资金占比分别为62%和38%: not of how many there are.
  [[nodiscard]] bool is_of_money(std::size_t percent) const {
    static constexpr std::string_view words[] = {"资金占比", "金额占比", "投资占比", "经费占比"};
    return contains_any(text_.lead(percent), words);
  }

  [[nodiscard]] bool counts_things(std::size_t statement) const {
    const figure::Unit* const unit = text_.statements[statement].figure.unit;
    return unit != nullptr && unit->dimension.kind() == figure::Dimension::Kind::count;
  }

  /// The figure that the share is of: the value before it, or the owner of its bracket.
  [[nodiscard]] std::optional<std::size_t> part_before(const Span& span,
                                                       const std::vector<std::size_t>& statements,
                                                       std::size_t at) const {
    const Statement* const goal = at > 0 ? &text_.statements[statements[at - 1]] : nullptr;
    const bool of_goal =
        goal != nullptr && goal->divides && fulfils(text_.lead(statements[at - 1]));
    for (std::size_t before = at; before > 0 && at - before < farthest_part; --before) {
      const Statement& candidate = text_.statements[statements[before - 1]];
      // 培训12期、800人次，完成目标10期的120%: what was to be 10 is counted alike.
      if (of_goal && candidate.figure.unit != goal->figure.unit) continue;
      // 培训8期480人，平均每期60人，完成计划450人的106.67%: no average is what was done.
      if (of_goal && is_average(candidate)) continue;
      // 决算90万元，节余10万元，占预算的10%
      if (candidate.role == Role::difference && before == at && !candidate.divides) {
        return is_exact_statement(candidate) ? std::optional(statements[before - 1]) : std::nullopt;
      }
      if (states_value(candidate) && candidate.role != Role::ratio &&
          candidate.role != Role::base && !candidate.divides) {
        return candidate.range ? std::nullopt : std::optional(statements[before - 1]);
      }
    }
    return span.depth > 0 ? span.owner : std::nullopt;
  }

  [[nodiscard]] static bool is_average(const Statement& statement) {
    static constexpr std::string_view words[] = {"平均", "人均", "均", "每"};
    return !prefix_of(statement.name, words).empty();
  }

  [[nodiscard]] bool is_part_name(const Share& share, std::string_view name) const {
    if (!share.part) return false;
    const std::string core = core_of(name, text_.entity);
    const Statement& part = text_.statements[*share.part];
    // 税收收入80万元，税收占比92%
    static constexpr std::string_view sides[] = {"收入", "支出"};
    const bool short_name = !core.empty() && without_suffixes(part.core, sides) == core;
    // 本年支出90万元，…，其他支出占8%: not the share of what was stated.
    constexpr std::string_view others = "其他";
    return part.core == core || short_name || (is_generic(name) && !name.starts_with(others));
  }

  [[nodiscard]] std::optional<std::size_t> part_of_name(std::size_t percent,
                                                        std::string_view name) const {
    NameIndex::Query query;
    query.name = name;
    query.from = percent;
    const std::vector<std::size_t> found = names_.find(query);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
  }

  void find_whole(Share& share) {
    if (share.percent > 0 && text_.statements[share.percent - 1].divides) {
      share.wholes = {share.percent - 1};  // 占编制143人的95.10%
      return;
    }
    const std::optional<std::size_t> total = total_of(share);
    if (share.whole_name.empty()) {
      if (total) {
        share.wholes = {*total};
        if (stands_apart(share) && !fits(share, *total)) add_fitting(share);
      } else if (!found_.empty() && continues(found_.back(), share)) {
        share.wholes = found_.back().wholes;
      }
      bool named = false;  // 收入预算中，…: of what nothing else is
      if (share.wholes.empty()) share.wholes = topic(share, named);
      if (share.wholes.empty() && !named) share.wholes = leading_statement(share);
      if (share.wholes.empty() && !named) share.wholes = leading_passage(share);
      if (!total) doubts_.drop_smaller(share);
      doubts_.add_whole_of_others(share, found_);
      lift(share);
      return;
    }
    if (total && is_called(*total, share.whole_name)) {
      share.wholes = {*total};
      (void)doubts_.leave_other_sum(share);
      return;
    }
    share.wholes = of_own_sentence(share);
    if (share.wholes.empty()) share.wholes = of_name(share, share.whole_name);
    keep_own_sum(share);
    if (total && (share.wholes.empty() || agrees(*total, share.whole_name))) {
      std::erase(share.wholes, *total);
      if (agrees(*total, share.whole_name) || is_generic(share.whole_name)) {
        share.wholes.insert(share.wholes.begin(), *total);
      }
    }
    // 甲总投资90万元，累计支付60万元，占总投资的67%, where another 总投资 of 30万元 came before.
    if (!share.wholes.empty() && share.part) {
      const Share before = share;
      doubts_.drop_smaller(share);
      if (share.wholes.empty()) share.wholes = of_longer_name(share);
      if (share.wholes.empty() && !before.wholes.empty()) return;
    }
    if (share.wholes.empty()) share.wholes = of_longer_name(share);
    if (share.wholes.empty()) share.wholes = planned_before(share);
    prefer_total(share);
    prefer_own_words(share, total);
    if (doubts_.leave_other_sum(share)) return;
    if (keep_alike(share)) return;
    if (share.wholes.empty() && share.part) {
      share.cell = named_cell(text_, binder_, share.whole_name, *share.part);
    }
    // 占某局（某办）预算总支出的: called in a way that nothing else is, and still the list's total.
    if (share.wholes.empty() && !share.cell && total &&
        (fits(share, *total) || is_total_of_side(*total, share.whole_name))) {
      share.wholes = {*total};
    }
  }

  /// 三个项目预算90万元，结余5万元，占全部结余的10%: of what is left of everything, which may stand
  /// farther up; nothing that is called otherwise. Whether the share names such a whole.
  bool keep_alike(Share& share) const {
    static constexpr std::string_view all[] = {"全部", "所有"};
    constexpr std::size_t farthest = 100;  // statements
    const std::string_view rest = without_prefixes(share.whole_name, all);
    if (!share.part || rest.empty() || rest.size() == share.whole_name.size() ||
        !text_.statements[*share.part].name.ends_with(rest)) {
      return false;
    }
    std::erase_if(share.wholes, [&](std::size_t at) {
      return text_.statements[at].name.find(rest) == std::string::npos;
    });
    const std::size_t last = *share.part - std::min(*share.part, farthest);
    for (std::size_t at = *share.part; at > last && share.wholes.empty(); --at) {
      const bool alike = text_.statements[at - 1].name.find(rest) != std::string::npos;
      if (alike && may_be_whole(share, at - 1, true) && fits(share, at - 1))
        share.wholes = {at - 1};
    }
    return true;
  }

  /// 年初预算90万元，追加9万元，…。追加占比10%: in a sentence of its own, of whatever was stated.
  [[nodiscard]] bool stands_apart(const Share& share) const {
    return &text_.span_of(*share.part) != &text_.span_of(share.percent);
  }

  /// One more reading: what the passage states first that the percentage fits.
  void add_fitting(Share& share) const {
    for (const std::size_t whole : leading_statement(share)) {
      if (fits(share, whole)) share.wholes.push_back(whole);
    }
  }

  /// 支出90万元，其中：甲60万元，其中：乙40万元、丙20万元，占67%: behind its parts still the share
  /// of 甲.
  void lift(Share& share) const {
    if (!share.part || share.wholes.empty() ||
        std::ranges::any_of(share.wholes, [&](std::size_t at) { return fits(share, at); })) {
      return;
    }
    const auto owner = total_of(share);
    if (!owner || !follows_bare_part(*share.part, *owner)) return;
    const figure::Figure& percent = text_.statements[share.percent].figure;
    Share lifted = share;
    lifted.part = owner;
    const auto total = totals_.find(*owner);
    lifted.wholes = total != totals_.end() ? std::vector<std::size_t>{total->second}
                                           : leading_statement(lifted);
    if (lifted.wholes.empty() && !found_.empty()) lifted.wholes = found_.back().wholes;
    const bool fit = std::ranges::any_of(lifted.wholes, [&](std::size_t whole) {
      return makes_share(text_.statements[*owner].figure, text_.statements[whole].figure, percent);
    });
    if (!fit) {
      share.wholes.clear();  // of which of the two it is, nobody can tell
      return;
    }
    lifted.name = text_.statements[*owner].name;
    share = std::move(lifted);
  }

  /// 其中：乙40万元、|丙20万元，占67%: the parts before have no shares of their own.
  [[nodiscard]] bool follows_bare_part(std::size_t part, std::size_t owner) const {
    const auto before = totals_.lower_bound(part);
    if (before == totals_.begin()) return false;
    const auto [sibling, total] = *std::prev(before);
    return total == owner && text_.statements[sibling + 1].role != Role::share;
  }

  /// 经费年初预算9万元，支出决算为7万元，其中：甲4万元，占总支出决算的57%: the sentence's own
  /// 支出决算, if the percentage fits it.
  void prefer_own_words(Share& share, std::optional<std::size_t> total) const {
    constexpr std::string_view grand = "总";
    static constexpr std::string_view copulas[] = {"为", "共", "是", "数"};
    const std::string_view name = share.whole_name;
    if (!total || !share.part || !name.starts_with(grand) || !fits(share, *total)) return;
    const std::string_view said = without_suffixes(trimmed(text_.lead(*total)), copulas);
    if (said == name.substr(grand.size())) share.wholes = {*total};
  }

  /// 甲项目总投资90万元，…，占总投资的80%: what its own sentence calls so, whatever else is called
  /// so.
  [[nodiscard]] std::vector<std::size_t> of_own_sentence(const Share& share) const {
    if (!share.part || han_count(share.whole_name) < 2 || is_generic(share.whole_name)) return {};
    std::vector<std::size_t> found;
    for (const std::size_t at : text_.statements_of(text_.span_of(*share.part))) {
      if (at >= *share.part) break;
      const Statement& candidate = text_.statements[at];
      if (candidate.name.ends_with(share.whole_name) && may_be_whole(share, at, true)) {
        found.push_back(at);
      }
    }
    return found.size() == 1 ? found : std::vector<std::size_t>();
  }

  /// 占本年支出合计的, where 支出合计 and 支出总计 were stated: not of the other, unless it fits
  /// that.
  void keep_own_sum(Share& share) const {
    static constexpr std::string_view sums[] = {"合计", "总计"};
    const std::string_view own = suffix_of(share.whole_name, sums);
    if (own.empty() || !share.part) return;
    const auto ends_so = [&](std::size_t at) { return text_.statements[at].name.ends_with(own); };
    if (std::ranges::none_of(share.wholes, ends_so)) return;
    std::erase_if(share.wholes, [&](std::size_t at) {
      return !suffix_of(text_.statements[at].name, sums).empty() && !ends_so(at) &&
             !fits(share, at);
    });
  }

  /// 占本年支出的, where 本年支出 was said of the very part as well: 本年支出合计 is the whole, if
  /// the percentage fits it.
  void prefer_total(Share& share) const {
    if (!share.part || share.wholes.size() != 1 || fits(share, share.wholes.front()) ||
        !same_value(text_.statements[*share.part].figure,
                    text_.statements[share.wholes.front()].figure)) {
      return;
    }
    const std::string total = share.whole_name + "合计";
    for (const std::size_t whole : of_name(share, total)) {
      if (fits(share, whole)) share.wholes = {whole};
    }
  }

  /// 占授予中小企业合同金额的, where only 全省授予中小企业合同金额 was stated before in the
  /// passage, else in the section.
  [[nodiscard]] std::vector<std::size_t> of_longer_name(const Share& share) const {
    if (!share.part) return {};
    const std::string core = core_of(share.whole_name, text_.entity);
    const bool long_core = han_count(core) >= shortest_end;
    // 占总投资的 of 项目总投资: short, but to the letter.
    const bool long_name = han_count(share.whole_name) > 2;
    std::vector<std::size_t> found;
    const auto& passages = text_.passages.list;
    const std::size_t passage = text_.statements[share.percent].passage;
    const std::size_t first = *share.part - std::min(*share.part, farthest_lead);
    for (std::size_t at = *share.part; at > first; --at) {
      const Statement& candidate = text_.statements[at - 1];
      if (candidate.passage != passage && !found.empty()) break;
      if (passages[candidate.passage].section != passages[passage].section) break;
      const bool ends_so = (long_core && candidate.core.ends_with(core)) ||
                           (long_name && candidate.name.ends_with(share.whole_name));
      if (!ends_so || is_last_of_two(candidate.name, share.whole_name) ||
          !may_be_whole(share, at - 1, true))
        continue;
      if (found.empty() || !same_value(text_.statements[found.front()].figure, candidate.figure)) {
        found.push_back(at - 1);
      }
    }
    return found.size() == 1 ? found : std::vector<std::size_t>();
  }

  /// 绩效目标14户，实际完成14户，占年度目标任务的100%: of what was to be done.
  [[nodiscard]] std::vector<std::size_t> planned_before(const Share& share) const {
    static constexpr std::string_view goals[] = {"目标",   "任务",   "计划",   "目标任务",
                                                 "任务数", "目标数", "计划数", "指标"};
    if (!share.part || suffix_of(share.whole_name, goals).empty()) return {};
    const Statement& part = text_.statements[*share.part];
    for (std::size_t at = *share.part; at > 0; --at) {
      const Statement& candidate = text_.statements[at - 1];
      if (candidate.passage != part.passage) break;
      if (states_value(candidate) && is_exact_statement(candidate) &&
          candidate.figure.unit == part.figure.unit && promises(text_.lead(at - 1))) {
        return {at - 1};
      }
    }
    return {};
  }

  /// 税收返还和转移支付 is more than 转移支付.
  [[nodiscard]] static bool is_last_of_two(std::string_view name, std::string_view end) {
    static constexpr std::string_view joints[] = {"和", "及", "与", "、"};
    return name.ends_with(end) &&
           !suffix_of(name.substr(0, name.size() - end.size()), joints).empty();
  }

  /// 占某局预算总支出的 of 支出合计: the total of the list on the side that the share names.
  [[nodiscard]] bool is_total_of_side(std::size_t total, std::string_view name) const {
    static constexpr std::string_view sums[] = {"合计", "总计", "总"};
    static constexpr std::pair<std::string_view, std::string_view> sides[] = {
        {"总支出", "支出"}, {"支出合计", "支出"}, {"支出总额", "支出"}, {"支出总计", "支出"},
        {"总收入", "收入"}, {"收入合计", "收入"}, {"收入总额", "收入"}, {"收入总计", "收入"}};
    static constexpr std::string_view tails[] = {"的", "数", "预算"};
    const std::string_view lead = text_.lead(total);
    return std::ranges::any_of(sides, [&](const auto& side) {
      return without_suffixes(name, tails).ends_with(side.first) && contains_any(lead, sums) &&
             lead.find(side.second) != std::string_view::npos;
    });
  }

  /// What a share of that name can be of; a budget only for parts of a budget.
  [[nodiscard]] std::vector<std::size_t> of_name(const Share& share, std::string_view name) const {
    NameIndex::Query query;
    query.name = name;
    query.from = share.percent;
    if (share.part) {
      const Statement& part = text_.statements[*share.part];
      query.like = &part.figure;
      query.year = part.year;
      if (part.role != Role::budget) query.avoided = Role::budget;
    }
    std::vector<std::size_t> found = names_.find(query);
    if (share.part) {
      const bool of_base = text_.statements[*share.part].role == Role::base;
      std::erase_if(found, [&](std::size_t at) {
        return at == *share.part || (!of_base && text_.statements[at].role == Role::base);
      });
    }
    return found;
  }

  /// A 471万元，占9.96%；B …占…: one whole is said before the first of them, or with it. The shares
  /// may stand in passages of their own.
  [[nodiscard]] bool continues(const Share& before, const Share& share) const {
    const Statement& earlier = text_.statements[before.percent];
    const Statement& later = text_.statements[share.percent];
    if (text_.clauses[earlier.clause].span == text_.clauses[later.clause].span) return true;
    if (!earlier.of.empty()) return false;
    if (earlier.passage == later.passage) return true;
    const std::size_t between = share.part ? *share.part : share.percent;
    return earlier.passage + 1 == later.passage && between == before.percent + 1;
  }

  /// 三公经费支出决算中，出国费0万元，占0%: the whole is named before, its figure stands elsewhere.
  [[nodiscard]] std::vector<std::size_t> topic(const Share& share, bool& named) const {
    if (!share.part) return {};
    const Span& span = text_.span_of(*share.part);
    for (const std::size_t clause : span.clauses) {
      if (text_.clauses[clause].first != text_.clauses[clause].last) break;
      const std::string name = name_in(topic_of(text_.clause_text(clause)).whole);
      named = !name.empty();
      if (!name.empty()) return of_name(share, name);
    }
    return {};
  }

  [[nodiscard]] std::optional<std::size_t> total_of(const Share& share) const {
    if (!share.part) return std::nullopt;
    const auto found = totals_.find(*share.part);
    return found == totals_.end() ? std::nullopt : std::optional(found->second);
  }

  [[nodiscard]] bool agrees(std::size_t statement, std::string_view name) const {
    return text_.statements[statement].core == core_of(name, text_.entity);
  }

  /// The total of the list is what the share names, or its full name ends so: 占基本支出预算的 of
  /// 一般公共预算基本支出.
  [[nodiscard]] bool is_called(std::size_t total, std::string_view name) const {
    static constexpr std::string_view ends[] = {"预算", "总额", "合计", "的"};
    const std::string rest = core_of(without_suffixes(name, ends), text_.entity);
    return han_count(rest) > 2 && text_.statements[total].name.ends_with(rest);
  }

  /// What a passage speaks of first.
  [[nodiscard]] std::vector<std::size_t> leading_statement(const Share& share) const {
    if (!share.part) return {};
    return first_whole(share, text_.statements[*share.part].passage);
  }

  /// What the text in front of a list speaks of, each share of which has a passage of its own.
  [[nodiscard]] std::vector<std::size_t> leading_passage(const Share& share) const {
    if (!share.part) return {};
    const std::size_t passage = text_.statements[*share.part].passage;
    const std::size_t first = passage - std::min(passage, longest_list);
    const auto& list = text_.passages.list;
    for (std::size_t at = passage; at > first; --at) {
      if (!text_.passages.sections.within(list[passage].section, list[at - 1].section)) continue;
      const std::vector<std::size_t> found = first_whole(share, at - 1);
      if (found.empty()) continue;
      // Right in front of the list it is what the list divides; farther off only if it fits.
      const bool leads =
          at == passage && (ends_in_colon(at - 1) || list[passage].section != list[at - 1].section);
      if (leads || fits(share, found.front())) return found;
    }
    return {};
  }

  [[nodiscard]] bool ends_in_colon(std::size_t passage) const {
    static constexpr std::string_view colons[] = {"：", ":"};
    return !suffix_of(without_trailing_spaces(text_.passage_text(passage)), colons).empty();
  }

  /// The first figure of a passage that the share can be of; one that the percentage fits before
  /// others.
  [[nodiscard]] std::vector<std::size_t> first_whole(const Share& share,
                                                     std::size_t passage) const {
    std::optional<std::size_t> first;
    for (const std::size_t index : text_.first_statements(passage, farthest_lead)) {
      if (index >= *share.part) break;
      if (!may_be_whole(share, index)) continue;
      if (fits(share, index)) return {index};
      if (!first) first = index;
    }
    return first ? std::vector<std::size_t>{*first} : std::vector<std::size_t>();
  }

  /// `divided`: even if it is a part of another whole.
  [[nodiscard]] bool may_be_whole(const Share& share, std::size_t index,
                                  bool divided = false) const {
    const Statement& candidate = text_.statements[index];
    const Statement& part = text_.statements[*share.part];
    const bool planned = candidate.role == Role::budget && part.role != Role::budget;
    return states_value(candidate) && is_exact_statement(candidate) && !planned &&
           (divided || !chained_parts_.contains(index)) &&
           comparable(candidate.figure, part.figure) &&
           candidate.figure.base() >= part.figure.base();
  }

  [[nodiscard]] bool fits(const Share& share, std::size_t whole) const {
    return makes_share(text_.statements[*share.part].figure, text_.statements[whole].figure,
                       text_.statements[share.percent].figure);
  }

  const Narrative& text_;
  const NameIndex& names_;
  const Binder& binder_;
  const Divisions divisions_;
  std::map<std::size_t, std::size_t> totals_;  ///< of each part
  const ShareDoubts doubts_;
  std::set<std::size_t> chained_parts_;  ///< of shares whose whole is not named with them
  std::vector<Share> found_;
};

}  // namespace

std::vector<Share> find_shares(const Narrative& text, const NameIndex& names,
                               const std::vector<Group>& groups, const Binder& binder,
                               const schema::Schema& schema) {
  return ShareFinder(text, names, groups, binder, schema).run();
}

}  // namespace tieout::report::narrative
