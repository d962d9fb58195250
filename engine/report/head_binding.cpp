// Which column of which table in the schema the heads of a document's table are.
#include "report/head_binding.hpp"

#include "report/head_names.hpp"
#include "report/scope.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>

namespace tieout::report {

namespace {

using schema::Kind;

constexpr std::string_view first_part = "类";
constexpr std::size_t telling_keys = 2;  // labels that make a table known

/// Of what else the words over a column may make its figures.
struct Foreign {
  bool year = false;
  bool budget = false;
};

Foreign foreign(const Head& head, Path path, std::optional<int> period) {
  Foreign result;
  const auto judge = [&](const std::string& words) {
    result.year = result.year || other_year(words, period);
    result.budget = result.budget || says_budget(words);
  };
  for (std::size_t above = 0; above + 1 < path.size(); ++above) judge(path[above].written);
  for (const auto& words : head.maybe) judge(words);
  return result;
}

struct Candidate {
  std::size_t place = 0;
  NamedColumn named;
  bool of_path = false;            ///< by all words that stand above, or by none
  bool unique = false;             ///< the word names a column of this table only
  const HeadWords* key = nullptr;  ///< of the row, where it stands in the heads
};

/// The columns that heads may be of each table, or of one row of it: where its keys (预算数,
/// 决算数) stand in the heads, those of each key, else of none.
using Candidates = std::map<std::pair<std::size_t, std::string>, std::vector<Candidate>>;

/// The level of a head's path whose words are a key of the table's rows; nothing if none is.
std::optional<std::size_t> key_level(const Head& head, const schema::Table& table,
                                     std::optional<int> period) {
  if (head.path.size() < 2 || !keys_stand_in_heads(table)) return std::nullopt;
  for (std::size_t level = 0; level < head.path.size(); ++level) {
    for (const auto& name : names_in_year(head.path[level].written, period)) {
      if (table.canonical_keys.contains(name)) return level;
    }
  }
  return std::nullopt;
}

class Binding {
 public:
  Binding(const std::vector<Head>& heads, Section section, const Captions& captions,
          const TableContext& context)
      : heads_(heads), section_(section), captions_(captions), context_(context) {
    if (section.last - section.first < heads.size()) find_shared();
  }

  std::vector<BoundHead> bind() const {
    std::vector<BoundHead> own;
    std::vector<BoundHead> beside;
    std::vector<BoundHead> statements;
    const auto all = candidates_of();
    for (const auto& [where, candidates] : all) {
      if (!keys_agree(all, where.first)) continue;
      const auto& table = schema().tables[where.first];
      auto head = settled(where.first, candidates);
      const auto bound = how_bound(head, table);
      if (bound == Bound::too_little) continue;
      head.beside = bound == Bound::without_key;
      (table.statements ? statements : head.beside ? beside : own).push_back(std::move(head));
    }
    // 分值 and 得分 beside amounts, the labels below a blank head: they go on with a sheet of
    // scores.
    for (auto& head : own) {
      const auto& table = schema().tables[head.table];
      if (statements.empty() || !scores_only(head, table) || !below_blank_head(head, table))
        continue;
      head.beside = true;
    }
    std::erase_if(beside, [&](const BoundHead& head) {
      const auto meets = [&](const BoundHead& other) { return collide(head, other); };
      return statements.empty() || std::ranges::any_of(statements, meets);
    });
    own.insert(own.end(), beside.begin(), beside.end());
    auto result = without_collisions(std::move(own));
    result.insert(result.end(), statements.begin(), statements.end());
    return result;
  }

 private:
  const std::vector<Head>& heads_;
  Section section_;
  const Captions& captions_;
  const TableContext& context_;
  std::size_t shared_ = 0;  // heads that stand over the whole section (收入): they name no column

  void find_shared() {
    const auto& first = heads_[section_.first].path;
    shared_ = first.empty() ? 0 : first.size() - 1;
    for (auto place = section_.first; place < section_.last; ++place) {
      const auto& path = heads_[place].path;
      shared_ = std::min(shared_, path.empty() ? 0 : path.size() - 1);
      const auto differs =
          std::mismatch(first.begin(), first.end(), path.begin(), path.end(),
                        [](const HeadWords& a, const HeadWords& b) { return a.cell == b.cell; });
      shared_ = std::min(shared_, static_cast<std::size_t>(differs.first - first.begin()));
    }
  }

