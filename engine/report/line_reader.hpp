// A line of report data as a report, the quick way.
#pragma once

#include "report/column_layout.hpp"
#include "report/columns.hpp"
#include "report/report.hpp"
#include "source/limits.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report {

/// What of the tables is to be read; at first nothing.
class WantedFigures {
 public:
  explicit WantedFigures(const schema::Schema& schema) {
    std::size_t columns = 0;
    begins_.reserve(schema.tables.size());
    for (const auto& table : schema.tables) {
      begins_.push_back(columns);
      columns += table.columns.size();
    }
    tables_.assign(schema.tables.size(), 0);
    columns_.assign(columns, 0);
  }
  /// The rows of a table, with their texts.
  void add(std::size_t table) { tables_[table] = 1; }
  /// And the figures of a column.
  void add(std::size_t table, std::size_t column) {
    add(table);
    columns_[begins_[table] + column] = 1;
  }
  void add_all() { all_ = true; }
  [[nodiscard]] bool contains(std::size_t table) const { return all_ || tables_[table] != 0; }
  [[nodiscard]] bool contains(std::size_t table, std::size_t column) const {
    return all_ || columns_[begins_[table] + column] != 0;
  }

 private:
  bool all_ = false;
  std::vector<std::uint8_t> tables_;
  std::vector<std::size_t> begins_;    ///< by table: the first of its columns
  std::vector<std::uint8_t> columns_;  ///< of all tables
};

/// For the lines that a ColumnReader takes: gives what read_json gives, without a tree of JSON and
/// without asking the schema again.
class LineReader {
 public:
  /// All must outlive it. Not to be shared by threads.
  LineReader(const schema::Schema& schema, const ColumnLayout& layout,
             const source::Limits& limits);
  ~LineReader();

  /// `source`: the file that the line, of this number, stands in. `wanted`: other rows and figures
  /// of tables are left out; null: none is. Null for what columns do not
  /// hold, for dates, and for a line with a carriage return in it. See line_padding. `tables`: of a
  /// line that a ColumnReader took, what it knows of it: tables that are not wanted are gone over.
  /// What is given is the reader's, until it reads the next line.
  [[nodiscard]] Report* read(std::string_view line, const std::string& source, std::size_t number,
                             const WantedFigures* wanted = nullptr,
                             const Batch::Tables* tables = nullptr);

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

}  // namespace tieout::report
