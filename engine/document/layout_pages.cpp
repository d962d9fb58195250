// Which columns of a page's table go on in the next page's.
#include "document/layout_pages.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace tieout::document {

namespace {

using Rows = std::vector<std::vector<CellSketch>>;

/// What a column holds, by the most of its cells.
enum class Content { nothing, codes, texts, figures };

bool is_code(std::string_view part) {
  const bool length = part.size() == 3 || part.size() == 5 || part.size() == 7;
  return length && part.find_first_not_of("0123456789") == std::string_view::npos;
}

Content content_of(std::string_view text, const Rows& rows, std::size_t column) {
  std::size_t codes = 0;
  std::size_t texts = 0;
  std::size_t figures = 0;
  for (const auto& row : rows) {
    if (column >= row.size()) continue;
    const auto& span = row[column].paragraphs.front();
    const auto part = text.substr(span.begin, span.end - span.begin);
    if (part.empty()) continue;
    ++(is_code(part) ? codes : resembles_figure(part) ? figures : texts);
  }
  // One cell of many rows is a word beside the table's own, as 款 and 项 beside the first codes.
  constexpr std::size_t few_rows = 3;
  const std::size_t fewest = rows.size() > few_rows ? 2 : 1;
  const auto most = std::max({codes, texts, figures});
  if (most < fewest) return Content::nothing;
  if (most == figures) return Content::figures;
  return most == texts ? Content::texts : Content::codes;
}

std::vector<Content> contents_of(std::string_view text, const Rows& rows) {
  std::vector<Content> contents;
  contents.reserve(rows.front().size());
  for (std::size_t column = 0; column < rows.front().size(); ++column) {
    contents.push_back(content_of(text, rows, column));
  }
  return contents;
}

/// 208, 05 and 2080501, and the words above them.
bool is_code_part(std::string_view part) {
  static constexpr std::array<std::string_view, 3> words = {"类", "款", "项"};
  if (std::ranges::find(words, part) != words.end()) return true;
  return part.size() == 2 ? part.find_first_not_of("0123456789") == std::string_view::npos
                          : is_code(part);
}

}  // namespace

std::optional<std::vector<CellSketch>> rest_behind_heads(std::string_view text, const Rows& heads,
                                                         const Rows& repeated) {
  constexpr std::size_t most_rest = 4;
  const auto content = [text](const source::Span& span) {
    return text.substr(span.begin, span.end - span.begin);
  };
  std::multiset<std::string_view> known;
  for (const auto& row : heads) {
    for (const auto& cell : row) {
      for (const auto& span : cell.paragraphs) known.insert(content(span));
    }
  }
  known.erase("");
  std::vector<CellSketch> rest;
  for (const auto& row : repeated) {
    for (const auto& cell : row) {
      for (const auto& span : cell.paragraphs) {
        if (content(span).empty()) continue;
        if (const auto found = known.find(content(span)); found != known.end()) {
          known.erase(found);
        } else {
          rest.push_back({.paragraphs = {span}, .column = cell.column});
        }
      }
    }
  }
  if (!known.empty() || rest.size() > most_rest) return std::nullopt;
  return rest;
}

std::vector<bool> columns_of_codes(std::string_view text, const Rows& rows) {
  std::vector<bool> codes(rows.empty() ? 0 : rows.front().size(), true);
  for (const auto& row : rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      for (const auto& span : row[column].paragraphs) {
        const auto part = text.substr(span.begin, span.end - span.begin);
        if (!part.empty() && !is_code_part(part)) codes[column] = false;
      }
    }
  }
  return codes;
}

std::optional<std::vector<std::size_t>> continued_columns(std::string_view text, const Rows& rows,
                                                          const Rows& next) {
  if (rows.empty() || next.empty()) return std::nullopt;
  const auto here = contents_of(text, rows);
  const auto there = contents_of(text, next);
  std::vector<std::size_t> columns(there.size());
  const bool alike =
      here.size() == there.size() && std::ranges::equal(here, there, [](Content a, Content b) {
        return a == b || a == Content::nothing || b == Content::nothing;
      });
  if (alike) {
    for (std::size_t column = 0; column < columns.size(); ++column) columns[column] = column;
    return columns;
  }
  std::size_t own = 0;
  for (std::size_t column = 0; column < there.size(); ++column) {
    if (there[column] == Content::nothing) {
      columns[column] = std::min(own, here.size() - 1);
      continue;
    }
    while (own < here.size() && here[own] == Content::nothing) ++own;
    if (own == here.size() || here[own] != there[column]) return std::nullopt;
    columns[column] = own++;
  }
  const bool all = std::all_of(here.begin() + static_cast<std::ptrdiff_t>(own), here.end(),
                               [](Content content) { return content == Content::nothing; });
  return all ? std::optional(columns) : std::nullopt;
}

}  // namespace tieout::document
