// What each figure of a text is: its role, name, year.
#include "report/narrative/interpret.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/headings.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/openers.hpp"
#include "report/narrative/own_words.hpp"
#include "report/narrative/roles.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t longest_subject = 40;    // Han characters
constexpr std::size_t longest_list_noun = 11;  // Han characters from 等 to the count
constexpr std::size_t mark_bytes = std::string_view("等").size();

/// Reads one passage from left to right, keeping what is spoken of.
class Interpreter {
 public:
  explicit Interpreter(Narrative& text) : text_(text) {}

  void passage(std::size_t index) {
    subject_.clear();
    subject_before_.clear();
    before_.clear();
    next_date_ = 0;
    first_in_passage_ = true;
    for (const std::size_t sentence : text_.sentences[index]) {
      year_.reset();
      base_seen_ = false;
      span(sentence);
      if (text_.spans[sentence].clauses.empty()) continue;
      before_ = heading_words(sentence);
      // 1.出国费。决算数0万元。2.接待费。|决算数9万元: a new heading ends what was spoken of.
      const std::string_view words = text_.clause_text(text_.spans[sentence].clauses.front());
      if (!before_.empty() && heading_mark(words)) subject_.clear();
    }
  }

 private:
  /// Clauses in the order of the text; those of brackets come between those around them.
  void span(std::size_t index) {
    const Span& found = text_.spans[index];
    std::string subject;  // of the sentence, while a bracket speaks of its own
    bool in_bracket = false;
    adjusted_ = false;
    for (const std::size_t clause : all_clauses(found)) {
      const bool inside = text_.spans[text_.clauses[clause].span].depth > 0;
      if (inside && !in_bracket) subject = subject_;
      if (!inside && in_bracket) subject_ = subject;
      in_bracket = inside;
      this->clause(clause);
    }
    if (in_bracket) subject_ = subject;
  }

  [[nodiscard]] std::vector<std::size_t> all_clauses(const Span& sentence) const {
    std::vector<std::size_t> found;
    if (sentence.clauses.empty()) return found;
    // The clauses of a sentence and of its brackets are neighbours in the list of all clauses.
    for (std::size_t at = first_clause(sentence); at < text_.clauses.size(); ++at) {
      const Clause& clause = text_.clauses[at];
      if (text_.spans[clause.span].passage != sentence.passage || clause.begin >= sentence.end) {
        break;
      }
      found.push_back(at);
    }
    return found;
  }

  [[nodiscard]] std::size_t first_clause(const Span& sentence) const {
    std::size_t first = sentence.clauses.front();
    while (first > 0) {
      const Clause& before = text_.clauses[first - 1];
      if (text_.spans[before.span].passage != sentence.passage || before.begin < sentence.begin) {
        break;
      }
      --first;
    }
    return first;
  }

  void clause(std::size_t index) {
    Clause& clause = text_.clauses[index];
    if (auto base = base_in(text_.clause_text(index))) {
      base->begin += clause.begin;
      base->end += clause.begin;
      // 比2022年预算 in a report of 2023: another year, whatever is compared.
      const std::optional<int> spoken = text_.period ? text_.period : year_;
      if (base->kind == Base::Kind::budget && base->year && spoken && *base->year < *spoken) {
        base->kind = Base::Kind::year;
      }
      clause.base = base;
    }
    const auto spoken_of = year_;
    // 年初支出预算90万元，其中：甲…，乙…；|决算数95万元: of what the list divides, not of its last.
    const char32_t mark = index > 0 ? text_.clauses[index - 1].mark : U'\0';
    const bool same_span = index > 0 && text_.clauses[index - 1].span == clause.span;
    if (!same_span) list_head_.clear();
    if (opener_of(text_.clause_text(index)) == Opener::among) list_head_ = subject_;
    behind_list_ = same_span && mark == U'；' && !list_head_.empty();
    for (std::size_t at = clause.first; at < clause.last; ++at) statement(at);
    take_dates(clause.end, clause);
    note_adjustment(index);
    if (gives_reasons(text_.clause_text(index))) year_ = spoken_of;
    if (clause.base) base_seen_ = true;
    colon_.clear();
    const bool heads = clause.mark == U'：' || clause.mark == U':';
    if (heads && clause.first == clause.last) colon_ = name_in(text_.clause_text(index));
    if (is_generic(colon_) && contains_only_list_words(colon_)) colon_.clear();
  }

