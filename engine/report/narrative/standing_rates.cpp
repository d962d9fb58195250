// Rates that their names define, where no sentence states all of their figures.
#include "report/narrative/standing_rates.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/nearness.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/plain_targets.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/shared_pair.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest = 3;      // passages from a rate back to its whole
constexpr std::size_t nearest = 40;      // ... and statements
constexpr std::size_t nearest_part = 6;  // statements from a rate back to its part
constexpr std::size_t most_wholes = 8;   // that a rate may be of

/// What is divided by what, by the words before the figures.
struct RateKind {
  std::vector<std::string_view> names;  ///< that end the words before the rate
  std::vector<std::string_view> parts;
  std::vector<std::string_view> wholes;
  bool of_nearest = false;  ///< of the nearest whole, whatever else there was
};

const std::vector<RateKind>& rate_kinds() {
  static const std::vector<std::string_view> funds = {"预算", "投资", "安排", "下达", "批复",
                                                      "到位", "总额", "资金", "指标", "拨入",
                                                      "收到", "拨款", "计划", "投入", "项目"};
  static const std::vector<RateKind> kinds = {
      {{"到位率"},
       {"到位", "收到", "拨入", "到账"},
       {"预算", "投资", "安排", "下达", "批复", "计划", "总额", "资金", "投入"},
       true},
      {{"支付率", "使用率", "拨付率", "支付进度", "付款率", "兑付率", "实际使用率"},
       {"支付", "支出", "使用", "拨付", "执行", "列支", "兑付", "付款", "发放"},
       funds,
       true},
      // Of which budget what was spent is counted, is said less often.
      {{"支出率", "执行率", "支出进度", "执行进度", "总体进度", "支付完成率", "资金完成率"},
       {"支付", "支出", "使用", "拨付", "执行", "列支", "兑付", "付款", "发放", "完成投资"},
       funds},
      {{"结余率", "结转率", "结转结余率", "结余结转率", "资金结余率"},
       {"结余", "结转", "剩余", "未支出", "未使用"},
       {"预算", "收入", "安排", "下达", "到位", "总额", "资金", "总计"}},
      {{"完成总投资的", "完成投资的", "完成计划投资的", "完成总投资", "完成投资计划的"},
       {"支付", "支出", "完成投资", "使用", "拨付"},
       {"投资"}},
      {{"资产负债率"}, {"负债"}, {"资产总额", "总资产", "资产合计"}},
      {{"人员控制率", "编制使用率", "编制控制率"}, {"在职", "实有", "在编"}, {"编制"}},
      {{"资产利用率"}, {"在用"}, {"资产"}},
      {{"控制率"}, {"支出", "决算", "实际"}, {"预算"}},
      {{"批复率"}, {"批复"}, {"申报", "申请"}},
      {{"收缴率", "征收率", "收取率", "入库率"},
       {"实收", "实缴", "实际收", "入库"},
       {"应收", "应缴", "应征"}},
      {{"得分率"}, {"得分", "得", "评分", "自评"}, {"满分", "分值", "权重", "总分", "指标"}},
      {{"调整率"}, {"调整", "调增", "追加", "调减", "追减"}, {"年初", "批复"}},
      {{"节约率", "资金节约率", "节支率"}, {"节约", "节支"}, {"预算", "概算", "控制价", "计划"}}};
  return kinds;
}

class StandingRates {
 public:
  StandingRates(const Narrative& text, const std::vector<Group>& groups,
                const schema::Schema& schema, Report& report)
      : text_(text), schema_(schema), report_(report), table_(schema, report, "ratios") {
    for (const Group& group : groups) {
      if (group.closed) parts_.insert(group.parts.begin(), group.parts.end());
    }
  }

  void run() {
    find_taken();
    for (std::size_t index = 0; index < text_.statements.size(); ++index) rate(index);
  }

 private:
  using Statements = std::vector<std::size_t>;

  /// The percentages that some row states with the figures that they are of.
  void find_taken() {
    take("shares", "percent", {"part", "whole"});
    take("executions", "rate", {"actual", "budget"});
    take("changes", "percent", {"prior"});
    take("changes", "percent", {"current", "amount"});
    take("ratios", "percent", {});
  }

