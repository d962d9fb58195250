// The paragraphs of a report as one text, and where its Han characters stand in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::across {

[[nodiscard]] std::string joined(std::span<const std::string_view> paragraphs);
/// What `text` was joined from; the parts are parts of it.
[[nodiscard]] std::vector<std::string_view> parted(std::string_view text);

/// The Han characters of a paragraph, in order, without what stands between them, and U'\0'.
void append_han(std::string_view paragraph, std::u32string& han);

/// Finds characters of append_han in the paragraphs that they are of, forwards.
class HanCursor {
 public:
  /// `first`: the number of the first character of the paragraphs; each U'\0' has one too.
  HanCursor(std::vector<std::string_view> paragraphs, std::uint64_t first)
      : paragraphs_(std::move(paragraphs)), next_(first) {}

  /// To a Han character, the same as before or a later one.
  void go_to(std::uint64_t number);

  [[nodiscard]] std::size_t paragraph() const { return paragraph_; }
  /// In characters, from 1.
  [[nodiscard]] std::size_t column() const { return column_; }
  /// Its first byte in the paragraph, and the one behind it.
  [[nodiscard]] std::size_t begin() const { return begin_; }
  [[nodiscard]] std::size_t end() const { return end_; }
  [[nodiscard]] std::string_view text() const { return paragraphs_[paragraph_]; }

 private:
  std::vector<std::string_view> paragraphs_;
  std::uint64_t next_;  ///< the number of the first character that is not passed
  std::size_t paragraph_ = 0;
  std::size_t column_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace tieout::across
