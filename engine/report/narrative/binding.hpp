// From what the text calls a figure to the item of the schema that it is.
#pragma once

#include "report/narrative/statement.hpp"
#include "report/narrative/subject_rows.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {

/// What headings or names speak of: an item, or a table as a whole.
struct Subject {
  std::optional<std::size_t> table;
  std::optional<std::size_t> item;
};

/// The fund that the headings of a section say it is about (政府性基金); empty: none alone.
[[nodiscard]] std::string_view fund_of(const std::vector<std::string_view>& headings);

/// The narrative names of a schema's items, and the rows of the report's tables.
class Binder {
 public:
  Binder(const schema::Schema& schema, const Report& report);

  /// How a figure is spoken of.
  struct Mention {
    std::string_view name;
    std::string_view before;                      ///< its sentence up to the figure
    const std::vector<Subject>* scope = nullptr;  ///< of its headings
    std::vector<std::string_view> headings;
    const figure::Figure* figure = nullptr;
    std::optional<int> year;  ///< if said
    std::string_view entity;
    bool planned = false;     ///< a budget that goes by the name of what became of it
    bool of_project = false;  ///< its passage speaks of one project
  };
  /// The items of that name, the likeliest first (a column and a scalar may share one). None unless
  /// dimension, section, year and row agree.
  [[nodiscard]] std::vector<BoundItem> bind(const Mention& mention,
                                            std::optional<int> period) const;
  /// Whether an item that the words `used` (of a phrase: none) named fits dimension, section, row.
  [[nodiscard]] bool fits(BoundItem& item, bool generic, std::string_view used,
                          const Mention& mention) const;
  /// Tables that share a name of a column speak of one whole: 本年收入合计 in summary and details.
  [[nodiscard]] bool kin(std::size_t table, std::size_t other) const {
    return families_[table] == families_[other];
  }

  /// What the innermost title of a section that names anything speaks of. A name inside a longer
  /// one says nothing: 财政拨款收入 in 财政拨款收入支出决算总表.
  [[nodiscard]] std::vector<Subject> subjects(const std::vector<std::string_view>& titles) const;

  [[nodiscard]] const schema::Item& item(const BoundItem& bound) const;
  /// "spending.total", "prior_balance".
  [[nodiscard]] std::string id(const BoundItem& bound) const;
  /// What was planned of a summary's figure, where its table has a row of plans. `kind` is how the
  /// text calls the plan: 完成年初预算 is not of 全年预算数. Null if there is none.
  [[nodiscard]] const figure::Figure* plan(const BoundItem& bound, std::string_view kind) const;
  /// The row of the report that is meant: of that key, or the one of the summary; null if none.
  [[nodiscard]] const Row* row(const BoundItem& bound) const;

 private:
  void add(std::string_view name, const BoundItem& item);
  void find_families();
  [[nodiscard]] std::vector<BoundItem> named(std::string_view name, const Mention& mention,
                                             int year) const;
  [[nodiscard]] std::optional<BoundItem> meant(const BoundItem& column, std::string_view name,
                                               const figure::Figure& figure) const;
  [[nodiscard]] std::vector<BoundItem> spoken(const Mention& mention, int year,
                                              std::string& used) const;
  [[nodiscard]] std::vector<BoundItem> behind_subject(std::string_view name, const Mention& mention,
                                                      int year, std::string& used) const;
  [[nodiscard]] std::vector<BoundItem> subject(const Mention& mention) const;
  [[nodiscard]] std::vector<BoundItem> column_of_fund(const Mention& mention) const;
  [[nodiscard]] std::optional<std::size_t> only_column(std::size_t table) const;
  [[nodiscard]] std::vector<std::string> rows_in(std::string_view words) const;
  [[nodiscard]] std::vector<Subject> subjects_in(const std::string& title) const;
  [[nodiscard]] bool plan_of(BoundItem& bound) const;
  [[nodiscard]] bool has_cell(const BoundItem& bound) const;

  const schema::Schema& schema_;
  const Report& report_;
  std::multimap<std::string, BoundItem, std::less<>> names_;  ///< folded, in the schema's order
  std::multimap<std::string, BoundItem, std::less<>> loose_;  ///< by what they are sometimes called
  std::set<std::string, std::less<>> endings_;                ///< the last characters of all names
  std::vector<std::pair<std::string, Subject>> telling_;      ///< names that say something alone
  std::vector<std::string> units_;                            ///< keys of rows but the summary's
  std::vector<SubjectRows> subjects_;                         ///< by table
  std::vector<std::size_t> families_;                         ///< by table: the first of its kin
};

/// Binds every statement of the text by its name, or by a phrase of the schema if that is longer.
void bind_statements(Narrative& text, const Binder& binder, const schema::Schema& schema,
                     Report& report);

}  // namespace tieout::report::narrative
