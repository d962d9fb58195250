// The rows of a table that stands a cell a line, below heads that are known.
#include "document/lined_rows.hpp"

#include "document/characters.hpp"
#include "document/lined_columns.hpp"
#include "document/row_wholes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::document {

namespace {

using Row = std::vector<CellSketch>;

constexpr std::size_t fewest_rows = 3;
constexpr std::size_t most_parts = 4;  // of a name
constexpr std::size_t fewest_full_rows = 2;
constexpr std::size_t most_between = 4;  // titles, notes and a page's number above heads come again

/// Pieces of one name: its codes, itself, its figures.
struct Group {
  std::vector<std::size_t> codes;
  std::size_t name = 0;
  std::size_t name_behind = 0;  ///< the piece behind its last part: cells may be broken
  std::vector<std::size_t> figures;
  std::size_t side = 0;  ///< the section that it belongs to
  /// The columns of its figures; nothing if that cannot be said.
  std::optional<std::vector<std::size_t>> places{};
};

class Reader {
 public:
  explicit Reader(const LinedBody& body)
      : pieces_(body.pieces), heads_(body.heads), sections_(body.sections) {
    for (const auto& section : sections_) most_figures_ = std::max(most_figures_, section.figures);
  }

  std::optional<LinedRows> read(StatedAmounts& stated) {
    if (sections_.size() > 2 || !read_groups() || !find_sides()) return std::nullopt;
    StatedAmounts own;
    for (std::size_t side = 0; side < sections_.size(); ++side) note_names(side, own);
    for (std::size_t side = 0; side < sections_.size(); ++side) place(side, own, stated);
    LinedRows result{.rows = {}, .codes = coded() ? 1U : 0U, .behind = behind_};
    std::vector<std::size_t> full(sections_.size(), 0);
    Row row;  // its cells up to the next section's
    std::size_t next_side = 0;
    const auto finish = [&] {
      for (; next_side > 0 && next_side < sections_.size(); ++next_side) fill(next_side, row);
      if (!row.empty()) add_row(std::exchange(row, {}), result.rows);
      next_side = 0;
    };
    for (const auto& group : groups_) {
      const auto& section = sections_[group.side];
      if (group.side < next_side) finish();
      if (!group.places) {
        finish();
        add_row(short_row(group), result.rows);
        continue;
      }
      while (next_side < group.side) fill(next_side++, row);
      if (!group.figures.empty()) ++full[group.side];
      add_cells(group, section, row);
      ++next_side;
    }
    finish();
    const bool enough =
        std::ranges::all_of(full, [](std::size_t count) { return count >= fewest_full_rows; });
    if (!enough || result.rows.size() < fewest_rows) return std::nullopt;
    note_cells(own);
    stated.add(own);
    return result;
  }

 private:
  const LinedPieces& pieces_;
  LineRange heads_;
  const std::vector<LinedSection>& sections_;
  std::size_t most_figures_ = 0;
  std::vector<Group> groups_;
  std::size_t behind_ = 0;

  [[nodiscard]] std::string_view words(std::size_t piece) const { return pieces_.words(piece); }

  [[nodiscard]] bool is_text(std::size_t piece) const { return is_text_cell(words(piece)); }

  [[nodiscard]] bool coded() const { return sections_.front().coded; }

  static void add_row(Row row, std::vector<Row>& rows) {
    for (std::size_t column = 0; column < row.size(); ++column) row[column].column = column;
    rows.push_back(std::move(row));
  }

  /// The blank cells of a section that has none in a row.
  void fill(std::size_t section, Row& row) const {
    const auto cells = (coded() ? 2 : 1) + sections_[section].figures;
    for (std::size_t cell = 0; cell < cells; ++cell)
      row.push_back(pieces_.blank_behind(behind_ - 1));
  }

