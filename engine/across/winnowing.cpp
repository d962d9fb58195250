// Rolling hashes and the smallest of each window.
#include "across/winnowing.hpp"

#include <algorithm>

namespace tieout::across {

namespace {

constexpr std::uint64_t base = 0x9E3779B97F4A7C15;  // odd, its bits well mixed

/// Which hash is the smallest must not follow from the characters in a simple way.
std::uint64_t mixed(std::uint64_t hash) {
  hash ^= hash >> 32U;
  hash *= 0xD6E8FEB86659FD93;
  return hash ^ (hash >> 32U);
}

}  // namespace

Winnowing::Winnowing(std::size_t length)
    : anchor_length_((length + 1) / 2), window_(length - anchor_length_ + 1), outgoing_(1) {
  for (std::size_t i = 0; i < anchor_length_; ++i) outgoing_ *= base;
}

std::vector<Anchor> Winnowing::anchors(std::span<const char32_t> text, std::uint64_t first) const {
  if (text.size() < anchor_length_ + window_ - 1) return {};
  std::vector<std::uint64_t> hashes;
  hashes.reserve(text.size() - anchor_length_ + 1);
  std::uint64_t rolling = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    rolling = rolling * base + text[i];
    if (i >= anchor_length_) rolling -= outgoing_ * text[i - anchor_length_];
    if (i + 1 >= anchor_length_) hashes.push_back(mixed(rolling));
  }

  std::vector<Anchor> anchors;
  // Of equal ones the first is kept for as long as it is in the window: of a passage that repeats
  // itself there are not more than of any other.
  std::size_t smallest = hashes.size();
  for (std::size_t end = window_; end <= hashes.size(); ++end) {
    const std::size_t begin = end - window_;
    const std::size_t before = smallest;
    if (smallest == hashes.size() || smallest < begin) {
      const auto window = std::span(hashes).subspan(begin, window_);
      smallest =
          begin + static_cast<std::size_t>(std::ranges::min_element(window) - window.begin());
    } else if (hashes[end - 1] < hashes[smallest]) {
      smallest = end - 1;
    }
    if (smallest != before) anchors.push_back({hashes[smallest], first + smallest});
  }
  return anchors;
}

}  // namespace tieout::across
