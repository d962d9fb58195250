// Marks and scores that running text lists.
#include "report/narrative/score_lists.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/headings.hpp"
#include "report/narrative/nearness.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/score_pairs.hpp"
#include "report/narrative/sum_rows.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t fewest_parts = 2;
constexpr std::size_t most_parts = 60;
constexpr std::size_t most_overall = 30;  // scores of a whole evaluation in one text
constexpr int all_marks = 100;            // that a whole evaluation has

using Parts = std::vector<const ScorePair*>;

class ScoreLists {
 public:
  ScoreLists(const Narrative& text, const std::vector<Group>& groups, const schema::Schema& schema,
             Report& report)
      : text_(text), table_(schema, report, "decompositions"), pairs_(find_score_pairs(text)) {
    for (const Group& group : groups) {
      if (group.closed && !group.doubtful) summed_.insert(group.total);
    }
    for (const ScorePair& pair : pairs_) paired_.insert(pair.score);
    find_listed();
  }

  void run() {
    Parts tops;  // since the last total
    for (std::size_t at = 0; at < pairs_.size(); ++at) {
      const ScorePair& pair = pairs_[at];
      if (pair.total) {
        (void)add(pair, tops.empty() ? tops_behind(at) : tops);
        tops.clear();
        continue;
      }
      tops.push_back(&pair);
      if (tops.size() > most_parts) tops.clear();
      if (!pair.heads) continue;
      const Parts parts = parts_of(at);
      if (add(pair, parts) || is_alone(pair, parts)) at += parts.size();
    }
    std::size_t overall = 0;
    for (std::size_t index = 0; index < text_.statements.size(); ++index) {
      if (!is_overall(index)) continue;
      if (++overall > most_overall) break;
      add_overall(index);
    }
  }

 private:
  /// The pairs of the list that one opens, up to the end of its sentence.
  [[nodiscard]] Parts parts_of(std::size_t head) const {
    Parts found;
    for (std::size_t at = head + 1; at < pairs_.size() && found.size() < most_parts; ++at) {
      const ScorePair& pair = pairs_[at];
      if (pair.heads || pair.total || !same_sentence(pairs_[at - 1], pair, at == head + 1)) break;
      found.push_back(&pair);
    }
    return found;
  }

  /// 得15分。其中：甲…: a full stop may stand before the list itself.
  [[nodiscard]] bool same_sentence(const ScorePair& before, const ScorePair& pair,
                                   bool first) const {
    const Statement& end = text_.statements[std::max(before.marks, before.score)];
    const Statement& begin = text_.statements[std::min(pair.marks, pair.score)];
    if (end.passage != begin.passage) return false;
    if (first) return true;
    return text_.passage_text(end.passage).substr(end.end, begin.begin - end.end).find("。") ==
           std::string_view::npos;
  }

  /// 总分100分，得分95分。其中：…: the pairs behind it that have all its marks, those of lists left
  /// out.
  [[nodiscard]] Parts tops_behind(std::size_t total) const {
    Parts found;
    for (std::size_t at = total + 1; at < pairs_.size() && found.size() < most_parts; ++at) {
      if (pairs_[at].total) break;
      if (listed_[at]) continue;
      found.push_back(&pairs_[at]);
      if (adds_up(text_, pairs_[total].marks, sides(found, &ScorePair::marks))) break;
    }
    return found;
  }

  [[nodiscard]] static std::vector<std::size_t> sides(const Parts& parts,
                                                      std::size_t ScorePair::* side) {
    std::vector<std::size_t> found;
    std::ranges::transform(parts, std::back_inserter(found),
                           [side](const ScorePair* part) { return part->*side; });
    return found;
  }

  /// The marks or the scores must add up for the others to have to.
  bool add(const ScorePair& total, const Parts& parts) {
    if (parts.size() < fewest_parts) return false;
    const auto marks = sides(parts, &ScorePair::marks);
    const auto scores = sides(parts, &ScorePair::score);
    const bool marks_fit = adds_up(text_, total.marks, marks);
    const bool scores_fit = adds_up(text_, total.score, scores);
    if (!marks_fit && !scores_fit) return false;
    const std::string name(total.name);
    if (marks_fit || is_near_sum(total.marks, marks)) {
      add_sum(total.marks, name, parts, &ScorePair::marks);
    }
    if (scores_fit || is_near_sum(total.score, scores)) {
      add_sum(total.score, name + "得分", parts, &ScorePair::score);
    }
    return true;
  }

  [[nodiscard]] bool is_near_sum(std::size_t total, const std::vector<std::size_t>& parts) const {
    figure::Rational sum = 0;
    for (const std::size_t part : parts) sum += text_.statements[part].figure.base();
    return is_near(text_.statements[total].figure.base(), sum);
  }

