// Totals whose parts stand in passages of their own.
#include "report/narrative/listed_passages.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/headings.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/openers.hpp"
#include "report/narrative/parts.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t most_parts = 100;
constexpr std::size_t most_totals = 12;     // that a list without a stated total may add to
constexpr std::size_t farthest_item = 400;  // passages from a list's head to its items

class PassageLists {
 public:
  PassageLists(const Narrative& text, std::vector<Group>& groups) : text_(text), groups_(groups) {}

  void run() {
    for (std::size_t passage = 0; passage + 1 < text_.sentences.size(); ++passage) {
      const Head head = head_of(passage);
      if (!head.totals.empty()) list(passage, head);
    }
  }

 private:
  using Statements = std::vector<std::size_t>;

  /// What a list may be of, the likeliest last.
  struct Head {
    Statements totals;
    bool stated = false;  ///< the words say so; else the sum must
  };

  [[nodiscard]] Head head_of(std::size_t passage) const {
    const std::string_view words = without_trailing_spaces(text_.passage_text(passage));
    static constexpr std::string_view announcing[] = {"：", ":", "如下。", "如下"};
    if (suffix_of(words, announcing).empty()) return {heading_amount(passage), false};
    const auto& sentences = text_.sentences[passage];
    const auto last = std::find_if(sentences.rbegin(), sentences.rend(), [this](std::size_t span) {
      return !text_.spans[span].clauses.empty();
    });
    if (last == sentences.rend()) return {};
    Statements totals = text_.statements_of(text_.spans[*last]);
    bool stated = !totals.empty();
    if (totals.empty() && last + 1 != sentences.rend()) {
      // 支出50万元。其中：
      const Opener opener = opener_of(text_.clause_text(text_.spans[*last].clauses.front()));
      stated = opener == Opener::among || opener == Opener::listed;
      if (stated) totals = text_.statements_of(text_.spans[*(last + 1)]);
      const std::size_t reasons = first_reason(text_, totals);
      std::erase_if(totals, [&](std::size_t at) { return text_.statements[at].clause >= reasons; });
    }
    // 支出50万元，其中拨款40万元。主要内容如下：
    if (!stated) {
      if (passage > 0) totals = text_.first_statements(passage - 1, most_totals);
      const Statements own = text_.first_statements(passage, most_totals);
      totals.insert(totals.end(), own.begin(), own.end());
      // 支出70万元用于：, the last words of a long passage: of what it states at its end.
      constexpr std::size_t last_sentences = 6;
      const std::size_t all = sentences.size();
      for (std::size_t at = all - std::min(all, last_sentences); at < all; ++at) {
        for (const std::size_t index : text_.statements_of(text_.spans[sentences[at]])) {
          if (own.empty() || index > own.back()) totals.push_back(index);
        }
      }
    }
    std::erase_if(totals, [this](std::size_t index) { return !may_be_total(index); });
    // The last is the likeliest.
    std::ranges::reverse(totals);
    put_latest_first(text_, totals);
    std::ranges::reverse(totals);
    return {std::move(totals), stated};
  }

  [[nodiscard]] bool may_be_total(std::size_t index) const {
    const Statement& statement = text_.statements[index];
    return is_value(statement) && is_exact_statement(statement) && !statement.divides;
  }

  /// 1．本年收入合计90万元。 above （1）财政拨款收入80万元… （2）其他收入10万元…; a passage without
  /// a number of its own leads those below it.
  [[nodiscard]] Statements heading_amount(std::size_t passage) const {
    const auto own = heading_mark(text_.passage_text(passage));
    const auto next = heading_mark(text_.passage_text(passage + 1));
    if (!next || (own && next->rank <= own->rank)) return {};
    const Statements first = text_.first_statements(passage, 1);
    return first.empty() || !may_be_total(first.front()) ? Statements() : first;
  }

  void list(std::size_t passage, const Head& head) {
    Group group;
    group.total = head.totals.back();
    group.other_totals.assign(head.totals.begin(), head.totals.end() - 1);
    group.complete = head.stated && text_.statements[group.total].complete;
    Statements plain = collect(passage, head.totals, group.parts);
    // Parts that have no numbers are known by their sum, or by their names, alone.
    if (plain.size() > 1 && (group.parts.empty() || sum_of(head.totals, plain))) {
      group.parts = std::move(plain);
      group.form = Group::Form::listed;
      group.complete = false;
    }
    if (group.parts.size() < 2) return;
    const auto total = sum_of(head.totals, group.parts);
    if (!total && !head.stated) return;
    if (total) {
      group.total = *total;
      group.other_totals.clear();
    }
    groups_.push_back(std::move(group));
  }

  /// The total, of several, that parts add to.
  [[nodiscard]] std::optional<std::size_t> sum_of(const Statements& totals,
                                                  const Statements& parts) const {
    const auto found = std::find_if(totals.rbegin(), totals.rend(), [&](std::size_t total) {
      return adds_up(text_, total, parts);
    });
    return found == totals.rend() ? std::nullopt : std::optional(*found);
  }

  /// Puts what numbered passages below the head state into `numbered`; what others state that stand
  /// in front of the first of them comes back.
  Statements collect(std::size_t passage, const Statements& totals, Statements& numbered) const {
    const Statement& total = text_.statements[totals.back()];
    const auto own = heading_mark(text_.passage_text(passage));
    std::optional<int> rank;
    std::string_view first_mark;  // 1.: where it comes again, another list begins
    Statements plain;
    std::size_t adding = 0;  // so many of them add to a total, if any do
    RunningSum sum;
    for (std::size_t next = passage + 1;
         next < text_.sentences.size() && next < passage + farthest_item &&
         numbered.size() < most_parts && plain.size() < most_parts;
         ++next) {
      const auto mark = heading_mark(text_.passage_text(next));
      if (!mark) {
        if (const auto part = first_value(next, total); part && !rank) {
          plain.push_back(*part);
          sum.add(text_.statements[*part].figure);
          const bool adds = std::ranges::any_of(
              totals, [&](std::size_t each) { return sum.makes(text_.statements[each].figure); });
          if (plain.size() > 1 && adds) adding = plain.size();
        }
        continue;
      }
      if (own && mark->rank <= own->rank) break;
      const std::string_view words = text_.passage_text(next).substr(0, mark->bytes);
      if (!rank) {
        rank = mark->rank;
        first_mark = words;
      } else if (mark->rank == *rank && words == first_mark) {
        break;
      }
      if (mark->rank < *rank) break;
      if (mark->rank > *rank) continue;
      const auto part = first_value(next, total);
      if (!part) break;
      numbered.push_back(*part);
    }
    if (adding > 0) plain.resize(adding);
    return plain;
  }

  /// What a numbered passage states of its item: the actual amount beside a budget.
  [[nodiscard]] std::optional<std::size_t> first_value(std::size_t passage,
                                                       const Statement& total) const {
    for (const std::size_t sentence : text_.sentences[passage]) {
      for (const std::size_t index : text_.statements_of(text_.spans[sentence])) {
        const Statement& value = text_.statements[index];
        const bool planned = value.role == Role::budget && total.role != Role::budget;
        if (!is_value(value) || planned) continue;
        const bool fits = is_exact_statement(value) && units_fit(value.figure, total.figure);
        return fits ? std::optional(index) : std::nullopt;
      }
    }
    return std::nullopt;
  }

  const Narrative& text_;
  std::vector<Group>& groups_;
};

}  // namespace

void find_listed_passages(const Narrative& text, std::vector<Group>& groups) {
  PassageLists(text, groups).run();
}

}  // namespace tieout::report::narrative
