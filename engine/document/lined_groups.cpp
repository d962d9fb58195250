// The names of a table that stands a cell a line, each with its codes and figures.
#include "document/lined_groups.hpp"

#include "document/characters.hpp"
#include "document/layout_lines.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t most_parts = 8;        // of a name
constexpr std::size_t most_looked_at = 400;  // pieces of a table
constexpr std::size_t most_between = 4;  // titles, notes and a page's number above heads come again

class Reader {
 public:
  explicit Reader(const LinedBody& body)
      : pieces_(body.pieces), heads_(body.heads), sections_(body.sections), effort_(body.effort) {
    for (const auto& section : sections_) most_figures_ = std::max(most_figures_, section.figures);
    all_numbered_ = !coded() && are_all_numbered();
  }

  std::optional<LinedGroups> read() && {
    auto at = heads_.last;
    auto behind = at;
    while (at < pieces_.size()) {
      if (const auto after = behind_break(at); after > at) {
        at = after;
        continue;
      }
      if (effort_.groups == 0) return std::nullopt;
      --effort_.groups;
      auto group = group_at(at);
      if (!group) break;
      if (!groups_.empty() && may_be_rest(*group, groups_.back())) return std::nullopt;
      const auto filled = !group->figures.empty();
      groups_.push_back(std::move(*group));
      if (filled) behind = at;
    }
    while (!groups_.empty() && groups_.back().figures.empty()) groups_.pop_back();
    // 栏次 1 2 numbers the columns: no row of figures.
    std::erase_if(groups_, [this](const LinedGroup& group) { return numbers_columns(group); });
    const bool table = !groups_.empty() && pieces_.may_end_before(at) && ends_cleanly(at);
    if (!table) return std::nullopt;
    return LinedGroups{.groups = std::move(groups_), .behind = behind};
  }

 private:
  const LinedPieces& pieces_;
  LineRange heads_;
  const std::vector<LinedSection>& sections_;
  LinedEffort& effort_;
  std::size_t most_figures_ = 0;
  std::vector<LinedGroup> groups_;
  bool all_numbered_ = false;  // names, but for totals and balances

  [[nodiscard]] std::string_view words(std::size_t piece) const { return pieces_.words(piece); }

  [[nodiscard]] bool is_text(std::size_t piece) const { return is_text_cell(words(piece)); }

  [[nodiscard]] bool coded() const { return sections_.front().coded; }

  [[nodiscard]] bool numbers_columns(const LinedGroup& group) const {
    const auto name = without_spaces(group.name(pieces_));
    return name == "栏次" || name == "欄次";
  }

  /// Whether what ended the rows is no figure too many, but for a page's number.
  [[nodiscard]] bool ends_cleanly(std::size_t at) const {
    const auto word = words(at);
    return word.empty() || !resembles_figure(word);
  }

  /// The piece behind heads that come again, a page's number and titles in front of them.
  [[nodiscard]] std::size_t behind_heads(std::size_t at) const {
    const auto length = heads_.last - heads_.first;
    for (auto first = at; first < at + most_between && first + length <= pieces_.size(); ++first) {
      if (first > at && !may_stand_between(at, first - 1)) return at;
      bool same = true;
      for (std::size_t head = 0; head < length && same; ++head) {
        same = words(first + head) == words(heads_.first + head);
      }
      if (same) return first + length;
    }
    return at;
  }

  /// Whether a piece may stand between rows and the heads that come again: a page's number, a title
  /// or a note, and no row.
  [[nodiscard]] bool may_stand_between(std::size_t first, std::size_t piece) const {
    constexpr std::size_t longest_number = 3;  // of a page
    if (is_other_title(piece) || name_behind_code(piece) > piece) return false;
    const auto word = words(piece);
    return !resembles_figure(word) ||
           (piece == first && is_page_number(word) && word.size() <= longest_number);
  }

  /// The piece behind what a page's end puts between rows: heads that come again, the rest of the
  /// name in front.
  [[nodiscard]] std::size_t behind_break(std::size_t at) {
    const auto after = behind_heads(at);
    if (groups_.empty() || (after == at && !pieces_[at].begins_page)) return after;
    const auto rest = behind_rest(after);
    if (rest == after) return after;
    auto& last = groups_.back();
    // Of two names side by side nobody knows which one it is of.
    if (!coded() || sections_.size() == 1) last.rest = {after, rest};
    return rest;
  }

