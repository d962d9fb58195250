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

constexpr std::string_view total_column = "合计";

bool is_total(std::string_view head) {
  return says_total(head) || without_spaces(head).ends_with("小计");
}

/// The words of the columns' own heads.
std::vector<std::string> leaves_of(std::string_view text, const LinedSection& section) {
  std::vector<std::string> words;
  words.reserve(section.leaves.size());
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

FigureColumns figure_columns(std::string_view text, const LinedSection& section) {
  FigureColumns columns{.count = section.figures, .relations = {}};
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

std::vector<std::string> column_words(std::string_view text, const LinedSection& section) {
  auto words = leaves_of(text, section);
  for (auto& word : words) {
    if (is_total(word)) word = total_column;
  }
  return words;
}

}  // namespace tieout::document
