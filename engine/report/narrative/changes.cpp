// Changes against another period: 比上年增加90.09万元，增长1.94%.
#include "report/narrative/changes.hpp"

#include "report/narrative/between.hpp"
#include "report/narrative/change_lists.hpp"
#include "report/narrative/change_rows.hpp"
#include "report/narrative/change_subjects.hpp"
#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t longest_word = 4;     // Han characters that say only 增加 or 减少
constexpr std::size_t farthest_value = 40;  // of a sentence, in front of a rate

/// 去年同期, 上年决算: words that say no more than that a figure is of the year before.
bool is_year_before(std::string_view words) {
  static constexpr std::string_view years[] = {"上年",   "去年",   "上年同期", "去年同期",
                                               "上年度", "上年数", "上年决算"};
  return std::ranges::find(years, words) != std::end(years);
}

class ChangeFinder {
 public:
  ChangeFinder(const Narrative& text, const NameIndex& names, const Binder& binder,
               const figure::UnitSystem& units, ChangeRows& rows)
      : text_(text), subjects_(text, names, binder), units_(units), rows_(rows) {}

  void run() {
    for (const Span& span : text_.spans) {
      if (before_ && before_->passage != span.passage) before_.reset();
      this->span(span);
      // A sentence of reasons leaves what was spoken of before it.
      if (span.depth == 0 && !only_explains_ && !only_compares(span)) spoke_of(span);
    }
  }

 private:
  struct Before {
    std::size_t passage = 0;
    std::vector<std::size_t> values;
  };
  /// 预算90万元。其中：甲50万元，乙40万元。比上年增加5万元: of the last part, or of the whole.
  void spoke_of(const Span& span) {
    std::vector<std::size_t> values;
    const bool listed = before_ && !span.clauses.empty() &&
                        trimmed(text_.clause_text(span.clauses.front())).starts_with("其中");
    if (listed) values = std::move(before_->values);
    values.insert(values.end(), values_.begin(), values_.end());
    before_ = Before{span.passage, std::move(values)};
  }

  /// 较预算减少6万元，控制率80%。: what was spoken of before it is spoken of still.
  [[nodiscard]] bool only_compares(const Span& span) const {
    const std::vector<std::size_t> statements = text_.statements_of(span);
    return before_ && before_->passage == span.passage && values_.empty() && !statements.empty() &&
           std::ranges::all_of(statements, [this](std::size_t at) {
             const Statement& found = text_.statements[at];
             return (found.role == Role::change && !found.named) || found.role == Role::rate;
           });
  }

  void span(const Span& span) {
    // 比上年减少0.28万元。其中：…减少0.29万元: the parts are compared with the same year.
    const bool parts = base_ && before_ && before_->passage == span.passage && !explained_ &&
                       !span.clauses.empty() &&
                       trimmed(text_.clause_text(span.clauses.front())).starts_with("其中");
    const std::optional<Base> inherited = parts ? base_ : std::nullopt;
    values_.clear();
    base_name_.clear();
    if (span.owner) values_.push_back(*span.owner);
    prior_.reset();
    last_.reset();
    base_ = inherited;
    explained_ = false;
    reasons_ended_ = false;
    only_explains_ = false;
    for (const std::size_t clause_index : span.clauses) {
      const Clause& clause = text_.clauses[clause_index];
      if (clause.base) {
        base_ = clause.base;
        name_base(clause_index);
      }
      explains(clause_index);
      bool changed = false;
      for (std::size_t index = clause.first; index < clause.last; ++index) {
        changed = statement(index, clause) || changed;
      }
      reasons_ended_ = reasons_ended_ || clause.mark == U'；' || clause.mark == U';';
      if (!changed && clause.base && level(text_.clause_text(clause_index))) {
        level_change(clause_index, clause);
      }
    }
    finish();
  }

