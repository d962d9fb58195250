// Shares of a whole: 基本支出359.39万元，占总支出的36%.
#pragma once

#include "report/narrative/binding.hpp"
#include "report/narrative/groups.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tieout::report::narrative {

struct Share {
  std::size_t percent = 0;          ///< the statement of the percentage
  std::optional<std::size_t> part;  ///< the statement of the part
  std::string name;                 ///< of the part
  std::string whole_name;
  std::vector<std::size_t> wholes;     ///< statements that may be the whole, the likeliest first
  std::optional<figure::Figure> cell;  ///< the whole as a table has it, where no statement has
  std::vector<std::size_t> addends;    ///< the parts that are the whole, where nothing states it
};

[[nodiscard]] std::vector<Share> find_shares(const Narrative& text, const NameIndex& names,
                                             const std::vector<Group>& groups, const Binder& binder,
                                             const schema::Schema& schema);

/// Adds the groups that only their shares show, and decides for every group whether it is closed.
void close_groups(const Narrative& text, const schema::Schema& schema,
                  const std::vector<Share>& shares, std::vector<Group>& groups);

void write_shares(const Narrative& text, const schema::Schema& schema,
                  const std::vector<Share>& shares, const std::vector<Group>& groups,
                  Report& report);

}  // namespace tieout::report::narrative
