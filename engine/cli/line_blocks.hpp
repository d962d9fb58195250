// A stream of one report a line, read a block of lines at a time.
#pragma once

#include "source/limits.hpp"
#include "source/message.hpp"

#include <cstddef>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::cli {

/// Bytes that are read into, and are not set to anything before.
class Bytes {
 public:
  void reserve(std::size_t size);
  /// Where `more` bytes may be written behind those that there are.
  [[nodiscard]] char* room(std::size_t more);
  /// So many were.
  void grow(std::size_t written) { size_ += written; }
  void append(std::string_view bytes);
  void cut(std::size_t size) { size_ = size; }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

/// Lines of a stream, each a report.
struct LineBlock {
  struct Line {
    std::size_t begin = 0;  ///< in `text`
    std::size_t size = 0;   ///< without its end
    std::size_t number = 0;
  };
  std::string name;  ///< of the stream
  Bytes text;        ///< readable beyond the last line, by report::line_padding bytes
  std::vector<Line> lines;

  [[nodiscard]] std::string_view line(std::size_t index) const {
    return text.view().substr(lines[index].begin, lines[index].size);
  }
  /// What the report of a line is called.
  void label(std::size_t index, std::string& to) const;
  [[nodiscard]] std::string label(std::size_t index) const {
    std::string named;
    label(index, named);
    return named;
  }
};

/// Holds no more of the stream than a block.
class LineBlocks {
 public:
  /// All must outlive it.
  LineBlocks(std::istream& in, const std::string& name, const source::Limits& limits)
      : in_(in), name_(name), limits_(limits) {}

  /// About half a megabyte of lines, or the rest; nothing at the end. Empty lines are not in
  /// `lines`. Throws Failure, once the lines before it were given, where the stream cannot be read
  /// further and for a line longer than a file may be.
  [[nodiscard]] std::optional<LineBlock> next();

 private:
  [[nodiscard]] bool fill(Bytes& text);
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