  [[nodiscard]] CellSketch key_of(const Group& group) const {
    if (group.codes.empty()) return name_cell(group);
    CellSketch key;
    for (const auto code : group.codes) key.paragraphs.push_back(pieces_[code].span);
    return key;
  }

  /// Nothing tells which of the figures are blank: the row is shorter than the others.
  [[nodiscard]] Row short_row(const Group& group) const {
    Row row = {key_of(group)};
    for (const auto figure : group.figures) row.push_back({.paragraphs = {pieces_[figure].span}});
    return row;
  }

  void add_cells(const Group& group, const LinedSection& section, Row& row) const {
    row.push_back(key_of(group));
    if (!group.codes.empty()) {
      row.push_back(name_cell(group));
    } else if (coded()) {
      row.push_back(pieces_.blank_behind(group.name));
    }
    auto last = group.name;  // piece
    std::size_t next = 0;
    for (std::size_t column = 0; column < section.figures; ++column) {
      if (next < group.figures.size() && (*group.places)[next] == column) {
        last = group.figures[next++];
        row.push_back({.paragraphs = {pieces_[last].span}});
      } else {
        row.push_back(pieces_.blank_behind(last));
      }
    }
  }

  bool read_groups() {
    auto at = heads_.last;
    behind_ = at;
    while (at < pieces_.size()) {
      if (const auto after = behind_heads(at); after > at) {
        at = after;
        continue;
      }
      auto group = group_at(at);
      if (!group) break;
      if (!groups_.empty() && may_be_rest(*group, groups_.back())) return false;
      const auto filled = !group->figures.empty();
      groups_.push_back(std::move(*group));
      if (filled) behind_ = at;
    }
    while (!groups_.empty() && groups_.back().figures.empty()) groups_.pop_back();
    // 栏次 1 2 numbers the columns: no row of figures.
    std::erase_if(groups_, [this](const Group& group) {
      const auto name = without_spaces(name_of(group));
      return name == "栏次" || name == "欄次";
    });
    return !groups_.empty() && pieces_.may_end_before(at) && ends_cleanly(at);
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
      bool same = true;
      for (std::size_t head = 0; head < length && same; ++head) {
        same = words(first + head) == words(heads_.first + head);
      }
      if (same) return first + length;
    }
    return at;
  }

  /// The next name with its codes and figures; nothing where none begins.
  std::optional<Group> group_at(std::size_t& at) const {
    Group group;
    auto next = at;
    if (const auto name = coded() ? name_behind_code(at) : at; name > at) {
      for (; next < name; ++next) group.codes.push_back(next);
    }
    if (!is_text(next) || is_key_head(words(next))) return std::nullopt;
    group.name = next++;
    while (next < group.name + most_parts && goes_on(group, next)) ++next;
    group.name_behind = next;
    const auto begins_row = [this](std::size_t piece) {
      return coded() && name_behind_code(piece) > piece;
    };
    while (group.figures.size() < most_figures_ && next < pieces_.size() &&
           pieces_.may_share_row(group.name, next) && resembles_figure(words(next)) &&
           !begins_row(next)) {
      group.figures.push_back(next++);
    }
    // What has no code beside others that do is their total, or else nobody knows what.
    if (coded() && group.codes.empty() && !says_total(name_of(group))) return std::nullopt;
    // A name alone is a row whose figures are blank if it is one for certain.
    const bool row =
        !group.codes.empty() || is_numbered(words(group.name)) || is_balance(name_of(group));
    if (group.figures.empty() && !row) return std::nullopt;
    at = next;
    return group;
  }

  /// Whether a piece is one more part of a name, which was broken.
  [[nodiscard]] bool goes_on(const Group& group, std::size_t next) const {
    const auto word = words(next);
    if (!is_text(next) || !pieces_.may_share_row(group.name, next) || says_total(word) ||
        is_numbered(word) || is_key_head(word) || is_balance(word) || behind_heads(next) > next) {
      return false;
    }
    if (coded()) return !group.codes.empty();
    static constexpr std::array<std::string_view, 5> ends = {"收入", "支出", "拨款", "资金",
                                                             "预算"};
    return is_numbered(words(group.name)) && !word.starts_with("其中") &&
           std::ranges::none_of(
               ends, [this, next](std::string_view end) { return words(next - 1).ends_with(end); });
  }

