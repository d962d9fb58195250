// In which columns the figures of a table stand whose blank cells were left out.
#include "document/lined_places.hpp"

#include "document/lined_columns.hpp"
#include "document/row_wholes.hpp"

#include <utility>

namespace tieout::document {

namespace {

class Placer {
 public:
  Placer(const LinedBody& body, std::vector<LinedGroup>& groups)
      : pieces_(body.pieces), sections_(body.sections), effort_(body.effort), groups_(groups) {}

  StatedAmounts place(const StatedAmounts& others) {
    StatedAmounts own;
    for (std::size_t side = 0; side < sections_.size(); ++side) note_names(side, own);
    for (std::size_t side = 0; side < sections_.size(); ++side) place(side, own, others);
    note_cells(own);
    return own;
  }

 private:
  const LinedPieces& pieces_;
  const std::vector<LinedSection>& sections_;
  LinedEffort& effort_;
  std::vector<LinedGroup>& groups_;

  [[nodiscard]] std::string_view words(std::size_t piece) const { return pieces_.words(piece); }

  [[nodiscard]] bool coded() const { return sections_.front().coded; }

  /// What a section of one column states, above its total: below stand balances of the same names.
  void note_names(std::size_t side, StatedAmounts& stated) const {
    if (coded() || sections_[side].figures > 1) return;
    for (const auto& group : groups_) {
      if (group.side != side) continue;
      if (says_total(group.name(pieces_))) return;
      stated.add_name(group.name(pieces_), group.figures.empty()
                                               ? std::optional(Amount{})
                                               : read_amount(words(group.figures[0])));
    }
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
        stated.add_cell(group.code(pieces_), heads[column], amounts[column]);
      }
    }
  }

  /// Finds the columns of the figures of a section.
  void place(std::size_t side, const StatedAmounts& own, const StatedAmounts& others) {
    const auto heads = column_words(pieces_.text(), sections_[side]);
    std::vector<LinedGroup*> groups;
    std::vector<ListedName> names;
    std::vector<FigureRow> rows;
    bool lacking = false;
    for (auto& group : groups_) {
      if (group.side != side) continue;
      groups.push_back(&group);
      names.push_back({.code = group.code(pieces_), .name = group.name(pieces_)});
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
    auto places =
        figure_places(figure_columns(pieces_.text(), sections_[side]), rows, effort_.sums);
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
};

}  // namespace

StatedAmounts place_figures(const LinedBody& body, std::vector<LinedGroup>& groups,
                            const StatedAmounts& others) {
  return Placer(body, groups).place(others);
}

}  // namespace tieout::document