  /// 运行费比预算无变化，比上年增加1万元: of what the comparison before it named.
  void name_base(std::size_t index) {
    const Clause& clause = text_.clauses[index];
    // 接待费5万元比上年增加1万元: the figure has the name.
    if (clause.first < clause.last && text_.statements[clause.first].end <= clause.base->begin) {
      base_name_.clear();
      return;
    }
    const std::string_view words = text_.clause_text(index);
    std::string name = name_in(words.substr(0, clause.base->begin - clause.begin));
    const Clause* const before = index > 0 ? &text_.clauses[index - 1] : nullptr;
    const bool goes_on = name.empty() && before != nullptr && before->span == clause.span &&
                         before->base && before->first == before->last &&
                         level(text_.clause_text(index - 1));
    if (!goes_on) base_name_ = std::move(name);
  }

  /// Behind 原因 the text speaks of other things, whatever the sentence was compared with.
  void explains(std::size_t clause) {
    static constexpr std::string_view reasons[] = {"原因",   "由于",     "主要是", "因为",
                                                   "主要系", "主要用于", "事项"};
    if (!contains_any(text_.clause_text(clause), reasons)) return;
    explained_ = true;
    reasons_ended_ = false;
    only_explains_ = only_explains_ || (values_.empty() && !last_);
    if (!text_.clauses[clause].base) base_.reset();
  }

  bool statement(std::size_t index, const Clause& clause) {
    if (index < listed_until_) return true;
    const Statement& found = text_.statements[index];
    if (found.role == Role::to) {
      reached(index);
      return true;
    }
    if (found.role != Role::change) {
      // 完成年初预算60999万元的40%，比上年减收5万元: not the budget was less.
      if (found.divides) return false;
      if (states_prior(index)) {
        if (!values_.empty()) open_->currents = {values_.back()};
        open_->prior = index;
        return false;
      }
      if (states_value(found) && found.role != Role::base) {
        // …，主要是人员增加；本年支出9万元，增加1万元，增长12.5%: the reasons end with the
        // semicolon.
        // （1）甲9万元，…原因是…；（2）乙|5万元: brackets may stand between.
        if (found.named && (reasons_ended_ || follows_semicolon(text_, found.clause))) {
          explained_ = false;
        }
        // 甲较上年减少5万元；乙67万元，上年为47万元，增加20万元
        if (found.named && follows_semicolon(text_, found.clause)) base_name_.clear();
        // 主要原因是退休2人，减少工资8万元；较上年增加1万元: of no reason.
        if (!explained_ || only_explains_) values_.push_back(index);
      }
      if (found.role == Role::base) prior_ = index;
      if (found.role != Role::base) finish();
      return false;
    }
    if (found.figure.unit == nullptr || found.range) return true;
    if (continues(found, clause)) {
      if (open_->direction == Direction::none) open_->direction = found.direction;
      (is_percentage(found) ? open_->percent : open_->amount) = index;
      return true;
    }
    if (goes_both_ways(found, clause)) {
      open_.reset();
      return true;
    }
    finish();
    start(index);
    return true;
  }

  /// 46人，本年增加5人，|减少2人: who came and who went, neither is by how many there are more.
  [[nodiscard]] bool goes_both_ways(const Statement& found, const Clause& clause) const {
    if (!open_ || open_->base || clause.base || open_->percent || !open_->amount || found.named ||
        is_percentage(found)) {
      return false;
    }
    const bool up = open_->direction == Direction::up && found.direction == Direction::down;
    const bool down = open_->direction == Direction::down && found.direction == Direction::up;
    return (up || down) && comparable(text_.statements[*open_->amount].figure, found.figure);
  }

  /// 税收18亿元，同比增长9%，去年同期为16.5亿元
  [[nodiscard]] bool states_prior(std::size_t index) const {
    const Statement& found = text_.statements[index];
    if (!open_ || open_->prior || open_->currents.empty() || !is_exact_statement(found)) {
      return false;
    }
    const std::string_view lead = trimmed(without_copula(text_.lead(index)));
    return is_year_before(lead) &&
           comparable(found.figure, text_.statements[open_->currents.back()].figure);
  }

