// Reads and writes dates of JSON data.
#include "report/json_date.hpp"

#include "report/written_date.hpp"
#include "source/byte_set.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tieout::report {

std::optional<Date> read_date(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  text = text.substr(0, text.find_last_not_of(blanks) + 1);
  // ISO's shorter forms lack the signs that tell people a date from a number.
  constexpr std::size_t year = 4;
  constexpr std::size_t year_and_month = 7;
  if (year_of(text).size() == text.size()) {
    return written_date(fmt::format("{}年", text));
  }
  if (text.size() == year_and_month && text[year] == '-') {
    return written_date(fmt::format("{}年{}月", text.substr(0, year), text.substr(year + 1)));
  }
  return written_date(text);
}

std::string year_of(std::string_view text) {
  constexpr std::size_t digits = 4;
  static constexpr source::ByteSet blanks(" \t");
  static constexpr source::ByteSet all_digits("0123456789");
  const std::size_t begin = blanks.first_beyond(text, 0);
  const std::size_t end = all_digits.first_beyond(text, begin);
  return end - begin == digits ? std::string(text.substr(begin, digits)) : std::string();
}

std::string iso_text(const Date& date) {
  if (date.month == 0) {
    return fmt::format("{:04}", date.year);
  }
  return date.day == 0 ? fmt::format("{:04}-{:02}", date.year, date.month)
                       : fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace tieout::report
