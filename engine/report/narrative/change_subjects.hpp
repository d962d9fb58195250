// What changed: the figure that a change is of.
#pragma once

#include "report/narrative/binding.hpp"
#include "report/narrative/change_rows.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tieout::report::narrative {

class ChangeSubjects {
 public:
  /// All must outlive it.
  ChangeSubjects(const Narrative& text, const NameIndex& names, const Binder& binder)
      : text_(text), names_(names), binder_(binder) {}

  /// What the text has spoken of before a change.
  struct Spoken {
    const std::string& base_name;              ///< the words in front of the comparison
    const std::vector<std::size_t>& values;    ///< that its sentence has stated
    const std::vector<std::size_t>& subjects;  ///< those, else what the sentence before stated
    const std::optional<Change>& last;         ///< the change before it in the sentence
  };
  /// Gives the change that statement `index` begins its name and the figures it may be of.
  void choose(Change& change, std::size_t index, const Spoken& spoken) const;

 private:
  /// The figures that the change's own words name; those of other chapters are `distant`.
  [[nodiscard]] std::vector<std::size_t> of_name(Change& change, std::size_t index) const;
  /// 三公经费支出 where only 全区财政拨款三公经费总支出 was stated before: a name that says more of
  /// whose money it is, and nothing else.
  [[nodiscard]] std::vector<std::size_t> of_longer_name(std::string_view name,
                                                        std::size_t index) const;
  /// 收入合计90万元，其中：…。与上年对比，收入减少5万元: the total of that side, said before.
  [[nodiscard]] std::vector<std::size_t> total_of_side(std::string_view name,
                                                       std::size_t index) const;
  /// Averages in another unit at the end are no subjects of a change.
  void leave_averages(std::vector<std::size_t>& values, std::size_t alike) const;
  /// 甲90万元，其中：乙60万元、丙30万元，比上年增加5万元: of the last part, or of the whole.
  void drop_averages(const Change& change, std::vector<std::size_t>& values, const Spoken& spoken,
                     std::size_t index) const;
  void add_head_of_list(Change& change, std::size_t index) const;
  /// What a list divides that begins with the statement `first`, in the sentence of the clause
  /// `own`.
  [[nodiscard]] std::optional<std::size_t> total_before(std::size_t first, std::size_t own) const;
  /// 增加5万元 is not of 3万元, where it may be of another figure.
  void drop_impossible(Change& change) const;
  /// 比上年512件增加70件 is not of 84件, where it may be of 581件.
  void drop_unlike_prior(Change& change) const;
  [[nodiscard]] bool too_far(std::size_t at, std::size_t passage) const;
  /// What the passages before, of the same section, state first.
  [[nodiscard]] std::vector<std::size_t> totals_before(std::size_t index) const;
  /// 收入总计5万元，支出总计5万元。收支较上年增加1万元: the one value that the sentence before,
  /// else the passages before, call the total.
  [[nodiscard]] std::vector<std::size_t> the_total(const Change& change,
                                                   const std::vector<std::size_t>& subjects) const;

  const Narrative& text_;
  const NameIndex& names_;
  const Binder& binder_;
};

}  // namespace tieout::report::narrative
