// Tables that stand side by side under one row of heads.
#include "report/head_sections.hpp"

#include "report/scope.hpp"
#include "schema/schema.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tieout::report {

namespace {

constexpr std::size_t rows_looked_at = 50;

/// What the cells below a head are.
struct Below {
  std::size_t texts = 0;
  std::size_t figures = 0;

  [[nodiscard]] bool labels() const { return texts > figures; }
  [[nodiscard]] bool amounts() const { return figures > texts; }
};

bool heads_codes(const Head& head) {
  return std::ranges::any_of(head.path, [](const HeadWords& words) {
    return words.word.find("编码") != std::string::npos ||
           words.word.find("代码") != std::string::npos || !code_part_of(words).empty();
  });
}

class SectionFinder {
 public:
  SectionFinder(const Grid& grid, const std::vector<Head>& heads, RowRange body)
      : heads_(heads), below_(heads.size()) {
    const auto last = std::min(body.last, body.first + rows_looked_at);
    for (auto row = body.first; row < last; ++row) {
      if (grid.rows()[row].figures == 0) continue;
      for (std::size_t column = 0; column < heads.size(); ++column) {
        const auto* cell = grid.at(row, column);
        if (cell == nullptr) continue;
        if (cell->kind == CellKind::text) ++below_[column].texts;
        if (cell->kind == CellKind::figure) ++below_[column].figures;
      }
    }
  }

  std::vector<Section> find() const {
    std::vector<Section> sections;
    for (std::size_t column = 0; column < heads_.size(); ++column) {
      if (column > 0 && !begins(column)) continue;
      if (!sections.empty()) sections.back().last = column;
      sections.push_back({column, heads_.size()});
    }
    return sections;
  }

 private:
  const std::vector<Head>& heads_;
  std::vector<Below> below_;

  [[nodiscard]] bool begins(std::size_t column) const {
    const auto& word = own_word(column);
    if (!word.empty() && !is_total_word(word) && word == own_word(0)) return own_cell(column);
    return labels_follow_figures(column);
  }

  /// A head that reaches over several columns begins once.
  [[nodiscard]] bool own_cell(std::size_t column) const {
    const auto& before = heads_[column - 1].path;
    return before.empty() || heads_[column].path.back().cell != before.back().cell;
  }

  [[nodiscard]] const std::string& own_word(std::size_t column) const {
    static const std::string none;
    const auto& path = heads_[column].path;
    return path.empty() ? none : path.back().word;
  }

  [[nodiscard]] bool labels_follow_figures(std::size_t column) const {
    return below_[column].labels() && below_[column - 1].amounts() &&
           !heads_codes(heads_[column - 1]) &&
           std::any_of(below_.begin() + static_cast<std::ptrdiff_t>(column), below_.end(),
                       [](const Below& below) { return below.amounts(); });
  }
};

}  // namespace

std::vector<Section> find_sections(const Grid& grid, const std::vector<Head>& heads,
                                   RowRange body) {
  return SectionFinder(grid, heads, body).find();
}

bool is_code_part(std::string_view folded_word) {
  static constexpr std::array<std::string_view, 3> parts = {"类", "款", "项"};
  return std::ranges::find(parts, folded_word) != parts.end();
}

std::string code_part_of(const HeadWords& own) {
  if (is_code_part(own.word)) return own.word;
  if (own.cell == nullptr || own.cell->paragraphs.size() < 2) return {};
  auto last = schema::folded(own.cell->paragraphs.back().text());
  return is_code_part(last) ? last : std::string();
}

}  // namespace tieout::report
