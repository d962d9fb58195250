// In which columns figures stand whose blank neighbours were left out.
#include "document/figure_places.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string>
#include <utility>

namespace tieout::document {

namespace {

using Value = std::int64_t;
using Values = std::vector<Value>;  // by column; a blank cell is 0

constexpr std::size_t most_columns = 20;
constexpr std::size_t most_ways = 256;   // to place one row
constexpr std::size_t most_sums = 4096;  // of the parts of one whole
constexpr std::size_t most_parts = 512;  // of one whole

/// A way to place a row: the columns of its figures, and what each column then has.
struct Way {
  std::vector<std::size_t> places;
  Values values;
};

class Places {
 public:
  Places(const FigureColumns& columns, const std::vector<FigureRow>& rows, std::size_t& sums)
      : columns_(columns), rows_(rows), ways_(rows.size()), parts_(rows.size()), left_(sums) {
    int decimals = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (const auto& figure : rows[row].figures) {
        if (figure) decimals = std::max(decimals, figure->decimals);
      }
      if (rows[row].whole) parts_[*rows[row].whole].push_back(row);
    }
    half_step_ = power_of_ten(Amount::most_decimals - decimals) / 2;
  }

  std::vector<std::optional<std::vector<std::size_t>>> find() {
    std::vector<std::optional<std::vector<std::size_t>>> found(rows_.size());
    if (columns_.count > 0 && columns_.count <= most_columns) {
      for (std::size_t row = 0; row < rows_.size(); ++row) ways_[row] = ways_of(rows_[row]);
      agree();
      agree_with_others();
    }
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (ways_[row].size() == 1) {
        found[row] = ways_[row].front().places;
      } else if (rows_[row].figures.size() == columns_.count) {
        found[row] = all_columns();
      }
    }
    return found;
  }

 private:
  const FigureColumns& columns_;
  const std::vector<FigureRow>& rows_;
  std::vector<std::vector<Way>> ways_;           // by row; none: nothing is known of it
  std::vector<std::vector<std::size_t>> parts_;  // by row
  std::vector<bool> agrees_;                     // by row: with its parts
  Value half_step_ = 0;
  std::size_t& left_;      // sums that may still be made
  bool given_up_ = false;  // there are too many of them

  [[nodiscard]] std::vector<std::size_t> all_columns() const {
    std::vector<std::size_t> all(columns_.count);
    for (std::size_t column = 0; column < all.size(); ++column) all[column] = column;
    return all;
  }

  [[nodiscard]] std::vector<Way> ways_of(const FigureRow& row) const {
    std::vector<Way> ways;
    const auto count = row.figures.size();
    const bool readable =
        std::ranges::all_of(row.figures, [](const auto& figure) { return figure.has_value(); });
    if (!readable || count > columns_.count || ways_to_choose(count) > most_ways) return ways;
    std::vector<bool> chosen(columns_.count, false);
    std::fill_n(chosen.begin(), count, true);
    do {
      Way way{.places = {}, .values = Values(columns_.count, 0)};
      for (std::size_t column = 0; column < columns_.count; ++column) {
        if (!chosen[column]) continue;
        way.values[column] = row.figures[way.places.size()]->value;
        way.places.push_back(column);
      }
      const bool full = count == columns_.count || count == 0;
      const bool same =
          std::ranges::any_of(ways, [&](const Way& other) { return other.values == way.values; });
      if (full || (!same && keeps_relations(way))) ways.push_back(std::move(way));
    } while (std::prev_permutation(chosen.begin(), chosen.end()));
    return ways;
  }

  /// How many ways there are to choose so many columns; more than most_ways as that and one.
  [[nodiscard]] std::size_t ways_to_choose(std::size_t count) const {
    std::size_t ways = 1;
    for (std::size_t chosen = 0; chosen < std::min(count, columns_.count - count); ++chosen) {
      ways = ways * (columns_.count - chosen) / (chosen + 1);
      if (ways > most_ways) return most_ways + 1;
    }
    return ways;
  }

  [[nodiscard]] bool keeps_relations(const Way& way) const {
    return std::ranges::all_of(columns_.relations, [&](const std::vector<int>& factors) {
      Value sum = 0;
      Value allowed = 0;
      for (std::size_t column = 0; column < columns_.count; ++column) {
        sum += factors[column] * way.values[column];
        if (factors[column] != 0 && way.values[column] != 0) allowed += half_step_;
      }
      return sum <= allowed && -sum <= allowed;
    });
  }

  /// Which ways of the parts come together to one way of the whole.
  struct Together {
    bool possible = false;
    std::vector<std::vector<bool>> ways;  ///< by part
  };