  /// Whether the name of a group may be the rest of the one before it, whose figures it then has.
  [[nodiscard]] bool may_be_rest(const Group& group, const Group& before) const {
    const auto name = name_of(group);
    const bool own = coded() || is_numbered(name) || says_total(name) || is_balance(name) ||
                     name.starts_with("其中");
    if (own || !before.figures.empty() || !is_numbered(words(before.name))) return false;
    const auto side = side_of(name);
    return side == Side::unknown || side == side_of(name_of(before));
  }

  /// A name with all its parts.
  [[nodiscard]] std::string name_of(const Group& group) const {
    std::string name;
    for (auto part = group.name; part < group.name_behind; ++part) name += words(part);
    return name;
  }

  [[nodiscard]] CellSketch name_cell(const Group& group) const {
    auto cell = pieces_.cell(group.name);
    for (auto part = group.name + 1; part < group.name_behind; ++part) {
      cell.paragraphs.push_back(pieces_[part].span);
    }
    return cell;
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

  /// What a section of one column states, above its total: below stand balances of the same names.
  void note_names(std::size_t side, StatedAmounts& stated) const {
    if (coded() || sections_[side].figures > 1) return;
    for (const auto& group : groups_) {
      if (group.side != side) continue;
      if (says_total(name_of(group))) return;
      stated.add_name(name_of(group), group.figures.empty() ? std::optional(Amount{})
                                                            : read_amount(words(group.figures[0])));
    }
  }

  [[nodiscard]] std::string code_of(const Group& group) const {
    std::string code;
    for (const auto part : group.codes) code += words(part);
    return code;
  }

  /// What rows with codes state below each head.
  void note_cells(StatedAmounts& stated) const {
    for (const auto& group : groups_) {
      if (group.codes.empty() || !group.places) continue;
      std::vector<Amount> amounts(sections_[group.side].figures);
      for (std::size_t figure = 0; figure < group.figures.size(); ++figure) {
        const auto amount = read_amount(words(group.figures[figure]));
        if (!amount) return;
        amounts[(*group.places)[figure]] = *amount;
      }
      const auto heads = column_words(pieces_.text(), sections_[group.side]);
      for (std::size_t column = 0; column < heads.size(); ++column) {
        stated.add_cell(code_of(group), heads[column], amounts[column]);
      }
    }
  }

  /// Finds the columns of the figures of a section.
  void place(std::size_t side, const StatedAmounts& own, const StatedAmounts& others) {
    const auto heads = column_words(pieces_.text(), sections_[side]);
    std::vector<Group*> groups;
    std::vector<ListedName> names;
    std::vector<FigureRow> rows;
    bool lacking = false;
    for (auto& group : groups_) {
      if (group.side != side) continue;
      groups.push_back(&group);
      names.push_back({.code = code_of(group), .name = name_of(group)});
      auto& row = rows.emplace_back();
      for (const auto figure : group.figures) row.figures.push_back(read_amount(words(figure)));
      lacking = lacking || (!row.figures.empty() && row.figures.size() < heads.size());
    }
    const auto wholes = wholes_of(names);
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row].whole = wholes[row];
    for (std::size_t row = 0; lacking && row < rows.size(); ++row) {
      if (rows[row].figures.size() == heads.size()) continue;
      for (const auto& head : heads) {
        if (!names[row].code.empty()) {
          rows[row].stated.push_back(others.of_cell(names[row].code, head));
        } else if (says_total(names[row].name)) {
          add_stated(head, own, others, rows[row]);
        }
      }
    }
    auto places = figure_places(figure_columns(pieces_.text(), sections_[side]), rows);
    for (std::size_t row = 0; row < rows.size(); ++row)
      groups[row]->places = std::move(places[row]);
  }