  void take(std::string_view id, std::string_view rate,
            std::initializer_list<std::string_view> needed) {
    const auto index = schema_.table(id);
    if (!index || *index >= report_.tables.size()) return;
    const schema::Table& table = schema_.tables[*index];
    const auto figure_in = [&](const Row& row, std::string_view column) {
      const auto at = table.column(column);
      return at ? std::get_if<figure::Figure>(&row.values[*at]) : nullptr;
    };
    for (const Row& row : report_.tables[*index].rows) {
      const figure::Figure* const found = figure_in(row, rate);
      const bool all = std::ranges::all_of(
          needed, [&](std::string_view column) { return figure_in(row, column) != nullptr; });
      if (found != nullptr && all) taken_.insert(found->place);
    }
  }

  void rate(std::size_t index) {
    const Statement& stated = text_.statements[index];
    const bool percent = stated.figure.unit != nullptr && !stated.range &&
                         !stated.figure.approximate &&
                         stated.figure.is(figure::Dimension::Kind::ratio);
    if (!percent || taken_.contains(stated.figure.place)) return;
    if (stated.role == Role::share) return share(index);
    // 节约率 is told with a word of change.
    const bool saved =
        stated.role == Role::change && without_copula(trimmed(text_.lead(index))).ends_with("率");
    if (stated.role != Role::ratio && stated.role != Role::rate && !saved) return;
    static constexpr std::string_view others[] = {"分别", "平均", "均", "序时", "目标", "应"};
    const std::string_view lead = text_.lead(index);
    if (contains_any(lead, others)) return;
    const std::string_view words = without_copula(trimmed(lead));
    if (words.ends_with("变动率")) return moved(index);
    if (worked_out(index) || beside_goal(index, words)) return;
    for (const RateKind& kind : rate_kinds()) {
      const std::string_view name = suffix_of(words, kind.names);
      if (!name.empty()) return quotient(index, kind);
    }
    static const RateKind done{{}, {"执行", "支出", "决算", "支付"}, {"预算"}};
    if (words == "完成" || words.ends_with("完成率")) farther(index, done);
    named_after(index, words);
  }

  /// 预算总金额90万元，预算执行总体进度为90%，即支出81万元; …90%（支出81万元）: what was spent goes
  /// on with the rate.
  bool worked_out(std::size_t rate) {
    static constexpr std::string_view rates[] = {"进度", "执行率", "支出率", "完成率"};
    static constexpr std::string_view spent[] = {"支出", "执行", "支付", "使用"};
    constexpr std::string_view namely = "即";
    const std::size_t next = rate + 1;
    if (rate == 0 || next >= text_.statements.size() || !is_free_value(next)) return false;
    const Statement& part = text_.statements[next];
    const std::string_view words = without_copula(trimmed(text_.lead(rate)));
    const std::string_view said = trimmed(text_.lead(next));
    const bool same = &text_.span_of(next) == &text_.span_of(rate);
    const bool follows = same
                             ? said.starts_with(namely) && contains_any(said, spent)
                             : text_.span_of(next).owner == rate && !suffix_of(said, spent).empty();
    if (suffix_of(words, rates).empty() || !follows) return false;
    // The months may stand between: 1—12月预算执行总体进度.
    constexpr std::size_t farthest_plan = 3;
    const std::size_t last = rate - std::min(rate, farthest_plan);
    for (std::size_t at = rate; at > last; --at) {
      const Statement& whole = text_.statements[at - 1];
      if (&text_.span_of(at - 1) != &text_.span_of(rate)) return false;
      if (!is_free_value(at - 1) || !units_fit(part.figure, whole.figure)) continue;
      const bool planned =
          whole.role == Role::budget || text_.lead(at - 1).find("预算") != std::string_view::npos;
      if (!planned ||
          !nearly_makes_share(part.figure, whole.figure, text_.statements[rate].figure)) {
        return false;
      }
      write(rate, next, at - 1);
      return true;
    }
    return false;
  }

