// What single cells say in tables that stand a cell a line.
#pragma once

#include "document/text_lines.hpp"

#include <cstddef>
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

/// A line that is not blank.
struct LinedPiece {
  source::Span span;
  std::size_t line = 0;
  std::size_t gap = 0;  ///< blank lines in front of it
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
    return piece < pieces_.size() ? words(pieces_[piece].span) : std::string_view();
  }
  /// Whether a table may be over before a piece: no row's figures follow.
  [[nodiscard]] bool may_end_before(std::size_t piece) const;
  /// A blank cell behind a piece.
  [[nodiscard]] CellSketch blank_behind(std::size_t piece) const;

 private:
  std::string_view text_;
  std::vector<LinedPiece> pieces_;
};

}  // namespace tieout::document
