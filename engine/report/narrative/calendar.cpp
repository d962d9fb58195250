// Dates of running text: 2018年6月10日, 7月, 2016年末, 今年7月, 2016-2020.
#include "report/narrative/calendar.hpp"

#include "report/narrative/characters.hpp"

#include <utility>

namespace tieout::report::narrative {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2099;

/// Reads a date from left to right; `at` moves past what was taken.
class DateReader {
 public:
  DateReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }

  /// A number of `least` to `most` digits, spaces behind it skipped.
  std::optional<int> number(int least, int most) {
    std::size_t next = at_;
    int value = 0;
    int digits = 0;
    for (;; ++digits) {
      const Character character = character_at(text_, next);
      const int digit = digit_value(character.code);
      if (digit < 0) break;
      if (digits == most) return std::nullopt;
      value = value * 10 + digit;
      next += character.bytes;
    }
    if (digits < least) return std::nullopt;
    at_ = past_spaces(next);
    return value;
  }

  std::optional<int> year() {
    const std::size_t start = at_;
    const auto value = number(4, 4);
    if (value && *value >= first_year && *value <= last_year) return value;
    at_ = start;
    return std::nullopt;
  }

  /// Takes one of `words`, spaces before the next characters skipped.
  bool take(Words words) {
    const std::string_view word = prefix_of(text_.substr(at_), words);
    if (word.empty()) return false;
    last_end_ = at_ + word.size();
    at_ = past_spaces(last_end_);
    return true;
  }

  /// 6月, 6月份, 6月10日 after a year or alone. Leaves everything as it was if none stands here.
  void month_and_day(DateMark& date) {
    const std::size_t start = at_;
    const std::size_t end = last_end_;
    static constexpr std::string_view month_words[] = {"月份", "月"};
    static constexpr std::string_view day_words[] = {"日", "号"};
    static constexpr std::string_view end_words[] = {"末", "底", "初"};
    const auto month = number(1, 2);
    if (!month || *month < 1 || *month > 12) return restore(start, end);
    // 2017年12末: the word for month was left out.
    if (!take(month_words) && !(date.year != 0 && take(end_words))) return restore(start, end);
    date.month = *month;
    const std::size_t after_month = at_;
    const std::size_t month_end = last_end_;
    const auto day = number(1, 2);
    if (!day || *day < 1 || *day > 31 || !take(day_words)) return restore(after_month, month_end);
    date.day = *day;
  }

  /// The byte after the last word that was taken.
  [[nodiscard]] std::size_t end() const { return last_end_; }
  void end_here() { last_end_ = at_; }

 private:
  [[nodiscard]] std::size_t past_spaces(std::size_t next) const {
    while (true) {
      const Character character = character_at(text_, next);
      if (character.bytes == 0 || character.code == U'\n' || !is_space(character.code)) return next;
      next += character.bytes;
    }
  }

  void restore(std::size_t at, std::size_t end) {
    at_ = at;
    last_end_ = end;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t last_end_ = 0;
};

std::optional<DateMark> year_span(std::string_view text, std::size_t at) {
  static constexpr std::string_view joints[] = {"-", "－", "—", "——", "~", "～", "至"};
  static constexpr std::string_view years[] = {"年", "年度"};
  DateReader reader(text, at);
  if (!reader.year()) return std::nullopt;
  reader.take(years);
  if (!reader.take(joints) || !reader.year()) return std::nullopt;
  reader.end_here();
  reader.take(years);
  return DateMark{at, reader.end(), DateMark::Kind::span};
}

/// 2018-06-10, 2018.6.10, 2018/6/10
std::optional<DateMark> numeric_date(std::string_view text, std::size_t at) {
  static constexpr std::string_view joints[] = {"-", ".", "/"};
  DateReader reader(text, at);
  const auto year = reader.year();
  if (!year || !reader.take(joints)) return std::nullopt;
  const auto month = reader.number(1, 2);
  if (!month || *month < 1 || *month > 12 || !reader.take(joints)) return std::nullopt;
  const auto day = reader.number(1, 2);
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  return DateMark{at, reader.at(), DateMark::Kind::absolute, *year, *month, *day};
}

std::optional<DateMark> dated_year(std::string_view text, std::size_t at) {
  static constexpr std::string_view years[] = {"年", "年度"};
  static constexpr std::string_view ends[] = {"末", "底", "初"};
  DateReader reader(text, at);
  const auto year = reader.year();
  if (!year) return std::nullopt;
  if (!reader.take(years)) {
    // 2026预算安排9万元: the word for year was left out.
    const auto rest = text.substr(reader.at());
    if (!rest.starts_with("预算") && !rest.starts_with("决算")) return std::nullopt;
    return DateMark{at, reader.at(), DateMark::Kind::absolute, *year};
  }
  DateMark date{at, 0, DateMark::Kind::absolute, *year};
  if (!reader.take(ends)) reader.month_and_day(date);
  date.end = reader.end();
  return date;
}

std::optional<DateMark> month_or_day(std::string_view text, std::size_t at) {
  static constexpr std::string_view days[] = {"日"};
  DateReader reader(text, at);
  DateMark date{at, 0, DateMark::Kind::partial};
  reader.month_and_day(date);
  if (date.month == 0) {
    const auto day = reader.number(1, 2);
    if (!day || *day < 1 || *day > 31 || !reader.take(days)) return std::nullopt;
    date.day = *day;
  }
  date.end = reader.end();
  return date;
}

std::optional<DateMark> relative_date(std::string_view text, std::size_t at) {
  static constexpr std::pair<std::string_view, int> words[] = {
      {"今年", 0}, {"去年", -1}, {"前年", -2}, {"明年", 1}};
  for (const auto& [word, years] : words) {
    if (!text.substr(at).starts_with(word)) continue;
    DateReader reader(text, at + word.size());
    reader.end_here();
    DateMark date{at, 0, DateMark::Kind::relative, years};
    reader.month_and_day(date);
    date.end = reader.end();
    return date;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateMark> date_at(std::string_view text, std::size_t at) {
  if (digit_value(character_at(text, at).code) < 0) return relative_date(text, at);
  if (auto found = year_span(text, at)) return found;
  if (auto found = numeric_date(text, at)) return found;
  if (auto found = dated_year(text, at)) return found;
  return month_or_day(text, at);
}

}  // namespace tieout::report::narrative
