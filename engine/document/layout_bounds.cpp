// Heads, rows and pages of laid-out tables, told by what kind each line is of.
#include "document/layout_bounds.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace tieout::document {

namespace {

using Kind = LayoutLine::Kind;
constexpr std::size_t most_blank_lines = 4;  // between rows, page breaks included
constexpr std::size_t most_head_lines = 20;

/// Whether the texts of two lines begin below each other, as far as both have some.
bool begin_alike(const LayoutLine& a, const LayoutLine& b) {
  const auto& fewer = a.segments.size() < b.segments.size() ? a : b;
  const auto& more = a.segments.size() < b.segments.size() ? b : a;
  const auto near = [](const Segment& one, const Segment& other) {
    return std::ranges::any_of(std::array{0U, 1U}, [&](unsigned ruler) {
      const auto [low, high] = std::minmax(one.extents[ruler].begin, other.extents[ruler].begin);
      return high - low <= column_width;
    });
  };
  return !fewer.segments.empty() && std::ranges::all_of(fewer.segments, [&](const Segment& one) {
    return !one.figure && std::ranges::any_of(more.segments, [&](const Segment& other) {
      return !other.figure && near(one, other);
    });
  });
}

}  // namespace

/// Where the texts of rows begin. Several texts in those places are a row whose figures are
/// blank, and no heads of another table.
class LayoutBounds::TextBegins {
 public:
  void add(const LayoutLine& line) {
    for (std::size_t at = 0; at < line.segments.size(); ++at) {
      const auto& segment = line.segments[at];
      // A figure in front of a text is its code.
      const bool code = at + 1 < line.segments.size() && !line.segments[at + 1].figure;
      if (segment.figure && !code) continue;
      for (std::size_t ruler = 0; ruler < begins_.size(); ++ruler) {
        begins_[ruler].insert(segment.extents[ruler].begin);
      }
    }
  }

  [[nodiscard]] bool fit(const LayoutLine& line) const {
    return std::ranges::any_of(std::array{Ruler::characters, Ruler::columns}, [&](Ruler ruler) {
      return std::ranges::all_of(line.segments, [&](const Segment& segment) {
        return begins_[static_cast<std::size_t>(ruler)].contains(segment.extent(ruler).begin);
      });
    });
  }

 private:
  std::array<std::unordered_set<std::size_t>, 2> begins_;  // by ruler
};

std::size_t LayoutBounds::body_end(std::size_t at) const {
  auto end = at + 1;
  std::size_t blanks = 0;
  TextBegins texts;
  texts.add(in_.layout[at]);
  if (at > 0 && begins_name(at - 1)) texts.add(in_.layout[at - 1]);
  for (auto line = at + 1; line < in_.layout.size(); ++line) {
    const auto& laid_out = in_.layout[line];
    const bool row = laid_out.kind == Kind::heads && !has_colon(laid_out) &&
                     (texts.fit(laid_out) || is_half_of_names(line));
    if ((laid_out.kind == Kind::heads && !row) || laid_out.kind == Kind::prose) break;
    blanks = laid_out.kind == Kind::blank ? blanks + 1 : 0;
    if (blanks > most_blank_lines) break;
    if (laid_out.kind == Kind::data || row || ends_name(line)) end = line + 1;
    if (laid_out.kind == Kind::data || begins_name(line)) texts.add(laid_out);
  }
  return end;
}

/// Whether a line is the upper half of a name, its figures in front on the next line.
bool LayoutBounds::begins_name(std::size_t line) const {
  return line + 1 < in_.layout.size() && in_.layout[line].kind == Kind::label &&
         in_.layout[line + 1].kind == Kind::data && in_.layout[line + 1].segments.front().figure;
}

/// Whether several names are broken over this line and another, their figures on a line between
/// that has none of the names.
bool LayoutBounds::is_half_of_names(std::size_t line) const {
  const auto are_halves = [this](std::size_t upper) {
    if (upper + 2 >= in_.layout.size()) return false;
    const auto& figures = in_.layout[upper + 1];
    return figures.kind == Kind::data && begin_alike(in_.layout[upper], in_.layout[upper + 2]) &&
           !begin_alike(in_.layout[upper], figures);
  };
  return are_halves(line) || (line >= 2 && are_halves(line - 2));
}

