// Fills what no table gave from what the text says.
#include "report/narrative/fill.hpp"

#include "report/narrative/lookup.hpp"
#include "report/narrative/rows.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <variant>

namespace tieout::report::narrative {
namespace {

constexpr std::string_view summary = "summary";

using Statements = std::vector<std::size_t>;

bool agree(const figure::Figure& a, const figure::Figure& b) {
  if (!comparable(a, b)) return false;
  const figure::Rational difference = a.base() - b.base();
  const figure::Rational allowed = a.half_step() + b.half_step();
  return difference <= allowed && -difference <= allowed;
}

/// The value that several statements of one item give: the finest one if all agree.
Value value_of(const Narrative& text, const Statements& statements) {
  const figure::Figure* finest = &text.statements[statements.front()].figure;
  bool all_agree = true;
  std::string raw;
  for (const std::size_t index : statements) {
    const figure::Figure& each = text.statements[index].figure;
    for (const std::size_t other : statements) {
      all_agree = all_agree && agree(each, text.statements[other].figure);
      if (other == index) break;
    }
    if (each.half_step() < finest->half_step()) finest = &each;
    raw += (raw.empty() ? "" : "；") + each.raw;
  }
  if (all_agree) return *finest;
  return Unreadable{raw, finest->place};
}

class Filler {
 public:
  Filler(const Narrative& text, const Binder& binder, const schema::Schema& schema,
         const std::vector<Group>& groups, Report& report)
      : text_(text), binder_(binder), schema_(schema), report_(report) {
    for (const Group& group : groups) {
      if (group.closed && !group.doubtful && fills_one_table(group)) {
        whole_.insert(group.total);
        whole_.insert(group.parts.begin(), group.parts.end());
      }
    }
    find_flows();
  }

  void run() {
    for (std::size_t index = 0; index < text_.statements.size(); ++index) {
      const Statement& statement = text_.statements[index];
      if (!is_exact_statement(statement)) continue;
      const auto scalar =
          std::find_if(statement.items.begin(), statement.items.end(),
                       [](const BoundItem& item) { return !item.table.has_value(); });
      for (const BoundItem& item : statement.items) {
        if (!item.table) {
          scalars_[item.item].push_back(index);
        } else if (stands_alone(item) || scalar != statement.items.end() ||
                   whole_.contains(index)) {
          cells_[*item.table][item.row][item.item].push_back(index);
        }
      }
    }
    for (const auto& [index, statements] : scalars_) {
      Value& value = report_.scalars[index];
      if (std::holds_alternative<Missing>(value)) value = value_of(text_, statements);
    }
    for (const auto& [index, rows] : cells_) fill_table(index, rows);
  }

 private:
  using Cells = std::map<std::size_t, Statements>;  // by column

  /// Total and parts are all items of one table: nothing is left that would be missing beside them.
  [[nodiscard]] bool fills_one_table(const Group& group) const {
    const auto table_of = [this](std::size_t statement) {
      const auto& items = text_.statements[statement].items;
      return items.empty() ? std::nullopt : items.front().table;
    };
    const auto table = table_of(group.total);
    return table && std::all_of(group.parts.begin(), group.parts.end(),
                                [&](std::size_t part) { return table_of(part) == table; });
  }

  /// 年初结转1万元，本年收入12万元，本年支出13万元 in a section about a fund: what came in and what
  /// went out stand beside each other.
  void find_flows() {
    constexpr std::size_t fewest = 3;
    std::map<std::pair<std::size_t, std::size_t>, Statements> flows;  // by passage and table
    for (std::size_t index = 0; index < text_.statements.size(); ++index) {
      const Statement& statement = text_.statements[index];
      if (statement.items.empty() || !statement.items.front().table) continue;
      const std::size_t section = text_.passages.list[statement.passage].section;
      if (fund_of(text_.passages.sections.titles(section)).empty()) continue;
      flows[{statement.passage, *statement.items.front().table}].push_back(index);
    }
    for (const auto& [where, statements] : flows) {
      std::set<std::size_t> columns;
      for (const std::size_t index : statements) {
        columns.insert(text_.statements[index].items.front().item);
      }
      if (columns.size() >= fewest) whole_.insert(statements.begin(), statements.end());
    }
  }

  /// Totals say something alone; an addend does only beside the others.
  [[nodiscard]] bool stands_alone(const BoundItem& item) const {
    return binder_.item(item).blank != schema::Blank::zero;
  }

  void fill_table(std::size_t index, const std::map<std::string, Cells>& rows) {
    const schema::Table& table = schema_.tables[index];
    Table& found = report_.tables[index];
    if (!found.rows.empty() || !table.key) return;
    for (const auto& [key, cells] : rows) {
      const std::string label = key.empty() ? summary_label(table) : key;
      if (label.empty()) continue;
      Row row;
      row.label = label;
      row.key = table.key_of(label);
      row.values.resize(table.columns.size());
      for (const auto& [column, statements] : cells) {
        row.values[column] = value_of(text_, statements);
        const source::Place& place = text_.statements[statements.front()].figure.place;
        if (row.place == source::Place{} || place < row.place) row.place = place;
      }
      leave_open(table, cells, row);
      row.values[*table.key] = text_value(label, row.place);
      found.rows.push_back(std::move(row));
    }
    if (found.rows.empty()) return;
    std::sort(found.rows.begin(), found.rows.end(),
              [](const Row& a, const Row& b) { return a.place < b.place; });
    found.present = true;
    found.place = found.rows.front().place;
  }