  /// ，增长1.94% behind 增加90.09万元; ，减少2万元 behind 由5万元降至3万元.
  [[nodiscard]] bool continues(const Statement& found, const Clause& clause) const {
    if (!open_ || found.named) return false;
    const bool turns = open_->direction != Direction::none && found.direction != open_->direction;
    // 由70%提高到75%，提高5%: of which of the two, or how many points, is not said.
    const bool of_rate =
        !open_->currents.empty() && is_percentage(text_.statements[open_->currents.back()]);
    if (is_percentage(found)) {
      if (of_rate) return false;
      // 增加90.09万元，下降1.94%: the words contradict each other, the figures belong together.
      if (open_->percent || (turns && !open_->amount)) return false;
    } else {
      if (open_->amount || turns) return false;
      if (open_->percent ? !completes(found) : !open_->prior) return false;
    }
    if (!clause.base) return true;
    // 甲增加1万元；乙增加2万元；与上年相比增长10%: told anew, of what they are parts of.
    const char32_t mark = found.clause > 0 ? text_.clauses[found.clause - 1].mark : U'，';
    if (mark == U'；' || mark == U';') return false;
    const auto& base = open_->base;
    return base && base->kind == clause.base->kind && base->year == clause.base->year &&
           base->offset == clause.base->offset;
  }

  /// ，减少32.58万元 behind 下降6.38%; not what the reasons say: 增长5%，主要是增加人员20万元.
  [[nodiscard]] bool completes(const Statement& found) const {
    const auto index = static_cast<std::size_t>(&found - text_.statements.data());
    return !explained_ && han_count(text_.lead(index)) <= longest_word &&
           std::all_of(open_->currents.begin(), open_->currents.end(), [&](std::size_t current) {
             return comparable(text_.statements[current].figure, found.figure);
           });
  }

  [[nodiscard]] bool is_percentage(const Statement& found) const {
    return found.figure.is(figure::Dimension::Kind::ratio) &&
           found.figure.unit != &units_.percentage_point();
  }

  void start(std::size_t index) {
    const Statement& found = text_.statements[index];
    Change change;
    change.passage = found.passage;
    change.place = found.figure.place;
    change.direction = found.direction;
    change.base = base_;
    if (is_percentage(found)) {
      change.percent = index;
    } else {
      change.amount = index;
    }
    if (explained_ && !base_) return;
    const std::string_view lead = text_.lead(index);
    change.each = lead.find("各") != std::string_view::npos;
    const bool respective = lead.find("分别") != std::string_view::npos;
    if ((change.each || respective) && lists_on(index)) return respectively(change, index);
    if (respective) return;
    if (lists_changes(index)) {
      for (listed_until_ = index + 1; lists_changes(listed_until_ - 1);) ++listed_until_;
      return;
    }
    if (against_plan(change, index)) return;
    // 减少-5万元: the word and the sign contradict or repeat each other.
    if (found.figure.value.coefficient < 0) return;
    if (found.direction == Direction::none) return;
    if (prior_ && is_prior_of(change, found)) change.prior = prior_;
    subjects_.choose(change, index, {base_name_, values_, subjects(), last_});
    if (!change.percent) change.percent = percent_in_bracket(index);
    choose_years(change);
    last_ = change;
    open_ = std::move(change);
  }

  /// 比2023年40万元增加2万元; also 比2023年40万元，增加2万元, but a rate alone behind the comma may
  /// be that of a change whose word was left out.
  [[nodiscard]] bool is_prior_of(const Change& change, const Statement& found) const {
    const std::size_t clause = text_.statements[*prior_].clause;
    // 支出15万元，上年16万元，下降6.25%: nothing was left out.
    const bool beside = !text_.clauses[clause].base;
    // 较上年90万元减少5万元，其中甲较上年减少3万元: of another, against its own.
    const bool another = found.named && text_.clauses[found.clause].base;
    return clause == found.clause ||
           (clause + 1 == found.clause && !another && (change.amount || beside));
  }

  /// 减少3.50万元（-38.89%）, （下降38.89%）: a bracket of nothing but the rate.
  [[nodiscard]] std::optional<std::size_t> percent_in_bracket(std::size_t index) const {
    const std::size_t next = index + 1;
    if (next >= text_.statements.size()) return std::nullopt;
    const Statement& found = text_.statements[next];
    const Span& bracket = text_.span_of(next);
    const std::string_view lead = text_.lead(next);
    const bool says_rate =
        han_count(lead) == 0 || (found.role == Role::change && !found.named &&
                                 change_word(lead, false) && !text_.clauses[found.clause].base);
    const bool alone = bracket.owner == index && text_.statements_of(bracket).size() == 1 &&
                       says_rate && han_count(text_.tail(next)) == 0;
    const bool rate = alone && is_exact_statement(found) && is_percentage(found);
    return rate ? std::optional(next) : std::nullopt;
  }

