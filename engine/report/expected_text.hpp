// A text that is probably next in a line, compared in one step.
#pragma once

#include "report/column_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace tieout::report {

class ExpectedText {
 public:
  ExpectedText() = default;
  explicit ExpectedText(std::string text) : text_(std::move(text)) {
    const std::size_t size = std::min(text_.size(), sizeof begin_);
    std::memcpy(begin_.data(), text_.data(), size);
    std::memset(mask_.data(), 0xFF, size);
  }

  /// Does it stand here? A line is readable for line_padding bytes more.
  [[nodiscard]] bool is_at(const char* at) const {
    std::array<std::uint64_t, 2> bytes;
    std::memcpy(bytes.data(), at, sizeof bytes);
    const std::uint64_t first = (bytes[0] ^ begin_[0]) & mask_[0];
    const std::uint64_t second = (bytes[1] ^ begin_[1]) & mask_[1];
    if ((first | second) != 0) return false;
    return size() <= sizeof begin_ ||
           (size() <= line_padding && std::string_view(at, size()) == text_);
  }
  [[nodiscard]] std::size_t size() const { return text_.size(); }

 private:
  std::array<std::uint64_t, 2> begin_{};  ///< of the text
  std::array<std::uint64_t, 2> mask_{};   ///< of the bytes that it has
  std::string text_;
};

}  // namespace tieout::report
