// Titles of reports within one document: a department's, then those of its units.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report {

/// Whose report it is that a document goes on with.
class UnitTitles {
 public:
  /// Takes up a line of the document: 市儿童福利院2022年度单位决算 begins the report of that unit.
  void meet(std::string_view line);

  /// The number of the unit, in the order in which they are named first; 0 before any is named.
  [[nodiscard]] std::size_t current() const { return current_; }

 private:
  std::vector<std::string> names_;
  std::size_t current_ = 0;
};

}  // namespace tieout::report