  /// 年初预算332.05万元，决算433.90万元，预决算差异率30.67%
  bool against_plan(Change& change, std::size_t index) {
    static constexpr std::string_view rates[] = {"差异率", "节约率", "节支率", "超支率"};
    if (!change.percent || !contains_any(text_.lead(index), rates)) return false;
    if (values_.size() < 2) return true;
    std::size_t plan = values_[values_.size() - 2];
    std::size_t actual = values_.back();
    // 预算90万元，支出81万元，其中…；节约率10%: behind a list it is of the whole, where it fits
    // that.
    const std::size_t last = values_.size() - 1;
    for (std::size_t at = last; at > last - std::min(last, farthest_value); --at) {
      if (!differ_by_rate(change, values_[at - 1], values_[at])) continue;
      plan = values_[at - 1];
      actual = values_[at];
      break;
    }
    if (text_.statements[actual].role == Role::budget) std::swap(plan, actual);
    const Statement& planned = text_.statements[plan];
    const Statement& spent = text_.statements[actual];
    if (planned.role != Role::budget || spent.role == Role::budget ||
        !comparable(planned.figure, spent.figure)) {
      return true;
    }
    change.currents = {actual};
    change.prior = plan;
    change.name = spent.name;
    // The rate alone does not say which way; the two figures do.
    const bool less = spent.figure.base() < planned.figure.base();
    const bool positive = text_.statements[index].figure.value.coefficient >= 0;
    if (change.direction == Direction::none && less && positive) change.direction = Direction::down;
    open_ = std::move(change);
    finish();
    return true;
  }

  /// Whether the rate of a change is that by which one of two figures differs from the other, what
  /// was planned.
  [[nodiscard]] bool differ_by_rate(Change change, std::size_t one, std::size_t other) const {
    const bool turned = text_.statements[other].role == Role::budget;
    const std::size_t actual = turned ? one : other;
    change.prior = turned ? other : one;
    const Statement& planned = text_.statements[*change.prior];
    const Statement& spent = text_.statements[actual];
    if (planned.role != Role::budget || spent.role == Role::budget ||
        !comparable(planned.figure, spent.figure)) {
      return false;
    }
    const bool less = spent.figure.base() < planned.figure.base();
    change.direction = less ? Direction::down : Direction::up;
    return rows_.fits(change, actual);
  }

  /// 本年7021万元，上年6720万元，增长4%; 2018年预算63万元，而2017年32万元，增长98%: the year says
  /// which of two figures is the earlier one.
  void choose_years(Change& change) const {
    if (values_.size() < 2) return;
    const std::size_t last = values_.back();
    const std::size_t before = values_[values_.size() - 2];
    const Statement& a = text_.statements[before];
    const Statement& b = text_.statements[last];
    const bool based = change.base && change.base->kind == Base::Kind::year;
    if (change.base && !based) return;
    if (is_opening(b) && !is_opening(a) && comparable(a.figure, b.figure)) {
      change.currents = {before};
      change.prior = last;
      change.name = a.name;
      return;
    }
    const std::optional<int> a_year = a.year || !based ? a.year : text_.period;
    const std::optional<int> b_year = b.year || !based ? b.year : text_.period;
    if (!a_year || !b_year || a.role == Role::base || b.role == Role::base ||
        !(are_alike(a, b) || is_prior_alone(a, b)) || !comparable(a.figure, b.figure)) {
      return;
    }
    if (*a_year == *b_year + 1) {
      change.currents = {before};
      change.prior = last;
      change.name = a.name;
    } else if (*b_year == *a_year + 1) {
      change.currents = {last};
      change.prior = before;
    }
  }

