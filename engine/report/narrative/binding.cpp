// From what the text calls a figure to the item of the schema that it is.
#include "report/narrative/binding.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"

#include <algorithm>
#include <variant>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t longest_subject = 24;  // characters before the name proper
constexpr std::size_t telling_words = 4;     // Han characters of a name that a heading repeats
constexpr std::string_view summary = "summary";
constexpr std::string_view planned = "budget";  // the row set of what was planned
const std::string last_year = "上年";           // 三公经费 of last year is 上年三公经费

const schema::RowSet* row_set(const schema::Table& table, std::string_view id) {
  const auto found = std::find_if(table.row_sets.begin(), table.row_sets.end(),
                                  [id](const schema::RowSet& set) { return set.id == id; });
  return found == table.row_sets.end() ? nullptr : &*found;
}

const schema::RowSet* summary_set(const schema::Table& table) { return row_set(table, summary); }

std::vector<std::string_view> names_of(const schema::Item& item) {
  std::vector<std::string_view> names = {item.title};
  names.insert(names.end(), item.captions.begin(), item.captions.end());
  return names;
}

/// The last two characters: what any name of the schema ends in.
std::string_view ending(std::string_view name) {
  std::size_t at = name.size();
  for (int count = 0; count < 2; ++count) at -= character_before(name, at).bytes;
  return name.substr(at);
}

/// Ways to say the same: without what marks a total, without what marks the time.
std::vector<std::string> spellings(std::string_view name) {
  static constexpr std::string_view ends[] = {"合计", "共计", "总额", "数", "金额", "小计"};
  static constexpr std::string_view times[] = {"本年度", "本年", "全年", "当年", "年度", "今年"};
  const std::string whole = schema::folded(name);
  std::vector<std::string> found = {whole};
  const auto keep = [&found](std::string_view spelling) {
    if (!spelling.empty() && std::find(found.begin(), found.end(), spelling) == found.end()) {
      found.emplace_back(spelling);
    }
  };
  keep(without_suffixes(whole, ends));
  keep(without_prefixes(whole, times));
  keep(without_suffixes(without_prefixes(whole, times), ends));
  if (!is_generic(whole)) keep(whole + "合计");  // 固定资产 is 固定资产合计
  return found;
}

/// What is spent is no income, and the other way round.
bool contradicts(std::string_view words, const schema::Item& item) {
  constexpr std::string_view income = "收入";
  constexpr std::string_view spending = "支出";
  const auto only = [](std::string_view text, std::string_view one, std::string_view other) {
    return text.find(one) != std::string_view::npos && text.find(other) == std::string_view::npos;
  };
  return (only(words, income, spending) && only(item.title, spending, income)) ||
         (only(words, spending, income) && only(item.title, income, spending));
}

}  // namespace

std::string_view fund_of(const std::vector<std::string_view>& headings) {
  static constexpr std::string_view funds[] = {"政府性基金", "国有资本"};
  for (auto title = headings.rbegin(); title != headings.rend(); ++title) {
    if (title->find("一般公共预算") != std::string_view::npos) return {};
    for (const std::string_view fund : funds) {
      if (title->find(fund) != std::string_view::npos) return fund;
    }
  }
  return {};
}

Binder::Binder(const schema::Schema& schema, const Report& report)
    : schema_(schema), report_(report) {
  find_families();
  for (std::size_t index = 0; index < schema.scalars.size(); ++index) {
    for (const std::string_view name : names_of(schema.scalars[index])) {
      add(name, BoundItem{std::nullopt, index, {}});
    }
  }
  for (std::size_t index = 0; index < schema.tables.size(); ++index) {
    const schema::Table& table = schema.tables[index];
    subjects_.emplace_back();
    if (table.statements) continue;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      for (const std::string_view name : names_of(table.columns[column])) {
        add(name, BoundItem{index, column, {}});
      }
      for (const std::string& name : table.columns[column].loose_names) {
        loose_.emplace(schema::folded(name), BoundItem{index, column, {}});
      }
    }
    std::vector<std::string> titles = table.captions;
    titles.push_back(table.title);
    for (const std::string& title : titles) {
      if (!is_generic(title)) telling_.push_back({schema::folded(title), {index, std::nullopt}});
    }
    const schema::RowSet* totals = summary_set(table);
    if (index >= report.tables.size()) continue;
    subjects_.back() = SubjectRows(table, report.tables[index]);
    if (totals == nullptr) continue;
    for (const Row& row : report.tables[index].rows) {
      if (!totals->contains(row.key) && han_count(row.key) >= 2 &&
          std::find(units_.begin(), units_.end(), row.key) == units_.end()) {
        units_.push_back(row.key);
      }
    }
  }
  // 收入总计 heads a row here and names an item there: it says no unit.
  std::erase_if(units_, [this](const std::string& unit) { return names_.contains(unit); });
}

