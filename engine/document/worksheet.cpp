// Sheets as tables.
#include "document/worksheet.hpp"

#include "document/xml.hpp"
#include "source/message.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t last_row = 1'048'576;
constexpr std::size_t last_column = 16'384;
constexpr std::size_t alphabet = 26;

/// The columns that hold something, in order. Blank ones between tables, or before a cell that
/// strayed far to the right, would only make the table wide.
std::vector<std::size_t> used_columns(const Worksheet& sheet) {
  std::vector<std::size_t> columns;
  columns.reserve(sheet.cells.size());
  for (const auto& cell : sheet.cells) columns.push_back(cell.column);
  std::ranges::sort(columns);
  const auto repeated = std::ranges::unique(columns);
  columns.erase(repeated.begin(), repeated.end());
  return columns;
}

/// "A3, B7 ...": enough of a list to find them.
std::string some_of(const std::vector<std::string>& addresses) {
  constexpr std::size_t most = 5;
  std::string text;
  for (std::size_t index = 0; index < std::min(addresses.size(), most); ++index) {
    text.append(index == 0 ? "" : ", ").append(addresses[index]);
  }
  return addresses.size() > most ? text + " …" : text;
}

class SheetTable {
 public:
  SheetTable(const Worksheet& sheet, const std::string& name, const source::Place& file,
             std::uint32_t number, CellBudget& budget)
      : sheet_(sheet),
        columns_(used_columns(sheet)),
        builder_(budget, [this, name, file, number](std::size_t /*row*/, std::size_t /*cell*/) {
          auto place = file;
          place.table = number;
          place.sheet = name;
          place.address = Address{row_, column_}.text();
          return place;
        }) {
    for (const auto& range : sheet.merged) {
      spans_.emplace(std::pair(range.first_row, range.first_column),
                     Spans{.rows = range.last_row - range.first_row + 1,
                           .columns = range.last_column - range.first_column + 1});
    }
  }

  Table read() {
    std::size_t previous = sheet_.cells.front().row - 1;
    for (std::size_t at = 0; at < sheet_.cells.size();) {
      row_ = sheet_.cells[at].row;
      if (row_ > previous + 1) builder_.pass_rows(row_ - previous - 1);
      previous = row_;
      at = read_row(at);
    }
    row_ = sheet_.cells.front().row;
    column_ = columns_.front();
    return builder_.finish();
  }

 private:
  const Worksheet& sheet_;
  std::vector<std::size_t> columns_;
  std::map<std::pair<std::size_t, std::size_t>, Spans> spans_;
  std::size_t row_ = 0;
  std::size_t column_ = 0;
  TableBuilder builder_;

  /// Reads the row whose first cell is `at`; returns the first cell of the next.
  std::size_t read_row(std::size_t at) {
    column_ = columns_.front();
    builder_.begin_row();
    if (is_text_row(at)) {
      // Text flows over the blank cells beside it: the row is this text.
      column_ = sheet_.cells[at].column;
      builder_.add(texts_of(sheet_.cells[at]), {.columns = columns_.size()});
      return at + 1;
    }
    for (std::size_t position = 0; position < columns_.size();) {
      column_ = columns_[position];
      while (at < sheet_.cells.size() && sheet_.cells[at].row == row_ &&
             sheet_.cells[at].column < column_) {
        ++at;  // merged away
      }
      position += read_cell(at, position);
    }
    while (at < sheet_.cells.size() && sheet_.cells[at].row == row_) ++at;
    return at;
  }

  /// Whether the row from cell `at` on holds one text alone, in front, and no merged cell from
  /// above: text flows to the right, so that one further behind stands in its own column.
  [[nodiscard]] bool is_text_row(std::size_t at) const {
    const auto& cells = sheet_.cells;
    const bool alone = at + 1 == cells.size() || cells[at + 1].row != row_;
    const bool in_front = cells[at].column == columns_.front();
    return alone && in_front && cells[at].text_cell && !builder_.covered();
  }

  /// The cell in the current column; returns how many of the columns it takes up.
  std::size_t read_cell(std::size_t at, std::size_t position) {
    if (const auto covered = builder_.cover_next(); covered > 0) return covered;
    Spans spans;
    if (const auto merged = spans_.find({row_, column_}); merged != spans_.end()) {
      spans = merged->second;
      const auto end = std::ranges::lower_bound(columns_, column_ + spans.columns);
      spans.columns = static_cast<std::size_t>(end - columns_.begin()) - position;
    }
    const auto& cells = sheet_.cells;
    std::vector<PlacedText> texts;
    if (at < cells.size() && cells[at].row == row_ && cells[at].column == column_) {
      texts = texts_of(cells[at]);
    }
    builder_.add(std::move(texts), spans);
    return spans.columns;
  }

  std::vector<PlacedText> texts_of(const SheetCell& cell) {
    auto place = builder_.next();
    place.stored = cell.stored;
    if (!cell.text_cell) return {PlacedText(cell.text, std::move(place))};
    std::vector<std::string> lines;
    for (std::string_view rest = cell.text; !rest.empty();) {
      const auto end = std::min(rest.find('\n'), rest.size());
      lines.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return placed_lines(lines, std::move(place));
  }
};

}  // namespace

Address Address::from_text(std::string_view text) {
  Address address;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const char letter = text[at];
    if (letter == '$') continue;
    const bool upper = letter >= 'A' && letter <= 'Z';
    const bool lower = letter >= 'a' && letter <= 'z';
    if (!upper && !lower) break;
    const auto value = static_cast<std::size_t>(letter - (upper ? 'A' : 'a')) + 1;
    address.column = std::min(address.column * alphabet + value, last_column);
  }
  address.row = whole_number(text.substr(at), 0, last_row);
  return address.row == 0 || address.column == 0 ? Address() : address;
}

std::string Address::text() const {
  std::string letters;
  for (auto rest = column; rest > 0; rest = (rest - 1) / alphabet) {
    letters.insert(letters.begin(),
                   static_cast<char>('A' + static_cast<char>((rest - 1) % alphabet)));
  }
  return letters + std::to_string(row);
}

void add_sheet(const Worksheet& sheet, const std::string& name, std::uint32_t number,
               DocumentBuilder& builder) {
  if (sheet.cells.empty()) return;
  const auto note = [&](const char* id, std::string what = {}) {
    builder.note({id, {{"sheet", name}, {"what", std::move(what)}}});
  };
  if (sheet.hidden) note("document.hidden_sheet");
  if (sheet.hidden_rows > 0) note("document.hidden_rows", std::to_string(sheet.hidden_rows));
  if (sheet.hidden_columns) note("document.hidden_columns");
  if (!sheet.without_value.empty()) note("document.no_value", some_of(sheet.without_value));
  if (!sheet.errors.empty()) note("document.error_cells", some_of(sheet.errors));
  builder.add(SheetTable(sheet, name, builder.file(), number, builder.budget()).read());
}

}  // namespace tieout::document
