// Shares of a whole that is not named: of the sum of their parts.
#include "report/narrative/implied_wholes.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/parts.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest_sum = 40;  // statements before the first part of several
constexpr std::size_t nearest_share = 2;  // passages from one share to the next of one whole

class WholeFinder {
 public:
  WholeFinder(const Narrative& text, const Divisions& divisions, std::vector<Share>& shares)
      : text_(text), divisions_(divisions), found_(shares) {}

  void run() {
    Members members;
    for (std::size_t at = 0; at < found_.size(); ++at) {
      if (!members.empty() && is_near(at) && are_of_one(found_[members.back()], found_[at])) {
        members.push_back(at);
        continue;
      }
      // 基本支出占总支出80%，其中工资占基本支出50%；项目支出占总支出20%
      const bool stands_between = !members.empty() && is_near(at) && !lacks_whole(found_[at]) &&
                                  !found_[members.back()].whole_name.empty();
      if (stands_between) continue;
      imply(members);
      members = {at};
    }
    imply(members);
  }

 private:
  using Members = std::vector<std::size_t>;  // of the shares

  /// To the share before it.
  [[nodiscard]] bool is_near(std::size_t at) const {
    const auto passage = [this](std::size_t share) {
      return text_.statements[found_[share].percent].passage;
    };
    return passage(at) <= passage(at - 1) + nearest_share;
  }

  /// Shares of one whole that nothing states.
  [[nodiscard]] bool are_of_one(const Share& before, const Share& share) const {
    if (!lacks_whole(before) || !lacks_whole(share) || *before.part == *share.part) return false;
    return comparable(text_.statements[*before.part].figure,
                      text_.statements[*share.part].figure) &&
           core_of(before.whole_name, text_.entity) == core_of(share.whole_name, text_.entity);
  }

  [[nodiscard]] bool lacks_whole(const Share& share) const {
    return share.part && share.wholes.empty() && !share.cell &&
           is_exact_statement(text_.statements[*share.part]) &&
           is_exact_statement(text_.statements[share.percent]);
  }

  /// 占任务数的96%: of what each was to do, not of what all have done.
  [[nodiscard]] static bool is_goal(std::string_view whole) {
    static constexpr std::string_view goals[] = {"任务", "目标", "计划", "编制", "限额"};
    return contains_any(whole, goals);
  }

  /// 甲70万元，占70%；乙30万元，占30%: percentages that add to 100% are of the sum of their parts,
  /// and so are those of all the kinds into which the schema divides the whole.
  void imply(const Members& members) {
    if (members.size() < 2 || is_goal(found_[members.front()].whole_name)) return;
    figure::Rational missing = 1;
    figure::Rational allowed = 0;
    std::vector<std::size_t> parts;
    std::vector<std::string> names;
    for (const std::size_t at : members) {
      const figure::Figure& percent = text_.statements[found_[at].percent].figure;
      missing -= percent.base();
      allowed += percent.half_step();
      parts.push_back(*found_[at].part);
      names.push_back(found_[at].name);
    }
    if (const auto stated = stated_sum(parts)) {
      for (const std::size_t at : members) found_[at].wholes = {*stated};
      return;
    }
    const bool whole = missing <= allowed && -missing <= allowed;
    const auto& whole_name = found_[members.front()].whole_name;
    if (!whole && divisions_.complete(whole_name, names).size() != names.size()) return;
    for (const std::size_t at : members) found_[at].addends = parts;
  }

  /// （一）总体情况。支出90万元……（二）结构情况。甲80万元，占…；乙10万元，占…: the figure before
  /// them, in their chapter, that the parts add to.
  [[nodiscard]] std::optional<std::size_t> stated_sum(const std::vector<std::size_t>& parts) const {
    const auto chapter = [this](std::size_t at) {
      const std::size_t section = text_.passages.list[text_.statements[at].passage].section;
      return text_.passages.sections.chapter(section);
    };
    const std::size_t first = *std::ranges::min_element(parts);
    const auto is_sum = [&](std::size_t at) {
      const Statement& candidate = text_.statements[at];
      return states_value(candidate) && is_exact_statement(candidate) &&
             candidate.role != Role::base &&
             comparable(candidate.figure, text_.statements[first].figure) &&
             adds_up(text_, at, parts);
    };
    const std::size_t last = first - std::min(first, farthest_sum);
    for (std::size_t at = first; at > last && chapter(at - 1) == chapter(first); --at) {
      if (is_sum(at - 1)) return at - 1;
    }
    // 甲80万元，占88.9%；乙10万元，占11.1%。合计90万元。
    const std::size_t passage = text_.statements[first].passage;
    for (std::size_t at = *std::ranges::max_element(parts) + 1; at < text_.statements.size();
         ++at) {
      if (text_.statements[at].passage != passage) break;
      if (is_sum(at)) return at;
    }
    return std::nullopt;
  }

  const Narrative& text_;
  const Divisions& divisions_;
  std::vector<Share>& found_;
};

}  // namespace

void imply_wholes(const Narrative& text, const Divisions& divisions, std::vector<Share>& shares) {
  WholeFinder(text, divisions, shares).run();
}

}  // namespace tieout::report::narrative