  /// 资产总额年末数702万元，年初数561万元
  [[nodiscard]] static bool is_opening(const Statement& found) {
    static constexpr std::string_view ends[] = {"年初数", "年初余额", "期初数", "期初余额", "年初"};
    return !suffix_of(found.name, ends).empty();
  }

  /// 三公经费支出9万元，|上年支出8万元: nothing else was stated that it could be of.
  [[nodiscard]] bool is_prior_alone(const Statement& a, const Statement& b) const {
    static constexpr std::string_view years[] = {"上年度", "上年", "去年"};
    const std::string_view name = b.name;
    const std::string_view rest = name.substr(prefix_of(name, years).size());
    return values_.size() == 2 && rest.size() < name.size() && han_count(rest) >= 2 &&
           a.name.ends_with(rest);
  }

  /// Of one name, or both of none: 上年决算数为6720万元，本年决算数为7021万元.
  [[nodiscard]] static bool are_alike(const Statement& a, const Statement& b) {
    const auto nameless = [](const Statement& found) {
      return found.core.empty() || is_generic(found.name);
    };
    return stem_of(a.core) == stem_of(b.core) || (nameless(a) && nameless(b));
  }

  /// 收、支总计各减少12万元、25万元，各下降3%、8%: as many figures as were stated, in their order.
  void respectively(Change& change, std::size_t index) {
    std::size_t end = index + 1;
    while (lists_on(end - 1) &&
           comparable(text_.statements[end].figure, text_.statements[index].figure)) {
      ++end;
    }
    const std::size_t count = end - index;
    listed_until_ = end;
    if (change.percent && list_.size() == count) {
      for (std::size_t at = 0; at < count; ++at) {
        list_[at].percent = index + at;
        rows_.write(list_[at]);
      }
      list_.clear();
      return;
    }
    list_.clear();
    const std::vector<std::size_t>& values = subjects();
    if (change.percent || values.size() < count) return;
    for (std::size_t at = 0; at < count; ++at) {
      const std::size_t current = values[values.size() - count + at];
      if (!is_exact_statement(text_.statements[current]) ||
          !comparable(text_.statements[current].figure, text_.statements[index + at].figure)) {
        list_.clear();
        return;
      }
      Change each = change;
      each.each = false;
      each.amount = index + at;
      each.currents = {current};
      each.name = text_.statements[current].name;
      list_.push_back(std::move(each));
    }
  }

  /// The next figure goes on with a list: 各减少1267万元、2570万元.
  [[nodiscard]] bool lists_on(std::size_t index) const {
    if (index + 1 >= text_.statements.size()) return false;
    const Statement& next = text_.statements[index + 1];
    return next.passage == text_.statements[index].passage && han_count(text_.lead(index + 1)) == 0;
  }

  /// 甲、乙为106亿元、17亿元，增长114%、25%: which is of which is not said.
  [[nodiscard]] bool lists_changes(std::size_t index) const {
    return lists_on(index) && text_.statements[index + 1].role == Role::change &&
           comparable(text_.statements[index].figure, text_.statements[index + 1].figure);
  }

  [[nodiscard]] const std::vector<std::size_t>& subjects() const {
    static const std::vector<std::size_t> none;
    if (!values_.empty()) return values_;
    return before_ ? before_->values : none;
  }

  /// 由0.50万元增至0.62万元
  void reached(std::size_t index) {
    finish();
    const Statement& found = text_.statements[index];
    const bool from = index > 0 && text_.statements[index - 1].role == Role::from &&
                      text_.statements[index - 1].clause == found.clause &&
                      comparable(text_.statements[index - 1].figure, found.figure);
    if (from && is_exact_statement(found)) {
      Change change;
      change.name =
          text_.statements[index - 1].named ? text_.statements[index - 1].name : found.name;
      change.passage = found.passage;
      change.place = found.figure.place;
      change.currents = {index};
      change.prior = index - 1;
      change.base = base_;
      // 调整为 does not say which way; what follows may.
      static constexpr std::string_view down[] = {"减", "降", "压缩"};
      const std::string_view lead = text_.lead(index);
      const bool said = lead.find("调整") == std::string_view::npos;
      if (said) change.direction = contains_any(lead, down) ? Direction::down : Direction::up;
      open_ = std::move(change);
    }
    values_.push_back(index);
  }

