// What single cells say in tables that stand a cell a line.
#pragma once

#include "document/text_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::document {

/// Whether a line may be a cell of such a table, and no note, title or sentence.
[[nodiscard]] bool may_be_cell(std::string_view word);

/// Whether it is that and no figure.
[[nodiscard]] bool is_text_cell(std::string_view word);

[[nodiscard]] bool is_digits(std::string_view word);

/// 合计, 本年支出总计.
[[nodiscard]] bool says_total(std::string_view word);

/// 一、 1. (1): begins an item of a list.
[[nodiscard]] bool is_numbered(std::string_view word);

/// On which side of a table of income and spending a name stands.
enum class Side { unknown, income, spending };
[[nodiscard]] Side side_of(std::string_view name);

/// A cell's text: a line that is not blank, or words of one.
struct LinedPiece {
  source::Span span;
  std::size_t line = 0;
  std::size_t gap = 0;                 ///< blank lines in front of it
  std::optional<std::size_t> row{};    ///< where rows are told by lines: which one it is of
  std::vector<source::Span> broken{};  ///< all its parts, where it was broken over lines
  std::string joined{};                ///< their words
  std::size_t last_line = 0;           ///< of those parts
  bool begins_page = false;            ///< a page ends in front of it
};

/// The pieces of a stretch, in order.
class LinedPieces {
 public:
  LinedPieces(std::string_view text, std::vector<LinedPiece> pieces)
      : text_(text), pieces_(std::move(pieces)) {}

  [[nodiscard]] std::size_t size() const { return pieces_.size(); }
  [[nodiscard]] const LinedPiece& operator[](std::size_t piece) const { return pieces_[piece]; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view words(source::Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }
  /// Of a piece; empty behind the last one.
  [[nodiscard]] std::string_view words(std::size_t piece) const {
    if (piece >= pieces_.size()) return {};
    const auto& each = pieces_[piece];
    return each.broken.empty() ? words(each.span) : std::string_view(each.joined);
  }
  /// All of them without anything between: sentences were broken over lines.
  [[nodiscard]] std::string run() const;
  /// The cell that a piece is.
  [[nodiscard]] CellSketch cell(std::size_t piece) const {
    const auto& each = pieces_[piece];
    if (each.broken.empty()) return {.paragraphs = {each.span}};
    return {.paragraphs = each.broken};
  }
  /// The line behind a piece.
  [[nodiscard]] std::size_t line_behind(std::size_t piece) const {
    return std::max(pieces_[piece].line, pieces_[piece].last_line) + 1;
  }
  /// Whether pieces may be of one row.
  [[nodiscard]] bool may_share_row(std::size_t piece, std::size_t other) const {
    return piece >= pieces_.size() || other >= pieces_.size() ||
           pieces_[piece].row == pieces_[other].row;
  }
  /// Whether a table may be over before a piece: no row's figures follow, before a title, a note or
  /// heads do.
  [[nodiscard]] bool may_end_before(std::size_t piece) const;
  /// A blank cell behind a piece.
  [[nodiscard]] CellSketch blank_behind(std::size_t piece) const;

 private:
  std::string_view text_;
  std::vector<LinedPiece> pieces_;
};

}  // namespace tieout::document
