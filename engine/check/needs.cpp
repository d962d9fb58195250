// Records operands, evidence and reasons while a check is evaluated.
#include "check/needs.hpp"

#include <algorithm>
#include <utility>

namespace tieout::check {

namespace {

Side joined(Side a, Side b) {
  if (a == b || b == Side::none) return a;
  return a == Side::none ? b : Side::both;
}

}  // namespace

std::string Origin::name() const {
  if (row.row == nullptr) return (prior ? "prior." : "") + item->id;
  std::string name = row.name();
  name.append(1, '.').append(item->id);
  return name;
}

std::string Origin::label() const {
  if (row.row == nullptr || !row.nested || row.row->label.empty()) return item->title;
  const bool is_only_number =
      item->kind == schema::Kind::number &&
      std::ranges::count(row.table->columns, schema::Kind::number, &schema::Item::kind) == 1;
  return is_only_number ? row.row->label : row.row->label + " / " + item->title;
}

void Needs::Entry::describe(const figure::Operands& operands, Evidence& evidence) const {
  evidence.name = side == Side::row ? origin.row.name() : origin.name();
  evidence.label = origin.label();
  evidence.side = side;
  if (id) {
    const figure::Figure& stated = operands[*id];
    evidence.figure = stated;
    evidence.raw = stated.raw;
    evidence.place = stated.place;
    evidence.share = abs(operands.base(*id));
  } else {
    evidence.raw = *raw;
    evidence.place = *place;
  }
}

figure::FigureId Needs::figure(const figure::Figure& figure, const Origin& origin, bool blank) {
  const figure::FigureId id = blank ? operands_.add(figure::Figure(figure)) : operands_.add(figure);
  if (blank) {
    ++blanks_;
  } else {
    ++present_;
    if (figure.unit->dimension.kind() == figure::Dimension::Kind::physical) {
      const TableOf table = {origin.row.table, origin.row.prior};
      if (has_physical_ && first_physical_table_ != table) mixed_ = true;
      if (!has_physical_) first_physical_table_ = table;
      has_physical_ = true;
      if (!figure.unit_assumed) stated_ = true;
      if (figure.unit_assumed && !assumed_) {
        assumed_ = true;
        assumed_table_ = table;
      }
    }
  }
  if (id < entry_of_.size()) {
    Entry& entry = entries_[entry_of_[id]];
    entry.side = joined(entry.side, side_);
    return id;
  }
  constexpr std::size_t as_most_checks_have = 8;
  if (entries_.empty()) {
    entry_of_.reserve(as_most_checks_have);
    entries_.reserve(as_most_checks_have);
  }
  entry_of_.push_back(entries_.size());
  entries_.push_back({origin, side_, id, nullptr, nullptr});
  return id;
}

void Needs::literal(const figure::Unit& unit, const figure::Rational& value) {
  if (unit.dimension.kind() == figure::Dimension::Kind::physical && value != 0) stated_ = true;
}

void Needs::plain(const std::string& raw, const source::Place& place, const Origin& origin) {
  ++present_;
  if (!values_.insert(&place).second) return;  // as a figure that is used twice is one figure
  entries_.push_back({origin, side_, std::nullopt, &raw, &place});
}

void Needs::row_caption(const report::Text& caption, const Origin& origin) {
  if (!captions_.insert(&caption.place).second) return;
  entries_.push_back({origin, Side::row, std::nullopt, &caption.text, &caption.place});
}

std::string Needs::assumed_unit_conflict() const {
  if (!assumed_ || (!mixed_ && !stated_) || assumed_table_.first == nullptr) return {};
  return (assumed_table_.second ? "prior." : "") + assumed_table_.first->id;
}

std::vector<Evidence> Needs::evidence(const figure::Linear* difference) const {
  std::vector<Evidence> result;
  result.reserve(entries_.size());
  for (const Entry& entry : entries_) {
    Evidence& evidence = result.emplace_back();  // it is large: filled where it stays
    entry.describe(operands_, evidence);
    if (entry.id && difference != nullptr) {
      const auto found = difference->coefficients.find(*entry.id);
      evidence.coefficient =
          found == difference->coefficients.end() ? figure::Rational(0) : found->second;
      evidence.share *= abs(evidence.coefficient);
    }
  }
  return result;
}

Weighted Needs::weighted(const figure::Linear& sum) const {
  Weighted result;
  result.figures.reserve(sum.coefficients.size());
  for (const auto& [id, factor] : sum.coefficients) {
    result.figures.emplace_back(entry_of_.at(id), factor);
  }
  result.constant = sum.constant;
  return result;
}

std::optional<Derivation> Needs::derivation(const figure::Term& term) const {
  if (term.linear) return Derivation{weighted(*term.linear), std::nullopt};
  if (!term.quotient) return std::nullopt;
  return Derivation{weighted(term.quotient->numerator), weighted(term.quotient->denominator)};
}

}  // namespace tieout::check
