// Marks and scores that headings state, of a chapter and of the sections below it.
#include "report/narrative/score_headings.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/headings.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/nearness.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/score_pairs.hpp"
#include "report/narrative/sum_rows.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t fewest_parts = 2;
constexpr std::size_t most_parts = 30;  // headings below one

/// What a heading states; nothing where it states several.
struct Heading {
  int rank = 0;
  std::optional<std::size_t> marks;
  std::optional<std::size_t> score;
  std::string_view title;  ///< without its mark
};

class ScoreHeadings {
 public:
  ScoreHeadings(const Narrative& text, const schema::Schema& schema, Report& report)
      : text_(text), table_(schema, report, "decompositions") {}

  void run() {
    find_headings();
    for (std::size_t at = 0; at < headings_.size(); ++at) {
      const std::vector<std::size_t> below = below_of(at);
      if (below.size() < fewest_parts) continue;
      const bool marks = add(at, below, &Heading::marks, false);
      const bool score = add(at, below, &Heading::score, marks);
      if (!marks && score) (void)add(at, below, &Heading::marks, true);
    }
  }

 private:
  void find_headings() {
    std::size_t index = 0;
    for (std::size_t passage = 0; passage < text_.passages.list.size(); ++passage) {
      const std::size_t first = index;
      while (index < text_.statements.size() && text_.statements[index].passage == passage) ++index;
      const auto mark = heading_mark(text_.passage_text(passage));
      if (!mark) {
        take_score_below(first, index);
        continue;
      }
      headings_.push_back(heading_of(mark->rank, first, index));
      headings_.back().title = trimmed(text_.passage_text(passage).substr(mark->bytes));
      open_ = headings_.back().marks && !headings_.back().score;
    }
    find_told_before();
  }

  /// （一）投入指标（15分） / 得分14分。 / the score of a heading in a paragraph below it.
  void take_score_below(std::size_t first, std::size_t last) {
    if (!open_) return;
    for (std::size_t index = first; index < last; ++index) {
      if (!states_points(text_.statements[index]) || is_deduction(text_, index)) continue;
      open_ = false;
      const Statement& marks = text_.statements[*headings_.back().marks];
      if (!is_score(text_, index) || is_marks(index) || headings_.back().score ||
          text_.statements[index].figure.base() > marks.figure.base()) {
        headings_.back().score.reset();
        return;
      }
      headings_.back().score = index;
    }
  }

  /// 履职效能分值50分，得47分 in the summary, （二）履职效能分析 without points at the chapter.
  void find_told_before() {
    static constexpr std::string_view dress[] = {"指标", "分析", "评价", "情况", "自评", "方面"};
    std::map<std::string_view, std::optional<std::size_t>> told;
    const std::vector<ScorePair> pairs = find_score_pairs(text_);
    for (std::size_t at = 0; at < pairs.size(); ++at) {
      const auto [found, added] =
          told.try_emplace(without_suffixes(pairs[at].name, dress), std::optional(at));
      if (!added) found->second.reset();
    }
    for (Heading& heading : headings_) {
      if (heading.marks || heading.score || heading.title.empty()) continue;
      const auto found = told.find(without_suffixes(heading.title, dress));
      if (found == told.end() || !found->second) continue;
      heading.marks = pairs[*found->second].marks;
      heading.score = pairs[*found->second].score;
    }
  }

  [[nodiscard]] Heading heading_of(int rank, std::size_t first, std::size_t last) const {
    Heading found{rank, std::nullopt, std::nullopt, {}};
    bool several = false;
    for (std::size_t index = first; index < last; ++index) {
      const Statement& statement = text_.statements[index];
      if (!statement.figure.is_in("分")) continue;
      if (is_deduction(text_, index)) continue;
      if (statement.range || !is_exact_statement(statement)) return {rank, {}, {}, {}};
      // （1）预算编制合理性10分，自评9分: marks are said, or stand in front of their score.
      const bool scored =
          index + 1 < last && is_score_of_group(text_, index + 1) && is_score(text_, index + 1);
      if (is_said(index) && !is_score(text_, index) && !is_marks(index) && !scored) {
        return {rank, {}, {}, {}};
      }
      auto& side = is_score(text_, index) && !is_marks(index) ? found.score : found.marks;
      several = several || side.has_value();
      side = index;
    }
    return several ? Heading{rank, {}, {}, {}} : found;
  }

  [[nodiscard]] bool is_marks(std::size_t index) const { return is_full_mark(text_, index); }

  /// Words stand before the figure: it is not alone in its bracket.
  [[nodiscard]] bool is_said(std::size_t index) const {
    return text_.span_of(index).depth == 0 || han_count(text_.lead(index)) > 0;
  }

  /// The headings of the next rank below one; none if a narrower one comes first.
  [[nodiscard]] std::vector<std::size_t> below_of(std::size_t heading) const {
    std::vector<std::size_t> found;
    const int rank = headings_[heading].rank;
    for (std::size_t at = heading + 1; at < headings_.size() && headings_[at].rank > rank; ++at) {
      if (found.empty() || headings_[at].rank == headings_[found.front()].rank) found.push_back(at);
      if (headings_[at].rank < headings_[found.front()].rank || found.size() > most_parts)
        return {};
    }
    return found;
  }

  /// `sure`: what else the headings state adds up.
  bool add(std::size_t heading, const std::vector<std::size_t>& below,
           std::optional<std::size_t> Heading::* side, bool sure) {
    const auto& total = headings_[heading].*side;
    if (!total) return false;
    std::vector<std::size_t> parts;
    figure::Rational apart = text_.statements[*total].figure.base();
    for (const std::size_t each : below) {
      const auto& part = headings_[each].*side;
      if (!part) return false;
      parts.push_back(*part);
      apart -= text_.statements[*part].figure.base();
    }
    if (apart < 0) apart = -apart;
    const bool fits = adds_up(text_, *total, parts);
    if (!fits && !(sure && apart * misprint <= text_.statements[*total].figure.base()))
      return false;
    add_closed_sum(text_, *total, parts, table_);
    return fits;
  }

  const Narrative& text_;
  StatementTable table_;
  std::vector<Heading> headings_;
  bool open_ = false;  // the last heading's score may stand below it
};

}  // namespace

void write_score_headings(const Narrative& text, const schema::Schema& schema, Report& report) {
  ScoreHeadings(text, schema, report).run();
}

}  // namespace tieout::report::narrative
