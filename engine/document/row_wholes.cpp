// Which row of a list is the sum of which others.
#include "document/row_wholes.hpp"

#include "document/characters.hpp"
#include "document/lined_words.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace tieout::document {

namespace {

using Wholes = std::vector<std::optional<std::size_t>>;

Wholes by_code(const std::vector<ListedName>& rows) {
  constexpr std::size_t shortest = 3;  // 208
  constexpr std::size_t part = 2;      // 05
  Wholes wholes(rows.size());
  std::map<std::string_view, std::size_t> codes;
  std::optional<std::size_t> total;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!rows[row].code.empty()) {
      if (!codes.emplace(rows[row].code, row).second) return Wholes(rows.size());
    } else if (says_total(rows[row].name)) {
      if (total) return Wholes(rows.size());
      total = row;
    }
  }
  for (const auto& [code, row] : codes) {
    for (auto length = code.size(); length > shortest && !wholes[row];) {
      length -= std::min(part, length);
      const auto whole = codes.find(code.substr(0, length));
      if (whole != codes.end() && length >= shortest) wholes[row] = whole->second;
    }
    if (!wholes[row] && code.size() == shortest) wholes[row] = total;
  }
  return wholes;
}

/// 一、 or （一）: how a name is numbered; 0 if it is not so.
int style_of(std::string_view name) {
  if (!begins_section(name)) return 0;
  return name.starts_with("（") || name.starts_with("(") ? 2 : 1;
}

Wholes by_number(const std::vector<ListedName>& rows) {
  Wholes wholes(rows.size());
  const auto total = static_cast<std::size_t>(
      std::ranges::find_if(rows, [](const auto& row) { return says_total(row.name); }) -
      rows.begin());
  if (total == rows.size() || total == 0) return wholes;
  const auto style = style_of(rows.front().name);
  if (style == 0) return wholes;
  for (std::size_t row = 0; row < total; ++row) {
    // A row beside the numbered ones may be a part of the total, too.
    if (style_of(rows[row].name) != style) return Wholes(rows.size());
    wholes[row] = total;
  }
  return wholes;
}

}  // namespace

std::vector<std::optional<std::size_t>> wholes_of(const std::vector<ListedName>& rows) {
  const bool coded = std::ranges::any_of(rows, [](const auto& row) { return !row.code.empty(); });
  return coded ? by_code(rows) : by_number(rows);
}

}  // namespace tieout::document