  [[nodiscard]] const schema::Schema& schema() const { return captions_.schema(); }

  [[nodiscard]] Candidates candidates_of() const {
    Candidates candidates;
    for (auto place = section_.first; place < section_.last; ++place) {
      const auto& head = heads_[place];
      std::set<std::size_t> keyed;  // tables of which a key stands over the column
      for (std::size_t index = 0; index < schema().tables.size(); ++index) {
        const auto level = key_level(head, schema().tables[index], context_.period);
        if (!level) continue;
        keyed.insert(index);
        auto path = head.path;
        path.erase(path.begin() + static_cast<std::ptrdiff_t>(*level));
        add_candidates(
            {place, path, &head.path[*level]},
            [index](std::size_t other) { return other == index; }, candidates);
      }
      add_candidates(
          {place, Path(head.path).subspan(std::min(shared_, head.path.size())), nullptr},
          [&keyed](std::size_t other) { return !keyed.contains(other); }, candidates);
    }
    return candidates;
  }

  /// Where keys stand in the heads, they stand over the same columns each; else it cannot be said
  /// what they stand over.
  [[nodiscard]] static bool keys_agree(const Candidates& candidates, std::size_t table) {
    const std::vector<Candidate>* first = nullptr;
    const auto columns = [](const std::vector<Candidate>& of) {
      std::set<std::size_t> found;
      for (const auto& candidate : of) found.insert(candidate.named.column);
      return found;
    };
    for (auto at = candidates.lower_bound({table, {}});
         at != candidates.end() && at->first.first == table; ++at) {
      if (first != nullptr && columns(*first) != columns(at->second)) return false;
      first = &at->second;
    }
    return true;
  }

  /// A column of the document, the words over it, and those of them that are a row's key.
  struct Place {
    std::size_t place = 0;
    Path path;
    const HeadWords* key = nullptr;
  };

  template <class Wanted>
  void add_candidates(const Place& place, Wanted wanted, Candidates& candidates) const {
    const auto& head = heads_[place.place];
    const auto other =
        foreign(head, place.key == nullptr ? Path(head.path) : place.path, context_.period);
    const auto key = place.key == nullptr ? std::string() : place.key->word;
    const bool is_total = !place.path.empty() && is_total_word(place.path.back().word);
    std::set<std::size_t> named;  // tables that have a more telling name of this head
    for (const auto& name : names_of(head, place.path, context_.period)) {
      const auto& columns = captions_.columns(name.word);
      for (const auto& column : columns) {
        if (!wanted(column.table) || !fits(other, name, column)) continue;
        if (is_budget_compared(head, column)) continue;
        if (is_total && !is_amount_of(column)) continue;
        if (!named.insert(column.table).second) continue;
        candidates[{column.table, key}].push_back(
            {place.place, column, name.of_path, columns.size() == 1, place.key});
      }
    }
  }

  [[nodiscard]] bool fits(const Foreign& other, const HeadName& name,
                          const NamedColumn& column) const {
    const auto& table = schema().tables[column.table];
    if (table.statements) return !other.year || name.of_path;
    const bool budget = other.budget && !context_.of_budget;
    return table.key == column.column || (!other.year && !budget);
  }

  /// Budgets are compared with one another in a budget only; accounts compare what became of them.
  [[nodiscard]] bool is_budget_compared(const Head& head, const NamedColumn& column) const {
    return !context_.of_budget && is_changes(schema().tables[column.table]) &&
           std::ranges::any_of(head.path,
                               [](const HeadWords& words) { return says_budget(words.written); });
  }

  [[nodiscard]] static bool is_changes(const schema::Table& table) {
    constexpr std::string_view changes_table = "changes";
    return table.statements && table.id == changes_table;
  }