  /// `name`: of the total, where its own words are no name.
  void add_sum(std::size_t total, const std::string& name, const Parts& parts,
               std::size_t ScorePair::* side) {
    if (!summed_.insert(total).second) return;
    std::vector<std::string> names;
    std::ranges::transform(parts, std::back_inserter(names), [side](const ScorePair* part) {
      return std::string(part->name) + (side == &ScorePair::score ? "得分" : "");
    });
    add_closed_sum(text_, total, sides(parts, side), table_, {name, std::move(names)});
  }

  /// 自评总得分95分 that goes with no marks.
  [[nodiscard]] bool is_overall(std::size_t index) const {
    static constexpr std::string_view whole[] = {"自评", "总", "综合", "评价"};
    static constexpr std::string_view totals[] = {"自评总分", "总得分", "总分", "总评分"};
    const std::string_view words = without_copula(trimmed(text_.lead(index)));
    if (!states_points(text_.statements[index])) return false;
    if (!is_score(text_, index) && suffix_of(words, totals).empty()) return false;
    // 经自评，得分为|95.8分: the sentence may have said it before.
    const std::size_t begin = text_.span_of(index).begin;
    const std::size_t end = text_.statements[index].begin;
    const std::string_view front =
        text_.passage_text(text_.statements[index].passage).substr(begin, end - begin);
    if (!contains_any(front, whole)) return false;
    return !paired_.contains(index);
  }

  /// The nearest pairs behind it, or else in front of it, that have a hundred marks together.
  void add_overall(std::size_t index) {
    for (const bool behind : {true, false}) {
      const Parts parts = hundred_marks(index, behind);
      if (parts.size() < fewest_parts) continue;
      const auto scores = sides(parts, &ScorePair::score);
      const ScorePair& nearest = behind ? *parts.front() : *parts.back();
      const std::size_t passage = text_.statements[nearest.score].passage;
      const std::size_t own = text_.statements[index].passage;
      const bool beside = own <= passage + 1 && passage <= own + 1;
      if (!adds_up(text_, index, scores) && !(beside && is_near_sum(index, scores))) continue;
      add_sum(index, std::string(), parts, &ScorePair::score);
      return;
    }
  }

  [[nodiscard]] Parts hundred_marks(std::size_t index, bool behind) const {
    Parts found;
    figure::Rational marks = 0;
    const auto take = [&](const ScorePair& pair) {
      found.push_back(&pair);
      marks += text_.statements[pair.marks].figure.base();
    };
    if (behind) {
      for (std::size_t at = 0; at < pairs_.size() && marks < all_marks; ++at) {
        if (std::min(pairs_[at].marks, pairs_[at].score) < index || listed_[at]) continue;
        if (pairs_[at].total) return {};
        take(pairs_[at]);
      }
    } else {
      for (std::size_t at = pairs_.size(); at > 0 && marks < all_marks; --at) {
        if (std::max(pairs_[at - 1].marks, pairs_[at - 1].score) > index || listed_[at - 1])
          continue;
        if (pairs_[at - 1].total) return {};
        take(pairs_[at - 1]);
      }
      std::ranges::reverse(found);
    }
    return marks == all_marks ? found : Parts();
  }

  void find_listed() {
    listed_.assign(pairs_.size(), false);
    for (std::size_t at = 0; at < pairs_.size(); ++at) {
      if (!pairs_[at].heads) continue;
      const Parts parts = parts_of(at);
      if (parts.size() < fewest_parts && !is_alone(pairs_[at], parts)) continue;
      for (std::size_t part = 1; part <= parts.size(); ++part) listed_[at + part] = true;
    }
    find_outlined();
  }

  /// 1.预算编制（20分，得19分） / （1）合理性10分，得10分: below a heading of a wider rank that has
  /// a score of its own.
  void find_outlined() {
    std::optional<int> top;
    std::optional<std::size_t> passage;
    for (std::size_t at = 0; at < pairs_.size(); ++at) {
      const Statement& marks = text_.statements[pairs_[at].marks];
      const bool first = passage != marks.passage;
      passage = marks.passage;
      const auto mark = heading_mark(text_.passage_text(marks.passage));
      if (!first || !mark || pairs_[at].total || marks.figure.base() >= all_marks) continue;
      if (!top || mark->rank <= *top) {
        top = mark->rank;
      } else {
        listed_[at] = true;
      }
    }
  }

  /// 产出（25分）：职责履行25分，得23分: the only one of its group.
  [[nodiscard]] bool is_alone(const ScorePair& head, const Parts& parts) const {
    return parts.size() == 1 && text_.statements[head.marks].figure.base() ==
                                    text_.statements[parts.front()->marks].figure.base();
  }

  const Narrative& text_;
  StatementTable table_;
  std::vector<ScorePair> pairs_;
  std::vector<bool> listed_;      // by pair: it stands in the list of another
  std::set<std::size_t> paired_;  // scores of pairs
  std::set<std::size_t> summed_;  // totals that are added up
};

}  // namespace

void write_score_lists(const Narrative& text, const std::vector<Group>& groups,
                       const schema::Schema& schema, Report& report) {
  ScoreLists(text, groups, schema, report).run();
}

}  // namespace tieout::report::narrative
