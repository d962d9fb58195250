// From what the text calls a budget subject to its row: 农林水支出（类）水利（款）行政运行（项）.
#pragma once

#include "report/report.hpp"
#include "schema/schema.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {

/// The rows of one table whose keys are codes that nest (213 > 21303 > 2130301), by name.
class SubjectRows {
 public:
  SubjectRows() = default;  ///< of a table without such codes: finds nothing
  SubjectRows(const schema::Table& table, const Table& rows);

  /// The row that a name means: the only one of that name, of the level that （类）, （款） or
  /// （项） says, below the subjects that stand before it. Null if there is none, or more than one.
  [[nodiscard]] const Row* find(std::string_view name) const;

 private:
  struct Part;
  [[nodiscard]] static std::vector<Part> parts_of(std::string_view name);
  [[nodiscard]] bool stands_below(const Row& row, const std::vector<Part>& parts) const;
  [[nodiscard]] const std::string* name_of_code(std::string_view code) const;

  std::map<std::string, std::vector<const Row*>, std::less<>> by_name_;
  std::map<std::string, std::string, std::less<>> names_;  ///< by code
};

}  // namespace tieout::report::narrative
