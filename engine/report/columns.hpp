// Many reports of one kind at once, as columns of exact integers: what the sieve reads.
#pragma once

#include "figure/unit.hpp"
#include "schema/schema.hpp"

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieout::report {

/// What a cell is in: its dimension, by number, and with it the scale of its integers.
using Measure = std::uint8_t;

namespace measure {
inline constexpr Measure any = 0;    ///< nothing stated
inline constexpr Measure count = 1;  ///< people, posts, bare numbers
inline constexpr Measure ratio = 2;
inline constexpr Measure neutral = 3;         ///< count / count: fits both
inline constexpr Measure first_physical = 4;  ///< money and the like
}  // namespace measure

/// Integers of a measure are multiples of 10^-decimals_of(measure) of its base unit: an amount of
/// money is counted in 0.0001 元, a share in 10^-8.
[[nodiscard]] constexpr int decimals_of(Measure measure) {
  return measure >= measure::first_physical ? 4 : 8;
}

/// The measures of a unit system.
class Measures {
 public:
  explicit Measures(const figure::UnitSystem& units);

  [[nodiscard]] Measure of(const figure::Dimension& dimension) const;  ///< any if it has no number

 private:
  std::vector<figure::Dimension> physical_;
};

/// What a cell says beside its number.
struct CellKind {
  Measure measure = measure::any;
  std::int64_t step = 0;  ///< 10^-decimals of its unit, at the scale of the measure; 0: exact
};

/// A column of numbers. The kinds of its cells are numbered (Batch::kinds); a cell that states
/// nothing is of kind `missing` and has the value 0. It may be longer than what it is a column of.
struct NumberColumn {
  using Kind = std::uint8_t;
  static constexpr Kind missing = 0;

  std::vector<std::int64_t> values;  ///< at the scale of their measures
  std::vector<Kind> kinds;
  bool used = false;  ///< some cell may state something

  // Of all cells that there are, once settle() has looked at them:
  bool uniform = false;     ///< each is of the usual kind, and states something
  Kind usual = missing;     ///< the kind of the first cell that states something
  std::uint64_t sizes = 0;  ///< no value is larger in size, either way

  void state(std::size_t row, std::int64_t value, Kind kind) {
    values[row] = value;
    kinds[row] = kind;
    used = true;
  }
  /// Looks at the first cells, which are all that there are: in one pass over a column that costs a
  /// fraction of what it costs cell by cell as they are stated.
  void settle(std::size_t size);
  /// Cells that come in addition are missing.
  void lengthen(std::size_t size) {
    values.resize(size, 0);
    kinds.resize(size, missing);
  }
  /// The cells from one to another are missing from now on.
  void forget(std::size_t begin, std::size_t end);
};

struct TableColumns {
  std::vector<std::uint32_t> begins;  ///< report r has the rows begins[r] to begins[r + 1]
  std::vector<std::uint8_t> present;  ///< by report
  std::vector<std::uint32_t> keys;    ///< by row: the number of its folded key
  std::vector<NumberColumn> columns;  ///< by the schema's column; empty: not a number
};

/// Reports of one schema. Those that say what columns cannot hold are not in it.
struct Batch {
  /// How the tables of a report stand in its line, for who goes over it again.
  struct Tables {
    std::span<const std::uint32_t> ends;  ///< by table: the byte behind it; 0: it is not there
    std::size_t rows = 0;                 ///< of all
  };
  [[nodiscard]] Tables tables_of(std::size_t report) const;

  std::vector<std::string> entities;
  std::vector<std::string> periods;
  std::vector<NumberColumn> scalars;  ///< by the schema's item; empty: not a number
  std::vector<TableColumns> tables;
  std::vector<std::uint32_t> table_ends;  ///< by report, then by table: Tables::ends
  std::vector<CellKind> kinds;            ///< of cells, by number

  [[nodiscard]] std::size_t size() const { return entities.size(); }
};

/// Folded keys, numbered as they are met; two labels of one key have one number.
class Keys {
 public:
  /// `index`: of the table in its schema.
  [[nodiscard]] std::uint32_t number(const schema::Table& table, std::size_t index,
                                     std::string_view label);
  [[nodiscard]] const std::string& key(std::uint32_t number) const { return keys_[number]; }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }
  void clear();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  std::uint32_t number(const std::string& key);

  using Numbers = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;
  std::vector<Numbers> by_label_;  ///< by table
  Numbers by_key_;
  std::deque<std::string> keys_;
};

}  // namespace tieout::report
