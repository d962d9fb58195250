// Tables as .csv and .tsv files.
#include "document/delimited_reader.hpp"

#include "document/characters.hpp"
#include "document/document_builder.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace tieout::document {

namespace {

struct Field {
  std::string text;
  std::size_t begin = 0;  ///< the byte at which its text begins
};

/// Takes records off a text, one after another.
class Records {
 public:
  Records(std::string_view text, char separator, std::size_t most_fields)
      : text_(text), separator_(separator), most_fields_(most_fields) {}

  /// The next record; nothing at the end of the text. One of too many fields is cut off behind the
  /// first too many.
  std::optional<std::vector<Field>> next() {
    if (at_ >= text_.size()) return std::nullopt;
    std::vector<Field> record;
    do {
      record.push_back(field());
    } while (record.size() <= most_fields_ && passed(separator_));
    if (!passed('\r') || at_ == text_.size() || text_[at_] == '\n') passed('\n');
    return record;
  }

 private:
  std::string_view text_;
  char separator_;
  std::size_t most_fields_;
  std::size_t at_ = 0;
  bool quotes_close_ = true;  ///< false once one did not: none behind it is looked for again

  bool passed(char character) {
    const bool there = at_ < text_.size() && text_[at_] == character;
    if (there) ++at_;
    return there;
  }

  Field field() {
    if (at_ < text_.size() && text_[at_] == '"' && quotes_close_) {
      if (auto quoted = quoted_field()) return std::move(*quoted);
      quotes_close_ = false;
    }
    const auto begin = at_;
    const char ends[] = {separator_, '\r', '\n'};
    at_ = std::min(text_.find_first_of(std::string_view(ends, sizeof(ends)), at_), text_.size());
    return {std::string(text_.substr(begin, at_ - begin)), begin};
  }

  /// Nothing, and nothing passed, if its quotation mark is not closed.
  std::optional<Field> quoted_field() {
    Field field{.text = {}, .begin = at_ + 1};
    for (auto from = at_ + 1;;) {
      const auto quote = text_.find('"', from);
      if (quote == std::string_view::npos) return std::nullopt;
      field.text += text_.substr(from, quote - from);
      from = quote + 1;
      if (from >= text_.size() || text_[from] != '"') {
        at_ = from;
        break;
      }
      field.text += '"';
      ++from;
    }
    // What stands between the closing mark and the separator belongs to the field all the same.
    const char ends[] = {separator_, '\r', '\n'};
    const auto end =
        std::min(text_.find_first_of(std::string_view(ends, sizeof(ends)), at_), text_.size());
    field.text += text_.substr(at_, end - at_);
    at_ = end;
    return field;
  }
};

constexpr std::array separators = {',', ';', '\t', '|'};

/// The separator that gives most records the same number of fields, more than one.
char found_separator(std::string_view text) {
  constexpr std::size_t looked_at = 1U << 16U;
  constexpr std::size_t most_records = 100;
  std::pair<std::size_t, std::size_t> best = {0, 0};  // records alike, their fields
  char separator = separators.front();
  for (const char candidate : separators) {
    std::map<std::size_t, std::size_t> widths;
    Records records(text.substr(0, looked_at), candidate, looked_at);
    for (std::size_t count = 0; count < most_records; ++count) {
      const auto record = records.next();
      if (!record) break;
      if (record->size() > 1) ++widths[record->size()];
    }
    for (const auto& [width, count] : widths) {
      if (const std::pair weight = {count, width}; weight > best) {
        best = weight;
        separator = candidate;
      }
    }
  }
  return separator;
}

class DelimitedReader {
 public:
  DelimitedReader(const source::Source& text, const source::Limits& limits)
      : text_(text),
        most_fields_(limits.table_cells),
        budget_(source::in_file(text.name()), limits) {}

  Document read() {
    constexpr std::string_view named = "sep=";
    auto content = text_.text();
    std::size_t begin = 0;
    if (content.starts_with(named) && text_.line(1).size() == named.size() + 1) {
      begin = text_.lines() > 1 ? text_.line_start(2) : content.size();
    }
    content.remove_prefix(begin);
    const char separator = begin > 0 ? text_.text()[named.size()] : found_separator(content);
    Records records(content, separator, most_fields_);
    while (auto record = records.next()) {
      if (record->size() > most_fields_) budget_.spend(record->size());
      add(*record, begin);
    }
    Document document{.source = text_.name(), .blocks = {}, .notes = {}};
    if (!table_.rows.empty()) {
      table_.place = table_.rows.front().place;
      table_.place.row = 0;
      document.blocks.emplace_back(std::move(table_));
    }
    return document;
  }

 private:
  const source::Source& text_;
  std::size_t most_fields_;
  CellBudget budget_;
  Table table_{.rows = {}, .spans_known = false, .place = {}};

  void add(const std::vector<Field>& record, std::size_t begin) {
    const bool blank =
        std::ranges::all_of(record, [](const Field& field) { return trimmed(field.text).empty(); });
    if (blank) return;
    TableRow row;
    for (const auto& field : record) {
      auto place = text_.place(begin + field.begin);
      place.table = 1;
      place.row = static_cast<std::uint32_t>(table_.rows.size() + 1);
      place.cell = static_cast<std::uint32_t>(row.cells.size() + 1);
      auto paragraphs = paragraphs_of(field.text, std::move(place));
      budget_.spend(paragraphs.size());
      row.cells.push_back({.paragraphs = std::move(paragraphs),
                           .row = table_.rows.size(),
                           .column = row.cells.size()});
    }
    row.place = row.cells.front().paragraphs.front().place(0);
    row.place.cell = 0;
    table_.rows.push_back(std::move(row));
  }

  static std::vector<PlacedText> paragraphs_of(std::string_view text, source::Place place) {
    std::vector<PlacedText> paragraphs;
    const auto blank_cell = place;
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      auto line = PlacedText(text.substr(0, end), place).trimmed();
      if (!line.empty()) paragraphs.push_back(std::move(line));
      text.remove_prefix(std::min(end + 1, text.size()));
      ++place.line;
      place.column = 1;
    }
    if (paragraphs.empty()) paragraphs.emplace_back("", blank_cell);
    return paragraphs;
  }
};

}  // namespace

Document read_delimited(const source::Source& text, const source::Limits& limits) {
  return DelimitedReader(text, limits).read();
}

}  // namespace tieout::document