  /// 完成大修86.4公里，目标80公里，完成率108%: one figure of each right before the rate.
  bool beside_goal(std::size_t rate, std::string_view words) {
    if (rate < 2 || !words.ends_with("完成率")) return false;
    const Statement& goal = text_.statements[rate - 1];
    const Statement& done = text_.statements[rate - 2];
    const Span* const span = &text_.span_of(rate);
    if (&text_.span_of(rate - 1) != span || &text_.span_of(rate - 2) != span ||
        !promises(text_.lead(rate - 1)) || promises(text_.lead(rate - 2)) ||
        !is_free_value(rate - 1) || !is_free_value(rate - 2) ||
        !units_fit(done.figure, goal.figure) ||
        !nearly_makes_share(done.figure, goal.figure, text_.statements[rate].figure)) {
      return false;
    }
    write(rate, rate - 2, rate - 1);
    return true;
  }

  /// 2022年预算15.5万元，2021年预算16万元，变动率-3.13%; 上年结转18万元，…年末结转13万元，变动率…:
  /// the two nearest amounts of one matter, one of them of the year before.
  void moved(std::size_t rate) {
    static constexpr std::string_view before[] = {"上年", "去年", "年初", "期初"};
    const Statement& stated = text_.statements[rate];
    std::optional<std::size_t> prior;
    std::optional<std::size_t> current;
    const std::size_t last = rate - std::min(rate, nearest);
    for (std::size_t at = rate; at > last && (!prior || !current); --at) {
      const Statement& found = text_.statements[at - 1];
      if (found.passage != stated.passage) return;
      if (is_ratio(found) || found.range || found.figure.unit == nullptr) continue;
      const bool states = is_free_value(at - 1) || found.role == Role::base;
      if (!states || (prior && !comparable(found.figure, text_.statements[*prior].figure)) ||
          (current && !comparable(found.figure, text_.statements[*current].figure))) {
        continue;
      }
      const bool earlier = contains_any(text_.lead(at - 1), before) ||
                           (found.year && text_.period && *found.year < *text_.period);
      auto& side = earlier ? prior : current;
      if (!side) side = at - 1;
    }
    if (!prior || !current) return;
    const figure::Figure& base = text_.statements[*prior].figure;
    const figure::Figure& now = text_.statements[*current].figure;
    if (base.value.coefficient <= 0) return;
    const figure::Rational change = (now.base() - base.base()) / base.base();
    const figure::Rational apart = change - stated.figure.base();
    const figure::Rational step = stated.figure.half_step();
    if (apart > step || -apart > step) return;
    const StatementTable changes(schema_, report_, "changes");
    Row row = changes.row(stated.name, stated.figure.place);
    changes.set(row, "name", text_value(stated.name, stated.figure.place));
    changes.set(row, "current", now);
    changes.set(row, "prior", base);
    changes.set(row, "percent", stated.figure);
    changes.add(std::move(row));
  }

  /// 合同金额30万元，占采购总额的80%, where only 实际采购金额38万元 was stated: a figure before
  /// that shares a word with the whole and makes the share.
  void share(std::size_t rate) {
    const Statement& stated = text_.statements[rate];
    if (stated.of.empty()) return;
    std::optional<std::size_t> part;
    for (std::size_t at = rate; at > 0 && !part; --at) {
      const Statement& found = text_.statements[at - 1];
      if (text_.clauses[found.clause].span != text_.clauses[stated.clause].span) return;
      if (!is_ratio(found) && is_free_value(at - 1)) part = at - 1;
    }
    if (!part) return;
    const std::size_t last = *part - std::min(*part, nearest);
    for (std::size_t at = *part; at > last; --at) {
      const Statement& whole = text_.statements[at - 1];
      if (whole.passage + farthest < stated.passage || !same_chapter(whole, stated)) return;
      if (is_free_value(at - 1) && units_fit(whole.figure, text_.statements[*part].figure) &&
          whole.figure.value.coefficient > 0 && shares_word(stated.of, text_.lead(at - 1)) &&
          makes_share(text_.statements[*part].figure, whole.figure, stated.figure)) {
        return write(rate, *part, at - 1);
      }
    }
  }