  /// An addend that a table lacks is nothing; one that a text does not mention is not known.
  static void leave_open(const schema::Table& table, const Cells& cells, Row& row) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      if (table.columns[column].blank != schema::Blank::zero || cells.contains(column)) continue;
      row.values[column] = Unreadable{std::string(not_stated), row.place};
    }
  }

  /// A label that the summary set knows: 部门合计 where 合计 marks it.
  [[nodiscard]] static std::string summary_label(const schema::Table& table) {
    const auto set = std::find_if(table.row_sets.begin(), table.row_sets.end(),
                                  [](const schema::RowSet& each) { return each.id == summary; });
    if (set == table.row_sets.end() || set->match.empty()) return {};
    constexpr std::string_view department = "部门合计";
    return set->contains(table.key_of(department)) ? std::string(department) : set->match.front();
  }

  const Narrative& text_;
  const Binder& binder_;
  const schema::Schema& schema_;
  Report& report_;
  std::set<std::size_t> whole_;  ///< totals and parts that a table can take as they are
  std::map<std::size_t, Statements> scalars_;
  std::map<std::size_t, std::map<std::string, Cells>> cells_;  ///< by table and row
};

/// The column that a breakdown of this total fills: its name ends in a caption of the source.
const schema::RowSource* source_of(const schema::Table& table, const Statement& total) {
  const std::string name = schema::folded(total.name);
  const schema::RowSource* best = nullptr;
  std::size_t length = 0;
  for (const schema::RowSource& source : table.from) {
    for (const std::string& caption : source.captions) {
      const std::string folded = schema::folded(caption);
      if (folded.size() > length && name.ends_with(folded)) {
        best = &source;
        length = folded.size();
      }
    }
  }
  return best;
}

/// Binds the parts of a breakdown into kinds; false if the group is none.
bool bind_kinds(Narrative& text, const schema::Schema& schema, const Group& group) {
  for (std::size_t index = 0; index < schema.tables.size(); ++index) {
    const schema::Table& table = schema.tables[index];
    if (!table.partition) continue;
    const Statement& total = text.statements[group.total];
    const schema::RowSource* source = source_of(table, total);
    if (source == nullptr || (total.year && total.year != text.period)) continue;
    const auto kind_of = [&](std::size_t part) {
      return table.canonical_keys.find(schema::folded(text.statements[part].name));
    };
    // 专业技术57人、管理1人、工勤23人: another way to divide, of which one kind alone says nothing.
    const bool known = std::ranges::all_of(
        group.parts, [&](std::size_t part) { return kind_of(part) != table.canonical_keys.end(); });
    for (const std::size_t part : group.parts) {
      Statement& statement = text.statements[part];
      if (known) {
        statement.items = {BoundItem{index, source->column, kind_of(part)->second}};
      } else {
        std::erase_if(statement.items, [&](const BoundItem& item) { return item.table == index; });
      }
    }
    return true;
  }
  return false;
}

/// Whether an item divides into a kind of that name.
bool has_kind(const schema::Item& item, std::string_view folded) {
  return std::ranges::any_of(item.kinds, [folded](const std::vector<std::string>& names) {
    return std::ranges::any_of(
        names, [folded](const std::string& name) { return schema::folded(name) == folded; });
  });
}

/// 实有66人，其中：在职46人、退休20人: a total that holds the kinds of another item (离退休人数) is
/// more than the one that its name says.
void release_wider_total(Narrative& text, const schema::Schema& schema, const Group& group) {
  std::vector<BoundItem>& items = text.statements[group.total].items;
  std::erase_if(items, [&](const BoundItem& bound) {
    if (bound.table) return false;
    return std::ranges::any_of(group.parts, [&](std::size_t part) {
      const std::string name = schema::folded(text.statements[part].name);
      for (std::size_t other = 0; other < schema.scalars.size(); ++other) {
        if (other != bound.item && has_kind(schema.scalars[other], name)) return true;
      }
      return false;
    });
  });
}

}  // namespace

void bind_parts(Narrative& text, const Binder& binder, const schema::Schema& schema,
                const std::vector<Group>& groups) {
  for (const Group& group : groups) {
    release_wider_total(text, schema, group);
    if (group.closed && !group.doubtful && bind_kinds(text, schema, group)) continue;
    const auto& totals = text.statements[group.total].items;
    for (const std::size_t part : group.parts) {
      if (text.statements[part].headed) continue;
      std::erase_if(text.statements[part].items, [&](const BoundItem& item) {
        const bool related = std::any_of(totals.begin(), totals.end(), [&](const BoundItem& total) {
          return total.table && item.table && binder.kin(*total.table, *item.table);
        });
        return item.table && !related;
      });
    }
  }
}

void fill_items(const Narrative& text, const Binder& binder, const schema::Schema& schema,
                const std::vector<Group>& groups, Report& report) {
  Filler(text, binder, schema, groups, report).run();
}

}  // namespace tieout::report::narrative
