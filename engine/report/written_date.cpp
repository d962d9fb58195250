// Dates as people write them below a report and in its forms.
#include "report/written_date.hpp"

#include "document/characters.hpp"

#include <array>
#include <chrono>

namespace tieout::report {

namespace {

constexpr std::size_t longest_date = 80;  // bytes, spaces included

/// A number of a date: digits of any kind, or 十 among them (二十一 is 21).
class Number {
 public:
  /// False if the character is no part of a number.
  bool take(char32_t character) {
    static constexpr std::u32string_view chinese = U"〇一二三四五六七八九";
    static constexpr std::u32string_view zeros = U"零○Ｏ";
    if (character == U'十') {
      value_ = (value_ == 0 ? 1 : value_) * 10;
      ten_ = true;
      return ++characters_ <= longest;
    }
    int digit = -1;
    if (character >= U'0' && character <= U'9') digit = static_cast<int>(character - U'0');
    if (character >= U'０' && character <= U'９') digit = static_cast<int>(character - U'０');
    if (zeros.find(character) != std::u32string_view::npos) digit = 0;
    const auto at = chinese.find(character);
    if (at != std::u32string_view::npos) digit = static_cast<int>(at);
    if (digit < 0) return false;
    value_ = ten_ ? value_ + digit : value_ * 10 + digit;
    return ++characters_ <= longest;
  }

  [[nodiscard]] bool empty() const { return characters_ == 0; }
  [[nodiscard]] int value() const { return value_; }

 private:
  static constexpr int longest = 4;
  int value_ = 0;
  int characters_ = 0;
  bool ten_ = false;
};

bool separates(char32_t character, std::size_t part) {
  static constexpr std::array<std::u32string_view, 3> marks = {U"年-./－．／", U"月-./－．／",
                                                               U"日号"};
  return marks[part].find(character) != std::u32string_view::npos;
}

bool in_calendar(const Date& date) {
  using namespace std::chrono;
  constexpr int earliest = 1900;
  constexpr int latest = 2099;
  if (date.year < earliest || date.year > latest) return false;
  const auto part = [](int number) { return static_cast<unsigned>(number == 0 ? 1 : number); };
  return year_month_day(year(date.year), month(part(date.month)), day(part(date.day))).ok();
}

}  // namespace

std::optional<Date> written_date(std::string_view text) {
  if (text.size() > longest_date) return std::nullopt;
  std::array<Number, 3> parts;
  std::size_t part = 0;
  bool closed = false;  // the part in hand is over
  bool marked = false;  // by its own sign: 年, 月, 日
  for (std::size_t at = 0; at < text.size();) {
    const auto character = document::next_character(text, at);
    if (document::is_space(character)) continue;
    if (closed && ++part == parts.size()) return std::nullopt;
    closed = false;
    if (parts[part].take(character)) {
      marked = false;
      continue;
    }
    if (parts[part].empty() || !separates(character, part)) return std::nullopt;
    closed = true;
    marked = character == U'年' || character == U'月' || character == U'日' || character == U'号';
  }
  // 2018 alone is a number, 2018- is broken off; 2018-6-10 needs no sign at its end.
  if (parts[0].empty() || (closed && !marked) || (!closed && part != 2)) return std::nullopt;
  Date date;
  date.year = parts[0].value();
  date.month = parts[1].value();
  date.day = parts[2].value();
  const bool zero = (!parts[1].empty() && date.month == 0) || (!parts[2].empty() && date.day == 0);
  return !zero && in_calendar(date) ? std::optional(date) : std::nullopt;
}

}  // namespace tieout::report