  /// 剔除追加的5万元后，收入85万元: what is said in the rest of the sentence is not the amount
  /// that the text has called so before.
  void note_adjustment(std::size_t index) {
    static constexpr std::string_view taken_out[] = {"剔除", "扣除", "不考虑"};
    const Clause& clause = text_.clauses[index];
    if (clause.mark == U'；' || clause.mark == U';') {
      adjusted_ = false;
    } else {
      adjusted_ = adjusted_ || contains_any(text_.clause_text(index), taken_out);
    }
  }

  /// 同口径收入|85万元: said of the figure, not of what it is compared with.
  [[nodiscard]] bool says_like_for_like(std::size_t index) const {
    const Statement& found = text_.statements[index];
    const Clause& clause = text_.clauses[found.clause];
    return !clause.base && contains_any(text_.lead(index), like_for_like);
  }

  /// 主要原因是2025年没有购车: the year is the reason's, not that of what comes next.
  [[nodiscard]] static bool gives_reasons(std::string_view words) {
    static constexpr std::string_view openings[] = {"主要原因", "原因是",   "主要是", "主要系",
                                                    "主要因",   "主要由于", "由于",   "因为"};
    return std::ranges::any_of(
        openings, [words](std::string_view opening) { return words.starts_with(opening); });
  }

  [[nodiscard]] static bool contains_only_list_words(std::string_view words) {
    static constexpr std::string_view lists[] = {"主要用于", "以下方面", "如下", "包括"};
    return words.empty() || contains_any(words, lists);
  }

  void statement(std::size_t index) {
    Statement& found = text_.statements[index];
    const Clause& clause = text_.clauses[found.clause];
    take_dates(found.begin, clause);
    const std::string_view lead = text_.lead(index);
    decide_role(text_, index, base_seen_);
    found.complete = found.role != Role::change && says_complete(lead);
    found.year = year_;
    if (found.role == Role::base) take_unit(found, index, clause);
    if (found.role == Role::base) {
      constexpr int last_year = -1;
      found.year = clause.base ? clause.base->year : std::nullopt;
      const int offset = clause.base ? clause.base->offset : last_year;
      if (!found.year && text_.period) found.year = *text_.period + offset;
    }
    decide_name(found, index);
    found.core = core_of(found.name, text_.entity);
    of_last_year(found);
    first_in_passage_ = false;
  }

  /// 较上年|2.08|减少0.03万元: counted as the change is.
  void take_unit(Statement& found, std::size_t index, const Clause& clause) {
    if (found.figure.unit != nullptr && !found.figure.unit->id.empty()) return;
    if (index + 1 >= clause.last) return;
    const figure::Unit* const unit = text_.statements[index + 1].figure.unit;
    if (unit != nullptr && unit->dimension.kind() == figure::Dimension::Kind::physical) {
      found.figure.unit = unit;
    }
  }

  /// The years that were said up to a byte; what a change is measured against says nothing of what
  /// is spoken of.
  void take_dates(std::size_t until, const Clause& clause) {
    const std::size_t passage = text_.spans[clause.span].passage;
    const std::vector<DateMark>& dates = text_.dates[passage];
    for (; next_date_ < dates.size() && dates[next_date_].begin < until; ++next_date_) {
      const DateMark& date = dates[next_date_];
      const bool of_base =
          clause.base && date.begin >= clause.base->begin && date.begin < clause.base->end;
      if (of_base || date.begin < clause.begin) continue;
      if (date.kind == DateMark::Kind::absolute) year_ = date.year;
      if (date.kind == DateMark::Kind::relative && date.year != 0 && text_.period) {
        year_ = *text_.period + date.year;
      }
    }
  }