  /// Whether claims of a table's key are the parts of one code: 类, 款, 项, or one head over all.
  [[nodiscard]] bool is_divided(const std::vector<const Candidate*>& claims) const {
    const auto own = [this](const Candidate* claim) -> const HeadWords& {
      return heads_[claim->place].path.back();
    };
    const bool parts = std::ranges::all_of(
        claims, [&](const Candidate* claim) { return !code_part_of(own(claim)).empty(); });
    return (parts && code_part_of(own(claims.front())) == first_part) ||
           std::ranges::all_of(claims, [&](const Candidate* claim) {
             return own(claim).cell == own(claims.front()).cell;
           });
  }

  /// One place for each column: one that is named with all that stands above it, then the one whose
  /// word comes first among the column's. Two places with the same word: the one right behind the
  /// key, else neither, for it cannot be said which is meant.
  [[nodiscard]] BoundHead settled(std::size_t index,
                                  const std::vector<Candidate>& candidates) const {
    std::map<std::size_t, std::vector<const Candidate*>> by_column;
    for (const auto& candidate : candidates) {
      by_column[candidate.named.column].push_back(&candidate);
    }
    const auto& table = schema().tables[index];
    BoundHead head{.table = index,
                   .columns = {},
                   .section = section_,
                   .code_parts = {},
                   .key_words = candidates.front().key};
    // 一级指标 分值 二级指标 分值 三级指标 分值: the rows' own stands right behind what names them.
    const auto key = table.key ? by_column.find(*table.key) : by_column.end();
    const bool named = key != by_column.end() && key->second.size() == 1;
    const auto behind_key = [&](const Candidate* claim) {
      return named && claim->place == key->second.front()->place + 1;
    };
    for (auto& [column, claims] : by_column) {
      const auto weight = [](const Candidate* claim) {
        return std::pair(!claim->of_path, claim->named.rank);
      };
      std::ranges::stable_sort(claims, {}, weight);
      const bool is_key = table.key == column;
      if (is_either_base(table, column, claims)) continue;
      if (claims.size() > 1 && weight(claims[0]) == weight(claims[1])) {
        if (is_key && is_divided(claims)) {
          for (std::size_t part = 1; part < claims.size(); ++part) {
            head.code_parts.push_back(claims[part]->place);
          }
        } else if (const auto beside = std::ranges::find_if(claims, behind_key);
                   !is_key && beside != claims.end() && weight(*beside) == weight(claims[0])) {
          std::iter_swap(claims.begin(), beside);
        } else {
          head.key_unclear = head.key_unclear || is_key;
          continue;
        }
      }
      const auto& chosen = *claims.front();
      if (is_claimed_twice(chosen, claims)) continue;
      // What heads the key of several tables (机构名称) tells none of them.
      const bool telling = !chosen.named.head && (!is_key || chosen.unique);
      head.columns.push_back({chosen.place, column, telling, &heads_[chosen.place]});
    }
    std::ranges::sort(head.columns, {}, &BoundColumn::place);
    return head;
  }

  /// 基本支出 of what came in and 基本支出小计 of what was spent, with nothing over them that tells
  /// them apart: it cannot be said which is meant.
  [[nodiscard]] bool is_claimed_twice(const Candidate& chosen,
                                      const std::vector<const Candidate*>& claims) const {
    const auto& own = heads_[chosen.place].path;
    if (own.size() != 1) return false;
    const auto& word = own.front().word;
    return std::ranges::any_of(claims, [&](const Candidate* claim) {
      const auto& path = heads_[claim->place].path;
      if (claim->place == chosen.place || path.front().cell == own.front().cell) return false;
      if (path.size() > 1) return path.front().word == word;
      const auto& longer = path.front().word;
      return longer.starts_with(word) && is_total_word(longer.substr(word.size()));
    });
  }

  /// 上年预算数 and 上年执行数 beside one difference: it cannot be said which it is from.
  [[nodiscard]] static bool is_either_base(const schema::Table& table, std::size_t column,
                                           const std::vector<const Candidate*>& claims) {
    constexpr std::string_view base_column = "prior";
    return is_changes(table) && table.columns[column].id == base_column &&
           std::ranges::count_if(claims, &Candidate::of_path) > 1;
  }

