// Whether a short text is UTF-8, without a call where it says what most texts say.
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <string_view>

namespace tieout::report {

/// For names and labels: ASCII and Chinese characters are gone over here. A text that has others,
/// or is long, is handed on.
[[nodiscard]] inline bool is_utf8(std::string_view text) {
  const auto byte = [&text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const auto continues = [&byte](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
  constexpr unsigned char first_chinese = 0xE3;  // of three bytes, whatever the two behind it are:
  constexpr unsigned char last_chinese = 0xE9;   // U+3000 to U+9FFF
  constexpr std::size_t longest = 64;
  if (text.size() > longest) return simdjson::validate_utf8(text);
  for (std::size_t at = 0; at < text.size();) {
    if (byte(at) < 0x80) {
      ++at;
    } else if (byte(at) >= first_chinese && byte(at) <= last_chinese && at + 2 < text.size() &&
               continues(at + 1) && continues(at + 2)) {
      at += 3;
    } else {
      return simdjson::validate_utf8(text.substr(at));
    }
  }
  return true;
}

}  // namespace tieout::report
