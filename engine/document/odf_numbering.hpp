// The numbers that lists and headings of OpenDocument generate.
#pragma once

#include "document/list_numbers.hpp"
#include "document/xml.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace tieout::document {

class OdfNumbering {
 public:
  /// Takes up the list styles among the children of a node (office:styles, automatic-styles).
  void add_styles(const pugi::xml_node& styles);

  /// Begins a list, which may continue one before it: its node names style and id. Returns what
  /// next_label() is to be given.
  [[nodiscard]] std::string begin_list(const pugi::xml_node& list);
  /// What is written before the next item of a list, at a level from 1.
  [[nodiscard]] std::string next_label(const std::string& list, std::size_t level);
  /// The same for a heading outside of lists.
  [[nodiscard]] std::string next_heading(std::size_t level) { return next_label("", level); }

 private:
  static constexpr std::size_t levels = 10;
  struct Level {
    Counting counting = Counting::none;
    std::string before;
    std::string behind;
    std::string text;  ///< with %1% to %10%; if empty, the numbers with points between
    std::size_t shown = 1;
    std::size_t start = 1;
  };
  using Style = std::array<Level, levels>;
  struct Counted {
    std::string style;
    std::array<std::size_t, levels> number = {};
  };
  std::map<std::string, Style, std::less<>> styles_;  ///< "": of headings
  std::map<std::string, Counted, std::less<>> lists_;
  std::map<std::string, std::string, std::less<>> group_;  ///< of a list's id: whose count it is in
  std::map<std::string, std::string, std::less<>> last_;   ///< list of each style

  static Level read_level(const pugi::xml_node& node);
};

}  // namespace tieout::document
