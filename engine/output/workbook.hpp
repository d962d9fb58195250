// An Excel workbook, written row by row: text that stays text, exact decimals, formulas.
#pragma once

#include <cstddef>
#include <deque>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tieout::output {

enum class Tone { plain, good, bad, doubtful };

/// Text in lines, each ended by \n but the last; whatever it begins with, it is no formula.
struct Text {
  std::string text;
  Tone tone = Tone::plain;
};

/// A decimal, shown with its decimals and its unit. One of more digits than a sheet's numbers hold
/// is written as text.
struct Number {
  std::string value;
  std::string unit = {};
};

/// A formula, without its "=", and the value that it has.
struct Formula {
  std::string text;
  Number now;
};

using Cell = std::variant<std::monostate, Text, Number, Formula>;

/// Does a number of a sheet, a binary double, give this decimal back?
[[nodiscard]] bool fits_number(std::string_view decimal);

class Workbook;

/// A sheet: a frozen row of titles with filters, rows below it, columns as wide as what they hold.
class Sheet {
 public:
  [[nodiscard]] const std::string& name() const { return name_; }
  /// The number, as formulas write it, of the row that is added next.
  [[nodiscard]] std::size_t next_row() const { return next_row_; }
  /// Is there room for so many rows more? The last row is kept for a remark.
  [[nodiscard]] bool has_room(std::size_t rows) const;
  void add(const std::vector<Cell>& cells);
  /// Filters end at the row before; what follows is no part of the list.
  void end_list();

 private:
  friend class Workbook;

  Sheet(Workbook& book, std::string name, const std::vector<std::string>& titles);
  void put(std::size_t column, const Cell& cell);
  void widen(std::size_t column, std::string_view text);
  void finish();

  Workbook& book_;
  std::string name_;
  void* sheet_;  ///< libxlsxwriter's, owned by its workbook
  std::vector<std::size_t> widths_;
  std::size_t next_row_ = 1;
  bool list_ended_ = false;
};

/// The same calls give the same bytes. Rows leave memory as they are added. Throws Failure where
/// there is no room for the file.
class Workbook {
 public:
  Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook();

  /// A sheet after those there are; stays where it is.
  Sheet& add_sheet(std::string name, const std::vector<std::string>& titles);
  /// Nothing can be added any more.
  void write_to(std::ostream& out);

 private:
  friend class Sheet;
  struct Inside;

  std::unique_ptr<Inside> inside_;
  std::deque<Sheet> sheets_;
};

}  // namespace tieout::output
