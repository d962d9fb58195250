// libxlsxwriter behind a few plain calls.
#include "output/workbook.hpp"

#include "document/program.hpp"
#include "output/columns.hpp"
#include "source/message.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>
#include <tuple>

namespace tieout::output {

namespace {

constexpr std::size_t most_rows = LXW_ROW_MAX;
constexpr std::size_t most_digits = 15;       // that a double gives back
constexpr std::size_t longest_text = 32'000;  // columns; a cell takes 32,767 characters
constexpr std::size_t narrowest_column = 6;   // columns of a sheet, as of a terminal
constexpr std::size_t widest_column = 48;     // longer text is wrapped
constexpr std::size_t room_for_filter = 3;    // the button in a title's cell
constexpr int most_decimals = 30;             // that a number format may have
constexpr lxw_color_t good_color = 0x1B6E3C;
constexpr lxw_color_t bad_color = 0xB3261E;
constexpr lxw_color_t doubtful_color = 0x8A5A00;
constexpr lxw_color_t head_fill = 0xE3EAF2;
constexpr lxw_color_t border_color = 0xC9D1DA;

[[noreturn]] void refuse() {
  throw source::Failure(source::Message("output.workbook_not_written"));
}

void require(lxw_error error) {
  if (error != LXW_NO_ERROR) refuse();
}

double number_of(std::string_view decimal) {
  double value = 0;
  std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
  return value;
}

int decimals_of(std::string_view decimal) {
  const auto point = decimal.find('.');
  if (point == std::string_view::npos) return 0;
  return std::min(static_cast<int>(decimal.size() - point - 1), most_decimals);
}

// 0.00"万元": a quotation mark in a unit would end the text.
std::string number_format(const Number& number) {
  std::string format = "0";
  if (const int decimals = decimals_of(number.value); decimals > 0) {
    format += "." + std::string(static_cast<std::size_t>(decimals), '0');
  }
  auto unit = number.unit;
  std::erase(unit, '"');
  return unit.empty() ? format : format + "\"" + unit + "\"";
}

std::string cell_text(std::string_view text) {
  std::string lines;
  while (true) {
    const auto end = std::min(text.find('\n'), text.size());
    lines += printable(text.substr(0, end));
    if (end == text.size()) break;
    lines += '\n';
    text.remove_prefix(end + 1);
  }
  return shortened(lines, longest_text);
}

}  // namespace

bool fits_number(std::string_view decimal) {
  const auto first = decimal.find_first_of("123456789");
  if (first == std::string_view::npos) return true;
  return static_cast<std::size_t>(
             std::count_if(decimal.begin() + static_cast<std::ptrdiff_t>(first), decimal.end(),
                           [](char c) { return c != '.'; })) <= most_digits;
}

struct Workbook::Inside {
  document::WorkFolder folder;
  std::filesystem::path path = folder.path() / "book.xlsx";
  lxw_workbook* book = nullptr;
  std::map<std::tuple<bool, Tone, std::string>, lxw_format*> formats;

