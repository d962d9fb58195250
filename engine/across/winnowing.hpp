// Few places of a text such that equal passages share one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tieout::across {

/// Some characters of a text, fewer than a passage has.
struct Anchor {
  std::uint64_t hash = 0;   ///< of these characters; different ones may have the same
  std::uint64_t place = 0;  ///< the first of them
  friend auto operator<=>(const Anchor&, const Anchor&) = default;
};

/// Winnowing (Schleimer, Wilkerson, Aiken 2003): of the hashes of all short runs of characters the
/// smallest in each window is an anchor. In every text, each passage of `length` characters holds
/// an anchor, and passages of the same characters hold anchors of the same hash.
class Winnowing {
 public:
  /// `length`: at least 1.
  explicit Winnowing(std::size_t length);

  /// In ascending places, about two of each `length / 2` characters; `first`: the place of the
  /// first character. None in a text of fewer than `length`.
  [[nodiscard]] std::vector<Anchor> anchors(std::span<const char32_t> text,
                                            std::uint64_t first) const;

  /// Characters of an anchor.
  [[nodiscard]] std::size_t anchor_length() const { return anchor_length_; }

 private:
  std::size_t anchor_length_;
  std::size_t window_;      ///< anchors that begin within a passage and end in it
  std::uint64_t outgoing_;  ///< what a character weighs in the rolling hash when it leaves
};

}  // namespace tieout::across
