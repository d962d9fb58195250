// Passages that reports of a run have from each other.
#pragma once

#include "across/sorted_spill.hpp"
#include "across/spill.hpp"
#include "across/winnowing.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace tieout::across {

/// Where a passage begins.
struct PassagePlace {
  std::size_t report = 0;     ///< the first that was added is 0
  std::size_t paragraph = 0;  ///< the first of the report is 0
  std::size_t column = 0;     ///< in characters of the paragraph, from 1
  friend auto operator<=>(const PassagePlace&, const PassagePlace&) = default;
};

struct CopiedPassage {
  PassagePlace later;
  PassagePlace earlier;
  std::size_t length = 0;  ///< Han characters
  std::string_view text;   ///< as the later report has it; for as long as it is being told
};

struct PassageOptions {
  std::size_t length = 35;  ///< Han characters a passage has at least; at least 1
  std::size_t common = 20;  ///< what more reports have is form text
  std::size_t memory = std::size_t{256} << 20U;  ///< bytes, about; beyond it records go to disk
};

/// Compares the Han characters of paragraphs; what stands between them (figures, letters, marks,
/// spaces) does not count, so that a passage whose figures were changed is still the same. A
/// passage lies within one paragraph.
///
/// - Form text, which everybody was given, is every `length` characters that more than `common`
///   reports of the run have. It parts the paragraph that it stands in, and is not told.
/// - In what is left of a report, from left to right: the first `length` characters that an earlier
///   report has begin a passage. It is told against where the run has them first, and goes on for
///   as long as it does there. The search goes on behind it.
///
/// So of n copies n - 1 are told, all against the first. Nothing is missed and nothing told that is
/// not so: characters are compared, sampled anchors only choose where. The result depends on the
/// reports and their order alone. Takes n log n whatever the texts are. Memory grows by a few words
/// a report and a passage that is told, all else is on disk.
class CopiedPassages {
 public:
  explicit CopiedPassages(const PassageOptions& options = {});

  /// The next report of the run. Throws source::Failure where disk fails, as does finish.
  void add(std::span<const std::string_view> paragraphs);
  /// Called once. Tells by the later place.
  void finish(const std::function<void(const CopiedPassage&)>& tell);

 private:
  /// `length` characters of a paragraph: XXH3-128 of them, and the place of the first.
  struct Window {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::uint64_t place = 0;
    [[nodiscard]] bool same_text(const Window& other) const {
      return high == other.high && low == other.low;
    }
    friend auto operator<=>(const Window&, const Window&) = default;
  };
  /// What is to be said of a window.
  struct Match {
    std::uint64_t place = 0;
    std::uint64_t source = 0;  ///< where the run has it first; form_text
    friend auto operator<=>(const Match&, const Match&) = default;
  };
  struct Found {
    std::uint64_t place = 0;
    std::uint64_t source = 0;
    std::size_t length = 0;
    PassagePlace earlier = {};
  };

  [[nodiscard]] SortedSpill<std::uint64_t> shared_anchors();
  [[nodiscard]] SortedSpill<Window> windows_of(SortedSpill<std::uint64_t> anchors) const;
  [[nodiscard]] SortedSpill<Match> matches_of(SortedSpill<Window> windows) const;
  [[nodiscard]] std::vector<Found> passages_of(SortedSpill<Match> matches) const;
  void take(std::span<const Match> of_a_report, std::vector<Found>& found) const;
  void find_sources(std::vector<Found>& found);

  [[nodiscard]] std::size_t report_of(std::uint64_t place) const;
  [[nodiscard]] std::uint64_t end_of(std::size_t report) const;
  [[nodiscard]] std::size_t common_length(std::uint64_t a, std::uint64_t b,
                                          std::uint64_t limit) const;

  PassageOptions options_;
  Winnowing winnowing_;
  Spill texts_;
  // Places are numbers of characters in this file: the Han characters of all reports, U'\0' behind
  // each paragraph.
  TemporaryFile han_file_;
  std::span<const char32_t> han_;      ///< from finish() on
  std::vector<std::uint64_t> starts_;  ///< of the reports
  SortedSpill<Anchor> anchors_;
};

}  // namespace tieout::across