  /// 与2024年持平
  void level_change(std::size_t clause_index, const Clause& clause) {
    finish();
    if (clause.base->kind != Base::Kind::year) return;
    Change change;
    const std::string_view words = text_.clause_text(clause_index);
    const std::string_view before = words.substr(0, clause.base->begin - clause.begin);
    change.name = name_in(before);
    change.passage = text_.spans[clause.span].passage;
    change.place = text_.place(change.passage, clause.base->begin);
    change.direction = Direction::level;
    change.base = clause.base;
    if (!subjects().empty() && (change.name.empty() || is_generic(change.name))) {
      change.currents = {subjects().back()};
      change.name = text_.statements[subjects().back()].name;
    } else if (!subjects().empty()) {
      const Statement& last = text_.statements[subjects().back()];
      if (last.core == core_of(change.name, text_.entity)) change.currents = {subjects().back()};
    }
    if (!change.currents.empty()) open_ = std::move(change);
    finish();
  }

  /// 增加3万元，增长4%（上年83万元）: a bracket of nothing but what it was.
  [[nodiscard]] std::optional<std::size_t> prior_in_bracket(const Change& change) const {
    for (const auto& stated : {change.percent, change.amount}) {
      if (!stated || *stated + 1 >= text_.statements.size()) continue;
      const std::size_t next = *stated + 1;
      const Statement& found = text_.statements[next];
      const Span& bracket = text_.span_of(next);
      const std::string_view lead = trimmed(without_copula(text_.lead(next)));
      if (bracket.owner == *stated && text_.statements_of(bracket).size() == 1 &&
          is_exact_statement(found) && is_year_before(lead) && !change.currents.empty() &&
          comparable(found.figure, text_.statements[change.currents.back()].figure)) {
        return next;
      }
    }
    return std::nullopt;
  }

  /// 年初预算安排收入1300万元，决算比预算增加200万元，增长15%: what the sentence states is the
  /// plan, as the percentage tells, and what was carried out is not said.
  void take_plan(Change& change) const {
    if (change.prior || change.each || !change.amount || !change.percent || !change.base ||
        change.base->kind != Base::Kind::budget || values_.size() != 1) {
      return;
    }
    const figure::Figure& plan = text_.statements[values_.front()].figure;
    const figure::Figure& amount = text_.statements[*change.amount].figure;
    if (!comparable(plan, amount) ||
        text_.statements[values_.front()].name.find("预算") == std::string::npos ||
        !makes_share(amount, plan, text_.statements[*change.percent].figure)) {
      return;
    }
    change.prior = values_.front();
    change.currents.clear();
    change.cell.reset();
  }

  void finish() {
    if (open_) take_plan(*open_);
    if (open_ && !open_->prior && !open_->each) open_->prior = prior_in_bracket(*open_);
    if (open_) rows_.write(*open_);
    open_.reset();
  }

  const Narrative& text_;
  const ChangeSubjects subjects_;
  const figure::UnitSystem& units_;
  ChangeRows& rows_;
  std::string base_name_;            ///< the words before the comparison
  std::vector<Change> list_;         ///< whose percentages may follow
  std::size_t listed_until_ = 0;     ///< the statements before it belong to a list
  std::optional<Before> before_;     ///< the sentence before in the passage
  std::vector<std::size_t> values_;  ///< that the sentence has stated so far
  std::optional<Base> base_;
  std::optional<Change> open_;
  std::optional<Change> last_;  ///< that the sentence began
  std::optional<std::size_t> prior_;
  bool explained_ = false;
  bool reasons_ended_ = false;  ///< a semicolon came behind them
  bool only_explains_ = false;  ///< ... before it stated a figure
};

}  // namespace

void write_changes(const Narrative& text, const NameIndex& names, const Binder& binder,
                   const std::vector<Group>& groups, const schema::Schema& schema,
                   const figure::UnitSystem& units, Report& report) {
  ChangeRows rows(text, names, groups, schema, units, report);
  ChangeFinder(text, names, binder, units, rows).run();
  write_change_lists(text, schema, rows);
  rows.write_sums(groups);
}

}  // namespace tieout::report::narrative