  /// Two characters that say what is spoken of.
  [[nodiscard]] static bool shares_word(std::string_view name, std::string_view words) {
    static constexpr std::string_view left_out[] = {"总额", "合计", "总计", "全部", "年度", "全年",
                                                    "本年", "当年", "单位", "部门", "金额", "总数"};
    return shares_pair(name, words, left_out);
  }

  void quotient(std::size_t rate, const RateKind& kind) {
    const auto part = part_of(rate, kind);
    if (!part) return farther(rate, kind);
    const figure::Figure& stated = text_.statements[rate].figure;
    const figure::Figure& share = text_.statements[*part].figure;
    if (const auto between = whole_between(*part, rate, kind)) {
      const figure::Figure& whole = text_.statements[*between].figure;
      if (makes_share(share, whole, stated) || nearly_makes_share(share, whole, stated)) {
        write(rate, *part, *between);
      }
      return;
    }
    const Statements wholes = wholes_of(*part, kind);
    const auto fits = [&](std::size_t whole) {
      return makes_share(share, text_.statements[whole].figure, stated);
    };
    if (const auto found = std::ranges::find_if(wholes, fits); found != wholes.end()) {
      return write(rate, *part, *found);
    }
    // None fits: only if it cannot be of another one.
    // 累计支付进度 goes on with the rates before it.
    const bool runs_on = text_.lead(rate).find("累计") != std::string_view::npos;
    Statements sure = wholes;
    std::erase_if(sure, [&](std::size_t whole) {
      const bool far = text_.statements[whole].passage != text_.statements[rate].passage &&
                       !kind.of_nearest && !text_.statements[whole].complete;
      const bool another = !runs_on && another_between(whole, rate, kind);
      return parts_.contains(whole) || far || another;
    });
    const bool said = kind.of_nearest ? !sure.empty() : sure.size() == 1;
    if (said && !of_two(rate, *part) && !names_another(rate, *part, sure.front(), kind) &&
        nearly_makes_share(share, text_.statements[sure.front()].figure, stated)) {
      return write(rate, *part, sure.front());
    }
    farther(rate, kind);
  }

  /// 整体支出90万元，其中：…。年初预算80万元，追加20万元，全年预算100万元，执行率90%: what the rate
  /// is of may stand anywhere before it in the passage, if only one pair makes it.
  void farther(std::size_t rate, const RateKind& kind) {
    const Statement& stated = text_.statements[rate];
    Statements parts;
    Statements wholes;
    const std::size_t last = rate - std::min(rate, nearest);
    for (std::size_t at = rate; at > last; --at) {
      const Statement& found = text_.statements[at - 1];
      if (found.passage != stated.passage) break;
      if (!is_free_value(at - 1) || is_ratio(found) || parts_.contains(at - 1)) continue;
      const std::string_view lead = text_.lead(at - 1);
      if (contains_any(lead, kind.parts) && parts.size() < most_wholes) parts.push_back(at - 1);
      if (contains_any(lead, kind.wholes) && wholes.size() < most_wholes) wholes.push_back(at - 1);
    }
    std::optional<std::pair<std::size_t, std::size_t>> only;
    for (const std::size_t part : parts) {
      for (const std::size_t whole : wholes) {
        const figure::Figure& share = text_.statements[part].figure;
        const figure::Figure& of = text_.statements[whole].figure;
        if (part == whole || !units_fit(share, of) || of.value.coefficient <= 0 ||
            !makes_share(share, of, stated.figure)) {
          continue;
        }
        if (only && !same_value(text_.statements[only->second].figure, of)) return;
        only = {part, whole};
      }
    }
    if (only) write(rate, only->first, only->second);
  }