void Binder::find_families() {
  std::map<std::string, std::size_t> first;  // the table that had a name first
  for (std::size_t index = 0; index < schema_.tables.size(); ++index) {
    families_.push_back(index);
    for (const schema::Item& column : schema_.tables[index].columns) {
      if (column.kind != schema::Kind::number || schema_.tables[index].statements) continue;
      for (const std::string_view name : names_of(column)) {
        const auto [known, added] = first.emplace(schema::folded(name), index);
        if (added) continue;
        const std::size_t from = std::max(families_[known->second], families_[index]);
        const std::size_t to = std::min(families_[known->second], families_[index]);
        std::replace(families_.begin(), families_.end(), from, to);
      }
    }
  }
}

void Binder::add(std::string_view name, const BoundItem& bound) {
  if (item(bound).kind != schema::Kind::number) return;
  std::string folded = schema::folded(name);
  // In a heading, as anywhere, a name of several tables means the first.
  const auto [first, last] = names_.equal_range(folded);
  const bool elsewhere =
      std::any_of(first, last, [](const auto& other) { return other.second.table.has_value(); });
  if (!is_generic(folded) && !(bound.table && elsewhere)) {
    telling_.push_back({folded, {bound.table, bound.item}});
  }
  endings_.emplace(ending(folded));
  names_.emplace(std::move(folded), bound);
}

const schema::Item& Binder::item(const BoundItem& bound) const {
  return bound.table ? schema_.tables[*bound.table].columns[bound.item]
                     : schema_.scalars[bound.item];
}

std::string Binder::id(const BoundItem& bound) const {
  return bound.table ? schema_.tables[*bound.table].id + "." + item(bound).id : item(bound).id;
}

const Row* Binder::row(const BoundItem& bound) const {
  if (!bound.table) return nullptr;
  const schema::RowSet* totals = summary_set(schema_.tables[*bound.table]);
  const Row* found = nullptr;
  for (const Row& row : report_.tables[*bound.table].rows) {
    const bool meant =
        bound.row.empty() ? totals != nullptr && totals->contains(row.key) : row.key == bound.row;
    if (!meant) continue;
    if (found != nullptr) return nullptr;
    found = &row;
  }
  return found;
}

/// What was planned is a row of the table, where it has one for that.
bool Binder::plan_of(BoundItem& bound) const {
  if (!bound.table) return false;
  const schema::RowSet* plans = row_set(schema_.tables[*bound.table], planned);
  if (plans == nullptr) return false;
  for (const Row& row : report_.tables[*bound.table].rows) {
    if (plans->contains(row.key)) bound.row = row.key;
  }
  return !bound.row.empty();
}

const figure::Figure* Binder::plan(const BoundItem& bound, std::string_view kind) const {
  constexpr std::string_view opening = "年初";
  constexpr std::string_view whole_year = "全年";
  BoundItem plan = bound;
  plan.row.clear();
  if (!bound.table || row(bound) != row(plan) || !plan_of(plan)) return nullptr;
  const Row* found = row(plan);
  if (found == nullptr) return nullptr;
  if (kind.find(opening) != std::string_view::npos &&
      found->label.find(whole_year) != std::string::npos) {
    return nullptr;
  }
  return std::get_if<figure::Figure>(&found->values[plan.item]);
}

/// A subject's row, in a section whose heading names the table, and which of its amounts.
std::vector<BoundItem> Binder::subject(const Mention& mention) const {
  if (mention.planned || mention.figure->unit == nullptr) return {};
  std::vector<BoundItem> found;
  for (const Subject& scope : *mention.scope) {
    if (!scope.table) continue;
    const std::optional<std::size_t> column = scope.item ? scope.item : only_column(*scope.table);
    const Row* row = column ? subjects_[*scope.table].find(mention.name) : nullptr;
    if (row == nullptr) continue;
    BoundItem bound{scope.table, *column, row->key};
    if (figure::Dimension::fit(item(bound).dimension, mention.figure->unit->dimension) &&
        this->row(bound) != nullptr) {
      found.push_back(std::move(bound));
      break;
    }
  }
  return found;
}

/// The column of a table that alone has figures in this report.
std::optional<std::size_t> Binder::only_column(std::size_t table) const {
  std::optional<std::size_t> found;
  for (const Row& row : report_.tables[table].rows) {
    for (std::size_t column = 0; column < row.values.size(); ++column) {
      if (!std::holds_alternative<figure::Figure>(row.values[column])) continue;
      if (found && *found != column) return std::nullopt;
      found = column;
    }
  }
  return found;
}

