// Sheets of indicators, a cell a line.
#include "document/lined_indicators.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t longest_cell = 80;  // characters
constexpr std::size_t most_heads = 14;
constexpr std::size_t most_cells = 900;  // of one sheet
constexpr std::size_t fewest_rows = 3;
constexpr std::size_t most_remarks = 2;  // lines of a remark behind a score
constexpr std::size_t most_name = 2;     // lines of a name

/// What stands below a head.
enum class Kind { level, name, words, marks, score, remark, amount, none };

struct Piece {
  source::Span span;
  std::size_t line = 0;
  std::string word;  ///< without spaces and what stands in brackets at its end
};

template <std::size_t count>
bool is_one_of(std::string_view word, const std::array<std::string_view, count>& words) {
  return std::ranges::find(words, word) != words.end();
}

template <std::size_t count>
bool begins_with(std::string_view word, const std::array<std::string_view, count>& words) {
  return std::ranges::any_of(words,
                             [word](std::string_view each) { return word.starts_with(each); });
}

Kind kind_of(std::string_view word) {
  static constexpr std::array<std::string_view, 2> levels = {"一级指标", "二级指标"};
  static constexpr std::array<std::string_view, 4> names = {"三级指标", "指标名称", "指标",
                                                            "三级指标名称"};
  static constexpr std::array<std::string_view, 18> values = {
      "年度指标值", "指标值",     "目标值",       "年初目标值", "年度目标值",     "计划值",
      "预期指标值", "年初指标值", "预期值",       "实际完成值", "完成值",         "全年完成值",
      "全年实际值", "实际值",     "实际完成情况", "完成情况",   "全年实际完成值", "绩效目标"};
  static constexpr std::array<std::string_view, 4> marks = {"分值", "权重", "标准分", "满分"};
  static constexpr std::array<std::string_view, 5> scores = {"得分", "自评得分", "实际得分",
                                                             "自评分", "实得分"};
  static constexpr std::array<std::string_view, 9> remarks = {
      "偏差", "扣分", "未完成", "备注", "原因", "说明", "未达", "改进措施", "完成原因"};
  static constexpr std::array<std::string_view, 12> amounts = {
      "年初预算数", "全年预算数", "全年执行数", "预算数",   "执行数",     "年初预算",
      "全年预算",   "执行率",     "预算执行率", "全年执行", "调整预算数", "实际执行数"};
  if (is_one_of(word, levels)) return Kind::level;
  if (is_one_of(word, names)) return Kind::name;
  if (is_one_of(word, values)) return Kind::words;
  if (is_one_of(word, marks)) return Kind::marks;
  if (is_one_of(word, scores)) return Kind::score;
  if (is_one_of(word, amounts)) return Kind::amount;
  return begins_with(word, remarks) ? Kind::remark : Kind::none;
}

