// The rows of a table that stands a cell a line, below heads that are known.
#include "document/lined_rows.hpp"

#include "document/characters.hpp"
#include "document/lined_places.hpp"

#include <algorithm>
#include <utility>

namespace tieout::document {

namespace {

using Row = std::vector<CellSketch>;

constexpr std::size_t fewest_rows = 3;
constexpr std::size_t fewest_full_rows = 2;

class Reader {
 public:
  explicit Reader(const LinedBody& body)
      : body_(body), pieces_(body.pieces), sections_(body.sections) {}

  std::optional<LinedRows> read(StatedAmounts& stated) {
    if (sections_.size() > 2) return std::nullopt;
    auto read = lined_groups(body_);
    if (!read) return std::nullopt;
    groups_ = std::move(read->groups);
    behind_ = read->behind;
    if (!find_sides()) return std::nullopt;
    const auto own = place_figures(body_, groups_, stated);
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
    stated.add(own);
    return result;
  }

 private:
  const LinedBody& body_;
  const LinedPieces& pieces_;
  const std::vector<LinedSection>& sections_;
  std::vector<LinedGroup> groups_;
  std::size_t behind_ = 0;

  [[nodiscard]] std::string_view words(std::size_t piece) const { return pieces_.words(piece); }

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

  [[nodiscard]] CellSketch name_cell(const LinedGroup& group) const {
    auto cell = pieces_.cell(group.names.first);
    for (const auto& parts : {LineRange{group.names.first + 1, group.names.last}, group.rest}) {
      for (auto part = parts.first; part < parts.last; ++part) {
        cell.paragraphs.push_back(pieces_[part].span);
      }
    }
    return cell;
  }

  [[nodiscard]] CellSketch key_of(const LinedGroup& group) const {
    if (group.codes.empty()) return name_cell(group);
    CellSketch key;
    for (const auto code : group.codes) key.paragraphs.push_back(pieces_[code].span);
    return key;
  }

  /// Nothing tells which of the figures are blank: the row is shorter than the others.
  [[nodiscard]] Row short_row(const LinedGroup& group) const {
    Row row = {key_of(group)};
    for (const auto figure : group.figures) row.push_back({.paragraphs = {pieces_[figure].span}});
    return row;
  }

  void add_cells(const LinedGroup& group, const LinedSection& section, Row& row) const {
    row.push_back(key_of(group));
    if (!group.codes.empty()) {
      row.push_back(name_cell(group));
    } else if (coded()) {
      row.push_back(pieces_.blank_behind(group.names.last - 1));
    }
    auto last = group.names.last - 1;  // piece
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

  /// Finds which section each group belongs to; false if it cannot be said of all.
  bool find_sides() {
    if (sections_.size() > 1) {
      const auto sides = coded() ? alternating() : by_name();
      if (sides.size() != groups_.size()) return false;
      for (std::size_t at = 0; at < sides.size(); ++at) groups_[at].side = sides[at];
    }
    return std::ranges::all_of(groups_, [this](const LinedGroup& group) {
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
      return other < groups_.size() && pieces_[groups_[group].names.first].row &&
             pieces_.may_share_row(groups_[group].names.first, groups_[other].names.first);
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
    const bool spending_full = std::ranges::all_of(groups_, [&](const LinedGroup& group) {
      return side_of(group.name(pieces_)) != Side::spending || group.figures.size() == most;
    });
    std::vector<std::size_t> sides;
    for (std::size_t at = 0; at < groups_.size(); ++at) {
      const auto name = groups_[at].name(pieces_);
      auto side = side_of(name);
      const auto same = [&](std::size_t other) { return groups_[other].name(pieces_) == name; };
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
