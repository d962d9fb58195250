// What the styles and lists of a .docx give its paragraphs: heading levels and generated numbers.
#pragma once

#include "document/list_numbers.hpp"
#include "document/xml.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tieout::document {

/// The list and its level that a paragraph or style names; either may be left to its style.
struct ListUse {
  std::optional<std::string> list;
  std::optional<std::size_t> level;
};

/// word/styles.xml, as far as paragraphs need it.
class DocxStyles {
 public:
  explicit DocxStyles(const pugi::xml_node& styles);

  /// 1 to 9; 0: no heading.
  [[nodiscard]] int heading_level(const pugi::xml_node& paragraph_properties) const;
  [[nodiscard]] ListUse list_use(const pugi::xml_node& paragraph_properties) const;

 private:
  struct Style {
    std::string based_on;
    std::optional<int> heading;
    ListUse list;
  };
  std::map<std::string, Style, std::less<>> styles_;
  std::string default_;  ///< of paragraphs that name none

  template <typename Take>
  void for_each_style(const pugi::xml_node& paragraph_properties, const Take& take) const;
};

/// word/numbering.xml, and how far each list has been counted.
class DocxNumbering {
 public:
  explicit DocxNumbering(const pugi::xml_node& numbering);

  /// What Word writes before the next paragraph of a list: 一、 （二） 1.2 ; empty for bullets and
  /// for what is in no list.
  [[nodiscard]] std::string next_label(const ListUse& use);

 private:
  static constexpr std::size_t levels = 9;
  struct Level {
    Counting counting = Counting::none;
    std::string text;  ///< with %1 to %9 for the levels' numbers
    std::size_t start = 1;
    bool decimals_only = false;  ///< for the levels above it
    bool spaced = true;          ///< something stands between it and the text
  };
  struct Abstract {
    std::array<Level, levels> level;
    std::array<std::size_t, levels> counted = {};  ///< 0: not begun
  };
  struct List {
    std::string abstract;
    std::array<std::optional<std::size_t>, levels> start;  ///< where it begins anew
    std::map<std::size_t, Level> own;
    bool begun = false;
  };
  std::map<std::string, Abstract, std::less<>> abstracts_;
  std::map<std::string, List, std::less<>> lists_;

  static Level read_level(const pugi::xml_node& node);
  static const Level& level_of(const List& list, const Abstract& abstract, std::size_t level);
};

}  // namespace tieout::document
