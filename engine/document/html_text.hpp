// Where the characters of a page's text stand in the page: some are written as references.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tieout::document {

/// Takes a text that a HTML parser gives apart, where references (&nbsp; &#49;) stand for some of
/// its characters, into runs that stand in the page as they are.
class HtmlRuns {
 public:
  /// The text begins at byte `begin` of the page.
  HtmlRuns(std::string_view text, std::string_view page, std::size_t begin)
      : text_(text), page_(page), at_(begin) {}

  struct Run {
    std::string_view text;
    std::size_t offset = 0;  ///< in the page
  };
  /// The next run: what one reference stands for, or what stands up to the next; nothing at the
  /// end.
  [[nodiscard]] std::optional<Run> next();

 private:
  std::string_view text_;  // what is left of it
  std::string_view page_;
  std::size_t at_;

  [[nodiscard]] bool at_reference() const;
  void pass_reference(std::string_view behind);
  [[nodiscard]] std::size_t plain_length();
};

}  // namespace tieout::document
