// Slips within the relation, then values of neighbouring cells and of the same sentence.
#include "finding/diagnosis.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <set>
#include <string>

namespace tieout::finding {

namespace {

using check::Evidence;
using figure::Figure;
using figure::Rational;
using figure::StatedNumber;
using source::Message;

constexpr std::size_t most_suggestions = 3;

Diagnosis rounding(const Finding& finding) {
  if (!finding.allowed) return {"rounding", Message("finding.diagnosis.rounding_only")};
  return {"rounding", Message("finding.diagnosis.rounding",
                              {{"allowed", finding.allowed->value + finding.allowed->unit}})};
}

bool is_share(const StatedNumber& figure) {
  return figure.unit->dimension.kind() == figure::Dimension::Kind::ratio;
}

/// Does the share say what `part` is of `whole`, whatever its sign?
bool says(const StatedNumber& share, const Rational& part, const Rational& whole) {
  if (whole == 0) return false;
  const Rational computed = abs(part / whole);
  const Rational stated = abs(share.base());
  return abs(computed - stated) <= share.half_step();
}

/// 1.20 or 300 stands beside many a figure by chance: three digits must be left without the zeros
/// at the end.
bool is_distinct(const figure::Decimal& value) {
  constexpr std::size_t fewest = 3;
  std::string digits = value.text();
  std::erase_if(digits, [](char character) { return character < '0' || character > '9'; });
  const auto first = digits.find_first_not_of('0');
  return first != std::string::npos && digits.find_last_not_of('0') - first + 1 >= fewest;
}

}  // namespace

const Figure* Diagnostician::figure_at(const Cell& cell) const {
  const auto& rows = report_.tables[cell.table].rows;
  if (cell.row >= rows.size() || cell.column >= rows[cell.row].values.size()) return nullptr;
  return std::get_if<Figure>(&rows[cell.row].values[cell.column]);
}

void Diagnostician::index() {
  if (indexed_) return;
  indexed_ = true;
  for (std::size_t table = 0; table < report_.tables.size(); ++table) {
    if (report_.schema->tables[table].id == "mentions") index_mentions(table);
    if (report_.schema->tables[table].statements) continue;
    const auto& rows = report_.tables[table].rows;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (std::size_t column = 0; column < rows[row].values.size(); ++column) {
        const Cell cell = {table, row, column};
        if (const Figure* figure = figure_at(cell)) cells_.emplace(figure->place, cell);
      }
    }
  }
}

void Diagnostician::index_mentions(std::size_t table) {
  const schema::Table& shape = report_.schema->tables[table];
  const auto value = shape.column("value");
  if (!value) return;
  for (const report::Row& row : report_.tables[table].rows) {
    const auto* figure = std::get_if<Figure>(&row.values[*value]);
    if (figure == nullptr || figure->unit == nullptr || figure->approximate) continue;
    mentions_[{figure->place.line, figure->place.paragraph}].push_back({row.label, figure});
  }
}

void Diagnostician::neighbours(const std::vector<Operand>& operands,
                               std::vector<Diagnosis>& found) {
  std::set<source::Place> own;
  for (const Operand& operand : operands) own.insert(operand.evidence->place);
  for (const Operand& operand : operands) {
    const StatedNumber& stated = *operand.evidence->figure;
    const auto at = cells_.find(operand.evidence->place);
    if (at == cells_.end()) continue;
    const Cell& cell = at->second;
    const std::array<Cell, 4> around = {{{cell.table, cell.row - 1, cell.column},
                                         {cell.table, cell.row + 1, cell.column},
                                         {cell.table, cell.row, cell.column - 1},
                                         {cell.table, cell.row, cell.column + 1}}};
    for (const Cell& next : around) {
      const Figure* other = figure_at(next);
      if (other == nullptr || !is_distinct(other->value) || other->unit != stated.unit) continue;
      const bool fits = std::ranges::any_of(operand.fitting, [other](const figure::Decimal& value) {
        return value.rational() == other->value.rational();
      });
      if (!fits || own.contains(other->place)) continue;
      const std::string& column = report_.schema->tables[next.table].columns[next.column].title;
      const report::Row& row = report_.tables[next.table].rows[next.row];
      found.push_back(
          {"neighbour", Message("finding.diagnosis.neighbour",
                                {{"figure", named(*operand.evidence)},
                                 {"cell", row.label.empty() ? column : row.label + " / " + column},
                                 {"fitting", valued(other->value, *other)}})});
      return;
    }
  }
}

void Diagnostician::other_bases(const check::Outcome& outcome, std::vector<Diagnosis>& found) {
  const StatedNumber* share = nullptr;
  const source::Place* place = nullptr;
  std::vector<const StatedNumber*> amounts;
  for (const Evidence& evidence : outcome.evidence) {
    if (!evidence.figure || evidence.figure->unit == nullptr) continue;
    if (is_share(*evidence.figure)) {
      if (share != nullptr) return;
      share = &*evidence.figure;
      place = &evidence.place;
    } else {
      amounts.push_back(&*evidence.figure);
    }
  }
  constexpr std::size_t part_and_whole = 2;
  if (share == nullptr || amounts.size() != part_and_whole || !is_telling(share->value)) return;
  const auto near = mentions_.find({place->line, place->paragraph});
  if (near == mentions_.end()) return;
  // In a paragraph of thousands of figures those around the share: each failing one looks at them.
  constexpr std::ptrdiff_t farthest = 100;
  const auto& all = near->second;
  const auto here = std::ranges::lower_bound(
      all, *place, {},
      [](const Mention& each) -> const source::Place& { return each.figure->place; });
  const auto first = here - std::min(farthest, here - all.begin());
  const auto last = here + std::min(farthest, all.end() - here);
  for (const auto& [name, other] : std::ranges::subrange(first, last)) {
    if (std::ranges::any_of(amounts, [&](const StatedNumber* known) {
          return known->value.rational() == other->value.rational() && known->unit == other->unit;
        })) {
      continue;
    }
    for (const StatedNumber* amount : amounts) {
      if (amount->unit->dimension != other->unit->dimension) continue;
      const bool as_base = says(*share, amount->base(), other->base());
      if (!as_base && !says(*share, other->base(), amount->base())) continue;
      found.push_back(
          {as_base ? "other_base" : "other_amount",
           Message(as_base ? "finding.diagnosis.other_base" : "finding.diagnosis.other_amount",
                   {{"share", valued(share->value, *share)},
                    {"figure", name + " " + valued(other->value, *other)},
                    {"amount", valued(amount->value, *amount)}})});
      return;
    }
  }
}

std::vector<Diagnosis> Diagnostician::diagnose(const Finding& finding) {
  const check::Outcome& outcome = finding.outcome;
  if (outcome.verdict == figure::Verdict::rounding) return {rounding(finding)};
  if (outcome.verdict != figure::Verdict::fails) return {};
  index();
  const std::vector<Operand> operands = operands_of(outcome);
  std::vector<Diagnosis> found = slips(outcome, operands);
  neighbours(operands, found);
  other_bases(outcome, found);
  if (found.size() > most_suggestions) found.resize(most_suggestions);
  return found;
}

}  // namespace tieout::finding
