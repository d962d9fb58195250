// Which column of which table in the schema the heads of a document's table are.
#include "report/head_binding.hpp"

#include "report/scope.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace tieout::report {

namespace {

using schema::Kind;

/// A name that a head answers to.
struct HeadName {
  std::string word;     ///< folded
  bool of_path = true;  ///< with the words of all heads over it that are known
};

/// The most telling names first: with all that stands above, then with less, then its own.
std::vector<HeadName> names_of(const Head& head, std::optional<int> period) {
  std::vector<HeadName> names;
  if (head.path.empty()) return names;
  const auto& own = head.path.back();
  const bool total = is_total_word(own.word);
  std::string word;
  std::string written;
  for (std::size_t levels = 1; levels <= head.path.size(); ++levels) {
    const auto& part = head.path[head.path.size() - levels];
    word = part.word + word;
    written = part.written + written;
    const bool of_path = levels == head.path.size();
    // 小计 says nothing without what it stands under.
    const bool empty_word = total && levels == 1 && (!of_path || !head.maybe.empty());
    if (!empty_word) names.push_back({word, of_path});
    const auto spellings = names_in_year(written, period);
    for (auto spelling = spellings.begin() + 1; spelling != spellings.end(); ++spelling) {
      names.push_back({*spelling, of_path});
    }
  }
  std::ranges::reverse(names);
  if (total && head.path.size() > 1) names.push_back({(head.path.rbegin() + 1)->word, true});
  return names;
}

/// Of what else the words over a column may make its figures.
struct Foreign {
  bool year = false;
  bool budget = false;
};

Foreign foreign(const Head& head, std::optional<int> period) {
  Foreign result;
  const auto judge = [&](const std::string& words) {
    result.year = result.year || other_year(words, period);
    result.budget = result.budget || says_budget(words);
  };
  for (std::size_t above = 0; above + 1 < head.path.size(); ++above) {
    judge(head.path[above].written);
  }
  for (const auto& words : head.maybe) judge(words);
  return result;
}

struct Candidate {
  std::size_t place = 0;
  NamedColumn named;
  bool unique = false;  ///< the word names a column of this table only
};

/// The columns of each table that heads may be.
using Candidates = std::map<std::size_t, std::vector<Candidate>>;

Candidates candidates_of(const std::vector<Head>& heads, const Captions& captions,
                         std::optional<int> period) {
  Candidates candidates;
  for (std::size_t place = 0; place < heads.size(); ++place) {
    const auto other = foreign(heads[place], period);
    std::set<std::size_t> named;  // tables that have a more telling name of this head
    for (const auto& name : names_of(heads[place], period)) {
      const auto& columns = captions.columns(name.word);
      for (const auto& column : columns) {
        const auto& table = captions.schema().tables[column.table];
        const bool is_key = table.key == column.column;
        const bool fits = table.statements ? !other.year || name.of_path
                                           : is_key || (!other.year && !other.budget);
        if (fits && named.insert(column.table).second) {
          candidates[column.table].push_back({place, column, columns.size() == 1});
        }
      }
    }
  }
  return candidates;
}

/// One place for each column: the place whose word comes first among the column's. Two places with
/// the same word: neither, for it cannot be said which is meant.
BoundHead settled(std::size_t table, const std::vector<Candidate>& candidates,
                  const std::vector<Head>& heads, const Captions& captions) {
  std::map<std::size_t, std::vector<const Candidate*>> by_column;
  for (const auto& candidate : candidates) {
    by_column[candidate.named.column].push_back(&candidate);
  }
  BoundHead head{.table = table, .columns = {}, .beside = false};
  for (auto& [column, claims] : by_column) {
    std::ranges::stable_sort(claims, {}, [](const Candidate* claim) { return claim->named.rank; });
    if (claims.size() > 1 && claims[0]->named.rank == claims[1]->named.rank) continue;
    const auto& chosen = *claims.front();
    // What heads the key of several tables (机构名称) tells none of them.
    const bool is_key = captions.schema().tables[table].key == column;
    const bool telling = !chosen.named.head && (!is_key || chosen.unique);
    head.columns.push_back({chosen.place, column, telling, &heads[chosen.place]});
  }
  std::ranges::sort(head.columns, {}, &BoundColumn::place);
  return head;
}

bool is_amount(const schema::Item& item) {
  return item.kind == Kind::number || item.kind == Kind::target;
}

std::size_t amounts(const BoundHead& head, const schema::Table& table) {
  return static_cast<std::size_t>(std::ranges::count_if(
      head.columns, [&](const auto& bound) { return is_amount(table.columns[bound.column]); }));
}

/// Whether rows of the table could be told apart: its key is bound, or stands in a first column
/// that has no head, or the labels there are its keys.
bool has_key(BoundHead& head, const schema::Table& table, const std::vector<Head>& heads,
             const TableContext& context) {
  if (!table.key || head.place_of(*table.key)) return true;
  if (head.columns.front().place == 0) return false;
  const bool fits = heads.front().path.empty() || (context.keys_fit && context.keys_fit(table));
  if (fits) head.columns.insert(head.columns.begin(), {0, *table.key, false, &heads.front()});
  return fits;
}

/// Whether the title, the labels, or words that name nothing else say that the head is this
/// table's.
bool is_told(const BoundHead& head, const schema::Table& table, const TableContext& context) {
  const bool titled = std::ranges::find(context.titled, head.table) != context.titled.end();
  if (titled || std::ranges::any_of(head.columns, &BoundColumn::telling)) return true;
  return table.key && context.keys_fit && context.keys_fit(table);
}

/// What of a table's columns the heads are.
enum class Bound {
  too_little,
  without_key,  ///< enough, but nothing tells its rows apart
  enough,
};

Bound how_bound(BoundHead& head, const schema::Table& table, const std::vector<Head>& heads,
                const TableContext& context) {
  if (head.columns.empty()) return Bound::too_little;
  const auto bound_amounts = amounts(head, table);
  if (table.statements) return bound_amounts >= 2 ? Bound::enough : Bound::too_little;
  if (context.other_year) return Bound::too_little;
  const bool keyed = has_key(head, table, heads, context);
  // A table of texts alone (goals) has no key, and two of them.
  if (head.columns.size() < 2 || (table.key && bound_amounts == 0)) return Bound::too_little;
  if (!is_told(head, table, context)) return Bound::too_little;
  if (keyed) return Bound::enough;
  return bound_amounts >= 2 ? Bound::without_key : Bound::too_little;
}

/// Whether two heads take the same column of the document for other things than their keys.
bool collide(const BoundHead& a, const BoundHead& b, const schema::Schema& schema) {
  return std::ranges::any_of(a.columns, [&](const BoundColumn& bound) {
    const bool is_key = schema.tables[a.table].key == bound.column;
    const auto same = std::ranges::find(b.columns, bound.place, &BoundColumn::place);
    return !is_key && same != b.columns.end();
  });
}

/// The heads that take no column from a better one. Equals that take one from each other both go.
std::vector<BoundHead> without_collisions(std::vector<BoundHead> heads,
                                          const schema::Schema& schema,
                                          const TableContext& context) {
  const auto weight = [&](const BoundHead& head) {
    const bool titled = std::ranges::find(context.titled, head.table) != context.titled.end();
    return std::pair(head.columns.size(), titled);
  };
  std::vector<BoundHead> kept;
  for (const auto& head : heads) {
    const bool beaten = std::ranges::any_of(heads, [&](const BoundHead& other) {
      return other.table != head.table && weight(other) >= weight(head) &&
             collide(head, other, schema);
    });
    if (!beaten) kept.push_back(head);
  }
  return kept;
}

}  // namespace

