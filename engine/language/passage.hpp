// Text that tokens were taken from, and where it stands in its file.
#pragma once

#include "language/token.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::language {

/// A whole file, or what a quoted text in it says once its escapes are resolved: there the bytes
/// are no longer those of the file, and each knows its own.
class Passage {
 public:
  explicit Passage(std::string_view file) : text_(file) {}
  /// `offsets`: of each byte of `text` in the file, then where the text ends.
  Passage(std::string_view text, const std::vector<std::size_t>& offsets)
      : text_(text), offsets_(&offsets) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view text(source::Span part) const {
    return text_.substr(part.begin, part.end - part.begin);
  }
  [[nodiscard]] std::string_view text(const Token& token) const { return text(token.span); }
  /// In the file.
  [[nodiscard]] source::Span span(source::Span part) const {
    return offsets_ == nullptr ? part
                               : source::Span{offsets_->at(part.begin), offsets_->at(part.end)};
  }
  [[nodiscard]] source::Span span(const Token& token) const { return span(token.span); }

 private:
  std::string_view text_;
  const std::vector<std::size_t>* offsets_ = nullptr;
};

/// What a quoted text says.
struct Unescaped {
  std::string text;
  std::vector<std::size_t> offsets;  ///< for Passage
  std::vector<std::size_t> braces;   ///< bytes of `text` that are escaped braces, in order
};

/// Resolves \" \\ \n \{ \} \u{hexadecimal}. Throws Fault for any other escape.
[[nodiscard]] Unescaped unescape(const Passage& passage, const Token& quoted);

}  // namespace tieout::language
