// A text that was read: its name, its characters, and where its lines begin.
#pragma once

#include "source/limits.hpp"
#include "source/place.hpp"

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::source {

/// Bytes [begin, end) of a source's text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Valid UTF-8 text without a byte order mark. Line ends are \n, \r\n or \r, kept as they are; a
/// text that ends with one has an empty last line.
class Source {
 public:
  /// `first_line`: the line of the file at which the text begins, where it is a part of one (a line
  /// of a stream, an example of a rule file). Places count from it; lines of this text from 1.
  Source(std::string name, std::string text, std::size_t first_line = 1);

  [[nodiscard]] const std::string& name() const { return *name_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t first_line() const { return first_line_; }
  [[nodiscard]] std::size_t lines() const { return starts_.size(); }
  /// The line's text without its end; `number` counts from 1.
  [[nodiscard]] std::string_view line(std::size_t number) const;
  /// The byte at which a line begins.
  [[nodiscard]] std::size_t line_start(std::size_t number) const { return starts_.at(number - 1); }
  /// Line and column (in characters, from 1) of a byte offset, at most text().size(). Takes the
  /// same time on every line, however long.
  [[nodiscard]] Place place(std::size_t offset) const;

 private:
  std::shared_ptr<const std::string> name_;
  std::string text_;
  std::size_t first_line_;
  std::vector<std::size_t> starts_;
  std::vector<std::size_t> characters_;  ///< how many begin before each block of the text

  [[nodiscard]] std::size_t characters_before(std::size_t offset) const;
};

// Failures carry the file's name in their place; their sentences do not repeat it.

/// The bytes of a file. Throws Failure: not found, a folder, not readable, larger than the limit.
[[nodiscard]] std::string read_bytes(const std::string& path, const Limits& limits);

/// The bytes of a stream to its end, such as standard input; `name` is what messages call it.
/// Throws Failure: not readable, larger than the limit.
[[nodiscard]] std::string read_bytes(std::istream& in, const std::string& name,
                                     const Limits& limits);

/// Text from bytes: a byte order mark decides; else strict UTF-8; else strict GB18030; else ICU's
/// detector if it is sure. Throws Failure for binary bytes (NUL, control characters) and for an
/// encoding that cannot be told.
[[nodiscard]] Source decode(std::string name, std::string_view bytes, std::size_t first_line = 1);

}  // namespace tieout::source
