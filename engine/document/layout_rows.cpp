// Rows of laid-out tables whose names are broken over lines.
#include "document/layout_rows.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t most_lines = 12;  // of a row

/// What speaks against lines being one row; only what outweighs what matters.
namespace cost {
constexpr std::size_t misplaced = 40;  // a line of a name that is not where its figures want it
constexpr std::size_t without_figures = 30;
constexpr std::size_t short_line = 30;  // a name that goes on although its line has room
constexpr std::size_t new_item = 40;    // a name that goes on with the number of another
constexpr std::size_t open_bracket = 30;
constexpr std::size_t over_blank = 20;
constexpr std::size_t otherwise = 15;  // figures beside another line than in the other rows
}  // namespace cost

/// On which line of a row its figures stand.
enum class Alignment { middle, top, bottom };
constexpr std::array alignments = {Alignment::middle, Alignment::top, Alignment::bottom};

/// 一、 （三） 2. 2． 其中：
bool begins_item(std::string_view text) {
  if (text.starts_with("其中")) return true;
  static constexpr std::string_view numerals = "一二三四五六七八九十0123456789";
  static constexpr std::array<std::string_view, 2> brackets = {"（", "("};
  static constexpr std::array<std::string_view, 5> ends = {"、", "）", ")", ".", "．"};
  for (const auto bracket : brackets) {
    if (text.starts_with(bracket)) text.remove_prefix(bracket.size());
  }
  std::size_t at = 0;
  std::size_t count = 0;
  for (std::size_t next = 0; next < text.size(); at = next, ++count) {
    static_cast<void>(next_character(text, next));
    if (numerals.find(text.substr(at, next - at)) == std::string_view::npos) break;
  }
  constexpr std::size_t longest = 3;  // 二十四
  return count > 0 && count <= longest && std::ranges::any_of(ends, [&](std::string_view end) {
           return text.substr(at).starts_with(end);
         });
}

/// Brackets that text opens and does not close; negative if it closes more than it opens.
int open_brackets(std::string_view text) {
  int open = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = next_character(text, at);
    if (character == U'（' || character == U'(') ++open;
    if (character == U'）' || character == U')') --open;
  }
  return open;
}

class Rows {
 public:
  Rows(std::string_view text, const std::vector<BodyLine>& lines, LineRange certain)
      : text_(text), lines_(lines), certain_(certain) {
    std::vector<std::vector<std::size_t>> widths;
    for (const auto& line : lines) {
      for (const auto& [column, segment] : line.pieces) {
        if (widths.size() <= column) widths.resize(column + 1);
        widths[column].push_back(width(*segment));
      }
    }
    for (auto& all : widths) full_.push_back(full_width(all));
  }

  [[nodiscard]] std::vector<LineRange> find() const {
    std::optional<Found> best;
    for (const auto alignment : alignments) {
      auto found = divided(alignment);
      if (!best || found.cost < best->cost) best = std::move(found);
    }
    return best->rows;
  }

 private:
  struct Found {
    std::size_t cost = 0;
    std::vector<LineRange> rows;
  };
  struct Name {
    std::size_t before = 0;  // lines above the figures
    std::size_t beside = 0;
    std::size_t after = 0;
    int open = 0;  // brackets
    const Segment* last = nullptr;
  };

  std::string_view text_;
  const std::vector<BodyLine>& lines_;
  LineRange certain_;
  std::vector<std::size_t> full_;  // by column: how wide a line is that a name runs over

  [[nodiscard]] std::string_view content(const Segment& segment) const {
    return text_.substr(segment.span.begin, segment.span.end - segment.span.begin);
  }

  [[nodiscard]] std::size_t width(const Segment& segment) const {
    const auto part = content(segment);
    std::size_t columns = 0;
    for (std::size_t at = 0; at < part.size();) columns += display_width(next_character(part, at));
    return columns;
  }

  /// The width that several lines nearly reach: a column's longest name alone runs over nothing.
  static std::size_t full_width(std::vector<std::size_t>& widths) {
    constexpr std::size_t ragged = 3;  // a bracket or a Latin word goes to the next line whole
    if (widths.size() < 2) return std::numeric_limits<std::size_t>::max();
    std::ranges::nth_element(widths, widths.begin() + 1, std::ranges::greater());
    const auto widest = *std::ranges::max_element(widths);
    const bool several = widths[1] + ragged >= widest;
    return several ? widest - std::min(widest, ragged) : std::numeric_limits<std::size_t>::max();
  }

