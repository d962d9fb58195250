// How the columns of figures below heads add up.
#include "document/lined_columns.hpp"

#include "document/characters.hpp"
#include "document/lined_words.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace tieout::document {

namespace {

constexpr std::size_t most_names = 200;

/// 1. 一、 （一）: what a name's number takes up of it.
std::string_view without_number(std::string_view name) {
  static constexpr std::array<std::string_view, 4> ends = {"、", "）", ")", "."};
  if (!is_numbered(name)) return name;
  std::size_t begin = 0;
  for (const auto end : ends) {
    const auto at = name.find(end);
    constexpr std::size_t longest_number = 15;  // bytes
    if (at != std::string_view::npos && at <= longest_number) {
      begin = std::max(begin, at + end.size());
      break;
    }
  }
  return trimmed(name.substr(begin));
}

bool is_total(std::string_view head) {
  return says_total(head) || without_spaces(head).ends_with("小计");
}

/// The words of the columns' own heads.
std::vector<std::string> leaves_of(std::string_view text, const LinedSection& section) {
  std::vector<std::string> words;
  for (const auto& span : section.leaves) {
    words.push_back(without_spaces(text.substr(span.begin, span.end - span.begin)));
  }
  return words;
}

/// The first column as the sum of those behind it, as far as `last`.
std::vector<int> sum_of(std::size_t columns, std::size_t first, std::size_t last) {
  std::vector<int> factors(columns, 0);
  factors[first] = 1;
  for (auto column = first + 1; column < last; ++column) factors[column] = -1;
  return factors;
}

/// 年初结转 + 本年收入 = 本年支出 + 年末结转, each of these a column.
std::optional<std::vector<int>> flow_of(const std::vector<std::string>& heads,
                                        const LinedSection& section) {
  std::vector<int> factors(heads.size(), 0);
  std::size_t opening = 0;
  std::size_t income = 0;
  std::size_t spending = 0;
  std::size_t closing = 0;
  for (std::size_t column = 0; column < heads.size(); ++column) {
    const bool below = section.divided && column >= section.divided->first &&
                       column < section.divided->first + section.divided->count;
    if (below && column > section.divided->first) continue;
    const auto contains = [&](std::string_view word) {
      return heads[column].find(word) != std::string::npos;
    };
    const auto take = [&](std::size_t& count, int factor) {
      ++count;
      factors[column] = factor;
    };
    if (below) {
      take(spending, -1);
    } else if (contains("年初") || contains("上年")) {
      take(opening, 1);
    } else if (contains("年末") || contains("年终")) {
      take(closing, -1);
    } else if (contains("收入")) {
      take(income, 1);
    } else {
      return std::nullopt;
    }
  }
  const bool all = opening == 1 && income == 1 && spending == 1 && closing == 1;
  return all ? std::optional(std::move(factors)) : std::nullopt;
}

}  // namespace

void StatedAmounts::add(std::string_view name, std::optional<Amount> amount) {
  auto words = without_spaces(without_number(name));
  const auto known = amounts_.find(words);
  if (known == amounts_.end()) {
    if (amounts_.size() < most_names) amounts_.emplace(std::move(words), amount);
  } else if (!amount || !known->second || amount->value != known->second->value) {
    known->second.reset();
  }
}

void StatedAmounts::add(const StatedAmounts& others) {
  for (const auto& [name, amount] : others.amounts_) add(name, amount);
}

std::optional<Amount> StatedAmounts::of(std::string_view head) const {
  if (const auto exact = amounts_.find(head); exact != amounts_.end()) return exact->second;
  std::optional<Amount> sum;
  for (const auto& [name, amount] : amounts_) {
    if (!name.ends_with(head)) continue;
    if (!amount) return std::nullopt;
    if (!sum) sum = Amount{};
    sum->value += amount->value;
  }
  return sum;
}

FigureColumns figure_columns(std::string_view text, const LinedSection& section) {
  FigureColumns columns{.count = section.figures, .relations = {}, .stated = {}};
  const auto heads = leaves_of(text, section);
  if (heads.size() != columns.count) return columns;
  const auto first = section.divided ? section.divided->first : 0;
  const auto last = section.divided ? first + section.divided->count : heads.size();
  if (std::ranges::count_if(heads, is_total) != 1 || !is_total(heads[first]) || last - first < 2) {
    return columns;
  }
  columns.relations.push_back(sum_of(columns.count, first, last));
  if (auto flow = section.divided ? flow_of(heads, section) : std::nullopt) {
    columns.relations.push_back(std::move(*flow));
  }
  return columns;
}

std::vector<std::optional<Amount>> stated_columns(std::string_view text,
                                                  const LinedSection& section,
                                                  const StatedAmounts& stated) {
  std::vector<std::optional<Amount>> columns;
  for (const auto& head : leaves_of(text, section)) {
    columns.push_back(is_total(head) ? std::nullopt : stated.of(head));
  }
  return columns;
}

}  // namespace tieout::document
