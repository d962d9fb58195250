// What the members of a schema's report data may be, as far as columns can hold them.
#pragma once

#include "report/columns.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieout::report {

/// How columns hold a number.
struct CellScale {
  std::int64_t worth = 0;  ///< what one of its last digit is; 0: they do not hold it
  NumberColumn::Kind kind = NumberColumn::missing;
};

/// A unit as cells need it.
struct CellUnit {
  const figure::Unit* unit = nullptr;
  Measure measure = measure::any;
  bool exact = false;  ///< a count: its figures are points
  /// What one of the last digit is worth, at the scale of the measure, for 0 to 8 decimals; 0 where
  /// that is no integer.
  std::array<std::int64_t, 9> worth{};
  /// The kind of a cell that states so many decimals; `missing` where columns do not hold it.
  std::array<NumberColumn::Kind, 9> kinds{};

  /// How columns hold a number that is written with so many decimals, and states so many: more
  /// where its item declares them.
  [[nodiscard]] CellScale scale(std::size_t written, std::size_t stated) const {
    if (stated >= kinds.size()) return {};
    const NumberColumn::Kind kind = kinds[exact ? 0 : stated];
    return kind == NumberColumn::missing ? CellScale() : CellScale{worth[written], kind};
  }
};

struct Field {
  enum class Kind {
    beyond,  ///< what columns do not hold
    schema,  ///< the name of the schema
    period,
    number,
    text,
    boolean,
    table,
  };
  Kind kind = Kind::beyond;
  std::size_t index = 0;  ///< of the item, column or table in the schema
  bool entity = false;    ///< of texts: whose report it is
  const schema::Item* item = nullptr;
  const CellUnit* unit = nullptr;  ///< of a number that has no unit of its own; null: not known
  std::size_t decimals = 0;        ///< of such a number: declared(*unit)
  std::array<CellScale, 9> plain = {};  ///< by its decimals: how columns hold such a number
  bool is_name = false;  ///< a text that is the entity or its table's key: never blank

  /// How many decimals the item declares for a figure in a unit, if it is the item's own.
  [[nodiscard]] std::size_t declared(const CellUnit& stated) const {
    if (!item->decimals || stated.unit != item->unit) return 0;
    return static_cast<std::size_t>(std::max(0, *item->decimals));
  }
};

/// The members of one object.
struct Fields {
  std::vector<std::string> names;
  std::vector<Field> fields;
  std::vector<bool> required;
  std::unordered_map<std::string_view, std::size_t> by_name;

  std::size_t required_number = 0;

  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
};

/// Where a schema says more of a member than what it is (an `enum`, a `minimum`), the member is
/// beyond columns.
class ColumnLayout {
 public:
  ColumnLayout(const schema::Schema& schema, const figure::UnitSystem& units);

  [[nodiscard]] const Fields& root() const { return root_; }
  [[nodiscard]] const Fields& row(std::size_t table) const { return rows_[table]; }
  [[nodiscard]] const Measures& measures() const { return measures_; }
  /// Of cells, by number.
  [[nodiscard]] const std::vector<CellKind>& kinds() const { return kinds_; }
  /// The unit with exactly this id; null if there is none.
  [[nodiscard]] const CellUnit* unit(std::string_view id) const;

 private:
  [[nodiscard]] const CellUnit* settled_unit(const schema::Item& item) const;
  [[nodiscard]] Field field(const schema::Item& item, std::size_t index) const;
  void add_unit(const figure::Unit& unit);
  [[nodiscard]] NumberColumn::Kind kind(const CellKind& kind);

  Measures measures_;
  std::vector<CellKind> kinds_;
  std::unordered_map<std::string_view, CellUnit> units_;
  Fields root_;
  std::vector<Fields> rows_;
};

}  // namespace tieout::report