  /// The piece behind the rest of the last name, which its page's end cut; `at` if that cannot be
  /// said.
  [[nodiscard]] std::size_t behind_rest(std::size_t at) const {
    if (groups_.back().figures.empty()) return at;
    auto next = at;
    while (next < at + most_parts && is_text(next) && !begins_row(next)) {
      if (is_key_head(words(next))) return at;
      ++next;
    }
    const bool known = coded() || (all_numbered_ && is_last_of_side());
    return known && begins_row(next) ? next : at;
  }

  [[nodiscard]] bool begins_row(std::size_t piece) const {
    if (says_total(words(piece))) return true;
    return coded() ? name_behind_code(piece) > piece
                   : is_numbered(words(piece)) || is_balance(words(piece));
  }

  /// Whether no name of the other side stands beside the last one: the one in front of it is of its
  /// side, too.
  [[nodiscard]] bool is_last_of_side() const {
    if (sections_.size() == 1) return true;
    if (groups_.size() < 2) return false;
    const auto side = side_of(groups_[groups_.size() - 2].name(pieces_));
    return side == Side::spending && side_of(groups_.back().name(pieces_)) != Side::income;
  }

  /// Whether a piece is the title of a table, and not of the one whose heads were read.
  [[nodiscard]] bool is_other_title(std::size_t piece) const {
    const auto word = words(piece);
    if (!word.ends_with("表") || may_be_cell(word)) return false;
    for (auto above = heads_.first; above > 0 && above + most_between > heads_.first; --above) {
      if (words(above - 1) == word) return false;
    }
    return true;
  }

  /// The next name with its codes and figures; nothing where none begins.
  std::optional<LinedGroup> group_at(std::size_t& at) const {
    LinedGroup group;
    auto next = at;
    if (const auto name = coded() ? name_behind_code(at) : at; name > at) {
      for (; next < name; ++next) group.codes.push_back(next);
    }
    if (!is_text(next) || is_head(next, !group.codes.empty())) return std::nullopt;
    group.names = {next, next + 1};
    ++next;
    while (next < group.names.first + most_parts && goes_on(group, next)) ++next;
    group.names.last = next;
    while (group.figures.size() < most_figures_ && next < pieces_.size() &&
           pieces_.may_share_row(group.names.first, next) && resembles_figure(words(next)) &&
           (!coded() || name_behind_code(next) == next)) {
      group.figures.push_back(next++);
    }
    // What has no code beside others that do is their total, or else nobody knows what.
    const bool known = says_total(group.name(pieces_)) || numbers_columns(group);
    if (coded() && group.codes.empty() && !known) return std::nullopt;
    // A name alone is a row whose figures are blank if it is one for certain.
    const bool row = !group.codes.empty() || is_numbered(words(group.names.first)) ||
                     is_balance(group.name(pieces_));
    if (group.figures.empty() && !row) return std::nullopt;
    at = next;
    return group;
  }

  /// Whether a piece is the head of names or codes; behind a code names may end as some do:
  /// 旅游开发项目.
  [[nodiscard]] bool is_head(std::size_t piece, bool behind_code) const {
    constexpr std::string_view items = "项目";
    const auto word = words(piece);
    return is_key_head(word) && (!behind_code || word == items || !word.ends_with(items));
  }

  /// Whether a piece is one more part of a name, which was broken.
  [[nodiscard]] bool goes_on(const LinedGroup& group, std::size_t next) const {
    const auto word = words(next);
    if (!is_text(next) || !pieces_.may_share_row(group.names.first, next) || says_total(word) ||
        is_numbered(word) || is_head(next, !group.codes.empty()) || is_balance(word) ||
        behind_heads(next) > next) {
      return false;
    }
    if (coded()) return !group.codes.empty() && may_follow(next - 1, next);
    const auto first = words(group.names.first);
    if (all_numbered_ && (is_numbered(first) || is_balance(first))) return true;
    if (begins_balance(next - 1) && next == group.names.first + 1) return true;
    static constexpr std::array<std::string_view, 5> ends = {"收入", "支出", "拨款", "资金",
                                                             "预算"};
    return is_numbered(words(group.names.first)) && !word.starts_with("其中") &&
           std::ranges::none_of(
               ends, [this, next](std::string_view end) { return words(next - 1).ends_with(end); });
  }