  lxw_format* format(bool head, Tone tone, const std::string& number) {
    auto& made = formats[{head, tone, number}];
    if (made != nullptr) return made;
    made = workbook_add_format(book);
    if (made == nullptr) refuse();
    format_set_align(made, head ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    format_set_border(made, LXW_BORDER_THIN);
    format_set_border_color(made, border_color);
    if (!number.empty()) {
      format_set_num_format(made, number.c_str());
    } else {
      format_set_text_wrap(made);
    }
    if (head) {
      format_set_bold(made);
      format_set_bg_color(made, head_fill);
    }
    if (tone != Tone::plain) {
      format_set_bold(made);
      format_set_font_color(made, tone == Tone::good  ? good_color
                                  : tone == Tone::bad ? bad_color
                                                      : doubtful_color);
    }
    return made;
  }
};

Workbook::Workbook() : inside_(std::make_unique<Inside>()) {
  const auto folder = inside_->folder.path().string();
  lxw_workbook_options options = {};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = const_cast<char*>(folder.c_str());  // copied, not changed
  options.use_zip64 = LXW_FALSE;
  inside_->book = workbook_new_opt(inside_->path.c_str(), &options);
  if (inside_->book == nullptr) refuse();
  // The day that is written as the file's birth: the same bytes every day.
  lxw_doc_properties properties = {};
  constexpr std::time_t first_of_2000 = 946'684'800;
  properties.created = first_of_2000;
  require(workbook_set_properties(inside_->book, &properties));
}

Workbook::~Workbook() {
  if (inside_->book != nullptr) lxw_workbook_free(inside_->book);
}

Sheet& Workbook::add_sheet(std::string name, const std::vector<std::string>& titles) {
  sheets_.push_back(Sheet(*this, std::move(name), titles));
  return sheets_.back();
}

void Workbook::write_to(std::ostream& out) {
  for (auto& sheet : sheets_) sheet.finish();
  require(workbook_close(std::exchange(inside_->book, nullptr)));
  std::ifstream file(inside_->path, std::ios::binary);
  if (!file) refuse();
  out << file.rdbuf();
}

Sheet::Sheet(Workbook& book, std::string name, const std::vector<std::string>& titles)
    : book_(book), name_(std::move(name)), widths_(titles.size(), narrowest_column) {
  auto* const made = workbook_add_worksheet(book_.inside_->book, name_.c_str());
  if (made == nullptr) refuse();
  sheet_ = made;
  auto* const head = book_.inside_->format(true, Tone::plain, {});
  for (std::size_t column = 0; column < titles.size(); ++column) {
    require(worksheet_write_string(made, 0, static_cast<lxw_col_t>(column), titles[column].c_str(),
                                   head));
    widths_[column] = std::max(widths_[column], display_width(titles[column]) + room_for_filter);
  }
  next_row_ = 2;
  worksheet_freeze_panes(made, 1, 0);
  require(worksheet_repeat_rows(made, 0, 0));
  worksheet_set_landscape(made);
  worksheet_set_paper(made, 9);  // A4
  worksheet_fit_to_pages(made, 1, 0);
}

bool Sheet::has_room(std::size_t rows) const { return next_row_ - 1 + rows < most_rows; }

void Sheet::add(const std::vector<Cell>& cells) {
  for (std::size_t column = 0; column < cells.size(); ++column) put(column, cells[column]);
  ++next_row_;
}

void Sheet::put(std::size_t column, const Cell& cell) {
  auto* const sheet = static_cast<lxw_worksheet*>(sheet_);
  auto& inside = *book_.inside_;
  const auto row = static_cast<lxw_row_t>(next_row_ - 1);
  const auto at = static_cast<lxw_col_t>(column);
  const auto text = [&](const Text& content) {
    const auto shown = cell_text(content.text);
    widen(column, shown);
    require(worksheet_write_string(sheet, row, at, shown.c_str(),
                                   inside.format(false, content.tone, {})));
  };
  if (const auto* words = std::get_if<Text>(&cell)) {
    text(*words);
  } else if (const auto* number = std::get_if<Number>(&cell)) {
    if (!fits_number(number->value)) return text({number->value + number->unit});
    widen(column, number->value + number->unit);
    require(worksheet_write_number(sheet, row, at, number_of(number->value),
                                   inside.format(false, Tone::plain, number_format(*number))));
  } else if (const auto* formula = std::get_if<Formula>(&cell)) {
    widen(column, formula->now.value + formula->now.unit);
    require(
        worksheet_write_formula_num(sheet, row, at, ("=" + formula->text).c_str(),
                                    inside.format(false, Tone::plain, number_format(formula->now)),
                                    number_of(formula->now.value)));
  } else {
    require(worksheet_write_blank(sheet, row, at, inside.format(false, Tone::plain, {})));
  }
}

void Sheet::widen(std::size_t column, std::string_view text) {
  auto& width = widths_.at(column);
  while (width < widest_column) {
    const auto end = std::min(text.find('\n'), text.size());
    width = std::max(width, std::min(display_width(text.substr(0, end)) + 1, widest_column));
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
  }
}

void Sheet::finish() {
  auto* const sheet = static_cast<lxw_worksheet*>(sheet_);
  for (std::size_t column = 0; column < widths_.size(); ++column) {
    const auto at = static_cast<lxw_col_t>(column);
    require(worksheet_set_column(sheet, at, at, static_cast<double>(widths_[column]), nullptr));
  }
  end_list();
}

// The library knows only the last row of a sheet that is written row by row.
void Sheet::end_list() {
  if (std::exchange(list_ended_, true)) return;
  const auto last = std::max<std::size_t>(next_row_ - 1, 2) - 1;
  require(worksheet_autofilter(static_cast<lxw_worksheet*>(sheet_), 0, 0,
                               static_cast<lxw_row_t>(last),
                               static_cast<lxw_col_t>(widths_.size() - 1)));
}

}  // namespace tieout::output
