// Columns of figures of a laid-out table above which no head stands.
#include "document/headless_columns.hpp"

#include "document/characters.hpp"
#include "document/laid_out_lines.hpp"
#include "document/layout_pages.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace tieout::document {

namespace {

using Rows = std::vector<std::vector<CellSketch>>;

constexpr std::size_t fewest_heads = 3;  // of columns of figures; fewer may be a title

/// What stands in a column of the body.
struct Content {
  std::size_t figures = 0;
  std::size_t amounts = 0;  ///< of the figures, those with decimals
  std::size_t texts = 0;
  std::size_t names = 0;  ///< of the texts, those of three Han characters or more
};

std::vector<Content> contents_of(std::string_view text, const Rows& body) {
  constexpr std::size_t shortest_name = 9;  // bytes
  std::vector<Content> contents(body.front().size());
  for (const auto& row : body) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (is_blank(row[column])) continue;
      const auto& span = row[column].paragraphs.front();
      const auto cell = text.substr(span.begin, span.end - span.begin);
      auto& content = contents[column];
      if (resembles_figure(cell)) {
        ++content.figures;
        if (cell.find('.') != std::string_view::npos) ++content.amounts;
      } else {
        ++content.texts;
        if (cell.size() >= shortest_name) ++content.names;
      }
    }
  }
  return contents;
}

/// Columns with a head of their own, or below one that reaches over several.
std::vector<bool> headed_columns(const Rows& heads, std::size_t count) {
  std::vector<bool> headed(count, false);
  for (const auto& row : heads) {
    for (const auto& cell : row) {
      if (is_blank(cell)) continue;
      const auto end = std::min(cell.column + cell.column_span, count);
      for (auto column = cell.column; column < end; ++column) headed[column] = true;
    }
  }
  return headed;
}

/// Whether heads above the columns' own reach over some of the columns [first, last) only.
bool has_groups(const Rows& heads, std::size_t first, std::size_t last) {
  return std::any_of(heads.begin(), heads.end() - 1, [&](const std::vector<CellSketch>& row) {
    return std::ranges::any_of(row, [&](const CellSketch& cell) {
      const auto end = cell.column + cell.column_span;
      const bool meets = cell.column < last && first < end;
      return meets && (cell.column > first || end < last);
    });
  });
}

/// Puts the heads of columns `from` above as many columns `to`, in their order.
void move_heads(std::vector<CellSketch>& heads, const std::vector<std::size_t>& from,
                const std::vector<std::size_t>& to) {
  std::vector<CellSketch> moved;
  for (const auto column : from) {
    const auto end = heads[column].paragraphs.back().end;
    CellSketch blank{.paragraphs = {{end, end}}, .column = column};
    moved.push_back(std::exchange(heads[column], std::move(blank)));
  }
  for (std::size_t at = 0; at < moved.size(); ++at) {
    moved[at].column = to[at];
    heads[to[at]] = std::move(moved[at]);
  }
}

}  // namespace

bool are_mixed(std::string_view text, const Rows& body) {
  constexpr std::size_t several = 2;
  return !body.empty() && std::ranges::any_of(contents_of(text, body), [](const Content& content) {
    return content.amounts >= several && content.names >= several;
  });
}

bool give_heads(std::string_view text, Rows& heads, const Rows& body) {
  if (heads.empty() || body.empty()) return true;
  const auto contents = contents_of(text, body);
  const auto codes = columns_of_codes(text, body);
  const auto headed = headed_columns(heads, contents.size());
  for (std::size_t begin = 0; begin < contents.size();) {
    // Columns between two of texts.
    const auto is_text = [&](std::size_t column) {
      return codes[column] ? contents[column].figures > 0
                           : contents[column].texts > contents[column].figures;
    };
    auto end = begin;
    while (end < contents.size() && !is_text(end)) ++end;
    std::vector<std::size_t> with_figures;
    std::vector<std::size_t> with_head;
    bool headless = false;
    for (auto column = begin; column < end; ++column) {
      if (contents[column].figures > 0) with_figures.push_back(column);
      if (headed[column]) with_head.push_back(column);
      headless = headless || (contents[column].figures > 0 && !headed[column]);
    }
    const auto first = std::exchange(begin, end + 1);
    if (!headless || with_head.size() < fewest_heads) continue;
    if (with_head.size() != with_figures.size() || has_groups(heads, first, end)) return false;
    move_heads(heads.back(), with_head, with_figures);
  }
  return true;
}

}  // namespace tieout::document