/// Whether a line is the lower half of a name whose upper half stands over the row's figures.
bool LayoutBounds::ends_name(std::size_t line) const {
  if (line < 2 || in_.layout[line].kind != Kind::label) return false;
  const auto& upper = in_.layout[line - 2];
  if (upper.kind != Kind::label || in_.layout[line - 1].kind != Kind::data) return false;
  const auto& above = upper.segments.front().extents;
  const auto& below = in_.layout[line].segments.front().extents;
  return above[0].begin == below[0].begin || above[1].begin == below[1].begin;
}

bool LayoutBounds::begins_with_of_which(const LayoutLine& line) const {
  return !line.segments.empty() &&
         in_.text.substr(line.segments.front().span.begin).starts_with("其中");
}

bool LayoutBounds::has_colon(const LayoutLine& line) const {
  return std::ranges::any_of(line.segments, [this](const Segment& segment) {
    const auto text = in_.content(segment);
    const bool colon =
        text.find("：") != std::string_view::npos || text.find(':') != std::string_view::npos;
    return colon && !text.starts_with("其中");
  });
}

bool LayoutBounds::notes_unit(const LayoutLine& line) const {
  return std::ranges::any_of(line.segments, [this](const Segment& segment) {
    const auto text = in_.content(segment);
    return text.find("单位：") != std::string_view::npos ||
           text.find("单位:") != std::string_view::npos;
  });
}

/// Whether the label on a line right above heads stands where no title does, beside their middle:
/// the upper part of one of them.
bool LayoutBounds::is_head_beside(std::size_t line) const {
  const auto& label = in_.layout[line];
  const auto& below = in_.layout[line + 1];
  if (label.kind != Kind::label || below.segments.empty()) return false;
  const auto& only = label.segments.front();
  const auto text = in_.content(only);
  if (begins_section(text) || text.find_first_of("0123456789") != std::string_view::npos) {
    return false;
  }
  constexpr std::size_t share = 8;  // of the heads' width
  const auto twice_middle = [](std::size_t begin, std::size_t end) { return begin + end; };
  return std::ranges::all_of(std::array{0U, 1U}, [&](unsigned ruler) {
    const auto begin = below.segments.front().extents[ruler].begin;
    const auto end = below.segments.back().extents[ruler].end;
    const auto middle = twice_middle(begin, end);
    const auto own = twice_middle(only.extents[ruler].begin, only.extents[ruler].end);
    const auto apart = own > middle ? own - middle : middle - own;
    return share * apart > 2 * (end - begin);
  });
}

std::size_t LayoutBounds::heads_begin(std::size_t done, std::size_t body) const {
  const auto most = body > most_head_lines ? body - most_head_lines : 0;
  auto begin = body;
  bool after_blank = false;
  bool numbered = false;
  for (auto line = body; line > std::max(done, most); --line) {
    const auto& above = in_.layout[line - 1];
    const bool blank = above.kind == Kind::blank;
    // Above the numbers of columns stand heads, however far.
    if (blank && after_blank && !numbered) break;
    if (above.kind == Kind::numbers) {
      numbered = true;
      begin = std::min(begin, line - 1);
      continue;
    }
    // What stands between the note of units and the heads is no title.
    if (begin < body && !after_blank && notes_unit(above)) begin = line;
    if (!blank && above.kind != Kind::heads && above.kind != Kind::label) break;
    if (has_colon(above)) break;
    if (above.kind == Kind::heads || begins_with_of_which(above) ||
        (begin == line && is_head_beside(line - 1))) {
      begin = line - 1;
    }
    after_blank = blank;
  }
  return begin;
}

std::size_t LayoutBounds::page_end(LineRange lines) const {
  auto line = lines.first + 1;
  while (line < lines.last && !in_.begins_page(line)) ++line;
  return line;
}

bool LayoutBounds::is_more_of_table(std::size_t done, LineRange rows) const {
  constexpr std::ptrdiff_t fewest_figures = 2;
  bool new_page = false;
  for (auto line = done; line <= rows.first; ++line) {
    new_page = new_page || in_.begins_page(line);
    const auto kind = in_.layout[line].kind;
    if (line < rows.first && kind != Kind::blank && kind != Kind::label) return false;
    if (has_colon(in_.layout[line])) return false;
  }
  return new_page &&
         std::ranges::count_if(in_.layout[rows.first].segments, &Segment::figure) >= fewest_figures;
}

}  // namespace tieout::document