  /// The sums of the parts up to each that may still become the whole's.
  [[nodiscard]] Together together(std::size_t whole, const Way& way) {
    const auto& parts = parts_[whole];
    const auto allowed = static_cast<Value>(parts.size() + 1) * half_step_;
    const auto [least, most] = rests(parts);
    std::vector<std::map<Values, bool>> sums(parts.size() + 1);  // whether they become it
    const auto may_become = [&](const Values& sum, std::size_t part) {
      for (std::size_t column = 0; column < columns_.count; ++column) {
        const auto lacking = way.values[column] - sum[column];
        // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): both are bound above
        if (lacking + allowed < least[part][column] || lacking - allowed > most[part][column]) {
          return false;
        }
      }
      return true;
    };
    sums.front().emplace(Values(columns_.count, 0), false);
    for (std::size_t part = 0; part < parts.size(); ++part) {
      for (const auto& entry : sums[part]) {
        for (const auto& own : ways_[parts[part]]) {
          auto sum = added(entry.first, own.values);
          if (may_become(sum, part + 1)) sums[part + 1].emplace(std::move(sum), false);
        }
      }
      given_up_ = given_up_ || left_ == 0 || sums[part + 1].size() > most_sums;
      if (given_up_) return {};
    }
    Together result{.possible = !sums.back().empty(), .ways = {}};
    for (auto& entry : sums.back()) entry.second = true;
    for (const auto part : parts) result.ways.emplace_back(ways_[part].size(), false);
    for (auto part = parts.size(); part > 0; --part) {
      for (auto& entry : sums[part - 1]) {
        for (std::size_t own = 0; own < ways_[parts[part - 1]].size(); ++own) {
          const auto next = sums[part].find(added(entry.first, ways_[parts[part - 1]][own].values));
          if (next == sums[part].end() || !next->second) continue;
          entry.second = true;
          result.ways[part - 1][own] = true;
        }
      }
    }
    return result;
  }

  /// The least and the most that the parts from each on may add to a column.
  [[nodiscard]] std::array<std::vector<Values>, 2> rests(
      const std::vector<std::size_t>& parts) const {
    std::array<std::vector<Values>, 2> bounds;
    for (auto& bound : bounds) {
      bound.assign(parts.size() + 1, Values(columns_.count, 0));
    }
    for (auto part = parts.size(); part > 0; --part) {
      for (std::size_t column = 0; column < columns_.count; ++column) {
        auto low = std::numeric_limits<Value>::max();
        auto high = std::numeric_limits<Value>::min();
        for (const auto& way : ways_[parts[part - 1]]) {
          low = std::min(low, way.values[column]);
          high = std::max(high, way.values[column]);
        }
        bounds[0][part - 1][column] = bounds[0][part][column] + low;
        bounds[1][part - 1][column] = bounds[1][part][column] + high;
      }
    }
    return bounds;
  }

  Values added(Values sum, const Values& values) {
    if (left_ > 0) --left_;
    for (std::size_t column = 0; column < sum.size(); ++column) sum[column] += values[column];
    return sum;
  }

  /// Leaves a row the ways that its parts can add up to, these having been left theirs.
  void agree_with_parts(std::size_t row) {
    const auto& parts = parts_[row];
    for (const auto part : parts) agree_with_parts(part);
    const bool known =
        !ways_[row].empty() && !parts.empty() && parts.size() <= most_parts &&
        std::ranges::none_of(parts, [this](std::size_t part) { return ways_[part].empty(); });
    if (!known) return;
    std::vector<Way> possible;
    for (auto& way : ways_[row]) {
      if (together(row, way).possible) possible.push_back(way);
      if (given_up_) return;
    }
    agrees_[row] = !possible.empty();
    if (agrees_[row]) ways_[row] = std::move(possible);
  }

