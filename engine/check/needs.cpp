// Records operands, evidence and reasons while a check is evaluated.
#include "check/needs.hpp"

#include <utility>

namespace tieout::check {

namespace {

Side joined(Side a, Side b) {
  if (a == b || b == Side::none) return a;
  return a == Side::none ? b : Side::both;
}

}  // namespace

figure::FigureId Needs::figure(const figure::Figure& figure, const Origin& origin, bool blank) {
  const figure::FigureId id = operands_.add(figure);
  if (blank) {
    ++blanks_;
  } else {
    ++present_;
    if (figure.unit->dimension.kind() == figure::Dimension::Kind::physical) {
      if (has_physical_ && first_physical_table_ != origin.table) mixed_ = true;
      if (!has_physical_) first_physical_table_ = origin.table;
      has_physical_ = true;
      if (figure.unit_assumed && !assumed_) {
        assumed_ = true;
        assumed_table_ = origin.table;
      }
    }
  }
  if (const auto known = entry_of_.find(id); known != entry_of_.end()) {
    Evidence& evidence = entries_[known->second].evidence;
    evidence.side = joined(evidence.side, side_);
    return id;
  }
  Entry entry;
  entry.evidence.name = origin.name;
  entry.evidence.label = origin.label;
  entry.evidence.side = side_;
  entry.evidence.figure = figure;
  entry.evidence.raw = figure.raw;
  entry.evidence.place = figure.place;
  entry.id = id;
  entry_of_.emplace(id, entries_.size());
  entries_.push_back(std::move(entry));
  return id;
}

void Needs::plain(const std::string& raw, const source::Place& place, const Origin& origin) {
  ++present_;
  Entry entry;
  entry.evidence.name = origin.name;
  entry.evidence.label = origin.label;
  entry.evidence.side = side_;
  entry.evidence.raw = raw;
  entry.evidence.place = place;
  entries_.push_back(std::move(entry));
}

void Needs::row_caption(const report::Text& caption, const Origin& origin) {
  if (!caption_of_.emplace(caption.place, entries_.size()).second) return;
  Entry entry;
  entry.evidence.name = origin.name;
  entry.evidence.label = origin.label;
  entry.evidence.side = Side::row;
  entry.evidence.raw = caption.text;
  entry.evidence.place = caption.place;
  entries_.push_back(std::move(entry));
}

std::string Needs::assumed_unit_conflict() const {
  return assumed_ && mixed_ ? assumed_table_ : std::string();
}

std::vector<Evidence> Needs::evidence(const figure::Linear* difference) const {
  std::vector<Evidence> result;
  result.reserve(entries_.size());
  for (const Entry& entry : entries_) {
    Evidence evidence = entry.evidence;
    if (entry.id) {
      evidence.share = abs(operands_.base(*entry.id));
      if (difference != nullptr) {
        const auto found = difference->coefficients.find(*entry.id);
        evidence.coefficient =
            found == difference->coefficients.end() ? figure::Rational(0) : found->second;
        evidence.share *= abs(evidence.coefficient);
      }
    }
    result.push_back(std::move(evidence));
  }
  return result;
}

Weighted Needs::weighted(const figure::Linear& sum) const {
  Weighted result;
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
