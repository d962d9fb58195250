// A set of bytes, for scans that look at every byte of a text.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace tieout::source {

class ByteSet {
 public:
  explicit constexpr ByteSet(std::string_view bytes) {
    for (const char byte : bytes) has_[index(byte)] = true;
  }

  [[nodiscard]] constexpr bool has(char byte) const { return has_[index(byte)]; }

  /// The first byte of `text` from `at` on that is in the set; the size of the text if none is.
  [[nodiscard]] constexpr std::size_t first_in(std::string_view text, std::size_t at) const {
    while (at < text.size() && !has(text[at])) ++at;
    return at;
  }
  /// The same for the first byte that is not in the set.
  [[nodiscard]] constexpr std::size_t first_beyond(std::string_view text, std::size_t at) const {
    while (at < text.size() && has(text[at])) ++at;
    return at;
  }

 private:
  static constexpr std::size_t index(char byte) { return static_cast<unsigned char>(byte); }

  std::array<bool, 256> has_ = {};
};

}  // namespace tieout::source
