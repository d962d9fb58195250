// Numbers as spreadsheets show them.
#include "document/number_format.hpp"

#include "document/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <utility>
#include <vector>

namespace tieout::document {

namespace {

constexpr std::size_t significant = 15;    // digits that a binary number keeps
constexpr std::size_t most_decimals = 30;  // as spreadsheets allow

bool is_digit(char character) { return character >= '0' && character <= '9'; }

}  // namespace

std::optional<StoredNumber> StoredNumber::from_text(std::string_view text) {
  constexpr long greatest_exponent = 400;
  StoredNumber number;
  if (text.starts_with('-') || text.starts_with('+')) {
    number.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  bool any = false;
  bool point = false;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '.' && !point) {
      point = true;
    } else if (is_digit(text[at])) {
      any = true;
      if (text[at] != '0' || !number.digits.empty()) number.digits += text[at];
      if (point) ++number.scale;
    } else {
      break;
    }
  }
  if (!any) return std::nullopt;
  if (at < text.size()) {
    if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
    ++at;
    if (at < text.size() && text[at] == '+') ++at;
    long exponent = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + at, end, exponent);
    if (error != std::errc() || stop != end) return std::nullopt;
    if (exponent > greatest_exponent || exponent < -greatest_exponent) return std::nullopt;
    number.scale -= exponent;
  }
  if (number.digits.size() > significant) number.drop(number.digits.size() - significant);
  while (!number.digits.empty() && number.digits.back() == '0' && number.scale > 0) {
    number.digits.pop_back();
    --number.scale;
  }
  if (number.digits.empty()) number = {};
  return number;
}

void StoredNumber::drop(std::size_t count) {
  scale -= static_cast<long>(count);
  if (count > digits.size()) return digits.clear();
  const auto kept = digits.size() - count;
  const bool up = digits.size() > kept && digits[kept] >= '5';
  digits.resize(kept);
  if (!up) return;
  auto digit = digits.rbegin();
  for (; digit != digits.rend() && *digit == '9'; ++digit) *digit = '0';
  if (digit == digits.rend()) {
    digits.insert(digits.begin(), '1');
  } else {
    ++*digit;
  }
}

void StoredNumber::round(std::size_t decimals) {
  const auto wanted = static_cast<long>(decimals);
  if (scale > wanted) drop(static_cast<std::size_t>(scale - wanted));
  if (!digits.empty()) digits.append(static_cast<std::size_t>(wanted - scale), '0');
  scale = wanted;
  if (digits.empty()) negative = false;
}

std::string StoredNumber::text() const {
  auto whole = digits;
  if (scale < 0) whole.append(static_cast<std::size_t>(-scale), '0');
  const auto decimals = static_cast<std::size_t>(std::max(scale, 0L));
  if (whole.size() <= decimals) whole.insert(0, decimals + 1 - whole.size(), '0');
  if (decimals > 0) whole.insert(whole.size() - decimals, 1, '.');
  return negative ? "-" + whole : whole;
}

std::string_view NumberFormat::built_in(std::size_t id) {
  using Named = std::pair<std::size_t, std::string_view>;
  static constexpr std::array codes = {
      Named{1, "0"},           Named{2, "0.00"},        Named{3, "#,##0"},
      Named{4, "#,##0.00"},    Named{5, "#,##0"},       Named{6, "#,##0"},
      Named{7, "#,##0.00"},    Named{8, "#,##0.00"},    Named{9, "0%"},
      Named{10, "0.00%"},      Named{14, "yyyy-mm-dd"}, Named{15, "yyyy-mm-dd"},
      Named{16, "yyyy-mm-dd"}, Named{17, "yyyy-mm"},    Named{22, "yyyy-mm-dd"},
      Named{23, "#,##0"},      Named{24, "#,##0"},      Named{25, "#,##0.00"},
      Named{26, "#,##0.00"},   Named{27, "yyyy年m月"},  Named{28, "yyyy-mm-dd"},
      Named{29, "yyyy-mm-dd"}, Named{30, "yyyy-mm-dd"}, Named{31, "yyyy年m月d日"},
      Named{36, "yyyy年m月"},  Named{37, "#,##0"},      Named{38, "#,##0"},
      Named{39, "#,##0.00"},   Named{40, "#,##0.00"},   Named{41, "#,##0"},
      Named{42, "#,##0"},      Named{43, "#,##0.00"},   Named{44, "#,##0.00"},
      Named{50, "yyyy年m月"},  Named{51, "yyyy-mm-dd"}, Named{52, "yyyy年m月"},
      Named{53, "yyyy-mm-dd"}, Named{54, "yyyy-mm-dd"}, Named{57, "yyyy年m月"},
      Named{58, "yyyy-mm-dd"},
  };
  const auto* const found = std::ranges::find(codes, id, &Named::first);
  return found == codes.end() ? "General" : found->second;
}