  /// 培训3150人。…实现就业2520人，就业率80%: the part has the name of the rate, the whole is what
  /// was counted before it.
  void named_after(std::size_t rate, std::string_view words) {
    static constexpr std::string_view ends[] = {"率", "满意度"};
    constexpr std::string_view content = "满意";
    constexpr std::size_t letters = 2;
    const std::string_view end = suffix_of(words, ends);
    if (end.empty()) return;
    const std::string word = end == ends[1]
                                 ? std::string(content)
                                 : last_han(words.substr(0, words.size() - end.size()), letters);
    if (han_count(word) < letters) return;
    const std::string_view view = word;
    const RateKind kind{{}, {view}, {}};
    const auto part = part_of(rate, kind);
    if (!part) return;
    const Statement& share = text_.statements[*part];
    const std::size_t last = *part - std::min(*part, nearest_part);
    for (std::size_t at = *part; at > last; --at) {
      const Statement& whole = text_.statements[at - 1];
      if (whole.passage != share.passage) return;
      if (is_free_value(at - 1) && !is_ratio(whole) && units_fit(whole.figure, share.figure) &&
          whole.figure.value.coefficient > 0 &&
          makes_share(share.figure, whole.figure, text_.statements[rate].figure)) {
        return write(rate, *part, at - 1);
      }
    }
  }

  /// 支出804万元（预算732万元，执行率109.89%）: what stands with the rate is what it is of.
  [[nodiscard]] std::optional<std::size_t> whole_between(std::size_t part, std::size_t rate,
                                                         const RateKind& kind) const {
    const std::size_t span = text_.clauses[text_.statements[rate].clause].span;
    if (text_.spans[span].depth == 0) return std::nullopt;
    for (std::size_t at = rate; at > part + 1; --at) {
      const Statement& found = text_.statements[at - 1];
      if (text_.clauses[found.clause].span == span && is_free_value(at - 1) && !is_ratio(found) &&
          units_fit(found.figure, text_.statements[part].figure) &&
          found.figure.value.coefficient > 0 && contains_any(text_.lead(at - 1), kind.wholes)) {
        return at - 1;
      }
    }
    return std::nullopt;
  }

  /// 预算资金860万元，支出795万元，…。公用经费控制率96%: of 公用经费, which neither of them is.
  [[nodiscard]] bool names_another(std::size_t rate, std::size_t part, std::size_t whole,
                                   const RateKind& kind) const {
    static constexpr std::string_view left_out[] = {"预算", "资金", "支出", "经费", "项目",
                                                    "年度", "全年", "总额", "实际"};
    static constexpr std::string_view ends[] = {"经费", "资金", "支出", "费用", "预算", "项目"};
    const std::string_view words = without_copula(trimmed(text_.lead(rate)));
    const std::string_view end = suffix_of(words, kind.names);
    const std::string name = name_in(words.substr(0, words.size() - end.size()));
    const std::string_view own = without_suffixes(name, ends);
    if (han_count(own) < 2 || is_generic(own)) return false;
    return !shares_pair(own, text_.lead(part), left_out) &&
           !shares_pair(own, text_.statements[part].name, left_out) &&
           !shares_pair(own, text_.lead(whole), left_out) &&
           !shares_pair(own, text_.statements[whole].name, left_out);
  }

