// Lines whose words are the cells of a row.
#include "document/worded_pieces.hpp"

#include "document/characters.hpp"
#include "document/figure_places.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t longest_row = 400;  // bytes
constexpr std::size_t longest_part = 20;  // characters of a line of a broken name

/// A line's words.
struct Row {
  std::vector<LinedPiece> words;
  std::size_t gap = 0;  // blank lines in front of it
  bool whole = false;   // no words but a line: a sentence, a title, a note
};

class Rows {
 public:
  Rows(std::string_view text, const std::vector<TextLine>& lines, LineRange stretch) : text_(text) {
    std::size_t gap = 0;
    for (auto line = stretch.first; line < stretch.last; ++line) {
      const auto span = trimmed(text, lines[line].span);
      if (span.begin == span.end) {
        ++gap;
      } else {
        rows_.push_back(row_of(span, line));
        rows_.back().gap = std::exchange(gap, 0);
      }
    }
  }

  std::vector<LinedPiece> pieces() && {
    std::vector<LinedPiece> pieces;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      join_names(row);
      auto& words = rows_[row].words;
      for (auto& word : words) word.row = row;
      if (!words.empty()) words.front().gap = rows_[row].gap;
    }
    for (auto& row : rows_) std::ranges::move(row.words, std::back_inserter(pieces));
    return pieces;
  }

 private:
  std::string_view text_;
  std::vector<Row> rows_;

  [[nodiscard]] std::string_view content(const LinedPiece& word) const {
    return text_.substr(word.span.begin, word.span.end - word.span.begin);
  }

  [[nodiscard]] bool is_figure(const LinedPiece& word) const {
    return word.broken.empty() && resembles_figure(content(word));
  }

  [[nodiscard]] Row row_of(source::Span span, std::size_t line) const {
    const auto whole = text_.substr(span.begin, span.end - span.begin);
    Row row;
    row.whole = span.end - span.begin > longest_row || speaks(whole) || is_laid_out(whole);
    if (row.whole) {
      row.words.push_back({.span = span, .line = line});
      return row;
    }
    for (auto at = span.begin; at < span.end;) {
      auto end = at;
      auto next = end;
      while (end < span.end && !is_space(next_character(text_, next))) end = next;
      add_word({.span = {at, end}, .line = line}, row);
      for (at = end; at < span.end; at = next) {
        next = at;
        if (!is_space(next_character(text_, next))) break;
      }
    }
    return row;
  }

  /// Words that a table's row does not have: those with marks of sentences and notes.
  [[nodiscard]] static bool speaks(std::string_view line) {
    static constexpr std::string_view marks[] = {"。", "；", "，", "？", "！", "：", ":"};
    const auto from = line.starts_with("其中") ? std::string_view("其中：").size() : 0;
    line.remove_prefix(std::min(from, line.size()));
    return std::ranges::any_of(
        marks, [line](std::string_view mark) { return line.find(mark) != std::string_view::npos; });
  }

  /// Whether words stand farther apart than one space.
  [[nodiscard]] static bool is_laid_out(std::string_view line) {
    bool space = false;
    for (std::size_t at = 0; at < line.size();) {
      const bool next = is_space(next_character(line, at));
      if (space && next) return true;
      space = next;
    }
    return false;
  }

  /// 1. in front of its name, 合 in front of 计: one word.
  void add_word(LinedPiece word, Row& row) const {
    if (!row.words.empty()) {
      auto& last = row.words.back();
      const auto before = content(last);
      const bool letters = count_characters(before) == 1 && count_characters(content(word)) == 1 &&
                           !resembles_figure(before) && !is_part(before);
      const bool number = is_numbered(before) && (before.ends_with(".") || before.ends_with("、"));
      if ((letters || number) && !resembles_figure(content(word))) {
        last.span.end = word.span.end;
        return;
      }
    }
    row.words.push_back(std::move(word));
  }

  static bool is_part(std::string_view word) {
    return word == "类" || word == "款" || word == "项";
  }

  /// A line that may be a part of a broken name.
  [[nodiscard]] bool is_lone(std::size_t row) const {
    if (row >= rows_.size() || rows_[row].whole || rows_[row].words.size() != 1) return false;
    const auto& word = rows_[row].words.front();
    return word.broken.empty() && is_text_cell(content(word)) &&
           count_characters(content(word)) <= longest_part && !says_total(content(word));
  }

  [[nodiscard]] bool ends_in_figures(std::size_t row) const {
    return row < rows_.size() && !rows_[row].words.empty() && is_figure(rows_[row].words.back());
  }

  /// Where the figures at the end of a row begin.
  [[nodiscard]] std::size_t first_figure(const Row& row) const {
    auto first = row.words.size();
    while (first > 0 && is_figure(row.words[first - 1])) --first;
    return first;
  }

  /// 208 05 01 in front of figures: how many words; 0 if there is no code.
  [[nodiscard]] std::size_t codes_of(const Row& row) const {
    if (row.words.empty()) return 0;
    const auto code = content(row.words.front());
    const bool whole = code.size() == 3 || code.size() == 5 || code.size() == 7;
    if (!is_digits(code) || !whole || code.front() == '0') return 0;
    std::size_t count = 1;
    while (code.size() == 3 && count < std::min<std::size_t>(row.words.size(), 3) &&
           is_digits(content(row.words[count])) && content(row.words[count]).size() == 2) {
      ++count;
    }
    return count;
  }

  /// Whether the figures of a row lack a name in front.
  [[nodiscard]] bool lacks_name(std::size_t row) const {
    if (!ends_in_figures(row)) return false;
    const auto first = first_figure(rows_[row]);
    return first == 0 || (codes_of(rows_[row]) > 0 && first <= codes_of(rows_[row]));
  }

  /// Puts the parts of a name together that stand above and below its row, or one below the other.
  void join_names(std::size_t row) {
    if (row == 0 || !goes_on(row + 1)) {
      if (row > 0 && may_go_on(row) && is_lone(row - 1) && is_numbered_at(row - 1)) join_above(row);
      return;
    }
    if (rows_[row].gap > 0 || rows_[row].words.empty()) return;
    if (!is_lone(row - 1)) {
      if (ends_below(row)) join_below(row);
      return;
    }
    if (is_middle(row)) return join_middle(row);
    if (const auto at = lacking_name(row)) insert_name(row, *at);
  }

  /// Where on a row the name belongs that stands above and below it; nothing if it lacks none.
  [[nodiscard]] std::optional<std::size_t> lacking_name(std::size_t row) const {
    const auto& words = rows_[row].words;
    const auto codes = codes_of(rows_[row]);
    if (codes > 0) return behind_bare_code(rows_[row]);
    if (lacks_name(row)) return 0;
    if (!is_numbered_at(row - 1)) return std::nullopt;
    if (is_figure(words.front())) return 0;
    if (ends_in_figures(row)) return name_beside(row);
    if (words.size() != 1 || !is_numbered_at(row) || !stand_beside(row)) return std::nullopt;
    return side_of(content(words.front())) == Side::income ? 1 : 0;
  }

  /// Behind the first code, or the one of the table beside it, that no name follows.
  [[nodiscard]] std::optional<std::size_t> behind_bare_code(const Row& row) const {
    const auto codes = codes_of(row);
    if (codes == row.words.size() || is_figure(row.words[codes])) return codes;
    constexpr std::size_t length = 5;  // 30206
    const auto first = content(row.words.front());
    for (auto word = codes + 1; codes == 1 && word < row.words.size(); ++word) {
      const auto code = content(row.words[word]);
      const bool beside = is_digits(code) && code.size() == length && code[0] == first[0];
      const bool bare = word + 1 == row.words.size() || is_figure(row.words[word + 1]);
      if (beside && bare) return word + 1;
    }
    return std::nullopt;
  }

  /// Whether a row has the middle of a name that begins above and ends below it.
  [[nodiscard]] bool is_middle(std::size_t row) const {
    const auto codes = codes_of(rows_[row]);
    if (!ends_in_figures(row) || first_figure(rows_[row]) != codes + 1 || lacks_name(row + 2)) {
      return false;
    }
    return codes > 0 ? !is_numbered_at(row - 1)
                     : is_numbered_at(row - 1) && !is_numbered_at(row) &&
                           !says_total(content(rows_[row].words.front()));
  }

  /// Whether the name on a row with a code ends on the line below it, where such a row follows: a
  /// line between them may begin its name, but not both.
  [[nodiscard]] bool ends_below(std::size_t row) const {
    const auto codes = codes_of(rows_[row]);
    if (codes == 0 || !ends_in_figures(row) || first_figure(rows_[row]) != codes + 1) return false;
    const bool between = is_lone(row + 2);
    const auto next = between ? row + 3 : row + 2;
    if (next >= rows_.size() || codes_of(rows_[next]) == 0) return false;
    return between || (!lacks_name(next) && !goes_on(next + 1));
  }

  void join_below(std::size_t row) {
    auto& name = rows_[row].words[codes_of(rows_[row])];
    join(name, {name, rows_[row + 1].words.front()});
    rows_[row + 1].words.clear();
  }

  void join_middle(std::size_t row) {
    auto& name = rows_[row].words[codes_of(rows_[row])];
    join(name, {rows_[row - 1].words.front(), name, rows_[row + 1].words.front()});
    rows_[row - 1].words.clear();
    rows_[row + 1].words.clear();
  }

  /// Makes a name of its parts.
  void join(LinedPiece& name, const std::vector<LinedPiece>& parts) const {
    for (const auto& part : parts) {
      name.broken.push_back(part.span);
      name.joined += content(part);
    }
    name.last_line = parts.back().line;
  }

  /// Whether a row may be the rest of a name that began above it.
  [[nodiscard]] bool goes_on(std::size_t row) const {
    return is_lone(row) && rows_[row].gap == 0 && !is_numbered_at(row);
  }

  /// The same of a name without figures, which may leave their line blank where a list goes on.
  [[nodiscard]] bool may_go_on(std::size_t row) const {
    if (goes_on(row)) return true;
    if (!is_lone(row) || rows_[row].gap > 1 || row + 1 >= rows_.size()) return false;
    const auto& next = rows_[row + 1];
    const bool list_goes_on =
        is_numbered_at(row + 1) || (!next.words.empty() && says_total(content(next.words.front())));
    return next.gap == 0 && !next.whole && list_goes_on && !is_numbered_at(row);
  }

  /// Whether the name on a row stands beside the one that is broken around it: they have the same
  /// number, or are income and spending.
  [[nodiscard]] bool stand_beside(std::size_t row) const {
    const auto own = content(rows_[row].words.front());
    const auto other = content(rows_[row - 1].words.front());
    const auto end = std::string(content(rows_[row + 1].words.front()));
    constexpr std::string_view mark = "、";
    const auto number = own.substr(0, own.find(mark));
    const bool same = number.size() < own.size() && other.starts_with(number) &&
                      other.substr(number.size()).starts_with(mark);
    const auto side = side_of(std::string(other) + end);
    const auto own_side = side_of(own);
    return same || (side != own_side && side != Side::unknown && own_side != Side::unknown);
  }

  /// A name without figures, broken in two.
  void join_above(std::size_t row) {
    auto& above = rows_[row - 1].words.front();
    join(above, {above, rows_[row].words.front()});
    rows_[row].words.clear();
  }

  [[nodiscard]] bool is_numbered_at(std::size_t row) const {
    const auto& words = rows_[row].words;
    return !words.empty() && is_numbered(content(words.front()));
  }

  /// Where the name on the right of a row belongs of which the left one stands in full: in front of
  /// figures that add up to their first, or of the last.
  [[nodiscard]] std::size_t name_beside(std::size_t row) const {
    const auto& words = rows_[row].words;
    const auto first = first_figure(rows_[row]);
    const auto adds_up = [&](std::size_t from) {
      if (from + 2 > words.size()) return false;
      const auto total = read_amount(content(words[from]));
      std::int64_t sum = 0;
      for (auto word = from + 1; word < words.size(); ++word) {
        const auto part = read_amount(content(words[word]));
        if (!part) return false;
        sum += part->value;
      }
      return total && total->value == sum;
    };
    if (adds_up(first)) return first;
    return first + 1 < words.size() ? first + 1 : first;
  }

  void insert_name(std::size_t row, std::size_t at) {
    const auto above = rows_[row - 1].words.front();
    LinedPiece name{.span = above.span, .line = rows_[row].words.front().line};
    join(name, {above, rows_[row + 1].words.front()});
    auto& words = rows_[row].words;
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), std::move(name));
    rows_[row - 1].words.clear();
    rows_[row + 1].words.clear();
  }
};

}  // namespace

std::vector<LinedPiece> worded_pieces(std::string_view text, const std::vector<TextLine>& lines,
                                      LineRange stretch) {
  return Rows(text, lines, stretch).pieces();
}

}  // namespace tieout::document
