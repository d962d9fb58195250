// Finds the numbers of rows by their running on from row to row, and places cells between them.
#include "document/row_numbers.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tieout::document {

namespace {

using Row = std::vector<CellSketch>;

constexpr std::size_t longest_number = 4;  // digits: no table has more rows
constexpr std::size_t most_of = 5;         // numbers run on in all rows but one in so many
constexpr std::string_view heads[] = {"行次"};
constexpr std::string_view column_heads[] = {"栏次", "欄次"};

bool is_blank(const CellSketch& cell) {
  return std::ranges::all_of(cell.paragraphs,
                             [](const source::Span& span) { return span.begin == span.end; });
}

/// The cell's text without white space.
std::string words_of(std::string_view text, const CellSketch& cell) {
  std::string words;
  for (const auto& span : cell.paragraphs) {
    words += without_spaces(text.substr(span.begin, span.end - span.begin));
  }
  return words;
}

std::optional<long> row_number(const std::string& words) {
  const bool is_number = words.find_first_not_of("0123456789") == std::string::npos;
  if (words.empty() || words.size() > longest_number || !is_number) return std::nullopt;
  return std::stol(words);
}

class NumberedRows {
 public:
  NumberedRows(std::string_view text, TableSketch& table) : text_(text), table_(table) {}

  void complete() {
    if (!find_head() || !find_numbers()) return;
    for (std::size_t at = 0; at < numbered_.size(); ++at) {
      auto& row = table_.rows[numbered_[at]];
      if (row.size() == width_) continue;
      if (auto completed = placed(row, static_cast<long>(at))) row = std::move(*completed);
    }
  }

 private:
  std::string_view text_;
  TableSketch& table_;
  std::size_t width_ = 0;              // cells of a whole row
  std::vector<std::size_t> columns_;   // headed 行次
  std::vector<std::size_t> numbered_;  // rows below the head
  std::vector<long> first_;            // the number of the first of them, by column

  [[nodiscard]] bool heads_any(const Row& row, std::span<const std::string_view> words) const {
    return std::ranges::any_of(row, [&](const CellSketch& cell) {
      return std::ranges::find(words, words_of(text_, cell)) != words.end();
    });
  }

  bool find_head() {
    const auto head =
        std::ranges::find_if(table_.rows, [this](const Row& row) { return heads_any(row, heads); });
    if (head == table_.rows.end()) return false;
    width_ = head->size();
    while (width_ > 0 && is_blank((*head)[width_ - 1])) --width_;
    for (std::size_t column = 0; column < width_; ++column) {
      if (words_of(text_, (*head)[column]) == heads[0]) columns_.push_back(column);
    }
    const auto first = static_cast<std::size_t>(head - table_.rows.begin()) + 1;
    for (auto index = first; index < table_.rows.size(); ++index) {
      const auto& row = table_.rows[index];
      const bool is_row = row.size() > 1 && !heads_any(row, heads) && !heads_any(row, column_heads);
      if (is_row) numbered_.push_back(index);
    }
    return true;
  }

  /// A column of numbers runs on by one from row to row: of what numbers less those of their rows
  /// are, the commonest are the columns' first numbers.
  bool find_numbers() {
    std::map<long, std::size_t> counts;
    for (std::size_t at = 0; at < numbered_.size(); ++at) {
      for (const auto& cell : table_.rows[numbered_[at]]) {
        if (const auto number = row_number(words_of(text_, cell))) {
          ++counts[*number - static_cast<long>(at)];
        }
      }
    }
    for (const auto& [first, count] : counts) {
      if (first > 0 && count * most_of >= numbered_.size() * (most_of - 1)) first_.push_back(first);
    }
    return numbered_.size() > 1 && first_.size() == columns_.size();
  }

  /// The row with a cell in every column; nothing if it is not numbered throughout, or if its cells
  /// may lie in several ways.
  [[nodiscard]] std::optional<Row> placed(const Row& row, long at) const {
    std::vector<const CellSketch*> cells;
    for (const auto& cell : row) {
      if (!is_blank(cell)) cells.push_back(&cell);
    }
    std::vector<const CellSketch*> columns(width_, nullptr);
    std::size_t cell = 0;
    std::size_t column = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto number = first_[i] + at;
      const auto is_it = [&](const CellSketch* each) {
        return row_number(words_of(text_, *each)) == number;
      };
      const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(cell);
      const auto found = std::find_if(begin, cells.end(), is_it);
      if (found == cells.end() || std::find_if(found + 1, cells.end(), is_it) != cells.end()) {
        return std::nullopt;
      }
      const auto end = static_cast<std::size_t>(found - cells.begin());
      if (!place({&cells[cell], end - cell}, column, columns_[i], columns)) return std::nullopt;
      columns[columns_[i]] = *found;
      cell = end + 1;
      column = columns_[i] + 1;
    }
    if (!place(std::span(cells).subspan(cell), column, width_, columns)) return std::nullopt;
    return row_of(columns, row);
  }

  /// Puts cells into the columns [first, last): names where names stand, right before a number,
  /// figures elsewhere. False if they do not fit, or fit in several ways.
  [[nodiscard]] bool place(std::span<const CellSketch* const> cells, std::size_t first,
                           std::size_t last, std::vector<const CellSketch*>& columns) const {
    const bool named = std::ranges::find(columns_, last) != columns_.end() && last > first;
    if (named && !cells.empty() && !resembles_figure(words_of(text_, *cells.back()))) {
      columns[last - 1] = cells.back();
      cells = cells.first(cells.size() - 1);
    }
    const auto figures = last - first - (named ? 1 : 0);
    const bool all_or_none = cells.empty() || cells.size() == figures;
    const bool fit = std::ranges::all_of(
        cells, [this](const CellSketch* cell) { return resembles_figure(words_of(text_, *cell)); });
    if (!all_or_none || !fit) return false;
    std::ranges::copy(cells, columns.begin() + static_cast<std::ptrdiff_t>(first));
    return true;
  }

  /// Blank cells stand where the next one begins, or the last one ends.
  [[nodiscard]] static Row row_of(const std::vector<const CellSketch*>& columns, const Row& row) {
    Row whole(columns.size());
    auto place = row.back().paragraphs.back().end;
    for (auto column = columns.size(); column > 0; --column) {
      auto& cell = whole[column - 1];
      if (columns[column - 1] != nullptr) {
        cell = *columns[column - 1];
        place = cell.paragraphs.front().begin;
      } else {
        cell.paragraphs = {{place, place}};
      }
      cell.column = column - 1;
    }
    return whole;
  }
};

}  // namespace

void complete_numbered_rows(std::string_view text, TableSketch& table) {
  if (!table.spans_known) NumberedRows(text, table).complete();
}

}  // namespace tieout::document
