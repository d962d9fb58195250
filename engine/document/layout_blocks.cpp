// Heads over blocks of columns that repeat the same heads beside each other.
#include "document/layout_blocks.hpp"

#include <algorithm>
#include <string>

namespace tieout::document {

namespace {

using Ranges = std::vector<std::vector<std::optional<Columns::Range>>>;

/// What the lines from `first` on say above each column.
std::vector<std::string> words_of(const LaidOutLines& in,
                                  const std::vector<const LayoutLine*>& heads, std::size_t first,
                                  std::size_t columns, const Ranges& ranges) {
  std::vector<std::string> words(columns);
  for (auto line = first; line < heads.size(); ++line) {
    // The numbers of columns do not repeat.
    if (heads[line]->kind == LayoutLine::Kind::numbers) continue;
    for (std::size_t at = 0; at < ranges[line].size(); ++at) {
      const auto& range = ranges[line][at];
      if (!range) continue;
      for (auto column = range->first; column <= range->last; ++column) {
        words[column].append(in.content(heads[line]->segments[at])).push_back('\n');
      }
    }
  }
  return words;
}

/// How many columns the words take up before they begin again; 0 if they do not.
std::size_t period_of(const std::vector<std::string>& words) {
  constexpr std::size_t shortest = 2;
  if (std::ranges::any_of(words, &std::string::empty)) return 0;
  for (auto period = shortest; 2 * period <= words.size(); ++period) {
    if (words.size() % period != 0) continue;
    const auto begin = words.begin();
    if (std::equal(begin + static_cast<std::ptrdiff_t>(period), words.end(), begin)) return period;
  }
  return 0;
}

}  // namespace

void widen_to_blocks(const LaidOutLines& in, const std::vector<const LayoutLine*>& heads,
                     std::size_t columns, Ranges& ranges) {
  std::size_t first = 0;
  std::size_t period = 0;
  for (; first < heads.size() && period == 0; ++first) {
    period = period_of(words_of(in, heads, first, columns, ranges));
  }
  if (period == 0) return;
  const auto blocks = columns / period;
  bool widened = false;
  for (std::size_t line = 0; line + 1 < first; ++line) {
    auto& own = ranges[line];
    bool one_each = own.size() == blocks;
    for (std::size_t block = 0; one_each && block < blocks; ++block) {
      // A head may reach into the block beside its own.
      one_each =
          own[block] && (own[block]->first / period == block || own[block]->last / period == block);
    }
    // Below the heads of the blocks stands what their first columns' heads begin with.
    for (std::size_t block = 0; one_each && block < blocks; ++block) {
      own[block] = Columns::Range{block * period, block * period + (widened ? 0 : period - 1)};
    }
    widened = widened || one_each;
  }
}

}  // namespace tieout::document
