// Where pages end between the pieces of a text.
#include "document/page_breaks.hpp"

#include "document/layout_lines.hpp"

#include <algorithm>
#include <utility>

namespace tieout::document {

namespace {

constexpr char form_feed = '\f';

/// Whether a page ends between two offsets; names that were put together may stand out of order.
bool ends_page(std::string_view text, std::size_t from, std::size_t to) {
  return from < to && text.substr(from, to - from).find(form_feed) != std::string_view::npos;
}

}  // namespace

std::vector<LinedPiece> without_page_numbers(std::string_view text,
                                             std::vector<LinedPiece> pieces) {
  std::vector<LinedPiece> kept;
  kept.reserve(pieces.size());
  bool begins = false;  // a page, with the next piece
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    auto& piece = pieces[at];
    const auto behind =
        at + 1 < pieces.size() ? pieces[at + 1].span.begin : text.find('\n', piece.span.end);
    const bool alone = at == 0 || pieces[at - 1].line != piece.line;
    const bool last = ends_page(text, piece.span.end, std::min(behind, text.size()));
    if (alone && last &&
        is_page_number(text.substr(piece.span.begin, piece.span.end - piece.span.begin))) {
      begins = true;
      continue;
    }
    piece.begins_page = begins;
    kept.push_back(std::move(piece));
    begins = last;
  }
  return kept;
}

}  // namespace tieout::document
