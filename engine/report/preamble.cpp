// What stands above tables and says nothing of which they are.
#include "report/preamble.hpp"

#include "document/characters.hpp"
#include "report/units_near.hpp"
#include "schema/schema.hpp"

#include <algorithm>
#include <optional>

namespace tieout::report {

namespace {

constexpr std::string_view digits = "0123456789";

/// What follows 表3, 附表1-2, 附件1; nothing for other texts.
std::optional<std::string_view> behind_form_number(std::string_view text) {
  for (const std::string_view word : {"附表", "附件", "附", "表"}) {
    if (!text.starts_with(word)) continue;
    const auto rest = document::trimmed(text.substr(word.size()));
    const auto number = rest.find_first_not_of("0123456789-.");
    if (rest.empty() || digits.find(rest.front()) == std::string_view::npos) return std::nullopt;
    return document::trimmed(number == std::string_view::npos ? "" : rest.substr(number));
  }
  return std::nullopt;
}

/// 公开01表, 财决公开05表, 表3: which form it is, in numbers. 表3 支出决算表 is a title.
bool numbers_form(std::string_view text) {
  constexpr std::size_t longest = 12;  // characters
  constexpr std::string_view form = "表";
  if (const auto rest = behind_form_number(text)) return schema::folded(*rest).empty();
  const auto word = schema::folded(text);
  if (document::count_characters(word) > longest || !word.ends_with(form)) return false;
  const auto before = std::string_view(word).substr(0, word.size() - form.size());
  return !before.empty() && digits.find(before.back()) != std::string_view::npos;
}

/// 部门：市图书馆, 单位：万元: a label and what it says. 三公经费（单位：元） is a title with a
/// note.
bool is_labelled(std::string_view text) {
  constexpr std::size_t longest = 12;  // characters of a label
  for (const std::string_view bracket : {"（", "(", "【", "["}) {
    if (text.starts_with(bracket)) text.remove_prefix(bracket.size());
  }
  const auto colon = std::min(text.find("："), text.find(':'));
  if (colon == std::string_view::npos || behind_form_number(text)) return false;
  const auto label = text.substr(0, colon);
  return label.find("（") == std::string_view::npos && label.find('(') == std::string_view::npos &&
         !label.starts_with("其中") && document::count_characters(label) <= longest;
}

/// 第 5 页, 5/12, - 5 -
bool is_page_number(std::string_view text) {
  constexpr std::size_t longest = 12;  // characters
  if (document::count_characters(text) > longest) return false;
  bool any_digit = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = document::next_character(text, at);
    const bool digit = character >= U'0' && character <= U'9';
    any_digit = any_digit || digit;
    const bool page =
        std::u32string_view(U"第页共-—–/").find(character) != std::u32string_view::npos;
    if (!digit && !page && !document::is_space(character)) return false;
  }
  return any_digit;
}

bool notes_form(std::string_view text, const figure::UnitSystem& units) {
  return numbers_form(text) || (is_labelled(text) && !noted_units(text, units).empty());
}

}  // namespace

bool is_preamble(std::string_view text, const figure::UnitSystem& units) {
  return is_labelled(text) || notes_form(text, units) || is_page_number(text);
}

bool is_preamble(const GridRow& row, const figure::UnitSystem& units) {
  constexpr std::size_t longest = 160;  // bytes
  if (row.figures > 0) return false;
  bool notes = false;
  for (const auto& cell : row.cells) {
    if (cell.kind == CellKind::blank) continue;
    const auto text = cell.cell->joined().text();
    const auto words = document::trimmed(text);
    if (text.size() > longest || !is_preamble(words, units)) return false;
    notes = notes || notes_form(words, units);
  }
  return notes;
}

}  // namespace tieout::report