  void decide_name(Statement& found, std::size_t index) {
    // 甲、乙等|活动5次: the list says what is counted, its end what it is called.
    const std::string_view words = own_words(text_, index);
    const std::size_t list_end = and_so_on(words);
    const bool listed = list_end != std::string_view::npos &&
                        han_count(words.substr(list_end)) <= longest_list_noun;
    found.name = name_in(listed ? words.substr(list_end + mark_bytes) : words);
    if (found.role == Role::budget || found.role == Role::actual) add_side(found, index, words);
    if (found.name.empty() && found.role == Role::actual) found.name = side_of_sentence(index);
    const bool returns = found.name.empty() && found.role == Role::actual && behind_list_;
    behind_list_ = false;
    found.named = !found.name.empty();
    const bool states =
        found.role == Role::amount || found.role == Role::ratio || found.role == Role::bound;
    if (!found.named) found.name = returns ? list_head_ : inherited_name(states, index);
    if (is_part_behind(text_, index)) found.name = text_.statements[index - 1].name;
    if (listed && !found.named && counted_noun(text_.tail(index)).empty()) {
      found.name = name_in(words.substr(0, list_end));  // 甲会、乙会等30场次
    }
    // 部门预算; 年初预算90万元，追加10万元，全年预算100万元 is no budget of what was added, and
    // 预算执行率。年初预算90万元 none of the rate.
    static constexpr std::string_view added[] = {"追加", "调增", "调减", "结转"};
    static constexpr std::string_view measures[] = {"率", "预算", "预算执行", "预算管理"};
    const bool no_amount = found.role == Role::budget && (contains_any(found.name, added) ||
                                                          !suffix_of(found.name, measures).empty());
    if (found.name.empty() || (no_amount && !found.named)) {
      // 较上年决算数减少5万元 at the start of a passage names nothing.
      const bool compared = text_.clauses[found.clause].base && found.role == Role::change;
      found.name = compared ? std::string() : name_in(text_.lead(index));
    }
    if (found.complete && found.name == subject_ && !found.named) found.name = "合计";
    if (says_like_for_like(index)) adjusted_ = true;
    constexpr std::string_view mark = like_for_like.front();
    if (adjusted_ && !found.name.empty() && !found.name.starts_with(mark)) {
      found.name.insert(0, mark);
    }
    const bool speaks = states || found.role == Role::budget || found.role == Role::actual;
    if (!speaks || found.divides || found.name.empty()) return;
    subject_before_ = subject_;
    subject_ = found.name;
  }

  /// 财政拨款|支出决算, 本年|收入决算: the name without its side could be of either.
  void add_side(Statement& found, std::size_t index, std::string_view words) const {
    static constexpr std::string_view sides[] = {"支出", "收入"};
    static constexpr std::string_view open[] = {"拨款", "预算"};
    const std::string_view lead = text_.lead(index);
    if (words.data() != lead.data()) return;
    const std::string_view behind = trimmed(lead.substr(words.size()));
    // 甲局2022年|预算总收入 is no figure of the office, nor 2022年|预算支出 of what was said last.
    static constexpr std::string_view totals[] = {"预算总收入", "预算总支出", "预算收入",
                                                  "预算支出"};
    static constexpr std::string_view years[] = {"年", "年度"};
    const bool of_year = !suffix_of(trimmed(words), years).empty();
    const std::string_view total = prefix_of(behind, totals);
    if (found.name.empty()) {
      if (of_year) found.name = total;
      return;
    }
    const std::string_view side = prefix_of(behind, sides);
    if (is_generic(found.name) || !suffix_of(found.name, open).empty()) found.name += side;
    if (of_year || is_entity(found.name, text_.entity)) found.name += total;
    // 收入总|决算 has lost a word.
    static constexpr std::string_view kinds[] = {"决算", "预算"};
    if (found.name.ends_with("总")) found.name += prefix_of(behind, kinds);
  }

