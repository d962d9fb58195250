// Changes as rows of the statement tables.
#pragma once

#include "figure/unit.hpp"
#include "report/narrative/groups.hpp"
#include "report/narrative/list_tails.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tieout::report::narrative {

struct Change {
  std::string name;
  std::size_t passage = 0;
  source::Place place;
  std::vector<std::size_t> currents;   ///< readings, the likeliest first
  std::vector<std::size_t> distant;    ///< figures of that name elsewhere, and totals before it
  std::optional<std::size_t> head;     ///< what the list was of whose part was stated last
  std::optional<figure::Figure> cell;  ///< the current value as a table has it
  std::optional<std::size_t> prior;
  std::optional<Base> base;
  Direction direction = Direction::none;
  std::optional<std::size_t> amount;
  std::optional<std::size_t> percent;
  bool each = false;  ///< 各增加: of all `currents`, which are no readings then
};

class ChangeRows {
 public:
  /// All must outlive it.
  ChangeRows(const Narrative& text, const NameIndex& names, const std::vector<Group>& groups,
             const schema::Schema& schema, const figure::UnitSystem& units, Report& report)
      : text_(text),
        names_(names),
        tails_(text, groups),
        units_(units),
        table_(schema, report, "changes"),
        sums_(schema, report, "change_groups") {}

  /// Whether a figure has changed as a change says: from its prior figure by its amount, else by
  /// its percentage.
  [[nodiscard]] bool fits(const Change& change, std::size_t current) const;
  /// A row of `changes` with a reading for each current value that the change may be of; nothing
  /// for a change that neither says what it is measured against nor can be checked by itself.
  void write(Change change);
  /// A row of `change_groups` for each closed list all of whose figures, the total's too, have
  /// their changes.
  void write_sums(const std::vector<Group>& groups);

  /// A part of a change, signed.
  struct Part {
    std::string name;
    figure::Figure amount;
  };
  [[nodiscard]] static bool adds_up(const figure::Figure& total, const std::vector<Part>& parts);
  /// A row of `change_groups`; none of fewer than two parts, nor a second one of one total.
  void add_sum(const std::string& name, const figure::Figure& total,
               const std::vector<Part>& parts);

 private:
  /// A change of a figure, signed.
  struct Known {
    std::optional<Base> base;
    figure::Figure amount;
  };

  [[nodiscard]] bool same_base(const std::optional<Base>& a, const std::optional<Base>& b) const;
  /// The changes of a figure, or of one of its name and value elsewhere in the chapter: one against
  /// each base.
  [[nodiscard]] std::vector<Known> known(std::size_t statement) const;
  void know(std::vector<Known>& changes, const Known& found) const;
  /// The change of that name in the chapter against the total's base, where the text gives it
  /// without the figure: 接待费较上年减少2万元; none if it tells two.
  [[nodiscard]] const Known* known_by_name(std::size_t part, const Known& total) const;
  [[nodiscard]] std::string name_in_chapter(std::size_t passage, const std::string& name) const;
  [[nodiscard]] std::string identity(std::size_t index) const;
  /// A figure that is not beside the change is its subject only if the change fits it.
  void take_distant(Change& change) const;
  /// Of several figures that the change may be of, the one that has changed at that rate is the
  /// likeliest, and gives its name.
  void put_fitting_first(Change& change) const;
  /// B 36万元，比上年减少2万元，上年83万元，增长4%: where the figure of the year before and the
  /// rate are of what the list was of, they are a change of their own.
  void split_off_head(Change& change);
  /// Gives a change behind a list to what the list was of, if it is that one's.
  void take_head(Change& change) const;
  /// The figure has changed by the amount at that rate.
  [[nodiscard]] static bool makes_rate(const figure::Figure& current, const figure::Figure& amount,
                                       Direction direction, const figure::Figure& percent);
  void write_row(Change& change);
  void tell_by_name(const Change& change);
  /// 与上年持平: a change of nothing, as exact as the figure.
  [[nodiscard]] static bool is_level(const Change& change);
  [[nodiscard]] static figure::Figure nothing_like(figure::Figure figure,
                                                   const source::Place& place);
  /// 比2021年减少1万元，比2020年下降37%: it was compared with the year before, too; that it goes
  /// further back is no slip. Nor is it where nobody writes of last year (与2010年普查相比).
  [[nodiscard]] bool is_further_back(const Change& change, std::optional<std::size_t> current,
                                     int base_year, int spoken) const;
  [[nodiscard]] Row row_of(const Change& change, std::optional<std::size_t> current) const;
  /// 减少0.00万元 leaves things as they were, whatever the template's word is.
  [[nodiscard]] Direction direction_of(const Change& change) const;
  [[nodiscard]] std::optional<int> base_year(const Change& change) const;
  /// The figure of the base year, or the budget, that the text states elsewhere.
  [[nodiscard]] std::optional<std::size_t> opening_of(const Change& change,
                                                      std::size_t current) const;
  /// 宣传费62万元，占76%，上年|75万元: the figure of its own sentence that a prior one is told
  /// with.
  [[nodiscard]] std::optional<std::size_t> current_of(std::size_t prior) const;
  [[nodiscard]] std::optional<std::size_t> prior_of(const Change& change) const;
  /// Of a budget, or of the final accounts: one is not the year before of the other.
  [[nodiscard]] bool is_planned(std::size_t index) const;
  [[nodiscard]] bool is_spent(std::size_t index) const;

  const Narrative& text_;
  const NameIndex& names_;
  ListTails tails_;
  const figure::UnitSystem& units_;
  StatementTable table_;
  StatementTable sums_;
  std::map<std::size_t, std::vector<Known>> known_;  ///< by the figure that changed
  std::map<std::string, std::vector<Known>> known_by_name_;
  std::map<std::string, std::vector<Known>> told_by_name_;  ///< without the figure that changed
  std::set<source::Place> summed_;                          ///< totals that have their row
  std::set<std::size_t> beside_last_year_;  ///< figures that were compared with the year before
};

}  // namespace tieout::report::narrative
