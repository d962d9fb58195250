// Finds the figures that a name means: 占总支出的 36% of which figure?
#pragma once

#include "report/narrative/statement.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {

/// Equal amounts whatever their units; false if a unit is not known.
[[nodiscard]] bool same_value(const figure::Figure& a, const figure::Figure& b);
/// Known units of one dimension.
[[nodiscard]] bool comparable(const figure::Figure& a, const figure::Figure& b);
/// The part is that share of the whole, as far as the rate is stated. No whole of zero.
[[nodiscard]] bool makes_share(const figure::Figure& part, const figure::Figure& whole,
                               const figure::Figure& rate);
/// A value that sums and shares can be held to: no bound of a range, not approximate, unit known.
[[nodiscard]] bool is_exact_statement(const Statement& statement);
/// States what its name amounts to, now or as planned; not a share, a change or the like.
[[nodiscard]] bool states_value(const Statement& statement);

class NameIndex {
 public:
  explicit NameIndex(const Narrative& text);

  struct Query {
    std::string_view name;
    std::size_t from = 0;                  ///< the statement that speaks of the name
    const figure::Figure* like = nullptr;  ///< of one dimension with it; null: any but ratios
    std::optional<int> year;               ///< said with this year ...
    bool year_needed = false;              ///< ... and not with none
    std::optional<Role> role;              ///< of this role only
    std::optional<Role> avoided;           ///< of another role, if there is one
    enum class Reach { passage, section, document } reach = Reach::document;
  };
  /// Statements of that name, the likeliest first and only one of each value: those before in the
  /// passage (the nearest first), else those after, else in the section, else elsewhere; of those
  /// the ones whose name agrees best.
  [[nodiscard]] std::vector<std::size_t> find(const Query& query) const;

 private:
  [[nodiscard]] std::vector<std::size_t> of_plan(const Query& query, std::string_view name) const;
  [[nodiscard]] std::vector<std::size_t> fitting(const std::vector<std::size_t>& candidates,
                                                 const Query& query) const;
  [[nodiscard]] bool belongs_to_section(std::size_t statement, std::size_t from) const;
  [[nodiscard]] std::size_t chapter_of(std::size_t statement) const;
  [[nodiscard]] std::vector<std::size_t> nearest(const std::vector<std::size_t>& candidates,
                                                 const Query& query) const;

  const Narrative& text_;
  // By name as written, by core, and by core without 支出, 费 and the like.
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_name_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_core_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_stem_;
};

}  // namespace tieout::report::narrative
