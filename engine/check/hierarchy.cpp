// Parents and children among the rows of a table.
#include "check/hierarchy.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tieout::check {

namespace {

/// The text of a row's cell, the digits of a code included; empty if it has none.
std::string cell_text(const report::Row& row, std::size_t column) {
  const report::Value& value = row.values.at(column);
  if (const auto* text = std::get_if<report::Text>(&value)) return text->text;
  if (const auto* number = std::get_if<figure::Figure>(&value)) return number->raw;
  return {};
}

/// Only the digits and letters: " 208 05" and "20805" are one code.
std::string bare_code(std::string_view text) {
  std::string code;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) code += c;
  }
  return code;
}

using Parents = std::vector<std::optional<std::size_t>>;

Parents by_code(const std::vector<report::Row>& rows, std::size_t column) {
  std::vector<std::string> codes;
  std::unordered_map<std::string, std::size_t> row_of;
  for (const report::Row& row : rows) {
    codes.push_back(bare_code(cell_text(row, column)));
    if (!codes.back().empty()) row_of.emplace(codes.back(), codes.size() - 1);
  }
  Parents parents(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t length = codes[i].empty() ? 0 : codes[i].size() - 1; length > 0; --length) {
      if (const auto found = row_of.find(codes[i].substr(0, length)); found != row_of.end()) {
        parents[i] = found->second;
        break;
      }
    }
  }
  return parents;
}

Parents by_numbering(const std::vector<report::Row>& rows, std::size_t column) {
  Parents parents(rows.size());
  std::vector<std::pair<int, std::size_t>> open;  // levels with the row that opened each
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string text = cell_text(rows[i], column);
    int level = 2 * numbering_level(text);
    if (level == 0 || (level < 0 && open.empty())) continue;
    // 其中 lists parts of the numbered row before it: odd levels lie between the numbered ones.
    if (level < 0) level = open.back().first | 1;
    while (!open.empty() && open.back().first >= level) open.pop_back();
    if (!open.empty()) parents[i] = open.back().second;
    open.emplace_back(level, i);
  }
  return parents;
}

/// A row that comes to be its own ancestor (甲 below 乙, 乙 below 甲) has no parent: what it would
/// add up is itself.
void part_circles(Parents& parents) {
  constexpr std::size_t unseen = 0;
  std::vector<std::size_t> walk(parents.size(), unseen);  // on which a row was met
  for (std::size_t start = 0; start < parents.size(); ++start) {
    std::size_t at = start;
    while (walk[at] == unseen) {
      walk[at] = start + 1;
      if (!parents[at]) break;
      at = *parents[at];
    }
    const bool met_again = walk[at] == start + 1 && parents[at];
    for (std::size_t member = at; met_again && parents[member];) {
      const std::size_t above = *parents[member];
      parents[member].reset();
      member = above;
    }
  }
}

Parents by_parent(const std::vector<report::Row>& rows, std::size_t column) {
  std::unordered_map<std::string, std::size_t> row_of;
  for (std::size_t i = 0; i < rows.size(); ++i) row_of.emplace(rows[i].key, i);
  Parents parents(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string key = schema::folded(cell_text(rows[i], column));
    if (const auto found = row_of.find(key); !key.empty() && found != row_of.end()) {
      parents[i] = found->second;
    }
  }
  part_circles(parents);
  return parents;
}

/// The one row of a set: its whole key is one of the set's (人员经费合计 is not 合计).
std::optional<std::size_t> only_row(const std::vector<report::Row>& rows,
                                    const schema::Table& table, std::string_view id) {
  const auto set = std::ranges::find(table.row_sets, id, &schema::RowSet::id);
  if (set == table.row_sets.end()) return std::nullopt;
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (std::ranges::find(set->match, rows[i].key) == set->match.end()) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

/// The row of the total, if there is one; where rows are numbered, the grand total stands for one
/// that is not given.
std::optional<std::size_t> total_row(const std::vector<report::Row>& rows,
                                     const schema::Table& table) {
  auto total = only_row(rows, table, "summary");
  if (!total && table.hierarchy.kind == schema::Hierarchy::Kind::numbering) {
    total = only_row(rows, table, "grand");
  }
  return total;
}

/// A row that states an amount other than zero.
bool states_amount(const report::Row& row) {
  return !row.doubt.empty() || std::ranges::any_of(row.values, [](const report::Value& value) {
    const auto* figure = std::get_if<figure::Figure>(&value);
    return figure != nullptr && figure->value.rational() != 0;
  });
}

/// The rows with a code that have no other parent; none if an amount without a code is left, but
/// for those of totals that the schema knows.
void adopt_by_code(const std::vector<report::Row>& rows, const schema::Table& table,
                   std::size_t total, Parents& parents) {
  const Parents before = parents;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == total || table.canonical_keys.contains(rows[i].key)) continue;
    const bool coded = !bare_code(cell_text(rows[i], table.hierarchy.column)).empty();
    if (!coded && states_amount(rows[i])) {
      parents = before;
      return;
    }
    if (coded && !parents[i]) parents[i] = total;
  }
}

