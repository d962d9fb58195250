// What a check needed and what of it was there: the figures with their places, and every reason why
// the check may not be decidable.
#pragma once

#include "check/outcome.hpp"
#include "check/view.hpp"
#include "figure/term.hpp"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tieout::check {

/// What a value was read from. Its names are made where they are asked for, which is rare.
struct Origin {
  const schema::Item* item = nullptr;
  RowRef row = {};     ///< its `row` is null for a scalar
  bool prior = false;  ///< a scalar of last year's report

  [[nodiscard]] std::string name() const;  ///< spending["科协机关"].basic
  /// 基本支出: the item's title; of a part of a statement, what the statement calls the part.
  [[nodiscard]] std::string label() const;
};

/// Holds on to what it is told of: the reports outlive it.
class Needs {
 public:
  /// Evidence recorded from here on belongs to this side.
  void side(Side side) { side_ = side; }
  [[nodiscard]] Side side() const { return side_; }

  /// A stated figure; blank-as-zero comes with `blank`, and is copied. Its id among the operands.
  figure::FigureId figure(const figure::Figure& figure, const Origin& origin, bool blank);
  /// A text, date or truth value.
  void plain(const std::string& raw, const source::Place& place, const Origin& origin);
  /// The caption, of this column, of a row that a figure stands in.
  void row_caption(const report::Text& caption, const Origin& origin);
  void blank() { ++blanks_; }

  void missing(source::Message what) { missing_.push_back(std::move(what)); }
  void trouble(source::Message what) { troubles_.push_back(std::move(what)); }
  void no_data(source::Message what) { no_data_.push_back(std::move(what)); }
  void ambiguous() { ambiguous_ = true; }

  [[nodiscard]] const figure::Operands& operands() const { return operands_; }
  [[nodiscard]] const std::vector<source::Message>& no_data() const { return no_data_; }
  [[nodiscard]] const std::vector<source::Message>& missing() const { return missing_; }
  [[nodiscard]] const std::vector<source::Message>& troubles() const { return troubles_; }
  [[nodiscard]] bool is_ambiguous() const { return ambiguous_; }
  /// Everything needed was blank or missing: there is no evidence for any verdict.
  [[nodiscard]] bool nothing_present() const {
    return present_ == 0 && (blanks_ > 0 || !missing_.empty()) && troubles_.empty();
  }
  /// An amount that a rule states; zero has no unit.
  void literal(const figure::Unit& unit, const figure::Rational& value);
  /// Figures whose unit the schema alone gives decide only inside their own table, and only among
  /// themselves. The table they came from if the check also used amounts from elsewhere or in a
  /// unit that is stated, else empty.
  [[nodiscard]] std::string assumed_unit_conflict() const;

  /// The evidence with the coefficients of left - right, in the order of use.
  [[nodiscard]] std::vector<Evidence> evidence(const figure::Linear* difference) const;
  /// How the term follows from that evidence; nothing where its shape does not say.
  [[nodiscard]] std::optional<Derivation> derivation(const figure::Term& term) const;

 private:
  struct Entry {
    Origin origin;
    Side side = Side::none;
    std::optional<figure::FigureId> id;    ///< a figure's; the others are:
    const std::string* raw = nullptr;      ///< as written
    const source::Place* place = nullptr;  ///< and where
    void describe(const figure::Operands& operands, Evidence& evidence) const;
  };
  struct ByPlace {
    bool operator()(const source::Place* a, const source::Place* b) const { return *a < *b; }
  };
  /// Last year's tables are tables of their own.
  using TableOf = std::pair<const schema::Table*, bool>;

  [[nodiscard]] Weighted weighted(const figure::Linear& sum) const;

  Side side_ = Side::none;
  figure::Operands operands_;
  std::vector<Entry> entries_;
  std::vector<std::size_t> entry_of_;  ///< by figure: each has one
  std::set<const source::Place*, ByPlace> captions_;
  std::set<const source::Place*> values_;  ///< of texts and dates, by the value that they belong to
  std::size_t present_ = 0;
  std::size_t blanks_ = 0;
  std::vector<source::Message> missing_;
  std::vector<source::Message> troubles_;
  std::vector<source::Message> no_data_;
  bool ambiguous_ = false;
  TableOf assumed_table_;  ///< of the first figure with an assumed unit
  bool assumed_ = false;
  bool stated_ = false;  ///< an amount in a unit that somebody stated was used
  bool mixed_ = false;   ///< a second source of physical figures was used
  TableOf first_physical_table_;
  bool has_physical_ = false;
};

}  // namespace tieout::check
