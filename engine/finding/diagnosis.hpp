// The likely slip behind a difference: always a suggestion, never a correction.
#pragma once

#include "finding/finding.hpp"
#include "finding/slips.hpp"

#include <map>
#include <utility>
#include <vector>

namespace tieout::finding {

/// Looks for slips in one report. What it needs of the report is indexed when the first relation
/// fails.
class Diagnostician {
 public:
  explicit Diagnostician(const report::Report& report) : report_(report) {}

  /// At most three, likeliest first; `finding` has its amounts printed.
  [[nodiscard]] std::vector<Diagnosis> diagnose(const Finding& finding);

 private:
  struct Cell {
    std::size_t table = 0;
    std::size_t row = 0;
    std::size_t column = 0;
  };
  struct Mention {
    std::string name;
    const figure::Figure* figure = nullptr;
  };
  /// A line of a text or a paragraph of a document.
  using Passage = std::pair<std::uint32_t, std::uint32_t>;

  void index();
  void index_mentions(std::size_t table);
  void neighbours(const std::vector<Operand>& operands, std::vector<Diagnosis>& found);
  void other_bases(const check::Outcome& outcome, std::vector<Diagnosis>& found);
  [[nodiscard]] const figure::Figure* figure_at(const Cell& cell) const;

  const report::Report& report_;
  bool indexed_ = false;
  std::map<source::Place, Cell> cells_;
  std::map<Passage, std::vector<Mention>> mentions_;
};

}  // namespace tieout::finding