  /// Leaves each row the ways that agree with its whole and its parts.
  void agree() {
    agrees_.assign(rows_.size(), false);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (rows_[row].whole) continue;
      agree_with_parts(row);
      agree_with_whole(row);
    }
  }

  /// Of several ways of a row takes the one that is stated elsewhere, if all then agree as before.
  void agree_with_others() {
    const auto before = ways_;
    const auto agreed = agrees_;
    bool chosen = false;
    for (std::size_t row = 0; row < rows_.size(); ++row) chosen = choose_stated(row) || chosen;
    if (!chosen) return;
    agree();
    if (agrees_ == agreed && !given_up_) return;
    ways_ = before;
    agrees_ = agreed;
  }

  bool choose_stated(std::size_t row) {
    if (ways_[row].size() < 2) return false;
    const Way* found = nullptr;
    for (const auto& way : ways_[row]) {
      if (!is_stated(rows_[row], way) && !is_said(rows_[row], way)) continue;
      if (found != nullptr) return false;
      found = &way;
    }
    if (found != nullptr) ways_[row] = std::vector<Way>{*found};
    return found != nullptr;
  }

  /// Whether each column has what is stated of it, some column behind the first an amount.
  [[nodiscard]] bool is_stated(const FigureRow& row, const Way& way) const {
    if (row.stated.size() != columns_.count) return false;
    bool met = false;
    for (std::size_t column = 0; column < columns_.count; ++column) {
      const auto& stated = row.stated[column];
      if (!stated) continue;
      if (stated->value != way.values[column]) return false;
      met = met || (column > 0 && stated->value != 0);
    }
    return met;
  }

  /// Whether each amount is said of its column.
  [[nodiscard]] bool is_said(const FigureRow& row, const Way& way) const {
    if (row.said.size() != columns_.count) return false;
    for (std::size_t column = 0; column < columns_.count; ++column) {
      const auto value = way.values[column];
      if (value == 0) continue;
      const bool said = std::ranges::any_of(
          row.said[column], [value](const Amount& amount) { return says(amount, value); });
      if (!said) return false;
    }
    return true;
  }

  /// Whether an amount said in 万元, to its last digit, is one in 万元 or 元.
  static bool says(const Amount& amount, Value value) {
    constexpr Value ten_thousand = 10'000;
    if (amount.value == value) return true;
    if (amount.value > most_value / ten_thousand || amount.value <= 0) return false;
    const auto half = power_of_ten(Amount::most_decimals - amount.decimals) / 2;
    const auto within = [](Value difference, Value allowed) {
      return difference <= allowed && -difference <= allowed;
    };
    return within(amount.value - value, half) ||
           within(amount.value * ten_thousand - value, half * ten_thousand);
  }

  /// Leaves the parts of a row the ways that add up to those of the row.
  void agree_with_whole(std::size_t row) {
    const auto& parts = parts_[row];
    if (agrees_[row] && !given_up_) {
      std::vector<std::vector<bool>> kept;
      for (const auto part : parts) kept.emplace_back(ways_[part].size(), false);
      for (const auto& way : ways_[row]) {
        const auto found = together(row, way);
        if (given_up_) return;
        for (std::size_t part = 0; part < parts.size(); ++part) {
          for (std::size_t own = 0; own < kept[part].size(); ++own) {
            if (found.ways[part][own]) kept[part][own] = true;
          }
        }
      }
      for (std::size_t part = 0; part < parts.size(); ++part) {
        std::size_t own = 0;
        std::erase_if(ways_[parts[part]], [&](const Way&) { return !kept[part][own++]; });
      }
    }
    for (const auto part : parts) agree_with_whole(part);
  }
};

}  // namespace

namespace {

using Found = std::vector<std::optional<std::vector<std::size_t>>>;

/// The one row that others are parts of and that is no part itself; nothing if there are several.
std::optional<std::size_t> whole_of_all(const std::vector<FigureRow>& rows) {
  std::optional<std::size_t> found;
  for (const auto& row : rows) {
    if (!row.whole || rows[*row.whole].whole) continue;
    if (found && *found != *row.whole) return std::nullopt;
    found = row.whole;
  }
  return found;
}

template <typename Value>
std::vector<Value> chosen(const std::vector<Value>& values,
                          const std::vector<std::size_t>& columns) {
  std::vector<Value> result;
  for (const auto column : columns) {
    if (column < values.size()) result.push_back(values[column]);
  }
  return result;
}

/// Where the whole leaves columns blank its parts have nothing in them: the table has the others
/// alone.
void place_in_columns_of_whole(const FigureColumns& columns, const std::vector<FigureRow>& rows,
                               std::size_t& sums, Found& found) {
  const auto whole = whole_of_all(rows);
  if (!whole || !found[*whole] || found[*whole]->empty()) return;
  const auto used = *found[*whole];
  if (used.size() == columns.count) return;
  FigureColumns fewer{.count = used.size(), .relations = {}};
  for (const auto& factors : columns.relations) fewer.relations.push_back(chosen(factors, used));
  auto own = rows;
  for (auto& row : own) {
    row.stated = chosen(row.stated, used);
    row.said = chosen(row.said, used);
    if (row.whole && row.figures.size() > used.size()) return;
  }
  const auto within = Places(fewer, own, sums).find();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows[row].whole && within[row]) found[row] = chosen(used, *within[row]);
  }
}

}  // namespace

Found figure_places(const FigureColumns& columns, const std::vector<FigureRow>& rows,
                    std::size_t& sums) {
  auto found = Places(columns, rows, sums).find();
  place_in_columns_of_whole(columns, rows, sums, found);
  return found;
}

}  // namespace tieout::document
