// Numbers of rows and columns in tables that stand a cell a line.
#include "document/lined_numbers.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::string_view rows_mark = "行次";
constexpr std::string_view columns_mark = "栏次";
constexpr std::size_t farthest_apart = 6;  // pieces between the two heads
constexpr std::size_t fewest_rows = 6;
constexpr std::size_t longest_number = 3;  // digits
constexpr std::size_t most_skipped = 4;    // rows of the form that a report leaves out

class Numbers {
 public:
  Numbers(std::string_view text, const std::vector<LinedPiece>& pieces)
      : text_(text), pieces_(pieces), numbers_(pieces.size(), false) {}

  /// Which pieces are numbers, or their heads.
  std::vector<bool> find() && {
    for (std::size_t at = 0; at < pieces_.size();) {
      const auto right = words(at) == rows_mark ? second_head(at) : at;
      at = right > at ? read_table(at, right) : at + 1;
    }
    return std::move(numbers_);
  }

 private:
  std::string_view text_;
  const std::vector<LinedPiece>& pieces_;
  std::vector<bool> numbers_;

  [[nodiscard]] std::string_view words(std::size_t piece) const {
    const auto& each = pieces_[piece];
    if (!each.broken.empty()) return each.joined;
    return text_.substr(each.span.begin, each.span.end - each.span.begin);
  }

  /// 行次 of the table on the right; `left` if there is none.
  [[nodiscard]] std::size_t second_head(std::size_t left) const {
    const auto last = std::min(pieces_.size(), left + farthest_apart);
    for (auto at = left + 1; at < last; ++at) {
      if (words(at) == rows_mark) return at;
    }
    return left;
  }

  /// The number of a row that may be the next one, or behind a name one of those after it; 0 if a
  /// piece is none.
  [[nodiscard]] std::size_t number_at(std::size_t piece, std::size_t next) const {
    const auto word = words(piece);
    if (!is_digits(word) || word.size() > longest_number || word.front() == '0') return 0;
    const auto number = static_cast<std::size_t>(std::stoul(std::string(word)));
    const bool skips = number > next && (next == 0 || number <= next + most_skipped);
    return number == next || (skips && !resembles_figure(words(piece - 1))) ? number : 0;
  }

  /// Reads the numbers below two heads; the piece behind them.
  std::size_t read_table(std::size_t left, std::size_t right) {
    std::vector<std::size_t> found = {left, right};
    std::size_t next[2] = {1, 0};  // on the left, on the right
    std::size_t first_right = 0;
    std::size_t side = 0;
    auto at = right + 1;
    for (; at < pieces_.size() && may_be_cell(words(at)); ++at) {
      if (words(at) == rows_mark) break;
      if (words(at) == columns_mark) {
        at = read_columns(at, found);
        continue;
      }
      const auto number = number_at(at, next[side]);
      if (number == 0) continue;
      if (next[side] == 0) first_right = number;
      found.push_back(at);
      next[side] = number + 1;
      side = 1 - side;
    }
    const bool runs_on = next[0] > fewest_rows && side == 0 && first_right >= next[0];
    for (const auto piece : found) numbers_[piece] = numbers_[piece] || runs_on;
    return at;
  }

  /// 栏次 1 2: the last piece of them.
  std::size_t read_columns(std::size_t at, std::vector<std::size_t>& found) const {
    found.push_back(at);
    while (at + 1 < pieces_.size() && is_digits(words(at + 1)) && words(at + 1).size() == 1) {
      found.push_back(++at);
    }
    return at;
  }
};

}  // namespace

std::vector<LinedPiece> without_row_numbers(std::string_view text, std::vector<LinedPiece> pieces) {
  const auto numbers = Numbers(text, pieces).find();
  if (std::ranges::find(numbers, true) == numbers.end()) return pieces;
  std::vector<LinedPiece> kept;
  std::size_t gap = 0;
  for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
    gap += pieces[piece].gap;
    if (numbers[piece]) continue;
    kept.push_back(std::move(pieces[piece]));
    kept.back().gap = std::exchange(gap, 0);
  }
  return kept;
}

}  // namespace tieout::document
