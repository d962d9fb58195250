// What a run keeps of each of its reports, for the rules over all of them.
#pragma once

#include "across/needed.hpp"
#include "language/checked.hpp"
#include "report/line_reader.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::across {

/// What the reports of one group agree in, as 128 bits.
struct GroupKey {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
};

struct Captured {
  std::string text;  ///< see row_text.hpp
  /// For each of Capture::groupings(); nothing where the report does not say what it belongs to.
  std::vector<std::optional<GroupKey>> groups;
};

/// The same for all threads.
class Capture {
 public:
  /// Both must outlive it. `over_reports`: see language::Program.
  Capture(const language::Program& over_reports, const figure::UnitSystem& units,
          source::Language language);

  [[nodiscard]] Captured of(const report::Report& report) const;
  /// Adds what of a report of this schema has to be read for that.
  void add_wanted(const schema::Schema& schema, report::WantedFigures& wanted) const;
  /// What `of` made a text of, from the text; nothing if it cannot have done so with these rules.
  [[nodiscard]] std::optional<Captured> of(std::string text) const;
  /// The row of a captured text; of one that cannot be read again (a figure of more digits than
  /// there are in any report) a row in doubt, without values.
  [[nodiscard]] report::Row row(std::string_view text) const;

  /// The different Rule::group of the rules.
  [[nodiscard]] const std::vector<std::vector<std::size_t>>& groupings() const {
    return groupings_;
  }
  [[nodiscard]] const language::Program& program() const { return program_; }
  [[nodiscard]] const figure::UnitSystem& units() const { return units_; }

 private:
  [[nodiscard]] const schema::Table& reports() const { return program_.schema->tables.front(); }
  [[nodiscard]] std::vector<std::optional<GroupKey>> groups_of(const report::Row& row) const;

  const language::Program& program_;
  const figure::UnitSystem& units_;
  source::Language language_;
  Needed needed_;
  std::vector<std::vector<std::size_t>> groupings_;
};

}  // namespace tieout::across