  /// Whether a part of a name may stand below another: all but the last fill their lines.
  [[nodiscard]] bool may_follow(std::size_t part, std::size_t next) const {
    constexpr std::size_t ragged = 2;  // characters
    return count_characters(words(next)) <= count_characters(words(part)) + ragged;
  }

  /// Whether what follows figures is numbered, so that other names only go on.
  [[nodiscard]] bool are_all_numbered() const {
    const auto last = std::min(pieces_.size(), heads_.last + most_looked_at);
    for (auto piece = heads_.last; piece < last; ++piece) {
      const auto after = behind_heads(piece);
      if (after > piece || pieces_[piece].begins_page) {
        piece = after;  // what stands here may be the rest of a name
        continue;
      }
      const auto word = words(piece);
      if (resembles_figure(word)) continue;
      if (!may_be_cell(word)) break;
      const bool own =
          is_numbered(word) || says_total(word) || is_balance(word) || begins_balance(piece);
      if (!own && (piece == heads_.last || resembles_figure(words(piece - 1)))) return false;
    }
    return true;
  }

  /// Whether the name of a group may be the rest of the one before it, whose figures it then has.
  [[nodiscard]] bool may_be_rest(const LinedGroup& group, const LinedGroup& before) const {
    const auto name = group.name(pieces_);
    const bool own = coded() || is_numbered(name) || says_total(name) || is_balance(name) ||
                     name.starts_with("其中");
    const bool open = is_numbered(words(before.names.first)) || is_balance(before.name(pieces_));
    if (own || !before.figures.empty() || !open) return false;
    const auto side = side_of(name);
    return side == Side::unknown || side == side_of(before.name(pieces_));
  }

  /// 结余分配, 年初结转和结余: stands below the totals of income and spending, often without
  /// figures.
  [[nodiscard]] bool is_balance(std::string_view name) const {
    static constexpr std::array<std::string_view, 3> parts = {"结余", "结转", "分配"};
    return sections_.size() > 1 && !coded() && side_of(name) != Side::unknown &&
           std::ranges::any_of(parts, [name](std::string_view part) {
             return name.find(part) != std::string_view::npos;
           });
  }

  /// Whether a piece is the first part of such a name that was broken in two.
  [[nodiscard]] bool begins_balance(std::size_t piece) const {
    const auto word = words(piece);
    if (!is_text(piece) || !is_text(piece + 1) || is_numbered(word) || says_total(word) ||
        is_balance(word) || is_balance(words(piece + 1))) {
      return false;
    }
    return is_balance(std::string(word) + std::string(words(piece + 1)));
  }

  /// The name that follows a code, whole (2080501) or in parts (208 05 01); `at` if none begins.
  [[nodiscard]] std::size_t name_behind_code(std::size_t at) const {
    const auto code = words(at);
    const bool whole = code.size() == 3 || code.size() == 5 || code.size() == 7;
    if (!is_digits(code) || !whole || code.front() == '0') return at;
    auto next = at + 1;
    while (code.size() == 3 && next < at + 3 && is_digits(words(next)) && words(next).size() == 2) {
      ++next;
    }
    return is_text(next) && !says_total(words(next)) ? next : at;
  }
};

}  // namespace

std::string LinedGroup::name(const LinedPieces& pieces) const {
  std::string name;
  for (const auto& parts : {names, rest}) {
    for (auto part = parts.first; part < parts.last; ++part) name += pieces.words(part);
  }
  return name;
}

std::string LinedGroup::code(const LinedPieces& pieces) const {
  std::string code;
  for (const auto part : codes) code += pieces.words(part);
  return code;
}

std::optional<LinedGroups> lined_groups(const LinedBody& body) { return Reader(body).read(); }

}  // namespace tieout::document