bool Binder::has_cell(const BoundItem& bound) const {
  const Row* found = row(bound);
  return found != nullptr && !std::holds_alternative<Missing>(found->values[bound.item]);
}

std::vector<BoundItem> Binder::named(std::string_view name, const Mention& mention,
                                     int year) const {
  const auto [first, last] = names_.equal_range(name);
  std::optional<BoundItem> scalar;
  std::optional<BoundItem> column;
  int best = 0;
  for (auto at = first; at != last; ++at) {
    const BoundItem& candidate = at->second;
    if (item(candidate).year != year) continue;
    if (!candidate.table) {
      if (!scalar) scalar = candidate;
      continue;
    }
    // 实际完成值1000元 is that of some indicator: only what adds up has a value for all rows.
    if (candidate.row.empty() && !item(candidate).additive) continue;
    // Of several tables the one that the heading names, then one that has the figure, then the
    // first.
    const bool headed =
        std::any_of(mention.scope->begin(), mention.scope->end(),
                    [&](const Subject& subject) { return subject.table == candidate.table; });
    const int rank = headed ? 3 : has_cell(candidate) ? 2 : 1;
    if (rank > best) column = candidate;
    best = std::max(best, rank);
  }
  if (column) column = meant(*column, name, *mention.figure);
  std::vector<BoundItem> found;
  if (column && (!scalar || has_cell(*column))) found.push_back(*column);
  if (scalar) found.push_back(*scalar);
  if (column && found.front() != *column) found.push_back(*column);
  return found;
}

/// Of the column of a name and those that it is loosely said of, the one whose cell has the figure.
/// The column where none has; nothing without any cell.
std::optional<BoundItem> Binder::meant(const BoundItem& column, std::string_view name,
                                       const figure::Figure& figure) const {
  const auto states_it = [&](const BoundItem& bound) {
    const Row* found = row(bound);
    const auto* cell =
        found == nullptr ? nullptr : std::get_if<figure::Figure>(&found->values[bound.item]);
    return cell != nullptr && same_value(*cell, figure);
  };
  const auto [first, last] = loose_.equal_range(name);
  bool any_cell = first == last || has_cell(column);
  for (auto at = first; at != last; ++at) {
    if (at->second.table != column.table) continue;
    if (!states_it(column) && states_it(at->second)) return at->second;
    any_cell = any_cell || has_cell(at->second);
  }
  return any_cell ? std::optional(column) : std::nullopt;
}

std::vector<BoundItem> Binder::spoken(const Mention& mention, int year, std::string& used) const {
  for (const std::string& spelling : spellings(mention.name)) {
    used = spelling;
    if (auto found = named(spelling, mention, year); !found.empty()) return found;
    if (auto found = behind_subject(spelling, mention, year, used); !found.empty()) return found;
    if (year == 0 || !mention.year) continue;  // 结余 without a year is none of last year's
    if (auto found = named(used = last_year + spelling, mention, year); !found.empty())
      return found;
  }
  return {};
}

/// 市科协|整体支出, 科技馆|基本支出: the name stands behind whose it is.
std::vector<BoundItem> Binder::behind_subject(std::string_view name, const Mention& mention,
                                              int year, std::string& used) const {
  if (!endings_.contains(ending(name))) return {};
  std::size_t at = 0;
  for (std::size_t count = 0; count < longest_subject && at < name.size(); ++count) {
    at += character_at(name, at).bytes;
    const std::string_view subject = name.substr(0, at);
    used = name.substr(at);
    std::vector<BoundItem> found = named(used, mention, year);
    if (found.empty() && year != 0 && mention.year) {
      found = named(used = last_year + used, mention, year);
    }
    if (found.empty()) continue;
    if (is_entity(subject, mention.entity)) return found;
    if (std::find(units_.begin(), units_.end(), subject) == units_.end()) return {};
    for (BoundItem& bound : found) bound.row = subject;
    std::erase_if(found, [this](const BoundItem& bound) { return row(bound) == nullptr; });
    return found;
  }
  return {};
}

std::vector<std::string> Binder::rows_in(std::string_view words) const {
  std::vector<std::string> found;
  if (units_.empty()) return found;
  const std::string folded = schema::folded(words);
  for (const std::string& unit : units_) {
    if (folded.find(unit) != std::string::npos) found.push_back(unit);
  }
  return found;
}

