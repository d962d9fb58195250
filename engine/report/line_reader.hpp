// A line of report data as a report, the quick way.
#pragma once

#include "report/column_layout.hpp"
#include "report/report.hpp"
#include "source/limits.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tieout::report {

/// For the lines that a ColumnReader takes: gives what read_json gives, without a tree of JSON and
/// without asking the schema again.
class LineReader {
 public:
  /// All must outlive it. Not to be shared by threads.
  LineReader(const schema::Schema& schema, const ColumnLayout& layout,
             const source::Limits& limits);
  ~LineReader();

  /// `source`: the file that the line, of this number, stands in. Nothing for what columns do not
  /// hold, for dates, and for a line with a carriage return in it. See line_padding.
  [[nodiscard]] std::optional<Report> read(std::string_view line, const std::string& source,
                                           std::size_t number);

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

}  // namespace tieout::report