namespace {

std::string_view character_at(std::string_view text, std::size_t at) {
  auto end = at;
  if (at < text.size()) static_cast<void>(next_character(text, end));
  return text.substr(at, end - at);
}

/// The first section of a code as tokens; [conditions], colours and locales are left out, currency
/// signs and what is not ASCII are literal.
std::vector<NumberFormat::Token> tokens_of(std::string_view code) {
  std::vector<NumberFormat::Token> tokens;
  for (std::size_t at = 0; at < code.size() && code[at] != ';';) {
    const char sign = code[at];
    if (sign == '"') {
      const auto end = std::min(code.find('"', at + 1), code.size());
      tokens.push_back({'\0', code.substr(at + 1, end - at - 1)});
      at = end + 1;
    } else if (sign == '\\' || sign == '!') {
      const auto literal = character_at(code, at + 1);
      tokens.push_back({'\0', literal});
      at += 1 + std::max<std::size_t>(literal.size(), 1);
    } else if (sign == '_' || sign == '*') {
      at += 1 + std::max<std::size_t>(character_at(code, at + 1).size(), 1);
    } else if (sign == '[') {
      const auto end = std::min(code.find(']', at), code.size());
      auto inside = code.substr(at + 1, end - at - 1);
      if (inside.starts_with('$')) {
        inside = inside.substr(1, inside.find('-') - 1);
        if (!inside.empty()) tokens.push_back({'\0', inside});
      }
      at = end + 1;
    } else if (static_cast<unsigned char>(sign) >= 0x80) {
      const auto literal = character_at(code, at);
      tokens.push_back({'\0', literal});
      at += literal.size();
    } else {
      tokens.push_back({sign, {}});
      ++at;
    }
  }
  return tokens;
}

bool is_placeholder(char sign) { return sign == '0' || sign == '#' || sign == '?'; }

bool is_part_of_date(char sign) {
  static constexpr std::string_view signs = "ymdhsYMDHS";
  return signs.find(sign) != std::string_view::npos;
}

}  // namespace

NumberFormat::NumberFormat(std::string_view code) {
  const auto tokens = tokens_of(code);
  const auto has = [&tokens](std::string_view signs) {
    return std::ranges::any_of(tokens, [signs](const Token& token) {
      return token.sign != '\0' && signs.find(token.sign) != std::string_view::npos;
    });
  };
  if (code.starts_with("General") || code.starts_with("G/") || (has("@/Ee") && !has("ymdYMD")))
    return;
  if (std::ranges::any_of(tokens, [](const Token& token) { return is_part_of_date(token.sign); })) {
    year_ = has("yY");
    day_ = has("dD");
    month_ = has("mM") && (year_ || day_);
    date_ = year_ || day_;
    chinese_ = code.find("年") != std::string_view::npos;
    return;
  }
  if (has("0#?")) read_numeric(tokens);
}

void NumberFormat::read_numeric(const std::vector<Token>& tokens) {
  general_ = false;
  const auto placeholder = [](const Token& token) { return is_placeholder(token.sign); };
  const auto first = std::ranges::find_if(tokens, placeholder);
  auto last = tokens.end();
  while (!placeholder(*std::prev(last))) --last;
  bool point = false;
  for (auto token = tokens.begin(); token != tokens.end(); ++token) {
    const bool inside = token >= first && token < last;
    if (token->sign == '%') {
      shift_ += 2;
      behind_ += '%';
    } else if (inside && (token->sign == '.' || token->text == ".")) {
      // 0!.0, shows 12345 as 1.2: the point is drawn between the digits of a whole number.
      point = true;
      drawn_point_ = token->sign == '\0';
    } else if (placeholder(*token)) {
      if (point) ++(token->sign == '0' ? decimals_ : optional_decimals_);
    } else if (token->sign == ',') {
      if (inside) groups_ = true;
      if (token >= last) shift_ -= 3;
    } else if (token->sign == '\0' && !inside) {
      (token < first ? before_ : behind_) += token->text;
    }
  }
  decimals_ = std::min(decimals_, most_decimals);
  optional_decimals_ = std::min(optional_decimals_, most_decimals);
  if (drawn_point_) shift_ -= static_cast<long>(decimals_ + optional_decimals_);
}

std::string NumberFormat::shown(StoredNumber number) const {
  if (general_ || date_) return number.text();
  if (!number.digits.empty()) number.scale -= shift_;
  number.round(decimals_ + optional_decimals_);
  auto text = number.text();
  for (std::size_t left = optional_decimals_; left > 0 && text.back() == '0'; --left) {
    text.pop_back();
  }
  if (text.back() == '.') text.pop_back();
  if (groups_) {
    constexpr std::size_t group = 3;
    const std::size_t begin = number.negative ? 1 : 0;
    auto at = std::min(text.find('.'), text.size());
    for (; at > begin + group; text.insert(at, 1, ',')) at -= group;
  }
  return text.insert(number.negative ? 1 : 0, before_) + behind_;
}

std::optional<std::string> NumberFormat::shown_date(const StoredNumber& number,
                                                    bool from_1904) const {
  using namespace std::chrono;
  const auto text = number.text();  // the time of the day stands behind the point
  long count = 0;
  constexpr long last_day = 2'958'465;  // 9999-12-31
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || count < 0 || count > last_day) return std::nullopt;
  // The calendar of 1900 has a 29 February; days behind it are counted as if it had been.
  constexpr long phantom = 60;
  const sys_days epoch = from_1904         ? sys_days(1904y / 1 / 1)
                         : count < phantom ? sys_days(1899y / 12 / 31)
                                           : sys_days(1899y / 12 / 30);
  const year_month_day date(epoch + days(count));
  const auto year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  const auto day = static_cast<unsigned>(date.day());
  if (!chinese_) {
    if (!day_) return month_ ? fmt::format("{}-{:02}", year, month) : fmt::format("{}年", year);
    return fmt::format("{}-{:02}-{:02}", year, month, day);
  }
  std::string shown = year_ || !month_ ? fmt::format("{}年", year) : std::string();
  if (month_) shown += fmt::format("{}月", month);
  if (day_) shown += fmt::format("{}日", day);
  return shown;
}

}  // namespace tieout::document
