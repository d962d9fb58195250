// Distances between names, counted in characters.
#include "language/suggestion.hpp"

#include "language/characters.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace tieout::language {

namespace {

// Longer names are no misspellings of each other that anyone would notice; the bound keeps the
// table of distances small for hostile text.
constexpr std::size_t longest = 64;

using Letters = std::vector<char32_t>;

std::optional<Letters> letters(std::string_view text) {
  Letters result;
  for (std::size_t at = 0; at < text.size();) {
    if (result.size() == longest) return std::nullopt;
    const auto character = character_at(text, at);
    result.push_back(without_case(character.code));
    at += character.bytes;
  }
  return result;
}

/// Edits with swaps of neighbours (optimal string alignment), row by row.
std::size_t distance(const Letters& a, const Letters& b) {
  std::array<std::array<std::size_t, longest + 1>, 3> rows = {};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
    }
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string_view> candidates) {
  const auto written = letters(word);
  if (!written || written->size() < 2) return {};
  std::size_t best = std::max<std::size_t>(1, written->size() / 3) + 1;
  std::string_view found;
  for (const auto candidate : candidates) {
    const auto known = letters(candidate);
    if (!known) continue;
    if (const auto edits = distance(*written, *known); edits < best) {
      best = edits;
      found = candidate;
    }
  }
  return std::string(found);
}

}  // namespace tieout::language