  /// The cheapest division of all lines into rows.
  [[nodiscard]] Found divided(Alignment alignment) const {
    constexpr auto unreachable = std::numeric_limits<std::size_t>::max();
    struct Step {
      std::size_t cost = unreachable;
      std::size_t begin = 0;  // of the row that ends here
    };
    std::vector<Step> steps(lines_.size() + 1);
    for (std::size_t begin = 0; begin < lines_.size(); ++begin) {
      if (begin <= certain_.first) steps[begin] = {0, begin};
      if (steps[begin].cost == unreachable) continue;
      const auto last = std::min(lines_.size(), begin + most_lines);
      bool figures = false;
      for (auto end = begin + 1; end <= last; ++end) {
        if (figures && lines_[end - 1].figures) break;
        figures = figures || lines_[end - 1].figures;
        const auto total = steps[begin].cost + cost_of({begin, end}, alignment);
        if (total < steps[end].cost) steps[end] = {total, begin};
      }
    }
    auto end = lines_.size();
    for (auto at = end; at-- > certain_.last;) {
      if (steps[at].cost < steps[end].cost) end = at;
    }
    Found found{.cost = steps[end].cost, .rows = {}};
    // A row that begins above the certain lines may begin on any of them.
    while (end > certain_.first) {
      found.rows.push_back({steps[end].begin, end});
      end = steps[end].begin;
    }
    std::ranges::reverse(found.rows);
    return found;
  }

  [[nodiscard]] std::size_t cost_of(LineRange row, Alignment alignment) const {
    std::vector<Name> names(full_.size());
    std::size_t total = 0;
    bool below = false;  // the figures
    bool figures = false;
    auto figures_end = row.first;  // figures that are cut reach over several lines
    for (auto at = row.first; at < row.last; ++at) {
      if (lines_[at].figures || lines_[at].completes) figures_end = at + 1;
    }
    for (auto at = row.first; at < row.last; ++at) {
      const auto& line = lines_[at];
      if (line.completes && !figures) total += cost::misplaced;
      if (at > row.first && line.after_blank) total += cost::over_blank;
      for (const auto& [column, segment] : line.pieces) {
        total += cost_of_next(names[column], column, *segment);
        auto& name = names[column];
        const bool beside = line.figures || (figures && at < figures_end);
        ++(beside ? name.beside : below ? name.after : name.before);
      }
      figures = figures || line.figures;
      below = below || (figures && at + 1 >= figures_end);
    }
    if (!figures) total += cost::without_figures;
    for (const auto& name : names) {
      if (figures) total += cost_of_place(name, alignment);
      if (name.open > 0) total += cost::open_bracket;
    }
    return total;
  }

  /// What speaks against a name going on with a segment.
  [[nodiscard]] std::size_t cost_of_next(Name& name, std::size_t column,
                                         const Segment& segment) const {
    std::size_t total = 0;
    const auto part = content(segment);
    if (name.last != nullptr) {
      if (width(*name.last) < full_[column]) total += cost::short_line;
      if (begins_item(part)) total += cost::new_item;
    }
    name.last = &segment;
    name.open += open_brackets(part);
    return total;
  }

  static std::size_t cost_of_place(const Name& name, Alignment usual) {
    auto least = cost::misplaced * misplaced(name, usual);
    for (const auto other : alignments) {
      least = std::min(least, cost::otherwise + cost::misplaced * misplaced(name, other));
    }
    return least;
  }

  /// How many lines are not where the figures want them.
  static std::size_t misplaced(const Name& name, Alignment alignment) {
    const bool lacks_own = name.beside == 0 && name.before + name.after > 0;
    switch (alignment) {
      case Alignment::top:
        return name.before + (lacks_own ? 1 : 0);
      case Alignment::bottom:
        return name.after + (lacks_own ? 1 : 0);
      case Alignment::middle:
        break;
    }
    return name.before > name.after ? name.before - name.after : name.after - name.before;
  }
};

}  // namespace

std::vector<LineRange> find_rows(std::string_view text, const std::vector<BodyLine>& lines,
                                 LineRange certain) {
  if (std::ranges::all_of(lines, &BodyLine::figures)) {
    std::vector<LineRange> rows;
    rows.reserve(lines.size());
    for (std::size_t at = 0; at < lines.size(); ++at) rows.push_back({at, at + 1});
    return rows;
  }
  return Rows(text, lines, certain).find();
}

}  // namespace tieout::document