bool Binder::fits(BoundItem& bound, bool generic, std::string_view used,
                  const Mention& mention) const {
  const schema::Item& meant = item(bound);
  if (mention.figure->unit == nullptr ||
      !figure::Dimension::fit(meant.dimension, mention.figure->unit->dimension) ||
      contradicts(mention.name, meant)) {
    return false;
  }
  // 维修项目：全年支出90万元 is no spending of the department.
  if (generic && mention.of_project) return false;
  // 收入合计 in a section about 政府性基金 is the fund's.
  const std::string_view fund = generic ? fund_of(mention.headings) : std::string_view();
  const auto says_fund = [fund](const std::string& title) {
    return title.find(fund) != std::string::npos;
  };
  if (!says_fund(meant.title) && !(bound.table && says_fund(schema_.tables[*bound.table].title))) {
    return false;
  }
  if (mention.planned && !plan_of(bound)) return false;
  // The heading itself may have the name: 一般公共预算财政拨款支出决算具体情况.
  const bool headed =
      han_count(used) >= telling_words &&
      std::any_of(mention.headings.begin(), mention.headings.end(), [used](std::string_view title) {
        return schema::folded(title).find(used) != std::string::npos;
      });
  for (const Subject& subject : *mention.scope) {
    const bool same_table = subject.table == bound.table;
    const bool same = same_table && (!subject.item || *subject.item == bound.item);
    if (same || (headed && !generic)) continue;
    // A name that says nothing alone is that of the section; another one only leaves its table.
    const bool related = bound.table && subject.table && !same_table && !subject.item &&
                         kin(*bound.table, *subject.table);
    const bool other_table = bound.table && subject.table && !same_table;
    if ((generic || other_table) && !related) return false;
  }
  if (!generic || !bound.row.empty()) return true;
  std::vector<std::string> rows = rows_in(mention.before);
  for (const std::string_view heading : mention.headings) {
    for (std::string& row : rows_in(heading)) rows.push_back(std::move(row));
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  if (rows.empty()) return true;
  if (rows.size() > 1 || !bound.table) return false;
  bound.row = rows.front();
  return row(bound) != nullptr;
}

std::vector<BoundItem> Binder::bind(const Mention& mention, std::optional<int> period) const {
  const int year = mention.year && period ? *mention.year - *period : 0;
  if (mention.year && !period) return {};
  std::string used;
  std::vector<BoundItem> found = spoken(mention, year, used);
  // 上年结余 says its year itself.
  if (found.empty() && !mention.year) found = spoken(mention, -1, used);
  const bool generic = is_generic(used);
  std::erase_if(found, [&](BoundItem& bound) { return !fits(bound, generic, used, mention); });
  if (found.empty() && year == 0) found = subject(mention);
  if (found.empty() && year == 0) found = column_of_fund(mention);
  return found;
}

/// 年初结转和结余 in a section about a fund is the column of that head in the fund's table.
std::vector<BoundItem> Binder::column_of_fund(const Mention& mention) const {
  const std::string_view fund = fund_of(mention.headings);
  if (fund.empty() || mention.planned || mention.figure->unit == nullptr) return {};
  const std::string name = schema::folded(mention.name);
  for (std::size_t index = 0; index < schema_.tables.size(); ++index) {
    const schema::Table& table = schema_.tables[index];
    if (table.statements || table.title.find(fund) == std::string::npos) continue;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const schema::Item& item = table.columns[column];
      const bool heads =
          std::any_of(item.heads.begin(), item.heads.end(),
                      [&name](const std::string& head) { return schema::folded(head) == name; });
      if (heads && item.kind == schema::Kind::number &&
          figure::Dimension::fit(item.dimension, mention.figure->unit->dimension)) {
        return {BoundItem{index, column, {}}};
      }
    }
  }
  return {};
}

std::vector<Subject> Binder::subjects(const std::vector<std::string_view>& titles) const {
  for (auto title = titles.rbegin(); title != titles.rend(); ++title) {
    std::vector<Subject> found = subjects_in(schema::folded(*title));
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<Subject> Binder::subjects_in(const std::string& title) const {
  struct Match {
    std::size_t begin;
    std::size_t end;
    const Subject* subject;
  };
  std::vector<Match> matches;
  for (const auto& [name, subject] : telling_) {
    const std::size_t at = title.find(name);
    if (at == std::string::npos) continue;
    // 财政拨款|支出决算情况 speaks of no income.
    const bool other = subject.item && contradicts(title, item({subject.table, *subject.item, {}}));
    if (!other) matches.push_back({at, at + name.size(), &subject});
  }
  std::vector<Subject> found;
  for (const Match& match : matches) {
    const bool inside = std::any_of(matches.begin(), matches.end(), [&](const Match& other) {
      return other.begin <= match.begin && match.end <= other.end &&
             other.end - other.begin > match.end - match.begin &&
             other.subject->table != match.subject->table;
    });
    if (!inside) found.push_back(*match.subject);
  }
  return found;
}

}  // namespace tieout::report::narrative
