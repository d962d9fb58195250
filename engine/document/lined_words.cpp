// What single cells say in tables that stand a cell a line.
#include "document/lined_words.hpp"

#include "document/characters.hpp"
#include "document/lined_heads.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tieout::document {

namespace {

constexpr std::size_t longest_cell = 40;  // characters

bool contains(std::string_view word, std::string_view part) {
  return word.find(part) != std::string_view::npos;
}

template <std::size_t count>
bool contains_any(std::string_view word, const std::array<std::string_view, count>& parts) {
  return std::ranges::any_of(parts, [word](std::string_view part) { return contains(word, part); });
}

}  // namespace

bool may_be_cell(std::string_view word) {
  static constexpr std::array<std::string_view, 2> colons = {"：", ":"};
  const bool title = word.ends_with("表") && count_characters(word) > 3;
  const bool note = contains_any(word, colons) && !word.starts_with("其中");
  return !title && !note && count_characters(word) <= longest_cell && !ends_sentence(word);
}

bool is_text_cell(std::string_view word) {
  return !word.empty() && may_be_cell(word) && !resembles_figure(word);
}

bool is_digits(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool says_total(std::string_view word) {
  return contains_any<2>(without_spaces(word), {"合计", "总计"});
}

bool is_numbered(std::string_view word) {
  if (begins_section(word)) return true;
  const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const auto rest = word.substr(digits);
  return digits > 0 && digits < 3 && (rest.starts_with(".") || rest.starts_with("、"));
}

Side side_of(std::string_view words) {
  const auto name = without_spaces(words);
  if (name.ends_with("支出")) return Side::spending;
  if (name.ends_with("收入")) return Side::income;
  const bool income = contains(name, "收入");
  const bool spending = contains(name, "支出");
  if (income != spending) return income ? Side::income : Side::spending;
  if (income) return Side::unknown;
  if (contains_any<4>(name, {"年初", "上年", "弥补", "使用"})) return Side::income;
  if (contains_any<4>(name, {"年末", "年终", "下年", "分配"})) return Side::spending;
  const bool source = name.ends_with("拨款") || name.ends_with("预算") || name.ends_with("资金");
  return source ? Side::income : Side::unknown;
}

bool LinedPieces::may_end_before(std::size_t piece) const {
  constexpr std::size_t looked_at = 12;
  for (auto next = piece; next < std::min(size(), piece + looked_at); ++next) {
    if (!may_be_cell(words(next)) || is_key_head(words(next))) return true;
    if (resembles_figure(words(next))) return false;
  }
  return true;
}

std::string LinedPieces::run() const {
  std::string run;
  for (const auto& piece : pieces_) run += words(piece.span);
  return run;
}

CellSketch LinedPieces::blank_behind(std::size_t piece) const {
  const auto end = pieces_[piece].span.end;
  return {.paragraphs = {{end, end}}};
}

}  // namespace tieout::document
