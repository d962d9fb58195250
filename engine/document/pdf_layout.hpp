// The words of a PDF's pages, laid out as lines of text.
#pragma once

#include "document/layout_lines.hpp"
#include "source/limits.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::document {

/// Lines of text whose words stand where the pages have them: two spaces part what a gap parts, a
/// form feed begins each page but the first.
class PdfLayout {
 public:
  /// Reads what `pdftotext -bbox` writes. Throws Failure at `file` for what it does not, and beyond
  /// a limit.
  PdfLayout(std::string_view bbox, const source::Place& file, const source::Limits& limits);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// A line of that text (after a byte order mark, were there one), its segments where they stand
  /// on the page rather than in the text.
  [[nodiscard]] LayoutLine line(std::string_view text, source::Span line) const;
  /// The line at which each page begins, from 1.
  [[nodiscard]] const std::vector<std::size_t>& page_starts() const { return page_starts_; }

  /// A word on a page; lengths in tenths of a point, from the page's upper left corner.
  struct Word {
    std::string text;
    long left = 0;
    long right = 0;
    long top = 0;
    long bottom = 0;
  };
  void add_page(std::vector<Word> words);

 private:
  /// Where a piece of the text stands.
  struct Box {
    source::Span span;
    Extent extent;
  };
  std::string text_;
  std::vector<Box> boxes_;
  std::vector<std::size_t> page_starts_;
  std::size_t lines_ = 0;

  void add_line(std::vector<Word>& words, long margin);
};

}  // namespace tieout::document
