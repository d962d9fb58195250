// JSON report data, a line each, straight into columns.
#pragma once

#include "figure/unit.hpp"
#include "report/column_layout.hpp"
#include "report/columns.hpp"
#include "schema/schema.hpp"

#include <memory>
#include <string_view>

namespace tieout::report {

/// Takes reports that say nothing but texts and plain figures, which nearly all of a stream do:
/// `1003.30`, `"36%"`, `{"value": 12, "unit": "万元"}`. What it takes it understands as read_json
/// does; everything else, broken JSON and data that breaks the schema among it, it leaves to that.
class ColumnReader {
 public:
  /// The schema and the units must outlive it. Not to be shared by threads.
  ColumnReader(const schema::Schema& schema, const figure::UnitSystem& units);
  ~ColumnReader();

  /// Adds the report to the batch; false: it is not taken, and the batch is as before. See
  /// line_padding.
  [[nodiscard]] bool add(std::string_view line);

  [[nodiscard]] const schema::Schema& schema() const;
  /// How many reports the batch has.
  [[nodiscard]] std::size_t size() const;
  /// Looks over all columns. Valid until the next report is added.
  [[nodiscard]] const Batch& batch();
  [[nodiscard]] Keys& keys();
  [[nodiscard]] const ColumnLayout& layout() const;
  /// Forgets the reports of the batch.
  void clear();

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

/// How many bytes must be readable behind a line that a ColumnReader takes; the first is a line
/// break or NUL.
inline constexpr std::size_t line_padding = 64;

}  // namespace tieout::report
