// What became of one check: its verdict, the two sides, and every figure that went into it.
#pragma once

#include "figure/figure.hpp"
#include "figure/relation.hpp"
#include "figure/verdict.hpp"
#include "language/checked.hpp"
#include "report/report.hpp"
#include "source/message.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tieout::check {

enum class Side { none, left, right, both, row };

/// A figure that was used, or (Side::row) the caption of the row that figures stand in.
struct Evidence {
  std::string name;   ///< as a rule would write it: spending["科协机关"].basic
  std::string label;  ///< the item's title: 基本支出
  Side side = Side::none;
  figure::Rational coefficient = 0;            ///< in left - right of a linear check, else 0
  std::optional<figure::StatedNumber> figure;  ///< none for Side::row, texts and dates
  std::string raw;
  source::Place place;
  figure::Rational share = 0;  ///< |coefficient| x |value| in base units: evidence order
};

/// The figures that a side comes from: sum of factor x figure + constant, in base units.
struct Weighted {
  std::vector<std::pair<std::size_t, figure::Rational>> figures;  ///< index in the evidence, factor
  figure::Rational constant = 0;
};

/// How a side follows from its figures: numerator / denominator (none: 1).
struct Derivation {
  Weighted numerator;
  std::optional<Weighted> denominator;
};

/// A side of the comparison, exact, with the unit to print it in.
struct Amount {
  figure::Rational base = 0;           ///< base units of its dimension
  const figure::Unit* unit = nullptr;  ///< null: the dimension has none (per-head money, ...)
  figure::Dimension dimension;
  bool approximate = false;
  bool difference = false;      ///< of two amounts: a difference of shares prints as 百分点
  std::optional<int> decimals;  ///< of a single figure in a message: as it is stated
};

/// A filled hole: text as it is, an amount to be printed, or nothing ("—").
using MessagePiece = std::variant<std::string, Amount, std::monostate>;

struct Subject {
  enum class Kind { row, column, scalar, statement, document } kind = Kind::document;
  std::string table;  ///< ids; empty where they do not apply
  std::string row;    ///< the row's label
  std::string column;
  std::string label;  ///< titles joined by " / "
};

/// One check of one rule on one row (or on the report).
struct Outcome {
  std::size_t rule = 0;   ///< index in the program
  std::size_t check = 0;  ///< index in the rule
  std::size_t row = 0;    ///< order of the row it was made on, 0 without `over`
  std::string over_row;   ///< label of that row
  figure::Verdict verdict = figure::Verdict::undecided;
  source::Message reason;  ///< for undecided, not applicable and error
  Subject subject;
  /// Of findings: checks of the rule before this one about the same that were known, and so were
  /// not handed over.
  std::size_t passed_over = 0;
  std::optional<figure::Relation> relation;  ///< that was decided; null for logic
  bool tolerance = false;                    ///< `within` was given
  std::optional<Amount> left;                ///< null for logic
  std::optional<Amount> right;
  /// Of fails and rounding, where the side is a sum or a quotient of two; null for others.
  std::optional<Derivation> left_from;
  std::optional<Derivation> right_from;
  std::optional<figure::Rational> difference;  ///< left - right, base units
  std::optional<figure::Rational> allowed;     ///< base units
  std::vector<Evidence> evidence;
  /// The rule's own messages by language ("" for all), holes evaluated; empty if it has none or
  /// the check was not decided.
  std::map<std::string, std::vector<MessagePiece>> messages;
};

}  // namespace tieout::check
