// A stream of one report a line, read a block of lines at a time.
#pragma once

#include "source/limits.hpp"
#include "source/message.hpp"

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::cli {

/// Lines of a stream, each a report.
struct LineBlock {
  struct Line {
    std::size_t begin = 0;  ///< in `text`
    std::size_t size = 0;   ///< without its end
    std::size_t number = 0;
  };
  std::string name;  ///< of the stream
  std::string text;  ///< readable beyond the last line, by report::line_padding bytes
  std::vector<Line> lines;

  [[nodiscard]] std::string_view line(std::size_t index) const {
    return std::string_view(text).substr(lines[index].begin, lines[index].size);
  }
  [[nodiscard]] std::string label(std::size_t index) const;
};

/// Holds no more of the stream than a block.
class LineBlocks {
 public:
  /// All must outlive it.
  LineBlocks(std::istream& in, const std::string& name, const source::Limits& limits)
      : in_(in), name_(name), limits_(limits) {}

  /// About a megabyte of lines, or the rest; nothing at the end. Empty lines are not in `lines`.
  /// Throws Failure, once the lines before it were given, where the stream cannot be read further
  /// and for a line longer than a file may be.
  [[nodiscard]] std::optional<LineBlock> next();

 private:
  [[nodiscard]] bool fill(std::string& text);
  void split(LineBlock& block);
  [[nodiscard]] source::Place place(std::size_t line) const;

  std::istream& in_;
  const std::string& name_;
  const source::Limits& limits_;
  std::string rest_;  ///< begin of a line that goes on
  std::size_t number_ = 0;
  bool over_ = false;
  bool broken_ = false;
  std::optional<source::Failure> failure_;
};

}  // namespace tieout::cli
