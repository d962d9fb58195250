// Distances between names, counted in characters.
#include "schema/nearest.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace tieout::schema {
namespace {

constexpr std::size_t longest = 64;  // keeps the work small for hostile names

std::u32string characters(std::string_view text) {
  constexpr std::size_t most_bytes = 4 * (longest + 1);
  const std::string_view start = text.substr(0, most_bytes);
  const icu::UnicodeString decoded = icu::UnicodeString::fromUTF8(
      icu::StringPiece(start.data(), static_cast<std::int32_t>(start.size())));
  std::u32string result;
  for (std::int32_t i = 0; i < decoded.length(); i = decoded.moveIndex32(i, 1)) {
    result.push_back(static_cast<char32_t>(decoded.char32At(i)));
  }
  return result;
}

std::size_t distance(std::u32string_view a, std::u32string_view b) {
  using Row = std::array<std::size_t, longest + 1>;
  std::array<Row, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) {
    rows[0][j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    Row& row = rows[i % 3];
    const Row& above = rows[(i + 2) % 3];
    const Row& two_above = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
    }
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string_view> candidates) {
  const auto written = characters(word);
  if (written.size() < 3 || written.size() > longest) {
    return {};
  }
  std::size_t best = written.size() / 3 + 1;
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    const auto known = characters(candidate);
    if (known.size() > longest) {
      continue;
    }
    if (const std::size_t edits = distance(written, known); edits < best) {
      best = edits;
      found = candidate;
    }
  }
  return std::string(found);
}

}  // namespace tieout::schema
