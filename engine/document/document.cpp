// Placed text and cells.
#include "document/document.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace tieout::document {

namespace {

// Long text is kept in pieces of about this many bytes, so that no place is far from a piece's
// start.
constexpr std::size_t longest_piece = 1024;

/// Bytes of the first whole characters of `text`, about `longest_piece` of them.
std::size_t piece_length(std::string_view text) {
  if (text.size() <= longest_piece) return text.size();
  std::size_t length = longest_piece;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
    ++length;
  }
  return length;
}

/// The place that many characters further on; places without columns stay.
void advance(source::Place& place, std::string_view passed) {
  if (place.column != 0) place.column += static_cast<std::uint32_t>(count_characters(passed));
}

}  // namespace

void PlacedText::append(std::string_view text, source::Place start) {
  if (text.empty() && !pieces_.empty()) return;
  do {
    const auto piece = text.substr(0, piece_length(text));
    pieces_.push_back({text_.size(), start});
    text_ += piece;
    text.remove_prefix(piece.size());
    advance(start, piece);
  } while (!text.empty());
}

void PlacedText::append(const PlacedText& other) {
  if (other.text_.empty() && !pieces_.empty()) return;
  for (const auto& piece : other.pieces_) {
    pieces_.push_back({text_.size() + piece.offset, piece.start});
  }
  text_ += other.text_;
}

std::size_t PlacedText::size() const {
  auto size = text_.size();
  for (const auto& piece : pieces_) size += piece.start.sheet.size() + piece.start.stored.size();
  return size;
}

source::Place PlacedText::place(std::size_t offset) const {
  if (offset > text_.size()) throw std::out_of_range("an offset beyond the text has no place");
  const auto next = std::ranges::upper_bound(pieces_, offset, {}, &Piece::offset);
  if (next == pieces_.begin()) return {};
  const auto& piece = *std::prev(next);
  auto place = piece.start;
  advance(place, std::string_view(text_).substr(piece.offset, offset - piece.offset));
  return place;
}

PlacedText PlacedText::part(std::size_t begin, std::size_t end) const {
  end = std::min(end, text_.size());
  begin = std::min(begin, end);
  const auto whole = std::string_view(text_);
  PlacedText result;
  auto next = std::ranges::upper_bound(pieces_, begin, {}, &Piece::offset);
  for (auto from = begin; from < end || result.pieces_.empty();) {
    const auto to = next == pieces_.end() ? end : std::min(end, next++->offset);
    result.append(whole.substr(from, to - from), place(from));
    from = to;
  }
  return result;
}

PlacedText PlacedText::trimmed() const {
  const auto kept = document::trimmed(text_);
  const auto begin = static_cast<std::size_t>(kept.data() - text_.data());
  return part(begin, begin + kept.size());
}

PlacedText PlacedText::moved(
    const std::function<source::Place(const source::Place&)>& where) const {
  auto result = *this;
  for (auto& piece : result.pieces_) piece.start = where(piece.start);
  return result;
}

PlacedText Cell::joined() const {
  PlacedText all;
  for (const auto& paragraph : paragraphs) all.append(paragraph);
  return all;
}

bool Cell::blank() const {
  return std::ranges::all_of(
      paragraphs, [](const PlacedText& paragraph) { return trimmed(paragraph.text()).empty(); });
}

}  // namespace tieout::document