std::optional<std::size_t> BoundHead::place_of(std::size_t column) const {
  const auto found = std::ranges::find(columns, column, &BoundColumn::column);
  return found == columns.end() ? std::nullopt : std::optional(found->place);
}

std::vector<BoundHead> bind_heads(const std::vector<Head>& heads, const Captions& captions,
                                  const TableContext& context) {
  std::vector<BoundHead> own;
  std::vector<BoundHead> beside;
  std::vector<BoundHead> statements;
  for (const auto& [index, candidates] : candidates_of(heads, captions, context.period)) {
    const auto& table = captions.schema().tables[index];
    auto head = settled(index, candidates, heads, captions);
    const auto bound = how_bound(head, table, heads, context);
    if (bound == Bound::too_little) continue;
    head.beside = bound == Bound::without_key;
    (table.statements ? statements : head.beside ? beside : own).push_back(std::move(head));
  }
  std::erase_if(beside, [&](const BoundHead& head) {
    const auto meets = [&](const BoundHead& other) {
      return collide(head, other, captions.schema());
    };
    return statements.empty() || std::ranges::any_of(statements, meets);
  });
  own.insert(own.end(), beside.begin(), beside.end());
  auto result = without_collisions(std::move(own), captions.schema(), context);
  result.insert(result.end(), statements.begin(), statements.end());
  return result;
}

bool stretch(std::vector<BoundHead>& heads, std::size_t head_width, std::size_t row_width) {
  if (row_width == head_width) return true;
  if (row_width < head_width) return false;
  std::vector<bool> bound(head_width, false);
  for (const auto& head : heads) {
    for (const auto& column : head.columns) bound[column.place] = true;
  }
  const auto begin = std::ranges::find(bound, false);
  const auto end = std::find(begin, bound.end(), true);
  if (begin == bound.end() || std::find(end, bound.end(), false) != bound.end()) return false;
  const auto behind = static_cast<std::size_t>(end - bound.begin());
  for (auto& head : heads) {
    for (auto& column : head.columns) {
      if (column.place >= behind) column.place += row_width - head_width;
    }
  }
  return true;
}

}  // namespace tieout::report
