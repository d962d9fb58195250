// The sections of a text, from the marks of its headings: 一、 （一） 1、 （1） ①.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {

struct Section {
  std::string title;                  ///< without its mark; empty for a numbered item of text
  int rank = 0;                       ///< the smaller, the wider
  std::optional<std::size_t> parent;  ///< an index among the sections
};

struct HeadingMark {
  int rank = 0;           ///< 1 第一部分, 2 一、, 3 （一）, 4 1、, 5 （1）, 6 ①
  std::size_t bytes = 0;  ///< of the mark
};

/// The mark that a paragraph starts with.
[[nodiscard]] std::optional<HeadingMark> heading_mark(std::string_view paragraph);

/// Follows the headings of a document.
class Sections {
 public:
  /// Takes note of a paragraph that may be a heading; `level` is what the file says (0: nothing).
  void meet(std::string_view paragraph, int level);
  /// The section that text now belongs to.
  [[nodiscard]] std::size_t current() const { return current_; }
  /// The titles from the widest section down.
  [[nodiscard]] std::vector<std::string_view> titles(std::size_t section) const;
  /// The part of the text that a section belongs to: its widest section below 第一部分.
  [[nodiscard]] std::size_t chapter(std::size_t section) const;
  /// Is a section the other one, or inside it?
  [[nodiscard]] bool within(std::size_t section, std::size_t other) const;
  /// The titles joined by " / ".
  [[nodiscard]] std::string path(std::size_t section) const;

 private:
  std::vector<Section> sections_ = {Section{}};
  std::size_t current_ = 0;
};

}  // namespace tieout::report::narrative