  [[nodiscard]] static bool is_amount(const schema::Item& item) {
    return item.kind == Kind::number || item.kind == Kind::target;
  }

  [[nodiscard]] bool is_amount_of(const NamedColumn& named) const {
    return is_amount(schema().tables[named.table].columns[named.column]);
  }

  [[nodiscard]] static std::size_t amounts(const BoundHead& head, const schema::Table& table) {
    return static_cast<std::size_t>(std::ranges::count_if(
        head.columns, [&](const auto& bound) { return is_amount(table.columns[bound.column]); }));
  }

  [[nodiscard]] std::size_t keys_met(const schema::Table& table, std::size_t place) const {
    return context_.keys_met ? context_.keys_met(table, place) : 0;
  }

  /// Whether rows of the table could be told apart: its key is bound, or stands in the heads, or in
  /// a first column that has no head, or the labels there are its keys.
  [[nodiscard]] bool has_key(BoundHead& head, const schema::Table& table) const {
    if (!table.key || head.place_of(*table.key) || head.key_words != nullptr) return true;
    if (head.key_unclear) return false;
    if (head.columns.front().place == section_.first) {
      head.said_key = key_in_title(head, table);
      return !head.said_key.empty();
    }
    const auto& first = heads_[section_.first];
    const bool fits = first.path.empty() || keys_met(table, section_.first) > 0;
    if (fits) {
      head.columns.insert(head.columns.begin(), {section_.first, *table.key, false, &first});
    }
    return fits;
  }

  /// The key of the one row of figures below a form's title: of a budget, or of accounts.
  [[nodiscard]] std::string key_in_title(const BoundHead& head, const schema::Table& table) const {
    if (!context_.by_form || !is_titled(head.table) || !keys_stand_in_heads(table)) return {};
    // As many columns as two keys have: the heads that told them apart are lost.
    constexpr std::size_t widest = 10;
    if (section_.last - section_.first > widest) return {};
    const bool budget = says_budget(context_.form_title) || context_.of_budget;
    std::set<std::string> fitting;
    for (const auto& [word, key] : table.canonical_keys) {
      if (!other_year(key, std::nullopt) && says_budget(key) == budget) fitting.insert(key);
    }
    return fitting.size() == 1 ? *fitting.begin() : std::string();
  }

  /// Rows are named on the left of their figures; names on the right are another table's.
  [[nodiscard]] static bool names_follow_amounts(const BoundHead& head,
                                                 const schema::Table& table) {
    const auto key = table.key ? head.place_of(*table.key) : std::nullopt;
    return key && std::ranges::any_of(head.columns, [&](const BoundColumn& bound) {
             return bound.place < *key && is_amount(table.columns[bound.column]);
           });
  }

  [[nodiscard]] bool is_titled(std::size_t table) const {
    return std::ranges::find(context_.titled, table) != context_.titled.end();
  }

  /// Whether the title, the labels, or words that name nothing else say that the head is this
  /// table's. Where tables stand side by side under one title, their labels tell them apart.
  [[nodiscard]] bool is_told(const BoundHead& head, const schema::Table& table) const {
    if (is_titled(head.table) || std::ranges::any_of(head.columns, &BoundColumn::telling)) {
      return true;
    }
    return table.key && keys_met(table, key_place(head, table)) >= telling_keys;
  }

  [[nodiscard]] std::size_t key_place(const BoundHead& head, const schema::Table& table) const {
    return head.place_of(*table.key).value_or(section_.first);
  }

  /// What of a table's columns the heads are.
  enum class Bound {
    too_little,
    without_key,  ///< enough, but nothing tells its rows apart
    enough,
  };

  [[nodiscard]] Bound how_bound(BoundHead& head, const schema::Table& table) const {
    if (head.columns.empty()) return Bound::too_little;
    const auto bound_amounts = amounts(head, table);
    if (table.statements) return bound_amounts >= 2 ? Bound::enough : Bound::too_little;
    if (context_.other_year) return Bound::too_little;
    const bool keyed = has_key(head, table);
    if (names_follow_amounts(head, table)) return Bound::too_little;
    // A table of texts alone (goals) has no key, and two of them.
    const bool single = !keyed && scores_only(head, table);
    if ((head.columns.size() < 2 && !single) || (table.key && bound_amounts == 0)) {
      return Bound::too_little;
    }
    if (scores_only(head, table) && scores_by_rate(head)) return Bound::without_key;
    if (!is_told(head, table)) return Bound::too_little;
    if (keyed) return Bound::enough;
    return bound_amounts >= 2 || scores_only(head, table) ? Bound::without_key : Bound::too_little;
  }