  /// What is stated of a column of the row of totals.
  static void add_stated(std::string_view head, const StatedAmounts& own,
                         const StatedAmounts& others, FigureRow& row) {
    if (says_total(head)) {
      row.stated.emplace_back();
      auto& said = row.said.emplace_back();
      for (const auto& figure : row.figures) said.push_back(figure.value_or(Amount{}));
      return;
    }
    const auto stated = own.of_name(head);
    row.stated.push_back(stated ? stated : others.of_name(head));
    row.said.push_back(others.said(head));
  }

  /// Finds which section each group belongs to; false if it cannot be said of all.
  bool find_sides() {
    if (sections_.size() > 1) {
      const auto sides = coded() ? alternating() : by_name();
      if (sides.size() != groups_.size()) return false;
      for (std::size_t at = 0; at < sides.size(); ++at) groups_[at].side = sides[at];
    }
    return std::ranges::all_of(groups_, [this](const Group& group) {
      return group.figures.size() <= sections_[group.side].figures;
    });
  }

  /// Sections that list codes are one list; a total begins no row on the right.
  [[nodiscard]] std::vector<std::size_t> alternating() const {
    std::vector<std::size_t> sides;
    if (sections_[0].figures != sections_[1].figures) return sides;
    for (std::size_t at = 0; at < groups_.size(); ++at) {
      const bool total = groups_[at].codes.empty();
      const bool first = total && (at == 0 || !groups_[at - 1].codes.empty());
      const bool left = first || sides.empty() || sides.back() == 1;
      sides.push_back(left ? 0 : 1);
    }
    return sides;
  }

  /// Of two names on one line the first is on the left.
  [[nodiscard]] Side side_in_row(std::size_t group) const {
    const auto with = [&](std::size_t other) {
      return other < groups_.size() && pieces_[groups_[group].name].row &&
             pieces_.may_share_row(groups_[group].name, groups_[other].name);
    };
    if (with(group + 1)) return Side::income;
    return group > 0 && with(group - 1) ? Side::spending : Side::unknown;
  }

  [[nodiscard]] std::vector<std::size_t> by_name() const {
    const bool told = side_of(pieces_.words(sections_[0].title)) == Side::income &&
                      side_of(pieces_.words(sections_[1].title)) == Side::spending;
    if (!told) return {};
    const auto least = sections_[0].figures;
    const auto most = sections_[1].figures;
    const bool spending_full = std::ranges::all_of(groups_, [&](const Group& group) {
      return side_of(name_of(group)) != Side::spending || group.figures.size() == most;
    });
    std::vector<std::size_t> sides;
    for (std::size_t at = 0; at < groups_.size(); ++at) {
      const auto name = name_of(groups_[at]);
      auto side = side_of(name);
      const auto same = [&](std::size_t other) { return name_of(groups_[other]) == name; };
      const auto count = groups_[at].figures.size();
      if (const auto beside = side_in_row(at); beside != Side::unknown) side = beside;
      if (side == Side::unknown && at > 0 && same(at - 1) && sides.back() == 0) {
        side = Side::spending;
      } else if (side == Side::unknown && at + 1 < groups_.size() && same(at + 1)) {
        side = Side::income;
      } else if (side == Side::unknown && least < most && spending_full) {
        side = count == most ? Side::spending : count == least ? Side::income : Side::unknown;
      }
      if (side == Side::unknown) return {};
      sides.push_back(side == Side::income ? 0 : 1);
    }
    return sides;
  }
};

}  // namespace

std::optional<LinedRows> lined_rows(const LinedBody& body, StatedAmounts& stated) {
  return Reader(body).read(stated);
}

}  // namespace tieout::document
