// What the heads of a table that stands a cell a line say of how its figures add up.
#pragma once

#include "document/figure_places.hpp"
#include "document/lined_heads.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tieout::document {

/// What the tables of a text state under names of their own, one figure each: what came from which
/// source. A name that has several amounts has none; the first names alone are kept.
class StatedAmounts {
 public:
  void add(std::string_view name, std::optional<Amount> amount);
  void add(const StatedAmounts& others);
  /// What is stated under a head's words, or of all that ends with them: 财政拨款收入 is 一般公共
  /// 预算财政拨款收入 and 政府性基金预算财政拨款收入. Nothing without such a name.
  [[nodiscard]] std::optional<Amount> of(std::string_view head) const;

 private:
  std::map<std::string, std::optional<Amount>, std::less<>> amounts_;
};

/// The columns of figures of a section: 合计 in front is the sum of those behind it.
[[nodiscard]] FigureColumns figure_columns(std::string_view text, const LinedSection& section);

/// What the columns of a section come to, as tables state it under the words of their heads.
[[nodiscard]] std::vector<std::optional<Amount>> stated_columns(std::string_view text,
                                                                const LinedSection& section,
                                                                const StatedAmounts& stated);

}  // namespace tieout::document
