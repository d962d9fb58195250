// Units and dimensions: data, with exact factors.
#pragma once

#include "figure/exact.hpp"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::figure {

/// What a quantity measures. Checked when rules are compiled and, for narrative columns, when the
/// report is. Copied with every number that is calculated: two words.
class Dimension {
 public:
  /// The base names of a physical dimension with their powers, sorted by name.
  using Powers = std::vector<std::pair<std::string, int>>;
  enum class Kind {
    any,       ///< the literal 0: has every dimension
    count,     ///< people, posts, pieces, bare numbers: one dimension, neutral in products
    ratio,     ///< percentages
    neutral,   ///< count / count, count x ratio: fits count and ratio
    physical,  ///< money, area, time ...: `powers` says which
    stated,    ///< a narrative column: whatever was read; known only with the report
  };
  Dimension() = default;  // any
  explicit Dimension(Kind kind) : kind_(kind) {}
  [[nodiscard]] static Dimension base(std::string name);  ///< physical, power one
  /// Reads what text() writes for a unit file: "count", "ratio", "money", "money/area". Nothing for
  /// text that is not names divided by "/".
  [[nodiscard]] static std::optional<Dimension> parse(std::string_view text);

  [[nodiscard]] Kind kind() const { return kind_; }
  /// "money", "count", "ratio", "money/area": for messages and output.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] const Powers& powers() const;

  /// May values of the two be added and compared? `stated` and `any` fit everything.
  [[nodiscard]] static bool fit(const Dimension& a, const Dimension& b);
  /// The dimension of a sum of two that fit: the more definite one. A neutral quotient less 1 (a
  /// count) stays neutral, to be compared with a percentage.
  [[nodiscard]] static Dimension joined(const Dimension& a, const Dimension& b);
  /// A physical dimension divided by itself is a ratio.
  [[nodiscard]] static Dimension product(const Dimension& a, const Dimension& b);
  [[nodiscard]] static Dimension quotient(const Dimension& a, const Dimension& b);
  friend bool operator==(const Dimension& a, const Dimension& b) = default;

 private:
  [[nodiscard]] static Dimension physical(Powers powers);
  [[nodiscard]] static Dimension combined(const Dimension& a, const Dimension& b, int sign);

  Kind kind_ = Kind::any;
  const Powers* powers_ = nullptr;  ///< of a physical one; kept once for all that have the same
};

struct Unit {
  std::string id;                  ///< as printed: "万元"
  std::vector<std::string> names;  ///< other spellings: "万元人民币", "people"
  Dimension dimension;
  Rational factor = 1;  ///< one of this unit in the dimension's base unit (元, 1, ...)
  /// What may not follow the unit in running text: 元旦 is no 元.
  std::vector<std::string> not_before;
};

/// The units of one unit file (schemas/units.json). Units keep their addresses, when it is moved
/// too.
class UnitSystem {
 public:
  /// Throws source::Failure if a spelling is empty or stands for two units, or if "%" or "百分点"
  /// is not among them.
  explicit UnitSystem(std::vector<Unit> units);
  /// Reads the JSON text of a unit file: an array of {"id", "dimension", "factor", "names",
  /// "not_before"}, the last two optional; a factor is an exact decimal or a fraction ("1/100").
  /// Throws source::Failure naming what is wrong and, as its place, the member.
  [[nodiscard]] static UnitSystem from_json(std::string_view name, std::string_view text);

  /// The unit with this id or name, after folding width, case and spaces; null if there is none.
  [[nodiscard]] const Unit* find(std::string_view name) const;
  /// The unit whose spelling is the longest prefix of `text`, folded likewise (万 元 is 万元); with
  /// the bytes it takes. A spelling in letters must end where the word does.
  [[nodiscard]] std::pair<const Unit*, std::size_t> prefix(std::string_view text) const;
  [[nodiscard]] const std::deque<Unit>& units() const { return units_; }
  /// Bare numbers: count, factor 1, id "".
  [[nodiscard]] const Unit& bare() const { return *bare_; }
  /// "%" and "百分点", which print shares and differences of shares.
  [[nodiscard]] const Unit& percent() const { return *percent_; }
  [[nodiscard]] const Unit& percentage_point() const { return *percentage_point_; }

 private:
  struct Spelling {
    std::u32string characters;  ///< folded
    const Unit* unit = nullptr;
  };
  std::deque<Unit> units_;
  std::unique_ptr<const Unit> bare_;
  const Unit* percent_ = nullptr;
  const Unit* percentage_point_ = nullptr;
  std::map<std::u32string, const Unit*> by_spelling_;
  std::map<char32_t, std::vector<Spelling>> by_first_;  ///< longest spelling first
};

}  // namespace tieout::figure
