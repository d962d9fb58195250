// Numbers as spreadsheets show them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::document {

/// A number with its digits as they are written: digits x 10^-scale.
struct StoredNumber {
  bool negative = false;
  std::string digits;  ///< without leading zeros; "" is zero
  long scale = 0;      ///< may be negative

  /// From the text of a binary number ("0.57999999999999996", "1.0E-2"): the decimal of at most 15
  /// significant digits that it stands for. Nothing for what is no number.
  [[nodiscard]] static std::optional<StoredNumber> from_text(std::string_view text);

  /// Rounded half away from zero to so many decimals; zeros are added up to them.
  void round(std::size_t decimals);
  /// Leaves out the last digits, rounding half away from zero.
  void drop(std::size_t count);
  [[nodiscard]] std::string text() const;  ///< "-1003.3", without an exponent
};

/// What one section of a number format says ("#,##0.00", "0.0%", "yyyy-mm-dd").
class NumberFormat {
 public:
  /// The code of a format, with its sections; "" and "General" show a number as it is stored.
  explicit NumberFormat(std::string_view code);

  /// A part of a code: literal text, or one character that means something.
  struct Token {
    char sign = '\0';       ///< '\0': literal
    std::string_view text;  ///< of a literal
  };

  /// The code that a built-in format stands for; "General" for those that are none.
  [[nodiscard]] static std::string_view built_in(std::size_t id);

  [[nodiscard]] bool is_date() const { return date_; }

  /// The number as it is shown: with its decimals, separators, percent and unit. The sign is the
  /// number's own, however the format shows it.
  [[nodiscard]] std::string shown(StoredNumber number) const;
  /// A day counted from the epoch of the workbook (1900, or 1904), as year, month and day as far as
  /// the format shows them: 2018-06-10, 2018年6月, 2018年. Nothing outside of the calendar.
  [[nodiscard]] std::optional<std::string> shown_date(const StoredNumber& number,
                                                      bool from_1904) const;

 private:
  bool general_ = true;
  bool date_ = false;
  bool year_ = false;
  bool month_ = false;
  bool day_ = false;
  bool chinese_ = false;      ///< 年 rather than -
  bool drawn_point_ = false;  ///< a literal that looks like one
  bool groups_ = false;
  std::size_t decimals_ = 0;
  std::size_t optional_decimals_ = 0;  ///< shown only if they are not zero
  long shift_ = 0;                     ///< powers of ten: 2 for percent, -3 for each trailing comma
  std::string before_;                 ///< what is written around it
  std::string behind_;

  void read_numeric(const std::vector<Token>& tokens);
};

}  // namespace tieout::document
