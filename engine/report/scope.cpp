// Which year, and whether a budget or what became of it, the words above figures speak of.
#include "report/scope.hpp"

#include "document/characters.hpp"
#include "schema/schema.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::report {

namespace {

constexpr std::array<std::string_view, 10> other_years = {
    "上年", "去年", "上一年", "前年", "上期", "下年", "次年", "明年", "下一年", "历年"};

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(
      words, [text](auto word) { return text.find(word) != std::string_view::npos; });
}

/// The value of a digit in any of the ways in which years are written, else -1.
int year_digit(char32_t character) {
  static constexpr std::u32string_view chinese = U"〇一二三四五六七八九";
  static constexpr std::u32string_view zeros = U"零○Ｏ０";
  if (character >= U'0' && character <= U'9') return static_cast<int>(character - U'0');
  if (character >= U'０' && character <= U'９') return static_cast<int>(character - U'０');
  if (zeros.find(character) != std::u32string_view::npos) return 0;
  const auto at = chinese.find(character);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

struct NamedYear {
  int year = 0;
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind 年 or 年度
};

std::vector<NamedYear> named_years(std::string_view text) {
  constexpr std::size_t digits_of_year = 4;
  constexpr int earliest = 1900;
  constexpr int latest = 2099;
  std::vector<NamedYear> years;
  NamedYear open;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    const auto character = document::next_character(text, at);
    if (document::is_space(character)) continue;
    if (const int digit = year_digit(character); digit >= 0) {
      if (digits == 0) open = {.year = 0, .begin = start, .end = 0};
      if (digits++ < digits_of_year) open.year = open.year * 10 + digit;
      continue;
    }
    if (character == U'年' && digits == digits_of_year && open.year >= earliest &&
        open.year <= latest) {
      open.end = at;
      if (text.substr(at).starts_with("度")) open.end += std::string_view("度").size();
      years.push_back(open);
    }
    digits = 0;
  }
  return years;
}

}  // namespace

std::vector<int> years_in(std::string_view text) {
  std::vector<int> years;
  for (const auto& named : named_years(text)) years.push_back(named.year);
  return years;
}

std::vector<int> years_spoken_of(std::string_view text) {
  static constexpr std::array<std::string_view, 5> comparing = {"比", "较", "与", "跟", "于"};
  std::vector<int> years;
  for (const auto& named : named_years(text)) {
    const auto before = document::trimmed(text.substr(0, named.begin));
    const bool compared = std::ranges::any_of(
        comparing, [before](std::string_view word) { return before.ends_with(word); });
    if (!compared) years.push_back(named.year);
  }
  return years;
}

bool other_year(std::string_view words, std::optional<int> period) {
  if (std::ranges::any_of(
          other_years, [words](auto word) { return words.find(word) != std::string_view::npos; })) {
    return true;
  }
  const auto years = years_in(words);
  if (!period) return years.size() > 1;
  return !years.empty() && std::ranges::find(years, *period) == years.end();
}

bool says_budget(std::string_view words) {
  // The names of what is budgeted say nothing of what became of it.
  static constexpr std::array<std::string_view, 4> funds = {"公共预算", "公共财政预算", "基金预算",
                                                            "经营预算"};
  std::string said(words);
  for (const auto fund : funds) {
    for (auto at = said.find(fund); at != std::string::npos; at = said.find(fund, at)) {
      said.erase(at, fund.size());
    }
  }
  return contains_any(said, {"预算", "计划"}) &&
         !contains_any(said, {"决算", "执行", "完成", "实际"});
}

std::string relative_to(std::string_view words, std::optional<int> period) {
  std::string result;
  std::size_t copied = 0;
  for (const auto& named : named_years(words)) {
    const bool known = period && (named.year == *period || named.year == *period - 1);
    if (!known) continue;
    result += words.substr(copied, named.begin - copied);
    result += named.year == *period ? "本年" : "上年";
    copied = named.end;
  }
  result += words.substr(copied);
  return result;
}

std::vector<std::string> names_in_year(std::string_view written, std::optional<int> period) {
  constexpr std::string_view this_year = "本年";
  std::vector<std::string> names = {schema::folded(written)};
  auto relative = schema::folded(relative_to(written, period));
  if (relative == names.front()) return names;
  if (relative.starts_with(this_year)) names.push_back(relative.substr(this_year.size()));
  names.push_back(std::move(relative));
  return names;
}

std::string without_formula(std::string_view written) {
  static constexpr std::array<std::string_view, 2> opens = {"(", "（"};
  static constexpr std::array<std::string_view, 2> closes = {")", "）"};
  static constexpr std::array<std::string_view, 7> signs = {"*", "×", "/", "÷", "=", "＝", "＊"};
  const auto text = document::trimmed(written);
  for (std::size_t bracket = 0; bracket < opens.size(); ++bracket) {
    if (!text.ends_with(closes[bracket])) continue;
    const auto open = text.rfind(opens[bracket]);
    if (open == std::string_view::npos || open == 0) continue;
    const auto remark =
        text.substr(open + opens[bracket].size(),
                    text.size() - open - opens[bracket].size() - closes[bracket].size());
    const bool letter = remark.find_first_of("ABCDEF") != std::string_view::npos;
    const bool formula = std::ranges::any_of(signs, [remark](std::string_view sign) {
      return remark.find(sign) != std::string_view::npos;
    });
    const bool of_rate = formula && remark.find("率") != std::string_view::npos;
    if ((letter && (formula || remark.size() == 1)) || of_rate) {
      return std::string(text.substr(0, open));
    }
  }
  return {};
}

bool is_numbering_word(std::string_view folded_word) {
  static constexpr std::array<std::string_view, 5> words = {"行次", "栏次", "列次", "序号", "项次"};
  return std::ranges::find(words, folded_word) != words.end();
}

bool is_total_word(std::string_view folded_word) {
  static constexpr std::array<std::string_view, 6> words = {"合计", "小计", "总计",
                                                            "共计", "总额", "总数"};
  return std::ranges::find(words, folded_word) != words.end();
}

bool is_grand_total_word(std::string_view folded_word) {
  static constexpr std::array<std::string_view, 3> words = {"合计", "总计", "合计数"};
  return std::ranges::find(words, folded_word) != words.end();
}

}  // namespace tieout::report