  [[nodiscard]] bool below_blank_head(const BoundHead& head, const schema::Table& table) const {
    const auto key = table.key ? head.place_of(*table.key) : std::nullopt;
    return key && heads_[*key].path.empty();
  }

  /// 得分（20分*执行率）: points that the rate beside them makes.
  [[nodiscard]] bool scores_by_rate(const BoundHead& head) const {
    return std::ranges::any_of(head.columns, [this](const BoundColumn& bound) {
      const auto& path = heads_[bound.place].path;
      return !path.empty() && path.back().written.find("率") != std::string::npos &&
             !without_formula(path.back().written).empty();
    });
  }

  /// Whether the amounts are no money: points beside the amounts of a statement are none of them.
  [[nodiscard]] static bool scores_only(const BoundHead& head, const schema::Table& table) {
    return std::ranges::all_of(head.columns, [&](const BoundColumn& bound) {
      const auto& item = table.columns[bound.column];
      return !is_amount(item) || item.dimension.kind() == figure::Dimension::Kind::count;
    });
  }

  /// Whether two heads take the same column of the document for other things than their keys.
  [[nodiscard]] bool collide(const BoundHead& a, const BoundHead& b) const {
    return std::ranges::any_of(a.columns, [&](const BoundColumn& bound) {
      const bool is_key = schema().tables[a.table].key == bound.column;
      const auto same = std::ranges::find(b.columns, bound.place, &BoundColumn::place);
      return !is_key && same != b.columns.end();
    });
  }

  /// The heads that take no column from a better one. Equals that take one from each other both go.
  [[nodiscard]] std::vector<BoundHead> without_collisions(std::vector<BoundHead> heads) const {
    if (context_.by_form) {
      std::erase_if(heads, [this](const BoundHead& head) { return !is_titled(head.table); });
    }
    const auto weight = [this](const BoundHead& head) {
      const auto& table = schema().tables[head.table];
      const auto met = context_.by_form && table.key ? keys_met(table, key_place(head, table)) : 0;
      return std::tuple(head.columns.size(), is_titled(head.table), met);
    };
    std::vector<BoundHead> kept;
    for (const auto& head : heads) {
      const bool beaten = std::ranges::any_of(heads, [&](const BoundHead& other) {
        return other.table != head.table && weight(other) >= weight(head) && collide(head, other);
      });
      if (!beaten) kept.push_back(head);
    }
    return kept;
  }
};

std::size_t columns_bound(const std::vector<BoundHead>& heads) {
  std::size_t columns = 0;
  for (const auto& head : heads) columns += head.columns.size();
  return columns;
}

}  // namespace

bool keys_stand_in_heads(const schema::Table& table) {
  if (table.statements || !table.key || table.canonical_keys.empty()) return false;
  const auto& key = table.columns[*table.key];
  return key.heads.empty() && key.captions.empty();
}

std::optional<std::size_t> BoundHead::place_of(std::size_t column) const {
  const auto found = std::ranges::find(columns, column, &BoundColumn::column);
  return found == columns.end() ? std::nullopt : std::optional(found->place);
}

std::vector<BoundHead> bind_heads(const std::vector<Head>& heads,
                                  const std::vector<Section>& sections, const Captions& captions,
                                  const TableContext& context) {
  auto whole = Binding(heads, {0, heads.size()}, captions, context).bind();
  if (sections.size() < 2) return whole;
  std::vector<BoundHead> apart;
  for (const auto& section : sections) {
    std::ranges::move(Binding(heads, section, captions, context).bind(), std::back_inserter(apart));
  }
  return columns_bound(apart) > columns_bound(whole) ? apart : whole;
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
