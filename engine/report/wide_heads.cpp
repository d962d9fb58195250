// Binds heads to scalar items by their captions. What cannot be said for certain binds nothing.
#include "report/wide_heads.hpp"

#include "report/head_binding.hpp"
#include "report/read_rows.hpp"
#include "report/recognise.hpp"
#include "report/scope.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace tieout::report {

namespace {

using document::Cell;

constexpr std::size_t rows_looked_at = 12;  // a head stands within them
constexpr std::size_t fewest_items = 3;     // beside the unit's name and the year

std::optional<std::size_t> scalar_called(const schema::Schema& schema, std::string_view id) {
  const auto found = std::ranges::find(schema.scalars, id, &schema::Item::id);
  if (found == schema.scalars.end()) return std::nullopt;
  return static_cast<std::size_t>(found - schema.scalars.begin());
}

/// Words over several columns that say nothing of what they hold: 单位基本情况.
bool says_nothing(std::string_view word) {
  for (const std::string_view start : {"预算单位", "部门", "单位"}) {
    if (!word.starts_with(start)) continue;
    word.remove_prefix(start.size());
    break;
  }
  return word == "基本信息" || word == "基本情况" || word == "信息" || word == "情况";
}

/// The first rows of a table as one of their own.
document::Table beginning_of(const document::Table& table) {
  document::Table first{.rows = {}, .spans_known = table.spans_known, .place = table.place};
  const auto last = std::min(table.rows.size(), rows_looked_at);
  first.rows.assign(table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(last));
  return first;
}

class HeadBinder {
 public:
  HeadBinder(const Captions& captions, std::optional<int> period)
      : captions_(captions),
        period_(period),
        entity_(scalar_called(captions.schema(), "entity")),
        year_(scalar_called(captions.schema(), "period")) {}

  /// Nothing if the heads are not those of a wide table.
  [[nodiscard]] std::optional<WideHead> bind(const std::vector<Head>& heads, WideHead head) const {
    if (!entity_) return std::nullopt;
    std::optional<std::size_t> name;
    std::map<std::string, std::vector<WideColumn>> claims;
    for (std::size_t place = 0; place < heads.size(); ++place) {
      const auto& path = heads[place].path;
      if (path.empty()) continue;
      if (is_numbering_word(path.back().word)) {
        head.numbering.push_back(place);
        continue;
      }
      auto column = column_of(heads[place], place);
      if (!column) continue;
      const auto scalar = captions_.scalar(column->word);
      if (scalar == entity_) name = place;
      claims[key_of(*column)].push_back(std::move(*column));
    }
    if (!name) return std::nullopt;
    std::size_t items = 0;
    for (auto& [key, columns] : claims) {
      auto& last = columns.back();
      const auto scalar = captions_.scalar(last.word);
      const bool names_unit = scalar && scalar == entity_;
      // Of two columns that are the same item it cannot be said which is.
      if (columns.size() > 1 && !names_unit) continue;
      if (scalar && !names_unit && scalar != year_) ++items;
      head.columns.push_back(std::move(last));
    }
    if (items < fewest_items || is_of_one_report(heads, head.columns.size())) return std::nullopt;
    head.entity = *name;
    head.width = heads.size();
    return head;
  }

 private:
  const Captions& captions_;
  std::optional<int> period_;
  std::optional<std::size_t> entity_;
  std::optional<std::size_t> year_;

  /// What two columns must not both be.
  [[nodiscard]] std::string key_of(const WideColumn& column) const {
    if (column.summed) {
      return "table " + std::to_string(column.summed->table) + " " +
             std::to_string(column.summed->column);
    }
    const auto scalar = captions_.scalar(column.word);
    return scalar ? "scalar " + std::to_string(*scalar) : column.word;
  }

  [[nodiscard]] std::string known_name(std::string_view written) const {
    for (auto& name : names_in_year(written, period_)) {
      if (captions_.labels(name)) return std::move(name);
    }
    return {};
  }

  [[nodiscard]] std::optional<WideColumn> column_of(const Head& head, std::size_t place) const {
    if (!head.maybe.empty()) return std::nullopt;
    WideColumn column{.place = place, .label = {}, .word = {}, .summed = {}};
    std::string whole;
    for (const auto& words : head.path) {
      whole += words.written;
      column.label.paragraphs.push_back(words.cell->joined());
    }
    column.word = known_name(whole);
    if (!column.word.empty()) return column;
    const auto& own = head.path.back();
    // A column of years needs no more than that word.
    if (year_ && (own.word == "年度" || own.word == "年份")) {
      column.word = schema::folded(captions_.schema().scalars[*year_].title);
      return column;
    }
    if (head.path.size() < 2) return std::nullopt;
    const auto& above = head.path[head.path.size() - 2];
    if (other_year(above.written, period_) || says_budget(above.written)) return std::nullopt;
    if (column.summed = summed_under(above.word, own.written); column.summed) return column;
    // What stands under another word is its own only if that word says nothing.
    if (!says_nothing(above.word)) return std::nullopt;
    column.word = known_name(own.written);
    return column.word.empty() ? std::nullopt : std::optional(std::move(column));
  }

