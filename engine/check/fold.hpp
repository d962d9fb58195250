// The aggregates of a rule over reports, of more reports than are held at once.
#pragma once

#include "check/answers.hpp"
#include "figure/unit.hpp"
#include "language/checked.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <map>
#include <vector>

namespace tieout::check {

/// Takes the reports of one group part by part; what it comes to depends on neither their order nor
/// how they were parted. Of a large group not every figure is told: its sum is one amount that lies
/// between two bounds.
class Fold {
 public:
  /// May the rule be folded? Not where it looks at other reports but through aggregates of what
  /// each report is by itself.
  [[nodiscard]] static bool takes(const language::Rule& rule);

  /// All must outlive it.
  Fold(const language::Program& program, const language::Rule& rule,
       const figure::UnitSystem& units);

  /// `part`: of the program's schema, its table of reports.
  void add(const report::Report& part);
  /// Called once, after the last part.
  [[nodiscard]] Answers answers();

 private:
  struct Member {
    figure::Rational exact;
    figure::Interval range;
  };
  struct Sum {
    std::size_t count = 0;
    Member total;                 ///< of sum and average; of min and max the one so far
    std::vector<Member> members;  ///< of quantile
    figure::Term first;           ///< the first member: its unit and dimension are the sum's
    bool approximate = false;
    std::size_t unknown = 0;  ///< reports of which the member is not known
    source::Message reason;   ///< of the first such
  };

  void add(const language::Aggregate& aggregate, const report::Report& part, Sum& sum);
  static void add(language::Aggregate::Function function, const figure::Term& term, Member member,
                  Sum& sum);
  [[nodiscard]] Answer answer(const language::Aggregate& aggregate, Sum& sum) const;

  const language::Program& program_;
  const language::Rule& rule_;
  const figure::UnitSystem& units_;
  std::map<const language::Aggregate*, Sum> sums_;
};

}  // namespace tieout::check