/// The outermost rows above a total: those of the lowest level, or all where none is numbered.
void adopt_by_numbering(const std::vector<report::Row>& rows, std::size_t column, std::size_t total,
                        Parents& parents) {
  constexpr int unnumbered = 0;
  int outermost = unnumbered;
  bool mixed = false;
  for (std::size_t i = 0; i < total; ++i) {
    const int level = numbering_level(cell_text(rows[i], column));
    if (level > 0 && (outermost == unnumbered || level < outermost)) outermost = level;
    mixed = mixed || (level == unnumbered && states_amount(rows[i]));
  }
  if (mixed && outermost != unnumbered) return;
  for (std::size_t i = 0; i < total; ++i) {
    if (numbering_level(cell_text(rows[i], column)) == outermost) parents[i] = total;
  }
}

constexpr std::string_view han_digits = "一二三四五六七八九十百";

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> openings) {
  return std::ranges::any_of(openings, [text](std::string_view o) { return text.starts_with(o); });
}

/// Bytes of the Chinese number at the start of `text`.
std::size_t han_number(std::string_view text) {
  std::size_t at = 0;
  while (at + 3 <= text.size() && han_digits.find(text.substr(at, 3)) != std::string_view::npos &&
         han_digits.find(text.substr(at, 3)) % 3 == 0) {
    at += 3;
  }
  return at;
}

std::size_t digits(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

}  // namespace

int numbering_level(std::string_view caption) {
  while (starts_with_any(caption, {" ", "\t"})) caption.remove_prefix(1);
  while (caption.starts_with("　")) caption.remove_prefix(3);
  if (caption.starts_with("其中")) return -1;
  const bool bracket = starts_with_any(caption, {"(", "（"});
  if (bracket) caption.remove_prefix(caption.front() == '(' ? 1 : 3);
  if (const std::size_t han = han_number(caption); han > 0) {
    const std::string_view rest = caption.substr(han);
    if (bracket) return starts_with_any(rest, {")", "）"}) ? 2 : 0;
    return starts_with_any(rest, {"、", ".", "．", "，"}) ? 1 : 0;
  }
  if (const std::size_t count = digits(caption); count > 0 && count <= 3) {
    const std::string_view rest = caption.substr(count);
    if (bracket) return starts_with_any(rest, {")", "）"}) ? 4 : 0;
    return starts_with_any(rest, {"、", ".", "．"}) ? 3 : 0;
  }
  // ① to ⑳ are E2 91 A0 to E2 91 B3.
  return caption.size() >= 3 && caption.starts_with("\xE2\x91") && caption[2] >= '\xA0' ? 5 : 0;
}

std::vector<std::vector<std::size_t>> children_of(const std::vector<report::Row>& rows,
                                                  const schema::Table& table) {
  const schema::Hierarchy& hierarchy = table.hierarchy;
  Parents parents(rows.size());
  switch (hierarchy.kind) {
    case schema::Hierarchy::Kind::none:
      break;
    case schema::Hierarchy::Kind::code_prefix:
      parents = by_code(rows, hierarchy.column);
      break;
    case schema::Hierarchy::Kind::numbering:
      parents = by_numbering(rows, hierarchy.column);
      break;
    case schema::Hierarchy::Kind::parent:
      parents = by_parent(rows, hierarchy.column);
      break;
  }
  const std::optional<std::size_t> total = total_row(rows, table);
  if (total && hierarchy.kind == schema::Hierarchy::Kind::code_prefix) {
    adopt_by_code(rows, table, *total, parents);
  }
  if (total && hierarchy.kind == schema::Hierarchy::Kind::numbering) {
    adopt_by_numbering(rows, hierarchy.column, *total, parents);
  }
  std::vector<std::vector<std::size_t>> children(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (parents[i]) children[*parents[i]].push_back(i);
  }
  return children;
}

}  // namespace tieout::check