  /// The column of a table that is named above: 财政拨款 under 收入. Only of tables whose rows are
  /// summed up: it is their sum.
  [[nodiscard]] std::optional<NamedColumn> summed_under(std::string_view above,
                                                        std::string_view written) const {
    for (const auto table : captions_.tables(above)) {
      if (summary_key(captions_.schema().tables[table]).empty()) continue;
      for (const auto& name : names_in_year(written, period_)) {
        for (const auto& named : captions_.columns(name)) {
          const auto& item = captions_.schema().tables[named.table].columns[named.column];
          if (named.table == table && item.kind == schema::Kind::number) return named;
        }
      }
    }
    return std::nullopt;
  }

  /// Whether the heads are rather those of a table of the schema's: a report's own 单位 and what
  /// each spent.
  [[nodiscard]] bool is_of_one_report(const std::vector<Head>& heads, std::size_t bound) const {
    const TableContext context{.period = period_, .titled = {}, .keys_met = {}};
    return std::ranges::any_of(
        bind_heads(heads, {}, captions_, context), [&](const BoundHead& table) {
          return !captions_.schema().tables[table.table].statements && table.columns.size() > bound;
        });
  }
};

/// All texts that stand above a row of a table, in the document's paragraphs and in its own rows.
std::vector<const document::PlacedText*> texts_above(const document::Document& document,
                                                     const document::Table& table,
                                                     std::size_t row) {
  std::vector<const document::PlacedText*> texts;
  for (const auto& block : document.blocks) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block);
    if (paragraph == nullptr) continue;
    texts.push_back(&paragraph->text);
    if (texts.size() == rows_looked_at) break;
  }
  for (std::size_t above = 0; above < row; ++above) {
    for (const auto& cell : table.rows[above].cells) {
      for (const auto& text : cell.paragraphs) {
        if (!text.trimmed().empty()) texts.push_back(&text);
      }
    }
  }
  return texts;
}

}  // namespace

std::optional<WideHead> wide_head(const document::Document& document, std::size_t block,
                                  const Captions& captions, const figure::UnitSystem& units) {
  const auto& table = std::get<document::Table>(document.blocks[block]);
  const auto beginning = beginning_of(table);
  const Grid grid(beginning, units);
  for (std::size_t row = 0; row < grid.rows().size(); ++row) {
    const auto& first = grid.rows()[row];
    if (first.figures > 0) return std::nullopt;  // the body has begun
    if (first.texts < 2) continue;
    WideHead head{.block = block,
                  .first_row = row,
                  .last_row = row,
                  .columns = {},
                  .numbering = {},
                  .notes = UnitNotes(units),
                  .period = std::nullopt};
    const auto above = texts_above(document, table, row);
    std::string title;
    for (const auto* text : above) {
      head.notes.meet(text->text());
      title += schema::folded(text->text());
    }
    head.recognised = recognised(captions.schema(), title);
    head.period = period_of(above, captions.schema());
    head.of_budget = is_budget(above, captions.schema());
    const HeadBinder binder(captions,
                            head.period ? std::optional(head.period->year) : std::nullopt);
    for (auto last = row + count_head_rows(grid, row); last > row; --last) {
      head.last_row = last;
      if (auto bound = binder.bind(read_heads(grid, {row, last}), head)) return bound;
    }
  }
  return std::nullopt;
}

const Cell* cell_in(const document::Table& table, std::size_t row, std::size_t place) {
  const auto& cells = table.rows[row].cells;
  if (!table.spans_known) return place < cells.size() ? &cells[place] : nullptr;
  const auto found = std::ranges::lower_bound(cells, place, {}, &Cell::column);
  return found != cells.end() && found->column == place ? &*found : nullptr;
}

bool is_total_row(const document::Table& table, std::size_t row, std::size_t name) {
  static constexpr std::array<std::string_view, 3> ends = {"合计", "总计", "小计"};
  for (std::size_t place = 0; place <= name; ++place) {
    const auto* cell = cell_in(table, row, place);
    if (cell == nullptr || cell->blank()) continue;
    const auto word = schema::folded(cell->joined().text());
    if (std::ranges::any_of(ends, [&](auto end) { return word.ends_with(end); })) return true;
  }
  return false;
}

}  // namespace tieout::report
