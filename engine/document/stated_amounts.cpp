// What a text states of names, codes and columns.
#include "document/stated_amounts.hpp"

#include "document/characters.hpp"
#include "document/lined_words.hpp"

#include <algorithm>
#include <array>

namespace tieout::document {

namespace {

constexpr std::size_t most_names = 200;
constexpr std::size_t most_cells = 5000;
constexpr std::size_t most_said = 1000;
constexpr std::size_t longest_words = 60;  // bytes in front of an amount
constexpr std::size_t shortest_head = 4;   // characters: 支出 ends the words of many

/// 1. 一、 （一）: what a name's number takes up of it.
std::string_view without_number(std::string_view name) {
  static constexpr std::array<std::string_view, 4> ends = {"、", "）", ")", "."};
  constexpr std::size_t longest_number = 15;  // bytes
  if (!is_numbered(name)) return name;
  for (const auto end : ends) {
    const auto at = name.find(end);
    if (at <= longest_number) {
      return trimmed(name.substr(at + end.size()));
    }
  }
  return name;
}

std::string cell_key(std::string_view code, std::string_view head) {
  return std::string(code) + ' ' + std::string(head);
}

bool is_of_number(char byte) { return (byte >= '0' && byte <= '9') || byte == '.' || byte == ','; }

/// The words in front of an amount without those that only introduce it.
std::string_view without_introduction(std::string_view words) {
  static constexpr std::array<std::string_view, 5> introductions = {"为", "是", "：", ":", "共"};
  for (const auto introduction : introductions) {
    if (words.ends_with(introduction)) words.remove_suffix(introduction.size());
  }
  return words;
}

}  // namespace

void StatedAmounts::add(Amounts& amounts, std::string key, std::optional<Amount> amount,
                        std::size_t most) {
  const auto known = amounts.find(key);
  if (known == amounts.end()) {
    if (amounts.size() < most) amounts.emplace(std::move(key), amount);
  } else if (!amount || !known->second || amount->value != known->second->value) {
    known->second.reset();
  }
}

void StatedAmounts::add_name(std::string_view name, std::optional<Amount> amount) {
  add(names_, without_spaces(without_number(name)), amount, most_names);
}

void StatedAmounts::add_cell(std::string_view code, std::string_view head, const Amount& amount) {
  add(cells_, cell_key(code, head), amount, most_cells);
}

void StatedAmounts::add_sentences(std::string_view text) {
  constexpr std::string_view unit = "元";
  constexpr std::string_view ten_thousand = "万";
  for (auto at = text.find(unit); at != std::string_view::npos && said_.size() < most_said;
       at = text.find(unit, at + unit.size())) {
    auto end = at;
    if (text.substr(0, end).ends_with(ten_thousand)) end -= ten_thousand.size();
    // Programs that extract text put a space between figures and words.
    while (end > 0 && text[end - 1] == ' ') --end;
    auto begin = end;
    while (begin > 0 && end - begin < longest_words && is_of_number(text[begin - 1])) --begin;
    const auto amount = read_amount(text.substr(begin, end - begin));
    if (begin == end || !amount) continue;
    const auto from = begin - std::min(begin, longest_words);
    said_.emplace_back(without_introduction(trimmed(text.substr(from, begin - from))), *amount);
  }
}

void StatedAmounts::add(const StatedAmounts& others) {
  for (const auto& [name, amount] : others.names_) add(names_, name, amount, most_names);
  for (const auto& [cell, amount] : others.cells_) add(cells_, cell, amount, most_cells);
}

std::optional<Amount> StatedAmounts::of_name(std::string_view head) const {
  if (const auto exact = names_.find(head); exact != names_.end()) return exact->second;
  std::optional<Amount> sum;
  if (count_characters(head) < shortest_head) return sum;
  for (const auto& [name, amount] : names_) {
    if (!name.ends_with(head)) continue;
    if (!amount) return std::nullopt;
    if (!sum) sum = Amount{};
    sum->value += amount->value;
  }
  return sum;
}

std::optional<Amount> StatedAmounts::of_cell(std::string_view code, std::string_view head) const {
  const auto found = cells_.find(cell_key(code, head));
  return found == cells_.end() ? std::nullopt : found->second;
}

std::vector<Amount> StatedAmounts::said(std::string_view head) const {
  std::vector<Amount> amounts;
  if (count_characters(head) < shortest_head) return amounts;
  for (const auto& [words, amount] : said_) {
    if (words.ends_with(head)) amounts.push_back(amount);
  }
  return amounts;
}

}  // namespace tieout::document
