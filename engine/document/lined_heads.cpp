// The heads of a table that stands a cell a line, with nothing that parts its rows.
#include "document/lined_heads.hpp"

#include "document/characters.hpp"
#include "document/lined_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::document {

namespace {

using Spans = std::vector<source::Span>;

constexpr std::size_t most_levels = 4;
constexpr std::size_t most_figures = 20;  // columns of one section

template <std::size_t count>
bool ends_with_any(std::string_view word, const std::array<std::string_view, count>& ends) {
  return std::ranges::any_of(ends, [word](std::string_view end) { return word.ends_with(end); });
}

bool is_part(std::string_view word) { return word == "类" || word == "款" || word == "项"; }

bool is_code_head(std::string_view word) {
  return ends_with_any<2>(without_spaces(word), {"编码", "代码"});
}

bool is_name_head(std::string_view word) { return without_spaces(word).ends_with("名称"); }

std::string_view words(std::string_view text, source::Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

/// The rows of heads: the keys on the left begin one, or one of the tables beside it.
std::vector<Spans> levels_of(std::string_view text, const Spans& heads) {
  std::vector<Spans> levels(1);
  bool figures = false;  // the row has heads of figures by now
  for (const auto& head : heads) {
    const auto word = words(text, head);
    const bool key = is_key_head(word);
    auto& row = levels.back();
    const bool beside = !row.empty() && words(text, row.front()) == word;
    const bool again = !row.empty() && is_key_head(words(text, row.back()));
    if (key && figures && !beside && !again) {
      levels.emplace_back();
      figures = false;
    }
    levels.back().push_back(head);
    figures = figures || !key;
  }
  return levels;
}

/// A row of heads, parted where its first word comes again.
std::vector<Spans> parted(std::string_view text, const Spans& row) {
  std::vector<Spans> parts;
  for (const auto& head : row) {
    if (parts.empty() || words(text, head) == words(text, row.front())) parts.emplace_back();
    parts.back().push_back(head);
  }
  return parts;
}

/// The lines that a head was broken over.
Spans lines_of(std::string_view text, source::Span head) {
  Spans lines;
  while (head.begin < head.end) {
    const auto end = std::min(text.find_first_of("\r\n", head.begin), head.end);
    const auto line = trimmed(text, {head.begin, end});
    if (line.begin < line.end) lines.push_back(line);
    head.begin = end + 1;
  }
  return lines;
}

bool all_alike(std::string_view text, const Spans& heads) {
  return std::ranges::all_of(heads, [&](const source::Span& head) {
    return words(text, head) == words(text, heads.front());
  });
}

/// Adds a row of heads to a section; false if keys stand behind figures.
bool add_level(std::string_view text, const Spans& heads, LinedSection& section) {
  LinedSection::Level level;
  for (const auto& head : heads) {
    const auto word = words(text, head);
    if (!is_key_head(word)) {
      level.figures.push_back(head);
      continue;
    }
    if (!level.figures.empty()) return false;
    level.keys.push_back(head);
    if (is_part(word)) ++section.parts;
    section.coded = section.coded || is_code_head(word) || is_part(word);
  }
  section.levels.push_back(std::move(level));
  return true;
}

/// Whether what a lower head is a part of may be an upper one: 基本支出 of 本年支出, 购置费 of
/// 公务用车购置及运行费.
bool may_divide(std::string_view upper, std::string_view lower) {
  constexpr std::array<std::string_view, 2> spending = {"支出", "费"};
  if (upper.ends_with(spending[0]) && lower.ends_with(spending[0])) return true;
  if (!lower.ends_with(spending[1])) return false;
  lower.remove_suffix(spending[1].size());
  std::size_t met = 0;
  for (std::size_t at = 0; at < upper.size() && met < lower.size();) {
    const auto begin = at;
    static_cast<void>(next_character(upper, at));
    const auto character = upper.substr(begin, at - begin);
    if (lower.substr(met).starts_with(character)) met += character.size();
  }
  return met == lower.size();
}

/// The one head of the upper row that the lower row, 合计 and parts of it, divides.
std::optional<std::size_t> divided_head(std::string_view text, const Spans& upper,
                                        const Spans& lower) {
  const auto first = without_spaces(words(text, lower.front()));
  if (lower.size() < 2 || (!says_total(first) && first != "小计")) return std::nullopt;
  std::optional<std::size_t> found;
  for (std::size_t at = 0; at < upper.size(); ++at) {
    const bool all = std::all_of(lower.begin() + 1, lower.end(), [&](const source::Span& head) {
      return may_divide(without_spaces(words(text, upper[at])), without_spaces(words(text, head)));
    });
    if (!all) continue;
    if (found) return std::nullopt;
    found = at;
  }
  return found;
}

/// The rows of heads of figures, each named once for all columns but one, and one that divides it.
bool read_divided(std::string_view text, LinedSection& section) {
  std::vector<std::size_t> rows;
  for (std::size_t level = 0; level < section.levels.size(); ++level) {
    if (!section.levels[level].figures.empty()) rows.push_back(level);
  }
  if (rows.size() != 2) return false;
  const auto& upper = section.levels[rows[0]].figures;
  const auto& lower = section.levels[rows[1]].figures;
  const auto at = divided_head(text, upper, lower);
  if (!at || upper.size() + lower.size() - 1 > most_figures) return false;
  section.divided = {.first = *at, .count = lower.size(), .level = rows[0]};
  section.leaves = upper;
  const auto divided = section.leaves.begin() + static_cast<std::ptrdiff_t>(*at);
  section.leaves.insert(section.leaves.erase(divided), lower.begin(), lower.end());
  return true;
}

/// The heads of the columns of figures; none if the rows of heads do not agree.
void read_leaves(std::string_view text, LinedSection& section) {
  const Spans* leaves = nullptr;
  std::size_t rows = 0;
  for (const auto& level : section.levels) {
    if (level.figures.empty()) continue;
    leaves = &level.figures;
    ++rows;
  }
  if (leaves == nullptr || leaves->size() > most_figures) return;
  const bool fits = std::ranges::all_of(section.levels, [&](const auto& level) {
    const auto count = level.figures.size();
    return count == 0 || &level.figures == leaves || (count == 1 && rows == 2) ||
           (count == leaves->size() && all_alike(text, *leaves));
  });
  if (!fits) {
    read_divided(text, section);
  } else {
    // 决算数 below each is no head of its own.
    const auto own = std::ranges::find_if(section.levels, [&](const auto& level) {
      return level.figures.size() == leaves->size() && !all_alike(text, level.figures);
    });
    section.leaves = own == section.levels.end() ? *leaves : own->figures;
  }
  section.figures = section.leaves.size();
}

/// 决算数 below each head of figures stands on a row of its own, below all others.
void set_apart_shared(std::string_view text, LinedSection& section) {
  const auto rows = std::ranges::count_if(section.levels,
                                          [](const auto& level) { return !level.figures.empty(); });
  for (auto& level : section.levels) {
    const bool shared = level.figures.size() > 1 && all_alike(text, level.figures);
    if (rows < 2 || !shared || level.keys.empty()) continue;
    auto figures = std::exchange(level.figures, {});
    section.levels.push_back({.keys = {}, .figures = std::move(figures)});
    return;
  }
}

}  // namespace

bool is_key_head(std::string_view head) {
  const auto word = without_spaces(head);
  return is_part(word) || is_code_head(word) || is_name_head(word) || word == "科目" ||
         ends_with_any<3>(word, {"项目", "分类科目", "功能分类"});
}

bool breaks_off(std::string_view head) {
  const auto word = without_spaces(head);
  return !is_key_head(word) &&
         !ends_with_any<14>(word, {"收入", "支出", "合计", "小计", "总计", "拨款", "预算", "数",
                                   "费", "结余", "结转", "余额", "金额", "资金"});
}

std::optional<std::vector<LinedSection>> lined_sections(std::string_view text, const Spans& heads) {
  if (heads.empty()) return std::nullopt;
  auto levels = levels_of(text, heads);
  if (levels.size() > most_levels) return std::nullopt;
  Spans titles;
  if (!is_key_head(words(text, levels.front().front()))) {
    titles = std::move(levels.front());
    levels.erase(levels.begin());
  }
  if (levels.empty()) return std::nullopt;
  const auto count = parted(text, levels.front()).size();
  if (!titles.empty() && (titles.size() != count || count < 2)) return std::nullopt;
  std::vector<LinedSection> sections(count);
  for (const auto& level : levels) {
    if (!is_key_head(words(text, level.front()))) return std::nullopt;
    const auto parts = parted(text, level);
    if (parts.size() != count) return std::nullopt;
    for (std::size_t part = 0; part < count; ++part) {
      if (!add_level(text, parts[part], sections[part])) return std::nullopt;
    }
  }
  for (std::size_t part = 0; part < count; ++part) {
    auto& section = sections[part];
    if (!titles.empty()) section.title = titles[part];
    read_leaves(text, section);
    const bool same = section.coded == sections.front().coded;
    if (section.figures == 0 || !same || section.parts == 1) return std::nullopt;
    if (count == 1) set_apart_shared(text, section);
  }
  return sections;
}

std::vector<std::vector<CellSketch>> lined_head_rows(std::string_view text,
                                                     const std::vector<LinedSection>& sections,
                                                     std::size_t codes) {
  std::size_t width = 0;
  std::size_t levels = 0;
  for (const auto& section : sections) {
    width += (section.coded ? codes : 0) + 1 + section.figures;
    levels = std::max(levels, section.levels.size());
  }
  const auto end = sections.back().levels.front().keys.back().end;
  const auto blank_row = [&] {
    std::vector<CellSketch> row(width);
    for (std::size_t column = 0; column < width; ++column) {
      row[column] = {.paragraphs = {{end, end}}, .column = column};
    }
    return row;
  };
  std::vector<std::vector<CellSketch>> rows;
  const bool titled = sections.front().title.begin < sections.front().title.end;
  if (titled) rows.push_back(blank_row());
  for (std::size_t level = 0; level < levels; ++level) rows.push_back(blank_row());
  std::size_t first = 0;
  for (const auto& section : sections) {
    const auto own_codes = section.coded ? codes : 0;
    const auto figures = first + own_codes + 1;
    if (titled) rows.front()[first].paragraphs = lines_of(text, section.title);
    for (std::size_t level = 0; level < section.levels.size(); ++level) {
      auto& row = rows[level + (titled ? 1 : 0)];
      std::size_t part = 0;
      for (const auto& key : section.levels[level].keys) {
        const auto word = words(text, key);
        auto column = first;
        if (is_name_head(word)) column = first + own_codes;
        if (is_part(word)) column = first + part++;
        if (is_part(word) && part > own_codes) continue;
        if (!is_part(word) || codes > 1) row[column].paragraphs = lines_of(text, key);
      }
      const auto& divided = section.divided;
      const auto& heads = section.levels[level].figures;
      for (std::size_t at = 0; at < heads.size(); ++at) {
        auto column = figures + at;
        if (divided && level == divided->level && at > divided->first) column += divided->count - 1;
        if (divided && level > divided->level) column += divided->first;
        row[column].paragraphs = lines_of(text, heads[at]);
      }
    }
    first = figures + section.figures;
  }
  std::erase_if(rows, [](const std::vector<CellSketch>& row) {
    return std::ranges::all_of(row, [](const CellSketch& cell) {
      return cell.paragraphs.front().begin == cell.paragraphs.front().end;
    });
  });
  return rows;
}

}  // namespace tieout::document