std::optional<double> plain_number(std::string_view word) {
  double number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  constexpr std::string_view points = "分";
  const std::string_view rest(end, static_cast<std::size_t>(word.data() + word.size() - end));
  if (error != std::errc() || (!rest.empty() && rest != points)) return std::nullopt;
  return number;
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<TextLine>& lines, LineRange stretch)
      : text_(text) {
    for (auto line = stretch.first; line < stretch.last; ++line) {
      const auto span = trimmed(text, lines[line].span);
      if (span.begin < span.end) pieces_.push_back({span, line, word_of(span)});
    }
  }

  [[nodiscard]] std::vector<FoundTable> find() {
    std::vector<FoundTable> tables;
    for (std::size_t at = 0; at < pieces_.size();) {
      auto found = read_sheet(at);
      if (!found) found = read_amounts(at);
      if (found) {
        tables.push_back(std::move(found->table));
        at = found->behind;
      } else {
        ++at;
      }
    }
    return tables;
  }

 private:
  struct Found {
    FoundTable table;
    std::size_t behind = 0;  ///< the piece behind it
  };
  /// Where the cells of one row begin, by piece.
  struct Row {
    std::size_t levels = 0;  ///< how many of them
    std::size_t begin = 0;
    std::size_t name = 1;     ///< lines of it
    std::size_t remarks = 0;  ///< lines behind it
  };

  std::string_view text_;
  std::vector<Piece> pieces_;
  std::vector<Kind> heads_;
  std::size_t level_heads_ = 0;
  std::size_t values_ = 0;  // cells of words behind the name
  bool marked_ = false;     // marks stand in front of the score
  bool remarked_ = false;

  [[nodiscard]] std::string_view view(std::size_t piece) const {
    const auto& span = pieces_[piece].span;
    return text_.substr(span.begin, span.end - span.begin);
  }

  /// 执行率（B/A） is 执行率.
  [[nodiscard]] std::string word_of(source::Span span) const {
    if (span.end - span.begin > longest_cell * 3) return {};
    auto word = without_spaces(text_.substr(span.begin, span.end - span.begin));
    for (const std::string_view bracket : {"（", "("}) {
      const auto at = word.find(bracket);
      if (at != std::string::npos && at > 0) word.erase(at);
    }
    return word;
  }

  [[nodiscard]] bool may_be_cell(std::size_t piece) const {
    return count_characters(view(piece)) <= longest_cell;
  }

  /// The heads that begin at a piece; how many lines they take up, 0 if they head no indicators.
  [[nodiscard]] std::size_t take_heads(std::size_t first) {
    heads_.clear();
    level_heads_ = values_ = 0;
    marked_ = remarked_ = false;
    auto at = first;
    for (; at < pieces_.size() && heads_.size() < most_heads; ++at) {
      const auto kind = kind_of(pieces_[at].word);
      const bool goes_on =
          !heads_.empty() && heads_.back() == Kind::remark && at > first &&
          (pieces_[at].word.starts_with("及") || pieces_[at].word.starts_with("和"));
      if (goes_on) continue;
      if (kind == Kind::none || kind == Kind::amount) break;
      heads_.push_back(kind);
    }
    // 一级指标 二级指标 三级指标 [指标值 完成值] [分值] 得分 [原因]
    auto head = heads_.begin();
    while (head != heads_.end() && *head == Kind::level) ++head, ++level_heads_;
    if (level_heads_ == 0 || head == heads_.end() || *head != Kind::name) return 0;
    ++head;
    while (head != heads_.end() && *head == Kind::words) ++head, ++values_;
    if (head != heads_.end() && *head == Kind::marks) ++head, marked_ = true;
    if (head == heads_.end() || *head != Kind::score) return 0;
    ++head;
    if (head != heads_.end() && *head == Kind::remark) ++head, remarked_ = true;
    return head == heads_.end() ? at - first : 0;
  }

  /// 产出指标, 数量指标（20分）
  [[nodiscard]] bool is_level(std::size_t piece) const {
    static constexpr std::array<std::string_view, 12> words = {
        "投入", "过程", "产出",   "效益", "效果",       "决策",
        "管理", "履职", "满意度", "成本", "决策与管理", "运行成本"};
    const std::string_view word = pieces_[piece].word;
    constexpr std::string_view end = "指标";
    return word.ends_with(end) || is_one_of(word, words);
  }

  [[nodiscard]] bool is_total(std::size_t piece) const {
    static constexpr std::array<std::string_view, 6> words = {"总分",   "合计",     "总计",
                                                              "总得分", "自评总分", "得分合计"};
    return is_one_of(pieces_[piece].word, words);
  }

  /// The piece behind a row's score if the row's name begins at a piece; nothing if it does not
  /// fit.
  [[nodiscard]] std::optional<std::size_t> behind_row(std::size_t name, std::size_t lines) const {
    const std::size_t marks = name + lines + values_;
    const std::size_t score = marks + (marked_ ? 1 : 0);
    if (score >= pieces_.size()) return std::nullopt;
    for (auto piece = name; piece < marks; ++piece) {
      if (!may_be_cell(piece) || is_total(piece)) return std::nullopt;
    }
    if (resembles_figure(view(name)) || is_level(name)) return std::nullopt;
    constexpr double most = 100;
    const auto reached = plain_number(pieces_[score].word);
    const auto full = marked_ ? plain_number(pieces_[marks].word) : most;
    if (!reached || !full || *reached > *full || *reached < 0) return std::nullopt;
    return score + 1;
  }

  /// The rows from a piece to the total or the end; nothing if it is not certain where they begin.
  [[nodiscard]] std::optional<std::vector<Row>> rows_from(std::size_t first,
                                                          std::size_t& behind) const {
    std::vector<Row> rows;
    auto at = first;
    while (at < pieces_.size() && at - first < most_cells) {
      if (is_total(at)) break;
      Row row;
      while (row.levels < level_heads_ && at < pieces_.size() && is_level(at)) {
        ++row.levels;
        ++at;
      }
      row.begin = at;
      std::optional<std::size_t> next;
      for (row.name = 1; row.name <= most_name; ++row.name) {
        next = behind_row(at, row.name);
        if (next && goes_on(*next)) break;
        next.reset();
      }
      if (!next) {
        at = row.begin - row.levels;
        break;
      }
      at = *next;
      row.remarks = remarks_at(at);
      at += row.remarks;
      rows.push_back(row);
    }
    if (rows.size() < fewest_rows) return std::nullopt;
    behind = at;
    return rows;
  }

  /// The fewest lines after which the next row, or the total, begins.
  [[nodiscard]] std::size_t remarks_at(std::size_t at) const {
    if (!remarked_) return 0;
    for (std::size_t lines = 0; lines <= most_remarks; ++lines) {
      if (at + lines >= pieces_.size()) return 0;
      if (lines > 0 && is_level(at + lines - 1)) return 0;
      if (is_total(at + lines) || begins_row(at + lines)) return lines;
    }
    return 0;
  }

  [[nodiscard]] bool begins_row(std::size_t at) const {
    std::size_t levels = 0;
    while (levels < level_heads_ && at < pieces_.size() && is_level(at)) ++levels, ++at;
    for (std::size_t name = 1; at < pieces_.size() && name <= most_name; ++name) {
      if (behind_row(at, name)) return true;
    }
    return false;
  }

  /// Whether a row ends in front of a piece: the next begins there, or behind a remark; no figure
  /// is left over.
  [[nodiscard]] bool goes_on(std::size_t at) const {
    if (at >= pieces_.size() || is_total(at) || begins_row(at)) return true;
    if (resembles_figure(view(at))) return false;
    return !remarked_ || remarks_at(at) > 0 || at + most_remarks >= pieces_.size() ||
           !begins_row(at + 1);
  }

  static void put(std::vector<CellSketch>& row, std::size_t column, source::Span span) {
    row[column].paragraphs.push_back(span);
  }

  [[nodiscard]] static std::vector<CellSketch> blank_row(std::size_t width) {
    std::vector<CellSketch> row(width);
    for (std::size_t column = 0; column < width; ++column) row[column].column = column;
    return row;
  }

  /// Blank cells get a place.
  static void close(std::vector<CellSketch>& row, source::Span at) {
    for (auto& cell : row) {
      if (cell.paragraphs.empty()) cell.paragraphs.push_back({at.begin, at.begin});
    }
  }

  [[nodiscard]] std::optional<Found> read_sheet(std::size_t first) {
    if (kind_of(pieces_[first].word) != Kind::level) return std::nullopt;
    const auto lines = take_heads(first);
    if (lines == 0) return std::nullopt;
    std::size_t behind = 0;
    const auto rows = rows_from(first + lines, behind);
    if (!rows) return std::nullopt;
    Found found{.table = {.table = {.rows = {}, .spans_known = true}, .lines = {}}};
    auto& sketch = found.table.table.rows;
    const auto width = heads_.size();
    auto heads = blank_row(width);
    for (std::size_t piece = first, column = 0; piece < first + lines; ++piece) {
      const bool goes_on = kind_of(pieces_[piece].word) == Kind::none;
      put(heads, goes_on ? column - 1 : column++, pieces_[piece].span);
    }
    close(heads, pieces_[first].span);
    sketch.push_back(std::move(heads));
    for (const auto& row : *rows) sketch.push_back(cells_of(row));
    if (behind < pieces_.size() && is_total(behind)) add_total(behind, sketch);
    found.behind = behind;
    found.table.lines = {pieces_[first].line, pieces_[behind - 1].line + 1};
    return found;
  }

  [[nodiscard]] std::vector<CellSketch> cells_of(const Row& row) const {
    auto cells = blank_row(heads_.size());
    // One level of two is the lower.
    for (std::size_t level = 0; level < row.levels; ++level) {
      put(cells, level_heads_ - row.levels + level, pieces_[row.begin - row.levels + level].span);
    }
    auto piece = row.begin;
    for (std::size_t line = 0; line < row.name; ++line) {
      put(cells, level_heads_, pieces_[piece++].span);
    }
    const auto last = level_heads_ + 1 + values_ + (marked_ ? 2 : 1);
    for (auto column = level_heads_ + 1; column < last; ++column) {
      put(cells, column, pieces_[piece++].span);
    }
    for (std::size_t line = 0; line < row.remarks; ++line) put(cells, last, pieces_[piece++].span);
    close(cells, pieces_[row.begin].span);
    return cells;
  }

  /// 总分 100 95.4; without marks where the heads have none.
  void add_total(std::size_t& behind, std::vector<std::vector<CellSketch>>& sketch) const {
    auto end = behind + 1;
    while (end < pieces_.size() && end - behind <= 2 && plain_number(pieces_[end].word)) ++end;
    const auto figures = end - behind - 1;
    const std::size_t asked = marked_ ? 2 : 1;
    if (figures == 0 || figures > asked) return;
    auto cells = blank_row(heads_.size());
    put(cells, 0, pieces_[behind].span);
    const auto score = level_heads_ + 1 + values_ + (marked_ ? 1 : 0);
    put(cells, score, pieces_[end - 1].span);
    if (figures == 2) put(cells, score - 1, pieces_[end - 2].span);
    close(cells, pieces_[behind].span);
    sketch.push_back(std::move(cells));
    behind = end;
  }

  /// 年初预算数 全年预算数 全年执行数 分值 执行率 得分 / 年度资金总额 100 110 105 10 95.45% 9.55
  [[nodiscard]] std::optional<Found> read_amounts(std::size_t first) const {
    auto at = first;
    bool scored = false;
    while (at < pieces_.size() && at - first < most_heads) {
      const auto kind = kind_of(pieces_[at].word);
      if (kind != Kind::amount && kind != Kind::marks && kind != Kind::score) break;
      scored = scored || kind == Kind::score;
      ++at;
    }
    const auto count = at - first;
    constexpr std::size_t fewest = 4;
    if (count < fewest || !scored || at + count >= pieces_.size()) return std::nullopt;
    if (resembles_figure(view(at)) || !may_be_cell(at)) return std::nullopt;
    for (auto piece = at + 1; piece <= at + count; ++piece) {
      if (!resembles_figure(view(piece))) return std::nullopt;
    }
    Found found{.table = {.table = {.rows = {}, .spans_known = true},
                          .lines = {pieces_[first].line, pieces_[at + count].line + 1}},
                .behind = at + count + 1};
    auto heads = blank_row(count + 1);
    auto row = blank_row(count + 1);
    for (std::size_t column = 0; column < count; ++column) {
      put(heads, column + 1, pieces_[first + column].span);
    }
    for (std::size_t column = 0; column <= count; ++column) {
      put(row, column, pieces_[at + column].span);
    }
    close(heads, pieces_[first].span);
    found.table.table.rows = {std::move(heads), std::move(row)};
    return found;
  }
};

}  // namespace

std::vector<FoundTable> find_lined_indicators(std::string_view text,
                                              const std::vector<TextLine>& lines,
                                              LineRange stretch) {
  return Finder(text, lines, stretch).find();
}

}  // namespace tieout::document
