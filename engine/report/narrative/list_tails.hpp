// What is said behind a list: of its last part, or of what it is a list of.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace tieout::report::narrative {

/// 经费86万元，其中甲50万元、乙36万元，完成预算80万元的107.50%: a rate, a share or a change behind
/// a list has no subject of its own. Where it does not fit the figure that stands last, it is of
/// one that it fits.
class ListTails {
 public:
  /// All must outlive it.
  ListTails(const Narrative& text, const std::vector<Group>& groups);

  /// The first of a figure's heads, then of its parts, that stands in the same paragraph before
  /// `tail` and fits; nothing if the figure itself does, or none.
  template <typename Fits>
  [[nodiscard]] std::optional<std::size_t> other_subject(std::size_t figure, std::size_t tail,
                                                         const Fits& fits) const {
    if (fits(figure)) return std::nullopt;
    for (const std::size_t other : relatives(figure, tail)) {
      if (fits(other)) return other;
    }
    return std::nullopt;
  }

 private:
  const Narrative& text_;
  std::map<std::size_t, std::size_t> heads_;               // by part
  std::map<std::size_t, std::vector<std::size_t>> parts_;  // by head

  [[nodiscard]] std::vector<std::size_t> relatives(std::size_t figure, std::size_t tail) const;
  [[nodiscard]] std::vector<std::size_t> before_list(std::size_t figure) const;
};

}  // namespace tieout::report::narrative
