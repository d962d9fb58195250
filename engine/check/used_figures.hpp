// Which figures of tables a rule may look at, so that no others need be read for it.
#pragma once

#include "check/known.hpp"
#include "language/checked.hpp"
#include "report/line_reader.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace tieout::check {

class UsedFigures {
 public:
  /// The program must outlive it.
  explicit UsedFigures(const language::Program& program);

  /// What evaluating the tasks may look at.
  [[nodiscard]] report::WantedFigures wanted(std::span<const RuleTask> tasks) const;

 private:
  struct Cell {
    std::size_t table;
    std::size_t column;
  };
  /// Of a part of a rule.
  struct Used {
    bool any = false;  ///< it cannot be told which
    std::vector<std::size_t> tables;
    std::vector<Cell> cells;
  };
  struct OfRule {
    Used whole;  ///< whatever is checked: of its filter and its messages
    std::vector<Used> checks;
  };
  class Collector;
  static void add(const Used& used, report::WantedFigures& wanted);

  const language::Program* program_;
  std::vector<OfRule> rules_;
};

}  // namespace tieout::check