  /// ，其他收入5万元。2023年实际支出|90万元: a sentence of its own year and side goes not on with
  /// what the one before listed.
  [[nodiscard]] std::string side_of_sentence(std::size_t index) const {
    static constexpr std::string_view sides[] = {"支出", "收入"};
    const Span& span = text_.span_of(index);
    const Statement& found = text_.statements[index];
    const Clause& clause = text_.clauses[found.clause];
    const auto& dates = text_.dates[found.passage];
    const bool dated = std::ranges::any_of(dates, [&](const DateMark& date) {
      return date.begin >= clause.begin && date.begin < found.begin;
    });
    const bool first =
        span.depth == 0 && found.clause == span.clauses.front() && index == clause.first;
    if (!first || !dated || !contains_any(text_.lead(index), sides)) return {};
    return name_in(text_.lead(index));
  }

  /// 上年收入6720万元 is the income of last year; 上年结转 is of this one.
  void of_last_year(Statement& found) const {
    static constexpr std::string_view years[] = {"上年度", "上年", "去年"};
    static constexpr std::string_view carried[] = {"结转", "结余", "末", "底", "同期结转"};
    if (!text_.period || !found.named || found.role == Role::base) return;
    const std::string_view name = found.name;
    const std::string_view rest = name.substr(prefix_of(name, years).size());
    if (rest.size() == name.size() || !prefix_of(rest, carried).empty()) return;
    found.year = found.year.value_or(*text_.period) - 1;
    found.core = core_of(rest.empty() ? subject_before_ : rest, text_.entity);
  }

  [[nodiscard]] std::string inherited_name(bool states, std::size_t index) const {
    if (!colon_.empty()) return colon_;
    if (std::string words = words_before_bracket(index); !words.empty()) return words;
    if (states) {
      const Passage& passage = text_.passages.list[text_.statements[index].passage];
      const bool bare = han_count(without_copula(text_.lead(index))) == 0;
      if (first_in_passage_ && bare && !passage.label.empty()) return passage.label;
      std::string noun = counted_noun(text_.tail(index));
      if (han_count(noun) > 0) return noun;
    }
    if (!subject_.empty()) return subject_;
    if (!before_.empty()) return before_;
    return text_.passages.list[text_.statements[index].passage].label;
  }

  /// 决策（20分）得19分: a figure alone in its bracket is of what stands in front of it.
  [[nodiscard]] std::string words_before_bracket(std::size_t index) const {
    const Span& span = text_.span_of(index);
    const std::size_t clause = text_.statements[index].clause;
    if (span.depth == 0 || span.owner || clause == 0 || clause != span.clauses.front() ||
        han_count(text_.lead(index)) > 0) {
      return {};
    }
    constexpr char32_t open = U'（';
    const Clause& before = text_.clauses[clause - 1];
    return before.mark == open && before.first == before.last
               ? name_in(text_.clause_text(clause - 1))
               : std::string();
  }

  /// A sentence without figures may name what the next one speaks of: （项）。年初预算为…
  [[nodiscard]] std::string heading_words(std::size_t sentence) const {
    const Span& span = text_.spans[sentence];
    for (const std::size_t clause : span.clauses) {
      if (text_.clauses[clause].first != text_.clauses[clause].last) return {};
    }
    const std::string name = name_in(text_.clause_text(span.clauses.back()));
    return han_count(name) <= longest_subject ? name : std::string();
  }

  Narrative& text_;
  std::string subject_;  ///< what the passage spoke of last
  std::string subject_before_;
  std::string before_;  ///< the sentence before, if it only names
  std::string colon_;   ///< the clause before, if it ends in a colon and only names
  std::optional<int> year_;
  std::size_t next_date_ = 0;
  bool base_seen_ = false;
  std::string list_head_;     ///< what the last 其中 of the sentence divides
  bool behind_list_ = false;  ///< a semicolon ended its list, and nothing was stated since
  bool adjusted_ = false;     ///< something was taken out of what is spoken of
  bool first_in_passage_ = true;
};

}  // namespace

void interpret(Narrative& text) {
  Interpreter interpreter(text);
  for (std::size_t passage = 0; passage < text.passages.list.size(); ++passage) {
    interpreter.passage(passage);
  }
}

}  // namespace tieout::report::narrative