  /// 财政资金200万元，自筹10万元，支付200万元，支付率95.24%: of both together.
  [[nodiscard]] bool of_two(std::size_t rate, std::size_t part) const {
    constexpr std::size_t most = 8;
    const Statement& stated = text_.statements[rate];
    const figure::Figure& share = text_.statements[part].figure;
    Statements found;
    const std::size_t last = part - std::min(part, nearest);
    for (std::size_t at = part; at > last && found.size() < most; --at) {
      const Statement& value = text_.statements[at - 1];
      if (value.passage + farthest < stated.passage) break;
      if (is_free_value(at - 1) && units_fit(value.figure, share)) found.push_back(at - 1);
    }
    for (std::size_t a = 0; a < found.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        const figure::Rational whole =
            text_.statements[found[a]].figure.base() + text_.statements[found[b]].figure.base();
        if (whole <= 0) continue;
        const figure::Rational apart = share.base() / whole - stated.figure.base();
        const figure::Rational step = stated.figure.half_step();
        if (apart <= step && -apart <= step) return true;
      }
    }
    return false;
  }

  /// 资金42万元，甲使用率100%；乙使用33万元，使用率84%: of what 乙 had.
  [[nodiscard]] bool another_between(std::size_t whole, std::size_t rate,
                                     const RateKind& kind) const {
    for (std::size_t at = whole + 1; at < rate; ++at) {
      const std::string_view words = without_copula(trimmed(text_.lead(at)));
      if (is_ratio(text_.statements[at]) && !suffix_of(words, kind.names).empty()) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_free_value(std::size_t index) const {
    const Statement& found = text_.statements[index];
    const bool moved = found.role == Role::change || found.role == Role::difference;
    return (is_value(found) || moved) && is_exact_statement(found) && !found.range;
  }

  /// The nearest figure before that the rate is called after, nothing but rates between.
  [[nodiscard]] std::optional<std::size_t> part_of(std::size_t rate, const RateKind& kind) const {
    const Statement& stated = text_.statements[rate];
    const std::size_t last = rate - std::min(rate, nearest_part);
    for (std::size_t at = rate; at > last; --at) {
      const Statement& found = text_.statements[at - 1];
      if (found.passage != stated.passage) return std::nullopt;
      if (is_ratio(found) || !is_free_value(at - 1)) continue;
      const std::string_view lead = text_.lead(at - 1);
      static constexpr std::string_view less[] = {"未完成", "未达", "不满意", "基本满意", "不合格"};
      if (contains_any(lead, less)) continue;
      if (contains_any(lead, kind.parts) && !is_ratio(found)) return at - 1;
      if (text_.clauses[found.clause].span != text_.clauses[stated.clause].span) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] static bool is_ratio(const Statement& found) {
    return found.figure.is(figure::Dimension::Kind::ratio);
  }

  /// One of each value, the nearest first.
  [[nodiscard]] Statements wholes_of(std::size_t part, const RateKind& kind) const {
    const Statement& share = text_.statements[part];
    Statements found;
    const std::size_t last = part - std::min(part, nearest);
    for (std::size_t at = part; at > last && found.size() < most_wholes; --at) {
      const Statement& whole = text_.statements[at - 1];
      if (whole.passage + farthest < share.passage || !same_chapter(whole, share)) break;
      if (!is_free_value(at - 1) || !units_fit(whole.figure, share.figure) ||
          whole.figure.value.coefficient <= 0) {
        continue;
      }
      if (!contains_any(text_.lead(at - 1), kind.wholes) && !whole.complete) continue;
      const bool known = std::ranges::any_of(found, [&](std::size_t other) {
        return same_value(text_.statements[other].figure, whole.figure);
      });
      if (!known) found.push_back(at - 1);
    }
    return found;
  }

  [[nodiscard]] bool same_chapter(const Statement& a, const Statement& b) const {
    const auto chapter = [this](const Statement& of) {
      return text_.passages.sections.chapter(text_.passages.list[of.passage].section);
    };
    return chapter(a) == chapter(b);
  }

  void write(std::size_t rate, std::size_t part, std::size_t whole) {
    const Statement& stated = text_.statements[rate];
    Row row = table_.row(stated.name, stated.figure.place);
    table_.set(row, "name", text_value(stated.name, stated.figure.place));
    table_.set_rows(row, "parts", {{{"value", text_.statements[part].figure}}});
    table_.set_rows(row, "whole", {{{"value", text_.statements[whole].figure}}});
    table_.set(row, "percent", stated.figure);
    table_.add(std::move(row));
  }

  const Narrative& text_;
  const schema::Schema& schema_;
  Report& report_;
  StatementTable table_;
  std::set<std::size_t> parts_;    ///< of closed groups
  std::set<source::Place> taken_;  ///< rates that other rows state
};

}  // namespace

void write_standing_rates(const Narrative& text, const std::vector<Group>& groups,
                          const schema::Schema& schema, Report& report) {
  StandingRates(text, groups, schema, report).run();
}

}  // namespace tieout::report::narrative
